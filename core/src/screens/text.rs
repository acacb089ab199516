//! Sentences as runs.

use serde::{Deserialize, Serialize};

/// The direction of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// How a sentence came into its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Translation {
    /// Written in this language.
    Original,
    /// Translated by a person.
    Human,
    /// Translated by a person and read by another.
    Reviewed,
    /// Translated by a machine; label it.
    Machine,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "run", rename_all = "snake_case")]
pub enum Run {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// Words that matter.
    Strong {
        /// The words.
        text: String,
    },
    /// A word that the glossary explains.
    Term {
        /// The term's id.
        id: String,
        /// The words.
        text: String,
    },
    /// An amount. Write it as the platform does, with Latin digits.
    Money {
        /// Euro cents.
        cents: u64,
    },
    /// A day. Write it as the platform does, with Latin digits.
    Date {
        /// ISO 8601, `2026-11-23`.
        iso: String,
    },
    /// A telephone number that can be called.
    Phone {
        /// The number as it is written.
        number: String,
    },
    /// An address on the web, or `mailto:`.
    Link {
        /// The address.
        url: String,
        /// The words.
        text: String,
    },
}

/// A sentence in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its pieces, in reading order.
    pub runs: Vec<Run>,
    /// The BCP 47 tag of the language it is in.
    pub language: String,
    /// The direction of its script.
    pub direction: Direction,
    /// How it came into its language.
    pub translation: Translation,
    /// Whether the Italian has changed since it was translated.
    pub stale: bool,
    /// Whether it stands in another language than the reader's first, because hers is missing.
    pub fallback: bool,
}

impl Text {
    /// The one plain form, for print, calendar files and slips: `16,00 €`, `2026-11-23`.
    pub fn plain(&self) -> String {
        self.runs.iter().map(Run::plain).collect()
    }
}

impl Run {
    /// The run in plain form.
    pub fn plain(&self) -> String {
        match self {
            Self::Text { text } | Self::Strong { text } | Self::Term { text, .. } => text.clone(),
            Self::Money { cents } => plain_money(*cents),
            Self::Date { iso } => iso.clone(),
            Self::Phone { number } => number.clone(),
            Self::Link { url, text } if text.is_empty() => url.clone(),
            Self::Link { text, .. } => text.clone(),
        }
    }
}

/// An amount in the plain form: `116,46 €`.
pub(crate) fn plain_money(cents: u64) -> String {
    format!("{},{:02} €", cents / 100, cents % 100)
}
