//! What a published repository calls itself, and the root with which somebody may come to know it.

use std::path::Path;

use cittadini_core::model::Catalog;
use cittadini_core::pack::sha256_hex;

use super::layout::{CATALOG, Layout, target_name};
use super::release::{Release, roots};
use super::verify::verify_release;
use crate::signed::{Error, Result};

/// A repository by its catalogue and its newest root.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The catalogue of its newest release.
    pub catalog: Catalog,
    /// The newest root, as it was signed.
    pub root: Vec<u8>,
    /// The number of that root.
    pub root_version: u64,
    /// Whether its keys are for development.
    pub development: bool,
}

impl Identity {
    /// Reads a repository, and verifies its release as of its own date: an old one still says who it is.
    ///
    /// # Errors
    /// [`Error::Refused`] where nothing was published, [`Error::Damaged`] where something does not hold.
    pub fn of(repository: &Path) -> Result<Self> {
        let layout = Layout::new(repository);
        let release = Release::current(&layout)?
            .ok_or_else(|| Error::Refused("nothing was published here yet".into()))?;
        verify_release(repository, &release.timestamp.bytes, release.made()?)?;
        let entry = release.targets.signed.target(CATALOG)?;
        let bytes = layout.read(&target_name(entry.sha256()?, CATALOG))?;
        let catalog = serde_json::from_slice(&bytes)
            .map_err(|error| Error::damaged(CATALOG, error.to_string()))?;
        let root = roots(&layout, &layout.versions()?)?
            .pop()
            .ok_or_else(|| Error::damaged("root.json", "the file is missing"))?;
        let development = root.signed.development;
        Ok(Self { catalog, root_version: root.signed.version, root: root.bytes, development })
    }

    /// The SHA-256 of the root, in hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        sha256_hex(&self.root)
    }
}
