//! The platform's key store, which the shell implements: Android's KeyStore, Apple's Keychain.

use std::sync::Arc;

use cittadini_core::ports;
use uniffi::UnexpectedUniFFICallbackError;

use crate::foreign::reason;

/// Why the key store gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum KeyStoreError {
    /// The device must be unlocked first. The call of the core then throws `Locked`.
    #[error("{reason}")]
    Locked {
        /// The platform's own word, for the log. Without a stack trace.
        reason: String,
    },
    /// There was a secret, and the platform will never give it back: the key behind it was invalidated. The call of the
    /// core then throws `KeyLost`.
    #[error("{reason}")]
    Lost {
        /// The platform's own word, for the log. Without a stack trace.
        reason: String,
    },
    /// Anything else. It may work another time. Any other exception that a key store throws is taken for this one.
    #[error("{reason}")]
    Failed {
        /// The platform's own word, for the log. Without a stack trace.
        reason: String,
    },
}

/// Keeps small secrets in the platform's key store: in Android's KeyStore by way of a key that wraps them, in Apple's
/// Keychain. No secret may enter a backup or another device, or a copy of the data folder would be enough to read it.
///
/// Implemented by the shell and handed to `Core.open`, which holds it until `close`. So far the core stores nothing secret
/// and calls none of it. It is called on the thread that called the core, from one thread at a time, and may block.
#[uniffi::export(foreign)]
pub trait KeyStore: Send + Sync {
    /// The secret of that name, or nothing if there is none. No network.
    fn load(&self, name: String) -> Result<Option<Vec<u8>>, KeyStoreError>;

    /// Keeps a new secret of at most 64 bytes under a name of ASCII letters, digits and hyphens. It is on the disk when
    /// the call returns. A secret that is there already must stay: throw `Failed`. No network.
    fn create(&self, name: String, secret: Vec<u8>) -> Result<(), KeyStoreError>;

    /// Destroys a secret for good. One that is not there is no error. No network.
    fn delete(&self, name: String) -> Result<(), KeyStoreError>;
}

impl From<UnexpectedUniFFICallbackError> for KeyStoreError {
    fn from(error: UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { reason: error.reason }
    }
}

impl From<KeyStoreError> for ports::KeyStoreError {
    fn from(error: KeyStoreError) -> Self {
        match error {
            KeyStoreError::Locked { reason: words } => Self::Locked { reason: reason(&words) },
            KeyStoreError::Lost { reason: words } => Self::Lost { reason: reason(&words) },
            KeyStoreError::Failed { reason: words } => Self::Failed { reason: reason(&words) },
        }
    }
}

/// A shell's key store as the core's.
pub(crate) struct Foreign(Arc<dyn KeyStore>);

impl Foreign {
    pub(crate) fn port(key_store: Arc<dyn KeyStore>) -> Arc<dyn ports::KeyStore> {
        Arc::new(Self(key_store))
    }
}

impl ports::KeyStore for Foreign {
    fn load(&self, name: &str) -> Result<Option<Vec<u8>>, ports::KeyStoreError> {
        Ok(self.0.load(name.to_owned())?)
    }

    fn create(&self, name: &str, secret: &[u8]) -> Result<(), ports::KeyStoreError> {
        Ok(self.0.create(name.to_owned(), secret.to_owned())?)
    }

    fn delete(&self, name: &str) -> Result<(), ports::KeyStoreError> {
        Ok(self.0.delete(name.to_owned())?)
    }
}
