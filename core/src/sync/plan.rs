//! Decides, without any I/O, what is to be fetched: which roles, which pack, patch or full.

use jiff::Timestamp;
use serde::Deserialize;
use sigstore_tuf::{DelegatedRole, TargetFile, Targets};

use super::address;
use super::asked::RemoteFile;
use super::config::{Languages, Wanted};
use super::packs::Installed;
use super::target::SignedTarget;
use crate::model::{SCHEMA, Schema};
use crate::order;
use crate::pack::{MAX_RAW_LENGTH, most_squeezed};
use crate::{Error, Result};

/// The pack without which no text can be shown.
pub(super) const FACTS: &str = "facts";
/// The pack for operators.
pub(super) const OPERATOR: &str = "operator";
/// The target that the top-level role signs itself.
pub(super) const CATALOG: &str = "catalog.json";

const TEXT: &str = "text-";

/// What is signed of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PackTarget {
    pub pack: String,
    pub source: SignedTarget,
    /// The state that it brings.
    pub state: Installed,
    pub raw_length: u64,
    pub generated: Option<Timestamp>,
}

/// A pack that has something new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Task {
    pub target: PackTarget,
    /// A patch from what is installed, tried first.
    pub patch: Option<Patch>,
    /// Whether the form in which phones hand a pack on is asked for: a release file does not have the signed one.
    pub handed_on: bool,
}

/// A patch from what is installed to what is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Patch {
    pub source: SignedTarget,
    /// The hash of the canonical bytes that it starts from.
    pub from_raw_sha256: String,
}

impl Task {
    /// The file to fetch next.
    pub(super) fn source(&self) -> &SignedTarget {
        self.patch.as_ref().map_or(&self.target.source, |patch| &patch.source)
    }

    /// How it is asked for.
    pub(super) fn file(&self) -> RemoteFile {
        match self.handed_on {
            true => handed_on(&self.target),
            false => self.source().file.clone(),
        }
    }

    /// Whether the bytes that came are those that were signed. No hash is signed of what a phone squeezed itself: that is
    /// believed for the hash of what is inside alone.
    pub(super) fn verify(&self, bytes: &[u8]) -> Result<()> {
        match self.handed_on {
            true => Ok(()),
            false => self.source().verify(bytes),
        }
    }
}

/// The form in which phones hand a pack on: they keep its content and not the file that was signed, so that it is named by
/// the hash of the content.
pub(super) fn handed_on(target: &PackTarget) -> RemoteFile {
    let name = format!("{}.zst", target.pack);
    let path = address::with_prefix(&name, &target.state.raw_sha256);
    let limit = most_squeezed(target.raw_length);
    RemoteFile { name, path, limit, length: None, mutable: false }
}

/// The delegated roles that are wanted: facts, then texts by name, then the operators' role. Every phone asks in the same
/// order.
pub(super) fn wanted_roles(delegations: &[DelegatedRole], wanted: &Wanted) -> Vec<String> {
    let mut roles: Vec<(u8, &str)> = delegations
        .iter()
        .filter_map(|role| Some((rank(&role.name, wanted)?, role.name.as_str())))
        .collect();
    order::sort_by(&mut roles, Ord::cmp);
    roles.dedup();
    roles.into_iter().map(|(_, name)| name.to_owned()).collect()
}

fn rank(role: &str, wanted: &Wanted) -> Option<u8> {
    // A name becomes part of an address and of a file name.
    if !role.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
        return None;
    }
    match role {
        FACTS => Some(0),
        OPERATOR => wanted.operator.then_some(2),
        _ => {
            let language = role.strip_prefix(TEXT)?;
            let wanted = match &wanted.languages {
                Languages::All => true,
                Languages::Only(tags) => tags.iter().any(|tag| tag == language),
            };
            wanted.then_some(1)
        }
    }
}

#[derive(Deserialize)]
struct PackCustom {
    raw_sha256: String,
    raw_length: u64,
    #[serde(default)]
    generated: Option<Timestamp>,
}

#[derive(Deserialize)]
struct PatchCustom {
    from: u64,
    to: u64,
    from_raw_sha256: String,
    raw_sha256: String,
    raw_length: u64,
}

/// The name of a pack's target.
pub(super) fn pack_file(pack: &str) -> String {
    format!("{pack}.pack")
}

/// The `seq` that a role signs for the pack of its name, if it signs one.
pub(super) fn signed_seq(role_name: &str, role: &Targets) -> Result<Option<u64>> {
    let file = pack_file(role_name);
    role.target(&file).map(|target| seq(&file, target)).transpose()
}

fn seq(file: &str, target: &TargetFile) -> Result<u64> {
    #[derive(Deserialize)]
    struct Seq {
        seq: u64,
    }
    let custom: Seq = custom(file, target)?;
    match i64::try_from(custom.seq) {
        Ok(_) => Ok(custom.seq),
        Err(_) => Err(untrusted(file, "its seq is beyond all counting")),
    }
}

/// What a role signs of its pack.
pub(super) fn pack_target(pack: &str, role: &Targets, consistent: bool) -> Result<PackTarget> {
    let file = pack_file(pack);
    let target = role.target(&file).ok_or_else(|| not_signed_by_its_role(pack))?;
    check_schema(&file, target)?;
    let seq = seq(&file, target)?;
    let custom: PackCustom = custom(&file, target)?;
    if custom.raw_length > MAX_RAW_LENGTH || target.length > MAX_RAW_LENGTH {
        return Err(untrusted(&file, "is longer than a pack may be"));
    }
    Ok(PackTarget {
        pack: pack.to_owned(),
        source: SignedTarget::new(&file, target, consistent)?,
        state: Installed { seq, raw_sha256: custom.raw_sha256 },
        raw_length: custom.raw_length,
        generated: custom.generated,
    })
}

/// A pack counts only if the role of its name signs it, whoever else may.
pub(super) fn not_signed_by_its_role(pack: &str) -> Error {
    untrusted(&pack_file(pack), "is not signed by its role")
}

/// The catalogue that the top-level role signs.
pub(super) fn catalog_source(target: &TargetFile, consistent: bool) -> Result<SignedTarget> {
    check_schema(CATALOG, target)?;
    SignedTarget::new(CATALOG, target, consistent)
}

/// What to fetch for a pack: nothing, the exact patch, or the full pack.
pub(super) fn choose(
    target: PackTarget,
    role: &Targets,
    installed: Option<&Installed>,
    consistent: bool,
) -> Option<Task> {
    match installed {
        Some(installed) if *installed == target.state => None,
        Some(installed) => {
            let patch = patch(&target, role, installed, consistent);
            Some(Task { target, patch, handed_on: false })
        }
        None => Some(Task { target, patch: None, handed_on: false }),
    }
}

fn patch(
    target: &PackTarget,
    role: &Targets,
    installed: &Installed,
    consistent: bool,
) -> Option<Patch> {
    let prefix = format!("{}.", target.pack);
    role.targets
        .iter()
        .filter(|(name, file)| {
            name.starts_with(&prefix)
                && name.ends_with(".patch")
                && file.length < target.source.length()
        })
        .filter_map(|(name, file)| {
            let custom: PatchCustom = custom(name, file).ok()?;
            let fits = custom.from == installed.seq
                && custom.from_raw_sha256 == installed.raw_sha256
                && custom.to == target.state.seq
                && custom.raw_sha256 == target.state.raw_sha256
                && custom.raw_length == target.raw_length;
            let source = SignedTarget::new(name, file, consistent).ok().filter(|_| fits)?;
            Some(Patch { source, from_raw_sha256: custom.from_raw_sha256 })
        })
        .min_by_key(|patch| patch.source.length())
}

/// Looked at before anything else of `custom`: a newer major may have changed the rest.
fn check_schema(file: &str, target: &TargetFile) -> Result<()> {
    #[derive(Deserialize)]
    struct Version {
        schema: Schema,
    }
    let found = match &target.custom {
        Some(_) => custom::<Version>(file, target)?.schema,
        None => return Ok(()),
    };
    match found.major == SCHEMA.major {
        true => Ok(()),
        false => Err(Error::Outdated {
            what: file.to_owned(),
            found: found.to_string(),
            known: SCHEMA.to_string(),
        }),
    }
}

fn custom<T: serde::de::DeserializeOwned>(file: &str, target: &TargetFile) -> Result<T> {
    let custom = target.custom.clone().unwrap_or_default();
    // Out of text, as every other record: reading out of values is code of its own.
    serde_json::from_str(&custom.to_string())
        .map_err(|error| untrusted(file, &format!("custom: {error}")))
}

fn untrusted(file: &str, reason: &str) -> Error {
    Error::Untrusted { file: file.to_owned(), reason: reason.to_owned() }
}

/// Whether a version `a.b.c` is above another. What is no number counts as 0.
pub(super) fn is_newer(version: &str, than: &str) -> bool {
    let parts = |text: &str| -> [u64; 3] {
        let mut numbers = text.split('.').map(|part| part.parse().unwrap_or(0));
        std::array::from_fn(|_| numbers.next().unwrap_or(0))
    };
    parts(version) > parts(than)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(is_newer("0.10.0", "0.9.9"));
        assert!(!is_newer("1.2", "1.2.0"));
        assert!(!is_newer("nonsense", "0.1.0"));
    }
}
