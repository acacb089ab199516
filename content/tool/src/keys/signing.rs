//! Signing a file that waits, one key at a time, on whatever computer the key is opened.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::holder::{Authority, Holder};
use super::passphrase::Passphrases;
use super::waiting::Waiting;
use super::{Keys, file, key_name, open_private, root_of};
use crate::files::write_atomically;
use crate::signed::error::{Missing, Need, Of};
use crate::signed::metadata::{Key, Root, Targets, versioned};
use crate::signed::sign::{Document, key_id, public_key};
use crate::signed::{Error, Result};

/// A file that waits, read.
#[derive(Debug, Clone)]
pub enum Pending {
    /// The next root.
    Root(Document<Root>),
    /// The top-level targets, or the role of a pack.
    Targets(Document<Targets>),
}

/// A file that waits, and who may sign it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The role: `root`, `targets`, or that of a pack.
    pub role: String,
    /// What is to be signed.
    pub pending: Pending,
    /// Everybody whose signatures it needs: one group, or for a root the old keys and the new ones.
    groups: Vec<(Of, Authority)>,
}

/// What a signature has changed.
#[derive(Debug, Clone)]
pub struct Signed {
    /// What is still missing; nothing when the file is complete.
    pub missing: Missing,
    /// The version of the root that holds from now on, if this was the last signature that it lacked.
    pub new_root: Option<u64>,
}

impl Request {
    /// Reads a file that waits. `folder` is the key folder, or a copy of it: it says who may sign.
    pub fn read(file: &Path, folder: &Path) -> Result<Self> {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let (version, role) = versioned(name).ok_or_else(|| {
            Error::damaged(file.display().to_string(), "is not named like metadata that waits")
        })?;
        let bytes = file::read(file)?;
        let (pending, groups) = match role {
            "root" => {
                let document = Document::<Root>::parse(name, bytes)?;
                let groups = root_groups(&document.signed, root_of(folder)?.as_ref())?;
                (Pending::Root(document), groups)
            }
            _ => {
                let holder = Holder::of_role(role).filter(|holder| *holder != Holder::Online);
                let holder =
                    holder.ok_or_else(|| Error::damaged(name, "is not a file that waits"))?;
                let authority = Keys::open(folder)?.authority(holder)?;
                let document = Document::<Targets>::parse(name, bytes)?;
                (Pending::Targets(document), vec![(Of::Role, authority)])
            }
        };
        match pending.version() == version {
            true => Ok(Self { role: role.to_owned(), pending, groups }),
            false => Err(Error::damaged(name, "has another version inside")),
        }
    }

    /// Whose signatures are missing. `folder` knows the names of the keys.
    pub fn missing(&self, folder: &Path) -> Result<Missing> {
        let mut needs = Vec::new();
        for (of, authority) in &self.groups {
            let signed = self.pending.signers(&authority.keys);
            if signed.len() < authority.threshold {
                needs.push(need(*of, authority, &signed, folder)?);
            }
        }
        Ok(Missing { role: self.role.clone(), version: self.pending.version(), needs })
    }

    fn keys(&self) -> BTreeMap<String, Key> {
        self.groups.iter().flat_map(|(_, authority)| authority.keys.clone()).collect()
    }
}

impl Pending {
    /// The version.
    pub fn version(&self) -> u64 {
        match self {
            Self::Root(document) => document.signed.version,
            Self::Targets(document) => document.signed.version,
        }
    }

    fn signers(&self, keys: &BTreeMap<String, Key>) -> BTreeSet<String> {
        match self {
            Self::Root(document) => document.signers(keys),
            Self::Targets(document) => document.signers(keys),
        }
    }
}

/// What a group still lacks.
pub(crate) fn need(
    of: Of,
    authority: &Authority,
    signed: &BTreeSet<String>,
    folder: &Path,
) -> Result<Need> {
    let others = authority.keys.keys().filter(|id| !signed.contains(*id));
    let mut keys = others.map(|id| key_name(folder, id)).collect::<Result<Vec<_>>>()?;
    keys.sort();
    Ok(Need { of, have: signed.len(), wanted: authority.threshold, keys })
}

/// A root needs the signatures of the one before it and its own; the first one only its own.
fn root_groups(root: &Root, current: Option<&Document<Root>>) -> Result<Vec<(Of, Authority)>> {
    let version = current.map_or(0, |current| current.signed.version) + 1;
    if root.version != version {
        let reason = format!("version {} does not follow the root of the key folder", root.version);
        return Err(Error::damaged("root", reason));
    }
    let own = authority_of(root)?;
    let Some(current) = current else { return Ok(vec![(Of::Role, own)]) };
    let origin = |root: &Root| (root.territory.clone(), root.development, root.lineage);
    if origin(&current.signed) != origin(root) {
        return Err(Error::damaged("root", "is that of another territory or lineage"));
    }
    Ok(vec![(Of::OldRoot, authority_of(&current.signed)?), (Of::NewRoot, own)])
}

fn authority_of(root: &Root) -> Result<Authority> {
    let role = root
        .roles
        .get("root")
        .ok_or_else(|| Error::damaged("root", "does not say who signs roots"))?;
    let keys = root.keys.iter().filter(|(id, _)| role.keyids.contains(id));
    let keys = keys.map(|(id, key)| (id.clone(), key.clone())).collect();
    Ok(Authority { keys, threshold: role.threshold })
}

/// Adds the signature of one key to a file that waits. A root that is complete by it takes its place in the key folder.
///
/// # Errors
///
/// [`Error::Refused`] when the key may not sign the file, or stays closed.
pub fn add_signature(
    file: &Path,
    folder: &Path,
    key: &Path,
    passphrases: &dyn Passphrases,
) -> Result<Signed> {
    let request = Request::read(file, folder)?;
    let name = key.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let signer = open_private(key, name, passphrases)?
        .ok_or_else(|| Error::Refused(format!("the key {name} stays closed")))?;
    let keys = request.keys();
    if !keys.contains_key(&key_id(&public_key(&signer.verifying_key()))?) {
        return Err(Error::Refused(format!(
            "{name} is not among the keys that may sign «{}»",
            request.role
        )));
    }
    let signer = std::slice::from_ref(&signer);
    let bytes = match &request.pending {
        Pending::Root(document) => document.signed_again(&keys, signer)?,
        Pending::Targets(document) => document.signed_again(&keys, signer)?,
    };
    write_atomically(file, &bytes)?;
    let missing = Request::read(file, folder)?.missing(folder)?;
    let is_root = matches!(request.pending, Pending::Root(_));
    let new_root = match is_root && missing.needs.is_empty() {
        true => Some(take_root(file, folder)?),
        false => None,
    };
    Ok(Signed { missing, new_root })
}

/// Puts a complete root in its place in the key folder. The one before it is kept: phones walk from root to root.
fn take_root(file: &Path, folder: &Path) -> Result<u64> {
    let request = Request::read(file, folder)?;
    let version = request.pending.version();
    if !request.missing(folder)?.needs.is_empty() {
        return Err(Error::Refused(format!("root {version} is not signed by enough keys")));
    }
    if let Some(current) = root_of(folder)? {
        let kept = folder.join(format!("{}.root.json", current.signed.version));
        write_atomically(&kept, &current.bytes)?;
    }
    write_atomically(&folder.join("root.json"), &file::read(file)?)?;
    Waiting::of(folder).clear("root")?;
    Ok(version)
}

/// What a file that waits says, for whoever is about to sign it: each line is one thing that would hold.
pub fn described(value: &Pending) -> Vec<(String, Value)> {
    match value {
        Pending::Root(document) => {
            let roles = document.signed.roles.iter();
            roles
                .map(|(role, keys)| {
                    let said =
                        serde_json::json!({ "threshold": keys.threshold, "keys": keys.keyids });
                    (role.clone(), said)
                })
                .collect()
        }
        Pending::Targets(document) => {
            let targets = document.signed.targets.iter();
            let mut lines: Vec<(String, Value)> = targets
                .map(|(name, entry)| (name.clone(), entry.custom.clone().unwrap_or_default()))
                .collect();
            for role in document.signed.delegations.iter().flat_map(|all| &all.roles) {
                let keys = &role.keys;
                let said = serde_json::json!({ "threshold": keys.threshold, "keys": keys.keyids });
                lines.push((role.name.clone(), said));
            }
            lines
        }
    }
}
