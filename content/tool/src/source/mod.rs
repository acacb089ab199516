//! What editors write: files, their form, and the wire form they compile to.

pub mod cases;
pub mod compile;
mod condition;
pub(crate) mod files;
pub mod kind;
pub mod load;
pub(crate) mod scalars;
pub(crate) mod schema;
pub(crate) mod territory;
pub(crate) mod validate;
mod validate_problems;
pub mod words;
pub mod yaml;
mod yaml_problems;

#[cfg(test)]
#[path = "source_tests.rs"]
mod tests;
