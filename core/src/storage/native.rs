//! Files and folders of the system. A database has two connections and a WAL, so that readings do not wait for a sync.

mod lock;

use std::fs::{self, File};
use std::io::{Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, InterruptHandle, OpenFlags};

use super::io;
use crate::Result;
use crate::sqlite::SqlContext as _;

pub(crate) use lock::FolderLock;

/// How a database keeps what is not committed yet.
pub(crate) const JOURNAL: &str = "PRAGMA journal_mode = WAL;";

/// Makes a folder, and those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|source| io("making the folder", folder, source))
}

/// Removes a folder with everything in it.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    fs::remove_dir_all(folder).map_err(|source| io("removing the folder", folder, source))
}

/// The files of a folder; none if it cannot be read.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.flatten().map(|entry| entry.path()).collect()
}

/// The folders in a folder; none if it cannot be read.
pub(crate) fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = files_in(folder);
    found.retain(|path| path.is_dir());
    found
}

/// Whether a file is there.
pub(crate) fn exists(path: &Path) -> bool {
    path.exists()
}

/// The bytes of a file; `None` when it is gone or cannot be read.
pub(crate) fn read(path: &Path) -> Option<Vec<u8>> {
    fs::read(path).ok()
}

/// Writes a file whole or not at all, so that it survives a loss of power.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    rename_when_written(&path.with_extension("part"), path, |file| {
        file.write_all(bytes).map_err(|source| io("writing", path, source))
    })
}

/// A file that is being written, and may be read before anybody else sees it.
pub(crate) type NewFile = File;

/// Writes a file of the shell's own choice, whole or not at all, so that it survives a loss of power.
pub(crate) fn write_with<T>(
    path: &Path,
    write: impl FnOnce(&mut NewFile) -> Result<T>,
) -> Result<T> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    rename_when_written(Path::new(&part), path, write)
}

fn rename_when_written<T>(
    part: &Path,
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<T>,
) -> Result<T> {
    let fault = |source| io("writing", path, source);
    let create = || File::options().read(true).write(true).create(true).truncate(true).open(part);
    let written = create().map_err(fault).and_then(|mut file| {
        let written = write(&mut file)?;
        file.sync_all().map_err(fault)?;
        fs::rename(part, path).map_err(fault)?;
        Ok(written)
    });
    if written.is_err() {
        // A part of a file on a full disk helps nobody.
        drop(fs::remove_file(part));
    }
    let written = written?;
    // The parent of a bare file name is "", which cannot be opened.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    sync_folder(folder.unwrap_or(Path::new("."))).map(|()| written)
}

/// Writes a file from an offset on and cuts off what stood behind. A loss of power may spoil it: whoever reads it must be able
/// to tell.
pub(crate) fn write_from(path: &Path, offset: u64, bytes: &[u8]) -> Result<()> {
    let fault = |source| io("writing", path, source);
    let mut file =
        File::options().create(true).write(true).truncate(false).open(path).map_err(fault)?;
    file.set_len(offset).map_err(fault)?;
    file.seek(SeekFrom::End(0)).map_err(fault)?;
    file.write_all(bytes).map_err(fault)
}

/// When a file was last written, by the clock of the system.
pub(crate) fn written(path: &Path) -> Option<Timestamp> {
    fs::metadata(path).and_then(|file| file.modified()).ok()?.try_into().ok()
}

/// Removes a file; one that is not there is no error.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(io("removing", path, source))
        }
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|source| io("writing the folder", folder, source))
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> Result<()> {
    Ok(())
}

/// Opens a database, making it if need be.
pub(crate) fn open_database(path: &Path) -> rusqlite::Result<Connection> {
    Connection::open(path)
}

/// Whether a database is there.
pub(crate) fn database_exists(path: &Path) -> bool {
    path.exists()
}

/// Removes the file of a closed database; one that is not there is no error.
pub(crate) fn remove_database(path: &Path) -> Result<()> {
    remove(path)
}

/// Moves the file of a closed database. What was at the new place is replaced.
pub(crate) fn move_database(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|source| io("moving aside", from, source))
}

/// One connection that writes, one that only reads.
pub(crate) struct Connections {
    // Closed in this order: whoever closes last folds the WAL into the file, and only the writer may.
    reader: Mutex<Connection>,
    writer: Mutex<Connection>,
    interrupts: Arc<[InterruptHandle]>,
    reading_interrupt: Arc<InterruptHandle>,
}

impl Connections {
    /// Opens the reading connection beside the writing one. `tune` sets its PRAGMAs.
    pub(crate) fn new(
        path: &Path,
        writer: Connection,
        tune: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = Connection::open_with_flags(path, flags)
            .and_then(|reader| {
                reader.busy_timeout(Duration::from_secs(2))?;
                tune(&reader)?;
                Ok(reader)
            })
            .context("opening a database for reading")?;
        let interrupts = Arc::new([writer.get_interrupt_handle(), reader.get_interrupt_handle()]);
        let reading_interrupt = Arc::new(reader.get_interrupt_handle());
        let [reader, writer] = [reader, writer].map(Mutex::new);
        Ok(Self { reader, writer, interrupts, reading_interrupt })
    }

    /// The connection that reads, once nobody else has it.
    pub(crate) fn reader(&self) -> Result<MutexGuard<'_, Connection>> {
        Ok(self.reader.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The connection that writes, once nobody else has it.
    pub(crate) fn writer(&self) -> Result<MutexGuard<'_, Connection>> {
        Ok(self.writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What stops the connections, from any thread and without waiting for them.
    pub(crate) fn interrupts(&self) -> Arc<[InterruptHandle]> {
        Arc::clone(&self.interrupts) as Arc<[InterruptHandle]>
    }

    /// What stops the connection that reads.
    pub(crate) fn reading_interrupt(&self) -> Arc<InterruptHandle> {
        Arc::clone(&self.reading_interrupt)
    }
}
