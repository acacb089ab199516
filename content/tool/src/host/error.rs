//! Why a release did not reach a place, or was not taken from there.

use crate::signed;

/// What went wrong with a place.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address names no kind of place that is known.
    #[error("«{place}» is neither a folder, nor s3://bucket/prefix, nor rsync://host/module/path")]
    Address {
        /// What was given.
        place: String,
    },
    /// The environment names no key for the object store.
    #[error("no credentials for {place}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")]
    Credentials {
        /// The place.
        place: String,
    },
    /// A program that is needed is not installed.
    #[error("the program «{program}» is missing")]
    Program {
        /// Its name.
        program: &'static str,
    },
    /// The place cannot be reached, or does not let itself be read or written.
    #[error("{context} {place}: {reason}")]
    Unreachable {
        /// What was being done.
        context: &'static str,
        /// The place.
        place: String,
        /// Its own word.
        reason: String,
    },
    /// The place has a newer release or a newer root than the folder: publishing would turn phones back.
    #[error("{place} is ahead: {file} has version {theirs} there and {ours} here")]
    Ahead {
        /// The place.
        place: String,
        /// The file that is newer there.
        file: String,
        /// Its version there.
        theirs: u64,
        /// Its version here.
        ours: u64,
    },
    /// The place has a file under a name that means other bytes here.
    #[error("{place} and this folder have gone separate ways: {file} is not the same")]
    Diverged {
        /// The place.
        place: String,
        /// The file.
        file: String,
    },
    /// What lies at the place was never signed by the keys of this territory.
    #[error("{place} holds something else: {file} is not signed by this territory's keys")]
    Foreign {
        /// The place.
        place: String,
        /// The file.
        file: String,
    },
    /// Somebody else published between the check and the last step.
    #[error("somebody else has just published to {place}")]
    Raced {
        /// The place.
        place: String,
    },
    /// Nothing was published at the place yet.
    #[error("nothing was published at {place} yet")]
    Empty {
        /// The place.
        place: String,
    },
    /// Keys, folder or release refused.
    #[error(transparent)]
    Release(#[from] signed::Error),
}

/// The result of everything that touches a place.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// The place did not do what it was asked to.
    pub(super) fn unreachable(
        context: &'static str,
        place: impl ToString,
        reason: impl ToString,
    ) -> Self {
        Self::Unreachable { context, place: place.to_string(), reason: reason.to_string() }
    }
}
