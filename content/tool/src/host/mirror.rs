//! Bringing the release of a folder to a place.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;

use super::closure::{diverged, passes, version_of};
use super::standing::{Standing, standing};
use super::{Host, Result};
use crate::keys::Keys;
use crate::repository::layout::Layout;
use crate::repository::release::Release;
use crate::repository::verify_release;
use crate::signed::Error as SignedError;
use crate::signed::error::IoContext;

/// What a mirroring did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MirrorReport {
    /// The files that were sent, in the order in which they appeared.
    pub sent: Vec<String>,
    /// The sum of their sizes, in bytes.
    pub bytes: u64,
    /// How many files of the release were there already.
    pub kept: usize,
    /// The files that were deleted.
    pub pruned: Vec<String>,
}

/// Checks that a place may be published to from a folder, before anything is signed. Returns the files that it has: their
/// numbers are not given again.
///
/// # Errors
///
/// As [`mirror()`].
pub fn check_before(
    repository: &Path,
    host: &dyn Host,
    place: &str,
    keys: &Keys,
) -> Result<BTreeSet<String>> {
    let layout = Layout::new(repository);
    Ok(standing(host, place, &layout, Some(&keys.root().signed))?.listing.into_keys().collect())
}

/// Sends what a place lacks of the folder's release, in the order in which phones need it: the timestamp last.
///
/// The release is verified as of `now` first, so that nothing leaves which a phone would refuse. What is there with the
/// same name and bytes is not sent again, so that an interrupted mirroring is simply done again. `watch` is told the name
/// of each file with how many are done and how many there are, and says whether to go on.
///
/// # Errors
///
/// [`super::Error::Ahead`], [`super::Error::Diverged`], [`super::Error::Foreign`] or [`super::Error::Raced`] when the
/// place is not ours to go on from: nothing that phones read has changed then.
pub fn mirror(
    repository: &Path,
    host: &dyn Host,
    place: &str,
    now: Timestamp,
    watch: &dyn Fn(&str, usize, usize) -> ControlFlow<()>,
) -> Result<MirrorReport> {
    let layout = Layout::new(repository);
    let release = Release::current(&layout)?
        .ok_or_else(|| SignedError::Refused("nothing was published here yet".into()))?;
    verify_release(repository, &release.timestamp.bytes, now)?;
    let there = standing(host, place, &layout, None)?;
    let passes = passes(&release, layout.versions()?.highest("root"))?;
    same_bytes(host, place, &layout, &there, &passes)?;

    let all: usize = passes.iter().map(Vec::len).sum();
    let missing: Vec<Vec<String>> = passes
        .into_iter()
        .map(|pass| pass.into_iter().filter(|name| !there.listing.contains_key(name)).collect())
        .collect();
    let of = missing.iter().map(Vec::len).sum::<usize>() + 1;
    let sent = std::cell::RefCell::new(Vec::new());
    for pass in missing.iter().filter(|pass| !pass.is_empty()) {
        host.add(pass, repository, &|name| {
            let mut sent = sent.borrow_mut();
            sent.push(name.to_owned());
            watch(name, sent.len(), of)
        })?;
    }
    let mut report = MirrorReport { sent: sent.into_inner(), ..MirrorReport::default() };
    report.kept = all - report.sent.len();
    for name in &report.sent {
        let path = layout.path(name);
        report.bytes += std::fs::metadata(&path).context("reading", &path)?.len();
    }
    finish(host, &release, &there, &mut report)?;
    Ok(report)
}

fn finish(
    host: &dyn Host,
    release: &Release,
    there: &Standing,
    report: &mut MirrorReport,
) -> Result<()> {
    let timestamp = &release.timestamp.bytes;
    if there.timestamp.as_ref() == Some(timestamp) {
        report.kept += 1;
        return Ok(());
    }
    host.replace_timestamp(timestamp, there.timestamp.as_deref())?;
    report.sent.push(crate::repository::layout::TIMESTAMP.to_owned());
    report.bytes += timestamp.len() as u64;
    Ok(())
}

/// What is there under a name of this release must be the same file. A target has its hash in its name, so its length
/// tells whether it is whole; a numbered file is read.
fn same_bytes(
    host: &dyn Host,
    place: &str,
    layout: &Layout,
    there: &Standing,
    passes: &[Vec<String>],
) -> Result<()> {
    let mut numbered = Vec::new();
    for name in passes.iter().flatten() {
        let Some(listed) = there.listing.get(name) else { continue };
        let path = layout.path(name);
        if std::fs::metadata(&path).context("reading", &path)?.len() != listed.size {
            return Err(diverged(place, name));
        }
        if version_of(name).is_some() {
            numbered.push(name.clone());
        }
    }
    for (name, bytes) in host.read(&numbered)? {
        if layout.read(&name)? != bytes {
            return Err(diverged(place, &name));
        }
    }
    Ok(())
}
