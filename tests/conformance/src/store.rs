//! `trust.db` in the folder for metadata, and copies of what it holds for the suite to look at.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use cittadini_core::sync::{TrustStore, address};

use super::Outcome;

const TOP_LEVEL: [&str; 4] = ["root", "timestamp", "snapshot", "targets"];

/// Trusts a root, if it is signed by its own keys.
pub(crate) fn init(folder: &Path, trusted_root: &Path) -> Outcome {
    TrustStore::open(&database(folder), Some(&fs::read(trusted_root)?))?;
    Ok(())
}

/// Opens the store that [`init`] made.
pub(crate) fn open(folder: &Path) -> Outcome<TrustStore> {
    match TrustStore::open(&database(folder), None)? {
        Some((store, _)) => Ok(store),
        None => Err("there is no trusted root; «init» comes first".into()),
    }
}

/// Writes what is trusted as files: under names without versions, and nothing else.
pub(crate) fn show(folder: &Path) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("json")) {
            fs::remove_file(path)?;
        }
    }
    let Some((store, _)) = TrustStore::open(&database(folder), None)? else { return Ok(()) };
    let mut trusted = store.roles()?;
    for name in TOP_LEVEL {
        trusted.extend(store.metadata(name)?.map(|bytes| (name.to_owned(), bytes)));
    }
    for (name, bytes) in trusted {
        fs::write(folder.join(format!("{}.json", address::segment(&name))), bytes)?;
    }
    Ok(())
}

fn database(folder: &Path) -> PathBuf {
    folder.join("trust.db")
}
