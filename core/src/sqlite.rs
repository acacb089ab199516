//! What the three databases share: saying what was being done, telling damage from bad luck, and leaving alone what a
//! newer app wrote.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode};

use crate::{Error, Result, storage};

/// Says what was being done when SQLite refused.
pub(crate) trait SqlContext<T> {
    /// Adds the context.
    fn context(self, context: &'static str) -> Result<T>;
}

impl<T> SqlContext<T> for rusqlite::Result<T> {
    fn context(self, context: &'static str) -> Result<T> {
        self.map_err(|source| Error::Sql { context, source })
    }
}

/// Opens a database and reads the version of its tables; 0 for a new one. One of a newer app is [`Error::Outdated`], and
/// nothing has been written to it.
pub(crate) fn open(path: &Path, known: u32) -> Result<(Connection, u32)> {
    const WHAT: &str = "opening a database";
    let connection = storage::open_database(path).context(WHAT)?;
    let found: u32 = connection
        .query_row("SELECT user_version FROM pragma_user_version", [], |row| row.get(0))
        .context(WHAT)?;
    if found > known {
        let name = path.file_name().unwrap_or_default();
        return Err(Error::Outdated {
            what: name.to_string_lossy().into_owned(),
            found: found.to_string(),
            known: known.to_string(),
        });
    }
    Ok((connection, found))
}

/// Finds damaged pages before they are believed.
pub(crate) fn check_pages(connection: &Connection) -> Result<()> {
    let word: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .context("checking a database")?;
    if word == "ok" { Ok(()) } else { Err(damaged(word)) }
}

/// The error of a file that SQLite reads and that still cannot be right.
pub(crate) fn damaged(word: String) -> Error {
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    Error::Sql {
        context: "checking a database",
        source: rusqlite::Error::SqliteFailure(code, Some(word)),
    }
}

/// Whether the file is at fault, and not the disk or another program.
pub(crate) fn is_corrupt(error: &Error) -> bool {
    let Error::Sql { source, .. } = error else { return false };
    matches!(source.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// Removes a database and what SQLite keeps beside it.
pub(crate) fn remove(path: &Path) -> Result<()> {
    ["", "-wal", "-shm", "-journal"]
        .iter()
        .try_for_each(|suffix| storage::remove_database(&beside(path, suffix)))
}

/// Moves a damaged database aside. What SQLite keeps beside it goes, else an old log would be replayed into the new
/// file.
pub(crate) fn move_aside(path: &Path) -> Result<PathBuf> {
    let moved_to = beside(path, ".corrupt");
    storage::move_database(path, &moved_to)?;
    remove(path)?;
    Ok(moved_to)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
