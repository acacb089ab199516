//! Why a release was not written.

use std::path::{Path, PathBuf};

use serde::Serialize;

/// What went wrong with keys or with a repository.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file system refused.
    #[error("{context} {path}: {source}", path = path.display())]
    Io {
        /// What was being done.
        context: &'static str,
        /// With which file.
        path: PathBuf,
        /// The system's own word.
        source: std::io::Error,
    },
    /// A file is not what its name says: broken JSON, a wrong hash, a signature that does not hold.
    #[error("{file}: {reason}")]
    Damaged {
        /// The file as the repository or the key folder names it.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The draft, the keys and the repository do not belong together, or the draft breaks a rule of the wire form.
    #[error("{0}")]
    Refused(String),
    /// Something has to be signed and not enough of the keys that may sign it are there.
    #[error(
        "«{role}» needs {wanted} of its keys to sign and {found} are here ({pattern} in the key folder)"
    )]
    KeyMissing {
        /// The role that has to be signed.
        role: String,
        /// How many signatures it needs.
        wanted: usize,
        /// How many of its private keys were found.
        found: usize,
        /// The names under which they were looked for.
        pattern: String,
    },
    /// A private key was not opened by the passphrase that was given for it.
    #[error("the passphrase of {key} is another one")]
    WrongPassphrase {
        /// The name of the key.
        key: String,
    },
    /// The passphrase of a new key was not typed twice alike.
    #[error("the two passphrases of {key} are not the same")]
    MistypedPassphrase {
        /// The name of the key.
        key: String,
    },
    /// A new key was to get a passphrase that can be guessed, or none.
    #[error("the passphrase of {key} is too short")]
    ShortPassphrase {
        /// The name of the key.
        key: String,
    },
    /// Signatures of others are missing; what lacks them lies in `waiting/` of the key folder. What phones read is
    /// unchanged.
    #[error("signatures are missing")]
    Waiting {
        /// What waits for whom.
        missing: Vec<Missing>,
    },
    /// The caller asked to stop. What phones read is unchanged.
    #[error("interrupted; the last release stays as it is")]
    Interrupted,
}

/// A file that waits, and whose signatures it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The role: `root`, `targets`, or that of a pack.
    pub role: String,
    /// Its version.
    pub version: u64,
    /// What is needed; a root may need both old and new keys. Nothing when the file is complete.
    pub needs: Vec<Need>,
}

/// Signatures that are missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Need {
    /// Of whom.
    pub of: Of,
    /// How many have signed.
    pub have: usize,
    /// How many have to.
    pub wanted: usize,
    /// The keys that have not signed yet, by their names.
    pub keys: Vec<String>,
}

/// A group of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Those that may sign the role.
    Role,
    /// Those of the root that holds now.
    OldRoot,
    /// Those of the root that is to hold.
    NewRoot,
}

/// The result of everything that touches keys or a repository.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub(crate) fn damaged(file: impl Into<String>, reason: impl ToString) -> Self {
        Self::Damaged { file: file.into(), reason: reason.to_string() }
    }
}

/// Says what was being done when the file system refused.
pub(crate) trait IoContext<T> {
    fn context(self, context: &'static str, path: &Path) -> Result<T>;
}

impl<T> IoContext<T> for std::io::Result<T> {
    fn context(self, context: &'static str, path: &Path) -> Result<T> {
        self.map_err(|source| Error::Io { context, path: path.to_owned(), source })
    }
}
