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
