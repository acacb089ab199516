//! The object the shells hold: one method a use case, each a few lines.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use rusqlite::InterruptHandle;

use crate::content::{ContentStore, ReadContext, Reading, ReleaseState};
use crate::folder_lock::FolderLock;
use crate::l10n::L10n;
use crate::model::Audience;
use crate::personal::{Settings, SettingsStore};
use crate::ports::{Clock, Transport};
use crate::running::Running;
use crate::screens::{
    Changes, FreshnessScreen, Home, Notices, OfficeScreen, Offices, ProcedureScreen, Procedures,
    Since, Terms,
};
use crate::sync::{
    Archive, Expiry, Languages, Opened, Problem, RELEASE_URL, SessionConfig, StateKey,
    SyncProgress, SyncReport, SyncSession, TrustStore, Wanted, is_development,
};
use crate::{ApiError, Error, Result};

/// What [`Core::open`] needs.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The folder that holds the three databases. It is made if need be.
    pub data_dir: PathBuf,
    /// The newest TUF root that came with the app. A data folder that has a root needs none; an empty one without it
    /// opens, and is empty.
    pub root: Option<Vec<u8>>,
    /// The folder on the web that holds `metadata/` and `targets/`.
    pub repository: Option<String>,
    /// The release that came with the app. It is taken in when nothing is installed yet, with no network.
    pub seed: Option<PathBuf>,
    /// Settings for this opening only, instead of those that are kept.
    pub settings: Option<Settings>,
}

/// Which packs a sync asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SyncMode {
    /// Every language: the choice of language reveals nothing.
    #[default]
    All,
    /// The reader's languages and Italian: the data saver.
    OnlyMine,
}

/// The core. Every call blocks for as long as it takes; call it from a thread of your own, and from several at once if
/// you like: readings do not wait for a sync, a second sync waits for the first. Only [`Core::sync`] touches the network.
pub struct Core {
    clock: Arc<dyn Clock>,
    open: Mutex<Option<Arc<Open>>>,
    running: Running,
    statements: Arc<[InterruptHandle; 2]>,
    syncing: Mutex<()>,
    interrupted: AtomicBool,
    progress: Mutex<SyncProgress>,
}

/// Everything that [`Core::close`] lets go of.
struct Open {
    trust: Option<Arc<TrustStore>>,
    content: ContentStore,
    settings: SettingsStore,
    overrides: Option<Settings>,
    repository: Option<String>,
    l10n: Mutex<Option<(Vec<String>, Arc<L10n>)>>,
    /// Held as long as the folder is open.
    _lock: FolderLock,
}

impl Core {
    /// Opens a data folder, and takes the seed in when nothing is installed. No network.
    ///
    /// # Errors
    /// `Locked` when another program has the folder open; `Outdated` when a newer app wrote it, which is then untouched;
    /// `Untrusted` when the root or the seed does not verify; `StorageFull` when there is no room for it, or for the files
    /// that an opening makes; `InvalidInput` when there is no such seed.
    pub fn open(config: Config, clock: Arc<dyn Clock>) -> Result<Self, ApiError> {
        let open = Open::new(&config)?;
        let core = Self {
            clock,
            statements: open.content.interrupts(),
            open: Mutex::new(Some(Arc::new(open))),
            running: Running::default(),
            syncing: Mutex::new(()),
            interrupted: AtomicBool::new(false),
            progress: Mutex::new(SyncProgress::default()),
        };
        if let Some(seed) = &config.seed
            && let Some(problem) = core.with(|open| core.take_in_seed(open, seed))?
        {
            return Err(problem.into());
        }
        Ok(core)
    }

    /// Takes the seed in when nothing is installed. A problem that leaves nothing installed still is handed back: the
    /// screen would be empty, and nobody would know why.
    fn take_in_seed(&self, open: &Open, seed: &Path) -> Result<Option<Problem>> {
        if !open.content.is_empty()? {
            return Ok(None);
        }
        if !seed.exists() {
            return Err(Error::InvalidInput(format!("there is no seed {}", seed.display())));
        }
        let archive = Archive::open(seed)?;
        let report =
            self.run_sync(open, &archive, RELEASE_URL, Expiry::ReleaseDate, Languages::All)?;
        Ok(report.problem.filter(|_| open.content.is_empty().unwrap_or(true)))
    }

    /// Closes the databases. What is running is interrupted, and waited for; further calls are `InvalidInput`. Called from
    /// inside a `Transport` it does not wait: the folder is free when that sync has ended.
    pub fn close(&self) -> Result<(), ApiError> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.interrupt();
        self.running.wait();
        Ok(())
    }

    /// Stops a sync or a reading that runs on another thread; it ends with `Interrupted`. Nothing is lost. Returns at
    /// once.
    pub fn interrupt(&self) {
        self.interrupted.store(true, Ordering::SeqCst);
        for statement in self.statements.iter() {
            statement.interrupt();
        }
    }

    /// The reader's settings.
    pub fn settings(&self) -> Result<Settings, ApiError> {
        self.with(Open::current_settings)
    }

    /// Keeps the reader's settings. The municipality may be given by its ISTAT code or its name.
    ///
    /// # Errors
    /// `InvalidInput` when content is installed and has no such municipality, when no language is named, or when the
    /// audience is one that this core does not know.
    pub fn set_settings(&self, settings: &Settings) -> Result<(), ApiError> {
        self.with(|open| {
            if settings.languages.is_empty() {
                return Err(Error::InvalidInput("name at least one language".into()));
            }
            if settings.audience == Audience::Unknown {
                return Err(Error::InvalidInput("this core does not know that audience".into()));
            }
            self.find_municipality(open, settings)?;
            open.settings.save(settings)
        })
    }

    /// Whether the municipality of some settings exists; `InvalidInput` with those that do, if not. Without content every
    /// name passes.
    pub fn check_municipality(&self, settings: &Settings) -> Result<(), ApiError> {
        self.with(|open| self.find_municipality(open, settings))
    }

    fn find_municipality(&self, open: &Open, settings: &Settings) -> Result<()> {
        let Some(name) = &settings.municipality else { return Ok(()) };
        let known = open.read(self.clock.now(), |reading| reading.home())?.municipalities;
        if known.is_empty() || known.iter().any(|found| found.is_called(name)) {
            return Ok(());
        }
        let names: Vec<&str> = known.iter().map(|found| found.name.as_str()).collect();
        let reason = format!("there is no municipality «{name}»; there are {}", names.join(", "));
        Err(Error::InvalidInput(reason))
    }

    /// The first screen. Without content it is empty, and says so.
    pub fn home(&self) -> Result<Home, ApiError> {
        self.read(|reading| reading.home())
    }

    /// All procedures for the reader, by group.
    pub fn procedures(&self) -> Result<Procedures, ApiError> {
        self.read(|reading| reading.procedures())
    }

    /// One procedure, whole. `InvalidInput` when there is none of that id.
    pub fn procedure(&self, id: &str) -> Result<ProcedureScreen, ApiError> {
        self.read(|reading| reading.procedure(id))
    }

    /// The offices of the reader's municipality; all of them when she has not chosen one.
    pub fn offices(&self) -> Result<Offices, ApiError> {
        self.read(|reading| reading.offices())
    }

    /// One office. `InvalidInput` when there is none of that id.
    pub fn office(&self, id: &str) -> Result<OfficeScreen, ApiError> {
        self.read(|reading| reading.office(id))
    }

    /// The glossary.
    pub fn terms(&self) -> Result<Terms, ApiError> {
        self.read(|reading| reading.terms())
    }

    /// The notices that hold today, the gravest first.
    pub fn notices(&self) -> Result<Notices, ApiError> {
        self.read(|reading| reading.notices())
    }

    /// What changed for the reader since a release or a day, and only that; without it everything that is remembered:
    /// about a season. `InvalidInput` when the day is none.
    pub fn changes(&self, since: Option<&Since>) -> Result<Changes, ApiError> {
        self.read(|reading| reading.changes(since))
    }

    /// The freshness of every item and of the whole.
    pub fn freshness(&self) -> Result<FreshnessScreen, ApiError> {
        self.read(|reading| reading.freshness_screen())
    }

    /// Fetches what is new. Touches the network through `transport` and blocks until it is done; poll
    /// [`Core::sync_progress`], stop it with [`Core::interrupt`]. Everything is verified before anything is written.
    ///
    /// A report with a `problem` means that single packs were refused or could not be had, and the others applied.
    ///
    /// # Errors
    /// `Offline`, `Untrusted`, `Outdated`, `StorageFull`, `Interrupted`: what was stored before stays readable.
    /// `InvalidInput` without a root or an address.
    pub fn sync(&self, transport: &dyn Transport, mode: SyncMode) -> Result<SyncReport, ApiError> {
        let _one_at_a_time = self.syncing.lock().unwrap_or_else(PoisonError::into_inner);
        // Before the folder is looked for: an interruption that comes with closing must not be forgotten.
        self.interrupted.store(false, Ordering::SeqCst);
        self.with(|open| {
            let repository = open.repository.as_deref().ok_or_else(|| {
                Error::InvalidInput(
                    "no repository: name the address of the folder with metadata/ and targets/"
                        .into(),
                )
            })?;
            let languages = match mode {
                SyncMode::All => Languages::All,
                SyncMode::OnlyMine => {
                    let mut languages = open.current_settings()?.languages;
                    languages.push("it".into());
                    Languages::Only(languages)
                }
            };
            self.run_sync(open, transport, repository, Expiry::Now, languages)
        })
    }

    /// Where the running sync stands. Never blocks for long.
    pub fn sync_progress(&self) -> SyncProgress {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn run_sync(
        &self,
        open: &Open,
        transport: &dyn Transport,
        base_url: &str,
        expiry: Expiry,
        languages: Languages,
    ) -> Result<SyncReport> {
        let trust = open.trust.as_ref().ok_or_else(|| {
            Error::InvalidInput("no root: the data folder has none and none was given".into())
        })?;
        let operator = open.current_settings()?.audience == Audience::Operator;
        let config = SessionConfig {
            base_url: base_url.to_owned(),
            now: self.clock.now(),
            expiry,
            wanted: Wanted { languages, operator },
            territory: None,
        };
        let session = SyncSession::new(config, Arc::clone(trust))?;
        let report =
            crate::sync::run(session, transport, &open.content, &self.interrupted, &|progress| {
                *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
            });
        open.forget_l10n();
        report
    }

    fn with<T>(&self, call: impl FnOnce(&Open) -> Result<T>) -> Result<T, ApiError> {
        // Begun before the folder is looked for, so that closing cannot slip in between; let go of after it.
        let _running = self.running.begin();
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(call(open.as_deref().ok_or(Error::Closed)?)?)
    }

    fn read<T>(&self, screen: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T, ApiError> {
        self.with(|open| open.read(self.clock.now(), screen))
    }
}

impl Open {
    fn new(config: &Config) -> Result<Self> {
        let folder = &config.data_dir;
        fs::create_dir_all(folder).map_err(|source| Error::Io {
            context: "making the data folder",
            path: folder.clone(),
            source,
        })?;
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
            trust,
            l10n: Mutex::new(None),
            _lock: lock,
        })
    }

    fn read<T>(&self, now: Timestamp, screen: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        let context = self.read_context(now)?;
        self.content.read(|connection| screen(&Reading::new(connection, &context)?))
    }

    fn current_settings(&self) -> Result<Settings> {
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

    fn forget_l10n(&self) {
        self.l10n.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
