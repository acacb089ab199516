//! The search of the core, over the pages of an evaluation: the same code that phones run, with another source of pages.

use std::collections::BTreeMap;

use cittadini_core::search::{self, Fields, Finder, Memory, Page, Pages, Writer};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::terminal::Outcome;

use super::data::Document;
use super::engine::{Answer, Engine};

/// How many pages of the database SQLite keeps in memory, in KiB: that of a phone.
const CACHE_KIB: i64 = 1_024;

/// The engine: its index in one database, the pages in another, so that the index can be weighed.
pub(super) struct Ours {
    index: Connection,
    pages: Stored,
    memory: Memory,
}

/// The pages, as `content.db` keeps its records: to be read again for those that were found.
struct Stored {
    database: Connection,
}

impl Ours {
    pub(super) fn new() -> Outcome<Self> {
        let [index, database] = [Connection::open("")?, Connection::open("")?];
        for connection in [&index, &database] {
            connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        }
        index.execute_batch(search::TABLES)?;
        database.execute_batch(
            "CREATE TABLE page (language TEXT, row INTEGER, id TEXT, title TEXT, body TEXT,
                                PRIMARY KEY (language, row)) WITHOUT ROWID",
        )?;
        Ok(Self { index, pages: Stored { database }, memory: Memory::default() })
    }
}

impl Pages for Stored {
    fn page(&self, language: &str, row: i64) -> cittadini_core::Result<Option<Page>> {
        self.database
            .prepare_cached("SELECT id, title, body FROM page WHERE language = ?1 AND row = ?2")
            .and_then(|mut select| {
                let page = |row: &rusqlite::Row<'_>| {
                    let fields =
                        Fields { title: row.get(1)?, aliases: String::new(), body: row.get(2)? };
                    Ok(Page { id: row.get(0)?, fields, weight: 1.0 })
                };
                select.query_row(params![language, row], page).optional()
            })
            .map_err(|source| cittadini_core::Error::Sql { context: "reading a page", source })
    }
}

impl Engine for Ours {
    fn name(&self) -> &'static str {
        "Cittadini"
    }

    fn index(&mut self, language: &str, documents: &[Document]) -> Outcome {
        let once: BTreeMap<&str, &Document> =
            documents.iter().rev().map(|document| (document.page.as_str(), document)).collect();
        let transaction = self.index.unchecked_transaction()?;
        let pages = self.pages.database.unchecked_transaction()?;
        let mut writer = Writer::new(&transaction);
        for (row, document) in (1_i64..).zip(once.values()) {
            let Document { page, title, body, .. } = document;
            pages.execute(
                "INSERT INTO page VALUES (?1, ?2, ?3, ?4, ?5)",
                params![language, row, page, title, body],
            )?;
            let fields =
                Fields { title: title.clone(), aliases: String::new(), body: body.clone() };
            writer.add(language, row, &fields)?;
        }
        writer.finish()?;
        search::optimise(&transaction, language)?;
        pages.commit()?;
        Ok(transaction.commit()?)
    }

    fn search(&self, languages: &[&str], words: &str, limit: usize) -> Outcome<Answer> {
        let languages: Vec<String> =
            languages.iter().map(|language| (*language).to_owned()).collect();
        Answer::timed(|| {
            let finder = Finder::new(&self.index, &self.memory);
            let answer = finder.find(words, &languages, &self.pages, limit)?;
            Ok(answer.found.into_iter().map(|found| found.page.id).collect())
        })
    }

    fn index_bytes(&self) -> Outcome<u64> {
        let pragma = |name| self.index.pragma_query_value(None, name, |row| row.get::<_, u64>(0));
        Ok((pragma("page_count")? - pragma("freelist_count")?) * pragma("page_size")?)
    }
}
