//! The file of `trust.db`: its tables, and opening it.

use std::path::Path;

use rusqlite::Connection;

use crate::Result;
use crate::sqlite::{self, SqlContext as _};
use crate::storage;

/// The version of the tables. A newer one is [`crate::Error::Outdated`].
const VERSION: u32 = 1;

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
    let (connection, found) = sqlite::open(path, VERSION)?;
    connection
        .execute_batch(storage::JOURNAL)
        .and_then(|()| connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = 1;"))
        .context("opening trust.db")?;
    if found == 0 {
        connection
            .execute_batch(&format!("BEGIN IMMEDIATE;{SCHEMA}COMMIT;"))
            .context("making trust.db")?;
    }
    check(&connection)?;
    Ok(connection)
}

/// The same tables without a file.
pub(super) fn open_in_memory() -> Result<Connection> {
    let made = Connection::open_in_memory()
        .and_then(|connection| connection.execute_batch(SCHEMA).map(|()| connection));
    made.context("making a trust store")
}

fn check(connection: &Connection) -> Result<()> {
    sqlite::check_pages(connection)?;
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
        _ => Err(sqlite::damaged("a table is missing".to_owned())),
    }
}
