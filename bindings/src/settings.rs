//! What a core is opened with, and what the reader has chosen.

use std::path::PathBuf;
use std::sync::Arc;

use cittadini_core::model::Audience;
use cittadini_core::personal::Settings;

use crate::key_store::{Foreign, KeyStore};

/// What `Core.open` needs.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Config {
    /// The path of the folder that holds the three databases. It is made if need be. On a phone: private to the app and
    /// left out of the system's backup.
    pub data_dir: String,
    /// The bytes of the newest TUF root that came with the app. A data folder that has a root needs none; an empty one
    /// without it opens, and is empty.
    #[uniffi(default = None)]
    pub root: Option<Vec<u8>>,
    /// The address of the folder on the web that holds `metadata/` and `targets/`. Without it `sync` is `InvalidInput`.
    #[uniffi(default = None)]
    pub repository: Option<String>,
    /// The path of the release that came with the app. It is taken in when nothing is installed yet, with no network. It
    /// must be a file: on Android copy the asset out first.
    #[uniffi(default = None)]
    pub seed: Option<String>,
    /// Settings for this opening only, instead of those that are kept.
    #[uniffi(default = None)]
    pub settings: Option<Settings>,
    /// The bytes of `territories.json`, which came with the app: the territories that need no poster. `root` and
    /// `repository`, where they are given, count before what it says of the first of them, the app's own.
    #[uniffi(default = None)]
    pub territories: Option<Vec<u8>>,
}

impl Config {
    /// As the core's, with the key store that was given beside it.
    pub(crate) fn with(self, key_store: Option<Arc<dyn KeyStore>>) -> cittadini_core::Config {
        let Self { data_dir, root, repository, seed, settings, territories } = self;
        cittadini_core::Config {
            data_dir: PathBuf::from(data_dir),
            root,
            repository,
            territories,
            seed: seed.map(PathBuf::from),
            settings,
            key_store: key_store.map(Foreign::port),
        }
    }
}

/// What the reader has chosen.
#[uniffi::remote(Record)]
#[uniffi(name = "ReaderSettings")]
pub struct Settings {
    /// BCP 47 tags, her first choice first. Italian is always the last resort and need not be named. A platform that
    /// spells a tag otherwise (`tl` for `fil`) maps it first.
    pub languages: Vec<String>,
    /// The ISTAT code or the name of her municipality.
    pub municipality: Option<String>,
    /// What she reads as.
    pub audience: Audience,
    /// No sync over a metered network unless she asks for it: `syncDue` follows it.
    #[uniffi(default = false)]
    pub wifi_only: bool,
    /// Syncs fetch her languages and Italian only: `syncDue` answers with that mode.
    #[uniffi(default = false)]
    pub data_saver: bool,
}

/// Who an item is written for.
#[uniffi::remote(Enum)]
pub enum Audience {
    /// Somebody who lives, or wants to live, in Italy.
    Person,
    /// Somebody at a desk who helps others.
    Operator,
    /// Somebody who employs others.
    Employer,
    /// A reader that a newer release speaks of. Not to be chosen.
    Unknown,
}
