//! What an evaluation asks of an engine, and the engines that there are.

use std::time::{Duration, Instant};

use crate::terminal::Outcome;

use super::data::Document;
use super::minisearch::{MiniSearch, Words};
use super::ours::Ours;
use super::plain::Plain;

/// Something that finds pages by words.
pub(super) trait Engine {
    /// What it is called in tables.
    fn name(&self) -> &'static str;

    /// Takes in all pages of a language. Called once a language, before any search. A page that stands there twice is one
    /// page.
    fn index(&mut self, language: &str, documents: &[Document]) -> Outcome;

    /// The best pages, best first, each once, at most `limit`. Several languages are searched together: a page has the better
    /// of its places. Whatever the words are, they are no error.
    fn search(&self, languages: &[&str], words: &str, limit: usize) -> Outcome<Answer>;

    /// What the index weighs, in bytes, without the pages.
    fn index_bytes(&self) -> Outcome<u64>;
}

/// What was found.
#[derive(Debug)]
pub(super) struct Answer {
    /// The pages, best first.
    pub(super) pages: Vec<String>,
    /// How long it took. An engine in another process leaves out the way to it and back.
    pub(super) took: Duration,
}

impl Answer {
    /// Searches, and looks at the clock.
    pub(super) fn timed(search: impl FnOnce() -> Outcome<Vec<String>>) -> Outcome<Self> {
        let start = Instant::now();
        let pages = search()?;
        Ok(Self { pages, took: start.elapsed() })
    }
}

/// The engines, by what they are called on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(super) enum Kind {
    /// The search of the core.
    #[default]
    Ours,
    /// FTS5 of SQLite with what it brings, words joined by OR.
    Plain,
    /// MiniSearch as the Integreat app calls it: a page must have all words.
    Minisearch,
    /// The same where any word is enough.
    MinisearchAny,
}

impl Kind {
    /// An engine without pages.
    pub(super) fn start(self) -> Outcome<Box<dyn Engine>> {
        match self {
            Self::Ours => Ok(Box::new(Ours::new()?)),
            Self::Plain => Ok(Box::new(Plain::new()?)),
            Self::Minisearch => Ok(Box::new(MiniSearch::start(Words::All)?)),
            Self::MinisearchAny => Ok(Box::new(MiniSearch::start(Words::Any)?)),
        }
    }
}
