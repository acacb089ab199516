//! One file for each verb, `reader` excepted.

pub(super) mod build;
pub(super) mod check;
mod content;
pub(super) mod keys;
pub(super) mod preview;
pub(super) mod publish;
pub(super) mod seed;
pub(super) mod serve;
pub(super) mod translated;
