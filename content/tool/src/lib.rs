//! The content team's tool, the only writer of releases: reads what editors write, checks it, turns it into packs, signs
//! and serves them. What it signs, the core's own functions have read back first.

pub mod check;
pub mod cli;
pub mod draft;
pub mod finding;
pub mod keys;
pub mod reader;
pub mod repository;
pub mod serve;
pub mod source;
pub mod translated;

#[cfg(test)]
mod sample;
