//! Making one key for real use: the private half under a passphrase, the public half in the clear beside it.

use std::path::Path;

use super::file::{self, PublicHalf};
use super::holder::Holder;
use super::passphrase::{Passphrases, SHORTEST_PASSPHRASE};
use super::{check_territory_id, generate, make_folder};
use crate::signed::{Error, Result};

/// Makes `<name>.pem` and `<name>.pub` in a folder, which may be a stick, and returns the public half. The name is what the
/// key is for and a number: `root-2`. Never overwrites.
///
/// # Errors
///
/// [`Error::Refused`] for a name or a territory that cannot be, for a name that is taken, and for a passphrase that is too
/// short.
pub fn create(
    folder: &Path,
    name: &str,
    territory: &str,
    passphrases: &dyn Passphrases,
) -> Result<PublicHalf> {
    let holder = Holder::of_key(name).ok_or_else(|| {
        let known = Holder::ALL.map(Holder::name).join(", ");
        Error::Refused(format!("«{name}» is no name of a key: one of {known}, a hyphen, a number"))
    })?;
    check_territory_id(territory)?;
    make_folder(folder)?;
    for ending in ["pem", "pub"] {
        let path = folder.join(format!("{name}.{ending}"));
        if path.exists() {
            let reason = format!("{} is there; keys are never overwritten", path.display());
            return Err(Error::Refused(reason));
        }
    }
    let passphrase = passphrases.choose(name)?;
    if passphrase.chars().count() < SHORTEST_PASSPHRASE {
        return Err(Error::ShortPassphrase { key: name.to_owned() });
    }
    let key = generate()?;
    let half = PublicHalf::of(&key, holder, territory)?;
    let note = format!("Private key, keep it secret: {territory}, {name}, id {}", half.id);
    let private = folder.join(format!("{name}.pem"));
    file::write_sealed(&private, &key, &note, &passphrase)?;
    read_back(&private, name, &half, &passphrase)?;
    let text = serde_json::to_vec_pretty(&half)
        .map_err(|error| Error::Refused(format!("the public half cannot be written: {error}")))?;
    file::write_new(&folder.join(format!("{name}.pub")), &text, false)?;
    Ok(half)
}

/// A key that cannot be opened again is found on the day of the ceremony, not on the day it is needed.
fn read_back(path: &Path, name: &str, half: &PublicHalf, passphrase: &str) -> Result<()> {
    let again = match file::private(path)? {
        file::Private::Sealed(sealed) => file::unseal(name, &sealed, passphrase)?,
        file::Private::Plain(_) => None,
    };
    match again.is_some_and(|key| crate::signed::sign::public_key(&key.verifying_key()) == half.key)
    {
        true => Ok(()),
        false => Err(Error::damaged(name, "does not read back as it was written")),
    }
}
