//! The folder with the keys of one territory.
//!
//! `root.json` is the newest signed root and `<version>.root.json` the ones before it. `delegates.json` holds the public
//! keys of the roles that the top-level targets delegate to. Each private key is one file, `<role>.pem` or
//! `<role>-<n>.pem`, and is opened only when its role has something to sign: whoever changes a fee needs neither the
//! language key nor the one of the top-level targets.

mod file;
mod holder;
mod init;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;

use crate::signed::metadata::Root;
use crate::signed::sign::{Document, key_id, public_key};
use crate::signed::{Error, Result};

pub use holder::{Authority, Holder};
pub use init::{KeysOptions, init};

/// A key folder, opened. No private key is in memory.
#[derive(Debug)]
pub struct Keys {
    folder: PathBuf,
    root: Document<Root>,
    delegates: BTreeMap<String, Authority>,
}

impl Keys {
    /// Opens a folder that [`init()`] made.
    pub fn open(folder: &Path) -> Result<Self> {
        let root = Document::<Root>::parse("root.json", file::read(&folder.join("root.json"))?)?;
        let delegates = serde_json::from_slice(&file::read(&folder.join("delegates.json"))?)
            .map_err(|error| Error::damaged("delegates.json", error))?;
        Ok(Self { folder: folder.to_owned(), root, delegates })
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
        let role = match holder {
            Holder::Root => "root",
            Holder::Targets => "targets",
            Holder::Online => "timestamp",
            Holder::Facts | Holder::Language | Holder::Operator => {
                return self.delegates.get(holder.name()).cloned().ok_or_else(|| {
                    Error::damaged("delegates.json", format!("does not name «{}»", holder.name()))
                });
            }
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

    /// Opens the private keys of a holder.
    pub fn signers(&self, holder: Holder) -> Result<Vec<SigningKey>> {
        let authority = self.authority(holder)?;
        let mut signers = Vec::new();
        for key in file::private_keys(&self.folder, holder)? {
            if authority.keys.contains_key(&key_id(&public_key(&key.verifying_key()))?) {
                signers.push(key);
            }
        }
        if signers.len() < authority.threshold {
            return Err(Error::KeyMissing {
                role: holder.name().into(),
                wanted: authority.threshold,
                found: signers.len(),
                pattern: format!("{}*.pem", holder.name()),
            });
        }
        Ok(signers)
    }
}
