//! A phone that is under attack while it fetches a release.

use std::cell::Cell;
use std::collections::BTreeMap;

use jiff::Timestamp;

use super::super::phone::{Phone, edited_facts, hours_later, repository, today};
use super::super::repository::{Fault, Repository, Server, pack};
use crate::sync::{ProblemKind, StateKey, SyncReport};
use crate::{Error, Result};

/// Packs by name: `seq` and canonical bytes.
type Packs = BTreeMap<String, (u64, Vec<u8>)>;

/// A phone that has the first release, and a repository that has gone on to the second: facts and Arabic are new.
pub(super) struct Siege {
    pub repository: Repository,
    pub phone: Phone,
    first: Packs,
    second: Packs,
    /// When the last honest sync ended.
    checked: Cell<Timestamp>,
}

impl Siege {
    pub(super) fn new() -> Self {
        let mut repository = repository();
        let (mut phone, first) = (Phone::synced(&repository), repository.packs());
        phone.now = hours_later(today(), 1);
        repository.put("facts", 2, edited_facts(2));
        repository.put("text-ar", 2, pack("text-ar", 2, Some(1), &[("a", "ahlan")]));
        // One pack arrives as a patch, the other whole.
        repository.drop_patches("text-ar");
        repository.release();
        let second = repository.packs();
        Self { repository, phone, first, second, checked: Cell::new(today()) }
    }

    /// One file of the second release meets a fault.
    pub(super) fn suffers(&self, path: &str, fault: Fault) -> Result<SyncReport> {
        self.phone.sync(&Server::with(&self.repository, path, fault))
    }

    /// The right error, nothing but what was signed on the phone, "last checked" where it was, and the next honest sync
    /// brings the second release.
    pub(super) fn is_withstood(&self, attack: &Result<SyncReport>, expected: ProblemKind) {
        self.holds(attack, expected);
        self.recovers();
    }

    /// The same, for an attack after which the content team has to act before phones take anything again.
    pub(super) fn holds(&self, attack: &Result<SyncReport>, expected: ProblemKind) {
        assert_eq!(kind(attack), Some(expected), "{attack:?}");
        for (name, pack) in &packs(&self.phone) {
            let signed = [&self.first, &self.second].into_iter().filter_map(|all| all.get(name));
            assert!(signed.into_iter().any(|genuine| genuine == pack), "{name} was never signed");
        }
        assert!(packs(&self.phone).len() == self.first.len(), "something is gone");
        let checked = self.phone.trust.moment(StateKey::LastChecked).unwrap();
        assert_eq!(checked, Some(self.checked.get()), "a failed check counted");
    }

    pub(super) fn recovers(&self) {
        let report = self.phone.sync(&Server::honest(&self.repository)).unwrap();
        assert_eq!(report.problem, None);
        assert_eq!(packs(&self.phone), self.second);
        self.checked.set(self.phone.now);
    }

    /// Nothing of the second release has arrived.
    pub(super) fn reads_the_first(&self) {
        assert_eq!(packs(&self.phone), self.first);
    }
}

fn packs(phone: &Phone) -> Packs {
    phone.packs.packs.lock().unwrap().clone()
}

/// What a shell is told: of the whole sync or of a single pack.
pub(super) fn kind(result: &Result<SyncReport>) -> Option<ProblemKind> {
    match result {
        Ok(report) => report.problem.as_ref().map(|problem| problem.kind),
        Err(Error::Offline(_)) => Some(ProblemKind::Offline),
        Err(Error::Untrusted { .. }) => Some(ProblemKind::Untrusted),
        Err(Error::Outdated { .. }) => Some(ProblemKind::Outdated),
        Err(_) => None,
    }
}
