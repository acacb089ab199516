//! Who holds a key, and which keys may sign for them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::signed::metadata::{Key, RoleKeys};

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
    /// All of them, the most powerful first.
    pub const ALL: [Self; 6] =
        [Self::Root, Self::Targets, Self::Facts, Self::Language, Self::Operator, Self::Online];

    /// What a key is for, by its name: the name of a holder, alone or with a number.
    pub fn of_key(name: &str) -> Option<Self> {
        let role = match name.rsplit_once('-') {
            Some((role, n)) if !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) => role,
            Some(_) => return None,
            None => name,
        };
        Self::ALL.into_iter().find(|holder| holder.name() == role)
    }

    /// Who signs a metadata file, by its role; `None` for a name that no role has.
    pub fn of_role(role: &str) -> Option<Self> {
        match role {
            "root" => Some(Self::Root),
            "targets" => Some(Self::Targets),
            "snapshot" | "timestamp" => Some(Self::Online),
            pack => Self::of_pack(pack),
        }
    }

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
