//! The vocabularies that were read last, so that a search need not read them again with each letter that is typed.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use super::index;
use super::vocabulary::Vocabulary;
use crate::Result;

/// How many languages are remembered: the reader's, Italian, English, and one more.
const MOST: usize = 4;

/// Vocabularies by language, each of one version.
#[derive(Default)]
pub struct Memory {
    read: Mutex<BTreeMap<String, (i64, Arc<Vocabulary>)>>,
}

impl Memory {
    /// The vocabulary of a language as it is now. None when the language has no index.
    pub(super) fn vocabulary(
        &self,
        connection: &Connection,
        language: &str,
    ) -> Result<Option<Arc<Vocabulary>>> {
        let Some(version) = index::version(connection, language)? else { return Ok(None) };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, vocabulary)) = read.get(language)
            && *of == version
        {
            return Ok(Some(Arc::clone(vocabulary)));
        }
        let Some((version, vocabulary)) = index::vocabulary(connection, language)? else {
            return Ok(None);
        };
        if read.len() >= MOST && !read.contains_key(language) {
            read.clear();
        }
        let vocabulary = Arc::new(vocabulary);
        read.insert(language.to_owned(), (version, Arc::clone(&vocabulary)));
        Ok(Some(vocabulary))
    }
}
