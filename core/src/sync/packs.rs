//! What sync asks of the place where packs are kept. `content` implements it; sync knows no table of content.

use jiff::Timestamp;

use crate::Result;
use crate::pack::VerifiedPack;

/// The state of a pack on this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// The pack's own counter.
    pub seq: u64,
    /// SHA-256 of its canonical bytes, in small hexadecimal digits.
    pub raw_sha256: String,
}

/// The release that a pack comes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    /// The version of its snapshot.
    pub release: u64,
    /// When it was made.
    pub made: Timestamp,
    /// The present moment by the device's clock.
    pub arrived: Timestamp,
}

/// Keeps packs. All calls block; none touches the network.
pub trait PackStore {
    /// What is installed of a pack.
    fn installed(&self, pack: &str) -> Result<Option<Installed>>;

    /// The canonical bytes of the installed pack: what a patch starts from. `None` if they are gone.
    fn raw(&self, pack: &str) -> Result<Option<Vec<u8>>>;

    /// Makes the pack the installed one in one transaction, and returns how many records were written. Refuses a `seq`
    /// below `floor`.
    fn apply(&self, pack: &VerifiedPack, floor: u64, arrival: &Arrival) -> Result<u64>;

    /// Removes a pack that the repository no longer has.
    fn remove(&self, pack: &str) -> Result<()>;
}
