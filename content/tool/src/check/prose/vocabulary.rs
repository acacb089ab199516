//! How each language says money, spans of time, months and numbers. What is missing here is only not recognised.

use cittadini_core::model::Unit;

use super::tokens::{Token, tokens};

/// The words of one language, as they are written.
pub(super) struct Source {
    pub(super) languages: &'static [&'static str],
    pub(super) euro: &'static [&'static str],
    pub(super) hours: &'static [&'static str],
    pub(super) days: &'static [&'static str],
    pub(super) working_days: &'static [&'static str],
    pub(super) months: &'static [&'static str],
    pub(super) years: &'static [&'static str],
    /// Numbers in words, from two on: one is an article in too many languages.
    pub(super) numbers: &'static [(u32, &'static [&'static str])],
    /// One word that says two of a unit.
    pub(super) pairs: &'static [(Unit, &'static [&'static str])],
    /// January to December, each in all its forms.
    pub(super) calendar: &'static [&'static [&'static str]],
    /// Words that may stand between an age and what says that it is one: «ha meno di 3 anni».
    pub(super) bounds: &'static [&'static str],
    /// Words before a number of years that make it an age.
    pub(super) ages: &'static [&'static str],
    /// Words after it that do so.
    pub(super) aged: &'static [&'static str],
    /// Words after it that make it a time spent: «10 anni di residenza».
    pub(super) spent: &'static [&'static str],
    /// Words before a number or a day that make it the name of a norm, a form, a field.
    pub(super) norms: &'static [&'static str],
    /// Words before a number that make it a telephone number.
    pub(super) calls: &'static [&'static str],
    /// Words right before a number that make it a name: «il 112».
    pub(super) articles: &'static [&'static str],
    /// Whether the unit stands before its number.
    pub(super) unit_first: bool,
}

impl Source {
    pub(super) const NONE: Self = Self {
        languages: &[],
        euro: &[],
        hours: &[],
        days: &[],
        working_days: &[],
        months: &[],
        years: &[],
        numbers: &[],
        pairs: &[],
        calendar: &[],
        bounds: &[],
        ages: &[],
        aged: &[],
        spent: &[],
        norms: &[],
        calls: &[],
        articles: &[],
        unit_first: false,
    };
}

/// Some words in a row.
type Phrase = Vec<String>;

/// The words of a language, in the spelling of [`tokens`], so that sentences can be compared with them.
pub(super) struct Vocabulary {
    euro: Vec<(Phrase, ())>,
    units: Vec<(Phrase, Unit)>,
    numbers: Vec<(Phrase, u32)>,
    pairs: Vec<(Phrase, Unit)>,
    calendar: Vec<(Phrase, i8)>,
    bounds: Vec<(Phrase, ())>,
    ages: Vec<(Phrase, ())>,
    aged: Vec<(Phrase, ())>,
    spent: Vec<(Phrase, ())>,
    norms: Vec<(Phrase, ())>,
    calls: Vec<(Phrase, ())>,
    articles: Vec<(Phrase, ())>,
    unit_first: bool,
}

impl Vocabulary {
    /// The words of a language. One that nobody has listed has only signs and digits.
    pub(super) fn of(lang: &str) -> Self {
        let primary = lang.split('-').next().unwrap_or_default();
        let listed = super::languages::ALL.iter().find(|it| it.languages.contains(&primary));
        Self::new(listed.copied().unwrap_or(&Source::NONE))
    }

    fn new(source: &Source) -> Self {
        let units = [
            (Unit::Hours, source.hours),
            (Unit::Days, source.days),
            (Unit::WorkingDays, source.working_days),
            (Unit::Months, source.months),
            (Unit::Years, source.years),
        ];
        let everywhere: &[&str] = &["€", "eur", "euro"];
        Self {
            euro: phrases([((), everywhere), ((), source.euro)]),
            units: phrases(units),
            numbers: phrases(source.numbers.iter().copied()),
            pairs: phrases(source.pairs.iter().copied()),
            calendar: phrases((1..).zip(source.calendar.iter().copied())),
            bounds: phrases([((), source.bounds)]),
            ages: phrases([((), source.ages)]),
            aged: phrases([((), source.aged)]),
            spent: phrases([((), source.spent)]),
            norms: phrases([((), source.norms)]),
            calls: phrases([((), source.calls)]),
            articles: phrases([((), source.articles)]),
            unit_first: source.unit_first,
        }
    }

    /// Whether the currency is named here, and how many parts that takes.
    pub(super) fn euro(&self, at: &[Token]) -> Option<usize> {
        begins(&self.euro, at).map(|(length, ())| length)
    }

    /// Whether the currency is named just before.
    pub(super) fn ends_with_euro(&self, before: &[Token]) -> bool {
        ends(&self.euro, before)
    }

    /// The unit of time that is named here.
    pub(super) fn unit(&self, at: &[Token]) -> Option<(usize, Unit)> {
        begins(&self.units, at)
    }

    /// The unit of time that is named just before, where the language writes it there.
    pub(super) fn unit_before(&self, before: &[Token]) -> Option<(usize, Unit)> {
        last(&self.units, before).filter(|_| self.unit_first)
    }

    /// The number that is written in words here.
    pub(super) fn number(&self, at: &[Token]) -> Option<(usize, u32)> {
        begins(&self.numbers, at)
    }

    /// The unit of which one word here says two.
    pub(super) fn pair(&self, at: &[Token]) -> Option<(usize, Unit)> {
        begins(&self.pairs, at)
    }

    /// The month that is named here.
    pub(super) fn month(&self, at: &[Token]) -> Option<(usize, i8)> {
        begins(&self.calendar, at)
    }

    /// Whether a number of years between these parts is somebody's age.
    pub(super) fn is_age(&self, before: &[Token], after: &[Token]) -> bool {
        if begins(&self.aged, after).is_some() {
            return true;
        }
        let mut before = before;
        while let Some((length, ())) = last(&self.bounds, before) {
            before = before.get(..before.len() - length).unwrap_or_default();
        }
        ends(&self.ages, before) && begins(&self.spent, after).is_none()
    }

    /// Whether what comes next is part of the name of a norm, a form or a field: one of the last parts says so.
    pub(super) fn in_a_norm(&self, before: &[Token]) -> bool {
        near(&self.norms, before, 4)
    }

    /// Whether what comes next is to be called: one of the last parts says so.
    pub(super) fn to_call(&self, before: &[Token]) -> bool {
        near(&self.calls, before, 3)
    }

    /// Whether what comes next is a number that has become a name.
    pub(super) fn is_name(&self, before: &[Token]) -> bool {
        ends(&self.articles, before)
    }
}

fn phrases<'s, T: Copy>(source: impl IntoIterator<Item = (T, &'s [&'s str])>) -> Vec<(Phrase, T)> {
    let mut phrases: Vec<(Phrase, T)> = source
        .into_iter()
        .flat_map(|(meaning, words)| words.iter().map(move |word| (word, meaning)))
        .map(|(word, meaning)| {
            (tokens(word).into_iter().map(|token| token.text).collect(), meaning)
        })
        .collect();
    // The longest first: «working days» before «days».
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
}

fn same(phrase: &[String], tokens: &[Token]) -> bool {
    phrase.iter().zip(tokens).all(|(word, token)| *word == token.text)
}

fn begins<T: Copy>(phrases: &[(Phrase, T)], at: &[Token]) -> Option<(usize, T)> {
    phrases
        .iter()
        .find(|(phrase, _)| at.len() >= phrase.len() && same(phrase, at))
        .map(|(phrase, meaning)| (phrase.len(), *meaning))
}

fn last<T: Copy>(phrases: &[(Phrase, T)], before: &[Token]) -> Option<(usize, T)> {
    phrases.iter().find_map(|(phrase, meaning)| {
        let tail = before.get(before.len().checked_sub(phrase.len())?..)?;
        same(phrase, tail).then_some((phrase.len(), *meaning))
    })
}

fn ends<T: Copy>(phrases: &[(Phrase, T)], before: &[Token]) -> bool {
    last(phrases, before).is_some()
}

fn near<T: Copy>(phrases: &[(Phrase, T)], before: &[Token], reach: usize) -> bool {
    (0..reach).any(|back| {
        before.get(..before.len().saturating_sub(back)).is_some_and(|head| ends(phrases, head))
    })
}
