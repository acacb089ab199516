//! Where the words of a query stand in a text, in whatever form: what a shell highlights, and out of which a snippet is cut.

use std::collections::BTreeSet;
use std::ops::Range;

use super::query::Language;
use super::stem::Stem;
use super::words::words;
use crate::order;

/// Finds the words of one query in texts of one language.
pub struct Marker {
    /// The language.
    pub language: String,
    stem: Stem,
    terms: BTreeSet<String>,
}

/// A word of a text that answers the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Its term: equal for forms of the same word.
    pub term: String,
}

/// Whether a word says something by itself: articles and prepositions are found too, and shown only when nothing else was typed.
fn is_long(word: &str) -> bool {
    word.len() > 3
}

impl Marker {
    pub(super) fn of(language: Language) -> Self {
        let words = || language.meanings.iter().flat_map(|meaning| &meaning.words);
        let any_long = words().any(|word| is_long(word));
        let shown = words().filter(|word| !any_long || is_long(word));
        let terms = order::set(shown.map(|word| language.stem.stem(word).into_owned()));
        Self { language: language.tag, terms, stem: language.stem }
    }

    /// The words of a text that answer the query, in their order.
    pub fn marks(&self, text: &str) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for word in words(text) {
            let term = self.stem.stem(&word.folded);
            if !self.terms.contains(term.as_ref()) {
                continue;
            }
            // Parts of one word, and pairs of letters that share one, are one mark.
            match marks.last_mut() {
                Some(last) if word.at.start < last.at.end => {
                    last.at.end = word.at.end.max(last.at.end)
                }
                _ => marks.push(Mark { at: word.at, term: term.into_owned() }),
            }
        }
        marks
    }
}
