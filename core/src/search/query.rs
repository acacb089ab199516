//! What was typed, as terms to look for in each language.

use std::collections::BTreeSet;
use std::sync::Arc;

use rusqlite::Connection;

use super::Memory;
use super::index;
use super::spell::{self, Nearest};
use super::stem::Stem;
use super::vocabulary::Vocabulary;
use super::words::words;
use crate::sqlite::SqlContext as _;
use crate::{Result, order};

/// What is looked at of a query, in letters: people paste whole letters from offices.
const MOST_LETTERS: usize = 600;

/// The most words of a query that are looked for.
const MOST_WORDS: usize = 24;

/// The most words that the beginning of one may stand for.
const MOST_COMPLETIONS: usize = 6;

/// The fewest letters of each of two words that were written as one.
const SHORTEST_PART: usize = 4;

/// What was typed.
pub(super) struct Query {
    /// The words, folded, each once.
    pub(super) words: Vec<String>,
    /// Whether the last word may go on.
    unfinished: bool,
}

impl Query {
    pub(super) fn parse(typed: &str) -> Self {
        let end = typed.char_indices().nth(MOST_LETTERS).map_or(typed.len(), |(at, _)| at);
        let typed = typed.get(..end).unwrap_or_default();
        let mut seen = BTreeSet::new();
        let mut list: Vec<String> = words(typed)
            .into_iter()
            .map(|word| word.folded)
            .filter(|word| seen.insert(word.clone()))
            .collect();
        list.truncate(MOST_WORDS);
        let unfinished = typed.chars().next_back().is_some_and(char::is_alphanumeric);
        Self { words: list, unfinished }
    }
}

/// What one word of a query stands for in one language.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    /// The words of the language, folded: the word itself, or those that it was mended or completed to.
    pub(super) words: Vec<String>,
    pub(super) mended: bool,
}

/// A language that is searched.
pub(super) struct Language {
    pub(super) tag: String,
    pub(super) stem: Stem,
    vocabulary: Arc<Vocabulary>,
    /// One for each word of the query.
    pub(super) meanings: Vec<Meaning>,
}

impl Language {
    fn open(connection: &Connection, memory: &Memory, tag: &str) -> Result<Option<Self>> {
        let Some(vocabulary) = memory.vocabulary(connection, tag)? else { return Ok(None) };
        Ok(Some(Self {
            tag: tag.to_owned(),
            stem: Stem::of(tag),
            vocabulary,
            meanings: Vec::new(),
        }))
    }

    /// Whether pages have the word, or another form of it.
    fn knows(&self, connection: &Connection, word: &str) -> Result<bool> {
        Ok(self.pages(connection, word)? > 0)
    }

    fn has_term(&self, connection: &Connection, term: &str) -> Result<bool> {
        let table = index::table(&self.tag)?;
        connection
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH ?1)"
            ))
            .and_then(|mut select| select.query_row([quoted(term)], |row| row.get(0)))
            .context("looking for a term")
    }

    /// Words that begin so, the most common first.
    fn completions(&self, beginning: &str) -> Vec<String> {
        let mut found: Vec<_> = self.vocabulary.beginning_with(beginning).collect();
        order::sort_by_key(&mut found, |known| u32::MAX - known.pages);
        found.into_iter().take(MOST_COMPLETIONS).map(|known| known.word.to_owned()).collect()
    }

    /// The two words of which this one is made, if there are two: where several are, those that more pages have.
    fn parts(&self, connection: &Connection, word: &str) -> Result<Vec<String>> {
        let mut best: Option<(u32, [&str; 2])> = None;
        for (at, _) in word.char_indices() {
            let Some((one, other)) = word.split_at_checked(at) else { continue };
            if [one, other].iter().any(|part| part.chars().count() < SHORTEST_PART) {
                continue;
            }
            let pages = self.pages(connection, one)?.min(self.pages(connection, other)?);
            if pages > best.map_or(0, |(most, _)| most) {
                best = Some((pages, [one, other]));
            }
        }
        Ok(best.map(|(_, parts)| parts.map(str::to_owned).to_vec()).unwrap_or_default())
    }

    /// How many pages have a word; one, when they have other forms of it alone.
    fn pages(&self, connection: &Connection, word: &str) -> Result<u32> {
        match self.vocabulary.pages(word) {
            Some(pages) => Ok(pages),
            None => Ok(u32::from(self.has_term(connection, &self.stem.stem(word))?)),
        }
    }

    /// The expression that finds pages with any of the terms. None when there is none.
    pub(super) fn expression(&self) -> Option<String> {
        let words = self.meanings.iter().flat_map(|meaning| &meaning.words);
        let terms = order::set(words.map(|word| quoted(&self.stem.stem(word))));
        terms.into_iter().reduce(|all, term| format!("{all} OR {term}"))
    }
}

/// A term as FTS5 reads it. Terms have letters and digits alone; the quotation marks keep it from reading `AND`, `NEAR` and
/// the like.
fn quoted(term: &str) -> String {
    format!("\"{}\"", term.replace('"', ""))
}

/// What the words of a query stand for in each of the languages that have an index.
pub(super) fn understood(
    connection: &Connection,
    memory: &Memory,
    query: &Query,
    tags: &[String],
) -> Result<Vec<Language>> {
    let mut languages = Vec::new();
    for tag in tags {
        languages.extend(Language::open(connection, memory, tag)?);
    }
    for (place, word) in query.words.iter().enumerate() {
        let last = query.unfinished && place + 1 == query.words.len();
        understand(connection, &mut languages, word, last)?;
    }
    Ok(languages)
}

fn understand(
    connection: &Connection,
    languages: &mut [Language],
    word: &str,
    last: bool,
) -> Result<()> {
    let mut known = false;
    for language in languages.iter_mut() {
        let here = language.knows(connection, word)?;
        known |= here;
        let words = here.then(|| word.to_owned()).into_iter().collect();
        language.meanings.push(Meaning { words, mended: false });
    }
    if known {
        return Ok(());
    }
    let mut completed = false;
    if last {
        for language in languages.iter_mut() {
            let words = language.completions(word);
            completed |= !words.is_empty();
            language.set(words, false);
        }
    }
    if completed { Ok(()) } else { mend(connection, languages, word) }
}

impl Language {
    fn set(&mut self, words: Vec<String>, mended: bool) {
        if let Some(meaning) = self.meanings.last_mut().filter(|_| !words.is_empty()) {
            *meaning = Meaning { words, mended };
        }
    }
}

/// Mends a word in the languages where the nearest words are: one with slips of the pen, or else two that were written as one,
/// or else one with more slips than usual.
fn mend(connection: &Connection, languages: &mut [Language], word: &str) -> Result<()> {
    if mend_slips(languages, word, 0) {
        return Ok(());
    }
    let mut parted = false;
    for language in languages.iter_mut() {
        let parts = language.parts(connection, word)?;
        parted |= !parts.is_empty();
        language.set(parts, true);
    }
    if !parted {
        mend_slips(languages, word, 1);
    }
    Ok(())
}

fn mend_slips(languages: &mut [Language], word: &str, extra: usize) -> bool {
    let found: Vec<Option<(usize, Vec<String>)>> = languages
        .iter()
        .map(|language| spell::nearest(&language.vocabulary, word, extra).map(owned))
        .collect();
    let Some(least) = found.iter().flatten().map(|(slips, _)| *slips).min() else { return false };
    for (language, found) in languages.iter_mut().zip(found) {
        if let Some((_, words)) = found.filter(|(slips, _)| *slips == least) {
            language.set(words, true);
        }
    }
    true
}

fn owned(nearest: Nearest<'_>) -> (usize, Vec<String>) {
    (nearest.slips, nearest.words.iter().map(|known| known.word.to_owned()).collect())
}
