//! The next root and the delegations, made from the public halves that lie in the key folder.
//!
//! Nothing secret is needed for it. The root waits until enough keys of the old root and of the new one have signed it; until
//! then the old one holds.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;

use super::file;
use super::holder::{Authority, Holder};
use super::waiting::Waiting;
use super::{check_territory_id, root_of};
use crate::files::write_atomically;
use crate::signed::metadata::{ROOT_DAYS, Root, SPEC_VERSION, days_after};
use crate::signed::sign::{Document, sign};
use crate::signed::{Error, Result};

/// How many keys of a holder have to sign where nobody says otherwise.
fn usual_threshold(holder: Holder) -> usize {
    if holder == Holder::Root { 2 } else { 1 }
}

/// What somebody decides about the next root.
#[derive(Debug, Clone)]
pub struct CeremonyOptions {
    /// How many keys have to sign, where that changes.
    pub thresholds: BTreeMap<Holder, usize>,
    /// Makes a new root also when its keys stay the same, because it nears its end.
    pub renew: bool,
    /// The root is accepted for two years from it.
    pub now: Timestamp,
}

/// What was prepared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The version of the root that waits for signatures; `None` when the root stays as it is.
    pub root: Option<u64>,
    /// Whether somebody else may sign facts, languages or the operators' pack now. The next publish writes that down, and
    /// the keys of `targets` sign it.
    pub delegates_changed: bool,
}

/// Makes the next root and the delegations from the public halves of a folder.
///
/// # Errors
///
/// [`Error::Refused`] when a role has no key, when a threshold cannot be met, when a root would be lost with the first key
/// that is, or when the halves are of several territories.
pub fn prepare(folder: &Path, options: &CeremonyOptions) -> Result<Prepared> {
    let current = root_of(folder)?;
    let old = current.as_ref().map(|root| &root.signed);
    let development = old.is_some_and(|root| root.development);
    let (territory, mut authorities) = gather(folder)?;
    if old.is_some_and(|root| root.territory != territory) {
        return Err(Error::Refused(format!("these keys are those of «{territory}»")));
    }
    let delegates = read_delegates(folder)?;
    for (holder, authority) in &mut authorities {
        let before = match old.and_then(|root| root.roles.get(root_role(*holder)?)) {
            Some(role) => Some(role.threshold),
            None => delegates.get(holder.name()).map(|authority| authority.threshold),
        };
        let usual = usual_threshold(*holder);
        let asked = options.thresholds.get(holder).copied();
        authority.threshold = asked.or(before).unwrap_or(usual);
        check_threshold(*holder, authority, development)?;
    }
    let version = old.map_or(0, |root| root.version) + 1;
    let lineage = old.map_or(Some(options.now), |root| root.lineage);
    let next = Origin { territory, development, lineage };
    let next = make_root(&authorities, version, next, options.now)?;
    let same = old.is_some_and(|old| old.keys == next.keys && old.roles == next.roles);
    let waiting = Waiting::of(folder);
    let root = if same && !options.renew {
        waiting.clear("root")?;
        None
    } else {
        put_root(&waiting, &next)?;
        Some(version)
    };
    let delegates_changed = write_delegates(folder, &authorities)?;
    Ok(Prepared { root, delegates_changed })
}

/// A root that waits already and says the same keeps the signatures that it has.
fn put_root(waiting: &Waiting, next: &Root) -> Result<()> {
    if let Some((file, bytes)) = waiting.newest("root")?
        && let Ok(there) = Document::<Root>::parse("root", bytes)
        && file.version == next.version
        && (Root { expires: next.expires, lineage: next.lineage, ..there.signed }) == *next
    {
        return Ok(());
    }
    waiting.put(next.version, "root", &sign(next, &[])?).map(drop)
}

/// The public halves of a folder by what they are for, each with a threshold still to be set.
fn gather(folder: &Path) -> Result<(String, BTreeMap<Holder, Authority>)> {
    let mut authorities: BTreeMap<Holder, Authority> = BTreeMap::new();
    let mut territory: Option<String> = None;
    for (name, holder) in file::names(folder, ".pub")? {
        let Some(half) = file::public_half(folder, &name)? else { continue };
        if territory.as_ref().is_some_and(|known| *known != half.territory) {
            let reason = format!("{name}.pub is a key of «{}»", half.territory);
            return Err(Error::Refused(reason));
        }
        territory = Some(half.territory);
        let authority = authorities
            .entry(holder)
            .or_insert_with(|| Authority { keys: BTreeMap::new(), threshold: 0 });
        authority.keys.insert(half.id, half.key);
    }
    for holder in Holder::ALL {
        if !authorities.contains_key(&holder) {
            return Err(Error::Refused(format!(
                "no public half of a key for «{0}» in {1}: {0}-1.pub",
                holder.name(),
                folder.display()
            )));
        }
    }
    let territory = territory.unwrap_or_default();
    check_territory_id(&territory)?;
    Ok((territory, authorities))
}

fn check_threshold(holder: Holder, authority: &Authority, development: bool) -> Result<()> {
    let (keys, threshold) = (authority.keys.len(), authority.threshold);
    let role = holder.name();
    if threshold == 0 || threshold > keys {
        return Err(Error::Refused(format!("{threshold} of {keys} keys of «{role}» cannot sign")));
    }
    if holder == Holder::Online && threshold != 1 {
        return Err(Error::Refused("the online key signs alone, since a robot uses it".into()));
    }
    if holder == Holder::Root && !development && (threshold < 2 || threshold == keys) {
        return Err(Error::Refused(format!(
            "{threshold} of {keys} root keys is no root for people: at least two sign, and one more than sign exists, so \
             that neither a thief nor a lost key is the end"
        )));
    }
    Ok(())
}

/// The role of a root that stands for a holder; `None` for those whom the top-level targets name.
pub(super) fn root_role(holder: Holder) -> Option<&'static str> {
    match holder {
        Holder::Root => Some("root"),
        Holder::Targets => Some("targets"),
        Holder::Online => Some("timestamp"),
        Holder::Facts | Holder::Language | Holder::Operator => None,
    }
}

/// What all roots of a lineage have in common.
pub(super) struct Origin {
    /// The only territory that they sign.
    pub(super) territory: String,
    /// Whether the keys lie on a developer's disk.
    pub(super) development: bool,
    /// When the first of them was made.
    pub(super) lineage: Option<Timestamp>,
}

/// A root, unsigned.
pub(super) fn make_root(
    authorities: &BTreeMap<Holder, Authority>,
    version: u64,
    origin: Origin,
    now: Timestamp,
) -> Result<Root> {
    let mut keys = BTreeMap::new();
    let mut roles = BTreeMap::new();
    for (holder, authority) in authorities {
        let Some(role) = root_role(*holder) else { continue };
        roles.insert(role.to_owned(), authority.role_keys());
        if *holder == Holder::Online {
            roles.insert("snapshot".to_owned(), authority.role_keys());
        }
        keys.extend(authority.keys.clone());
    }
    Ok(Root {
        type_: "root".into(),
        spec_version: SPEC_VERSION.into(),
        version,
        expires: days_after(now, ROOT_DAYS)?,
        consistent_snapshot: true,
        keys,
        roles,
        development: origin.development,
        lineage: origin.lineage,
        territory: origin.territory,
    })
}

/// Who may sign for the holders whom the top-level targets name. Empty before the first ceremony.
pub(super) fn read_delegates(folder: &Path) -> Result<BTreeMap<String, Authority>> {
    match file::read_if_there(&folder.join(DELEGATES))? {
        Some(bytes) => {
            serde_json::from_slice(&bytes).map_err(|error| Error::damaged(DELEGATES, error))
        }
        None => Ok(BTreeMap::new()),
    }
}

/// Writes who may sign for the holders whom the top-level targets name; returns whether that is news.
pub(super) fn write_delegates(
    folder: &Path,
    authorities: &BTreeMap<Holder, Authority>,
) -> Result<bool> {
    let delegates: BTreeMap<String, Authority> = authorities
        .iter()
        .filter(|(holder, _)| root_role(**holder).is_none())
        .map(|(holder, authority)| (holder.name().to_owned(), authority.clone()))
        .collect();
    if read_delegates(folder)? == delegates {
        return Ok(false);
    }
    let bytes = serde_json::to_vec_pretty(&delegates)
        .map_err(|error| Error::Refused(format!("the public keys cannot be written: {error}")))?;
    write_atomically(&folder.join(DELEGATES), &bytes)?;
    Ok(true)
}

/// The public keys of the holders whom the top-level targets name.
const DELEGATES: &str = "delegates.json";
