//! Which files a release consists of, and in which order they have to appear.

use std::collections::BTreeSet;

use super::{Error, Host, Result};
use crate::repository::layout::{metadata_name, target_name};
use crate::repository::release::Release;
use crate::signed;
use crate::signed::metadata::{Snapshot, Targets, versioned};
use crate::signed::sign::Document;

/// The files of a release without its timestamp, in passes: what a pass names is all there before the next begins.
///
/// Targets, roles, top-level targets, snapshot, and every root in its order. A phone that looks in between finds all that
/// the old timestamp leads to.
pub(super) fn passes(release: &Release, newest_root: u64) -> signed::Result<Vec<Vec<String>>> {
    let mut targets = target_names(&release.targets.signed)?;
    for (_, document) in release.delegated()? {
        targets.extend(target_names(&document.signed)?);
    }
    let roles = release.roles.iter();
    let roles = roles.map(|(role, document)| metadata_name(document.signed.version, role));
    let mut passes = vec![
        targets.into_iter().collect(),
        roles.collect(),
        vec![metadata_name(release.targets.signed.version, "targets")],
        vec![metadata_name(release.snapshot.signed.version, "snapshot")],
    ];
    passes.extend((1..=newest_root).map(|version| vec![metadata_name(version, "root")]));
    Ok(passes)
}

/// The files that earlier snapshots of a place lead to, with the snapshots themselves.
pub(super) fn of_snapshots(host: &dyn Host, versions: &[u64]) -> Result<BTreeSet<String>> {
    let names: Vec<String> = versions.iter().map(|v| metadata_name(*v, "snapshot")).collect();
    let mut roles = BTreeSet::new();
    for (name, bytes) in host.read(&names)? {
        let snapshot = Document::<Snapshot>::parse(&name, bytes)?;
        for (file, meta) in snapshot.signed.meta {
            let role = file.strip_suffix(".json").unwrap_or(&file);
            roles.insert(metadata_name(meta.version, role));
        }
    }
    let mut files: BTreeSet<String> = names.into_iter().collect();
    let documents = host.read(&roles.iter().cloned().collect::<Vec<_>>())?;
    files.extend(roles);
    for (name, bytes) in documents {
        files.extend(target_names(&Document::<Targets>::parse(&name, bytes)?.signed)?);
    }
    Ok(files)
}

fn target_names(targets: &Targets) -> signed::Result<BTreeSet<String>> {
    let names = targets.targets.iter();
    names.map(|(name, entry)| Ok(target_name(entry.sha256()?, name))).collect()
}

/// The version and the role of a metadata file, by its path.
pub(super) fn version_of(path: &str) -> Option<(u64, &str)> {
    versioned(path.strip_prefix("metadata/")?)
}

/// The highest version of a role in a list of files; 0 for none.
pub(super) fn highest<'a>(files: impl Iterator<Item = &'a String>, role: &str) -> u64 {
    let versions = files.filter_map(|file| version_of(file));
    versions.filter(|(_, of)| *of == role).map(|(version, _)| version).max().unwrap_or(0)
}

/// An error that names a file of a place.
pub(super) fn diverged(place: &str, file: &str) -> Error {
    Error::Diverged { place: place.to_owned(), file: file.to_owned() }
}
