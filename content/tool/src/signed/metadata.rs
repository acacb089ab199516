//! The metadata of The Update Framework, as far as this publisher writes it (specification 1.0.34, section 4).

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp as Moment};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::{Error, Result};

/// The version of the specification that the metadata follows.
pub const SPEC_VERSION: &str = "1.0.34";

/// How long a root is accepted, in days: two years, since renewing it needs people to meet.
pub const ROOT_DAYS: i64 = 730;
/// How long the top-level targets and the delegated roles are accepted, in days: their keys are held by people.
pub const ROLE_DAYS: i64 = 365;
/// How long a snapshot is accepted, in days.
pub const SNAPSHOT_DAYS: i64 = 60;
/// How long a timestamp is accepted, in days: a robot renews it daily and may be dead through August.
pub const TIMESTAMP_DAYS: i64 = 14;

/// The name of one version of a role's file.
pub fn file_name(version: u64, role: &str) -> String {
    format!("{version}.{role}.json")
}

/// The version and the role of a metadata file, by its name.
pub fn versioned(name: &str) -> Option<(u64, &str)> {
    let (version, role) = name.strip_suffix(".json")?.split_once('.')?;
    Some((version.parse().ok()?, role))
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// `ed25519`.
    pub keytype: String,
    /// `ed25519`.
    pub scheme: String,
    /// The key itself.
    pub keyval: KeyVal,
}

/// The value of a public key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyVal {
    /// 32 bytes in small hexadecimal digits.
    pub public: String,
}

/// Which keys may sign a role and how many have to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleKeys {
    /// Ids of the keys.
    pub keyids: Vec<String>,
    /// The number of signatures by different keys.
    pub threshold: usize,
}

/// What a signed file has in common whatever its role.
pub trait Role {
    /// The value of `_type`.
    const TYPE: &'static str;
    /// The version number.
    fn version(&self) -> u64;
    /// When it stops being accepted.
    fn expires(&self) -> Moment;
}

macro_rules! role {
    ($type:ty, $name:literal) => {
        impl Role for $type {
            const TYPE: &'static str = $name;
            fn version(&self) -> u64 {
                self.version
            }
            fn expires(&self) -> Moment {
                self.expires
            }
        }
    };
}

/// The anchor of trust: the keys of the four top-level roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Root {
    #[serde(rename = "_type")]
    pub type_: String,
    pub spec_version: String,
    pub version: u64,
    pub expires: Moment,
    pub consistent_snapshot: bool,
    pub keys: BTreeMap<String, Key>,
    pub roles: BTreeMap<String, RoleKeys>,
    /// The keys lie on a developer's disk: nothing signed with them is meant for people.
    #[serde(
        default,
        rename = "x-cittadini-development",
        skip_serializing_if = "std::ops::Not::not"
    )]
    pub development: bool,
    /// When the first root of this lineage was made; each later one repeats it. Phones take a root of another lineage from
    /// an update of the app alone.
    #[serde(default, rename = "x-cittadini-lineage", skip_serializing_if = "Option::is_none")]
    pub lineage: Option<Moment>,
    /// The id of the only territory that these keys sign.
    #[serde(rename = "x-cittadini-territory")]
    pub territory: String,
}
role!(Root, "root");

/// The version of another metadata file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetaFile {
    /// The version that is current.
    pub version: u64,
}

/// The only file that changes in place: names the current snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Timestamp {
    #[serde(rename = "_type")]
    pub type_: String,
    pub spec_version: String,
    pub version: u64,
    pub expires: Moment,
    /// The version of `snapshot.json` alone: length and hash are optional (section 4.6), would repeat what the same
    /// online key has signed, and would take the file over its 450 bytes.
    pub meta: BTreeMap<String, MetaFile>,
}
role!(Timestamp, "timestamp");

/// Names the current version of every role, so that releases cannot be mixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Snapshot {
    #[serde(rename = "_type")]
    pub type_: String,
    pub spec_version: String,
    pub version: u64,
    pub expires: Moment,
    pub meta: BTreeMap<String, MetaFile>,
}
role!(Snapshot, "snapshot");

/// One file that phones download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetFile {
    /// Bytes as they lie on the server.
    pub length: u64,
    /// `sha256` in small hexadecimal digits.
    pub hashes: BTreeMap<String, String>,
    /// What the pack or the patch contains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom: Option<Value>,
}

/// A role that lists files: the top-level one or a delegated one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Targets {
    #[serde(rename = "_type")]
    pub type_: String,
    pub spec_version: String,
    pub version: u64,
    pub expires: Moment,
    pub targets: BTreeMap<String, TargetFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegations: Option<Delegations>,
}
role!(Targets, "targets");

impl Targets {
    /// What the role says of a file.
    pub fn target(&self, name: &str) -> super::Result<&TargetFile> {
        let file = self.targets.get(name);
        file.ok_or_else(|| super::Error::damaged(name, "is not listed by its role"))
    }
}

/// Whom the top-level role trusts with which files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegations {
    /// The public keys of all delegated roles by their ids.
    pub keys: BTreeMap<String, Key>,
    /// The delegated roles, in the order in which they are asked.
    pub roles: Vec<DelegatedRole>,
}

/// One delegated role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegatedRole {
    /// The role, named like its pack.
    pub name: String,
    /// Who may sign it.
    #[serde(flatten)]
    pub keys: RoleKeys,
    /// The only names it may sign.
    pub paths: Vec<String>,
    /// Nobody is asked after it about those names.
    pub terminating: bool,
}

/// `now` and a number of days, without the fraction of a second, which the specification does not allow.
pub fn days_after(now: Moment, days: i64) -> Result<Moment> {
    whole_second(now)?
        .checked_add(SignedDuration::from_hours(days * 24))
        .map_err(|error| Error::Refused(format!("{now} cannot be the date of a release: {error}")))
}

/// `now` without the fraction of a second.
pub fn whole_second(now: Moment) -> Result<Moment> {
    Moment::from_second(now.as_second())
        .map_err(|error| Error::Refused(format!("{now} cannot be the date of a release: {error}")))
}
