//! The reader's own words: what stands above and before the sentences of the core.

use cittadini_core::l10n::Argument;

use crate::terminal::words::{Message, Words};

pub(super) use typed::*;

/// Typed headings, one function each, written at build time from `ftl/reader/`.
#[allow(unreachable_pub)]
mod typed {
    use super::{Argument, Message};
    include!(concat!(env!("OUT_DIR"), "/headings.rs"));
}

const ITALIAN: &str = include_str!("../../../ftl/reader/it.ftl");
const ENGLISH: &str = include_str!("../../../ftl/reader/en.ftl");
const ARABIC: &str = include_str!("../../../ftl/reader/ar.ftl");

/// Headings in the reader's language; in Italian where they are not translated yet.
pub(super) struct Headings(Words);

impl Headings {
    pub(super) fn new(language: &str) -> Self {
        let sources = [("it", ITALIAN), ("en", ENGLISH), ("ar", ARABIC)];
        let own = sources.into_iter().filter(|(tag, _)| *tag == language);
        Self(Words::new(own.chain([("it", ITALIAN)])))
    }

    pub(super) fn say(&self, message: Message) -> String {
        self.0.say(message)
    }
}
