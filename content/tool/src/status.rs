//! What a content team has to keep an eye on: what expires when, and what waits for whose signature.

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::keys::{Keys, Request, Waiting};
use crate::repository::layout::Layout;
use crate::repository::release::Release;
use crate::signed::Result;
use crate::signed::error::Missing;
use crate::signed::metadata::Role;

/// With fewer days left than this a root is late: renewing it needs people to meet.
pub const ROOT_LATE_DAYS: i64 = 60;
/// With fewer days left than this a role or a snapshot is late: somebody has to sign.
pub const ROLE_LATE_DAYS: i64 = 21;
/// With fewer days left than this a timestamp is late: the robot that signs it every night does not.
pub const TIMESTAMP_LATE_DAYS: i64 = 3;

/// When a file stops being accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Expiry {
    /// The role.
    pub role: String,
    /// Its version.
    pub version: u64,
    /// The moment.
    pub expires: Timestamp,
    /// Whole days until then; negative when it has passed.
    pub days_left: i64,
    /// Whether somebody has to do something about it now.
    pub late: bool,
}

/// A file that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Waits {
    /// Where it lies.
    pub file: PathBuf,
    /// Whose signatures it lacks.
    #[serde(flatten)]
    pub missing: Missing,
}

/// How things stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// The root first, then what the release of the repository consists of.
    pub expiries: Vec<Expiry>,
    /// What waits for signatures.
    pub waiting: Vec<Waits>,
}

/// How things stand with a key folder, and with a repository if there is one.
///
/// Before the first ceremony is complete there is no root yet, and only what waits is reported.
pub fn status(keys: &Path, repository: Option<&Path>, now: Timestamp) -> Result<Status> {
    let mut expiries = Vec::new();
    if keys.join("root.json").is_file() {
        let root = Keys::open(keys)?;
        expiries.push(expiry("root", &root.root().signed, ROOT_LATE_DAYS, now));
    }
    if let Some(repository) = repository
        && let Some(release) = Release::current(&Layout::new(repository))?
    {
        expiries.push(expiry("timestamp", &release.timestamp.signed, TIMESTAMP_LATE_DAYS, now));
        expiries.push(expiry("snapshot", &release.snapshot.signed, ROLE_LATE_DAYS, now));
        expiries.push(expiry("targets", &release.targets.signed, ROLE_LATE_DAYS, now));
        for (role, document) in release.delegated()? {
            expiries.push(expiry(&role.name, &document.signed, ROLE_LATE_DAYS, now));
        }
    }
    Ok(Status { expiries, waiting: waiting(keys)? })
}

/// What waits in a key folder, and for whom.
pub fn waiting(keys: &Path) -> Result<Vec<Waits>> {
    let files = Waiting::of(keys).list()?.into_iter();
    files
        .map(|file| {
            let missing = Request::read(&file.path, keys)?.missing(keys)?;
            Ok(Waits { file: file.path, missing })
        })
        .collect()
}

fn expiry(role: &str, signed: &impl Role, late_days: i64, now: Timestamp) -> Expiry {
    let left = signed.expires().duration_since(now);
    Expiry {
        role: role.to_owned(),
        version: signed.version(),
        expires: signed.expires(),
        days_left: left.as_secs().div_euclid(86_400),
        late: left < SignedDuration::from_hours(24 * late_days),
    }
}
