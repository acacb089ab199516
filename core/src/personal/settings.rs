//! The reader's settings.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use crate::model::Audience;
use crate::sqlite::{self, SqlContext as _};
use crate::{Error, Result, storage};

/// The shape of the tables: the number of [`STEPS`].
const VERSION: u32 = STEPS.len() as u32;

/// One step a version, each in a transaction of its own. Steps are only ever added.
const STEPS: [&str; 1] = ["
    CREATE TABLE setting (
        name  TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT;
"];

/// What the reader has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// BCP 47 tags, her first choice first. Italian is always the last resort and need not be named.
    pub languages: Vec<String>,
    /// The ISTAT code or the name of her municipality.
    pub municipality: Option<String>,
    /// What she reads as.
    pub audience: Audience,
    /// No sync over a metered network unless she asks for it.
    pub wifi_only: bool,
    /// Syncs fetch her languages and Italian only.
    pub data_saver: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            languages: vec!["it".into()],
            municipality: None,
            audience: Audience::Person,
            wifi_only: false,
            data_saver: false,
        }
    }
}

/// `personal.db`.
pub struct SettingsStore {
    connection: Mutex<Connection>,
    was_damaged: bool,
}

impl SettingsStore {
    /// Opens the database in a data folder, making it if need be. One of a newer app is [`Error::Outdated`] and is not
    /// touched; a damaged one is moved aside, and [`Self::was_damaged`] says so.
    pub fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("personal.db");
        match open_file(&path) {
            Err(error) if sqlite::is_corrupt(&error) => {
                sqlite::move_aside(&path)?;
                Ok(Self { connection: Mutex::new(open_file(&path)?), was_damaged: true })
            }
            opened => Ok(Self { connection: Mutex::new(opened?), was_damaged: false }),
        }
    }

    /// Whether the file was damaged, so that a new one was begun beside it. The person must be told.
    pub fn was_damaged(&self) -> bool {
        self.was_damaged
    }

    /// The settings; the defaults where nothing was chosen.
    pub fn load(&self) -> Result<Settings> {
        let stored: Option<String> = self
            .connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .query_row("SELECT value FROM setting WHERE name = 'settings'", [], |row| row.get(0))
            .optional()
            .context("reading the settings")?;
        match stored {
            None => Ok(Settings::default()),
            Some(json) => serde_json::from_str(&json)
                .map_err(|source| Error::Json { context: "the settings".into(), source }),
        }
    }

    /// Keeps the settings.
    pub fn save(&self, settings: &Settings) -> Result<()> {
        let json = serde_json::to_string(settings)
            .map_err(|source| Error::Json { context: "the settings".into(), source })?;
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('settings', ?1)", [json])
            .context("keeping the settings")?;
        Ok(())
    }
}

fn open_file(path: &Path) -> Result<Connection> {
    const WHAT: &str = "opening personal.db";
    let (connection, version) = sqlite::open(path, VERSION)?;
    sqlite::check_pages(&connection)?;
    connection
        .execute_batch(storage::JOURNAL)
        .and_then(|()| connection.execute_batch("PRAGMA temp_store = MEMORY;"))
        .context(WHAT)?;
    connection.busy_timeout(Duration::from_secs(2)).context(WHAT)?;
    for (done, step) in (1_u32..).zip(STEPS).filter(|(done, _)| *done > version) {
        let sql = format!("BEGIN IMMEDIATE; {step} PRAGMA user_version = {done}; COMMIT;");
        connection.execute_batch(&sql).context(WHAT)?;
    }
    Ok(connection)
}
