//! What a shell branches on when a call fails.
//!
//! The payload is called `reason` and never `message`, which is a member of every exception in Kotlin.

use cittadini_core::ApiError;

/// Why a call failed. The kind says what the screen does; `reason` is English, for the log and not for the reader, and
/// holds nothing about her. "Nothing there yet" and "old" are values of the screens, never errors.
#[uniffi::remote(Error)]
#[non_exhaustive]
pub enum ApiError {
    /// No connection, or the server sent nothing useful. What is stored stays readable; try again later.
    Offline {
        /// What happened, for the log.
        reason: String,
    },
    /// What the server sent is not what the content team signed. What is stored stays readable.
    Untrusted {
        /// What happened, for the log.
        reason: String,
    },
    /// The app is too old for its data or for the release. Update the app; nothing was changed.
    Outdated {
        /// What happened, for the log.
        reason: String,
    },
    /// The data is locked, by a PIN or by another program that has the folder open.
    Locked {
        /// What happened, for the log.
        reason: String,
    },
    /// The platform's key is gone. The file is kept; restore it from a backup.
    KeyLost {
        /// What happened, for the log.
        reason: String,
    },
    /// The disk is full. What was stored before is intact.
    StorageFull {
        /// What happened, for the log.
        reason: String,
    },
    /// The call was stopped by `interrupt` or `close`. Nothing is lost.
    Interrupted,
    /// The caller gave something that is not there or makes no sense, or called after `close`.
    InvalidInput {
        /// What is wrong with it.
        reason: String,
    },
    /// A fault of the core. Report it.
    Internal {
        /// What happened, for the log.
        reason: String,
    },
}
