//! A release that lies in a repository: the metadata that its timestamp leads to.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp as Moment;
use serde::de::DeserializeOwned;

use super::layout::{Layout, TIMESTAMP, Versions, metadata_name};
use super::pack::PackCustom;
use crate::signed::metadata::{DelegatedRole, MetaFile, Role, Root, Snapshot, Targets, Timestamp};
use crate::signed::sign::Document;
use crate::signed::{Error, Result};

/// The metadata of one release. Read, and not verified.
#[derive(Debug, Clone)]
pub(crate) struct Release {
    pub(crate) timestamp: Document<Timestamp>,
    pub(crate) snapshot: Document<Snapshot>,
    pub(crate) targets: Document<Targets>,
    /// Every role that the snapshot names, also those of languages that are no longer published: a phone refuses a
    /// snapshot from which a role has vanished, and a language that comes back must go on counting.
    pub(crate) roles: BTreeMap<String, Document<Targets>>,
}

impl Release {
    /// Reads the current release, or `None` where nothing was published yet.
    pub(crate) fn current(layout: &Layout) -> Result<Option<Self>> {
        match layout.read_if_there(TIMESTAMP)? {
            Some(timestamp) => Self::resolve(layout, timestamp).map(Some),
            None => Ok(None),
        }
    }

    /// Reads the release that a timestamp leads to.
    pub(crate) fn resolve(layout: &Layout, timestamp: Vec<u8>) -> Result<Self> {
        let timestamp = Document::<Timestamp>::parse(TIMESTAMP, timestamp)?;
        let version = pinned(&timestamp.signed.meta, "snapshot.json")?;
        let snapshot: Document<Snapshot> = document(layout, "snapshot", version)?;
        let version = pinned(&snapshot.signed.meta, "targets.json")?;
        let targets = document(layout, "targets", version)?;
        let mut roles = BTreeMap::new();
        for (file, meta) in &snapshot.signed.meta {
            if let Some(role) = file.strip_suffix(".json").filter(|role| *role != "targets") {
                roles.insert(role.to_owned(), document(layout, role, meta.version)?);
            }
        }
        Ok(Self { timestamp, snapshot, targets, roles })
    }

    /// When the newest of its packs was made.
    pub(crate) fn made(&self) -> Result<Moment> {
        let mut made = Moment::MIN;
        for (role, document) in self.delegated()? {
            let pack = format!("{}.pack", role.name);
            let custom: PackCustom = document.signed.target(&pack)?.custom(&pack)?;
            made = made.max(custom.generated);
        }
        Ok(made)
    }

    /// The roles that the top-level targets delegate to, with their metadata.
    pub(crate) fn delegated(&self) -> Result<Vec<(&DelegatedRole, &Document<Targets>)>> {
        let delegations = self.targets.signed.delegations.as_ref();
        let roles = delegations.map(|delegations| delegations.roles.as_slice()).unwrap_or_default();
        roles
            .iter()
            .map(|role| match self.roles.get(&role.name) {
                Some(document) => Ok((role, document)),
                None => Err(Error::damaged("snapshot", format!("does not name «{}»", role.name))),
            })
            .collect()
    }
}

/// The number of the release that a repository holds, as its snapshot counts them. `None` where nothing was published.
pub fn current_release(repository: &Path) -> Result<Option<u64>> {
    let release = Release::current(&Layout::new(repository))?;
    Ok(release.map(|release| release.snapshot.signed.version))
}

/// All roots, from the first.
pub(crate) fn roots(layout: &Layout, versions: &Versions) -> Result<Vec<Document<Root>>> {
    (1..=versions.highest("root")).map(|version| document(layout, "root", version)).collect()
}

fn pinned(meta: &BTreeMap<String, MetaFile>, file: &str) -> Result<u64> {
    meta.get(file)
        .map(|meta| meta.version)
        .ok_or_else(|| Error::damaged(file, "is not named by the metadata above it"))
}

fn document<T: Role + DeserializeOwned>(
    layout: &Layout,
    role: &str,
    version: u64,
) -> Result<Document<T>> {
    let name = metadata_name(version, role);
    let document = Document::<T>::parse(&name, layout.read(&name)?)?;
    if document.signed.version() != version {
        return Err(Error::damaged(name, "has another version inside"));
    }
    Ok(document)
}
