//! One file for each verb, `reader` excepted, and what several of them do: `content`, `findings`, `release`.

pub(super) mod build;
pub(super) mod check;
mod content;
mod findings;
pub(super) mod keys;
pub(super) mod new;
pub(super) mod preview;
pub(super) mod publish;
mod release;
pub(super) mod seed;
pub(super) mod serve;
pub(super) mod show;
mod throwaway;
pub(super) mod translated;
