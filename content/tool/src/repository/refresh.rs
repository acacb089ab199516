//! Signing the timestamp anew, so that phones can tell "nothing has changed" from "nobody lets me know".

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Serialize;

use super::layout::Layout;
use super::publish::{PublishOptions, check_development, new_roots};
use super::release::Release;
use super::roles::Signing;
use super::verify::verify_release;
use crate::keys::Keys;
use crate::signed::metadata::whole_second;
use crate::signed::{Error, Result};

/// What a refresh did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RefreshReport {
    /// The number of the release; a new one when the snapshot had to be signed as well.
    pub release: u64,
    /// The files that were written, by their path in the repository, in the order in which they appeared.
    pub files_written: Vec<String>,
}

/// Signs the timestamp of a repository's release anew, and the snapshot where it nears its end or was signed by a key that
/// was replaced. New roots of the key folder are published with it. No key but the online one is needed.
///
/// `taken` names the files that lie at the place to which the release will be mirrored.
///
/// # Errors
///
/// As [`super::publish()`]; [`Error::Damaged`] also when a role has expired, which only its own keys can mend.
pub fn refresh(
    keys: &Keys,
    repository: &Path,
    options: PublishOptions,
    taken: &BTreeSet<String>,
) -> Result<RefreshReport> {
    check_development(keys, options)?;
    let layout = Layout::new(repository);
    let release = Release::current(&layout)?
        .ok_or_else(|| Error::Refused("nothing was published here yet".into()))?;
    let _lock = layout.lock()?;
    let mut versions = layout.versions()?;
    versions.take(taken);
    let roots = new_roots(&layout, &versions, keys)?;
    let now = whole_second(options.now)?;
    let signing =
        Signing { layout: &layout, keys, versions: &versions, release: Some(&release), now };
    // The roles stay what the snapshot says they are.
    let snapshot = signing.snapshot(&BTreeMap::new())?;
    let timestamp = signing.timestamp(snapshot.version)?;
    let mut report =
        RefreshReport { release: snapshot.version, files_written: vec![timestamp.name.clone()] };
    for (place, file) in snapshot.new.into_iter().chain(roots).enumerate() {
        layout.write(&file.name, &file.bytes)?;
        report.files_written.insert(place, file.name);
    }
    verify_release(repository, &timestamp.bytes, options.now)?;
    layout.write(&timestamp.name, &timestamp.bytes)?;
    Ok(report)
}
