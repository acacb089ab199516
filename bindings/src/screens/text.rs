//! Sentences as runs.

use cittadini_core::screens::{Direction, Run, Text, Translation};

/// The direction of a script.
#[uniffi::remote(Enum)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// How a sentence came into its language.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Enum)]
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
        /// The amount in euro cents.
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

/// A sentence in one language. Draw the runs one after the other in the direction given, whatever the direction of the
/// screen, and tell the screen reader the language.
#[uniffi::remote(Record)]
#[uniffi(name = "LocalizedText")]
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
