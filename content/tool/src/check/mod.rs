//! Strict when written: what would mislead a reader is found here, all at once, before anything is signed.
//!
//! References and types are checked while loading, since they have no meaning without each other; the rest is here.

mod aliases;
mod answers;
mod characters;
mod checker;
mod contacts;
mod date_cases;
mod freshness;
mod hours;
mod italian;
mod keys;
mod languages;
mod names;
mod overlays;
mod places;
mod prose;
mod readability;
mod script;
mod search_cases;
mod sentence;
mod state;
mod structure;
mod topics;
mod topics_vocabulary;
mod tree_cases;
mod trees;
mod ui;
mod values;
mod vocabulary;

use jiff::civil::Date;

use crate::finding::Finding;
use crate::progress::{Draw, Progress, UNSEEN};
use crate::source::load::Content;

use checker::Checker;

pub(crate) use keys::{TextKey, keys as text_keys};
pub(crate) use places::needed_office_types;
pub use places::{Unknowns, unknown_fields};

/// Everything that is wrong with a content folder on a day, sorted by file and line: what loading found, and what only
/// the whole can show. Nothing that merely ages is an error.
pub fn check(content: &Content, today: Date) -> Vec<Finding> {
    check_watched(content, today, UNSEEN)
}

/// The same, drawing how many of the files of words are checked.
pub fn check_watched(content: &Content, today: Date, draw: Draw<'_>) -> Vec<Finding> {
    let words = content.words.values().map(|words| words.len()).sum::<usize>();
    // They are gone through twice: for their language, and for the facts in them.
    let progress = Progress::new(draw, words * 2);
    let findings = content.findings.clone();
    let mut checker = Checker { content, today, findings, progress };
    let app_words = vocabulary::AppWords::of(content.ui.get("it"));
    for item in content.items.values() {
        freshness::item(&mut checker, item);
        structure::item(&mut checker, item);
        trees::item(&mut checker, item);
        vocabulary::item(&mut checker, &app_words, item);
        values::item(&mut checker, item, freshness::meta(&item.record));
    }
    values::emergency(&mut checker);
    tree_cases::all(&mut checker);
    date_cases::all(&mut checker);
    search_cases::all(&mut checker);
    places::all(&mut checker);
    overlays::all(&mut checker);
    contacts::all(&mut checker);
    languages::all(&mut checker);
    aliases::all(&mut checker);
    prose::all(&mut checker);
    characters::all(&mut checker);
    readability::all(&mut checker);
    state::all(&mut checker);
    ui::all(&mut checker);
    checker.findings.sort();
    checker.findings.dedup();
    checker.findings
}

#[cfg(test)]
#[path = "check_tests.rs"]
pub(crate) mod tests;

#[cfg(test)]
mod alias_tests;

#[cfg(test)]
mod date_case_tests;

#[cfg(test)]
mod tree_case_tests;

#[cfg(test)]
mod search_case_tests;

#[cfg(test)]
mod topic_tests;

#[cfg(test)]
mod tree_tests;
