//! What is open of a data folder, and how a screen is read out of it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use super::Config;
use crate::content::{ContentStore, ReadContext, Reading, ReleaseState};
use crate::l10n::L10n;
use crate::personal::{Settings, SettingsStore};
use crate::ports::KeyStore;
use crate::storage::{self, FolderLock};
use crate::sync::{
    History, NetworkKind, Occasion, Opened, PartFiles, Saving, StateKey, SyncDue, SyncReport,
    TrustStore, begin_attempt, elsewhere, is_development, mirrors,
};
use crate::{Error, Result};

/// Everything that [`super::Core::close`] lets go of.
pub(super) struct Open {
    pub(super) trust: Option<Arc<TrustStore>>,
    pub(super) content: ContentStore,
    pub(super) settings: SettingsStore,
    overrides: Option<Settings>,
    repository: Option<String>,
    folder: PathBuf,
    l10n: Mutex<Option<(Vec<String>, Arc<L10n>)>>,
    /// Not asked yet: nothing secret is stored.
    _key_store: Option<Arc<dyn KeyStore>>,
    /// Held as long as the folder is open.
    _lock: FolderLock,
}

impl Open {
    pub(super) fn new(config: &Config) -> Result<Self> {
        let folder = &config.data_dir;
        storage::make_folder(folder)?;
        let lock = FolderLock::take(folder)?;
        let trust = match TrustStore::open(&folder.join("trust.db"), config.root.as_deref())? {
            Some((store, opened)) => {
                if matches!(opened, Opened::NewLineage) {
                    // Keys of a territory that were lost for good: its content starts anew, like its floors.
                    ContentStore::discard(folder)?;
                }
                Some(Arc::new(store))
            }
            None => None,
        };
        let installed =
            trust.as_ref().map(|trust| trust.installed()).transpose()?.unwrap_or_default();
        Ok(Self {
            content: ContentStore::open(folder, &installed)?,
            settings: SettingsStore::open(folder)?,
            overrides: config.settings.clone(),
            repository: config.repository.clone(),
            folder: folder.clone(),
            trust,
            l10n: Mutex::new(None),
            _key_store: config.key_store.clone(),
            _lock: lock,
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
        self.repository.as_deref().ok_or_else(|| {
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
        let (history, network) = match (&self.trust, &self.repository) {
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
            Some(trust) if elsewhere(outcome) => mirrors(trust, self.repository()?),
            _ => Ok(Vec::new()),
        }
    }

    /// What arrived of packs.
    pub(super) fn parts(&self) -> PartFiles {
        PartFiles::new(self.folder.join("dl"))
    }

    pub(super) fn read<T>(
        &self,
        now: Timestamp,
        screen: impl FnOnce(&Reading<'_>) -> Result<T>,
    ) -> Result<T> {
        let context = self.read_context(now)?;
        self.content.read(|connection| screen(&Reading::new(connection, &context)?))
    }

    pub(super) fn current_settings(&self) -> Result<Settings> {
        match &self.overrides {
            Some(settings) => Ok(settings.clone()),
            None => self.settings.load(),
        }
    }

    fn read_context(&self, now: Timestamp) -> Result<ReadContext> {
        let settings = self.current_settings()?;
        Ok(ReadContext {
            l10n: self.l10n(&settings.languages)?,
            chain: settings.languages,
            municipality: settings.municipality,
            audience: settings.audience,
            now,
            release: self.release_state()?,
            settings_lost: self.settings.was_damaged(),
        })
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
