#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fixture;
mod incremental;
mod ranges;
mod refusals;
mod rotation;
mod safety;
mod seed;
