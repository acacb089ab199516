//! The chain of trust: loads stored metadata, verifies what arrives, and commits it, in the order of TUF 5.3 to 5.6.
//! [`TrustedMetadataSet`] decides on signatures, versions and hashes; this file says when expiry counts and what is kept.

use jiff::Timestamp;
use sigstore_tuf::{DelegatedRole, Role as _, TargetFile, Targets, TrustedMetadataSet};

use super::plan::pack_seq;
use super::config::Expiry;
use super::root::online_keys_rotated;
use super::trust::TrustStore;
use crate::{Error, Result};

/// Metadata that is to be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Its path in the repository.
    pub path: String,
    /// The length that was signed, where one was.
    pub length: Option<u64>,
}

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
        let set = TrustedMetadataSet::from_root(&root).map_err(|error| untrusted("root.json", &error))?;
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

    fn load_roles(&mut self, store: &TrustStore) -> Result<()> {
        let names: Vec<String> = self.delegations().iter().map(|role| role.name.clone()).collect();
        for name in names {
            if let Some(bytes) = store.metadata(&name)? {
                let _ = self.set.update_delegated_targets(&bytes, &name, "targets", Timestamp::MIN);
            }
        }
        Ok(())
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

    pub(super) fn next_root(&self) -> String {
        format!("metadata/{}.root.json", self.set.root().version.saturating_add(1))
    }

    /// Takes the next root. Everything below it has to be loaded again.
    pub(super) fn add_root(&mut self, store: &TrustStore, bytes: &[u8]) -> Result<()> {
        let old = self.set.root().clone();
        self.set.update_root(bytes).map_err(|error| self.refuse("root.json", &error))?;
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
    pub(super) fn snapshot_wanted(&self) -> Result<Option<Wanted>> {
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
        Ok(Some(self.wanted("snapshot", pin.version, pin.length)))
    }

    pub(super) fn add_snapshot(&mut self, store: &TrustStore, bytes: &[u8]) -> Result<()> {
        let now = self.online();
        self.set.update_snapshot(bytes, now).map_err(|error| self.refuse("snapshot.json", &error))?;
        store.put_snapshot(self.release(), bytes)?;
        self.load_targets(store)
    }

    /// The version of the trusted snapshot; 0 without one.
    pub(super) fn release(&self) -> u64 {
        self.set.snapshot().map_or(0, |snapshot| snapshot.version)
    }

    /// The metadata file of the top-level role (`targets`) or of a delegated one, or `None` if the trusted one is the one
    /// that the snapshot names.
    pub(super) fn role_wanted(&self, name: &str) -> Result<Option<Wanted>> {
        let file = format!("{name}.json");
        let pin = self.set.snapshot().and_then(|role| role.meta.get(&file)).ok_or_else(|| {
            Error::Untrusted {
                file: file.clone(),
                reason: "the snapshot does not name it".to_owned(),
            }
        })?;
        match self.set.targets_role(name) {
            Some(role) if role.version == pin.version => self.not_expired(name, role).map(|()| None),
            _ => Ok(Some(self.wanted(name, pin.version, pin.length))),
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

    pub(super) fn add_role(&mut self, store: &TrustStore, name: &str, bytes: &[u8]) -> Result<()> {
        let now = self.online();
        if let Err(error) = self.set.update_delegated_targets(bytes, name, "targets", now) {
            return Err(self.refuse(&format!("{name}.json"), &error));
        }
        let role = self.role(name)?;
        store.put_role(name, role.version, bytes, pack_seq(name, role)?)
    }

    fn top(&self) -> Result<&Targets> {
        let role = self.set.targets_role("targets").ok_or_else(|| missing("targets"))?;
        self.not_expired("targets", role)?;
        Ok(role)
    }

    /// A target that the top-level role itself signs.
    pub(super) fn top_target(&self, name: &str) -> Result<&TargetFile> {
        self.top()?.target(name).ok_or_else(|| missing(name))
    }

    /// A delegated role that is loaded, has not expired, and names nothing outside its delegation.
    pub(super) fn role(&self, name: &str) -> Result<&Targets> {
        let role = self.set.targets_role(name).ok_or_else(|| missing(name))?;
        self.not_expired(name, role)?;
        let file = format!("{name}.json");
        let delegation = self
            .delegations()
            .iter()
            .find(|delegation| delegation.name == name)
            .ok_or_else(|| missing(name))?;
        for target in role.targets.keys() {
            if !delegation.matches_path(target).map_err(|error| untrusted(&file, &error))? {
                let reason = format!("may not name «{target}»");
                return Err(Error::Untrusted { file, reason });
            }
        }
        Ok(role)
    }

    pub(super) fn delegations(&self) -> &[DelegatedRole] {
        self.set
            .targets_role("targets")
            .and_then(|role| role.delegations.as_ref())
            .map_or(&[], |delegations| &delegations.roles)
    }

    fn not_expired(&self, name: &str, role: &Targets) -> Result<()> {
        match role.is_expired(self.offline()) {
            true => Err(self.expired(&format!("{name}.json"), role.expires)),
            false => Ok(()),
        }
    }

    fn wanted(&self, name: &str, version: u64, length: Option<u64>) -> Wanted {
        let path = match self.consistent() {
            true => format!("metadata/{version}.{name}.json"),
            false => format!("metadata/{name}.json"),
        };
        Wanted { path, length }
    }
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
