//! Whole sessions against a repository in memory. Each test is named after the promise it keeps.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::expect_used
)]

mod attacks;
mod carried;
mod faults;
mod graph;
mod mirrors;
mod parts;
mod phone;
mod poster;
mod repository;
mod schedule;
mod sessions;
mod territories;
mod web;
mod workflow;
