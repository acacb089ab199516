//! A sentence that is being read for figures, part by part.

use cittadini_core::model::{Duration, DurationRange};
use jiff::civil::Date;

use super::tokens::{Kind, Token, tokens};
use super::vocabulary::Vocabulary;

/// What a figure says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// Euro cents.
    Money(u64),
    Span(Duration),
    Range(DurationRange),
    Day(Date),
    /// The digits of what is, or looks like, a telephone number.
    Number(String),
}

/// A figure in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) what: What,
    /// As it stands in the sentence.
    pub(super) written: String,
    /// Whether it speaks of something that is nobody's fact: an age, the date of a law.
    pub(super) aside: bool,
}

/// A sentence that is being read. What one reading has taken, the next leaves alone.
pub(super) struct Sentence<'s> {
    pub(super) vocabulary: &'s Vocabulary,
    plain: &'s str,
    tokens: Vec<Token>,
    taken: Vec<bool>,
    figures: Vec<Figure>,
}

impl<'s> Sentence<'s> {
    /// A sentence of which nothing is taken yet.
    pub(super) fn new(vocabulary: &'s Vocabulary, plain: &'s str) -> Self {
        let tokens = tokens(plain);
        let taken = vec![false; tokens.len()];
        Self { vocabulary, plain, tokens, taken, figures: Vec::new() }
    }

    /// What was found in it.
    pub(super) fn into_figures(self) -> Vec<Figure> {
        self.figures
    }

    /// How many parts there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A part that nothing has taken yet.
    pub(super) fn free(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).filter(|_| self.taken.get(at) == Some(&false))
    }

    /// The digits of a free part.
    pub(super) fn digits(&self, at: usize) -> Option<&str> {
        self.free(at).filter(|token| token.kind == Kind::Digits).map(|token| token.text.as_str())
    }

    /// The free mark that stands at a place without white space before it.
    pub(super) fn tight_mark(&self, at: usize) -> Option<&str> {
        let tight = |token: &&Token| token.kind == Kind::Mark && !token.spaced;
        self.free(at).filter(tight).map(|token| token.text.as_str())
    }

    /// The digits that stand at a place without white space before them.
    pub(super) fn tight_digits(&self, at: usize) -> Option<&str> {
        self.free(at).filter(|token| !token.spaced)?;
        self.digits(at)
    }

    /// Whether digits hang on what stands before them: `K10`, `16,50`, `4/8`.
    pub(super) fn hangs(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            return false;
        };
        if self.tokens.get(at).is_none_or(|token| token.spaced) {
            return false;
        }
        let before_that = at.checked_sub(2).and_then(|place| self.tokens.get(place));
        let after_digits = before_that.is_some_and(|token| token.kind == Kind::Digits);
        match before.kind {
            Kind::Word => before.text.is_ascii(),
            Kind::Digits => false,
            Kind::Mark => {
                before.text == "/" || after_digits && matches!(before.text.as_str(), "." | ",")
            }
        }
    }

    /// The parts from a place on.
    pub(super) fn from(&self, at: usize) -> &[Token] {
        self.tokens.get(at..).unwrap_or_default()
    }

    /// The parts up to a place.
    pub(super) fn before(&self, at: usize) -> &[Token] {
        self.tokens.get(..at).unwrap_or_default()
    }

    /// Takes the parts from one place to before another for a figure.
    pub(super) fn take(&mut self, from: usize, to: usize, what: What, aside: bool) {
        let ends = self.tokens.get(from).zip(to.checked_sub(1).and_then(|to| self.tokens.get(to)));
        let written = ends.and_then(|(first, last)| self.plain.get(first.from..last.to));
        let written = written.unwrap_or_default().to_owned();
        self.figures.push(Figure { what, written, aside });
        for taken in self.taken.iter_mut().take(to).skip(from) {
            *taken = true;
        }
    }
}

/// Words and marks between the two ends of a range: «da 20 a 23 euro», «4-12 months».
const LINKS: [&str; 26] = [
    "-",
    "a",
    "e",
    "o",
    "ai",
    "to",
    "or",
    "and",
    "à",
    "et",
    "ou",
    "y",
    "u",
    "إلى",
    "الى",
    "أو",
    "至",
    "到",
    "hanggang",
    "до",
    "або",
    "deri",
    "ose",
    "سے",
    "থেকে",
    "සිට",
];

/// Whether a free part links two numbers to a range.
pub(super) fn links(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.free(at).is_some_and(|token| LINKS.contains(&token.text.as_str()))
}
