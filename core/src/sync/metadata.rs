//! The steps of a session before any pack: poll, top-level roles, catalogue, the roles of the wanted packs. A problem before
//! those ends the sync; one of a role leaves its pack as it is.

use jiff::SignedDuration;

use super::asked::RemoteFile;
use super::config::Expiry;
use super::plan::{self, CATALOG, PackTarget};
use super::retry;
use super::roles::Chain;
use super::search::{Edge, Found};
use super::session::{Purpose, Stage, SyncSession};
use super::target::not_signed;
use super::trust::StateKey;
use super::workflow::Step;
use crate::model::Catalog;
use crate::{Error, Result};

/// The catalogue names a territory; it is no place for a pack.
const CATALOG_LIMIT: u64 = 512 * 1024;

/// How long a poll may do without asking for a newer root.
const ROOT_PROBE: SignedDuration = SignedDuration::from_hours(24);

impl SyncSession {
    /// A poll asks for the timestamp alone, but for a newer root at least once a day, else a revoked key would live on.
    pub(super) fn start(&mut self) -> Result<()> {
        if self.config.expiry == Expiry::Now {
            retry::check(&self.trust, &self.config.base_url, self.config.now)?;
        }
        let probed = self.trust.moment(StateKey::LastRootProbe)?;
        let fresh = probed.is_some_and(|probed| {
            let age = self.config.now.duration_since(probed);
            !age.is_negative() && age < ROOT_PROBE
        });
        // Nothing is saved by not looking for a newer root in a file that is at hand.
        let poll = self.config.expiry == Expiry::Now && fresh;
        if poll && self.trust.metadata("timestamp")?.is_some() {
            self.ask(Purpose::Poll, Chain::timestamp());
        } else {
            self.stage = Stage::TopLevel;
        }
        Ok(())
    }

    /// Goes through the workflow of TUF as far as the top-level roles.
    pub(super) fn top_level(&mut self) -> Result<()> {
        match self.workflow.next()? {
            Step::Fetch(file) => self.ask(Purpose::TopLevel, file),
            Step::Current => self.stage = Stage::Catalog,
            Step::Older => self.finish()?,
        }
        Ok(())
    }

    pub(super) fn check_catalog(&mut self) -> Result<()> {
        let target = self.workflow.chain.top_target(CATALOG)?;
        let source = plan::catalog_source(target, self.workflow.chain.consistent())?;
        match self.trust.metadata(CATALOG)? {
            Some(bytes) if source.is(&bytes) => self.take_catalog(&bytes),
            _ => {
                self.ask(Purpose::Catalog, RemoteFile { limit: CATALOG_LIMIT, ..source.file });
                Ok(())
            }
        }
    }

    /// Stores a catalogue that arrived; [`Self::check_catalog`] then reads it.
    pub(super) fn store_catalog(&mut self, bytes: &[u8]) -> Result<()> {
        let target = self.workflow.chain.top_target(CATALOG)?;
        let source = plan::catalog_source(target, self.workflow.chain.consistent())?;
        source.verify(bytes)?;
        self.trust.put(CATALOG, self.workflow.chain.release(), bytes)
    }

    fn take_catalog(&mut self, bytes: &[u8]) -> Result<()> {
        self.territory = self.read_catalog(bytes)?.territory;
        self.roles =
            plan::wanted_roles(self.workflow.chain.delegations(), &self.config.wanted).into();
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
        let Some(wanted) = &self.config.territory else { return Ok(catalog) };
        if wanted.id != catalog.territory {
            let reason =
                format!("is of the territory «{}», not of «{}»", catalog.territory, wanted.id);
            return Err(untrusted(reason));
        }
        if let Some(name) = wanted.name.as_ref().filter(|name| **name != catalog.name_it) {
            let reason = format!("calls itself «{}», not «{name}»", catalog.name_it);
            return Err(untrusted(reason));
        }
        Ok(catalog)
    }

    pub(super) fn take_role(&mut self, bytes: &[u8]) -> Result<()> {
        let Some(search) = &self.search else {
            return Err(Error::Internal("a role that was not planned".to_owned()));
        };
        match self.workflow.take_role(search, bytes) {
            Err(error @ (Error::Untrusted { .. } | Error::Outdated { .. })) => {
                self.drop_role(error)
            }
            // Above all a failed write: without its floor on disk nothing more is asked for.
            done => done,
        }
    }

    pub(super) fn next_role(&mut self) -> Result<()> {
        let Some(name) = self.roles.front().cloned() else {
            self.stage = Stage::Stock;
            return Ok(());
        };
        match self.find_role(&name) {
            Ok(Some(file)) => self.ask(Purpose::Role, file),
            Ok(None) => {
                self.roles.pop_front();
                self.search = None;
                self.good_roles.push(name);
            }
            Err(error) => self.drop_role(error)?,
        }
        Ok(())
    }

    /// Looks for the role that signs a pack: the one of its name, or none. `None` once it is there.
    fn find_role(&mut self, name: &str) -> Result<Option<RemoteFile>> {
        let search = match &mut self.search {
            Some(search) => search,
            none => none.insert(self.workflow.search(&plan::pack_file(name))?),
        };
        match self.workflow.find(search)? {
            Found::Fetch(file) => Ok(Some(file)),
            Found::Target(role, _) if role == name => {
                self.workflow.chain.pack_role(name).map(|_| None)
            }
            Found::Target(..) | Found::Nothing => Err(plan::not_signed_by_its_role(name)),
        }
    }

    /// A role that fails leaves its pack as it is; the others go on.
    pub(super) fn drop_role(&mut self, error: Error) -> Result<()> {
        let name = self.roles.pop_front().unwrap_or_default();
        self.search = None;
        self.fail(&format!("{name}.json"), error)
    }

    /// The wanted packs as the stored metadata signs them; an error if any of it is missing or has expired.
    pub(super) fn signed_packs(&self) -> Result<Vec<PackTarget>> {
        self.workflow.chain.check_root()?;
        let catalog = self.trust.metadata(CATALOG)?.unwrap_or_default();
        let consistent = self.workflow.chain.consistent();
        let source = plan::catalog_source(self.workflow.chain.top_target(CATALOG)?, consistent)?;
        source.verify(&catalog)?;
        if self.workflow.chain.snapshot_wanted()?.is_some()
            || self.workflow.chain.targets_wanted()?.is_some()
        {
            return Err(not_signed(CATALOG));
        }
        self.read_catalog(&catalog)?;
        let roles = plan::wanted_roles(self.workflow.chain.delegations(), &self.config.wanted);
        let target = |name: &String| {
            let edge = Edge { delegator: "targets".to_owned(), role: name.clone() };
            match self.workflow.chain.role_wanted(&edge)? {
                Some(_) => Err(not_signed(name)),
                None => plan::pack_target(name, self.workflow.chain.pack_role(name)?, consistent),
            }
        };
        roles.iter().map(target).collect()
    }

    pub(super) fn take_poll(&mut self, bytes: Vec<u8>) -> Result<()> {
        let same = self.trust.metadata("timestamp")?.as_ref() == Some(&bytes);
        self.stage = match same && self.workflow.chain.check_timestamp().is_ok() {
            true => Stage::StockAfterPoll,
            false => Stage::TopLevel,
        };
        self.workflow.offer_timestamp(bytes);
        Ok(())
    }
}
