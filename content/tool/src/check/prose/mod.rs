//! Whether a sentence repeats by hand what a fact says: an amount, a span, a day, a number. A fact changes in one place,
//! a sentence in thirteen languages, and the one that is forgotten misleads somebody.

mod dates;
mod facts;
mod figures;
mod languages;
mod money;
mod phones;
mod problems;
mod sentence;
mod spans;
mod tokens;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};

use cittadini_core::content::markup;

use crate::finding::{Place, Problem};
use crate::source::words::{ItemWords, Sentence};

use super::checker::Checker;
use facts::{Facts, Holder, Own, exactly};
use figures::figures;
use sentence::{Figure, What};
use vocabulary::Vocabulary;

/// Checks the words of all items in all languages.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    let facts = Facts::of(content);
    let vocabularies: BTreeMap<&str, Vocabulary> = content
        .languages
        .iter()
        .map(|lang| (lang.as_str(), Vocabulary::new(languages::listed(lang))))
        .collect();
    // The words of an item whose own file has a mistake are checked all the same.
    for id in content.known.keys() {
        let words = |lang: &str| content.words.get(lang).and_then(|words| words.get(id));
        let judge = Judge { facts: &facts, own: Own::of(content, id), id };
        let original = words("it").zip(vocabularies.get("it"));
        let original = original.map(|(words, it)| judge.read(words, it)).unwrap_or_default();
        for (lang, vocabulary) in &vocabularies {
            let Some(words) = words(lang) else { continue };
            checker.progress.step();
            for (key, sentence) in &words.values {
                let place = place(words, sentence);
                let twins = original.get(key.as_str()).map(Vec::as_slice).unwrap_or_default();
                for figure in judge.figures(sentence, vocabulary) {
                    let twin = twins.iter().find(|twin| twin.what == figure.what);
                    let verdict = judge.verdict(&figure, twin.filter(|_| *lang != "it"));
                    checker.findings.extend(verdict.map(|verdict| verdict.at(&place)));
                }
                if let Some(problem) = judge.address(&sentence.text) {
                    checker.error(&place, problem);
                }
            }
        }
    }
}

fn place(words: &ItemWords, sentence: &Sentence) -> Place {
    Place { file: words.file.clone(), line: sentence.line, column: sentence.column }
}

/// What is to be said of a figure.
enum Verdict {
    Error(Problem),
    Warning(Problem),
}

impl Verdict {
    fn at(self, place: &Place) -> crate::finding::Finding {
        match self {
            Self::Error(problem) => problem.error(place),
            Self::Warning(problem) => problem.warning(place),
        }
    }
}

/// What the figures of one item's words are compared with.
struct Judge<'c> {
    facts: &'c Facts<'c>,
    own: Own<'c>,
    id: &'c str,
}

impl Judge<'_> {
    /// The figures of all sentences, by key.
    fn read<'w>(
        &self,
        words: &'w ItemWords,
        vocabulary: &Vocabulary,
    ) -> BTreeMap<&'w str, Vec<Figure>> {
        let read = |sentence| self.figures(sentence, vocabulary);
        words.values.iter().map(|(key, sentence)| (key.as_str(), read(sentence))).collect()
    }

    fn figures(&self, sentence: &Sentence, vocabulary: &Vocabulary) -> Vec<Figure> {
        // What is not well formed was reported as such.
        let Ok(pieces) = markup::parse(&sentence.text) else { return Vec::new() };
        let is_known = |digits: &str| self.facts.numbers.contains_key(digits);
        figures(vocabulary, &tokens::plain(&pieces), &is_known)
    }

    /// What is wrong with a figure. `twin` is the same figure in the Italian sentence: where that is nobody's fact, this
    /// is none, and what is merely doubtful is said once.
    fn verdict(&self, figure: &Figure, twin: Option<&Figure>) -> Option<Verdict> {
        if figure.aside || twin.is_some_and(|twin| twin.aside) {
            return None;
        }
        let verdict = match &figure.what {
            What::Money(cents) => Some(self.money(*cents, &figure.written)),
            What::Span(span) => {
                let deadlines = self.own.deadlines_of(*span);
                match deadlines.is_empty() {
                    false => Some(self.span(&deadlines, &figure.written)),
                    true => self.shown(exactly(*span), &figure.written),
                }
            }
            What::Range(range) => self.shown(*range, &figure.written),
            What::Day(day) => self.day(*day, &figure.written),
            What::Number(digits) => Some(self.number(digits, &figure.written)),
        };
        verdict.filter(|verdict| twin.is_none() || matches!(verdict, Verdict::Error(_)))
    }

    fn money(&self, cents: u64, written: &str) -> Verdict {
        let Some(fees) = self.facts.fees.get(&cents) else {
            return Verdict::Warning(problems::unknown_money(written));
        };
        let used: Vec<&str> =
            fees.iter().filter(|fee| self.own.fees.contains(*fee)).copied().collect();
        let fees = if used.is_empty() { fees.iter().copied().collect() } else { used };
        Verdict::Error(problems::money(written, &fees))
    }

    /// Who writes a small number in words may well speak of another span that happens to be as long.
    fn span(&self, deadlines: &BTreeSet<&str>, written: &str) -> Verdict {
        let problem = problems::span(written, deadlines, deadlines.contains(self.id));
        match written.contains(char::is_numeric) {
            true => Verdict::Error(problem),
            false => Verdict::Warning(problem),
        }
    }

    fn shown(&self, range: cittadini_core::model::DurationRange, written: &str) -> Option<Verdict> {
        self.own.shows(range).then(|| Verdict::Warning(problems::shown(written)))
    }

    fn day(&self, day: jiff::civil::Date, written: &str) -> Option<Verdict> {
        let (_, field) = self.own.days.iter().find(|(own, _)| *own == day)?;
        let problem = problems::day(written, field);
        // When somebody read a source says nothing about what happens on that day.
        let reading = ["read_on", "verified_on", "verify_by", "publish_from", "expires_on"];
        Some(match reading.iter().any(|name| field.ends_with(name)) {
            true => Verdict::Warning(problem),
            false => Verdict::Error(problem),
        })
    }

    fn number(&self, digits: &str, written: &str) -> Verdict {
        match self.facts.numbers.get(digits) {
            Some(Holder::Contact(id)) if id == self.id => Verdict::Error(problems::own(written)),
            Some(Holder::Contact(id)) => Verdict::Error(problems::contact(written, id)),
            Some(Holder::Office(id)) => Verdict::Error(problems::office(written, id)),
            Some(Holder::Account(id)) => Verdict::Error(problems::account(written, id)),
            None => Verdict::Warning(problems::like_a_phone(written)),
        }
    }

    /// An address of a contact that is written into a sentence.
    fn address(&self, text: &str) -> Option<Problem> {
        let (address, id) =
            self.facts.addresses.iter().find(|(address, _)| text.contains(address.as_str()))?;
        Some(if *id == self.id { problems::own(address) } else { problems::contact(address, id) })
    }
}

#[cfg(test)]
mod tests;
