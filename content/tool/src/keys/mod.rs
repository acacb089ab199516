//! The folder with the keys of one territory.
//!
//! `root.json` is the newest signed root and `<version>.root.json` the ones before it. `delegates.json` holds the public
//! keys of the roles that the top-level targets delegate to. Each private key is one file, `<role>.pem` or
//! `<role>-<n>.pem`, with its public half beside it as `.pub`, and is opened only when its role has something to sign:
//! whoever changes a fee needs neither the language key nor the one of the top-level targets. What lacks the signatures of
//! others lies in `waiting/`. Nobody needs to have all of it: a holder has a key, the team the rest.

mod ceremony;
mod create;
mod file;
mod holder;
mod init;
mod passphrase;
mod seal;
mod signing;
mod waiting;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;

use crate::signed::metadata::Root;
use crate::signed::sign::{Document, key_id, public_key};
use crate::signed::{Error, Result};

pub use ceremony::{CeremonyOptions, Prepared, prepare};
pub use create::create;
pub use file::PublicHalf;
pub use holder::{Authority, Holder};
pub use init::{KeysOptions, init};
pub use passphrase::{Passphrase, Passphrases, SHORTEST_PASSPHRASE};
pub(crate) use signing::need;
pub use signing::{Pending, Request, Signed, add_signature, described};
pub use waiting::{Waiting, WaitingFile};

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
pub(crate) mod tests;

/// Where keys lie that sign no further root.
const RETIRED: &str = "retired";

/// How often a passphrase may be mistyped.
const ATTEMPTS: u32 = 3;

/// A key folder, opened. A private key is in memory from when it is first needed.
#[derive(Debug)]
pub struct Keys {
    folder: PathBuf,
    root: Document<Root>,
    delegates: BTreeMap<String, Authority>,
    passphrases: Option<Box<dyn Passphrases>>,
    opened: RefCell<BTreeMap<String, Option<SigningKey>>>,
}

impl Keys {
    /// Opens a folder that has a root.
    pub fn open(folder: &Path) -> Result<Self> {
        let root =
            root_of(folder)?.ok_or_else(|| Error::damaged("root.json", "the file is missing"))?;
        Ok(Self {
            folder: folder.to_owned(),
            root,
            delegates: ceremony::read_delegates(folder)?,
            passphrases: None,
            opened: RefCell::default(),
        })
    }

    /// The same folder, with somebody who knows passphrases. Without, only development keys can be opened.
    #[must_use]
    pub fn with_passphrases(self, passphrases: Box<dyn Passphrases>) -> Self {
        Self { passphrases: Some(passphrases), ..self }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The newest root.
    pub fn root(&self) -> &Document<Root> {
        &self.root
    }

    /// The bytes of one version of the root, if the folder has it.
    pub fn root_version(&self, version: u64) -> Result<Option<Vec<u8>>> {
        if version == self.root.signed.version {
            return Ok(Some(self.root.bytes.clone()));
        }
        file::read_if_there(&self.folder.join(format!("{version}.root.json")))
    }

    /// Who may sign for a holder.
    pub fn authority(&self, holder: Holder) -> Result<Authority> {
        let Some(role) = ceremony::root_role(holder) else {
            return self.delegates.get(holder.name()).cloned().ok_or_else(|| {
                Error::damaged("delegates.json", format!("does not name «{}»", holder.name()))
            });
        };
        let root = &self.root.signed;
        let role = root
            .roles
            .get(role)
            .ok_or_else(|| Error::damaged("root.json", format!("does not name «{role}»")))?;
        let keys = root.keys.iter().filter(|(id, _)| role.keyids.contains(id));
        Ok(Authority {
            keys: keys.map(|(id, key)| (id.clone(), key.clone())).collect(),
            threshold: role.threshold,
        })
    }

    /// Opens as many private keys of a holder as have to sign, or fails with [`Error::KeyMissing`].
    pub fn signers(&self, holder: Holder) -> Result<Vec<SigningKey>> {
        let wanted = self.authority(holder)?.threshold;
        let signers = self.open_some(holder, wanted, &BTreeSet::new())?;
        if signers.len() < wanted {
            return Err(Error::KeyMissing {
                role: holder.name().into(),
                wanted,
                found: signers.len(),
                pattern: format!("{}*.pem", holder.name()),
            });
        }
        Ok(signers)
    }

    /// Opens private keys of a holder that can be opened here, `enough` at most. Those in `without` are passed over.
    pub(crate) fn open_some(
        &self,
        holder: Holder,
        enough: usize,
        without: &BTreeSet<String>,
    ) -> Result<Vec<SigningKey>> {
        let authority = self.authority(holder)?;
        let wanted = |id: &String| authority.keys.contains_key(id) && !without.contains(id);
        let mut signers = Vec::new();
        for (name, of) in file::names(&self.folder, ".pem")? {
            // Nobody is asked for the passphrase of a key that would not help.
            let half = file::public_half(&self.folder, &name)?;
            if of != holder
                || signers.len() >= enough
                || half.as_ref().is_some_and(|half| !wanted(&half.id))
            {
                continue;
            }
            let Some(key) = self.open_key(&name)? else { continue };
            let id = key_id(&public_key(&key.verifying_key()))?;
            if half.is_some_and(|half| half.id != id) {
                return Err(Error::damaged(name, "is not the private half of its public one"));
            }
            if wanted(&id) {
                signers.push(key);
            }
        }
        Ok(signers)
    }

    /// Opens a key once; later calls have it from memory.
    fn open_key(&self, name: &str) -> Result<Option<SigningKey>> {
        if let Some(opened) = self.opened.borrow().get(name) {
            return Ok(opened.clone());
        }
        let path = self.folder.join(format!("{name}.pem"));
        let key = match &self.passphrases {
            Some(passphrases) => open_private(&path, name, passphrases.as_ref())?,
            None => open_private(&path, name, &Nobody)?,
        };
        self.opened.borrow_mut().insert(name.to_owned(), key.clone());
        Ok(key)
    }
}

/// Knows no passphrase.
#[derive(Debug)]
struct Nobody;

impl Passphrases for Nobody {
    fn open(&self, _: &str, _: u32) -> Result<Option<Passphrase>> {
        Ok(None)
    }

    fn choose(&self, key: &str) -> Result<Passphrase> {
        Err(Error::ShortPassphrase { key: key.to_owned() })
    }
}

/// Opens a private key; `None` when nobody knows its passphrase.
fn open_private(
    path: &Path,
    name: &str,
    passphrases: &dyn Passphrases,
) -> Result<Option<SigningKey>> {
    let sealed = match file::private(path)? {
        file::Private::Plain(key) => return Ok(Some(key)),
        file::Private::Sealed(sealed) => sealed,
    };
    for attempt in 1..=ATTEMPTS {
        let Some(passphrase) = passphrases.open(name, attempt)? else { return Ok(None) };
        if let Some(key) = file::unseal(name, &sealed, &passphrase)? {
            return Ok(Some(key));
        }
    }
    Err(Error::WrongPassphrase { key: name.to_owned() })
}

/// The newest root of a folder, if there was a ceremony.
fn root_of(folder: &Path) -> Result<Option<Document<Root>>> {
    let bytes = file::read_if_there(&folder.join("root.json"))?;
    bytes.map(|bytes| Document::<Root>::parse("root.json", bytes)).transpose()
}

/// The name of a key, for people: that of its file, or the beginning of its id.
pub fn key_name(folder: &Path, id: &str) -> Result<String> {
    for folder in [folder.to_owned(), folder.join(RETIRED)] {
        if !folder.is_dir() {
            continue;
        }
        for (name, _) in file::names(&folder, ".pub")? {
            if file::public_half(&folder, &name)?.is_some_and(|half| half.id == id) {
                return Ok(name);
            }
        }
    }
    Ok(id.chars().take(8).collect())
}

/// Moves both halves of a key aside, to `retired/`: the next root is made without it.
pub fn retire(folder: &Path, name: &str) -> Result<()> {
    let public = folder.join(format!("{name}.pub"));
    if Holder::of_key(name).is_none() || !public.is_file() {
        let reason = format!("there is no {}", public.display());
        return Err(Error::Refused(reason));
    }
    let aside = folder.join(RETIRED);
    make_folder(&aside)?;
    for ending in ["pem", "pub"] {
        let file = format!("{name}.{ending}");
        let (from, to) = (folder.join(&file), aside.join(&file));
        if from.exists() {
            std::fs::rename(&from, &to).map_err(|source| Error::Io {
                context: "moving aside",
                path: from,
                source,
            })?;
        }
    }
    Ok(())
}

/// A key that nobody has had before.
fn generate() -> Result<SigningKey> {
    Ok(SigningKey::from_bytes(&zeroize::Zeroizing::new(random::<32>()?)))
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::Refused(format!("the system gives no random numbers: {error}")))?;
    Ok(bytes)
}

fn check_territory_id(id: &str) -> Result<()> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    match !id.is_empty() && id.bytes().all(plain) {
        true => Ok(()),
        false => Err(Error::Refused(format!(
            "«{id}» is not an id of a territory: small letters, digits and hyphens"
        ))),
    }
}

/// Makes a folder that is for its owner alone, if it is not there.
fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| Error::Io {
        context: "making the folder",
        path: folder.into(),
        source,
    })
}
