//! The steps of a session that look at packs: what is missing, is a fetched pack what was signed, hand it over.
//! A pack that fails keeps its old state, and the others go on.

use super::config::Expiry;
use super::packs::{Arrival, Installed, PackStore};
use super::plan::{self, FACTS, PackTarget, Task};
use super::report::{AppliedPack, ProblemKind};
use super::session::{Purpose, Stage, SyncSession};
use super::trust::StateKey;
use crate::pack::{Expected, VerifiedPack, apply_patch, decompress, sha256_hex};
use crate::{Error, Result};

/// How the bytes of a pack came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrived {
    /// All of them in this sync.
    AtOnce,
    /// Some of them in an earlier one.
    Resumed,
}

impl SyncSession {
    /// Does what [`super::Next::Apply`] asks for: looks at what is installed, or writes one pack. Blocks for at most one
    /// transaction of `packs`; no network.
    ///
    /// # Errors
    /// Whatever ends the sync. A pack that does not verify is no error: it is in the report.
    pub fn apply(&mut self, packs: &dyn PackStore) -> Result<()> {
        let applied = match self.stage {
            Stage::StockAfterPoll => self.stock_after_poll(packs),
            Stage::Stock => self.take_stock(packs),
            Stage::Packs => self.install(packs),
            _ => Err(Error::InvalidInput("there is nothing to apply".to_owned())),
        };
        self.ending(applied)
    }

    /// The timestamp is the stored one; is every wanted pack installed too? If not, the whole order is gone through.
    fn stock_after_poll(&mut self, packs: &dyn PackStore) -> Result<()> {
        self.stage = Stage::TopLevel;
        let Ok(signed) = self.signed_packs() else {
            return Ok(());
        };
        for target in &signed {
            if packs.installed(&target.pack)?.as_ref() != Some(&target.state) {
                return Ok(());
            }
        }
        self.dates = signed.into_iter().filter_map(|target| target.generated).collect();
        self.finish()
    }

    fn take_stock(&mut self, packs: &dyn PackStore) -> Result<()> {
        for name in self.good_roles.clone() {
            match self.plan_pack(&name, packs) {
                Ok(task) => self.tasks.extend(task),
                Err(error) => self.fail(&format!("{name}.pack"), error)?,
            }
        }
        self.remove_withdrawn(packs)?;
        self.progress.packs_total = u32::try_from(self.tasks.len()).unwrap_or(u32::MAX);
        self.progress.bytes_total = self.tasks.iter().map(|task| task.source().length()).sum();
        self.stage = Stage::Packs;
        Ok(())
    }

    fn plan_pack(&mut self, name: &str, packs: &dyn PackStore) -> Result<Option<Task>> {
        let consistent = self.workflow.chain.consistent();
        let role = self.workflow.chain.pack_role(name)?;
        let target = plan::pack_target(name, role, consistent)?;
        let floor = self.trust.floor(name)?;
        if target.state.seq < floor {
            let reason = format!("seq {} is older than {floor}, which was seen", target.state.seq);
            return Err(Error::Untrusted { file: target.source.file.name, reason });
        }
        let installed = packs.installed(name)?;
        let (state, generated) = (target.state.clone(), target.generated);
        let mut task = plan::choose(target, role, installed.as_ref(), consistent);
        if let Some(task) = task.as_mut().filter(|_| self.config.expiry == Expiry::Carried) {
            // A file holds whole packs alone, whatever else is signed.
            task.patch = None;
        }
        if task.is_none() {
            self.dates.extend(generated);
            // Known to content, but not here: trust.db was started anew.
            if self.trust.verify_raw(name, &state.raw_sha256)?.is_none() {
                self.trust.vouch(name, &state)?;
            }
        }
        Ok(task)
    }

    /// A text or the operators' pack that is no longer delegated must not stay on phones. Facts always stay.
    fn remove_withdrawn(&mut self, packs: &dyn PackStore) -> Result<()> {
        for (pack, _) in self.trust.installed()? {
            let delegated = self.workflow.chain.delegations().iter().any(|role| role.name == pack);
            if !delegated && pack != FACTS {
                packs.remove(&pack)?;
                self.trust.forget(&pack)?;
            }
        }
        Ok(())
    }

    pub(super) fn next_pack(&mut self) -> Result<()> {
        match self.tasks.front().cloned() {
            Some(task) => self.ask_for_pack(&task),
            None => self.finish(),
        }
    }

    /// Takes the bytes of a patch or a pack; they are opened in [`Self::apply`].
    pub(super) fn take_pack(&mut self, bytes: Vec<u8>, arrived: Arrived) -> Result<()> {
        let Some(task) = self.tasks.front() else {
            return Err(Error::Internal("a pack that was not planned".to_owned()));
        };
        match task.verify(&bytes) {
            Err(_) if arrived == Arrived::Resumed => {
                // Whose half is wrong nobody can tell: neither is used again.
                let file = task.file();
                self.forget_part();
                self.ask(Purpose::Pack, file);
                return Ok(());
            }
            Err(error) => return self.drop_pack(error),
            Ok(()) => {}
        }
        self.progress.bytes_done += task.source().length();
        self.ready = Some(bytes);
        Ok(())
    }

    /// A patch that fails makes way for the full pack; a full pack that fails leaves the old state.
    pub(super) fn drop_pack(&mut self, error: Error) -> Result<()> {
        if !matches!(error, Error::Offline(_)) {
            self.forget_part();
        }
        let Some(task) = self.tasks.front_mut() else {
            return Err(error);
        };
        match task.patch.take() {
            Some(patch) if ProblemKind::of(&error).is_some() => {
                self.report.refuse(&patch.source.file.name, &error);
                self.progress.bytes_total += task.target.source.length();
                Ok(())
            }
            Some(_) => Err(error),
            None => {
                let file = task.target.source.file.name.clone();
                self.done_with_task();
                self.fail(&file, error)
            }
        }
    }

    pub(super) fn done_with_task(&mut self) {
        self.tasks.pop_front();
        self.progress.packs_done += 1;
    }

    fn install(&mut self, packs: &dyn PackStore) -> Result<()> {
        let (Some(bytes), Some(task)) = (self.ready.take(), self.tasks.front().cloned()) else {
            return Err(Error::InvalidInput("there is nothing to apply".to_owned()));
        };
        match self.open(&task, &bytes, packs) {
            Ok(pack) => self.hand_over(&task, &pack, bytes.len() as u64, packs),
            Err(error) => self.drop_pack(error),
        }
    }

    /// Bytes on the wire to a pack whose canonical bytes are those that were signed.
    fn open(&self, task: &Task, bytes: &[u8], packs: &dyn PackStore) -> Result<VerifiedPack> {
        let target = &task.target;
        let raw = match &task.patch {
            None => decompress(&target.source.file.name, bytes, target.raw_length)?,
            Some(patch) => {
                let file = &patch.source.file.name;
                let base = packs.raw(&target.pack)?.unwrap_or_default();
                if sha256_hex(&base) != patch.from_raw_sha256 {
                    let reason = "what it starts from is not on this device".to_owned();
                    return Err(Error::Untrusted { file: file.clone(), reason });
                }
                apply_patch(file, &base, bytes, target.raw_length)?
            }
        };
        let expected = Expected {
            territory: &self.territory,
            pack: &target.pack,
            seq: target.state.seq,
            raw_sha256: &target.state.raw_sha256,
        };
        VerifiedPack::verify(raw, &expected)
    }

    fn hand_over(
        &mut self,
        task: &Task,
        pack: &VerifiedPack,
        bytes: u64,
        packs: &dyn PackStore,
    ) -> Result<()> {
        let target = &task.target;
        let written = match self.write(target, pack, packs) {
            Ok(written) => written,
            Err(error) => return self.not_written(&target.source.file.name, error),
        };
        self.forget_part();
        self.done_with_task();
        self.dates.extend(target.generated);
        self.report.records_written += written;
        self.report.applied.push(AppliedPack {
            pack: target.pack.clone(),
            seq: target.state.seq,
            bytes,
            patch: task.patch.is_some(),
            records_written: written,
        });
        Ok(())
    }

    fn write(
        &self,
        target: &PackTarget,
        pack: &VerifiedPack,
        packs: &dyn PackStore,
    ) -> Result<u64> {
        self.check_facts(target, pack, packs)?;
        let floor = self.trust.floor(&target.pack)?;
        self.trust.vouch(&target.pack, &target.state)?;
        let written = packs.apply(pack, floor, &self.arrival())?;
        self.trust.settle(&target.pack, &target.state.raw_sha256)?;
        Ok(written)
    }

    /// The release at hand. It was made when the newest of its packs was.
    fn arrival(&self) -> Arrival {
        let coming = self.tasks.iter().filter_map(|task| task.target.generated);
        Arrival {
            release: self.workflow.chain.release(),
            made: coming.chain(self.dates.iter().copied()).max().unwrap_or(self.config.now),
            arrived: self.config.now,
        }
    }

    /// What arrived of a pack could not be kept.
    pub(super) fn no_room(&mut self, error: Error) -> Result<()> {
        match self.asked.take() {
            Some((_, asked)) => self.not_written(asked.name(), error),
            None => Err(error),
        }
    }

    fn not_written(&mut self, file: &str, error: Error) -> Result<()> {
        let full = ProblemKind::of(&error) == Some(ProblemKind::StorageFull);
        self.done_with_task();
        self.fail(file, error)?;
        if !full {
            return Ok(());
        }
        // Nothing else will fit either; perhaps not even what is remembered of a sync. The report says why.
        match self.finish() {
            Err(error) if error.is_full_disk() => {
                self.stage = Stage::Done;
                Ok(())
            }
            finished => finished,
        }
    }

    /// A text is of no use before the facts that it speaks of.
    fn check_facts(
        &self,
        target: &PackTarget,
        pack: &VerifiedPack,
        packs: &dyn PackStore,
    ) -> Result<()> {
        let Some(range) = pack.header().facts else {
            return Ok(());
        };
        let facts = packs.installed(FACTS)?.map_or(0, |Installed { seq, .. }| seq);
        if range.min <= facts {
            return Ok(());
        }
        let reason = format!("needs facts {}, and {facts} are installed", range.min);
        match &self.report.problem {
            // The facts are late because of the network; so is this text.
            Some(problem) if problem.kind == ProblemKind::Offline => {
                Err(Error::Offline(format!("{}: {reason}", target.source.file.name)))
            }
            _ => Err(Error::Untrusted { file: target.source.file.name.clone(), reason }),
        }
    }

    /// Ends the session and remembers what the screens say of it.
    pub(super) fn finish(&mut self) -> Result<()> {
        let newest = self.dates.iter().max().copied();
        let known = self.trust.moment(StateKey::Generated)?;
        self.report.release = self.workflow.chain.release();
        self.report.generated = newest.or(known);
        self.report.up_to_date = self.report.applied.is_empty()
            && self.report.left_out.is_empty()
            && self.report.problem.is_none();
        if let Some(newest) = newest {
            self.trust.set_state(StateKey::Generated, &newest.to_string())?;
        }
        self.remember_origin()?;
        self.stage = Stage::Done;
        Ok(())
    }

    fn remember_origin(&self) -> Result<()> {
        let applied = !self.report.applied.is_empty();
        let origin = match self.config.expiry {
            Expiry::Now if self.report.problem.is_none() => {
                self.trust.set_states(&[
                    (StateKey::LastChecked, &self.config.now.to_string()),
                    (StateKey::FailedAttempts, "0"),
                ])?;
                "server"
            }
            Expiry::Carried if applied => "file",
            Expiry::ReleaseDate if applied => "seed",
            _ => return Ok(()),
        };
        self.trust.set_state(StateKey::Origin, origin)
    }
}
