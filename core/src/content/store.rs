//! The connections to `content.db`, and the one way in: a verified pack, applied in one transaction.

use std::path::{Path, PathBuf};
use std::sync::{Arc, MutexGuard};
use std::time::Duration;

use rusqlite::{Connection, InterruptHandle, OptionalExtension, Transaction, TransactionBehavior};

use super::change_log::{self, ChangeLog};
use super::packs::PackFiles;
use super::searchable::{self, Upkeep};
use crate::dates::day_in_italy;
use crate::model::UiStrings;
use crate::order;
use crate::pack::VerifiedPack;
use crate::sqlite::SqlContext as _;
use crate::storage::{self, Connections};
use crate::sync::{Arrival, Installed, PackStore};
use crate::{Error, Result, search, sqlite};

/// The shape of the tables. Raised with every change; an older file is rebuilt, a newer one left alone.
const VERSION: u32 = 3;

/// What the reading connection may keep of the file, in KiB: more made no reading faster (70 procedures, 12 languages).
const READER_CACHE_KB: i64 = 1_024;

/// `number` and `made_on` are of the release that brought the pack; unknown after a rebuild.
/// `record` keeps its rowid: its lines are long, and a tree of keys alone stays small enough to be found quickly.
pub(super) const TABLES: &str = "
    CREATE TABLE pack (
        name       TEXT NOT NULL PRIMARY KEY,
        territory  TEXT NOT NULL,
        seq        INTEGER NOT NULL,
        raw_sha256 TEXT NOT NULL,
        header     TEXT NOT NULL,
        number     INTEGER,
        made_on    TEXT
    ) STRICT;
    CREATE TABLE record (
        pack TEXT NOT NULL,
        id   TEXT NOT NULL,
        kind TEXT NOT NULL,
        line TEXT NOT NULL,
        PRIMARY KEY (pack, id)
    ) STRICT;
    CREATE INDEX record_by_kind ON record (kind, pack, id);
";

/// `content.db`, lent for writing or for reading.
pub struct ContentStore {
    connections: Connections,
    files: PackFiles,
    damaged: PathBuf,
}

impl ContentStore {
    /// Opens the database in a data folder, making it if need be. `trusted` lists the packs that `trust.db` has
    /// verified: a database that is corrupt, or of an older shape, is dropped and rebuilt from their files. A database
    /// of a newer app is [`Error::Outdated`] and is not touched.
    pub fn open(folder: &Path, trusted: &[(String, Installed)]) -> Result<Self> {
        let path = folder.join("content.db");
        let damaged = folder.join("content.db.damaged");
        if storage::exists(&damaged) {
            sqlite::remove(&path)?;
            storage::remove(&damaged)?;
        }
        let files = PackFiles::open(folder.join("packs"))?;
        let (writer, fresh) = match open_writer(&path) {
            Ok(opened) => opened,
            Err(error) if sqlite::is_corrupt(&error) => {
                sqlite::remove(&path)?;
                open_writer(&path)?
            }
            Err(error) => return Err(error),
        };
        let connections = Connections::new(&path, writer, tune_reader)?;
        let store = Self { connections, files, damaged };
        if fresh {
            store.rebuild(trusted)?;
        }
        Ok(store)
    }

    /// Drops the database and its packs. Only an app update that brings a new root lineage does this.
    pub fn discard(folder: &Path) -> Result<()> {
        sqlite::remove(&folder.join("content.db"))?;
        PackFiles::open(folder.join("packs"))?.remove_all()
    }

    fn rebuild(&self, trusted: &[(String, Installed)]) -> Result<()> {
        for (pack, known) in trusted {
            let Some(raw) = self.files.load(pack, &known.raw_sha256) else { continue };
            let pack = VerifiedPack::verify_known(raw, pack, known.seq, &known.raw_sha256)?;
            self.write(&pack, 0, None)?;
        }
        Ok(())
    }

    /// Writes a pack. Without an `arrival` nothing is noted of what changed.
    fn write(&self, pack: &VerifiedPack, floor: u64, arrival: Option<&Arrival>) -> Result<u64> {
        let header = pack.header();
        if header.seq < floor {
            return Err(Error::Untrusted {
                file: format!("{}.pack", header.pack),
                reason: format!("seq {} is older than {floor}, which was installed", header.seq),
            });
        }
        self.files.save(pack)?;
        let mut writer = self.connections.writer()?;
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .context("applying a pack")?;
        let written = write_records(&transaction, pack, arrival)?;
        write_pack(&transaction, pack, arrival)?;
        transaction.commit().context("applying a pack")?;
        drop(writer);
        self.files.keep_only(&header.pack, Some(pack.raw_sha256()));
        Ok(written)
    }

    /// Reads one screen: a transaction, so that a sync on another thread cannot change it half-way, and so that SQLite
    /// locks the file once and not for each statement.
    pub fn read<T>(&self, screen: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let mut reader = self.reader()?;
        let transaction = reader.transaction().context("beginning to read")?;
        let read = screen(&transaction);
        if read.as_ref().is_err_and(sqlite::is_corrupt) {
            // Looking at every page at every opening would cost more than all the rest of it: damage is noted when it is
            // met, and the next opening rebuilds the file from the packs.
            drop(transaction);
            drop(reader);
            drop(storage::write(&self.damaged, b""));
        }
        read
    }

    fn reader(&self) -> Result<MutexGuard<'_, Connection>> {
        self.connections.reader()
    }

    /// Writes the indexes that are missing among some languages, the first of them first. Each is a transaction of its own: until it ends,
    /// readings see the old one.
    ///
    /// # Errors
    /// Those of the database; `Interrupted` when `wanted` says no between two of them.
    pub fn prepare_search(&self, languages: &[String], wanted: impl Fn() -> bool) -> Result<()> {
        const WHAT: &str = "writing the index of a language";
        for language in languages {
            if searchable::is_current(&*self.reader()?, language)? {
                continue;
            }
            if !wanted() {
                return Err(Error::Interrupted);
            }
            let mut writer = self.connections.writer()?;
            let transaction =
                writer.transaction_with_behavior(TransactionBehavior::Immediate).context(WHAT)?;
            searchable::write_anew(&transaction, language)?;
            transaction.commit().context(WHAT)?;
        }
        Ok(())
    }

    /// What stops the connections, from any thread and without waiting for them.
    pub fn interrupts(&self) -> Arc<[InterruptHandle]> {
        self.connections.interrupts()
    }

    /// What stops the readings alone.
    pub fn reading_interrupt(&self) -> Arc<InterruptHandle> {
        self.connections.reading_interrupt()
    }

    /// Whether nothing is installed yet.
    pub fn is_empty(&self) -> Result<bool> {
        self.reader()?
            .query_row("SELECT NOT EXISTS (SELECT 1 FROM pack)", [], |row| row.get(0))
            .context("looking for packs")
    }

    /// The packs that are installed, each with its `seq`.
    pub fn seqs(&self) -> Result<Vec<(String, u64)>> {
        const WHAT: &str = "listing the packs";
        let reader = self.reader()?;
        let mut statement =
            reader.prepare_cached("SELECT name, seq FROM pack ORDER BY name").context(WHAT)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).context(WHAT)?;
        rows.collect::<rusqlite::Result<_>>().context(WHAT)
    }

    /// The UI strings of a language, in Fluent, if its pack has them.
    pub fn ui_strings(&self, language: &str) -> Result<Option<String>> {
        let line: Option<String> = self
            .reader()?
            .prepare_cached("SELECT line FROM record WHERE pack = ?1 AND id = 'ui' AND kind = 'ui'")
            .and_then(|mut statement| {
                statement.query_row([format!("text-{language}")], |row| row.get(0)).optional()
            })
            .context("reading the UI strings")?;
        Ok(line
            .and_then(|line| serde_json::from_str::<UiStrings>(&line).ok())
            .map(|strings| strings.ftl))
    }
}

impl PackStore for ContentStore {
    /// What is installed of one pack.
    fn installed(&self, pack: &str) -> Result<Option<Installed>> {
        self.reader()?
            .prepare_cached("SELECT seq, raw_sha256 FROM pack WHERE name = ?1")
            .and_then(|mut statement| statement.query_row([pack], installed_row).optional())
            .context("looking a pack up")
    }

    /// The canonical bytes of the installed pack: the base of its next patch.
    fn raw(&self, pack: &str) -> Result<Option<Vec<u8>>> {
        let reader = self.reader()?;
        let header: Option<String> = reader
            .prepare_cached("SELECT header FROM pack WHERE name = ?1")
            .and_then(|mut statement| statement.query_row([pack], |row| row.get(0)).optional())
            .context("reading a pack")?;
        let Some(mut raw) = header else { return Ok(None) };
        raw.push('\n');
        let mut statement = reader
            .prepare_cached("SELECT line FROM record WHERE pack = ?1 ORDER BY id")
            .context("reading a pack")?;
        let lines =
            statement.query_map([pack], |row| row.get::<_, String>(0)).context("reading a pack")?;
        for line in lines {
            raw.push_str(&line.context("reading a pack")?);
            raw.push('\n');
        }
        Ok(Some(raw.into_bytes()))
    }

    /// Applies a pack: one transaction, only records that changed are written. Returns how many were written or removed.
    /// Refuses a `seq` below `floor`.
    fn apply(&self, pack: &VerifiedPack, floor: u64, arrival: &Arrival) -> Result<u64> {
        self.write(pack, floor, Some(arrival))
    }

    /// Removes a pack that the territory no longer offers.
    fn remove(&self, pack: &str) -> Result<()> {
        let mut writer = self.connections.writer()?;
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .context("removing a pack")?;
        for sql in [
            "DELETE FROM record WHERE pack = ?1",
            "DELETE FROM change WHERE pack = ?1",
            "DELETE FROM pack WHERE name = ?1",
        ] {
            transaction.execute(sql, [pack]).context("removing a pack")?;
        }
        searchable::forget_pack(&transaction, pack)?;
        transaction.commit().context("removing a pack")?;
        drop(writer);
        self.files.keep_only(pack, None);
        Ok(())
    }
}

fn write_pack(
    transaction: &Transaction<'_>,
    pack: &VerifiedPack,
    arrival: Option<&Arrival>,
) -> Result<()> {
    let header = pack.header();
    let made_on = arrival.map(|arrival| day_in_italy(arrival.made));
    transaction
        .execute(
            "INSERT OR REPLACE INTO pack (name, territory, seq, raw_sha256, header, number, made_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                &header.pack,
                &header.territory,
                header.seq,
                pack.raw_sha256(),
                first_line(pack)?,
                arrival.map(|arrival| arrival.release),
                made_on.map(|day| day.to_string()),
            ),
        )
        .map(drop)
        .context("applying a pack")
}

/// Line by line, so that a pack is held once and what it replaces not at all.
fn write_records(
    transaction: &Transaction<'_>,
    pack: &VerifiedPack,
    arrival: Option<&Arrival>,
) -> Result<u64> {
    const WHAT: &str = "writing the records of a pack";
    let name = &pack.header().pack;
    let mut log = ChangeLog::of(transaction, name, arrival)?;
    let mut index = Upkeep::of(transaction, name)?;
    let mut select = transaction
        .prepare_cached("SELECT rowid, kind, line FROM record WHERE pack = ?1 AND id = ?2")
        .context(WHAT)?;
    // A record keeps its rowid: the index of the search knows it by that.
    let mut upsert = transaction
        .prepare_cached(
            "INSERT INTO record (pack, id, kind, line) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (pack, id) DO UPDATE SET kind = excluded.kind, line = excluded.line
             RETURNING rowid",
        )
        .context(WHAT)?;
    let mut written = 0;
    for record in pack.records() {
        let line = pack.line(record);
        let before = select.query_row((name, &record.id), stored_row).optional().context(WHAT)?;
        if before.as_ref().is_some_and(|before| before.line == line) {
            continue;
        }
        if let Some(log) = &mut log {
            log.written(record, before.as_ref().map(|before| before.line.as_str()), line)?;
        }
        let rowid: i64 = upsert
            .query_row((name, &record.id, &record.kind, line), |row| row.get(0))
            .context(WHAT)?;
        if let Some(index) = &mut index {
            if let Some(before) = &before {
                index.removed(before.rowid, &before.kind, &before.line)?;
            }
            index.added(rowid, &record.kind, line)?;
        }
        written += 1;
    }
    written += remove_records(transaction, pack, log.as_mut(), index.as_mut())?;
    index.map_or(Ok(()), Upkeep::finish)?;
    Ok(written)
}

/// A record as it is stored.
struct Stored {
    rowid: i64,
    kind: String,
    line: String,
}

fn stored_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored { rowid: row.get(0)?, kind: row.get(1)?, line: row.get(2)? })
}

/// Removes the records that a pack no longer has.
fn remove_records(
    transaction: &Transaction<'_>,
    pack: &VerifiedPack,
    mut log: Option<&mut ChangeLog<'_>>,
    mut index: Option<&mut Upkeep<'_>>,
) -> Result<u64> {
    const WHAT: &str = "removing the records that a pack no longer has";
    let name = &pack.header().pack;
    let mut removed = 0;
    for id in gone(transaction, pack).context(WHAT)? {
        let stored = transaction
            .prepare_cached(
                "DELETE FROM record WHERE pack = ?1 AND id = ?2 RETURNING rowid, kind, line",
            )
            .and_then(|mut delete| delete.query_row((name, &id), stored_row))
            .context(WHAT)?;
        if let Some(log) = &mut log {
            log.removed(&id, &stored.kind, &stored.line)?;
        }
        if let Some(index) = &mut index {
            index.removed(stored.rowid, &stored.kind, &stored.line)?;
        }
        removed += 1;
    }
    Ok(removed)
}

/// The records that are installed and that a pack does not have.
fn gone(transaction: &Transaction<'_>, pack: &VerifiedPack) -> rusqlite::Result<Vec<String>> {
    let kept = order::set(pack.records().iter().map(|record| record.id.as_str()));
    let mut statement = transaction.prepare_cached("SELECT id FROM record WHERE pack = ?1")?;
    let rows = statement.query_map([&pack.header().pack], |row| row.get(0))?;
    rows.filter(|row| !row.as_ref().is_ok_and(|id: &String| kept.contains(id.as_str()))).collect()
}

fn first_line(pack: &VerifiedPack) -> Result<String> {
    pack.raw()
        .split(|byte| *byte == b'\n')
        .next()
        .and_then(|line| String::from_utf8(line.to_vec()).ok())
        .ok_or_else(|| Error::Internal("a verified pack has no header line".into()))
}

fn installed_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Installed> {
    Ok(Installed { seq: row.get(0)?, raw_sha256: row.get(1)? })
}

/// Opens the writing connection; `true` when the tables were made just now.
fn open_writer(path: &Path) -> Result<(Connection, bool)> {
    const WHAT: &str = "opening content.db";
    let (connection, version) = sqlite::open(path, VERSION)?;
    if version != 0 && version < VERSION {
        drop(connection);
        sqlite::remove(path)?;
        return open_writer(path);
    }
    connection.execute_batch(storage::JOURNAL).context(WHAT)?;
    connection
        .execute_batch(
            // Full: the old pack goes when its successor's rows are on the disk, and not while they are in the log alone.
            "PRAGMA synchronous = FULL;
             PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -512;
             PRAGMA journal_size_limit = 1048576;",
        )
        .context(WHAT)?;
    connection.busy_timeout(Duration::from_secs(2)).context(WHAT)?;
    if version == VERSION {
        return Ok((connection, false));
    }
    connection
        .execute_batch(&format!(
            "BEGIN; {TABLES} {} {} {} PRAGMA user_version = {VERSION}; COMMIT;",
            change_log::TABLES,
            searchable::TABLES,
            search::TABLES
        ))
        .context(WHAT)?;
    Ok((connection, true))
}

fn tune_reader(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -READER_CACHE_KB)
}
