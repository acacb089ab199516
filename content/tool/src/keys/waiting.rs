//! `waiting/` in the key folder: metadata that lacks signatures, to be carried from one holder to the next.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::file;
use crate::files::write_atomically;
use crate::signed::error::IoContext;
use crate::signed::metadata::{file_name, versioned};
use crate::signed::{Error, Result};

/// Which numbers were ever given to something that waited, by roles.
const USED: &str = "used.json";

/// The folder.
#[derive(Debug, Clone)]
pub struct Waiting {
    folder: PathBuf,
}

/// A file that waits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaitingFile {
    /// The role: `root`, `targets`, or that of a pack.
    pub role: String,
    /// Its version.
    pub version: u64,
    /// Where it lies.
    pub path: PathBuf,
}

impl Waiting {
    /// The folder in a key folder; it need not be there.
    pub fn of(keys: &Path) -> Self {
        Self { folder: keys.join("waiting") }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All that waits, by roles.
    pub fn list(&self) -> Result<Vec<WaitingFile>> {
        let entries = match std::fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => {
                return Err(Error::Io { context: "listing", path: self.folder.clone(), source });
            }
        };
        let mut files = Vec::new();
        for entry in entries {
            let path = entry.context("listing", &self.folder)?.path();
            let name = path.file_name().and_then(|name| name.to_str()).and_then(versioned);
            if let Some((version, role)) = name {
                files.push(WaitingFile { role: role.to_owned(), version, path: path.clone() });
            }
        }
        files.sort();
        Ok(files)
    }

    /// The newest file of a role.
    pub fn newest(&self, role: &str) -> Result<Option<(WaitingFile, Vec<u8>)>> {
        let files = self.list()?.into_iter().filter(|file| file.role == role);
        let Some(file) = files.max_by_key(|file| file.version) else { return Ok(None) };
        let bytes = file::read(&file.path)?;
        Ok(Some((file, bytes)))
    }

    /// Puts a file here, in place of whatever waits for the same role.
    pub fn put(&self, version: u64, role: &str, bytes: &[u8]) -> Result<PathBuf> {
        std::fs::create_dir_all(&self.folder).context("making the folder", &self.folder)?;
        let path = self.folder.join(file_name(version, role));
        self.use_number(version, role)?;
        write_atomically(&path, bytes)?;
        self.clear_all_but(role, Some(version))?;
        Ok(path)
    }

    /// The highest number under which anything of a role has ever waited here; 0 for none.
    pub fn used(&self, role: &str) -> Result<u64> {
        Ok(self.all_used()?.remove(role).unwrap_or(0))
    }

    fn all_used(&self) -> Result<BTreeMap<String, u64>> {
        match file::read_if_there(&self.folder.join(USED))? {
            Some(bytes) => {
                serde_json::from_slice(&bytes).map_err(|error| Error::damaged(USED, error))
            }
            None => Ok(BTreeMap::new()),
        }
    }

    fn use_number(&self, version: u64, role: &str) -> Result<()> {
        let mut used = self.all_used()?;
        let highest = used.entry(role.to_owned()).or_default();
        if *highest >= version {
            return Ok(());
        }
        *highest = version;
        let bytes = serde_json::to_vec_pretty(&used)
            .map_err(|error| Error::Refused(format!("{USED} cannot be written: {error}")))?;
        write_atomically(&self.folder.join(USED), &bytes)
    }

    /// Takes everything of a role away.
    pub fn clear(&self, role: &str) -> Result<()> {
        self.clear_all_but(role, None)
    }

    fn clear_all_but(&self, role: &str, version: Option<u64>) -> Result<()> {
        for file in self.list()? {
            if file.role == role && Some(file.version) != version {
                std::fs::remove_file(&file.path).context("deleting", &file.path)?;
            }
        }
        Ok(())
    }
}
