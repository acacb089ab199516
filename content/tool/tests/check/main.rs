//! `cittadini check` as editors meet it: on copies of the content, with the mistakes that people make.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod bad_input;
mod desk;
mod mistakes;
mod mutations;
