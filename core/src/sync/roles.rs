//! The chain of trust: loads stored metadata, verifies what arrives, and commits it, in the order of TUF 5.3 to 5.6.
//! [`TrustedMetadataSet`] decides on signatures, versions and hashes; this file says when expiry counts and what is kept.

use jiff::Timestamp;
use sigstore_tuf::{DelegatedRole, Role as _, TargetFile, Targets, TrustedMetadataSet};

use super::address;
use super::asked::RemoteFile;
use super::config::Expiry;
use super::plan::signed_seq;
use super::root::{lineage, online_keys_rotated};
use super::search::Edge;
use super::trust::{StateKey, TrustStore};
use crate::{Error, Result};

/// The most bytes that metadata may have.
const TIMESTAMP_LIMIT: u64 = 16 * 1024;
pub(super) const ROOT_LIMIT: u64 = 512 * 1024;
const SNAPSHOT_LIMIT: u64 = 2 * 1024 * 1024;
const TARGETS_LIMIT: u64 = 5 * 1024 * 1024;

/// What a timestamp turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offered {
    /// Newer than the stored one, or the same.
    Current,
    /// Rightly signed, but older than the stored one.
    Older,
}

/// The metadata that is trusted now.
pub(super) struct Chain {
    set: TrustedMetadataSet,
    expiry: Expiry,
    now: Timestamp,
}

impl Chain {
    /// Loads what was stored. Expired metadata is loaded too: it still sets floors.
    pub(super) fn load(store: &TrustStore, expiry: Expiry, now: Timestamp) -> Result<Self> {
        super::crypto::install();
        let root = store
            .metadata("root")?
            .ok_or_else(|| Error::Internal("trust.db has no root".to_owned()))?;
        let set =
            TrustedMetadataSet::from_root(&root).map_err(|error| untrusted("root.json", &error))?;
        let mut chain = Self { set, expiry, now };
        chain.load_lower(store)?;
        Ok(chain)
    }

    /// Loads the stored timestamp, snapshot, targets and roles as far as the present root still vouches for them.
    pub(super) fn load_lower(&mut self, store: &TrustStore) -> Result<()> {
        // What no longer verifies (a rotated key, a newer pin) is simply not loaded and will be fetched.
        for (name, is_snapshot) in
            [("snapshot-timestamp", false), ("snapshot", true), ("timestamp", false)]
        {
            if let Some(bytes) = store.metadata(name)? {
                let _ = match is_snapshot {
                    true => self.set.update_snapshot(&bytes, Timestamp::MIN),
                    false => self.set.update_timestamp(&bytes, Timestamp::MIN),
                };
            }
        }
        self.load_targets(store)
    }

    fn load_targets(&mut self, store: &TrustStore) -> Result<()> {
        if let Some(bytes) = store.metadata("targets")? {
            let _ = self.set.update_targets(&bytes, Timestamp::MIN);
        }
        self.load_roles(store)
    }

    /// A stored role counts along the first delegation that vouches for it; whoever follows another asks again.
    fn load_roles(&mut self, store: &TrustStore) -> Result<()> {
        let mut open = vec!["targets".to_owned()];
        while let Some(delegator) = open.pop() {
            for name in self.delegated_by(&delegator) {
                if self.set.targets_role(&name).is_some() {
                    continue;
                }
                let Some(bytes) = store.role(&name)? else { continue };
                let loaded =
                    self.set.update_delegated_targets(&bytes, &name, &delegator, Timestamp::MIN);
                if loaded.is_ok() {
                    open.push(name);
                }
            }
        }
        Ok(())
    }

    fn delegated_by(&self, role: &str) -> Vec<String> {
        let role = self.set.targets_role(role);
        role.map_or(&[][..], delegations).iter().map(|role| role.name.clone()).collect()
    }

    /// The moment at which timestamp and snapshot must not have expired.
    fn online(&self) -> Timestamp {
        match self.expiry {
            Expiry::Now => self.now,
            Expiry::Carried | Expiry::ReleaseDate => Timestamp::MIN,
        }
    }

    /// The moment at which root, targets and delegated roles must not have expired.
    fn offline(&self) -> Timestamp {
        match self.expiry {
            Expiry::Now | Expiry::Carried => self.now,
            Expiry::ReleaseDate => Timestamp::MIN,
        }
    }

    fn refuse(&self, file: &str, error: &sigstore_tuf::Error) -> Error {
        match error {
            sigstore_tuf::Error::Expired { expires, .. } => self.expired(file, *expires),
            sigstore_tuf::Error::ThresholdNotMet { .. } if self.expiry == Expiry::Carried => {
                let reason = format!(
                    "is not signed with the keys of this territory ({error}): the file is of another territory or damaged, or this app is too old for it"
                );
                Error::Untrusted { file: file.to_owned(), reason }
            }
            other => untrusted(file, other),
        }
    }

    fn expired(&self, file: &str, expires: Timestamp) -> Error {
        let reason = format!(
            "expired on {expires}; the clock of this device says {}: if that is wrong, set it right",
            self.now
        );
        Error::Untrusted { file: file.to_owned(), reason }
    }

    /// Whether file names carry a version or a hash.
    pub(super) fn consistent(&self) -> bool {
        self.set.root().consistent_snapshot
    }

    pub(super) fn next_root(&self) -> RemoteFile {
        let next = self.set.root().version.saturating_add(1);
        let path = root_file(next);
        RemoteFile {
            name: "root.json".to_owned(),
            path,
            limit: ROOT_LIMIT,
            length: None,
            mutable: false,
        }
    }

    /// The one file that a publisher replaces.
    pub(super) fn timestamp() -> RemoteFile {
        let name = "timestamp.json".to_owned();
        let path = name.clone();
        RemoteFile { name, path, limit: TIMESTAMP_LIMIT, length: None, mutable: true }
    }

    /// A poll may do without asking for a newer root for a while after this.
    pub(super) fn note_root_probe(&self, store: &TrustStore) -> Result<()> {
        match self.expiry {
            Expiry::Now => store.set_state(StateKey::LastRootProbe, &self.now.to_string()),
            Expiry::Carried | Expiry::ReleaseDate => Ok(()),
        }
    }

    /// Takes the next root. Everything below it has to be loaded again.
    pub(super) fn add_root(&mut self, store: &TrustStore, bytes: &[u8]) -> Result<()> {
        let old = self.set.root().clone();
        self.set.update_root(bytes).map_err(|error| self.refuse("root.json", &error))?;
        if lineage(&old) != lineage(self.set.root()) {
            let reason = "begins another lineage, which only an update of the app may".to_owned();
            return Err(Error::Untrusted { file: "root.json".to_owned(), reason });
        }
        let rotated = online_keys_rotated(&old, self.set.root());
        store.put_root(self.set.root().version, bytes, rotated)
    }

    pub(super) fn check_root(&self) -> Result<()> {
        let now = self.offline();
        self.set.check_root_expired(now).map_err(|error| self.refuse("root.json", &error))
    }

    pub(super) fn check_timestamp(&self) -> Result<()> {
        let checked = self.set.check_timestamp_expired(self.online());
        checked.map_err(|error| self.refuse("timestamp.json", &error))
    }

    pub(super) fn add_timestamp(&mut self, store: &TrustStore, bytes: &[u8]) -> Result<Offered> {
        match self.set.update_timestamp(bytes, self.online()) {
            Ok(()) => {
                let version = self.set.timestamp().map_or(0, |role| role.version);
                store.put("timestamp", version, bytes)?;
            }
            Err(sigstore_tuf::Error::EqualVersion { .. }) => {}
            Err(sigstore_tuf::Error::Rollback { .. }) if self.expiry != Expiry::Now => {
                return Ok(Offered::Older);
            }
            Err(error) => return Err(self.refuse("timestamp.json", &error)),
        }
        self.check_timestamp()?;
        Ok(Offered::Current)
    }

    /// The snapshot to fetch, or `None` if the trusted one is the one that the timestamp names.
    pub(super) fn snapshot_wanted(&self) -> Result<Option<RemoteFile>> {
        let pin = self.set.timestamp().and_then(|role| role.snapshot_meta()).ok_or_else(|| {
            Error::Untrusted {
                file: "timestamp.json".to_owned(),
                reason: "names no snapshot".to_owned(),
            }
        })?;
        if self.set.snapshot().is_some_and(|snapshot| snapshot.version == pin.version) {
            let checked = self.set.check_snapshot_expired(self.online());
            return checked.map(|()| None).map_err(|error| self.refuse("snapshot.json", &error));
        }
        Ok(Some(self.wanted("snapshot", SNAPSHOT_LIMIT, pin.version, pin.length)))
    }

    pub(super) fn add_snapshot(&mut self, store: &TrustStore, bytes: &[u8]) -> Result<()> {
        let now = self.online();
        self.set
            .update_snapshot(bytes, now)
            .map_err(|error| self.refuse("snapshot.json", &error))?;
        store.put_snapshot(self.release(), bytes)?;
        self.load_targets(store)
    }

    /// The version of the trusted snapshot; 0 without one.
    pub(super) fn release(&self) -> u64 {
        self.set.snapshot().map_or(0, |snapshot| snapshot.version)
    }

    /// The file of the top-level role, or `None` if the trusted one is the one that the snapshot names.
    pub(super) fn targets_wanted(&self) -> Result<Option<RemoteFile>> {
        self.pinned("targets", true)
    }

    /// The file of a role that is reached along a delegation, or `None` if the trusted one is the one that the snapshot names
    /// and the delegation vouches for it.
    pub(super) fn role_wanted(&self, edge: &Edge) -> Result<Option<RemoteFile>> {
        if edge.role == "targets" {
            return self.targets_wanted();
        }
        let along = self.set.verify_delegated_targets(&edge.role, &edge.delegator, Timestamp::MIN);
        self.pinned(&edge.role, along.is_ok())
    }

    fn pinned(&self, name: &str, vouched: bool) -> Result<Option<RemoteFile>> {
        let file = format!("{name}.json");
        let pin = self.set.snapshot().and_then(|role| role.meta.get(&file)).ok_or_else(|| {
            Error::Untrusted {
                file: file.clone(),
                reason: "the snapshot does not name it".to_owned(),
            }
        })?;
        match self.set.targets_role(name) {
            Some(role) if role.version == pin.version && vouched => {
                self.not_expired(name, role).map(|()| None)
            }
            _ => Ok(Some(self.wanted(name, TARGETS_LIMIT, pin.version, pin.length))),
        }
    }

    pub(super) fn add_targets(&mut self, store: &TrustStore, bytes: &[u8]) -> Result<()> {
        let now = self.online();
        if let Err(error) = self.set.update_targets(bytes, now) {
            return Err(self.refuse("targets.json", &error));
        }
        let version = self.top()?.version;
        store.put("targets", version, bytes)?;
        self.load_roles(store)
    }

    pub(super) fn add_role(&mut self, store: &TrustStore, edge: &Edge, bytes: &[u8]) -> Result<()> {
        let (now, name) = (self.online(), &edge.role);
        if let Err(error) = self.set.update_delegated_targets(bytes, name, &edge.delegator, now) {
            return Err(self.refuse(&format!("{name}.json"), &error));
        }
        let role = self.role(name)?;
        store.put_role(name, role.version, bytes, signed_seq(name, role)?)
    }

    fn top(&self) -> Result<&Targets> {
        self.role("targets")
    }

    /// A target that the top-level role itself signs.
    pub(super) fn top_target(&self, name: &str) -> Result<&TargetFile> {
        self.top()?.target(name).ok_or_else(|| missing(name))
    }

    /// A role that is loaded and has not expired.
    pub(super) fn role(&self, name: &str) -> Result<&Targets> {
        let role = self.set.targets_role(name).ok_or_else(|| missing(name))?;
        self.not_expired(name, role)?;
        Ok(role)
    }

    /// The role of a pack: loaded, not expired, and naming nothing outside its delegation. TUF would leave out what it may
    /// not name; here whoever signs that has made a mistake, or worse.
    pub(super) fn pack_role(&self, name: &str) -> Result<&Targets> {
        let role = self.role(name)?;
        let file = format!("{name}.json");
        let delegation = self
            .delegations()
            .iter()
            .find(|delegation| delegation.name == name)
            .ok_or_else(|| missing(name))?;
        for target in role.targets.keys() {
            if !may_name(delegation, target)? {
                let reason = format!("may not name «{target}»");
                return Err(Error::Untrusted { file, reason });
            }
        }
        Ok(role)
    }

    /// What the top-level role delegates.
    pub(super) fn delegations(&self) -> &[DelegatedRole] {
        self.set.targets_role("targets").map_or(&[], delegations)
    }

    fn not_expired(&self, name: &str, role: &Targets) -> Result<()> {
        match role.is_expired(self.offline()) {
            true => Err(self.expired(&format!("{name}.json"), role.expires)),
            false => Ok(()),
        }
    }

    /// The address of one version of a role.
    pub(super) fn address(&self, name: &str, version: u64) -> String {
        let address = address::segment(name);
        match self.consistent() {
            true => format!("{version}.{address}.json"),
            false => format!("{address}.json"),
        }
    }

    fn wanted(&self, name: &str, limit: u64, version: u64, length: Option<u64>) -> RemoteFile {
        let path = self.address(name, version);
        let mutable = !self.consistent();
        RemoteFile { name: format!("{name}.json"), path, limit, length, mutable }
    }
}

/// The address of one version of the root.
pub(super) fn root_file(version: u64) -> String {
    format!("{version}.root.json")
}

fn delegations(role: &Targets) -> &[DelegatedRole] {
    role.delegations.as_ref().map_or(&[], |delegations| &delegations.roles)
}

fn may_name(delegation: &DelegatedRole, target: &str) -> Result<bool> {
    let file = format!("{}.json", delegation.name);
    delegation.matches_path(target).map_err(|error| untrusted(&file, &error))
}

/// Of two delegations to one name the first counts alone: its keys must not sign for the paths of the other.
fn is_first(role: &Targets, delegation: &DelegatedRole) -> bool {
    let first = delegations(role).iter().find(|first| first.name == delegation.name);
    first.is_some_and(|first| std::ptr::eq(first, delegation))
}

/// The roles to which a role delegates a target, up to the first that terminates the search, and whether one does.
pub(super) fn delegated(role: &Targets, name: &str, target: &str) -> Result<(Vec<Edge>, bool)> {
    let mut edges = Vec::new();
    for delegation in delegations(role) {
        if may_name(delegation, target)? && is_first(role, delegation) {
            edges.push(Edge { delegator: name.to_owned(), role: delegation.name.clone() });
            if delegation.terminating {
                return Ok((edges, true));
            }
        }
    }
    Ok((edges, false))
}

fn missing(name: &str) -> Error {
    Error::Untrusted { file: name.to_owned(), reason: "is not signed by any role".to_owned() }
}

fn untrusted(file: &str, error: &sigstore_tuf::Error) -> Error {
    use std::error::Error as _;
    let mut reason = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        reason = format!("{reason}: {cause}");
        source = cause.source();
    }
    Error::Untrusted { file: file.to_owned(), reason }
}
