//! The one UniFFI crate: what Kotlin, Swift and Python see of the core.
//!
//! It owns the names and the words of the outside, and nothing else: each method hands its arguments to the core and its
//! answer back. A rule found here is a bug. Types of the core are mirrored with `#[uniffi::remote]`, so that the core knows
//! nothing of UniFFI; what a mirror cannot hold (a moment, a path, an error that foreign code may throw) is a type of this
//! crate with a conversion. Documentation is written for the readers of those languages.

mod errors;
mod foreign;
mod key_store;
mod screens;
mod settings;
mod sync;
mod transport;

use std::path::Path;
use std::sync::Arc;

use cittadini_core::personal::Settings;
use cittadini_core::ports::SystemClock;
use cittadini_core::screens::{
    Changes, DeadlineQuery, DeadlineScreen, FreshnessScreen, Home, HoursScreen, Labels, Notices,
    OfficeFilter, OfficeScreen, Offices, OpenNow, ProcedureScreen, Procedures, SearchScreen, Since,
    Terms, Territories, TerritoryOffer, TimelineQuery, TimelineScreen, Trees, TriageScreen,
};
use cittadini_core::sync::{NetworkKind, Occasion, SyncProgress};
use cittadini_core::triage::TriageAnswer;
use cittadini_core::{ApiError, SyncMode};

pub use key_store::{KeyStore, KeyStoreError};
pub use settings::Config;
pub use sync::{ExportReport, SyncDue, SyncReport};
pub use transport::{Transport, TransportError};

uniffi::setup_scaffolding!();

/// The core. Hold one a data folder for as long as the app runs.
///
/// Every call blocks until it is done, so call it away from the screen's thread: in Kotlin on an IO dispatcher, in Swift
/// from an actor. It may be called from several threads at once. Only `sync` and `addTerritory` touch the network. A reading takes a few
/// milliseconds and goes on while a sync runs. Every call may throw `Locked`, `StorageFull`, `Interrupted` or `Internal`,
/// and throws `InvalidInput` once the core is closed.
#[derive(uniffi::Object)]
pub struct Core {
    inner: cittadini_core::Core,
}

#[uniffi::export]
impl Core {
    /// Opens a data folder, and takes in the seed when nothing is installed yet. Blocks; no network. Takes some
    /// milliseconds, and a second or two the first time, when there is a seed.
    ///
    /// Throws `Locked` when another program has the folder open; `Outdated` when a newer app wrote it, which is then
    /// untouched; `Untrusted` when the root or the seed does not verify; `StorageFull` when there is no room.
    ///
    /// The key store is for what the reader will write herself. Nothing of the kind is stored so far, so that none need be
    /// given and none is asked; a phone that has one hands it over already.
    #[uniffi::constructor(default(key_store = None))]
    pub fn open(
        config: Config,
        key_store: Option<Arc<dyn KeyStore>>,
    ) -> Result<Arc<Self>, ApiError> {
        let inner = cittadini_core::Core::open(config.with(key_store), Arc::new(SystemClock))?;
        Ok(Arc::new(Self { inner }))
    }

    /// The reader's settings. Blocks; no network.
    pub fn settings(&self) -> Result<Settings, ApiError> {
        self.inner.settings()
    }

    /// Keeps the reader's settings; the next screen follows them. Blocks; no network.
    ///
    /// Throws `InvalidInput` when content is installed and has no such municipality, or when no language is named.
    pub fn set_settings(&self, settings: Settings) -> Result<(), ApiError> {
        self.inner.set_settings(&settings)
    }

    /// The first screen. Without content it is empty, and says so. Blocks; no network.
    pub fn home(&self) -> Result<Home, ApiError> {
        self.inner.home()
    }

    /// The words of the app's frame, in the reader's language: read them again when her language changes and after a sync.
    /// What an app says before there is a core is its own. Blocks; no network.
    pub fn labels(&self) -> Result<Labels, ApiError> {
        self.inner.labels()
    }

    /// All procedures for the reader, by group. Blocks; no network.
    pub fn procedures(&self) -> Result<Procedures, ApiError> {
        self.inner.procedures()
    }

    /// One procedure, whole. Blocks; no network. Throws `InvalidInput` when there is none of that id.
    pub fn procedure(&self, id: String) -> Result<ProcedureScreen, ApiError> {
        self.inner.procedure(&id)
    }

    /// The offices of the reader's municipality; all of them when she has not chosen one. Blocks; no network.
    pub fn offices(&self) -> Result<Offices, ApiError> {
        self.inner.offices()
    }

    /// One office. Blocks; no network. Throws `InvalidInput` when there is none of that id.
    pub fn office(&self, id: String) -> Result<OfficeScreen, ApiError> {
        self.inner.office(&id)
    }

    /// When an office is open: now, in the next days, and who speaks which language when. Blocks; no network. Throws
    /// `InvalidInput` when there is none of that id.
    pub fn hours(&self, office_id: String) -> Result<HoursScreen, ApiError> {
        self.inner.hours(&office_id)
    }

    /// The offices of the reader's municipality that are open now, or that the filter asks for; how many have no known hours
    /// stands beside them, since those may be open, too. Blocks; no network. Throws `InvalidInput` when its moment is none.
    pub fn open_now(&self, filter: OfficeFilter) -> Result<OpenNow, ApiError> {
        self.inner.open_now(&filter)
    }

    /// What answers some words, in any language and spelling, best first; at most `limit` and never more than 50. Any text is a
    /// query, and none is an error. Call it with each letter: a search ends the one before it, which is then `Interrupted`. Blocks for
    /// milliseconds, the first time in a language for longer: see `prepareSearch`. Nothing of it is kept; no network.
    pub fn search(&self, query: String, limit: u32) -> Result<SearchScreen, ApiError> {
        self.inner.search(&query, limit)
    }

    /// Writes the indexes that the reader's searches need and that are missing, her own language first. Worth calling once the first
    /// screen stands; without it the first search does it. Blocks; can be interrupted, and goes on the next time. No network.
    pub fn prepare_search(&self) -> Result<(), ApiError> {
        self.inner.prepare_search()
    }

    /// The glossary. Blocks; no network.
    pub fn terms(&self) -> Result<Terms, ApiError> {
        self.inner.terms()
    }

    /// The notices that hold today for the reader's municipality, the gravest first. Blocks; no network.
    pub fn notices(&self) -> Result<Notices, ApiError> {
        self.inner.notices()
    }

    /// What changed for the reader since a release or a day, and only that; without `since` everything that is
    /// remembered: about a season. To show what is new to her, keep `toRelease` when she has looked, and ask next time for
    /// the release after it. Blocks; no network. Throws `InvalidInput` when the day is none.
    pub fn changes(&self, since: Option<Since>) -> Result<Changes, ApiError> {
        self.inner.changes(since.as_ref())
    }

    /// By which day: a term of the content or so much time, counted from a day (ISO 8601). The second needs no content. Kept
    /// nowhere. Blocks; no network. Throws `InvalidInput` when the day is none, or lies outside the years 1900 to 2199; when
    /// there is no such term; when the unit is none.
    pub fn deadline(&self, query: DeadlineQuery, from: String) -> Result<DeadlineScreen, ApiError> {
        self.inner.deadline(&query, &from)
    }

    /// All terms of a procedure for the reader's own dates. What is missing or wrong stands at its term, and the others are
    /// shown. Kept nowhere. Blocks; no network. Throws `InvalidInput` when there is no such procedure, or no such issuer of
    /// papers.
    pub fn timeline(&self, query: TimelineQuery) -> Result<TimelineScreen, ApiError> {
        self.inner.timeline(&query)
    }

    /// The question trees there are; those that find out what somebody needs come first. Blocks; no network.
    pub fn trees(&self) -> Result<Trees, ApiError> {
        self.inner.trees()
    }

    /// A step through a question tree: the next question, or what the answers so far come to. Hand in all of them each time;
    /// answers to questions off the way change nothing. Kept nowhere. Blocks; no network. Throws `InvalidInput` when there is
    /// no such tree, question or answer.
    pub fn triage(
        &self,
        tree: String,
        answers: Vec<TriageAnswer>,
    ) -> Result<TriageScreen, ApiError> {
        self.inner.triage(&tree, &answers)
    }

    /// The freshness of every item and of the whole. Blocks; no network.
    pub fn freshness(&self) -> Result<FreshnessScreen, ApiError> {
        self.inner.freshness()
    }

    /// Whether to sync now, which packs to ask for, and when to ask again: when the app is opened, when the system wakes it,
    /// when the reader asks. What she chose to save, the pauses between two attempts and what servers asked for are in the
    /// answer. Notes nothing: the same question has the same answer until the next sync. Blocks; no network.
    ///
    /// Over a metered network `Asked` is due also when she chose Wi-Fi only; an app may warn her before it begins.
    pub fn sync_due(&self, network: NetworkKind, occasion: Occasion) -> Result<SyncDue, ApiError> {
        Ok(self.inner.sync_due(network, occasion)?.into())
    }

    /// Fetches what is new through `transport`. **Touches the network**, and blocks until it is done: a second or two, on
    /// a slow line minutes. Poll `syncProgress` and call `interrupt` from other threads. A second sync waits for the first.
    /// Everything is verified before anything is written; readers are never blocked.
    ///
    /// A report with a `problem` means that single packs were refused or could not be had, and the others applied.
    ///
    /// Throws `Offline`, `Untrusted`, `Outdated`, `StorageFull`, `Interrupted`: what was stored before stays readable.
    /// Throws `InvalidInput` without a root or a repository, and when a `Transport` calls it.
    pub fn sync(
        &self,
        transport: Arc<dyn Transport>,
        mode: SyncMode,
    ) -> Result<SyncReport, ApiError> {
        Ok(self.inner.sync(&transport::Foreign(transport), mode)?.into())
    }

    /// Writes the release that is installed into one file, with every language that is whole, so that a phone without a
    /// network can take it in with `importRelease`. Before the file gets its name it is read as that phone would read it.
    /// Blocks for some seconds; a running sync ends first. No network. `file` is a whole path in a folder that the app may
    /// write; a file that is there is replaced, and stays as it is when the call throws.
    ///
    /// Throws `InvalidInput` when there is no whole release to hand on, or one that nobody can take in any more: its reason
    /// says to sync first; also when the file cannot be made. Throws `StorageFull` and `Interrupted`.
    pub fn export_release(&self, file: String) -> Result<ExportReport, ApiError> {
        Ok(self.inner.export_release(Path::new(&file))?.into())
    }

    /// Takes in a release that somebody handed over as a file. It is verified as a sync is, by the same keys and with the
    /// same protection against going back; it never counts as a check of what is newest. A file that is older than what is
    /// installed changes nothing and is no error; packs that it does not hold stay as they are and stand in `leftOut`.
    /// Blocks for some seconds; a running sync ends first. Poll `syncProgress` and call `interrupt` from other threads. No
    /// network, and no address of a repository is needed. `file` is a whole path: a document that the platform lends the app
    /// is copied first.
    ///
    /// A report with a `problem` means that single packs of the file were refused, and the others applied.
    ///
    /// Throws `Untrusted` when the file is damaged, of another territory, or too old to be believed; `Outdated`,
    /// `StorageFull`, `Interrupted`: what was stored before stays readable. Throws `InvalidInput` when there is no such file
    /// or no root, and when a `Transport` calls it.
    pub fn import_release(&self, file: String) -> Result<SyncReport, ApiError> {
        Ok(self.inner.import_release(Path::new(&file))?.into())
    }

    /// The territories that are known: those that came with the app, then those that the reader added. Blocks; no network.
    pub fn territories(&self) -> Result<Territories, ApiError> {
        self.inner.territories()
    }

    /// What the QR code of a poster offers; `qr` is the whole link, with the part after `#`. Show name, host and
    /// fingerprint, let the reader compare them with the poster, and call `addTerritory` with the same text when she says
    /// so. Blocks; no network; nothing is kept.
    ///
    /// Throws `InvalidInput` when the text is no such code, or claims a territory that is known.
    pub fn territory_offer(&self, qr: String) -> Result<TerritoryOffer, ApiError> {
        self.inner.territory_offer(&qr)
    }

    /// Adds the territory of a QR code, once the reader has confirmed `territoryOffer`. **Touches the network** through
    /// `transport`, and blocks as `sync` does. What is read stays what it was: `chooseTerritory` changes that.
    ///
    /// Throws as `territoryOffer` and `sync`: then nothing was added.
    pub fn add_territory(
        &self,
        qr: String,
        transport: Arc<dyn Transport>,
    ) -> Result<SyncReport, ApiError> {
        Ok(self.inner.add_territory(&qr, &transport::Foreign(transport))?.into())
    }

    /// Reads another territory from now on, also after the next opening. Calls that run end in the one where they began.
    /// Each territory keeps the municipality that was chosen in it. One that came with the app and was never synced is
    /// empty, and says so. Blocks; no network. Throws `InvalidInput` when there is none of that id.
    pub fn choose_territory(&self, id: String) -> Result<(), ApiError> {
        self.inner.choose_territory(&id)
    }

    /// Removes a territory that the reader added, with everything that was fetched of it. If it is the one that is read,
    /// the app's own is read from now on. Waits for what runs in it; no network. Throws `InvalidInput` when there is none
    /// of that id, when it came with the app, and when a `Transport` calls it.
    pub fn remove_territory(&self, id: String) -> Result<(), ApiError> {
        self.inner.remove_territory(&id)
    }

    /// Keeps whether the reader agrees that her feedback goes to the inbox of a territory that she added. The agreement is
    /// for the address that its catalogue names today; another one is asked about again. Blocks; no network. Throws
    /// `InvalidInput` when there is no added territory of that id, or when it has no inbox.
    pub fn agree_to_inbox(&self, id: String, agreed: bool) -> Result<(), ApiError> {
        self.inner.agree_to_inbox(&id, agreed)
    }

    /// Where the running sync stands; where the last one stood when none runs. Never blocks for long; no network. A few
    /// times a second is often enough.
    pub fn sync_progress(&self) -> Result<SyncProgress, ApiError> {
        Ok(self.inner.sync_progress())
    }

    /// Stops a sync or a reading that runs on another thread: it throws `Interrupted`, and nothing is lost. A request that
    /// runs in the transport ends first. Never blocks for long; no network.
    pub fn interrupt(&self) -> Result<(), ApiError> {
        self.inner.interrupt();
        Ok(())
    }

    /// Closes the core: later calls throw `InvalidInput`. No network. What runs on other threads throws `Interrupted` and is
    /// waited for, a request in the transport included; then the folder can be opened again. Called from inside a
    /// `Transport` it returns at once, and the folder is free when that sync has ended.
    ///
    /// In Kotlin this is `shutDown`, since there `close` is the method of `AutoCloseable`, which lets go of the object.
    pub fn close(&self) -> Result<(), ApiError> {
        self.inner.close()
    }
}
