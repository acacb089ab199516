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

/// The rows of the table: the settings, which territory is read, and the municipality chosen in each other territory.
const SETTINGS: &str = "settings";
const TERRITORY: &str = "territory";

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

    /// The settings; the defaults where nothing was chosen. The municipality is that of the territory with this id, or of the
    /// app's own.
    pub fn load(&self, territory: Option<&str>) -> Result<Settings> {
        let mut settings = match self.value(SETTINGS)? {
            None => Settings::default(),
            Some(json) => parse(&json)?,
        };
        if let Some(id) = territory {
            settings.municipality = self.value(&municipality_of(id))?;
        }
        Ok(settings)
    }

    /// Keeps the settings, the municipality as that of the territory with this id, or of the app's own.
    pub fn save(&self, settings: &Settings, territory: Option<&str>) -> Result<()> {
        let Some(id) = territory else { return self.put(&[(SETTINGS, Some(&json(settings)?))]) };
        let municipality = self.load(None)?.municipality;
        let own = json(&Settings { municipality, ..settings.clone() })?;
        let elsewhere = municipality_of(id);
        self.put(&[(SETTINGS, Some(&own)), (&elsewhere, settings.municipality.as_deref())])
    }

    /// The id of the territory that is read, if it is not the app's own.
    pub fn territory(&self) -> Result<Option<String>> {
        self.value(TERRITORY)
    }

    /// Keeps which territory is read; `None` is the app's own.
    pub fn set_territory(&self, id: Option<&str>) -> Result<()> {
        self.put(&[(TERRITORY, id)])
    }

    /// Forgets what was chosen in a territory that is gone.
    pub fn forget_territory(&self, id: &str) -> Result<()> {
        self.put(&[(&municipality_of(id), None)])
    }

    fn value(&self, name: &str) -> Result<Option<String>> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .query_row("SELECT value FROM setting WHERE name = ?1", [name], |row| row.get(0))
            .optional()
            .context("reading the settings")
    }

    /// Writes values, and removes those that are none, in one transaction.
    fn put(&self, values: &[(&str, Option<&str>)]) -> Result<()> {
        const WHAT: &str = "keeping the settings";
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction().context(WHAT)?;
        for (name, value) in values {
            match value {
                Some(value) => transaction.execute(
                    "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)",
                    [name, value],
                ),
                None => transaction.execute("DELETE FROM setting WHERE name = ?1", [name]),
            }
            .context(WHAT)?;
        }
        transaction.commit().context(WHAT)
    }
}

fn municipality_of(territory: &str) -> String {
    format!("municipality:{territory}")
}

fn json(settings: &Settings) -> Result<String> {
    serde_json::to_string(settings)
        .map_err(|source| Error::Json { context: "the settings".into(), source })
}

fn parse(json: &str) -> Result<Settings> {
    serde_json::from_str(json)
        .map_err(|source| Error::Json { context: "the settings".into(), source })
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
