//! How each language says money, spans of time, months and numbers. What is missing here is only not recognised.

use std::collections::HashMap;

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
    euro: Phrases<()>,
    units: Phrases<Unit>,
    numbers: Phrases<u32>,
    pairs: Phrases<Unit>,
    calendar: Phrases<i8>,
    bounds: Phrases<()>,
    ages: Phrases<()>,
    aged: Phrases<()>,
    spent: Phrases<()>,
    norms: Phrases<()>,
    calls: Phrases<()>,
    articles: Phrases<()>,
    unit_first: bool,
}

impl Vocabulary {
    /// The words of a language, ready to be compared with sentences.
    pub(super) fn new(source: &Source) -> Self {
        let units = [
            (Unit::Hours, source.hours),
            (Unit::Days, source.days),
            (Unit::WorkingDays, source.working_days),
            (Unit::Months, source.months),
            (Unit::Years, source.years),
        ];
        let everywhere: &[&str] = &["€", "eur", "euro"];
        Self {
            euro: Phrases::new([((), everywhere), ((), source.euro)]),
            units: Phrases::new(units),
            numbers: Phrases::new(source.numbers.iter().copied()),
            pairs: Phrases::new(source.pairs.iter().copied()),
            calendar: Phrases::new((1..).zip(source.calendar.iter().copied())),
            bounds: Phrases::new([((), source.bounds)]),
            ages: Phrases::new([((), source.ages)]),
            aged: Phrases::new([((), source.aged)]),
            spent: Phrases::new([((), source.spent)]),
            norms: Phrases::new([((), source.norms)]),
            calls: Phrases::new([((), source.calls)]),
            articles: Phrases::new([((), source.articles)]),
            unit_first: source.unit_first,
        }
    }

    /// Whether the currency is named here, and how many parts that takes.
    pub(super) fn euro(&self, at: &[Token]) -> Option<usize> {
        self.euro.begins(at).map(|(length, ())| length)
    }

    /// Whether the currency is named just before.
    pub(super) fn ends_with_euro(&self, before: &[Token]) -> bool {
        self.euro.ends(before)
    }

    /// The unit of time that is named here.
    pub(super) fn unit(&self, at: &[Token]) -> Option<(usize, Unit)> {
        self.units.begins(at)
    }

    /// The unit of time that is named just before, where the language writes it there.
    pub(super) fn unit_before(&self, before: &[Token]) -> Option<(usize, Unit)> {
        self.units.last(before).filter(|_| self.unit_first)
    }

    /// The number that is written in words here.
    pub(super) fn number(&self, at: &[Token]) -> Option<(usize, u32)> {
        self.numbers.begins(at)
    }

    /// The unit of which one word here says two.
    pub(super) fn pair(&self, at: &[Token]) -> Option<(usize, Unit)> {
        self.pairs.begins(at)
    }

    /// The month that is named here.
    pub(super) fn month(&self, at: &[Token]) -> Option<(usize, i8)> {
        self.calendar.begins(at)
    }

    /// Whether a number of years between these parts is somebody's age.
    pub(super) fn is_age(&self, before: &[Token], after: &[Token]) -> bool {
        if self.aged.begins(after).is_some() {
            return true;
        }
        let mut before = before;
        while let Some((length, ())) = self.bounds.last(before) {
            before = before.get(..before.len() - length).unwrap_or_default();
        }
        self.ages.ends(before) && self.spent.begins(after).is_none()
    }

    /// Whether what comes next is part of the name of a norm, a form or a field: one of the last parts says so.
    pub(super) fn in_a_norm(&self, before: &[Token]) -> bool {
        self.norms.near(before, 4)
    }

    /// Whether what comes next is to be called: one of the last parts says so.
    pub(super) fn to_call(&self, before: &[Token]) -> bool {
        self.calls.near(before, 3)
    }

    /// Whether what comes next is a number that has become a name.
    pub(super) fn is_name(&self, before: &[Token]) -> bool {
        self.articles.ends(before)
    }
}

/// Phrases with what they mean, found by their first word and by their last.
struct Phrases<T> {
    by_first: HashMap<String, Vec<(Phrase, T)>>,
    by_last: HashMap<String, Vec<(Phrase, T)>>,
}

impl<T: Copy> Phrases<T> {
    fn new<'s>(source: impl IntoIterator<Item = (T, &'s [&'s str])>) -> Self {
        let mut phrases = Self { by_first: HashMap::new(), by_last: HashMap::new() };
        for (meaning, written) in source {
            for written in written {
                let phrase: Phrase = tokens(written).into_iter().map(|token| token.text).collect();
                let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else { continue };
                let entry = (phrase.clone(), meaning);
                phrases.by_first.entry(first.clone()).or_default().push(entry.clone());
                phrases.by_last.entry(last.clone()).or_default().push(entry);
            }
        }
        // The longest first: «working days» before «days».
        for found in phrases.by_first.values_mut().chain(phrases.by_last.values_mut()) {
            found.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        phrases
    }

    /// The phrase with which these parts begin: its length and what it means.
    fn begins(&self, at: &[Token]) -> Option<(usize, T)> {
        let found = self.by_first.get(&at.first()?.text)?;
        found.iter().find_map(|(phrase, meaning)| {
            let head = at.get(..phrase.len())?;
            same(phrase, head).then_some((phrase.len(), *meaning))
        })
    }

    /// The phrase with which these parts end.
    fn last(&self, before: &[Token]) -> Option<(usize, T)> {
        let found = self.by_last.get(&before.last()?.text)?;
        found.iter().find_map(|(phrase, meaning)| {
            let tail = before.get(before.len().checked_sub(phrase.len())?..)?;
            same(phrase, tail).then_some((phrase.len(), *meaning))
        })
    }

    fn ends(&self, before: &[Token]) -> bool {
        self.last(before).is_some()
    }

    /// Whether a phrase ends within the last few parts.
    fn near(&self, before: &[Token], reach: usize) -> bool {
        (0..reach).any(|back| {
            before.get(..before.len().saturating_sub(back)).is_some_and(|head| self.ends(head))
        })
    }
}

fn same(phrase: &[String], tokens: &[Token]) -> bool {
    phrase.iter().zip(tokens).all(|(word, token)| *word == token.text)
}
