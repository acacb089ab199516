#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

pub(crate) mod fixture;
mod incremental;
mod ranges;
mod refusals;
pub(crate) mod rotation;
mod safety;
mod seed;
mod waiting;
