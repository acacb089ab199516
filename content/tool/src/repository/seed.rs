//! The seed: the newest release in one file, for an app to carry and for a USB stick.

use std::collections::BTreeMap;
use std::path::Path;

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
    let layout = Layout::new(repository);
    let release = Release::current(&layout)?
        .ok_or_else(|| Error::Refused("nothing was published here yet".into()))?;
    let mut files = BTreeMap::new();
    for root in roots(&layout, &layout.versions()?)? {
        files.insert(metadata_name(root.signed.version, "root"), root.bytes);
    }
    let snapshot = release.snapshot.signed.version;
    files.insert(metadata_name(snapshot, "snapshot"), release.snapshot.bytes.clone());
    let targets = &release.targets;
    files.insert(metadata_name(targets.signed.version, "targets"), targets.bytes.clone());
    insert_target(&layout, &mut files, &targets.signed, CATALOG)?;
    for (role, document) in release.delegated()? {
        let pack = format!("{}.pack", role.name);
        let name = metadata_name(document.signed.version, &role.name);
        files.insert(name, document.bytes.clone());
        insert_target(&layout, &mut files, &document.signed, &pack)?;
    }
    verify_release(repository, &release.timestamp.bytes, release.made()?)?;
    files.insert(TIMESTAMP.into(), release.timestamp.bytes);
    let bytes = archive(&files).context("making the archive for", out)?;
    write_atomically(out, &bytes)
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

fn archive(files: &BTreeMap<String, Vec<u8>>) -> std::io::Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        header.set_uid(0);
        header.set_gid(0);
        archive.append_data(&mut header, name, bytes.as_slice())?;
    }
    archive.into_inner()
}
