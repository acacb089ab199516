//! `content.db`: what is installed, and how a screen is read out of it.
//!
//! The database is replaceable. It is never migrated: a database that an older app wrote, or that is corrupt, is dropped
//! and rebuilt from the packs beside it. Each record is kept as its canonical line, so that the bytes of a pack, and with
//! them the base of the next patch, can be had back from the rows. The only SELECTs on content stand in this folder.

mod change_log;
pub mod markup;
mod overlay;
mod packs;
mod read;
mod searchable;
mod store;

pub use read::{
    AddedTerritory, OfficeMemory, ReadContext, Reading, ReleaseState, searched_languages,
};
pub use store::ContentStore;
