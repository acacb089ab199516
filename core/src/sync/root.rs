//! What there is to ask of a root file.

use jiff::Timestamp;
use serde_json::Value;
use sigstore_tuf::{Metadata, Root, TrustedMetadataSet};

use crate::{Error, Result};

/// Whether the signed part of a root says that it is a development root, whose keys lie in the open. Shells then say so.
///
/// # Errors
/// [`Error::Untrusted`] if the bytes are no root.
pub fn is_development(root: &[u8]) -> Result<bool> {
    let root = parse_root(root)?;
    let mark = root.signed().extra.get("x-cittadini-development");
    Ok(mark == Some(&serde_json::Value::Bool(true)))
}

/// When the lineage of a root began: the moment of its first root, which each later one repeats. Keys that were lost for
/// good are followed by a later lineage. `None` from publishers that do not say.
pub(super) fn lineage(root: &Root) -> Option<Timestamp> {
    root.extra.get("x-cittadini-lineage").and_then(Value::as_str)?.parse().ok()
}

/// Whether a key that could sign timestamp or snapshot has lost that right. A key that is only added is no rotation.
pub(super) fn online_keys_rotated(old: &Root, new: &Root) -> bool {
    let lost = |role: &str| {
        let keys = |root: &Root| -> Vec<String> {
            let ids = root.role(role).map(|role| role.keyids.clone()).unwrap_or_default();
            ids.iter()
                .filter_map(|id| root.keys.get(id))
                .map(|key| key.keyval.public.clone())
                .collect()
        };
        let new = keys(new);
        keys(old).iter().any(|key| !new.contains(key))
    };
    lost("timestamp") || lost("snapshot")
}

/// Parses a root and checks that it is signed by its own keys.
pub(super) fn verify_root(bytes: &[u8]) -> Result<Metadata<Root>> {
    TrustedMetadataSet::from_root(bytes).map_err(|error| Error::Untrusted {
        file: "root.json".to_owned(),
        reason: error.to_string(),
    })?;
    parse_root(bytes)
}

fn parse_root(bytes: &[u8]) -> Result<Metadata<Root>> {
    Metadata::from_slice(bytes).map_err(|error| Error::Untrusted {
        file: "root.json".to_owned(),
        reason: error.to_string(),
    })
}
