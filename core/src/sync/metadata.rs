//! The steps of a session up to the roles: poll, roots, timestamp, snapshot, targets, catalogue, delegated roles. A
//! problem before the roles ends the sync; one of a role leaves its pack as it is.

use jiff::SignedDuration;

use super::asked::Purpose;
use super::config::Expiry;
use super::plan::{self, CATALOG, PackTarget};
use super::roles::Offered;
use super::session::{Stage, SyncSession, not_signed};
use super::trust::StateKey;
use crate::model::Catalog;
use crate::pack::sha256_hex;
use crate::{Error, Result};

const TIMESTAMP_LIMIT: u64 = 16 * 1024;
const ROOT_LIMIT: u64 = 512 * 1024;
const SNAPSHOT_LIMIT: u64 = 2 * 1024 * 1024;
const TARGETS_LIMIT: u64 = 5 * 1024 * 1024;
/// The catalogue names a territory; it is no place for a pack.
const CATALOG_LIMIT: u64 = 512 * 1024;

/// Roots that one session walks at most; an endless chain would keep a phone busy for ever.
const MAX_ROOTS: u32 = 256;

/// How long a poll may do without asking for a newer root.
const ROOT_PROBE: SignedDuration = SignedDuration::from_hours(24);

impl SyncSession {
    /// A poll asks for the timestamp alone, but for a newer root at least once a day, else a revoked key would live on.
    pub(super) fn start(&mut self) -> Result<()> {
        let probed = self.trust.moment(StateKey::LastRootProbe)?;
        let fresh = probed.is_some_and(|probed| {
            let age = self.config.now.duration_since(probed);
            !age.is_negative() && age < ROOT_PROBE
        });
        if fresh && self.trust.metadata("timestamp")?.is_some() {
            self.ask(Purpose::Poll, "timestamp.json", "metadata/timestamp.json", TIMESTAMP_LIMIT, None);
        } else {
            self.stage = Stage::Root;
        }
        Ok(())
    }

    pub(super) fn root(&mut self) {
        let path = self.chain.next_root();
        self.ask(Purpose::Root, "root.json", &path, ROOT_LIMIT, None);
    }

    pub(super) fn timestamp(&mut self) -> Result<()> {
        match self.polled.take() {
            Some(bytes) => self.take_timestamp(&bytes),
            None => {
                let path = "metadata/timestamp.json";
                self.ask(Purpose::Timestamp, "timestamp.json", path, TIMESTAMP_LIMIT, None);
                Ok(())
            }
        }
    }

    pub(super) fn take_timestamp(&mut self, bytes: &[u8]) -> Result<()> {
        if self.chain.add_timestamp(&self.trust, bytes)? == Offered::Older {
            // A seed or a file that is older than what is known is no attack, only of no use.
            return self.finish();
        }
        if self.config.expiry == Expiry::Now {
            self.trust.set_state(StateKey::LastRootProbe, &self.config.now.to_string())?;
        }
        self.stage = Stage::Snapshot;
        Ok(())
    }

    pub(super) fn snapshot(&mut self) -> Result<()> {
        match self.chain.snapshot_wanted()? {
            Some(file) => {
                self.ask(Purpose::Snapshot, "snapshot.json", &file.path, SNAPSHOT_LIMIT, file.length);
            }
            None => self.stage = Stage::Targets,
        }
        Ok(())
    }

    pub(super) fn targets(&mut self) -> Result<()> {
        match self.chain.role_wanted("targets")? {
            Some(file) => {
                self.ask(Purpose::Targets, "targets.json", &file.path, TARGETS_LIMIT, file.length);
            }
            None => self.stage = Stage::Catalog,
        }
        Ok(())
    }

    pub(super) fn check_catalog(&mut self) -> Result<()> {
        let target = self.chain.top_target(CATALOG)?;
        let source = plan::catalog_source(target, self.chain.consistent())?;
        match self.trust.metadata(CATALOG)? {
            Some(bytes) if sha256_hex(&bytes) == source.sha256 => self.take_catalog(&bytes),
            _ => {
                self.ask(Purpose::Catalog, CATALOG, &source.path, CATALOG_LIMIT, Some(source.length));
                Ok(())
            }
        }
    }

    /// Stores a catalogue that arrived; [`Self::check_catalog`] then reads it.
    pub(super) fn store_catalog(&mut self, bytes: &[u8]) -> Result<()> {
        let target = self.chain.top_target(CATALOG)?;
        let source = plan::catalog_source(target, self.chain.consistent())?;
        if sha256_hex(bytes) != source.sha256 {
            return Err(not_signed(CATALOG));
        }
        self.trust.put(CATALOG, self.chain.release(), bytes)
    }

    fn take_catalog(&mut self, bytes: &[u8]) -> Result<()> {
        self.territory = self.read_catalog(bytes)?.territory;
        self.roles = plan::wanted_roles(self.chain.delegations(), &self.config.wanted).into();
        self.stage = Stage::Roles;
        Ok(())
    }

    fn read_catalog(&self, bytes: &[u8]) -> Result<Catalog> {
        let untrusted = |reason: String| Error::Untrusted { file: CATALOG.to_owned(), reason };
        let catalog: Catalog =
            serde_json::from_slice(bytes).map_err(|error| untrusted(error.to_string()))?;
        let known = env!("CARGO_PKG_VERSION");
        if let Some(wanted) = catalog.min_app.as_deref().filter(|min| plan::is_newer(min, known)) {
            return Err(Error::Outdated {
                what: CATALOG.to_owned(),
                found: wanted.to_owned(),
                known: known.to_owned(),
            });
        }
        match &self.config.territory {
            Some(wanted) if *wanted != catalog.territory => Err(untrusted(format!(
                "is of the territory «{}», not of «{wanted}»",
                catalog.territory
            ))),
            _ => Ok(catalog),
        }
    }

    pub(super) fn take_role(&mut self, bytes: &[u8]) -> Result<()> {
        let name = self.roles.front().cloned().unwrap_or_default();
        match self.chain.add_role(&self.trust, &name, bytes) {
            Err(error @ (Error::Untrusted { .. } | Error::Outdated { .. })) => self.drop_role(error),
            // Above all a failed write: without its floor on disk nothing more is asked for.
            done => done,
        }
    }

    pub(super) fn next_role(&mut self) -> Result<()> {
        let Some(name) = self.roles.front().cloned() else {
            self.stage = Stage::Stock;
            return Ok(());
        };
        match self.chain.role_wanted(&name) {
            Ok(Some(file)) => {
                let label = format!("{name}.json");
                self.ask(Purpose::Role, &label, &file.path, TARGETS_LIMIT, file.length);
                Ok(())
            }
            Ok(None) => {
                self.roles.pop_front();
                self.good_roles.push(name);
                Ok(())
            }
            Err(error) => self.drop_role(error),
        }
    }

    /// A role that fails leaves its pack as it is; the others go on.
    pub(super) fn drop_role(&mut self, error: Error) -> Result<()> {
        let name = self.roles.pop_front().unwrap_or_default();
        self.fail(&format!("{name}.json"), error)
    }

    /// The wanted packs as the stored metadata signs them; an error if any of it is missing or has expired.
    pub(super) fn signed_packs(&self) -> Result<Vec<PackTarget>> {
        self.chain.check_root()?;
        let catalog = self.trust.metadata(CATALOG)?.unwrap_or_default();
        let consistent = self.chain.consistent();
        let source = plan::catalog_source(self.chain.top_target(CATALOG)?, consistent)?;
        if sha256_hex(&catalog) != source.sha256 || self.chain.snapshot_wanted()?.is_some() {
            return Err(not_signed(CATALOG));
        }
        self.read_catalog(&catalog)?;
        let roles = plan::wanted_roles(self.chain.delegations(), &self.config.wanted);
        let stale = |name: &str| self.chain.role_wanted(name).is_ok_and(|wanted| wanted.is_some());
        if let Some(name) = roles.iter().map(String::as_str).chain(["targets"]).find(|name| stale(name)) {
            return Err(not_signed(name));
        }
        let target = |name: &String| plan::pack_target(name, self.chain.role(name)?, consistent);
        roles.iter().map(target).collect()
    }

    pub(super) fn take_poll(&mut self, bytes: Vec<u8>) -> Result<()> {
        let same = self.trust.metadata("timestamp")?.as_ref() == Some(&bytes);
        self.stage = match same && self.chain.check_timestamp().is_ok() {
            true => Stage::StockAfterPoll,
            false => Stage::Root,
        };
        self.polled = Some(bytes);
        Ok(())
    }

    pub(super) fn take_root(&mut self, bytes: &[u8]) -> Result<()> {
        self.roots += 1;
        if self.roots > MAX_ROOTS {
            let reason = format!("more than {MAX_ROOTS} new roots");
            return Err(Error::Untrusted { file: "root.json".to_owned(), reason });
        }
        self.chain.add_root(&self.trust, bytes)?;
        Ok(())
    }

    pub(super) fn end_of_roots(&mut self) -> Result<()> {
        self.chain.check_root()?;
        if self.roots > 0 {
            self.chain.load_lower(&self.trust)?;
            // The timestamp of the poll may be older than the new root's keys.
            self.polled = None;
        }
        self.stage = Stage::Timestamp;
        Ok(())
    }
}
