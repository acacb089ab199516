//! Where the passphrases of private keys come from.

use std::fmt::Debug;

use zeroize::Zeroizing;

use crate::signed::Result;

/// A passphrase, wiped from memory when it is no longer needed.
pub type Passphrase = Zeroizing<String>;

/// The shortest passphrase under which a key is written, in characters. The file may be copied and guessed at for years.
pub const SHORTEST_PASSPHRASE: usize = 12;

/// Whoever knows the passphrases.
pub trait Passphrases: Debug {
    /// The passphrase of a key that is named like its file, `root-2`. `attempt` counts from 1; a later one means that the
    /// one before was wrong. `None` leaves the key closed.
    fn open(&self, key: &str, attempt: u32) -> Result<Option<Passphrase>>;

    /// The passphrase of a new key.
    fn choose(&self, key: &str) -> Result<Passphrase>;
}
