//! One file for each verb, `reader` excepted, and what several of them do: `content`, `findings`, `places`, `release`.

pub(super) mod build;
pub(super) mod check;
mod content;
pub(super) mod differences;
pub(super) mod export;
pub(super) mod fetch;
mod findings;
pub(super) mod keys;
pub(super) mod new;
mod places;
pub(super) mod poster;
pub(super) mod preview;
pub(super) mod publish;
pub(super) mod refresh;
mod release;
pub(super) mod seed;
pub(super) mod serve;
pub(super) mod show;
pub(super) mod territories;
mod throwaway;
pub(super) mod translated;
