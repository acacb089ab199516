//! What every verb shares when it speaks to somebody at a terminal: words, colours, failures, time. It knows no verb.

pub mod console;
pub mod failure;
pub(crate) mod interrupt;
pub(crate) mod moment;
pub(crate) mod passphrase;
pub(crate) mod progress;
pub mod style;
pub mod words;
