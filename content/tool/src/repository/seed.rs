//! The newest release in one file: the seed for an app to carry.

use std::collections::BTreeMap;
use std::path::Path;

use cittadini_core::sync::ReleaseWriter;
use jiff::Timestamp;

use super::layout::{CATALOG, Layout, TIMESTAMP, metadata_name, target_name};
use super::release::{Release, roots};
use super::verify::verify_release;
use crate::files::write_atomically;
use crate::signed::error::IoContext;
use crate::signed::metadata::Targets;
use crate::signed::{Error, Result};

/// Writes the current release of a repository into one uncompressed tar file: every root, the current metadata, the
/// catalogue, and the full pack of facts, operators and every language, under `metadata/` and `targets/`.
///
/// The release is verified first, as of its own date, which is how phones judge a seed. Same release, same bytes.
pub fn write_seed(repository: &Path, out: &Path) -> Result<()> {
    let gathered = gather(repository)?;
    let bytes = archive(&gathered.files).context("making the archive for", out)?;
    write_atomically(out, &bytes)
}

/// The files of the current release, which holds as of its own date.
pub(super) struct Gathered {
    /// By their path in the repository.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    pub(super) release: u64,
    /// When the newest of its packs was made.
    pub(super) generated: Timestamp,
    /// The bytes of the first root.
    pub(super) root: Vec<u8>,
    /// When the first of root, targets and delegated roles expires.
    pub(super) until: Timestamp,
}

pub(super) fn gather(repository: &Path) -> Result<Gathered> {
    let layout = Layout::new(repository);
    let release = Release::current(&layout)?
        .ok_or_else(|| Error::Refused("nothing was published here yet".into()))?;
    let mut files = BTreeMap::new();
    let roots = roots(&layout, &layout.versions()?)?;
    let (Some(first), Some(newest)) = (roots.first(), roots.last()) else {
        return Err(Error::damaged(metadata_name(1, "root"), "the file is missing"));
    };
    let targets = &release.targets;
    let mut until = newest.signed.expires.min(targets.signed.expires);
    for root in &roots {
        files.insert(metadata_name(root.signed.version, "root"), root.bytes.clone());
    }
    let snapshot = release.snapshot.signed.version;
    files.insert(metadata_name(snapshot, "snapshot"), release.snapshot.bytes.clone());
    files.insert(metadata_name(targets.signed.version, "targets"), targets.bytes.clone());
    insert_target(&layout, &mut files, &targets.signed, CATALOG)?;
    for (role, document) in release.delegated()? {
        let pack = format!("{}.pack", role.name);
        let name = metadata_name(document.signed.version, &role.name);
        files.insert(name, document.bytes.clone());
        insert_target(&layout, &mut files, &document.signed, &pack)?;
        until = until.min(document.signed.expires);
    }
    let generated = release.made()?;
    verify_release(repository, &release.timestamp.bytes, generated)?;
    files.insert(TIMESTAMP.into(), release.timestamp.bytes.clone());
    Ok(Gathered { files, release: snapshot, generated, root: first.bytes.clone(), until })
}

fn insert_target(
    layout: &Layout,
    files: &mut BTreeMap<String, Vec<u8>>,
    role: &Targets,
    target: &str,
) -> Result<()> {
    let entry = role.target(target)?;
    let file = target_name(entry.sha256()?, target);
    let bytes = layout.read(&file)?;
    files.insert(file, bytes);
    Ok(())
}

pub(super) fn archive(files: &BTreeMap<String, Vec<u8>>) -> std::io::Result<Vec<u8>> {
    let mut archive = ReleaseWriter::new(Vec::new());
    for (name, bytes) in files {
        archive.add(name, bytes)?;
    }
    archive.finish()
}
