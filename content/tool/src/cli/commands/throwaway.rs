//! A release signed with keys that nobody keeps, in a folder that goes away: what a phone would fetch of the content as it
//! is now.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use jiff::Timestamp;
use tempfile::TempDir;

use super::publish::{self, How};
use crate::draft::Draft;
use crate::keys::{self, KeysOptions};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};

/// A published release, its root, and room for a phone.
pub(super) struct Throwaway {
    folder: TempDir,
}

impl Throwaway {
    /// Publishes a draft.
    pub(super) fn publish(console: &Console, draft: &Draft, now: Timestamp) -> Outcome<Self> {
        let folder = tempfile::Builder::new()
            .prefix("cittadini-preview-")
            .tempdir()
            .map_err(|error| Failure::file(console, &std::env::temp_dir(), &error))?;
        let release = Self { folder };
        let keys = release.keys();
        keys::init(&keys, &KeysOptions::development(&draft.territory, now))
            .map_err(|error| Failure::repository(console, error))?;
        let keys = publish::open_keys(console, &keys)?;
        let (taken, stopped) = (BTreeSet::new(), AtomicBool::new(false));
        let how = How { now, dev: true, taken: &taken, stopped: &stopped };
        publish::sign(console, draft, &keys, &release.repository(), &how)
            .map_err(|error| Failure::repository(console, error))?;
        Ok(release)
    }

    fn keys(&self) -> PathBuf {
        self.folder.path().join("keys")
    }

    /// The root that a phone trusts.
    pub(super) fn root(&self) -> PathBuf {
        self.keys().join("root.json")
    }

    /// The folder with `metadata/` and `targets/`.
    pub(super) fn repository(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    /// Where the release may go as one file.
    pub(super) fn seed(&self) -> PathBuf {
        self.folder.path().join("seed.tar")
    }

    /// A phone's folder, which is not there yet.
    pub(super) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }
}
