//! The private storage of a browser (OPFS), or its memory until [`persist`] was called.
//!
//! There are databases and nothing else: the small files of a data folder are rows of one more database. A database has one
//! connection and no WAL; while it is lent for reading, SQLite refuses to write.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rusqlite::{Connection, InterruptHandle, OptionalExtension as _};
use sqlite_wasm_rs::WasmOsCallback;
use sqlite_wasm_rs::vfs::VfsFilesManager as _;
use sqlite_wasm_rs::vfs::transfer::DbTransfer as _;
use sqlite_wasm_vfs::sahpool::{OpfsSAHError, OpfsSAHPoolCfgBuilder, OpfsSAHPoolUtil, install};

use super::io;
use crate::sqlite::{self, SqlContext as _};
use crate::{Error, Result};

/// How a database keeps what is not committed yet.
pub(crate) const JOURNAL: &str = "PRAGMA journal_mode = TRUNCATE;";

/// Four databases, what was moved aside of two of them, a journal for each, and room to move.
const SLOTS: usize = 16;

/// The database of the small files. It can always be fetched again.
const FILES: &str = "/files.db";

thread_local! {
    static POOL: OnceCell<OpfsSAHPoolUtil> = const { OnceCell::new() };
    static TAKEN: RefCell<BTreeSet<PathBuf>> = const { RefCell::new(BTreeSet::new()) };
}

/// Takes the browser's private storage for every database that is opened from now on. Call it once, in a dedicated Worker,
/// before anything is opened; without it everything is kept in memory and forgotten with the Worker.
///
/// # Errors
/// [`Error::InUse`] when another tab has it; [`Error::Io`] where the browser has none.
pub async fn persist(folder: &Path) -> Result<()> {
    let name = name(folder);
    let options = OpfsSAHPoolCfgBuilder::new().directory(&name).initial_capacity(SLOTS).build();
    let pool =
        install::<WasmOsCallback>(&options, true).await.map_err(|error| {
            match held_elsewhere(&error) {
                true => Error::InUse(folder.to_owned()),
                false => fault("taking the browser's storage", folder, &error),
            }
        })?;
    POOL.with(|kept| drop(kept.set(pool)));
    Ok(())
}

/// Chromium's and the standard's words for a file that another tab holds open.
fn held_elsewhere(error: &OpfsSAHError) -> bool {
    let words = error.to_string();
    ["NoModificationAllowedError", "InvalidStateError"].iter().any(|name| words.contains(name))
}

fn fault(context: &'static str, path: &Path, error: &OpfsSAHError) -> Error {
    io(context, path, std::io::Error::other(error.to_string()))
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Does something with the browser's storage; `memory` where everything is in memory.
fn with_pool<T>(memory: T, act: impl FnOnce(&OpfsSAHPoolUtil) -> T) -> T {
    POOL.with(|pool| match pool.get() {
        Some(pool) => act(pool),
        None => memory,
    })
}

/// A data folder that this Worker has taken. [`persist`] has already kept other tabs out.
#[derive(Debug)]
pub(crate) struct FolderLock(PathBuf);

impl FolderLock {
    /// Takes a folder; [`Error::InUse`] when another core has it.
    pub(crate) fn take(folder: &Path) -> Result<Self> {
        match TAKEN.with_borrow_mut(|taken| taken.insert(folder.to_owned())) {
            true => Ok(Self(folder.to_owned())),
            false => Err(Error::InUse(folder.to_owned())),
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        TAKEN.with_borrow_mut(|taken| taken.remove(&self.0));
    }
}

/// There are no folders: a name may have slashes.
pub(crate) fn make_folder(_folder: &Path) -> Result<()> {
    Ok(())
}

/// Removes every file whose name begins with that of the folder.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    files_in(folder).iter().try_for_each(|file| remove(file))
}

/// The files of a folder; none if it cannot be read.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let found = with_files(|files| {
        let mut statement = files.prepare("SELECT name FROM file WHERE folder = ?1")?;
        let names = statement.query_map([name(folder)], |row| row.get::<_, String>(0))?;
        names.collect::<rusqlite::Result<Vec<_>>>()
    });
    found.unwrap_or_default().iter().map(|name| folder.join(name)).collect()
}

/// There are no folders.
pub(crate) fn folders_in(_folder: &Path) -> Vec<PathBuf> {
    Vec::new()
}

/// Whether a file is there.
pub(crate) fn exists(path: &Path) -> bool {
    read(path).is_some()
}

/// The bytes of a file; `None` when it is gone or cannot be read.
pub(crate) fn read(path: &Path) -> Option<Vec<u8>> {
    let (folder, file) = split(path);
    with_files(|files| {
        const SQL: &str = "SELECT bytes FROM file WHERE folder = ?1 AND name = ?2";
        files.query_row(SQL, [&name(&folder), &file], |row| row.get(0)).optional()
    })
    .ok()
    .flatten()
}

/// Writes a file whole or not at all.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let (folder, file) = split(path);
    with_files(|files| {
        const SQL: &str = "INSERT OR REPLACE INTO file (folder, name, bytes) VALUES (?1, ?2, ?3)";
        files.execute(SQL, (name(&folder), &file, bytes)).map(drop)
    })
}

/// A file that is being written, and may be read before anybody else sees it.
pub(crate) type NewFile = std::io::Cursor<Vec<u8>>;

/// Writes a file whole or not at all.
pub(crate) fn write_with<T>(path: &Path, act: impl FnOnce(&mut NewFile) -> Result<T>) -> Result<T> {
    let mut file = NewFile::default();
    let written = act(&mut file)?;
    write(path, file.get_ref())?;
    Ok(written)
}

/// A browser keeps no files that grow: what arrived of one is in memory, and lost with it.
pub(crate) fn write_from(_path: &Path, _offset: u64, _bytes: &[u8]) -> Result<()> {
    Ok(())
}

/// When a file was last written: not known.
pub(crate) fn written(_path: &Path) -> Option<Timestamp> {
    None
}

/// Removes a file; one that is not there is no error.
pub(crate) fn remove(path: &Path) -> Result<()> {
    let (folder, file) = split(path);
    with_files(|files| {
        const SQL: &str = "DELETE FROM file WHERE folder = ?1 AND name = ?2";
        files.execute(SQL, [&name(&folder), &file]).map(drop)
    })
}

fn split(path: &Path) -> (PathBuf, String) {
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    (folder, path.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

/// Opens the database of the small files for one use. A damaged one is begun anew.
fn with_files<T>(act: impl Fn(&Connection) -> rusqlite::Result<T>) -> Result<T> {
    let path = Path::new(FILES);
    let once = || open_files(path).and_then(|files| act(&files)).context("keeping small files");
    match once() {
        Err(error) if sqlite::is_corrupt(&error) => {
            sqlite::remove(path)?;
            once()
        }
        done => done,
    }
}

fn open_files(path: &Path) -> rusqlite::Result<Connection> {
    let files = open_database(path)?;
    files.execute_batch(&format!(
        "{JOURNAL} PRAGMA temp_store = MEMORY;
         CREATE TABLE IF NOT EXISTS file (
             folder TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (folder, name)
         ) STRICT;"
    ))?;
    Ok(files)
}

/// Opens a database, making it if need be.
pub(crate) fn open_database(path: &Path) -> rusqlite::Result<Connection> {
    match POOL.with(|pool| pool.get().is_some()) {
        true => Connection::open(path),
        false => Connection::open_in_memory(),
    }
}

/// Whether a database is there.
pub(crate) fn database_exists(path: &Path) -> bool {
    with_pool(false, |pool| pool.contains(&name(path)).unwrap_or(false))
}

/// Removes the file of a closed database; one that is not there is no error.
pub(crate) fn remove_database(path: &Path) -> Result<()> {
    with_pool(Ok(()), |pool| {
        pool.remove(&name(path)).map(drop).map_err(|error| fault("removing", path, &error))
    })
}

/// Moves the file of a closed database. What was at the new place is replaced.
pub(crate) fn move_database(from: &Path, to: &Path) -> Result<()> {
    let moved = |pool: &OpfsSAHPoolUtil| -> Result<(), OpfsSAHError> {
        // What was not committed goes: the file is damaged, and a journal would stop it from being read.
        pool.remove(&format!("{}-journal", name(from)))?;
        let bytes = pool.export_db(&name(from))?;
        pool.remove(&name(to))?;
        pool.import_db_unchecked(&name(to), &bytes)?;
        pool.remove(&name(from)).map(drop)
    };
    with_pool(Ok(()), |pool| moved(pool).map_err(|error| fault("moving aside", from, &error)))
}

/// The one connection, lent for reading or for writing.
pub(crate) struct Connections {
    connection: Mutex<Connection>,
    interrupts: Arc<[InterruptHandle]>,
    reading_interrupt: Arc<InterruptHandle>,
}

impl Connections {
    /// Takes the writing connection for both. `tune` sets the PRAGMAs of one that reads.
    pub(crate) fn new(
        _path: &Path,
        connection: Connection,
        tune: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<Self> {
        tune(&connection).context("opening a database for reading")?;
        let interrupts = Arc::new([connection.get_interrupt_handle()]);
        let reading_interrupt = Arc::new(connection.get_interrupt_handle());
        Ok(Self { connection: Mutex::new(connection), interrupts, reading_interrupt })
    }

    /// The connection, which does not write until it is lent for writing.
    pub(crate) fn reader(&self) -> Result<MutexGuard<'_, Connection>> {
        self.lend("ON")
    }

    /// The connection, for writing.
    pub(crate) fn writer(&self) -> Result<MutexGuard<'_, Connection>> {
        self.lend("OFF")
    }

    fn lend(&self, query_only: &str) -> Result<MutexGuard<'_, Connection>> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        connection.pragma_update(None, "query_only", query_only).context("lending a database")?;
        Ok(connection)
    }

    /// What stops the connection.
    pub(crate) fn interrupts(&self) -> Arc<[InterruptHandle]> {
        Arc::clone(&self.interrupts)
    }

    /// What stops the connection while it reads.
    pub(crate) fn reading_interrupt(&self) -> Arc<InterruptHandle> {
        Arc::clone(&self.reading_interrupt)
    }
}
