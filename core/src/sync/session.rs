//! One sync as a machine without I/O: [`SyncSession::next`] says what to do, the driver does it, and
//! [`SyncSession::feed`] or [`SyncSession::apply`] brings the session on. The order is told in ARCHITECTURE.md, "What
//! happens in a sync": [`Workflow`] has the steps of TUF, `metadata.rs` what a sync adds to them, `install.rs` the steps
//! with packs.

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::Timestamp;

use super::asked::{Asked, Judged, RemoteFile};
use super::config::{Expiry, SessionConfig};
use super::install::Arrived;
use super::parts::PartFiles;
use super::plan::Task;
use super::report::{ProblemKind, SyncProgress, SyncReport, SyncStage};
use super::retry;
use super::search::Search;
use super::trust::{StateKey, TrustStore};
use super::workflow::{Workflow, not_there};
use crate::ports::{Request, Response, TransportError};
use crate::{Error, Result};

/// What the driver is to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Fetch this and call [`SyncSession::feed`].
    Fetch(Request),
    /// Call [`SyncSession::apply`].
    Apply,
    /// The sync has ended.
    Done(SyncReport),
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Poll,
    /// One of the top-level roles.
    TopLevel,
    Catalog,
    Role,
    Pack,
}

impl Purpose {
    /// The folder of the repository that such files lie in.
    fn folder(self) -> &'static str {
        match self {
            Self::Poll | Self::TopLevel | Self::Role => "metadata",
            Self::Catalog | Self::Pack => "targets",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Start,
    /// The timestamp is the stored one: is anything missing?
    StockAfterPoll,
    TopLevel,
    Catalog,
    Roles,
    Stock,
    Packs,
    Done,
    Failed,
}

/// One sync. Holds no thread, socket or transaction; dropping it at any moment leaves a consistent state.
pub struct SyncSession {
    pub(super) config: SessionConfig,
    pub(super) trust: Arc<TrustStore>,
    pub(super) workflow: Workflow,
    pub(super) stage: Stage,
    pub(super) report: SyncReport,
    /// Wanted roles that are still to be fetched or looked at.
    pub(super) roles: VecDeque<String>,
    /// The search for the pack of the first of them, once it has begun.
    pub(super) search: Option<Search>,
    /// The territory that the repository is of.
    pub(super) territory: String,
    /// Wanted roles that verified.
    pub(super) good_roles: Vec<String>,
    /// Packs that have something new.
    pub(super) tasks: VecDeque<Task>,
    /// The verified wire bytes of the first task.
    pub(super) ready: Option<Vec<u8>>,
    pub(super) progress: SyncProgress,
    /// When the packs that are current were made.
    pub(super) dates: Vec<Timestamp>,
    pub(super) asked: Option<(Purpose, Asked)>,
    /// Where what arrives of packs is kept, if it is.
    pub(super) parts: Option<PartFiles>,
    /// Why it could not be kept.
    pub(super) not_kept: Option<Error>,
}

impl SyncSession {
    /// Starts a session. Reads `trust.db`; no network.
    ///
    /// # Errors
    /// [`Error::Untrusted`] if the stored root does not verify.
    pub fn new(config: SessionConfig, trust: Arc<TrustStore>) -> Result<Self> {
        // What was seen signed does not lie in the future, whatever the clock says.
        let seen = trust.moment(StateKey::Generated)?;
        let now = seen.map_or(config.now, |seen| seen.max(config.now));
        let workflow = Workflow::new(Arc::clone(&trust), config.expiry, now)?;
        Ok(Self {
            config,
            trust,
            workflow,
            stage: Stage::Start,
            report: SyncReport::default(),
            roles: VecDeque::new(),
            search: None,
            territory: String::new(),
            good_roles: Vec::new(),
            tasks: VecDeque::new(),
            ready: None,
            progress: SyncProgress::default(),
            dates: Vec::new(),
            asked: None,
            parts: None,
            not_kept: None,
        })
    }

    /// What to do next. Asking twice gives the same answer.
    ///
    /// # Errors
    /// Whatever ends the sync: [`Error::Untrusted`], [`Error::Offline`], [`Error::Outdated`], or a failed write.
    #[expect(clippy::should_implement_trait, reason = "it can fail, and does not end by itself")]
    pub fn next(&mut self) -> Result<Next> {
        let next = self.advance();
        self.ending(next)
    }

    /// Takes the answer to [`Next::Fetch`]. Verifies it and commits what verified to `trust.db`.
    ///
    /// # Errors
    /// As [`Self::next`]. [`Error::Interrupted`] leaves the session as it was: `next` asks for the same file again.
    pub fn feed(&mut self, answer: Result<Response, TransportError>) -> Result<()> {
        if answer == Err(TransportError::Interrupted) {
            return Err(Error::Interrupted);
        }
        if let Ok(response) = &answer {
            self.stopped(response);
        }
        let taken = match self.not_kept.take() {
            Some(error) => self.no_room(error),
            None => self.take_answer(answer),
        };
        self.ending(taken)
    }

    /// Where the sync stands. Cheap.
    pub fn progress(&self) -> SyncProgress {
        let mut progress = self.progress.clone();
        if let Some((purpose, asked)) = &self.asked {
            asked.name().clone_into(&mut progress.file);
            if *purpose == Purpose::Pack {
                progress.bytes_done += asked.arrived();
            }
        }
        progress.stage = match self.stage {
            Stage::Done | Stage::Failed => SyncStage::Done,
            Stage::Packs if self.ready.is_some() => SyncStage::Applying,
            Stage::Packs => SyncStage::Downloading,
            _ => SyncStage::Checking,
        };
        progress
    }

    /// After an error nothing of the session is used again.
    pub(super) fn ending<T>(&mut self, result: Result<T>) -> Result<T> {
        if result.is_err() {
            self.stage = Stage::Failed;
        }
        result
    }

    fn advance(&mut self) -> Result<Next> {
        loop {
            if let Some((_, asked)) = &self.asked {
                return Ok(Next::Fetch(asked.request()));
            }
            match self.stage {
                Stage::Start => self.start()?,
                Stage::StockAfterPoll | Stage::Stock => return Ok(Next::Apply),
                Stage::TopLevel => self.top_level()?,
                Stage::Catalog => self.check_catalog()?,
                Stage::Roles => self.next_role()?,
                Stage::Packs if self.ready.is_some() => return Ok(Next::Apply),
                Stage::Packs => self.next_pack()?,
                Stage::Done => return Ok(Next::Done(self.report.clone())),
                Stage::Failed => {
                    return Err(Error::InvalidInput("the sync has already failed".to_owned()));
                }
            }
        }
    }

    pub(super) fn ask(&mut self, purpose: Purpose, file: RemoteFile) {
        let base = self.config.base_url.trim_end_matches('/');
        let folder = format!("{base}/{}", purpose.folder());
        self.asked = Some((purpose, Asked::new(file, &folder)));
    }

    /// Notes the problem of a single pack, or ends the sync with one that is more than that.
    pub(super) fn fail(&mut self, file: &str, error: Error) -> Result<()> {
        match ProblemKind::of(&error) {
            Some(kind) => {
                self.report.fail(file, kind, &error);
                Ok(())
            }
            None => Err(error),
        }
    }

    fn take_answer(&mut self, answer: Result<Response, TransportError>) -> Result<()> {
        let Some((purpose, asked)) = self.asked.take() else {
            return Err(Error::InvalidInput("an answer to nothing that was asked".to_owned()));
        };
        self.report.requests += 1;
        let file = asked.name().to_owned();
        let arrived = if asked.goes_on() { Arrived::Resumed } else { Arrived::AtOnce };
        let judged = match answer {
            Ok(response) => {
                self.report.bytes += response.body.len() as u64;
                retry::note(&self.trust, &self.config.base_url, &response, self.config.now)?;
                asked.judge(response)
            }
            Err(error) => {
                let error = self.blame(file.clone(), Error::Offline(error.to_string()));
                return self.lost_connection(purpose, &file, error);
            }
        };
        match judged {
            Ok(Judged::Again(asked)) => {
                self.asked = Some((purpose, asked));
                Ok(())
            }
            Ok(Judged::Whole(bytes)) => self.take(purpose, bytes, arrived),
            Ok(Judged::Missing) => self.missing(purpose, file),
            Err(error) => self.refused(purpose, self.blame(file, error)),
        }
    }

    fn missing(&mut self, purpose: Purpose, file: String) -> Result<()> {
        let error = match purpose {
            Purpose::TopLevel => match self.workflow.missing() {
                Ok(()) => return Ok(()),
                Err(error) => error,
            },
            Purpose::Role | Purpose::Pack if self.config.expiry == Expiry::Carried => {
                return self.not_carried(purpose);
            }
            _ => not_there(&file),
        };
        self.refused(purpose, self.blame(file, error))
    }

    /// A release file has no network to blame: what it lacks was cut off or left out.
    fn blame(&self, file: String, error: Error) -> Error {
        match error {
            Error::Offline(_) if self.config.expiry != Expiry::Now => {
                Error::Untrusted { file, reason: "is not whole in the release file".to_owned() }
            }
            other => other,
        }
    }

    /// Without a connection no other file is asked for; what was applied stays.
    fn lost_connection(&mut self, purpose: Purpose, file: &str, error: Error) -> Result<()> {
        match purpose {
            Purpose::Role | Purpose::Pack => {
                self.fail(file, error)?;
                self.finish()
            }
            _ => Err(error),
        }
    }

    fn refused(&mut self, purpose: Purpose, error: Error) -> Result<()> {
        match purpose {
            Purpose::Role => self.drop_role(error),
            Purpose::Pack => self.drop_pack(error),
            _ => Err(error),
        }
    }

    fn take(&mut self, purpose: Purpose, bytes: Vec<u8>, arrived: Arrived) -> Result<()> {
        match purpose {
            Purpose::Poll => self.take_poll(bytes),
            Purpose::TopLevel => self.workflow.take(&bytes),
            Purpose::Catalog => self.store_catalog(&bytes),
            Purpose::Role => self.take_role(&bytes),
            Purpose::Pack => self.take_pack(bytes, arrived),
        }
    }
}
