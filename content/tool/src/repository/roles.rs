//! Signing the metadata of a release: only what changed, nears its end, or was signed by a key that was replaced.

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;
use jiff::Timestamp as Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::layout::{TIMESTAMP, Versions, metadata_name};
use super::release::Release;
use crate::keys::{Authority, Holder, Keys};
use crate::signed::Result;
use crate::signed::metadata::{
    DelegatedRole, Delegations, MetaFile, ROLE_DAYS, Role, SNAPSHOT_DAYS, SPEC_VERSION, Snapshot,
    TIMESTAMP_DAYS, TargetFile, Targets, Timestamp, days_after,
};
use crate::signed::sign::{Document, sign};

/// A targets role with fewer days left than this is signed again.
const ROLE_MARGIN_DAYS: i64 = 90;

/// A snapshot with fewer days left than this is signed again.
const SNAPSHOT_MARGIN_DAYS: i64 = 30;

/// A metadata file to be written.
pub(crate) struct NewMetadata {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The version of a role in the release to be, and its file if it is a new one.
pub(crate) struct SignedRole {
    pub(crate) version: u64,
    pub(crate) new: Option<NewMetadata>,
}

/// Signs the roles of one release.
pub(crate) struct Signing<'a> {
    pub(crate) keys: &'a Keys,
    pub(crate) versions: &'a Versions,
    pub(crate) release: Option<&'a Release>,
    pub(crate) now: Moment,
}

impl Signing<'_> {
    /// The role of one pack.
    pub(crate) fn pack_role(
        &self,
        name: &str,
        holder: Holder,
        targets: &BTreeMap<String, TargetFile>,
    ) -> Result<SignedRole> {
        let old = self.release.and_then(|release| release.roles.get(name));
        self.targets_role(name, holder, old, targets.clone(), None)
    }

    /// The top-level role: the catalogue, and whom to trust with which pack.
    pub(crate) fn top_role(
        &self,
        packs: &[(String, Holder)],
        catalog: BTreeMap<String, TargetFile>,
    ) -> Result<SignedRole> {
        let old = self.release.map(|release| &release.targets);
        let delegations = Some(self.delegations(packs)?);
        self.targets_role("targets", Holder::Targets, old, catalog, delegations)
    }

    fn targets_role(
        &self,
        name: &str,
        holder: Holder,
        old: Option<&Document<Targets>>,
        targets: BTreeMap<String, TargetFile>,
        delegations: Option<Delegations>,
    ) -> Result<SignedRole> {
        if let Some(old) = old
            && old.signed.targets == targets
            && old.signed.delegations == delegations
            && self.still_good(old, &self.keys.authority(holder)?, ROLE_MARGIN_DAYS)?
        {
            return Ok(SignedRole { version: old.signed.version, new: None });
        }
        let version = self.versions.next(name);
        let signed = Targets {
            type_: Targets::TYPE.into(),
            spec_version: SPEC_VERSION.into(),
            version,
            expires: days_after(self.now, ROLE_DAYS)?,
            targets,
            delegations,
        };
        new_role(name, version, &signed, &self.keys.signers(holder)?)
    }

    /// The snapshot, given the version of every role.
    pub(crate) fn snapshot(&self, roles: &BTreeMap<String, u64>) -> Result<SignedRole> {
        let old = self.release.map(|release| &release.snapshot);
        let mut meta = old.map(|old| old.signed.meta.clone()).unwrap_or_default();
        for (role, version) in roles {
            meta.insert(format!("{role}.json"), MetaFile { version: *version });
        }
        if let Some(old) = old
            && old.signed.meta == meta
            && self.still_good(old, &self.keys.authority(Holder::Online)?, SNAPSHOT_MARGIN_DAYS)?
        {
            return Ok(SignedRole { version: old.signed.version, new: None });
        }
        let version = self.versions.next("snapshot");
        let signed = Snapshot {
            type_: Snapshot::TYPE.into(),
            spec_version: SPEC_VERSION.into(),
            version,
            expires: days_after(self.now, SNAPSHOT_DAYS)?,
            meta,
        };
        new_role("snapshot", version, &signed, &self.keys.signers(Holder::Online)?)
    }

    /// The timestamp, which is signed every time.
    pub(crate) fn timestamp(&self, snapshot: u64) -> Result<NewMetadata> {
        let signed = Timestamp {
            type_: Timestamp::TYPE.into(),
            spec_version: SPEC_VERSION.into(),
            version: self.release.map_or(0, |release| release.timestamp.signed.version) + 1,
            expires: days_after(self.now, TIMESTAMP_DAYS)?,
            meta: BTreeMap::from([("snapshot.json".into(), MetaFile { version: snapshot })]),
        };
        let bytes = sign(&signed, &self.keys.signers(Holder::Online)?)?;
        Ok(NewMetadata { name: TIMESTAMP.into(), bytes })
    }

    fn delegations(&self, packs: &[(String, Holder)]) -> Result<Delegations> {
        let mut delegations = Delegations { keys: BTreeMap::new(), roles: Vec::new() };
        for (pack, holder) in packs {
            let authority = self.keys.authority(*holder)?;
            delegations.roles.push(DelegatedRole {
                name: pack.clone(),
                keys: authority.role_keys(),
                paths: vec![format!("{pack}.*")],
                terminating: true,
            });
            delegations.keys.extend(authority.keys);
        }
        Ok(delegations)
    }

    fn still_good<T: Role + DeserializeOwned>(
        &self,
        old: &Document<T>,
        authority: &Authority,
        margin_days: i64,
    ) -> Result<bool> {
        Ok(old.signed.expires() >= days_after(self.now, margin_days)?
            && old.is_signed_by(&authority.keys, &authority.role_keys()))
    }
}

fn new_role<T: Serialize>(
    role: &str,
    version: u64,
    signed: &T,
    keys: &[SigningKey],
) -> Result<SignedRole> {
    let new = NewMetadata { name: metadata_name(version, role), bytes: sign(signed, keys)? };
    Ok(SignedRole { version, new: Some(new) })
}
