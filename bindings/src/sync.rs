//! What a sync is asked, and what it tells. The report is a record of this crate, because the core's holds a moment and
//! this one its RFC 3339 form.

use cittadini_core::SyncMode;
use cittadini_core::sync::{
    self, AppliedPack, NetworkKind, Occasion, Problem, ProblemKind, Refused, SyncProgress,
    SyncStage,
};

/// What a sync did. With a `problem`, single packs were refused or could not be had, and the others were applied.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SyncReport {
    /// The version of the newest snapshot that was verified; 0 without one.
    pub release: u64,
    /// Bytes of all bodies that arrived, without HTTP headers.
    pub bytes: u64,
    /// Requests that were made.
    pub requests: u32,
    /// Records that were written, over all packs.
    pub records_written: u64,
    /// Packs that are new on this device, in the order in which they were written.
    pub applied: Vec<AppliedPack>,
    /// Files that were not accepted. A refused patch whose full pack was then accepted stands here too.
    pub refused: Vec<Refused>,
    /// Packs that a release file does not hold and that are therefore as they were. Empty after a sync with a server.
    pub left_out: Vec<String>,
    /// The worst thing that befell a single pack; the others were applied. Absent if every wanted pack is current, or left
    /// out of a file.
    pub problem: Option<Problem>,
    /// Nothing was new, nothing was left out, and nothing went wrong.
    pub up_to_date: bool,
    /// When the newest of the installed packs was made, RFC 3339 in UTC.
    pub generated: Option<String>,
}

impl From<sync::SyncReport> for SyncReport {
    fn from(report: sync::SyncReport) -> Self {
        let sync::SyncReport {
            release,
            bytes,
            requests,
            records_written,
            applied,
            refused,
            left_out,
            problem,
            up_to_date,
            generated,
        } = report;
        Self {
            release,
            bytes,
            requests,
            records_written,
            applied,
            refused,
            left_out,
            problem,
            up_to_date,
            generated: generated.map(|moment| moment.to_string()),
        }
    }
}

/// What was written into a release file.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ExportReport {
    /// The version of its snapshot.
    pub release: u64,
    /// When the newest of its packs was made, RFC 3339 in UTC: say it beside the file.
    pub generated: Option<String>,
    /// The packs that it holds: facts first.
    pub packs: Vec<String>,
    /// Packs of the release that are not on this device, or behind: the file lacks them.
    pub left_out: Vec<String>,
    /// The length of the file in bytes.
    pub bytes: u64,
}

impl From<sync::ExportReport> for ExportReport {
    fn from(report: sync::ExportReport) -> Self {
        let sync::ExportReport { release, generated, packs, left_out, bytes } = report;
        let generated = generated.map(|moment| moment.to_string());
        Self { release, generated, packs, left_out, bytes }
    }
}

/// Whether to sync now.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SyncDue {
    /// Whether a sync is to begin now.
    pub due: bool,
    /// Which packs it is to ask for: hand it to `sync`.
    pub mode: SyncMode,
    /// Before this moment none is due, over any network; RFC 3339 in UTC. It may have passed.
    pub not_before: String,
}

impl From<sync::SyncDue> for SyncDue {
    fn from(sync::SyncDue { due, mode, not_before }: sync::SyncDue) -> Self {
        Self { due, mode, not_before: not_before.to_string() }
    }
}

/// What the device is connected to, as its system says.
#[uniffi::remote(Enum)]
pub enum NetworkKind {
    /// Nothing.
    Offline,
    /// Something that is paid by the byte: mobile data, the hotspot of a phone. Also what the system cannot tell.
    Metered,
    /// Wi-Fi, a cable.
    Unmetered,
}

/// Why it is asked whether a sync is due.
#[uniffi::remote(Enum)]
pub enum Occasion {
    /// The reader opened the app, or came back to it.
    Opened,
    /// Nobody looks: the system woke the app.
    Background,
    /// The reader asked for it.
    Asked,
}

/// Which packs a sync asks for.
#[uniffi::remote(Enum)]
pub enum SyncMode {
    /// Every language: the choice of language reveals nothing.
    All,
    /// The reader's languages and Italian: the data saver.
    OnlyMine,
}

/// A pack that was written.
#[uniffi::remote(Record)]
pub struct AppliedPack {
    /// Its name.
    pub pack: String,
    /// Its new `seq`.
    pub seq: u64,
    /// Bytes that were fetched for it.
    pub bytes: u64,
    /// Whether a patch was enough.
    pub patch: bool,
    /// Records that changed.
    pub records_written: u64,
}

/// A file that was not accepted.
#[uniffi::remote(Record)]
pub struct Refused {
    /// The file as the repository names it.
    pub file: String,
    /// Why.
    pub reason: String,
}

/// What went wrong with single packs.
#[uniffi::remote(Record)]
pub struct Problem {
    /// What a shell branches on.
    pub kind: ProblemKind,
    /// What happened, for the log.
    pub reason: String,
}

/// The kinds of problem of single packs, the worst last.
#[uniffi::remote(Enum)]
pub enum ProblemKind {
    /// The network gave nothing that can be used.
    Offline,
    /// The disk is full.
    StorageFull,
    /// The app is too old for the pack.
    Outdated,
    /// A file is not what was signed.
    Untrusted,
}

/// Where a sync stands. Meant to be polled for a progress bar.
#[uniffi::remote(Record)]
pub struct SyncProgress {
    /// What is being done.
    pub stage: SyncStage,
    /// The file at hand, as the repository names it; empty if there is none.
    pub file: String,
    /// Bytes of packs that arrived.
    pub bytes_done: u64,
    /// Bytes of packs that are to arrive, as far as is known.
    pub bytes_total: u64,
    /// Packs that were dealt with.
    pub packs_done: u32,
    /// Packs that have something new.
    pub packs_total: u32,
}

/// The stages of a sync.
#[uniffi::remote(Enum)]
pub enum SyncStage {
    /// Asking what is new.
    Checking,
    /// Fetching packs.
    Downloading,
    /// Writing a pack.
    Applying,
    /// The sync has ended.
    Done,
}
