//! The packs that were published before.
//!
//! There is no index of them: every version of a role's metadata stays in the repository for ever and lists the full
//! pack of its day, so that the metadata itself is the history. What an interrupted publish has left behind does no
//! harm: its `seq` was given again, under a higher version, to the pack that was published.

use cittadini_core::pack::{decompress, sha256_hex};

use super::layout::{Layout, Versions, metadata_name, target_name};
use super::pack::{PackCustom, RawPack};
use crate::signed::metadata::Targets;
use crate::signed::sign::Document;
use crate::signed::{Error, Result};

/// The published packs of one name from the newest to the oldest. A pack whose file was cleaned away is passed over.
pub(crate) struct History<'a> {
    layout: &'a Layout,
    pack: String,
    versions: std::vec::IntoIter<u64>,
    below: u64,
}

impl<'a> History<'a> {
    /// Starts at version `newest` of the role and yields packs whose `seq` is below `below`.
    pub(crate) fn new(
        layout: &'a Layout,
        versions: &Versions,
        pack: &str,
        newest: u64,
        below: u64,
    ) -> Self {
        let versions = versions.down_from(pack, newest).into_iter();
        Self { layout, pack: pack.to_owned(), versions, below }
    }

    fn step(&mut self, version: u64) -> Result<Option<RawPack>> {
        let name = metadata_name(version, &self.pack);
        let role = Document::<Targets>::parse(&name, self.layout.read(&name)?)?;
        let Some(custom) = pack_custom(&role, &self.pack)?.filter(|old| old.seq < self.below)
        else {
            return Ok(None);
        };
        self.below = custom.seq;
        read_pack(self.layout, &role, &self.pack)
    }
}

impl Iterator for History<'_> {
    type Item = Result<RawPack>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(version) = self.versions.next() {
            if let Some(pack) = self.step(version).transpose() {
                return Some(pack);
            }
        }
        None
    }
}

fn pack_custom(role: &Document<Targets>, pack: &str) -> Result<Option<PackCustom>> {
    let target = format!("{pack}.pack");
    role.signed.targets.get(&target).map(|entry| entry.custom(&target)).transpose()
}

/// Reads the full pack that a role lists, and checks both of its hashes. `None` when the file is not there.
pub(crate) fn read_pack(
    layout: &Layout,
    role: &Document<Targets>,
    pack: &str,
) -> Result<Option<RawPack>> {
    let target = format!("{pack}.pack");
    let Some(entry) = role.signed.targets.get(&target) else { return Ok(None) };
    let custom: PackCustom = entry.custom(&target)?;
    let file = target_name(entry.sha256()?, &target);
    let Some(wire) = layout.read_if_there(&file)? else { return Ok(None) };
    if sha256_hex(&wire) != entry.sha256()? {
        return Err(Error::damaged(file, "does not have the hash of its name"));
    }
    let raw = decompress(&file, &wire, custom.raw_length)
        .map_err(|error| Error::damaged(file.clone(), error))?;
    let pack = RawPack::read(raw).map_err(|reason| Error::damaged(file.clone(), reason))?;
    if pack.raw_sha256 != custom.raw_sha256 || pack.header.seq != custom.seq {
        return Err(Error::damaged(file, "is not the pack that the metadata lists"));
    }
    Ok(Some(pack))
}
