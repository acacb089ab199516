//! Deciding what becomes of each pack: kept as it was published, or given its next `seq` and patches.

use std::collections::BTreeMap;

use cittadini_core::model::{PackHeader, SCHEMA};
use jiff::Timestamp;

use super::facts::FactsIds;
use super::history::{History, read_pack};
use super::layout::{Layout, Versions};
use super::pack::{NewTarget, PatchCustom, RawPack};
use super::release::Release;
use super::report::{PackReport, PatchReport};
use crate::draft::DraftPack;
use crate::signed::metadata::TargetFile;
use crate::signed::{Error, Result};

/// From how many published packs a patch leads to the newest. A phone further behind takes the full pack.
const PATCH_BASES: usize = 8;

/// What is known before a pack is looked at.
pub(crate) struct Before<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) versions: &'a Versions,
    pub(crate) release: Option<&'a Release>,
    pub(crate) territory: &'a str,
    pub(crate) now: Timestamp,
}

/// A pack of the release to be.
pub(crate) struct PlannedPack {
    pub(crate) pack: RawPack,
    /// What its role lists.
    pub(crate) targets: BTreeMap<String, TargetFile>,
    /// What has to be written.
    pub(crate) files: Vec<NewTarget>,
    pub(crate) report: PackReport,
}

impl<'a> Before<'a> {
    /// Plans one pack. `facts` is given for a text pack.
    pub(crate) fn plan(
        &self,
        draft: &DraftPack,
        facts: Option<&mut FactsIds<'_>>,
    ) -> Result<PlannedPack> {
        let published = self.published(&draft.name)?;
        let mut header = PackHeader {
            territory: self.territory.to_owned(),
            pack: draft.name.clone(),
            seq: published.as_ref().map_or(1, |old| old.header.seq),
            schema: SCHEMA,
            facts: None,
        };
        let mut pack = RawPack::write(&header, &draft.records)?;
        if let Some(facts) = facts {
            let same = published.as_ref().filter(|old| old.same_records(&pack));
            let range = same.and_then(|old| old.header.facts);
            header.facts = Some(facts.range(&draft.name, &draft.uses, range)?);
            pack = RawPack::write(&header, &draft.records)?;
        }
        match published {
            Some(old) if old.raw == pack.raw => self.keep(pack),
            Some(_) => {
                header.seq += 1;
                self.change(RawPack::write(&header, &draft.records)?)
            }
            None => self.change(pack),
        }
    }

    /// The facts before the given ones.
    pub(crate) fn older_facts(&self, current: &RawPack) -> History<'a> {
        self.history("facts", current.header.seq)
    }

    fn history(&self, pack: &str, below: u64) -> History<'a> {
        let role = self.release.and_then(|release| release.roles.get(pack));
        let newest = role.map_or(0, |role| role.signed.version);
        History::new(self.layout, self.versions, pack, newest, below)
    }

    fn published(&self, pack: &str) -> Result<Option<RawPack>> {
        let Some(role) = self.release.and_then(|release| release.roles.get(pack)) else {
            return Ok(None);
        };
        read_pack(self.layout, role, pack)?
            .map(Some)
            .ok_or_else(|| Error::damaged(format!("{pack}.pack"), "the published file is missing"))
    }

    fn keep(&self, pack: RawPack) -> Result<PlannedPack> {
        let role = self.release.and_then(|release| release.roles.get(&pack.header.pack));
        let targets = role.map(|role| role.signed.targets.clone()).unwrap_or_default();
        planned(pack, targets, Vec::new())
    }

    fn change(&self, pack: RawPack) -> Result<PlannedPack> {
        let full = pack.full(self.now)?;
        let mut files = Vec::new();
        for base in self.history(&pack.header.pack, pack.header.seq).take(PATCH_BASES) {
            let patch = pack.patch_from(&base?)?;
            if patch.entry.length < full.entry.length {
                files.push(patch);
            }
        }
        files.push(full);
        let targets = files.iter().map(|file| (file.name.clone(), file.entry.clone())).collect();
        planned(pack, targets, files)
    }
}

fn planned(
    pack: RawPack,
    targets: BTreeMap<String, TargetFile>,
    files: Vec<NewTarget>,
) -> Result<PlannedPack> {
    let name = pack.header.pack.clone();
    let full = format!("{name}.pack");
    let mut patches = Vec::new();
    for (target, entry) in targets.iter().filter(|(target, _)| **target != full) {
        let PatchCustom { from, to, .. } = entry.custom(target)?;
        patches.push(PatchReport { from, to, bytes: entry.length });
    }
    patches.sort_by_key(|patch| patch.from);
    let report = PackReport {
        seq: pack.header.seq,
        changed: !files.is_empty(),
        full_bytes: targets.get(&full).map_or(0, |entry| entry.length),
        patches,
        name,
    };
    Ok(PlannedPack { pack, targets, files, report })
}
