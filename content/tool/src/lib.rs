//! The content team's tool as a library: read what editors write, check it, and turn it into the packs of a release.

pub mod check;
pub mod draft;
pub mod finding;
pub mod source;
pub mod translated;

#[cfg(test)]
mod sample;
