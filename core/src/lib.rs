//! Everything that decides: what content is, how it arrives, which words a screen shows.
//!
//! Shells (Kotlin, Swift, the browser, the terminal reader) hold one [`Core`] and draw what it returns. The core blocks,
//! starts no thread, prints nothing, and reads no environment variable. `ARCHITECTURE.md` has the house rules.

pub mod content;
mod core;
pub mod dates;
pub mod error;
pub mod l10n;
pub mod model;
mod order;
pub mod pack;
pub mod personal;
pub mod ports;
mod running;
pub mod screens;
pub mod search;
mod sqlite;
pub mod storage;
pub mod sync;
pub mod territories;
pub mod triage;

pub use core::{Config, Core};
pub use error::{ApiError, Error, Result};
pub use sync::SyncMode;
