//! Deleting what no phone can still be reading. Nothing else deletes.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use super::closure::{of_snapshots, passes, version_of};
use super::standing::standing;
use super::{Host, Listing, Result};
use crate::repository::layout::{Layout, TIMESTAMP};
use crate::repository::release::Release;
use crate::signed::Error as SignedError;

/// For how many days a place keeps what it once handed out.
pub const KEPT_DAYS: i64 = 90;

/// Deletes files of a place that no release of the last [`KEPT_DAYS`] days leads to. Returns their names.
///
/// Never a root, never the timestamp, nothing younger, and nothing that was current at any moment of those days, however
/// old it is: a pack that was replaced yesterday may still be on its way to a phone. The place must hold the release of the
/// folder.
pub fn prune(
    repository: &Path,
    host: &dyn Host,
    place: &str,
    now: Timestamp,
) -> Result<Vec<String>> {
    let layout = Layout::new(repository);
    let release = Release::current(&layout)?
        .ok_or_else(|| SignedError::Refused("nothing was published here yet".into()))?;
    let there = standing(host, place, &layout, None)?;
    if there.timestamp.as_ref() != Some(&release.timestamp.bytes) {
        let reason = format!("{place} does not hold this release yet; nothing is deleted");
        return Err(SignedError::Refused(reason).into());
    }
    let oldest = now
        .checked_sub(SignedDuration::from_hours(24 * KEPT_DAYS))
        .map_err(|error| SignedError::Refused(format!("{now}: {error}")))?;
    let mut keep: BTreeSet<String> = passes(&release, 0)?.into_iter().flatten().collect();
    keep.insert(TIMESTAMP.to_owned());
    keep.extend(of_snapshots(host, &current_since(&there.listing, oldest))?);
    let old: Vec<String> = there
        .listing
        .iter()
        .filter(|(name, listed)| {
            !keep.contains(*name)
                && listed.modified < oldest
                && version_of(name).is_none_or(|(_, role)| role != "root")
        })
        .map(|(name, _)| name.clone())
        .collect();
    host.remove(&old)?;
    Ok(old)
}

/// The snapshots that were current at any moment since then: the younger ones, and the last one before them.
fn current_since(listing: &Listing, oldest: Timestamp) -> Vec<u64> {
    let snapshots = listing.iter().filter_map(|(name, listed)| match version_of(name) {
        Some((version, "snapshot")) => Some((version, listed.modified)),
        _ => None,
    });
    let (young, old): (Vec<_>, Vec<_>) = snapshots.partition(|(_, modified)| *modified >= oldest);
    let before = old.into_iter().map(|(version, _)| version).max();
    young.into_iter().map(|(version, _)| version).chain(before).collect()
}
