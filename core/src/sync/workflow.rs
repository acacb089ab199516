//! The client workflow of The Update Framework (specification 1.0.34, 5.3 to 5.6) without I/O: which metadata is to be
//! fetched next, and what to make of it. A sync goes through it, and so does the program that the conformance suite of TUF
//! tests. It knows nothing of packs.

use std::sync::Arc;

use jiff::Timestamp;

use super::asked::RemoteFile;
use super::config::Expiry;
use super::roles::{Chain, Offered};
use super::search::{Found, Search};
use super::target::SignedTarget;
use super::trust::TrustStore;
use crate::{Error, Result};

/// Roots that one walk takes at most; an endless chain would keep a phone busy for ever.
const MAX_ROOTS: u32 = 256;

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Fetch this, then call [`Workflow::take`], or [`Workflow::missing`] if the repository does not have it.
    Fetch(RemoteFile),
    /// The top-level roles are those of the repository, and none has expired.
    Current,
    /// A release file offers less than what is known already.
    Older,
}

/// What the next file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Root,
    Timestamp,
    Snapshot,
    Targets,
    Current,
    Older,
}

/// One walk through the workflow. What verified is in the store before the next file is asked for.
pub struct Workflow {
    pub(super) chain: Chain,
    trust: Arc<TrustStore>,
    stage: Stage,
    /// New roots that were walked.
    roots: u32,
    /// A timestamp that need not be asked for.
    offered: Option<Vec<u8>>,
}

impl Workflow {
    /// Begins with what is stored. Expiry is judged at `now`, as far as `expiry` says; no network.
    ///
    /// # Errors
    /// [`Error::Untrusted`] if the stored root does not verify.
    pub fn new(trust: Arc<TrustStore>, expiry: Expiry, now: Timestamp) -> Result<Self> {
        let chain = Chain::load(&trust, expiry, now)?;
        Ok(Self { chain, trust, stage: Stage::Root, roots: 0, offered: None })
    }

    /// Brings a timestamp that is at hand. It counts unless a new root comes first: it may be older than the new keys.
    pub(super) fn offer_timestamp(&mut self, bytes: Vec<u8>) {
        self.offered = Some(bytes);
    }

    /// What comes next. Asking twice gives the same answer.
    ///
    /// # Errors
    /// [`Error::Untrusted`] for metadata that does not verify or has expired; or a failed write.
    #[expect(clippy::should_implement_trait, reason = "it can fail, and does not end by itself")]
    pub fn next(&mut self) -> Result<Step> {
        loop {
            match self.stage {
                Stage::Root => return Ok(Step::Fetch(self.chain.next_root())),
                Stage::Timestamp => match self.offered.take() {
                    Some(bytes) => self.take_timestamp(&bytes)?,
                    None => return Ok(Step::Fetch(Chain::timestamp())),
                },
                Stage::Snapshot => match self.chain.snapshot_wanted()? {
                    Some(file) => return Ok(Step::Fetch(file)),
                    None => self.stage = Stage::Targets,
                },
                Stage::Targets => match self.chain.targets_wanted()? {
                    Some(file) => return Ok(Step::Fetch(file)),
                    None => self.stage = Stage::Current,
                },
                Stage::Current => return Ok(Step::Current),
                Stage::Older => return Ok(Step::Older),
            }
        }
    }

    /// Takes the file that was to be fetched, and stores it if it verifies.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub fn take(&mut self, bytes: &[u8]) -> Result<()> {
        match self.stage {
            Stage::Root => self.take_root(bytes),
            Stage::Timestamp => self.take_timestamp(bytes),
            Stage::Snapshot => self.chain.add_snapshot(&self.trust, bytes),
            Stage::Targets => self.chain.add_targets(&self.trust, bytes),
            Stage::Current | Stage::Older => {
                Err(Error::InvalidInput("a file that nobody asked for".to_owned()))
            }
        }
    }

    /// Learns that the repository does not have the file: where a newer root would be, that is how it should be.
    ///
    /// # Errors
    /// [`Error::Untrusted`] if the root that is trusted has expired; [`Error::Offline`] for any other file.
    pub fn missing(&mut self) -> Result<()> {
        let name = match self.stage {
            Stage::Root => return self.end_of_roots(),
            Stage::Timestamp => "timestamp.json",
            Stage::Snapshot => "snapshot.json",
            _ => "targets.json",
        };
        Err(not_there(name))
    }

    /// Begins to look for the role that signs a target.
    ///
    /// # Errors
    /// [`Error::InvalidInput`] before the top-level roles are current.
    pub fn search(&self, target: &str) -> Result<Search> {
        match self.stage {
            Stage::Current => Ok(Search::new(target)),
            _ => Err(Error::InvalidInput("the top-level roles are not current yet".to_owned())),
        }
    }

    /// Goes on with a search as far as the metadata at hand leads.
    ///
    /// # Errors
    /// [`Error::Untrusted`] if a role on the way has expired, or the snapshot does not name it.
    pub fn find(&self, search: &mut Search) -> Result<Found> {
        while let Some(edge) = search.edge() {
            if let Some(file) = self.chain.role_wanted(edge)? {
                return Ok(Found::Fetch(file));
            }
            let role = self.chain.role(&edge.role)?;
            if let Some(target) = role.target(search.target()) {
                let consistent = self.chain.consistent();
                let target = SignedTarget::new(search.target(), target, consistent)?;
                return Ok(Found::Target(edge.role.clone(), target));
            }
            search.go_on(role)?;
        }
        Ok(Found::Nothing)
    }

    /// Takes the delegated role that a search needs, and stores it if it verifies.
    ///
    /// # Errors
    /// [`Error::Untrusted`] if it does not; or a failed write.
    pub fn take_role(&mut self, search: &Search, bytes: &[u8]) -> Result<()> {
        match search.edge() {
            Some(edge) => self.chain.add_role(&self.trust, edge, bytes),
            None => Err(Error::InvalidInput("a role that nobody asked for".to_owned())),
        }
    }

    fn take_root(&mut self, bytes: &[u8]) -> Result<()> {
        self.roots += 1;
        if self.roots > MAX_ROOTS {
            let reason = format!("more than {MAX_ROOTS} new roots");
            return Err(Error::Untrusted { file: "root.json".to_owned(), reason });
        }
        self.chain.add_root(&self.trust, bytes)
    }

    fn end_of_roots(&mut self) -> Result<()> {
        self.chain.check_root()?;
        if self.roots > 0 {
            self.chain.load_lower(&self.trust)?;
            self.offered = None;
        }
        self.stage = Stage::Timestamp;
        Ok(())
    }

    fn take_timestamp(&mut self, bytes: &[u8]) -> Result<()> {
        match self.chain.add_timestamp(&self.trust, bytes)? {
            // A seed or a file that is older than what is known is no attack, only of no use.
            Offered::Older => self.stage = Stage::Older,
            Offered::Current => {
                self.chain.note_root_probe(&self.trust)?;
                self.stage = Stage::Snapshot;
            }
        }
        Ok(())
    }
}

pub(super) fn not_there(name: &str) -> Error {
    Error::Offline(format!("{name}: the server does not have it"))
}
