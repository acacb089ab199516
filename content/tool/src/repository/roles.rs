//! Signing the metadata of a release: only what changed, nears its end, or was signed by a key that was replaced.

use std::collections::BTreeMap;

use ed25519_dalek::SigningKey;
use jiff::Timestamp as Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::layout::{Layout, TIMESTAMP, Versions, metadata_name};
use super::release::Release;
use crate::keys::{Authority, Holder, Keys, Waiting, need};
use crate::signed::Result;
use crate::signed::error::{Missing, Of};
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
    /// Whose signatures the new file lacks.
    pub(crate) missing: Option<Missing>,
}

impl SignedRole {
    fn kept(version: u64) -> Self {
        Self { version, new: None, missing: None }
    }
}

/// Signs the roles of one release.
pub(crate) struct Signing<'a> {
    pub(crate) layout: &'a Layout,
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
        let authority = self.keys.authority(holder)?;
        if let Some(old) = old
            && old.signed.targets == targets
            && old.signed.delegations == delegations
            && self.still_good(old, &authority, ROLE_MARGIN_DAYS)?
        {
            return Ok(SignedRole::kept(old.signed.version));
        }
        let draft = Targets {
            type_: Targets::TYPE.into(),
            spec_version: SPEC_VERSION.into(),
            version: self.versions.next(name),
            expires: days_after(self.now, ROLE_DAYS)?,
            targets,
            delegations,
        };
        let document = self.wanting(name, draft)?;
        self.collect(name, holder, &authority, &document)
    }

    /// What is to be signed: the file that waits already, where it says the same and keeps the signatures that it has, or
    /// a new one.
    fn wanting(&self, name: &str, mut draft: Targets) -> Result<Document<Targets>> {
        let waiting = Waiting::of(self.keys.folder());
        if let Some((file, bytes)) = waiting.newest(name)? {
            let file_name = metadata_name(file.version, name);
            let there = Document::<Targets>::parse(&file_name, bytes)?;
            // A publish that broke off may have written it here already.
            let is_free = file.version >= draft.version
                || self.layout.read_if_there(&file_name)?.as_ref() == Some(&there.bytes);
            let lasts = there.signed.expires >= days_after(self.now, ROLE_MARGIN_DAYS)?;
            if is_free && lasts && says_the_same(&there.signed, &draft) {
                return Ok(there);
            }
        }
        // Somebody may have carried a copy away and signed it. Two files of one number with valid signatures must not
        // exist: whoever has the other one could hand it out.
        draft.version = draft.version.max(waiting.used(name)?.saturating_add(1));
        let bytes = sign(&draft, &[])?;
        Document::parse(name, bytes)
    }

    /// Signs with the keys that can be opened here, as far as signatures are missing.
    fn collect(
        &self,
        name: &str,
        holder: Holder,
        authority: &Authority,
        document: &Document<Targets>,
    ) -> Result<SignedRole> {
        let signed = document.signers(&authority.keys);
        let lacking = authority.threshold.saturating_sub(signed.len());
        let signers = self.keys.open_some(holder, lacking, &signed)?;
        let bytes = document.signed_again(&authority.keys, &signers)?;
        let version = document.signed.version;
        let signed = Document::<Targets>::parse(name, bytes.clone())?.signers(&authority.keys);
        let missing = match signed.len() < authority.threshold {
            true => {
                let needs = vec![need(Of::Role, authority, &signed, self.keys.folder())?];
                Some(Missing { role: name.to_owned(), version, needs })
            }
            false => None,
        };
        let new = Some(NewMetadata { name: metadata_name(version, name), bytes });
        Ok(SignedRole { version, new, missing })
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
            return Ok(SignedRole::kept(old.signed.version));
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
    Ok(SignedRole { version, new: Some(new), missing: None })
}

/// Whether two roles list the same, whenever it was made: what waits for signatures is some days old when they are there.
fn says_the_same(one: &Targets, other: &Targets) -> bool {
    fn without_moment(role: &Targets) -> BTreeMap<String, TargetFile> {
        let mut targets = role.targets.clone();
        for entry in targets.values_mut() {
            if let Some(custom) = entry.custom.as_mut().and_then(Value::as_object_mut) {
                custom.remove("generated");
            }
        }
        targets
    }
    one.delegations == other.delegations && without_moment(one) == without_moment(other)
}
