//! Making development keys: all of a territory's at once, unencrypted, and marked in everything they sign.

use std::collections::BTreeMap;
use std::path::Path;

use ed25519_dalek::SigningKey;
use jiff::Timestamp;

use super::ceremony::{Origin, make_root, write_delegates};
use super::file;
use super::holder::{Authority, Holder};
use super::{check_territory_id, generate, make_folder};
use crate::signed::sign::{key_id, public_key, sign};
use crate::signed::{Error, Result};

/// How development keys are made.
#[derive(Debug, Clone)]
pub struct KeysOptions {
    /// The only territory that they sign: small letters, digits and hyphens.
    territory: String,
    /// The root is accepted for two years from it.
    now: Timestamp,
}

impl KeysOptions {
    /// One key for each holder, unencrypted, and everything marked.
    pub fn development(territory: &str, now: Timestamp) -> Self {
        Self { territory: territory.to_owned(), now }
    }
}

/// Makes development keys and the first root in a folder that is empty or not there yet.
///
/// The root is written last: a folder without `root.json` is one whose making was interrupted. Fails when the folder has
/// anything in it, so that no key is ever lost.
pub fn init(folder: &Path, options: &KeysOptions) -> Result<()> {
    check_territory_id(&options.territory)?;
    make_folder(folder)?;
    if std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        let reason = format!("{} is not empty; keys are never overwritten", folder.display());
        return Err(Error::Refused(reason));
    }
    let mut authorities = BTreeMap::new();
    let mut root_key = None;
    for holder in Holder::ALL {
        let key = make(folder, options, holder)?;
        let public = public_key(&key.verifying_key());
        let keys = BTreeMap::from([(key_id(&public)?, public)]);
        authorities.insert(holder, Authority { keys, threshold: 1 });
        if holder == Holder::Root {
            root_key = Some(key);
        }
    }
    write_delegates(folder, &authorities)?;
    let territory = options.territory.clone();
    let origin = Origin { territory, development: true, lineage: Some(options.now) };
    let root = make_root(&authorities, 1, origin, options.now)?;
    let signed = sign(&root, root_key.as_slice())?;
    file::write_new(&folder.join("root.json"), &signed, false)
}

fn make(folder: &Path, options: &KeysOptions, holder: Holder) -> Result<SigningKey> {
    let key = generate()?;
    let id = key_id(&public_key(&key.verifying_key()))?;
    let kind = "DEVELOPMENT KEY, never sign a real release with it";
    let note = format!("{kind}: {}, {}, id {id}", options.territory, holder.name());
    file::write_plain(&folder.join(format!("{}.pem", holder.name())), &key, &note)?;
    Ok(key)
}
