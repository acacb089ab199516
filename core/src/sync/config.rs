//! What one sync is to do.

use jiff::Timestamp;
use serde::Serialize;

/// Which packs a sync asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncMode {
    /// Every language: the choice of language reveals nothing.
    #[default]
    All,
    /// The reader's languages and Italian: the data saver.
    OnlyMine,
}

/// When metadata counts as expired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    /// Now: for a server.
    Now,
    /// Root, targets and delegated roles now, timestamp and snapshot at the release's own date: for a file that somebody
    /// carried by hand. What it does not hold at all stays as it is, since not every phone has every language.
    Carried,
    /// Everything at the release's own date, at which nothing of it had expired: for the seed inside the app.
    ReleaseDate,
}

/// Which packs to follow. Facts always are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which texts.
    pub languages: Languages,
    /// Whether the operators' pack too.
    pub operator: bool,
}

/// Which languages to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Languages {
    /// All that the repository has.
    All,
    /// These BCP 47 tags.
    Only(Vec<String>),
}

/// What one sync is to do.
#[derive(Debug, Clone)]
pub struct SessionConfig {
    /// The folder that holds `metadata/` and `targets/`.
    pub base_url: String,
    /// The present moment.
    pub now: Timestamp,
    /// When metadata counts as expired.
    pub expiry: Expiry,
    /// Which packs to follow.
    pub wanted: Wanted,
    /// The territory that the repository must be of; `None` takes the catalogue's word.
    pub territory: Option<ExpectedTerritory>,
}

/// What a catalogue must call itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedTerritory {
    /// Its id.
    pub id: String,
    /// Its Italian name, of a territory that may not change it: one that was added must not take the name of another.
    pub name: Option<String>,
}

impl From<&str> for ExpectedTerritory {
    fn from(id: &str) -> Self {
        Self { id: id.to_owned(), name: None }
    }
}
