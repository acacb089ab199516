//! A release that is compiled and not yet signed: what `build` makes and `publish` takes.

use std::collections::BTreeSet;

use cittadini_core::model::Catalog;

/// Everything one territory publishes, in wire form.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The territory's id.
    pub territory: String,
    /// What the top-level role signs.
    pub catalog: Catalog,
    /// `facts`, perhaps `operator`, and one pack a language.
    pub packs: Vec<DraftPack>,
}

/// The records of one pack. Its header is written by `publish`, which knows what was published before.
#[derive(Debug, Clone)]
pub struct DraftPack {
    /// `facts`, `operator`, or `text-<language>`.
    pub name: String,
    /// Canonical JSON lines without their line ends, sorted by id.
    pub records: Vec<String>,
    /// The ids of facts that a text pack uses. Empty for the others.
    pub uses: BTreeSet<String>,
}
