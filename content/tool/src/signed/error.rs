//! Why a release was not written.

use std::path::{Path, PathBuf};

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
    /// The caller asked to stop. What phones read is unchanged.
    #[error("interrupted; the last release stays as it is")]
    Interrupted,
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
