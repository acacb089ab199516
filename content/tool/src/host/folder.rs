//! A folder of this computer, such as the one a web server hands out or a mounted share.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::{Error, Host, Listed, Listing, Result, Watch, is_release_file};
use crate::repository::layout::{Layout, TIMESTAMP};
use crate::signed;

/// A folder as a place.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    layout: Layout,
}

impl Folder {
    /// The place at a folder, which is made when something is written.
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), layout: Layout::new(path) }
    }

    fn place(&self) -> String {
        self.path.display().to_string()
    }

    fn refused(&self, context: &'static str, error: &std::io::Error) -> Error {
        Error::unreachable(context, self.place(), error)
    }

    fn list_folder(&self, folder: &str, listing: &mut Listing) -> Result<()> {
        let entries = match std::fs::read_dir(self.path.join(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(self.refused("listing", &error)),
        };
        for entry in entries {
            let failed = |error| self.refused("listing", &error);
            let entry = entry.map_err(failed)?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let name = format!("{folder}/{name}");
            let metadata = entry.metadata().map_err(failed)?;
            if metadata.is_file() && is_release_file(&name) {
                let modified = metadata.modified().map_err(failed)?;
                let modified = Timestamp::try_from(modified).unwrap_or(Timestamp::MAX);
                listing.insert(name, Listed { size: metadata.len(), modified });
            }
        }
        Ok(())
    }
}

impl Host for Folder {
    fn list(&self) -> Result<Listing> {
        let mut listing = Listing::new();
        for folder in ["metadata", "targets"] {
            self.list_folder(folder, &mut listing)?;
        }
        Ok(listing)
    }

    fn read(&self, names: &[String]) -> Result<BTreeMap<String, Vec<u8>>> {
        let mut found = BTreeMap::new();
        for name in names {
            if let Some(bytes) = self.layout.read_if_there(name)? {
                found.insert(name.clone(), bytes);
            }
        }
        Ok(found)
    }

    fn add(&self, names: &[String], from: &Path, watch: Watch<'_>) -> Result<()> {
        let from = Layout::new(from);
        self.layout.create()?;
        for name in names {
            let bytes = from.read(name)?;
            match self.layout.read_if_there(name)? {
                Some(old) if old != bytes => {
                    return Err(Error::Diverged { place: self.place(), file: name.clone() });
                }
                Some(_) => {}
                None => drop(self.layout.write(name, &bytes)?),
            }
            if watch(name).is_break() {
                return Err(signed::Error::Interrupted.into());
            }
        }
        Ok(())
    }

    fn replace_timestamp(&self, bytes: &[u8], known: Option<&[u8]>) -> Result<()> {
        self.layout.create()?;
        let _lock = self.layout.lock()?;
        if self.layout.read_if_there(TIMESTAMP)?.as_deref() != known {
            return Err(Error::Raced { place: self.place() });
        }
        self.layout.write(TIMESTAMP, bytes)?;
        Ok(())
    }

    fn remove(&self, names: &[String]) -> Result<()> {
        for name in names {
            std::fs::remove_file(self.layout.path(name))
                .map_err(|error| self.refused("deleting in", &error))?;
        }
        Ok(())
    }
}
