//! Which records are searched, in which language, and with which words; and the index kept in step with them.
//!
//! A record is one row of the index, under its own rowid. Words are rows of their language. Facts with a name (an office, a
//! term) are rows of the Italian index: such names are said in Italian everywhere.
//!
//! An index is written whole, in a transaction of its own, when it is first needed or when this core prepares terms in another
//! way than the one that wrote it ([`FORMAT`]): readings see the old one until then. From there on it is kept up record by record in the
//! transaction that applies a pack.

use rusqlite::{Connection, OptionalExtension as _};
use serde::Deserialize;

use super::markup::{self, Piece};
use crate::Result;
use crate::model::{Address, Words};
use crate::search::{Fields, Writer, optimise};
use crate::sqlite::SqlContext as _;

/// How terms are prepared. Raised when `search` folds, parts or stems in another way.
const FORMAT: u32 = 1;

/// The languages that have an index, with the way in which its terms were prepared.
pub(super) const TABLES: &str = "
    CREATE TABLE search_format (
        language TEXT NOT NULL PRIMARY KEY,
        format   INTEGER NOT NULL
    ) STRICT;
";

/// The language of the names in the facts.
const NAMES: &str = "it";

/// The keys under which a text says what its item is called.
pub(super) const TITLES: [&str; 2] = ["title", "name"];

/// The language of the rows that a pack brings. None for a pack that is not searched.
fn language_of(pack: &str) -> Option<&str> {
    match pack {
        "facts" => Some(NAMES),
        _ => pack.strip_prefix("text-"),
    }
}

/// What is searched of a record.
pub(super) fn fields(kind: &str, line: &str) -> Option<Fields> {
    match kind {
        "words" => serde_json::from_str(line).ok().map(|words| of_words(&words)),
        "office" | "office_type" | "term" => serde_json::from_str(line).ok().map(of_named),
        _ => None,
    }
}

fn of_words(words: &Words) -> Fields {
    let mut fields = Fields { aliases: words.aliases.join("\n"), ..Fields::default() };
    for (key, sentence) in &words.values {
        let field = match TITLES.contains(&key.as_str()) {
            true => &mut fields.title,
            false => &mut fields.body,
        };
        field.push_str(&spoken(sentence));
        field.push('\n');
    }
    fields
}

/// The words of a sentence. What stands for a fact has none.
pub(super) fn spoken(sentence: &str) -> String {
    let pieces = markup::parse(sentence).unwrap_or_default();
    let words = pieces.into_iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Strong(text) | Piece::Term { label: Some(text), .. } => text,
        _ => " ".to_owned(),
    });
    words.collect()
}

/// What facts that have a name say of it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Named {
    pub(super) name_it: String,
    aka: Vec<String>,
    acronym: Option<String>,
    address: Option<Address>,
    /// Of a contact: its number or its address. People type «112».
    value: String,
}

fn of_named(named: Named) -> Fields {
    let aliases: Vec<String> = named.aka.into_iter().chain(named.acronym).collect();
    let address = named.address.unwrap_or_default();
    Fields {
        title: named.name_it,
        aliases: aliases.join("\n"),
        body: format!("{} {} {}", address.street, address.town, named.value),
    }
}

/// The index of a pack's language, kept in step with its records. None when there is none yet, or one that will be written anew.
pub(super) struct Upkeep<'c> {
    writer: Writer<'c>,
    language: String,
}

impl<'c> Upkeep<'c> {
    pub(super) fn of(connection: &'c Connection, pack: &str) -> Result<Option<Self>> {
        let Some(language) = language_of(pack) else { return Ok(None) };
        Ok(is_current(connection, language)?
            .then(|| Self { writer: Writer::new(connection), language: language.to_owned() }))
    }

    /// Notes that a record went.
    pub(super) fn removed(&mut self, row: i64, kind: &str, line: &str) -> Result<()> {
        match fields(kind, line) {
            Some(fields) => self.writer.remove(&self.language, row, &fields),
            None => Ok(()),
        }
    }

    /// Notes that a record came.
    pub(super) fn added(&mut self, row: i64, kind: &str, line: &str) -> Result<()> {
        match fields(kind, line) {
            Some(fields) => self.writer.add(&self.language, row, &fields),
            None => Ok(()),
        }
    }

    /// Writes what is left to write.
    pub(super) fn finish(self) -> Result<()> {
        self.writer.finish()
    }
}

/// Whether a language has an index that this core has written.
pub(super) fn is_current(connection: &Connection, language: &str) -> Result<bool> {
    let format: Option<u32> = connection
        .prepare_cached("SELECT format FROM search_format WHERE language = ?1")
        .and_then(|mut select| select.query_row([language], |row| row.get(0)).optional())
        .context("looking for the index of a language")?;
    Ok(format == Some(FORMAT))
}

/// Writes the index of a language from its records, of which there may be none yet. Stands in the transaction of the caller.
pub(super) fn write_anew(connection: &Connection, language: &str) -> Result<()> {
    const WHAT: &str = "writing the index of a language";
    forget(connection, language)?;
    let mut writer = Writer::new(connection);
    let facts = if language == NAMES { "facts" } else { "" };
    let mut select = connection
        .prepare("SELECT rowid, kind, line FROM record WHERE pack IN (?1, ?2)")
        .context(WHAT)?;
    let mut any = false;
    let mut rows = select.query([&format!("text-{language}"), facts]).context(WHAT)?;
    while let Some(row) = rows.next().context(WHAT)? {
        let text = |column| Ok(row.get_ref(column)?.as_str()?);
        let number: i64 = row.get(0).context(WHAT)?;
        let (kind, line) = text(1).and_then(|kind| Ok((kind, text(2)?))).context(WHAT)?;
        if let Some(fields) = fields(kind, line) {
            writer.add(language, number, &fields)?;
            any = true;
        }
    }
    writer.finish()?;
    if any {
        optimise(connection, language)?;
    }
    connection
        .execute("INSERT INTO search_format (language, format) VALUES (?1, ?2)", (language, FORMAT))
        .map(drop)
        .context(WHAT)
}

/// Drops the index of a language.
pub(super) fn forget(connection: &Connection, language: &str) -> Result<()> {
    connection
        .execute("DELETE FROM search_format WHERE language = ?1", [language])
        .context("dropping the index of a language")?;
    crate::search::forget(connection, language)
}

/// Drops the index of a pack's language, if the pack goes that its words are from.
pub(super) fn forget_pack(connection: &Connection, pack: &str) -> Result<()> {
    language_of(pack).map_or(Ok(()), |language| forget(connection, language))
}
