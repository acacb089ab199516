//! Two kinds of error: [`Error`] says inside the core exactly what happened and where; [`ApiError`] is what a shell
//! branches on. One table ([`From`]) turns the first into the second. No text about the reader ever enters an error.

use std::path::PathBuf;

/// What went wrong inside the core.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// SQLite refused.
    #[error("{context}: {source}")]
    Sql {
        /// What was being done.
        context: &'static str,
        /// SQLite's own word.
        source: rusqlite::Error,
    },
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
    /// Metadata or a pack does not verify.
    #[error("{file}: {reason}")]
    Untrusted {
        /// The file as the repository names it.
        file: String,
        /// Why not.
        reason: String,
    },
    /// The network gave nothing that can be used.
    #[error("{0}")]
    Offline(String),
    /// A database or a pack comes from a newer app.
    #[error("{what} was written by a newer version of the app ({found}; this one reads {known})")]
    Outdated {
        /// Which file.
        what: String,
        /// Its version.
        found: String,
        /// The newest version this core reads.
        known: String,
    },
    /// Another program has the data folder open.
    #[error("another program is using the data folder {}", .0.display())]
    InUse(PathBuf),
    /// The shell asked to stop.
    #[error("interrupted")]
    Interrupted,
    /// The core was closed.
    #[error("the core is closed")]
    Closed,
    /// The caller gave something that is not there or makes no sense.
    #[error("{0}")]
    InvalidInput(String),
    /// Stored content cannot be read back.
    #[error("{context}: {source}")]
    Json {
        /// What was being read.
        context: String,
        /// serde's own word.
        source: serde_json::Error,
    },
    /// A rule of the core itself was broken.
    #[error("{0}")]
    Internal(String),
}

/// The result of everything inside the core.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What a shell branches on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// No connection, or the server sent nothing useful. What is stored stays readable; try again later.
    #[error("offline: {reason}")]
    Offline {
        /// What happened, for the log.
        reason: String,
    },
    /// What the server sent is not what the content team signed. What is stored stays readable.
    #[error("untrusted: {reason}")]
    Untrusted {
        /// What happened, for the log.
        reason: String,
    },
    /// The app is too old for its data or for the release. Update the app; nothing was changed.
    #[error("outdated: {reason}")]
    Outdated {
        /// What happened, for the log.
        reason: String,
    },
    /// The data is locked, by a PIN or by another program that has the folder open.
    #[error("locked: {reason}")]
    Locked {
        /// What happened, for the log.
        reason: String,
    },
    /// The platform's key is gone. The file is kept; restore it from a backup.
    #[error("key lost: {reason}")]
    KeyLost {
        /// What happened, for the log.
        reason: String,
    },
    /// The disk is full. What was stored before is intact.
    #[error("storage full: {reason}")]
    StorageFull {
        /// What happened, for the log.
        reason: String,
    },
    /// The call was interrupted by the shell.
    #[error("interrupted")]
    Interrupted,
    /// The caller gave something that is not there or makes no sense.
    #[error("invalid input: {reason}")]
    InvalidInput {
        /// What is wrong with it.
        reason: String,
    },
    /// A fault of the core. Report it.
    #[error("internal: {reason}")]
    Internal {
        /// What happened, for the log.
        reason: String,
    },
}

impl Error {
    /// Whether there was no room. SQLite does not say so when there is none for the file that the connections of a
    /// database share, which it makes anew at each opening.
    pub(crate) fn is_full_disk(&self) -> bool {
        match self {
            Self::Sql { source, .. } => source.sqlite_error().is_some_and(|error| {
                error.code == rusqlite::ErrorCode::DiskFull
                    || error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE
            }),
            Self::Io { source, .. } => Self::is_no_room(source),
            _ => false,
        }
    }

    /// Whether a system says that there is no room.
    pub(crate) fn is_no_room(source: &std::io::Error) -> bool {
        use std::io::ErrorKind;
        matches!(source.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        let reason = error.to_string();
        match error {
            Error::Offline(_) => Self::Offline { reason },
            Error::Untrusted { .. } => Self::Untrusted { reason },
            Error::Outdated { .. } => Self::Outdated { reason },
            Error::InUse(_) => Self::Locked { reason },
            Error::Interrupted => Self::Interrupted,
            Error::InvalidInput(_) | Error::Closed => Self::InvalidInput { reason },
            ref full if full.is_full_disk() => Self::StorageFull { reason },
            Error::Sql { ref source, .. } => match source.sqlite_error_code() {
                Some(rusqlite::ErrorCode::OperationInterrupted) => Self::Interrupted,
                Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                    Self::Locked { reason }
                }
                _ => Self::Internal { reason },
            },
            Error::Io { .. } | Error::Json { .. } | Error::Internal(_) => Self::Internal { reason },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sqlite(code: i32) -> ApiError {
        let source = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        Error::Sql { context: "opening a database", source }.into()
    }

    #[test]
    fn no_room_is_storage_full_in_whatever_words_it_is_said() {
        for code in [rusqlite::ffi::SQLITE_FULL, rusqlite::ffi::SQLITE_IOERR_SHMSIZE] {
            assert!(matches!(sqlite(code), ApiError::StorageFull { .. }), "{code}");
        }
        for kind in [std::io::ErrorKind::StorageFull, std::io::ErrorKind::QuotaExceeded] {
            let full = Error::Io { context: "writing", path: PathBuf::new(), source: kind.into() };
            assert!(matches!(full.into(), ApiError::StorageFull { .. }), "{kind}");
        }
        assert!(matches!(sqlite(rusqlite::ffi::SQLITE_IOERR_READ), ApiError::Internal { .. }));
    }
}
