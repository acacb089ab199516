//! The vocabularies that were read last, so that a search need not read them again with each letter that is typed.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use super::index;
use super::vocabulary::Vocabulary;
use crate::Result;

/// How many languages are remembered: the reader's, Italian, English, and one more.
const MOST: usize = 4;

/// Vocabularies, each of one language and version.
#[derive(Default)]
pub struct Memory {
    read: Mutex<Vec<Read>>,
}

struct Read {
    language: String,
    version: i64,
    vocabulary: Arc<Vocabulary>,
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
        let current = |known: &&Read| known.language == language && known.version == version;
        if let Some(known) = read.iter().find(current) {
            return Ok(Some(Arc::clone(&known.vocabulary)));
        }
        let Some((version, vocabulary)) = index::vocabulary(connection, language)? else {
            return Ok(None);
        };
        read.retain(|known| known.language != language);
        if read.len() >= MOST {
            read.clear();
        }
        let vocabulary = Arc::new(vocabulary);
        let known = Arc::clone(&vocabulary);
        read.push(Read { language: language.to_owned(), version, vocabulary: known });
        Ok(Some(vocabulary))
    }
}
