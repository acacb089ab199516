//! The app's own words, in the reader's language.
//!
//! Italian and English are compiled in; every other language travels in its pack. A message is a typed function
//! ([`messages`]), checked at build time in the languages that are compiled in; `cittadini check` checks the others. A [`L10n`] holds the reader's chain: the first language
//! that has the message answers, Italian comes last and has all of them. Fluent is wrapped here and seen nowhere else.

mod bundle;
mod language;
mod pseudo;

use fluent_bundle::FluentValue;

pub use bundle::{L10n, Said};
pub use language::{direction, name_of};
pub use pseudo::PSEUDO_LOCALE;

/// Typed messages, one function each, written at build time.
pub mod messages {
    use super::{Argument, Message};
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// The value of a variable.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Argument {
    /// Words that stand as they are.
    Words(String),
    /// A number that the language may count with.
    Number(u32),
}

impl From<&str> for Argument {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Argument {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<&Argument> for FluentValue<'static> {
    fn from(argument: &Argument) -> Self {
        match argument {
            Argument::Words(words) => words.clone().into(),
            Argument::Number(number) => (*number).into(),
        }
    }
}

/// A message with its variables, in no language yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Message {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    /// Only the generated functions call this.
    pub fn new(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { id, arguments }
    }
}
