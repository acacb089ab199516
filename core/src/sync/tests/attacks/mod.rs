//! The attacks, a file for each kind. Whatever is tried, the phone says the right error, goes on reading what it
//! had, and takes the next honest release. `cargo xtask sabotage` removes one defence after the other and shows that a test
//! here goes red.

mod broken_servers;
mod clock;
mod delivery;
mod endless;
mod keys;
mod rollback;
mod siege;
mod sticker;
mod tampered;
