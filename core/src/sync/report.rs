//! What a sync tells a shell: while it runs, and when it has ended.

use jiff::Timestamp;
use serde::Serialize;

use crate::{ApiError, Error};

/// What a sync did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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
    /// Packs that a release file does not hold and that are therefore as they were: the phone that wrote it may have been
    /// on the data saver. Always empty after a sync with a server.
    pub left_out: Vec<String>,
    /// The worst thing that befell a single pack; the others were applied. `None` if every wanted pack is current, or left
    /// out of a file.
    pub problem: Option<Problem>,
    /// Nothing was new, nothing was left out, and nothing went wrong.
    pub up_to_date: bool,
    /// When the newest of the installed packs was made.
    pub generated: Option<Timestamp>,
}

/// A pack that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppliedPack {
    /// Its name.
    pub pack: String,
    /// Its new `seq`.
    pub seq: u64,
    /// Bytes on the wire.
    pub bytes: u64,
    /// Whether a patch was enough.
    pub patch: bool,
    /// Records that changed.
    pub records_written: u64,
}

/// A file that was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The file as the repository names it.
    pub file: String,
    /// Why.
    pub reason: String,
}

/// What went wrong with single packs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What a shell branches on.
    pub kind: ProblemKind,
    /// What happened, for the log.
    pub reason: String,
}

/// The kinds of problem of single packs, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
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

impl From<Problem> for ApiError {
    fn from(Problem { kind, reason }: Problem) -> Self {
        match kind {
            ProblemKind::Offline => Self::Offline { reason },
            ProblemKind::StorageFull => Self::StorageFull { reason },
            ProblemKind::Outdated => Self::Outdated { reason },
            ProblemKind::Untrusted => Self::Untrusted { reason },
        }
    }
}

impl ProblemKind {
    /// Which kind an error is; `None` for one that ends the sync.
    pub(super) fn of(error: &Error) -> Option<Self> {
        match error {
            Error::Offline(_) => Some(Self::Offline),
            Error::Outdated { .. } => Some(Self::Outdated),
            Error::Untrusted { .. } => Some(Self::Untrusted),
            full if full.is_full_disk() => Some(Self::StorageFull),
            _ => None,
        }
    }
}

impl SyncReport {
    /// Adds what an earlier attempt of the same sync did; how things stand is as this one found them.
    pub(super) fn after(mut self, earlier: Self) -> Self {
        self.bytes += earlier.bytes;
        self.requests += earlier.requests;
        self.records_written += earlier.records_written;
        self.applied.splice(0..0, earlier.applied);
        self.refused.splice(0..0, earlier.refused);
        self.up_to_date &= self.applied.is_empty();
        self
    }

    /// Notes a file that was not accepted although its pack may still arrive by another way.
    pub(super) fn refuse(&mut self, file: &str, error: &Error) {
        self.refused.push(Refused { file: file.to_owned(), reason: error.to_string() });
    }

    /// Notes a file without which its pack stays as it was.
    pub(super) fn fail(&mut self, file: &str, kind: ProblemKind, error: &Error) {
        self.refuse(file, error);
        if self.problem.as_ref().is_none_or(|known| known.kind < kind) {
            self.problem = Some(Problem { kind, reason: error.to_string() });
        }
    }
}

/// Where a sync stands. Meant to be polled for a progress bar.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncStage {
    /// Asking what is new.
    #[default]
    Checking,
    /// Fetching packs.
    Downloading,
    /// Writing a pack.
    Applying,
    /// The sync has ended.
    Done,
}
