//! The content team's tool: the only writer of releases. What it signs, the core's own functions have read back first.

pub mod draft;
pub mod keys;
pub mod repository;
pub mod serve;
