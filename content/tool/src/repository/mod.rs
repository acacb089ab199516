//! One territory's repository: a directory of signed files that any static web server can hand out.
//!
//! [`publish()`] adds a release, [`verify_release`] reads one as a phone would, [`write_seed`] packs the newest into the
//! file that apps carry, [`write_export`] into one for phones without a network. The protocol is The Update Framework 1.0.34 (<https://theupdateframework.github.io/specification/>)
//! with one delegated role a pack. Nothing here asks the system for the time.

mod export;
mod facts;
mod history;
mod identity;
pub(crate) mod layout;
mod pack;
mod packs;
mod publish;
mod refresh;
pub(crate) mod release;
mod report;
mod roles;
mod seed;
mod verify;

pub use crate::signed::{Error, Result};
pub use export::{ExportReport, write_export};
pub use identity::Identity;
pub(crate) use layout::CATALOG;
pub use pack::{CatalogCustom, PackCustom, PatchCustom};
pub use publish::{PublishOptions, publish, publish_with};
pub use refresh::{RefreshReport, refresh};
pub use release::current_release;
pub use report::{PackReport, PatchReport, Progress, PublishReport, quiet};
pub use seed::write_seed;
pub use verify::verify_release;

#[cfg(test)]
pub(crate) mod tests;
