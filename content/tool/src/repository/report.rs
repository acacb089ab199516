//! What a publish did, and what it tells while doing it.

use std::ops::ControlFlow;

use serde::Serialize;

/// What a publish did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublishReport {
    /// The version of the snapshot: the number of the release.
    pub release: u64,
    /// The files that were written, by their path in the repository, in the order in which they appeared.
    pub files_written: Vec<String>,
    /// The sum of their sizes, in bytes.
    pub bytes: u64,
    /// Every pack of the release.
    pub packs: Vec<PackReport>,
}

/// One pack of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackReport {
    /// `facts`, `operator`, or `text-<language>`.
    pub name: String,
    /// Counts this pack's own changes.
    pub seq: u64,
    /// Whether this publish changed it.
    pub changed: bool,
    /// The full pack as a phone downloads it, in bytes.
    pub full_bytes: u64,
    /// The patches that lead to it, from the oldest.
    pub patches: Vec<PatchReport>,
}

/// One patch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PatchReport {
    /// The `seq` it starts from.
    pub from: u64,
    /// The `seq` it leads to.
    pub to: u64,
    /// As a phone downloads it, in bytes.
    pub bytes: u64,
}

/// Where a publish is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress<'a> {
    /// A pack is being compared, compressed and patched.
    Pack {
        /// Its name.
        name: &'a str,
        /// How many are done.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// Files are being written. From here on it is too late to stop.
    Writing {
        /// How many there are.
        files: usize,
    },
    /// The new release is being read back.
    Verifying,
}

/// Reports nothing and never stops.
pub fn quiet(_: &Progress<'_>) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
