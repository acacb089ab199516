//! Taking the release of a place into a folder, so that somebody can go on from it.

use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;

use super::closure::{diverged, highest, passes};
use super::standing::timestamp_of;
use super::{Error, Host, Result, is_release_file};
use crate::keys::Keys;
use crate::repository::layout::{Layout, TIMESTAMP, metadata_name};
use crate::repository::release::Release;
use crate::repository::verify_release;
use crate::signed::Error as SignedError;
use crate::signed::error::IoContext;
use crate::signed::metadata::{Role, Snapshot};
use crate::signed::sign::Document;

/// How many roots a place may be ahead of the key folder: more is not staff that changed, but somebody who fills disks.
const MOST_NEW_ROOTS: u64 = 1_000;

/// What was taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FetchReport {
    /// The files that were written.
    pub files_written: Vec<String>,
    /// Whether the folder's release is another one now.
    pub changed: bool,
}

/// Takes the release of a place into a folder, which may be empty. The timestamp is written last, and only when the whole
/// release has been verified as of `now`, from a root that the key folder holds.
///
/// A folder that is as new as the place, or newer, is left alone. Only the current release is taken, not the history from
/// which patches are made: that lies in the folder from which one usually publishes.
///
/// # Errors
///
/// [`Error::Empty`]; [`Error::Foreign`] when the roots are not those of the key folder; [`Error::Diverged`] when the folder
/// has other files under the same names; [`Error::Release`] when the release does not verify.
pub fn fetch(
    host: &dyn Host,
    place: &str,
    into: &Path,
    keys: &Keys,
    now: Timestamp,
) -> Result<FetchReport> {
    let timestamp = timestamp_of(host)?.ok_or_else(|| Error::Empty { place: place.to_owned() })?;
    let layout = Layout::new(into);
    layout.create()?;
    let _lock = layout.lock()?;
    // What turns out to be forged must not stay behind under a name that the true file will have.
    let aside = tempfile::tempdir_in(into).context("making a folder in", into)?;
    let staged = Layout::new(aside.path());
    staged.create()?;
    let taking = Taking { host, place, own: &layout, staged: &staged };
    if !taking.is_newer(&timestamp)? {
        return Ok(FetchReport::default());
    }
    let mut names = taking.roots(keys)?;
    names.extend(taking.release(&timestamp)?);
    verify_release(aside.path(), &timestamp, now)?;

    let mut report = FetchReport { files_written: Vec::new(), changed: true };
    for name in names {
        if layout.write(&name, &staged.read(&name)?)? {
            report.files_written.push(name);
        }
    }
    layout.write(TIMESTAMP, &timestamp)?;
    report.files_written.push(TIMESTAMP.to_owned());
    Ok(report)
}

struct Taking<'a> {
    host: &'a dyn Host,
    place: &'a str,
    own: &'a Layout,
    staged: &'a Layout,
}

impl Taking<'_> {
    /// Takes all roots. The newest root of the key folder must be among them: from there, every later one is signed by the
    /// one before it, which [`verify_release`] checks.
    fn roots(&self, keys: &Keys) -> Result<Vec<String>> {
        let newest = highest(self.host.list()?.keys(), "root");
        let known = keys.root().signed.version();
        let last = metadata_name(newest, "root");
        if newest > known.saturating_add(MOST_NEW_ROOTS) {
            return Err(self.foreign(&last));
        }
        let names: Vec<String> = (1..=newest).map(|v| metadata_name(v, "root")).collect();
        let found = self.host.read(&names)?;
        for (name, version) in names.iter().zip(1..) {
            let theirs = found.get(name).ok_or_else(|| self.foreign(name))?;
            if keys.root_version(version)?.is_some_and(|own| own != *theirs) {
                return Err(self.foreign(name));
            }
        }
        let first = metadata_name(1, "root");
        if newest < known {
            // A place that has not had the newest root yet must at least begin with the same one.
            let own = keys.root_version(1)?;
            if own.is_none() || found.get(&first) != own.as_ref() {
                return Err(self.foreign(&first));
            }
        }
        for (name, bytes) in &found {
            self.stage(name, bytes)?;
        }
        Ok(names)
    }

    fn is_newer(&self, timestamp: &[u8]) -> Result<bool> {
        let parsed =
            Document::<crate::signed::metadata::Timestamp>::parse(TIMESTAMP, timestamp.to_vec())?;
        let Some(own) = Release::current(self.own)? else { return Ok(true) };
        let (theirs, ours) = (parsed.signed.version, own.timestamp.signed.version);
        match theirs == ours && own.timestamp.bytes != timestamp {
            true => Err(diverged(self.place, TIMESTAMP)),
            false => Ok(theirs > ours),
        }
    }

    /// Takes the metadata that the timestamp leads to, and then what that lists.
    fn release(&self, timestamp: &[u8]) -> Result<Vec<String>> {
        let parsed =
            Document::<crate::signed::metadata::Timestamp>::parse(TIMESTAMP, timestamp.to_vec())?;
        let snapshot = parsed.signed.meta.get("snapshot.json").map_or(0, |meta| meta.version);
        let name = metadata_name(snapshot, "snapshot");
        self.take(std::slice::from_ref(&name))?;
        let snapshot = Document::<Snapshot>::parse(&name, self.staged.read(&name)?)?;
        let roles = snapshot.signed.meta.iter().map(|(file, meta)| {
            metadata_name(meta.version, file.strip_suffix(".json").unwrap_or(file))
        });
        self.take(&roles.collect::<Vec<_>>())?;
        let release = Release::resolve(self.staged, timestamp.to_vec())?;
        let names: Vec<String> = passes(&release, 0)?.into_iter().flatten().collect();
        self.take(&names)?;
        Ok(names)
    }

    fn foreign(&self, name: &str) -> Error {
        Error::Foreign { place: self.place.to_owned(), file: name.to_owned() }
    }

    /// Sets files aside: the folder's own where it has them, else those of the place.
    fn take(&self, names: &[String]) -> Result<()> {
        let mut missing = Vec::new();
        for name in names {
            // Nobody has verified yet who wrote these names.
            if !is_release_file(name) {
                return Err(self.foreign(name));
            }
            match self.own.read_if_there(name)? {
                Some(own) => self.stage(name, &own)?,
                None => missing.push(name.clone()),
            }
        }
        let mut found = self.host.read(&missing)?;
        for name in missing {
            let bytes = found
                .remove(&name)
                .ok_or_else(|| SignedError::damaged(name.clone(), "is not at the place"))?;
            self.stage(&name, &bytes)?;
        }
        Ok(())
    }

    fn stage(&self, name: &str, bytes: &[u8]) -> Result<()> {
        match self.own.read_if_there(name)? {
            Some(own) if own != bytes => Err(diverged(self.place, name)),
            _ => Ok(self.staged.write(name, bytes).map(drop)?),
        }
    }
}
