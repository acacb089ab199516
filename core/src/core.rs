//! The object the shells hold: one method a use case, each a few lines.

mod carried;
mod open;
mod opened;
mod place;
mod readings;
mod searches;
mod territories;

use std::collections::BTreeMap;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::InterruptHandle;

use crate::content::Reading;
use crate::model::Audience;
use crate::personal::Settings;
use crate::ports::{Clock, KeyStore, Transport};
use crate::running::Running;
use crate::sync::{
    Archive, Expiry, Languages, NetworkKind, Occasion, Problem, RELEASE_URL, SessionConfig,
    SyncDue, SyncMode, SyncProgress, SyncReport, SyncSession, Wanted, elsewhere, territory,
    together,
};
use crate::{ApiError, Error, Result};

use open::Open;
use opened::Opened;
use searches::Searches;

/// What [`Core::open`] needs.
#[derive(Clone, Default)]
pub struct Config {
    /// The folder that holds the three databases. It is made if need be.
    pub data_dir: PathBuf,
    /// The newest TUF root that came with the app. A data folder that has a root needs none; an empty one without it
    /// opens, and is empty.
    pub root: Option<Vec<u8>>,
    /// The folder on the web that holds `metadata/` and `targets/`.
    pub repository: Option<String>,
    /// The bytes of `territories.json`, which came with the app: the territories that need no poster. `root` and `repository`,
    /// where they are given, count before what it says of the first of them, the app's own.
    pub territories: Option<Vec<u8>>,
    /// The release that came with the app. It is taken in when nothing is installed yet, with no network.
    pub seed: Option<PathBuf>,
    /// Settings for this opening only, instead of those that are kept.
    pub settings: Option<Settings>,
    /// The platform's key store. What the reader writes will be sealed with a secret in it; so far the core keeps nothing
    /// of the kind, and asks it for nothing.
    pub key_store: Option<Arc<dyn KeyStore>>,
}

/// The core. Every call blocks for as long as it takes; call it from a thread of your own, and from several at once if
/// you like: readings do not wait for a sync, a second sync waits for the first. Only [`Core::sync`] touches the network.
pub struct Core {
    clock: Arc<dyn Clock>,
    open: Mutex<Option<Opened>>,
    running: Running,
    /// What stops readings, by territory.
    statements: Mutex<BTreeMap<String, Arc<[InterruptHandle]>>>,
    /// One sync at a time. Taken before `changing`, if both are.
    syncing: Mutex<()>,
    /// One change of the list of territories at a time, and nothing opened twice.
    changing: Mutex<()>,
    interrupted: AtomicBool,
    progress: Mutex<SyncProgress>,
    searches: Searches,
}

impl Core {
    /// Opens a data folder, and takes the seed in when nothing is installed. No network.
    ///
    /// # Errors
    /// `Locked` when another program has the folder open; `Outdated` when a newer app wrote it, which is then untouched;
    /// `Untrusted` when the root or the seed does not verify; `StorageFull` when there is no room for it, or for the files
    /// that an opening makes; `InvalidInput` when there is no such seed, or when `territories.json` cannot be read.
    pub fn open(config: Config, clock: Arc<dyn Clock>) -> Result<Self, ApiError> {
        let opened = Opened::new(&config, Arc::clone(&clock))?;
        let core = Self {
            clock,
            statements: Mutex::new(opened.interrupts()),
            open: Mutex::new(Some(opened)),
            running: Running::default(),
            syncing: Mutex::new(()),
            changing: Mutex::new(()),
            interrupted: AtomicBool::new(false),
            progress: Mutex::new(SyncProgress::default()),
            searches: Searches::default(),
        };
        if let Some(seed) = &config.seed {
            refused(core.with_own(|open| core.open_seed(open, seed))?)?;
        }
        Ok(core)
    }

    /// Takes the seed in when nothing is installed. A problem that leaves nothing installed still is handed back: the
    /// screen would be empty, and nobody would know why.
    fn open_seed(&self, open: &Open, seed: &Path) -> Result<Option<Problem>> {
        if !open.content.is_empty()? {
            return Ok(None);
        }
        if !seed.exists() {
            return Err(Error::InvalidInput(format!("there is no seed {}", seed.display())));
        }
        self.run_seed(open, &Archive::open(seed)?)
    }

    /// Takes in the release that came with the app, when nothing is installed yet: for a shell whose seed is no file. The
    /// others name theirs in [`Config::seed`]. No network.
    ///
    /// # Errors
    /// `Untrusted` when the seed does not verify.
    pub fn take_in_seed<R: Read + Seek + Send>(&self, seed: &Archive<R>) -> Result<(), ApiError> {
        refused(self.with_own(|open| match open.content.is_empty()? {
            true => self.run_seed(open, seed),
            false => Ok(None),
        })?)
    }

    fn run_seed(&self, open: &Open, seed: &dyn Transport) -> Result<Option<Problem>> {
        let session = self.session(open, RELEASE_URL, Expiry::ReleaseDate, Languages::All)?;
        let report = self.drive(open, session, seed)?;
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
        let statements = self.statements.lock().unwrap_or_else(PoisonError::into_inner);
        for statement in statements.values().flat_map(|handles| handles.iter()) {
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
            open.keep_settings(settings)
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

    /// Whether to sync now, which packs to ask for, and when to ask again. Notes nothing, so that the same question has the
    /// same answer; no network. Without a root or an address none is ever due.
    ///
    /// The reader's choices hold when the app is opened and in the background. What she asks for is due whenever there is a
    /// network and a server that did not ask to be left alone.
    pub fn sync_due(&self, network: NetworkKind, occasion: Occasion) -> Result<SyncDue, ApiError> {
        self.with(|open| open.sync_due(network, occasion, self.clock.now()))
    }

    /// Fetches what is new. Touches the network through `transport` and blocks until it is done; poll
    /// [`Core::sync_progress`], stop it with [`Core::interrupt`]. Everything is verified before anything is written.
    ///
    /// When the repository cannot be had or sends what was not signed, the mirrors that its catalogue names are asked in turn.
    ///
    /// A report with a `problem` means that single packs were refused or could not be had, and the others applied.
    ///
    /// # Errors
    /// `Offline`, `Untrusted`, `Outdated`, `StorageFull`, `Interrupted`: what was stored before stays readable.
    /// `InvalidInput` without a root or an address, and when the transport of a running sync calls it.
    pub fn sync(&self, transport: &dyn Transport, mode: SyncMode) -> Result<SyncReport, ApiError> {
        self.alone(|open| {
            let repository = open.repository()?;
            open.begin_attempt(self.clock.now())?;
            let ask = |address: &str| {
                let session = self.session_with_server(open, address, mode)?;
                self.drive(open, session, transport)
            };
            let mut outcome = ask(repository);
            for mirror in open.mirrors(&outcome)? {
                if elsewhere(&outcome) {
                    outcome = together(outcome, ask(&mirror));
                }
            }
            outcome
        })
    }

    /// Waits for a sync that runs.
    fn begin_sync(&self) -> Result<MutexGuard<'_, ()>> {
        if self.running.is_inside() {
            // The first sync waits for its transport, and this one would wait for the first.
            let reason = "a transport must not sync: the sync that called it is still running";
            return Err(Error::InvalidInput(reason.into()));
        }
        let one_at_a_time = self.syncing.lock().unwrap_or_else(PoisonError::into_inner);
        // Before the folder is looked for: an interruption that comes with closing must not be forgotten.
        self.interrupted.store(false, Ordering::SeqCst);
        Ok(one_at_a_time)
    }

    /// The same sync for a shell whose network cannot block: it does what [`SyncSession::next`] says, hands answers to
    /// [`SyncSession::feed`], calls [`Core::apply`] for [`crate::sync::Next::Apply`], and yields in between. One at a time; it may be
    /// dropped at any moment. Reads the trust database; no network.
    ///
    /// # Errors
    /// As [`Core::sync`].
    pub fn sync_session(&self, mode: SyncMode) -> Result<SyncSession, ApiError> {
        self.with(|open| {
            let repository = open.repository()?;
            open.begin_attempt(self.clock.now())?;
            self.session_with_server(open, repository, mode)
        })
    }

    /// One step of a session of [`Core::sync_session`] on the stored packs. Blocks for one transaction; no network.
    ///
    /// # Errors
    /// As [`SyncSession::apply`].
    pub fn apply(&self, session: &mut SyncSession) -> Result<(), ApiError> {
        self.with(|open| {
            let applied = session.apply(&open.content);
            open.forget_l10n();
            applied
        })
    }

    /// Where the running sync stands. Never blocks for long.
    pub fn sync_progress(&self) -> SyncProgress {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn session_with_server(
        &self,
        open: &Open,
        address: &str,
        mode: SyncMode,
    ) -> Result<SyncSession> {
        let languages = match mode {
            SyncMode::All => Languages::All,
            SyncMode::OnlyMine => {
                let mut languages = open.current_settings()?.languages;
                languages.push("it".into());
                Languages::Only(languages)
            }
        };
        open.parts().collect(self.clock.now());
        let session = self.session(open, address, Expiry::Now, languages)?;
        Ok(session.keeping_parts(open.parts()))
    }

    fn session(
        &self,
        open: &Open,
        base_url: &str,
        expiry: Expiry,
        languages: Languages,
    ) -> Result<SyncSession> {
        let operator = open.current_settings()?.audience == Audience::Operator;
        let trust = open.trust()?;
        let territory = match (expiry, &open.place.expected) {
            (Expiry::Carried, None) => territory(trust)?,
            (_, expected) => expected.clone(),
        };
        let config = SessionConfig {
            base_url: base_url.to_owned(),
            now: self.clock.now(),
            expiry,
            wanted: Wanted { languages, operator },
            territory,
        };
        SyncSession::new(config, Arc::clone(trust))
    }

    fn drive(
        &self,
        open: &Open,
        session: SyncSession,
        transport: &dyn Transport,
    ) -> Result<SyncReport> {
        let report =
            crate::sync::run(session, transport, &open.content, &self.interrupted, &|progress| {
                *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
            });
        open.forget_l10n();
        report
    }

    /// Calls with the territory that is read.
    fn with<T>(&self, call: impl FnOnce(&Open) -> Result<T>) -> Result<T, ApiError> {
        self.with_one(|opened| &opened.current, call)
    }

    /// Calls with the app's own territory.
    fn with_own<T>(&self, call: impl FnOnce(&Open) -> Result<T>) -> Result<T, ApiError> {
        self.with_one(|opened| &opened.own, call)
    }

    fn with_one<T>(
        &self,
        which: impl FnOnce(&Opened) -> &Arc<Open>,
        call: impl FnOnce(&Open) -> Result<T>,
    ) -> Result<T, ApiError> {
        // Begun before the folder is looked for, so that closing cannot slip in between; let go of after it.
        let _running = self.running.begin();
        let open = {
            let opened = self.open.lock().unwrap_or_else(PoisonError::into_inner);
            opened.as_ref().map(|opened| Arc::clone(which(opened)))
        };
        Ok(call(open.as_deref().ok_or(Error::Closed)?)?)
    }

    fn read<T>(&self, screen: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T, ApiError> {
        self.with(|open| open.read(self.clock.now(), screen))
    }
}

/// A seed that left nothing installed is an error, not an empty screen.
fn refused(problem: Option<Problem>) -> Result<(), ApiError> {
    problem.map_or(Ok(()), |problem| Err(problem.into()))
}
