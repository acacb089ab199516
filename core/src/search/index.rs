//! The index on disk: a table of terms for each language, and the vocabulary of each.
//!
//! The tables are contentless: they hold terms that were prepared here, and no text. Each row has the number of the row that it
//! was made from, so that nothing has to be looked up in between. What is written stands in the transaction of the caller.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _};

use super::stem::Stem;
use super::vocabulary::{Vocabulary, merged};
use super::words::words;
use crate::sqlite::SqlContext as _;
use crate::{Error, Result};

/// The table of the vocabularies. `version` is raised with each change.
pub const TABLES: &str = "
    CREATE TABLE search_vocabulary (
        language TEXT NOT NULL PRIMARY KEY,
        version  INTEGER NOT NULL,
        words    BLOB NOT NULL
    ) STRICT;
";

/// How often a term of a body counts at most: the hundredth «the» of a page says nothing, and would be written down.
const MOST_IN_BODY: i64 = 8;

/// What is searched of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// What it is called.
    pub title: String,
    /// What people call it, each name on a line of its own.
    pub aliases: String,
    /// All its other words.
    pub body: String,
}

impl Fields {
    fn each(&self) -> [&str; 3] {
        [&self.title, &self.aliases, &self.body]
    }
}

/// Writes pages into the index. Ends with [`Writer::finish`].
pub struct Writer<'c> {
    connection: &'c Connection,
    languages: Vec<Changes>,
}

/// What changes in a language.
struct Changes {
    language: String,
    stem: Stem,
    words: BTreeMap<String, i64>,
}

impl<'c> Writer<'c> {
    /// Writes into the database of a connection that has [`TABLES`].
    pub fn new(connection: &'c Connection) -> Self {
        Self { connection, languages: Vec::new() }
    }

    /// Adds a page under the number of its row, which must not be in the index of that language.
    ///
    /// # Errors
    /// Those of the database.
    pub fn add(&mut self, language: &str, row: i64, fields: &Fields) -> Result<()> {
        let table = self.begin(language)?;
        let [title, aliases, body] = self.count(language, fields, 1);
        self.connection
            .prepare_cached(&format!(
                "INSERT INTO {table} (rowid, title, aliases, body) VALUES (?1, ?2, ?3, ?4)"
            ))
            .and_then(|mut insert| insert.execute((row, title, aliases, body)))
            .map(drop)
            .context("writing into the index")
    }

    /// Takes a page out; `fields` are those with which it was added.
    ///
    /// # Errors
    /// Those of the database.
    pub fn remove(&mut self, language: &str, row: i64, fields: &Fields) -> Result<()> {
        let table = self.begin(language)?;
        self.count(language, fields, -1);
        self.connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE rowid = ?1"))
            .and_then(|mut delete| delete.execute([row]))
            .map(drop)
            .context("removing from the index")
    }

    /// Writes the vocabularies that changed.
    ///
    /// # Errors
    /// Those of the database.
    pub fn finish(self) -> Result<()> {
        for changes in &self.languages {
            let language = &changes.language;
            let before = vocabulary(self.connection, language)?;
            let (version, before) = before.unwrap_or_default();
            self.connection
                .execute(
                    "INSERT OR REPLACE INTO search_vocabulary (language, version, words)
                     VALUES (?1, ?2, ?3)",
                    (language, version + 1, merged(&before, &changes.words)?),
                )
                .context("writing the vocabulary of the search")?;
        }
        Ok(())
    }

    fn begin(&mut self, language: &str) -> Result<String> {
        let table = table(language)?;
        if !self.languages.iter().any(|known| known.language == language) {
            self.connection
                .execute_batch(&format!(
                    "CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5(
                         title, aliases, body, content = '', contentless_delete = 1, tokenize = 'ascii'
                     )"
                ))
                .context("making the index of a language")?;
            let (stem, language) = (Stem::of(language), language.to_owned());
            self.languages.push(Changes { language, stem, words: BTreeMap::new() });
        }
        Ok(table)
    }

    /// The terms of each field. Their words are counted once a page.
    fn count(&mut self, language: &str, fields: &Fields, by: i64) -> [String; 3] {
        let mut known = self.languages.iter_mut();
        let Some(changes) = known.find(|known| known.language == language) else {
            return Default::default();
        };
        let mut seen = BTreeSet::new();
        let terms = fields.each().map(|text| {
            let mut terms = String::with_capacity(text.len());
            let mut times: BTreeMap<String, i64> = BTreeMap::new();
            for word in words(text) {
                let term = changes.stem.stem(&word.folded).into_owned();
                let count = times.entry(term.clone()).or_default();
                *count += 1;
                if *count <= MOST_IN_BODY {
                    terms.push_str(&term);
                    terms.push(' ');
                }
                seen.insert(word.folded);
            }
            terms
        });
        for word in seen {
            *changes.words.entry(word).or_default() += by;
        }
        terms
    }
}

/// The name of a language's table, quoted. Tags come from outside: one that could say anything else is refused.
pub(super) fn table(language: &str) -> Result<String> {
    let usable = language.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    match usable && !language.is_empty() {
        true => Ok(format!("\"search-{}\"", language.to_ascii_lowercase())),
        false => Err(Error::InvalidInput(format!("«{language}» is no tag of a language"))),
    }
}

/// The version of a language's vocabulary. None when the language has no index.
pub(super) fn version(connection: &Connection, language: &str) -> Result<Option<i64>> {
    connection
        .prepare_cached("SELECT version FROM search_vocabulary WHERE language = ?1")
        .and_then(|mut select| select.query_row([language], |row| row.get(0)).optional())
        .context("looking for the index of a language")
}

/// The vocabulary of a language, with its version. None when the language has no index.
pub(super) fn vocabulary(
    connection: &Connection,
    language: &str,
) -> Result<Option<(i64, Vocabulary)>> {
    let row: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT version, words FROM search_vocabulary WHERE language = ?1")
        .and_then(|mut select| {
            select.query_row([language], |row| Ok((row.get(0)?, row.get(1)?))).optional()
        })
        .context("reading the vocabulary of the search")?;
    row.map(|(version, words)| Ok((version, Vocabulary::read(&words)?))).transpose()
}

/// Puts the pieces of an index together into one, which is smaller and faster. For after many pages were written.
///
/// # Errors
/// Those of the database.
pub fn optimise(connection: &Connection, language: &str) -> Result<()> {
    let table = table(language)?;
    let name = table.trim_matches('"');
    connection
        .execute_batch(&format!("INSERT INTO {table} (\"{name}\") VALUES ('optimize')"))
        .context("putting the index of a language together")
}

/// Drops the index of a language; one that is not there is no error.
///
/// # Errors
/// Those of the database.
pub fn forget(connection: &Connection, language: &str) -> Result<()> {
    const WHAT: &str = "dropping the index of a language";
    let table = table(language)?;
    connection.execute_batch(&format!("DROP TABLE IF EXISTS {table}")).context(WHAT)?;
    connection
        .execute("DELETE FROM search_vocabulary WHERE language = ?1", [language])
        .map(drop)
        .context(WHAT)
}
