//! FTS5 as it comes: its own tokenizer, the words of a query joined by OR, its own bm25. What whoever looks no further gets.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use crate::terminal::Outcome;

use super::data::Document;
use super::engine::{Answer, Engine};

/// How many pages of the database SQLite keeps in memory, in KiB: that of a phone.
const CACHE_KIB: i64 = 2048;

/// The engine: one table a language, in a file without a name that goes with the connection.
pub(super) struct Plain {
    database: Connection,
    tables: BTreeMap<String, Table>,
}

/// A table and the pages that its rows stand for.
struct Table {
    name: String,
    pages: Vec<String>,
}

impl Plain {
    pub(super) fn new() -> Outcome<Self> {
        let database = Connection::open("")?;
        database.pragma_update(None, "cache_size", -CACHE_KIB)?;
        Ok(Self { database, tables: BTreeMap::new() })
    }

    /// The best rows of one language with their scores, of which a lower one is better.
    fn rows(&self, language: &str, words: &str, limit: usize) -> Outcome<Vec<(f64, &str)>> {
        let Some(table) = self.tables.get(language) else { return Ok(Vec::new()) };
        let name = &table.name;
        let sql =
            format!("SELECT rowid, rank FROM {name} WHERE {name} MATCH ?1 ORDER BY rank LIMIT ?2");
        let mut statement = self.database.prepare_cached(&sql)?;
        let rows = statement.query_map(params![any_of(words), limit], |row| {
            Ok((row.get::<_, usize>(0)?, row.get::<_, f64>(1)?))
        })?;
        let mut found = Vec::new();
        for row in rows {
            let (row, score) = row?;
            found.extend(table.pages.get(row).map(|page| (score, page.as_str())));
        }
        Ok(found)
    }
}

impl Engine for Plain {
    fn name(&self) -> &'static str {
        "plain FTS5"
    }

    fn index(&mut self, language: &str, documents: &[Document]) -> Outcome {
        let name = format!("language{}", self.tables.len());
        let transaction = self.database.transaction()?;
        transaction.execute_batch(&format!(
            "CREATE VIRTUAL TABLE {name} USING fts5(
                 title, body, content = '', tokenize = 'unicode61 remove_diacritics 2'
             )"
        ))?;
        let insert = format!("INSERT INTO {name} (rowid, title, body) VALUES (?1, ?2, ?3)");
        let mut statement = transaction.prepare(&insert)?;
        for (row, document) in documents.iter().enumerate() {
            statement.execute(params![row, document.title, document.body])?;
        }
        drop(statement);
        transaction.commit()?;
        let pages = documents.iter().map(|document| document.page.clone()).collect();
        self.tables.insert(language.to_owned(), Table { name, pages });
        Ok(())
    }

    fn search(&self, languages: &[&str], words: &str, limit: usize) -> Outcome<Answer> {
        Answer::timed(|| {
            let mut found = Vec::new();
            for language in languages {
                found.extend(self.rows(language, words, limit)?);
            }
            found.sort_by(|one, other| one.0.total_cmp(&other.0));
            Ok(first_of_each(found.into_iter().map(|(_, page)| page), limit))
        })
    }

    fn index_bytes(&self) -> Outcome<u64> {
        let pragma =
            |name| self.database.pragma_query_value(None, name, |row| row.get::<_, u64>(0));
        Ok((pragma("page_count")? - pragma("freelist_count")?) * pragma("page_size")?)
    }
}

/// The query that finds any of the words. Each is quoted, so that none is taken for an operator.
fn any_of(words: &str) -> String {
    let quoted = words
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")));
    match quoted.collect::<Vec<_>>().join(" OR ") {
        query if query.is_empty() => "\"\"".to_owned(),
        query => query,
    }
}

/// The pages in their order, each once.
fn first_of_each<'a>(pages: impl Iterator<Item = &'a str>, limit: usize) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for page in pages {
        if kept.len() < limit && !kept.iter().any(|known| known == page) {
            kept.push(page.to_owned());
        }
    }
    kept
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn document(page: &str, title: &str, body: &str) -> Document {
        Document { page: page.into(), title: title.into(), body: body.into() }
    }

    fn engine() -> Plain {
        let mut engine = Plain::new().unwrap();
        let it = [document("a", "Permesso", "di soggiorno"), document("b", "Casa", "e affitto")];
        let de = [document("a", "Aufenthalt", "Erlaubnis"), document("b", "Wohnung", "Miete")];
        engine.index("it", &it).unwrap();
        engine.index("de", &de).unwrap();
        engine
    }

    #[test]
    fn any_word_is_enough_and_languages_are_searched_together() {
        let engine = engine();
        let pages = |languages: &[&str], words| engine.search(languages, words, 10).unwrap().pages;
        assert_eq!(pages(&["it"], "soggiorno Miete"), ["a"]);
        assert_eq!(pages(&["de", "it"], "permesso Erlaubnis"), ["a"]);
        assert_eq!(pages(&["de"], "permesso"), Vec::<String>::new());
        assert_eq!(pages(&["si"], "permesso"), Vec::<String>::new());
        assert!(engine.index_bytes().unwrap() > 0);
    }

    #[test]
    fn no_words_are_operators_and_none_are_an_error() {
        let engine = engine();
        for words in ["", "?", "\"", "NOT", "title:", "a* AND (", "\u{0}", "NEAR(casa", "^ - {}"] {
            assert!(engine.search(&["it"], words, 10).is_ok(), "{words:?}");
        }
        assert_eq!(engine.search(&["it"], "\"casa OR", 10).unwrap().pages, ["b"]);
    }
}
