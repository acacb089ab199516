//! How a place stands to the folder that is about to be mirrored to it: empty, behind, the same, or not ours to touch.

use super::closure::{diverged, highest};
use super::{Error, Host, Listing, Result};
use crate::repository::layout::{Layout, TIMESTAMP, metadata_name};
use crate::repository::release::{Release, roots};
use crate::signed::metadata::{Root, Timestamp};
use crate::signed::sign::Document;

/// What a place holds, and that the folder may go on from there.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) listing: Listing,
    /// The bytes of its timestamp, if it has one.
    pub(super) timestamp: Option<Vec<u8>>,
}

/// Reads the timestamp of a place.
pub(super) fn timestamp_of(host: &dyn Host) -> Result<Option<Vec<u8>>> {
    let name = TIMESTAMP.to_owned();
    Ok(host.read(std::slice::from_ref(&name))?.remove(&name))
}

/// Looks at a place before anything is written to it.
///
/// # Errors
///
/// [`Error::Ahead`] when its timestamp or its root is newer than the folder's, [`Error::Diverged`] when it goes on from a
/// release that the folder does not know, [`Error::Foreign`] when its timestamp was never signed by these keys. A timestamp
/// that a revoked key has signed is no release: phones refuse it, and it is replaced whatever its number.
///
/// `newest` is a root that the folder is about to get, if there is one: what it revokes is revoked already.
pub(super) fn standing(
    host: &dyn Host,
    place: &str,
    layout: &Layout,
    newest: Option<&Root>,
) -> Result<Standing> {
    let listing = host.list()?;
    let timestamp = timestamp_of(host)?;
    let versions = layout.versions()?;
    let mut trusted: Vec<Root> =
        roots(layout, &versions)?.into_iter().map(|root| root.signed).collect();
    let known = trusted.last().map_or(0, |root| root.version);
    trusted.extend(newest.filter(|root| root.version > known).cloned());
    let ours = trusted.last().map_or(0, |root| root.version);
    let theirs = highest(listing.keys(), "root");
    if theirs > ours {
        return Err(ahead(place, "root.json", theirs, ours));
    }
    if let Some(bytes) = &timestamp {
        compare(host, place, layout, &trusted, bytes)?;
    }
    Ok(Standing { listing, timestamp })
}

fn compare(
    host: &dyn Host,
    place: &str,
    layout: &Layout,
    roots: &[Root],
    bytes: &[u8],
) -> Result<()> {
    let foreign = || Error::Foreign { place: place.to_owned(), file: TIMESTAMP.to_owned() };
    let theirs = Document::<Timestamp>::parse(TIMESTAMP, bytes.to_vec()).map_err(|_| foreign())?;
    let Some(own) = Release::current(layout)?.map(|release| release.timestamp) else {
        return Err(ahead(place, TIMESTAMP, theirs.signed.version, 0));
    };
    let Some((newest, older)) = roots.split_last() else { return Err(foreign()) };
    if !signs(newest, &theirs) {
        let revoked = older.iter().any(|root| signs(root, &theirs));
        return if revoked { Ok(()) } else { Err(foreign()) };
    }
    let (there, here) = (theirs.signed.version, own.signed.version);
    match there.cmp(&here) {
        std::cmp::Ordering::Greater => Err(ahead(place, TIMESTAMP, there, here)),
        std::cmp::Ordering::Equal if own.bytes == bytes => Ok(()),
        std::cmp::Ordering::Equal => Err(diverged(place, TIMESTAMP)),
        std::cmp::Ordering::Less => knows_snapshot(host, place, layout, &theirs.signed),
    }
}

/// A release that goes on from one which the folder never had would take back what somebody else has published.
fn knows_snapshot(host: &dyn Host, place: &str, layout: &Layout, theirs: &Timestamp) -> Result<()> {
    let version = theirs.meta.get("snapshot.json").map_or(0, |meta| meta.version);
    let name = metadata_name(version, "snapshot");
    let there = host.read(std::slice::from_ref(&name))?.remove(&name);
    match layout.read_if_there(&name)? {
        Some(here) if there.as_ref() == Some(&here) => Ok(()),
        _ => Err(diverged(place, &name)),
    }
}

fn signs(root: &Root, timestamp: &Document<Timestamp>) -> bool {
    root.roles.get("timestamp").is_some_and(|role| timestamp.is_signed_by(&root.keys, role))
}

fn ahead(place: &str, file: &str, theirs: u64, ours: u64) -> Error {
    Error::Ahead { place: place.to_owned(), file: file.to_owned(), theirs, ours }
}
