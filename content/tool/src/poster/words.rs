//! The words of the poster, in the languages of those who stand before it.

use cittadini_core::l10n::Argument;

use crate::terminal::words::{Message, Words};

pub(super) use typed::*;

/// Typed messages, one function each, written at build time from `ftl/poster/`.
#[allow(unreachable_pub)]
mod typed {
    use super::{Argument, Message};
    include!(concat!(env!("OUT_DIR"), "/poster.rs"));
}

/// The languages that have words for it, Italian first.
const SOURCES: [(&str, &str); 3] = [
    ("it", include_str!("../../ftl/poster/it.ftl")),
    ("en", include_str!("../../ftl/poster/en.ftl")),
    ("ar", include_str!("../../ftl/poster/ar.ftl")),
];

/// Italian, and those of the languages that the poster has words for.
pub(super) fn languages(published: &[String]) -> Vec<(&'static str, Words)> {
    let wanted = |tag: &str| tag == "it" || published.iter().any(|found| found == tag);
    let sources = SOURCES.into_iter().filter(|(tag, _)| wanted(tag));
    sources.map(|(tag, source)| (tag, Words::new([(tag, source)]))).collect()
}
