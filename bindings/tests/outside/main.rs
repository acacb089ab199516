//! What shells see of the core, and what they may do to it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod key_store;
mod signatures;
mod transport;
