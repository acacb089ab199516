//! Places from which phones fetch: a folder, an S3 bucket, an rsync module.
//!
//! A release is made and verified in a folder of this computer and then mirrored, the timestamp last. What lies at a place
//! is believed as little as what a phone fetches: it is compared with the folder, or verified before it is taken in. Only
//! [`prune()`] ever deletes.

mod closure;
mod error;
mod fetch;
mod folder;
mod mirror;
mod place;
mod prune;
mod rsync;
mod s3;
mod standing;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use jiff::Timestamp;

pub use error::{Error, Result};
pub use fetch::{FetchReport, fetch};
pub use folder::Folder;
pub use mirror::{MirrorReport, check_before, mirror};
pub use place::Place;
pub use prune::{KEPT_DAYS, prune};
pub use rsync::Rsync;
pub use s3::Bucket;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests;

/// A file that lies at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Its length in bytes.
    pub size: u64,
    /// When it came there, as the place says.
    pub modified: Timestamp,
}

/// The files of a place by their paths inside it, with `/`.
pub type Listing = BTreeMap<String, Listed>;

/// Told after each file that arrived; says whether to go on.
pub type Watch<'a> = &'a dyn Fn(&str) -> ControlFlow<()>;

/// A place that can be listed, read and written. Every name is a path inside it, such as `metadata/1.root.json`.
pub trait Host {
    /// The files in `metadata/` and `targets/`.
    fn list(&self) -> Result<Listing>;

    /// Reads files; what is not there is left out.
    fn read(&self, names: &[String]) -> Result<BTreeMap<String, Vec<u8>>>;

    /// Copies files of the folder `from` that the place lacks, in any order. They are whole and readable by phones when
    /// this returns; a file that broke off is not there under its name. What is there already is never replaced.
    fn add(&self, names: &[String], from: &Path, watch: Watch<'_>) -> Result<()>;

    /// Replaces `metadata/timestamp.json` at once, if it still is what it was when it was `known`.
    ///
    /// Fails with [`Error::Raced`] when somebody else was faster; a place that cannot compare in the same step compares
    /// right before it.
    fn replace_timestamp(&self, bytes: &[u8], known: Option<&[u8]>) -> Result<()>;

    /// Deletes files.
    fn remove(&self, names: &[String]) -> Result<()>;
}

/// No file of a release is longer. What is longer at a place is not read: it would fill the disk.
const LONGEST: u64 = 64 << 20;

/// Whether a path is one that a release may have: flat, plain, and in one of the two folders.
fn is_release_file(path: &str) -> bool {
    let Some((folder, name)) = path.split_once('/') else { return false };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    matches!(folder, "metadata" | "targets")
        && !name.is_empty()
        && !name.starts_with('.')
        && name.bytes().all(plain)
}
