//! Signed documents: the metadata of The Update Framework, how it is signed, and what can be wrong with it.
//!
//! The keys and the repository both stand on this; it knows no folder of either.

pub mod error;
pub mod metadata;
pub mod sign;

pub use error::{Error, Result};
