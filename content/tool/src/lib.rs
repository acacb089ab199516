//! The content team's tool, the only writer of releases: reads what editors write, checks it, turns it into packs, signs
//! and serves them. What it signs, the core's own functions have read back first.
//!
//! Each module builds only on those below it:
//!
//! - [`cli`]: the command line, with a file for each verb.
//! - [`differences`]: what the municipalities do differently, as a table.
//! - [`poster`]: the page that offers a territory to those who stand before it.
//! - [`reader`]: the terminal reader, which turns the core's screens into text.
//! - [`terminal`]: what every verb shares when it speaks to somebody.
//! - [`scaffold`]: files for editors to fill in.
//! - [`check`]: what is wrong with content, found before anything is signed.
//! - [`draw`]: question trees as pictures, for those who check facts.
//! - [`translated`]: records how translations came about.
//! - [`status`]: what expires, and what waits for signatures.
//! - [`host`]: the places from which phones fetch.
//! - [`repository`]: writes releases and reads them back.
//! - `uses`: where an item is used.
//! - [`draft`]: the packs of a release before they are signed.
//! - [`source`]: what editors write, and the wire form it compiles to.
//! - [`keys`]: the keys of a territory.
//! - [`signed`]: signed documents, on which keys and repository stand.
//! - `files`: files that are written whole or not at all.
//! - [`progress`]: how far long work is.
//! - [`finding`]: a mistake, its place, and how to mend it.
//! - [`serve`]: a folder on the loopback interface.
//! - [`headers`]: the HTTP headers of a release.

pub mod check;
pub mod cli;
pub mod differences;
pub mod draft;
pub mod draw;
mod files;
pub mod finding;
pub mod headers;
pub mod host;
pub mod keys;
pub mod poster;
pub mod progress;
pub mod reader;
pub mod repository;
pub mod scaffold;
pub mod serve;
pub mod signed;
pub mod source;
pub mod status;
pub mod terminal;
pub mod translated;
mod uses;

#[cfg(test)]
mod sample;
