//! The first root of a territory that a poster offers: fetched, and believed only if it is the one of the fingerprint.

use std::sync::atomic::{AtomicBool, Ordering};

use super::asked::{Asked, Judged, RemoteFile};
use super::roles::ROOT_LIMIT;
use super::root::verify_root;
use crate::ports::{Transport, TransportError};
use crate::territories::{Invitation, of_root};
use crate::{Error, Result};

/// Fetches `N.root.json` of an invitation. Blocks; touches the network; writes nothing.
///
/// # Errors
/// [`Error::Offline`] if it cannot be had; [`Error::Untrusted`] if it has another fingerprint, another number, or is not signed
/// by its own keys; [`Error::Interrupted`].
pub(crate) fn fetch_pinned_root(
    invitation: &Invitation,
    transport: &dyn Transport,
    interrupt: &AtomicBool,
) -> Result<Vec<u8>> {
    let name = format!("{}.root.json", invitation.root_version);
    let folder = format!("{}/metadata", invitation.repository);
    let bytes = fetch(&name, &folder, transport, interrupt)?;
    let untrusted = |reason: &str| Error::Untrusted { file: name.clone(), reason: reason.into() };
    if of_root(&bytes) != invitation.fingerprint {
        return Err(untrusted("has not the fingerprint that the poster names"));
    }
    super::crypto::install();
    if verify_root(&bytes)?.signed().version != invitation.root_version {
        return Err(untrusted("has another number than the poster names"));
    }
    Ok(bytes)
}

fn fetch(
    name: &str,
    folder: &str,
    transport: &dyn Transport,
    interrupt: &AtomicBool,
) -> Result<Vec<u8>> {
    let (path, limit) = (name.to_owned(), ROOT_LIMIT);
    let file = RemoteFile { name: name.to_owned(), path, limit, length: None, mutable: false };
    let mut asked = Asked::new(file, folder);
    loop {
        let answer = transport.get(&asked.request());
        if interrupt.load(Ordering::Relaxed) || answer == Err(TransportError::Interrupted) {
            return Err(Error::Interrupted);
        }
        let answer = answer.map_err(|error| Error::Offline(error.to_string()))?;
        match asked.judge(answer)? {
            Judged::Whole(bytes) => return Ok(bytes),
            Judged::Again(again) => asked = again,
            Judged::Missing => return Err(super::workflow::not_there(name)),
        }
    }
}
