//! The newest release in one file that a desk hands to phones without a network.

use std::io::Cursor;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use cittadini_core::sync::{Archive, prove};
use jiff::Timestamp;
use serde::Serialize;

use super::seed::{archive, gather};
use crate::files::write_atomically;
use crate::signed::error::IoContext;
use crate::signed::{Error, Result};

/// What was written into a file for phones without a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportReport {
    /// The number of the release.
    pub release: u64,
    /// When the newest of its packs was made.
    pub generated: Timestamp,
    /// The packs that it holds, facts first.
    pub packs: Vec<String>,
    /// Until when phones take it in: then the first of root, targets and the roles of packs expires.
    pub until: Timestamp,
    /// The length of the file in bytes.
    pub bytes: u64,
}

/// Writes the current release of a repository into a file that phones take in by hand. The files are those of the seed; other
/// than a seed it is refused when phones would refuse it at `now`.
///
/// # Errors
///
/// [`Error::Refused`] when a role has expired; otherwise as [`super::write_seed`].
pub fn write_export(repository: &Path, out: &Path, now: Timestamp) -> Result<ExportReport> {
    let gathered = gather(repository)?;
    let bytes = archive(&gathered.files).context("making the archive for", out)?;
    let refused =
        |reason: String| Error::Refused(format!("phones would refuse the file: {reason}"));
    let read = Archive::new(Cursor::new(bytes.as_slice()))
        .and_then(|file| prove(&file, &gathered.root, now, &AtomicBool::new(false)))
        .map_err(|error| refused(error.to_string()))?;
    if let Some(problem) = read.problem {
        return Err(refused(problem.reason));
    }
    write_atomically(out, &bytes)?;
    Ok(ExportReport {
        release: gathered.release,
        generated: gathered.generated,
        packs: read.applied.into_iter().map(|applied| applied.pack).collect(),
        until: gathered.until,
        bytes: bytes.len() as u64,
    })
}
