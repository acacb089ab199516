//! Reading a release back as a phone would, before phones are told of it.

use std::collections::BTreeMap;
use std::path::Path;

use cittadini_core::model::Catalog;
use cittadini_core::pack::{Expected, VerifiedPack, decompress, sha256_hex};
use jiff::Timestamp as Moment;
use serde::de::DeserializeOwned;

use super::layout::{CATALOG, Layout, metadata_name, target_name};
use super::pack::PackCustom;
use super::release::{Release, roots};
use crate::signed::metadata::{DelegatedRole, Key, Role, RoleKeys, Root, TargetFile, Targets};
use crate::signed::sign::Document;
use crate::signed::{Error, Result};

/// Verifies the release that `timestamp` (the bytes of a `timestamp.json`) leads to, as of `now`.
///
/// Walks the chain of roots from the first, checks the signatures, thresholds, versions and expiry of every role, the
/// length and hash of every file that a role lists, that each role lists only names it may sign, and that each pack is of
/// this territory and parses. Fails with [`Error::Damaged`] and the name of the first file that does not hold.
pub fn verify_release(repository: &Path, timestamp: &[u8], now: Moment) -> Result<()> {
    let layout = Layout::new(repository);
    let root = verify_roots(&layout, now)?;
    let release = Release::resolve(&layout, timestamp.to_vec())?;
    verify_top(&root, &release.timestamp, now)?;
    verify_top(&root, &release.snapshot, now)?;
    verify_top(&root, &release.targets, now)?;
    verify_catalog(&layout, &root, &release.targets.signed)?;
    let delegations = release.targets.signed.delegations.as_ref();
    let keys = delegations.map(|delegations| delegations.keys.clone()).unwrap_or_default();
    for (role, document) in release.delegated()? {
        verify_signatures(&role.name, document, &keys, &role.keys, now)?;
        verify_pack_role(&layout, &root.territory, role, &document.signed)?;
    }
    Ok(())
}

fn verify_roots(layout: &Layout, now: Moment) -> Result<Root> {
    let mut trusted: Option<Root> = None;
    for document in roots(layout, &layout.versions()?)? {
        let name = metadata_name(document.signed.version, "root");
        let own = document.signed.clone();
        let signed_by = |root: &Root| {
            root.roles.get("root").is_some_and(|role| document.is_signed_by(&root.keys, role))
        };
        if !signed_by(&own) || !trusted.as_ref().is_none_or(signed_by) {
            return Err(Error::damaged(name, "is not signed by enough of its keys"));
        }
        trusted = Some(own);
    }
    let root =
        trusted.ok_or_else(|| Error::damaged(metadata_name(1, "root"), "the file is missing"))?;
    not_expired("root", &root, now)?;
    Ok(root)
}

fn verify_top<T: Role + DeserializeOwned>(
    root: &Root,
    document: &Document<T>,
    now: Moment,
) -> Result<()> {
    let role = root
        .roles
        .get(T::TYPE)
        .ok_or_else(|| Error::damaged("root", format!("does not name «{}»", T::TYPE)))?;
    verify_signatures(T::TYPE, document, &root.keys, role, now)
}

fn verify_signatures<T: Role + DeserializeOwned>(
    name: &str,
    document: &Document<T>,
    keys: &BTreeMap<String, Key>,
    role: &RoleKeys,
    now: Moment,
) -> Result<()> {
    if !document.is_signed_by(keys, role) {
        return Err(Error::damaged(name, "is not signed by enough of its keys"));
    }
    not_expired(name, &document.signed, now)
}

fn not_expired<T: Role>(name: &str, role: &T, now: Moment) -> Result<()> {
    if role.expires() < now {
        return Err(Error::damaged(name, format!("expired on {}", role.expires())));
    }
    Ok(())
}

fn verify_catalog(layout: &Layout, root: &Root, targets: &Targets) -> Result<()> {
    let entry = targets
        .targets
        .get(CATALOG)
        .ok_or_else(|| Error::damaged("targets", "does not list the catalogue"))?;
    let bytes = verify_target(layout, CATALOG, entry)?;
    let catalog: Catalog =
        serde_json::from_slice(&bytes).map_err(|error| Error::damaged(CATALOG, error))?;
    if catalog.territory != root.territory {
        return Err(Error::damaged(CATALOG, "is that of another territory"));
    }
    Ok(())
}

fn verify_pack_role(
    layout: &Layout,
    territory: &str,
    role: &DelegatedRole,
    targets: &Targets,
) -> Result<()> {
    let pack = format!("{}.pack", role.name);
    if !targets.targets.contains_key(&pack) {
        return Err(Error::damaged(&role.name, "does not list its pack"));
    }
    for (name, entry) in &targets.targets {
        if name.strip_prefix(&role.name).is_none_or(|rest| !rest.starts_with('.')) {
            return Err(Error::damaged(&role.name, format!("may not sign «{name}»")));
        }
        let wire = verify_target(layout, name, entry)?;
        if *name == pack {
            verify_pack(territory, role, entry, &wire)?;
        }
    }
    Ok(())
}

fn verify_pack(
    territory: &str,
    role: &DelegatedRole,
    entry: &TargetFile,
    wire: &[u8],
) -> Result<()> {
    let file = format!("{}.pack", role.name);
    let custom: PackCustom = entry.custom(&file)?;
    let expected =
        Expected { territory, pack: &role.name, seq: custom.seq, raw_sha256: &custom.raw_sha256 };
    decompress(&file, wire, custom.raw_length)
        .and_then(|raw| VerifiedPack::verify(raw, &expected))
        .map(drop)
        .map_err(|error| Error::damaged(file, error))
}

fn verify_target(layout: &Layout, name: &str, entry: &TargetFile) -> Result<Vec<u8>> {
    let file = target_name(entry.sha256()?, name);
    let bytes = layout.read(&file)?;
    if bytes.len() as u64 != entry.length || sha256_hex(&bytes) != entry.sha256()? {
        return Err(Error::damaged(file, "does not have the length and hash that were signed"));
    }
    Ok(bytes)
}
