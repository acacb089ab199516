//! One territory of a data folder that is open, and how a screen is read out of it.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use super::Config;
use super::place::Place;
use crate::content::{
    AddedTerritory, ContentStore, OfficeMemory, ReadContext, Reading, ReleaseState,
    searched_languages,
};
use crate::l10n::L10n;
use crate::model::Catalog;
use crate::personal::{Settings, SettingsStore};
use crate::ports::{Clock, KeyStore};
use crate::storage::{self, FolderLock};
use crate::sync::{
    History, NetworkKind, Occasion, Opened, PartFiles, Saving, StateKey, SyncDue, SyncReport,
    TrustStore, begin_attempt, elsewhere, is_development, mirrors, stored_catalog,
};
use crate::{Error, Result, search};

/// What all territories of a data folder share.
pub(super) struct Shared {
    pub(super) settings: SettingsStore,
    clock: Arc<dyn Clock>,
    overrides: Option<Settings>,
    /// Not asked yet: nothing secret is stored.
    _key_store: Option<Arc<dyn KeyStore>>,
    /// Held as long as the folder is open.
    _lock: FolderLock,
}

/// One territory: everything of it that [`super::Core::close`] lets go of.
pub(super) struct Open {
    pub(super) shared: Arc<Shared>,
    pub(super) trust: Option<Arc<TrustStore>>,
    pub(super) content: ContentStore,
    pub(super) place: Place,
    /// The app's own territory, seen from another one: the app's words about that one come from here.
    own: Option<Arc<Open>>,
    l10n: Mutex<Option<(Vec<String>, Arc<L10n>)>>,
    offices: Arc<OfficeMemory>,
    /// What the last searches have read.
    pub(super) searched: search::Memory,
}

impl Shared {
    pub(super) fn new(config: &Config, clock: Arc<dyn Clock>) -> Result<Self> {
        let folder = &config.data_dir;
        storage::make_folder(folder)?;
        let lock = FolderLock::take(folder)?;
        Ok(Self {
            settings: SettingsStore::open(folder)?,
            clock,
            overrides: config.settings.clone(),
            _key_store: config.key_store.clone(),
            _lock: lock,
        })
    }
}

impl Open {
    /// Opens the app's own territory.
    pub(super) fn own(shared: Shared, place: Place) -> Result<Self> {
        Self::at(Arc::new(shared), place, None)
    }

    /// Opens another territory of the same data folder.
    pub(super) fn beside(own: &Arc<Open>, place: Place) -> Result<Self> {
        storage::make_folder(&place.folder)?;
        Self::at(Arc::clone(&own.shared), place, Some(Arc::clone(own)))
    }

    fn at(shared: Arc<Shared>, place: Place, own: Option<Arc<Open>>) -> Result<Self> {
        let opened = place.open_trust(shared.clock.now())?;
        let installed =
            opened.as_ref().map(|(trust, _)| trust.installed()).transpose()?.unwrap_or_default();
        let content = ContentStore::open(&place.folder, &installed)?;
        if let Some((trust, Opened::Recovered { .. })) = &opened {
            // Its floors are lost with it; what is installed is still the least that may follow.
            trust.keep_floors(&content.seqs()?)?;
        }
        let trust = opened.map(|(trust, _)| Arc::new(trust));
        Ok(Self {
            shared,
            trust,
            content,
            place,
            own,
            l10n: Mutex::new(None),
            offices: Arc::default(),
            searched: search::Memory::default(),
        })
    }

    /// The chain of trust.
    pub(super) fn trust(&self) -> Result<&Arc<TrustStore>> {
        self.trust.as_ref().ok_or_else(|| {
            Error::InvalidInput("no root: the data folder has none and none was given".into())
        })
    }

    /// The address of the repository.
    pub(super) fn repository(&self) -> Result<&str> {
        self.place.addresses.first().map(String::as_str).ok_or_else(|| {
            Error::InvalidInput(
                "no repository: name the address of the folder with metadata/ and targets/".into(),
            )
        })
    }

    /// Whether to sync now.
    pub(super) fn sync_due(
        &self,
        network: NetworkKind,
        occasion: Occasion,
        now: Timestamp,
    ) -> Result<SyncDue> {
        let Settings { wifi_only, data_saver, .. } = self.current_settings()?;
        let (history, network) = match (&self.trust, self.place.addresses.first()) {
            (Some(trust), Some(repository)) => (History::of(trust, repository, now)?, network),
            // Nobody to ask, or to believe.
            _ => (History::default(), NetworkKind::Offline),
        };
        Ok(history.due(network, occasion, Saving { wifi_only, data_saver }, now))
    }

    /// Notes that a sync with a server begins.
    pub(super) fn begin_attempt(&self, now: Timestamp) -> Result<()> {
        self.trust.as_ref().map_or(Ok(()), |trust| begin_attempt(trust, now))
    }

    /// Where else to ask after this outcome: nowhere if it was a good one.
    pub(super) fn mirrors(&self, outcome: &Result<SyncReport>) -> Result<Vec<String>> {
        match &self.trust {
            Some(trust) if elsewhere(outcome) => {
                let mut others = mirrors(trust, self.repository()?)?;
                let shipped = self.place.addresses.iter().skip(1);
                let new: Vec<String> =
                    shipped.filter(|address| !others.contains(address)).cloned().collect();
                others.splice(0..0, new);
                Ok(others)
            }
            _ => Ok(Vec::new()),
        }
    }

    /// What arrived of packs.
    pub(super) fn parts(&self) -> PartFiles {
        PartFiles::new(self.place.folder.join("dl"))
    }

    pub(super) fn read<T>(
        &self,
        now: Timestamp,
        screen: impl FnOnce(&Reading<'_>) -> Result<T>,
    ) -> Result<T> {
        let context = self.read_context(now)?;
        self.content.read(|connection| screen(&Reading::new(connection, &context)?))
    }

    /// Writes the indexes that a search of the reader needs and that are missing.
    pub(super) fn prepare_search(&self, wanted: &dyn Fn() -> bool) -> Result<()> {
        let languages = searched_languages(&self.current_settings()?.languages);
        self.content.prepare_search(&languages, wanted)
    }

    pub(super) fn current_settings(&self) -> Result<Settings> {
        match &self.shared.overrides {
            Some(settings) => Ok(settings.clone()),
            None => self.shared.settings.load(self.place.kept_as.as_deref()),
        }
    }

    pub(super) fn keep_settings(&self, settings: &Settings) -> Result<()> {
        self.shared.settings.save(settings, self.place.kept_as.as_deref())
    }

    /// The catalogue that was verified last; an empty one before any.
    pub(super) fn catalog(&self) -> Result<Catalog> {
        self.trust.as_ref().map_or_else(|| Ok(Catalog::default()), |trust| stored_catalog(trust))
    }

    pub(super) fn read_context(&self, now: Timestamp) -> Result<ReadContext> {
        let settings = self.current_settings()?;
        let chain = settings.languages;
        Ok(ReadContext {
            l10n: self.l10n(&chain)?,
            municipality: settings.municipality,
            audience: settings.audience,
            now,
            release: self.release_state()?,
            settings_lost: self.shared.settings.was_damaged(),
            offices: Arc::clone(&self.offices),
            added: self.added(&chain)?,
            chain,
        })
    }

    fn added(&self, chain: &[String]) -> Result<Option<AddedTerritory>> {
        let (Some((name, host)), Some(own)) = (&self.place.added, &self.own) else {
            return Ok(None);
        };
        Ok(Some(AddedTerritory { name: name.clone(), host: host.clone(), words: own.l10n(chain)? }))
    }

    fn release_state(&self) -> Result<ReleaseState> {
        let Some(trust) = &self.trust else { return Ok(ReleaseState::default()) };
        let development = match trust.metadata("root")? {
            Some(root) => is_development(&root)?,
            None => false,
        };
        Ok(ReleaseState {
            development,
            confirmed: trust.state(StateKey::Origin)?.as_deref() == Some("server"),
            generated: trust.moment(StateKey::Generated)?,
            last_checked: trust.moment(StateKey::LastChecked)?,
            lineage_began: trust.moment(StateKey::LineageBegan)?,
        })
    }

    /// The app's words for a chain of languages; kept until the chain or the content changes.
    fn l10n(&self, chain: &[String]) -> Result<Arc<L10n>> {
        let mut kept = self.l10n.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((for_chain, l10n)) = kept.as_ref()
            && for_chain == chain
        {
            return Ok(Arc::clone(l10n));
        }
        let l10n = Arc::new(L10n::new(chain, |tag| self.content.ui_strings(tag).ok().flatten())?);
        *kept = Some((chain.to_vec(), Arc::clone(&l10n)));
        Ok(l10n)
    }

    pub(super) fn forget_l10n(&self) {
        self.l10n.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
