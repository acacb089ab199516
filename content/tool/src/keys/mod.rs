//! The folder with the keys of one territory.
//!
//! `root.json` is the newest signed root and `<version>.root.json` the ones before it. `delegates.json` holds the public
//! keys of the roles that the top-level targets delegate to. Each private key is one file, `<role>.pem` or
//! `<role>-<n>.pem`, and is opened only when its role has something to sign: whoever changes a fee needs neither the
//! language key nor the one of the top-level targets.

mod file;
mod init;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};

use crate::repository::metadata::{Key, RoleKeys, Root};
use crate::repository::sign::{Document, key_id, public_key};
use crate::repository::{Error, Result};

pub use init::{KeysOptions, init};

/// Who holds a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// Signs roots only; kept offline.
    Root,
    /// Signs the catalogue and the delegations.
    Targets,
    /// Signs the pack of facts.
    Facts,
    /// Signs the packs of all languages.
    Language,
    /// Signs the operators' pack.
    Operator,
    /// Signs snapshot and timestamp; lies where the robot runs.
    Online,
}

impl Holder {
    /// The first part of the file names of its private keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Targets => "targets",
            Self::Facts => "facts",
            Self::Language => "language",
            Self::Operator => "operator",
            Self::Online => "online",
        }
    }

    /// Who signs a pack; `None` for a name that no pack may have.
    pub fn of_pack(pack: &str) -> Option<Self> {
        match pack {
            "facts" => Some(Self::Facts),
            "operator" => Some(Self::Operator),
            _ => is_text_pack(pack).then_some(Self::Language),
        }
    }
}

/// Whether a name is `text-` and a language tag.
fn is_text_pack(pack: &str) -> bool {
    pack.strip_prefix("text-").is_some_and(|tag| {
        tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    })
}

/// Public keys and how many of them have to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// The keys by their ids.
    pub keys: BTreeMap<String, Key>,
    /// The number of signatures.
    pub threshold: usize,
}

impl Authority {
    /// The same as a role names it.
    pub fn role_keys(&self) -> RoleKeys {
        RoleKeys { keyids: self.keys.keys().cloned().collect(), threshold: self.threshold }
    }
}

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
