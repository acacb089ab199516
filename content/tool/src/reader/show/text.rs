//! Sentences of the core as a terminal shows them.

use cittadini_core::screens::{Direction, Freshness, FreshnessState, Run, Text};

use crate::terminal::style::{BAD, GOOD, LINKED, QUIET, TITLE, WARN, words};

use super::headings::{self, Headings};

/// A sentence with its colours. Where it stands in another language than the reader's, its language follows.
pub(super) fn styled(text: &Text) -> String {
    let said: String = text.runs.iter().map(|piece| run(piece, text.direction)).collect();
    match text.fallback {
        true => format!("{said} {}", words(QUIET, &format!("[{}]", text.language))),
        false => said,
    }
}

fn run(run: &Run, direction: Direction) -> String {
    match run {
        Run::Text { text } => text.clone(),
        Run::Strong { text } => words(TITLE, text),
        Run::Term { text, .. } => words(LINKED, text),
        Run::Date { iso } => day(iso),
        Run::Money { .. } => run.plain(),
        Run::Phone { number } => isolated(number, direction),
        Run::Link { url, text } if text.is_empty() || text == url => words(LINKED, url),
        Run::Link { url, text } => format!("{text} {}", words(LINKED, url)),
    }
}

/// A number among words of a direction. In a line from right to left the groups of a number would stand in reverse: «290 290 800».
pub(super) fn isolated(number: &str, direction: Direction) -> String {
    match direction {
        Direction::Ltr => number.to_owned(),
        Direction::Rtl => format!("\u{2066}{number}\u{2069}"),
    }
}

/// A day as it is written in Italy and wherever the app's languages are spoken, with Latin digits: `23/11/2026`.
pub(super) fn day(iso: &str) -> String {
    let date = iso.split('T').next().unwrap_or(iso);
    let parts: Vec<&str> = date.split('-').collect();
    match parts.as_slice() {
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => iso.to_owned(),
    }
}

/// An address on the web.
pub(super) fn link(url: &str) -> String {
    words(LINKED, url)
}

/// The sign of a state.
pub(super) fn sign(state: FreshnessState) -> String {
    match state {
        FreshnessState::Fresh => words(GOOD, "●"),
        FreshnessState::Check => words(WARN, "◐"),
        FreshnessState::DoNotRely => words(BAD, "○"),
    }
}

/// The sign and its word: `● fresco`.
pub(super) fn chip(state: FreshnessState, headings: &Headings) -> String {
    let (slug, style) = match state {
        FreshnessState::Fresh => ("fresh", GOOD),
        FreshnessState::Check => ("check", WARN),
        FreshnessState::DoNotRely => ("do_not_rely", BAD),
    };
    let word = headings.say(headings::freshness_chip(slug));
    format!("{} {}", sign(state), words(style, &word))
}

/// What is doubtful about an item, if anything is; nothing about an item that is fresh and sure.
pub(super) fn doubt(freshness: &Freshness) -> Option<String> {
    match freshness.state {
        FreshnessState::Fresh => None,
        state => Some(format!("{} {}", sign(state), styled(&freshness.label))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_the_italian_way() {
        assert_eq!(day("2026-11-23"), "23/11/2026");
        assert_eq!(day("2026-11-23T09:00:00Z"), "23/11/2026");
        assert_eq!(day("mai"), "mai");
    }
}
