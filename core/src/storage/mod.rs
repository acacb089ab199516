//! What lies below SQLite and the packs: files and folders of a system, or the private storage of a browser.
//!
//! The two modules offer the same functions; this is the one place that tells the platforms apart. Neither decides
//! anything: what is verified, kept and dropped is the same on both.

#[cfg(not(target_family = "wasm"))]
mod native;
#[cfg(target_family = "wasm")]
mod web;

use std::path::Path;

use crate::Error;

#[cfg(not(target_family = "wasm"))]
pub(crate) use native::*;
#[cfg(target_family = "wasm")]
pub(crate) use web::*;

/// Takes the browser's private storage for the databases.
#[cfg(target_family = "wasm")]
pub use web::persist;

fn io(context: &'static str, path: &Path, source: std::io::Error) -> Error {
    Error::Io { context, path: path.to_owned(), source }
}
