//! The poster of a territory: one page to print, with the QR code that adds it to an app.

mod page;
mod qr;
mod words;

use cittadini_core::territories::Invitation;

use crate::repository::Identity;
use crate::signed::{Error, Result};

/// What the poster of a published repository says, if its address is this one.
///
/// # Errors
/// [`Error::Refused`] when no phone would take it: an address that is not `https`, a name with letters that a poster may not
/// carry.
pub fn invitation(identity: &Identity, url: &str) -> Result<Invitation> {
    let Identity { catalog, root_version, .. } = identity;
    let fingerprint = identity.fingerprint();
    Invitation::new(url, &catalog.territory, &catalog.name_it, *root_version, &fingerprint)
        .map_err(|error| Error::Refused(error.to_string()))
}

/// The page, as HTML that needs nothing else. The same repository and address give the same bytes.
///
/// # Errors
/// As [`invitation`]; and when the code would be too dense to be read from a wall.
pub fn poster(identity: &Identity, url: &str) -> Result<String> {
    let invitation = invitation(identity, url)?;
    // What is printed is what a phone will read.
    let read = Invitation::parse(&invitation.link());
    if read.as_ref().ok() != Some(&invitation) {
        return Err(Error::Refused("the code cannot be read back".into()));
    }
    let code = qr::svg(&invitation.link())?;
    Ok(page::page(&invitation, &identity.catalog, identity.development, &code))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests;
