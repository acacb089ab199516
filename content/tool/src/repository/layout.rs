//! Where the files of a repository lie, and how they are written so that a phone never sees half of one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::files::write_atomically;
use crate::signed::error::IoContext;
use crate::signed::metadata::{file_name, versioned};
use crate::signed::{Error, Result};

/// The one file that changes in place.
pub(crate) const TIMESTAMP: &str = "metadata/timestamp.json";

/// The target that the top-level role signs itself.
pub(crate) const CATALOG: &str = "catalog.json";

/// How far a number that lies elsewhere may run ahead. What is further was put there by somebody who means harm, and would
/// use the numbers up.
const WIDEST_GAP: u64 = 1_000;

/// A repository's directory. Files are named by their path inside it, with `/`.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    root: PathBuf,
}

/// Which versions of which role lie in the directory, published or not.
#[derive(Debug, Default)]
pub(crate) struct Versions {
    here: BTreeMap<String, BTreeSet<u64>>,
    /// The highest numbers that were given elsewhere.
    taken: BTreeMap<String, u64>,
}

/// The name of one version of a role.
pub(crate) fn metadata_name(version: u64, role: &str) -> String {
    format!("metadata/{}", file_name(version, role))
}

/// The name of a target: flat and prefixed by its hash, so that every TUF implementation looks for the same file.
pub(crate) fn target_name(sha256: &str, target: &str) -> String {
    format!("targets/{sha256}.{target}")
}

impl Layout {
    pub(crate) fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Makes the two folders.
    pub(crate) fn create(&self) -> Result<()> {
        for folder in ["metadata", "targets"] {
            let path = self.path(folder);
            std::fs::create_dir_all(&path).context("making the folder", &path)?;
        }
        Ok(())
    }

    /// Keeps a second publisher out until the returned file is dropped, by the end of the process at the latest.
    pub(crate) fn lock(&self) -> Result<File> {
        let path = self.path(".lock");
        let file = File::options().create(true).append(true).open(&path);
        let file = file.context("opening", &path)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => {
                Err(Error::Refused("somebody else is publishing into this repository".into()))
            }
            Err(TryLockError::Error(source)) => Err(Error::Io { context: "locking", path, source }),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        name.split('/').fold(self.root.clone(), |path, part| path.join(part))
    }

    /// Reads a file, or `None` where there is none.
    pub(crate) fn read_if_there(&self, name: &str) -> Result<Option<Vec<u8>>> {
        let path = self.path(name);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(Error::Io { context: "reading", path, source }),
        }
    }

    pub(crate) fn read(&self, name: &str) -> Result<Vec<u8>> {
        self.read_if_there(name)?.ok_or_else(|| Error::damaged(name, "the file is missing"))
    }

    /// Writes a file under a temporary name and renames it. Returns whether anything had to be written.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<bool> {
        if self.read_if_there(name)?.is_some_and(|old| old == bytes) {
            return Ok(false);
        }
        write_atomically(&self.path(name), bytes)?;
        Ok(true)
    }

    /// Lists the versioned metadata.
    pub(crate) fn versions(&self) -> Result<Versions> {
        let folder = self.path("metadata");
        let mut versions = Versions::default();
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(versions),
            Err(source) => return Err(Error::Io { context: "listing", path: folder, source }),
        };
        for entry in entries {
            let name = entry.context("listing", &folder)?.file_name();
            if let Some((version, role)) = name.to_str().and_then(versioned) {
                versions.here.entry(role.to_owned()).or_default().insert(version);
            }
        }
        Ok(versions)
    }
}

impl Versions {
    /// The versions of a role from the newest down, `newest` included, none above it.
    pub(crate) fn down_from(&self, role: &str, newest: u64) -> Vec<u64> {
        self.here
            .get(role)
            .into_iter()
            .flat_map(|set| set.range(..=newest).rev().copied())
            .collect()
    }

    /// The highest version of a role that lies in the directory; 0 for none.
    pub(crate) fn highest(&self, role: &str) -> u64 {
        self.here.get(role).and_then(|set| set.last().copied()).unwrap_or(0)
    }

    /// Takes note of the metadata files that lie somewhere else.
    pub(crate) fn take<'a>(&mut self, files: impl IntoIterator<Item = &'a String>) {
        for file in files {
            let Some((version, role)) = file.strip_prefix("metadata/").and_then(versioned) else {
                continue;
            };
            if version <= self.highest(role).saturating_add(WIDEST_GAP) {
                let highest = self.taken.entry(role.to_owned()).or_default();
                *highest = version.max(*highest);
            }
        }
    }

    /// The version to give next. A number that an interrupted publish has used is not used again, here or elsewhere, so
    /// that no cache anywhere can hold other bytes under the same name.
    pub(crate) fn next(&self, role: &str) -> u64 {
        self.highest(role).max(self.taken.get(role).copied().unwrap_or(0)) + 1
    }
}
