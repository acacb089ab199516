//! The file of `trust.db`: its tables, opening it, telling damage, moving a damaged one aside.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode};

use crate::error::SqlContext as _;
use crate::{Error, Result};

/// The version of the tables. A newer one is [`Error::Outdated`].
const VERSION: i64 = 1;

const SCHEMA: &str = "
    CREATE TABLE metadata (
        name TEXT NOT NULL, version INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, version)
    ) STRICT;
    CREATE TABLE installed (
        pack TEXT NOT NULL, seq INTEGER NOT NULL, raw_sha256 TEXT NOT NULL, PRIMARY KEY (pack, raw_sha256)
    ) STRICT;
    CREATE TABLE floor (pack TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
    CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    PRAGMA user_version = 1;
";

/// Opens the file and makes its tables if it is new. A file of a newer app stays as it is.
pub(super) fn open_file(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path).context("opening trust.db")?;
    // Before anything is written.
    let found: i64 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .context("opening trust.db")?;
    if found > VERSION {
        return Err(Error::Outdated {
            what: "trust.db".to_owned(),
            found: found.to_string(),
            known: VERSION.to_string(),
        });
    }
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1;",
        )
        .context("opening trust.db")?;
    if found == 0 {
        connection
            .execute_batch(&format!("BEGIN IMMEDIATE;{SCHEMA}COMMIT;"))
            .context("making trust.db")?;
    }
    check(&connection)?;
    Ok(connection)
}

fn check(connection: &Connection) -> Result<()> {
    let word: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .context("checking trust.db")?;
    if word != "ok" {
        return Err(damaged(word));
    }
    let tables: i64 = connection
        .query_row(
            "SELECT count(*) FROM sqlite_schema
             WHERE name IN ('metadata', 'installed', 'floor', 'state') AND type = 'table'",
            [],
            |row| row.get(0),
        )
        .context("checking trust.db")?;
    match tables {
        4 => Ok(()),
        _ => Err(damaged("a table is missing".to_owned())),
    }
}

/// The error of a file that SQLite reads and that still cannot be right.
pub(super) fn damaged(word: String) -> Error {
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    Error::Sql {
        context: "checking trust.db",
        source: rusqlite::Error::SqliteFailure(code, Some(word)),
    }
}

/// Whether the file is at fault, and not the disk or another program.
pub(super) fn is_corrupt(error: &Error) -> bool {
    let Error::Sql { source, .. } = error else { return false };
    matches!(source.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// Moves the file and what SQLite keeps beside it, else an old log would be replayed into the new file.
pub(super) fn move_aside(path: &Path) -> Result<PathBuf> {
    let beside = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    };
    let moved_to = beside(".corrupt");
    let io = |source| Error::Io { context: "moving aside", path: path.to_owned(), source };
    std::fs::rename(path, &moved_to).map_err(io)?;
    for suffix in ["-wal", "-shm", "-journal"] {
        let file = beside(suffix);
        if file.exists() {
            std::fs::remove_file(file).map_err(io)?;
        }
    }
    Ok(moved_to)
}
