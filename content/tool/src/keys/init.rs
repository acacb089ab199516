//! Making the keys of a territory.

use std::collections::BTreeMap;
use std::path::Path;

use ed25519_dalek::SigningKey;
use jiff::Timestamp;

use super::file;
use super::holder::{Authority, Holder};
use crate::signed::metadata::{ROOT_DAYS, RoleKeys, Root, SPEC_VERSION, days_after};
use crate::signed::sign::{key_id, public_key, sign};
use crate::signed::{Error, Result};

/// How keys are made.
#[derive(Debug, Clone)]
pub struct KeysOptions {
    /// The only territory that they sign: small letters, digits and hyphens.
    pub territory: String,
    /// Marks the root and every file: a release signed with these keys is not meant for people.
    pub development: bool,
    /// How many root keys there are.
    pub root_keys: usize,
    /// How many of them have to sign a new root.
    pub root_threshold: usize,
    /// The day of the ceremony. The root is accepted for two years from it.
    pub now: Timestamp,
}

impl KeysOptions {
    /// Three root keys, for three people in different places, of which two have to sign.
    pub fn production(territory: &str, now: Timestamp) -> Self {
        Self {
            territory: territory.to_owned(),
            development: false,
            root_keys: 3,
            root_threshold: 2,
            now,
        }
    }

    /// One root key, and everything marked.
    pub fn development(territory: &str, now: Timestamp) -> Self {
        Self {
            development: true,
            root_keys: 1,
            root_threshold: 1,
            ..Self::production(territory, now)
        }
    }
}

/// Makes the keys and the first root in a folder that is empty or not there yet.
///
/// The root is written last: a folder without `root.json` is one whose making was interrupted. Fails when the folder has
/// anything in it, so that no key is ever lost.
pub fn init(folder: &Path, options: &KeysOptions) -> Result<()> {
    check(options)?;
    make_folder(folder)?;
    let roots = make(folder, options, Holder::Root, options.root_keys)?;
    let targets = make(folder, options, Holder::Targets, 1)?;
    let online = make(folder, options, Holder::Online, 1)?;
    let mut delegates = BTreeMap::new();
    for holder in [Holder::Facts, Holder::Language, Holder::Operator] {
        let keys = make(folder, options, holder, 1)?;
        delegates.insert(holder.name(), authority(&keys, 1)?);
    }
    let delegates = serde_json::to_vec_pretty(&delegates)
        .map_err(|error| Error::Refused(format!("the public keys cannot be written: {error}")))?;
    file::write_new(&folder.join("delegates.json"), &delegates, false)?;

    let root = first_root(options, &roots, &targets, &online)?;
    file::write_new(&folder.join("root.json"), &sign(&root, &roots)?, false)
}

fn check(options: &KeysOptions) -> Result<()> {
    let id = &options.territory;
    if id.is_empty()
        || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    {
        return Err(Error::Refused(format!(
            "«{id}» is not an id of a territory: small letters, digits and hyphens"
        )));
    }
    if options.root_threshold == 0 || options.root_threshold > options.root_keys {
        return Err(Error::Refused(format!(
            "{} of {} root keys cannot sign",
            options.root_threshold, options.root_keys
        )));
    }
    Ok(())
}

fn make_folder(folder: &Path) -> Result<()> {
    let failed = |source| Error::Io { context: "making the folder", path: folder.into(), source };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(failed)?;
    if std::fs::read_dir(folder).map_err(failed)?.next().is_some() {
        return Err(Error::Refused(format!(
            "{} is not empty; keys are never overwritten",
            folder.display()
        )));
    }
    Ok(())
}

fn make(
    folder: &Path,
    options: &KeysOptions,
    holder: Holder,
    count: usize,
) -> Result<Vec<SigningKey>> {
    let mut keys = Vec::new();
    for number in 1..=count {
        let key = generate()?;
        let name = match count {
            1 => format!("{}.pem", holder.name()),
            _ => format!("{}-{number}.pem", holder.name()),
        };
        let kind = if options.development {
            "DEVELOPMENT KEY, never sign a real release with it"
        } else {
            "Private key, keep it secret"
        };
        let id = key_id(&public_key(&key.verifying_key()))?;
        let note = format!("{kind}: {}, {}, id {id}", options.territory, holder.name());
        file::write_private(&folder.join(name), &key, &note)?;
        keys.push(key);
    }
    Ok(keys)
}

fn generate() -> Result<SigningKey> {
    let mut seed = [0_u8; 32];
    getrandom::fill(&mut seed)
        .map_err(|error| Error::Refused(format!("the system gives no random numbers: {error}")))?;
    Ok(SigningKey::from_bytes(&seed))
}

fn authority(keys: &[SigningKey], threshold: usize) -> Result<Authority> {
    let mut by_id = BTreeMap::new();
    for key in keys {
        let key = public_key(&key.verifying_key());
        by_id.insert(key_id(&key)?, key);
    }
    Ok(Authority { keys: by_id, threshold })
}

fn first_root(
    options: &KeysOptions,
    roots: &[SigningKey],
    targets: &[SigningKey],
    online: &[SigningKey],
) -> Result<Root> {
    let mut keys = BTreeMap::new();
    let mut roles: BTreeMap<String, RoleKeys> = BTreeMap::new();
    for (role, holders, threshold) in [
        ("root", roots, options.root_threshold),
        ("targets", targets, 1),
        ("snapshot", online, 1),
        ("timestamp", online, 1),
    ] {
        let authority = authority(holders, threshold)?;
        roles.insert(role.into(), authority.role_keys());
        keys.extend(authority.keys);
    }
    Ok(Root {
        type_: "root".into(),
        spec_version: SPEC_VERSION.into(),
        version: 1,
        expires: days_after(options.now, ROOT_DAYS)?,
        consistent_snapshot: true,
        keys,
        roles,
        development: options.development,
        territory: options.territory.clone(),
    })
}
