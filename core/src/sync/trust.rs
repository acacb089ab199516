//! `trust.db`: verified metadata and rollback floors. Small, written with `synchronous=FULL`, and kept when `content.db` is
//! dropped. Losing it would let an old release pass as new, so every verified file is on disk before the next is asked for.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension as _, params};
use sigstore_tuf::{Metadata, Root};

use super::packs::Installed;
use super::root::{lineage, online_keys_rotated, verify_root};
use super::trust_file::{open_file, open_in_memory};
use crate::Result;
use crate::sqlite::{self, SqlContext as _};
use crate::storage;

/// What [`TrustStore::open`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// The file of last time.
    Existing,
    /// Nothing; a new file starts from the root that came with the app.
    New,
    /// A file that cannot be read. It was moved aside, and a new one starts from the root that came with the app.
    Recovered {
        /// Where the unreadable file is now. An earlier one at that place was replaced.
        moved_to: PathBuf,
    },
    /// The app brought another root lineage: metadata, floors and known packs were forgotten. The caller drops
    /// `content.db` too and tells the person.
    NewLineage,
}

/// The keys of the table `state`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateKey {
    /// When a newer root was last asked for (RFC 3339).
    LastRootProbe,
    /// When a refresh from a server last succeeded (RFC 3339). A failed one never moves it.
    LastChecked,
    /// When a sync with a server was last begun, however it ended (RFC 3339, with all that the clock can tell).
    LastAttempt,
    /// How many syncs with a server in a row did not move [`Self::LastChecked`]: a number.
    FailedAttempts,
    /// Where the installed content came from: `seed`, `file` or `server`.
    Origin,
    /// When the newest installed pack was made (RFC 3339).
    Generated,
    /// When an update of the app brought the lineage of today (RFC 3339); absent if the first one holds.
    LineageBegan,
    /// Until when servers asked to be left alone: a JSON object of moments (RFC 3339) by address.
    RetryAfter,
}

impl StateKey {
    fn name(self) -> &'static str {
        match self {
            Self::LastRootProbe => "last_root_probe",
            Self::LastChecked => "last_checked",
            Self::LastAttempt => "last_attempt",
            Self::FailedAttempts => "failed_attempts",
            Self::Origin => "origin",
            Self::Generated => "generated",
            Self::LineageBegan => "lineage_began",
            Self::RetryAfter => "retry_after",
        }
    }
}

/// The open `trust.db` of one territory. Calls block for one small write at most; none touches the network.
#[derive(Debug)]
pub struct TrustStore {
    connection: Mutex<Connection>,
}

impl TrustStore {
    /// Opens the file, or makes it. `shipped_root` is the newest root that came with the app; it is trusted as the app is.
    /// A file that has a root needs none. `None` when there is no root at all: then nothing can be trusted.
    ///
    /// # Errors
    /// [`crate::Error::Outdated`] if a newer app wrote the file, which is then untouched; [`crate::Error::Untrusted`] if the shipped root
    /// does not verify.
    pub fn open(path: &Path, shipped_root: Option<&[u8]>) -> Result<Option<(Self, Opened)>> {
        match shipped_root {
            Some(root) => Self::open_with_root(path, root).map(Some),
            None if storage::database_exists(path) => {
                let store = Self::try_open(path)?;
                Ok(store.metadata("root")?.is_some().then_some((store, Opened::Existing)))
            }
            None => Ok(None),
        }
    }

    pub(super) fn open_with_root(path: &Path, shipped_root: &[u8]) -> Result<(Self, Opened)> {
        super::crypto::install();
        let shipped = verify_root(shipped_root)?;
        let existed = storage::database_exists(path);
        match Self::try_open(path) {
            Ok(store) => {
                let adopted = store.adopt(shipped_root, &shipped)?;
                let opened = if existed { adopted } else { Opened::New };
                Ok((store, opened))
            }
            Err(error) if existed && sqlite::is_corrupt(&error) => {
                let moved_to = sqlite::move_aside(path)?;
                let store = Self::try_open(path)?;
                store.adopt(shipped_root, &shipped)?;
                Ok((store, Opened::Recovered { moved_to }))
            }
            Err(error) => Err(error),
        }
    }

    /// A store that is forgotten: to look at a release as a phone would that has this root and nothing else.
    pub(super) fn in_memory(root: &[u8]) -> Result<Self> {
        super::crypto::install();
        let version = verify_root(root)?.signed().version;
        let store = Self { connection: Mutex::new(open_in_memory()?) };
        store.put_root(version, root, false)?;
        Ok(store)
    }

    fn try_open(path: &Path) -> Result<Self> {
        super::crypto::install();
        let store = Self { connection: Mutex::new(open_file(path)?) };
        // A root that verified once and no longer does is damage too.
        if let Some(root) = store.metadata("root")? {
            verify_root(&root).map_err(|error| sqlite::damaged(error.to_string()))?;
        }
        Ok(store)
    }

    fn adopt(&self, bytes: &[u8], shipped: &Metadata<Root>) -> Result<Opened> {
        let version = shipped.signed().version;
        let Some(stored) = self.metadata("root")? else {
            self.put_root(version, bytes, false)?;
            return Ok(Opened::New);
        };
        let stored = verify_root(&stored)?;
        match lineage(shipped.signed()).cmp(&lineage(stored.signed())) {
            Ordering::Greater => {
                self.start_lineage(version, bytes)?;
                return Ok(Opened::NewLineage);
            }
            // The root of an app that is older than the lineage: what is known counts.
            Ordering::Less => return Ok(Opened::Existing),
            Ordering::Equal => {}
        }
        if version > stored.signed().version {
            let rotated = online_keys_rotated(stored.signed(), shipped.signed());
            self.put_root(version, bytes, rotated)?;
        } else if let Some(same) = self.metadata_version("root", version)?
            && verify_root(&same)?.signed_canonical() != shipped.signed_canonical()
        {
            self.start_lineage(version, bytes)?;
            return Ok(Opened::NewLineage);
        }
        Ok(Opened::Existing)
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere leaves no transaction open: dropping it rolled it back.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, change: impl FnOnce(&Connection) -> rusqlite::Result<()>) -> Result<()> {
        let mut connection = self.lock();
        let transaction = connection.transaction().context("writing trust.db")?;
        change(&transaction).context("writing trust.db")?;
        transaction.commit().context("writing trust.db")
    }

    /// The newest stored bytes of a file of the top level: "root", "timestamp", "snapshot", "targets", or the catalogue.
    pub fn metadata(&self, name: &str) -> Result<Option<Vec<u8>>> {
        self.lock()
            .query_row(
                "SELECT bytes FROM metadata WHERE name = ?1 ORDER BY version DESC LIMIT 1",
                [name],
                |row| row.get(0),
            )
            .optional()
            .context("reading trust.db")
    }

    /// The stored bytes of a delegated role.
    pub fn role(&self, name: &str) -> Result<Option<Vec<u8>>> {
        self.metadata(&role_key(name))
    }

    /// The delegated roles that are stored, by name, with their bytes.
    pub fn roles(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let connection = self.lock();
        let mut statement = connection
            .prepare_cached(
                "SELECT substr(name, 9), bytes FROM metadata WHERE name GLOB 'targets/*'",
            )
            .context("reading trust.db")?;
        let rows = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .context("reading trust.db")?;
        rows.collect::<rusqlite::Result<_>>().context("reading trust.db")
    }

    /// Every root that is stored with its version, the oldest first.
    pub(super) fn roots(&self) -> Result<Vec<(u64, Vec<u8>)>> {
        let connection = self.lock();
        let mut statement = connection
            .prepare_cached(
                "SELECT version, bytes FROM metadata WHERE name = 'root' ORDER BY version",
            )
            .context("reading trust.db")?;
        let rows = statement
            .query_map([], |row| {
                Ok((u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0), row.get(1)?))
            })
            .context("reading trust.db")?;
        rows.collect::<rusqlite::Result<_>>().context("reading trust.db")
    }

    fn metadata_version(&self, name: &str, version: u64) -> Result<Option<Vec<u8>>> {
        self.lock()
            .query_row(
                "SELECT bytes FROM metadata WHERE name = ?1 AND version = ?2",
                params![name, integer(version)],
                |row| row.get(0),
            )
            .optional()
            .context("reading trust.db")
    }

    /// Adds a verified root and keeps the earlier ones. `reset_floors` forgets timestamp, snapshot and the floors of packs
    /// in the same transaction: so a repository recovers from a fast-forward attack (TUF 5.3.11).
    pub(super) fn put_root(&self, version: u64, bytes: &[u8], reset_floors: bool) -> Result<()> {
        self.write(|db| {
            if reset_floors {
                db.execute(
                    "DELETE FROM metadata WHERE name IN ('timestamp', 'snapshot', 'snapshot-timestamp')",
                    [],
                )?;
                db.execute("DELETE FROM floor", [])?;
            }
            insert(db, "root", version, bytes)
        })
    }

    fn start_lineage(&self, version: u64, bytes: &[u8]) -> Result<()> {
        self.write(|db| {
            db.execute_batch(
                "DELETE FROM metadata; DELETE FROM floor; DELETE FROM installed; DELETE FROM state;",
            )?;
            insert(db, "root", version, bytes)
        })
    }

    /// Notes when a new lineage began on this device. The person is told for a while.
    pub(crate) fn note_lineage(&self, now: jiff::Timestamp) -> Result<()> {
        self.set_state(StateKey::LineageBegan, &now.to_string())
    }

    /// Raises the floors of packs to what is installed.
    pub(crate) fn keep_floors(&self, installed: &[(String, u64)]) -> Result<()> {
        self.write(|db| installed.iter().try_for_each(|(pack, seq)| raise_floor(db, pack, *seq)))
    }

    /// Replaces a verified metadata file.
    pub(super) fn put(&self, name: &str, version: u64, bytes: &[u8]) -> Result<()> {
        self.write(|db| replace(db, name, version, bytes))
    }

    /// Replaces the snapshot and keeps the timestamp that vouched for it: a later timestamp whose snapshot never came would
    /// otherwise make the stored one unreadable, and its floors with it.
    pub(super) fn put_snapshot(&self, version: u64, bytes: &[u8]) -> Result<()> {
        self.write(|db| {
            replace(db, "snapshot", version, bytes)?;
            db.execute("DELETE FROM metadata WHERE name = 'snapshot-timestamp'", [])?;
            db.execute(
                "INSERT INTO metadata SELECT 'snapshot-timestamp', version, bytes
                 FROM metadata WHERE name = 'timestamp'",
                [],
            )
            .map(drop)
        })
    }

    /// Replaces a delegated role and raises the floor of its pack, if it signs one.
    pub(super) fn put_role(
        &self,
        name: &str,
        version: u64,
        bytes: &[u8],
        seq: Option<u64>,
    ) -> Result<()> {
        self.write(|db| {
            replace(db, &role_key(name), version, bytes)?;
            let Some(seq) = seq else { return Ok(()) };
            raise_floor(db, name, seq)
        })
    }

    /// The lowest `seq` that may still be applied for a pack.
    pub fn floor(&self, pack: &str) -> Result<u64> {
        let seq: Option<i64> = self
            .lock()
            .query_row("SELECT seq FROM floor WHERE pack = ?1", [pack], |row| row.get(0))
            .optional()
            .context("reading trust.db")?;
        Ok(seq.and_then(|seq| u64::try_from(seq).ok()).unwrap_or(0))
    }

    /// The packs that were verified. For an instant around an apply a pack has two rows, its old state and its new one.
    pub fn installed(&self) -> Result<Vec<(String, Installed)>> {
        let connection = self.lock();
        let mut statement = connection
            .prepare_cached("SELECT pack, seq, raw_sha256 FROM installed ORDER BY pack, seq")
            .context("reading trust.db")?;
        let rows = statement
            .query_map([], |row| {
                let seq = u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0);
                Ok((row.get(0)?, Installed { seq, raw_sha256: row.get(2)? }))
            })
            .context("reading trust.db")?;
        rows.collect::<rusqlite::Result<_>>().context("reading trust.db")
    }

    /// The `seq` under which a pack with these canonical bytes was verified, if it was: so `content.db` can be rebuilt from
    /// the packs on the phone. No expiry is checked.
    pub fn verify_raw(&self, pack: &str, raw_sha256: &str) -> Result<Option<u64>> {
        let seq: Option<i64> = self
            .lock()
            .query_row(
                "SELECT seq FROM installed WHERE pack = ?1 AND raw_sha256 = ?2",
                [pack, raw_sha256],
                |row| row.get(0),
            )
            .optional()
            .context("reading trust.db")?;
        Ok(seq.and_then(|seq| u64::try_from(seq).ok()))
    }

    /// Notes a verified pack that is about to be applied. The row of the old state stays until [`Self::settle`], so that
    /// whichever of the two a power cut leaves in `content.db` is known.
    pub(super) fn vouch(&self, pack: &str, state: &Installed) -> Result<()> {
        self.write(|db| {
            db.execute(
                "INSERT OR REPLACE INTO installed VALUES (?1, ?2, ?3)",
                params![pack, integer(state.seq), state.raw_sha256],
            )
            .map(drop)
        })
    }

    /// Notes that a pack was applied: its earlier states are forgotten.
    pub(super) fn settle(&self, pack: &str, raw_sha256: &str) -> Result<()> {
        self.write(|db| {
            db.execute(
                "DELETE FROM installed WHERE pack = ?1 AND raw_sha256 <> ?2",
                [pack, raw_sha256],
            )
            .map(drop)
        })
    }

    /// Forgets a pack that was removed. Its floor stays.
    pub(super) fn forget(&self, pack: &str) -> Result<()> {
        self.write(|db| db.execute("DELETE FROM installed WHERE pack = ?1", [pack]).map(drop))
    }

    /// A remembered word.
    pub fn state(&self, key: StateKey) -> Result<Option<String>> {
        self.lock()
            .query_row("SELECT value FROM state WHERE key = ?1", [key.name()], |row| row.get(0))
            .optional()
            .context("reading trust.db")
    }

    /// A remembered moment. One that cannot be read counts as never.
    pub fn moment(&self, key: StateKey) -> Result<Option<jiff::Timestamp>> {
        Ok(self.state(key)?.and_then(|value| value.parse().ok()))
    }

    pub(super) fn set_state(&self, key: StateKey, value: &str) -> Result<()> {
        self.set_states(&[(key, value)])
    }

    /// Remembers several words, or none of them.
    pub(super) fn set_states(&self, words: &[(StateKey, &str)]) -> Result<()> {
        self.write(|db| {
            words.iter().try_for_each(|(key, value)| {
                db.execute("INSERT OR REPLACE INTO state VALUES (?1, ?2)", [key.name(), value])
                    .map(drop)
            })
        })
    }
}

/// A delegated role may have any name, that of a file of the top level too.
fn role_key(name: &str) -> String {
    format!("targets/{name}")
}

fn raise_floor(db: &Connection, pack: &str, seq: u64) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO floor VALUES (?1, ?2) ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq)",
        params![pack, integer(seq)],
    )
    .map(drop)
}

fn insert(db: &Connection, name: &str, version: u64, bytes: &[u8]) -> rusqlite::Result<()> {
    db.execute(
        "INSERT OR REPLACE INTO metadata VALUES (?1, ?2, ?3)",
        params![name, integer(version), bytes],
    )
    .map(drop)
}

fn replace(db: &Connection, name: &str, version: u64, bytes: &[u8]) -> rusqlite::Result<()> {
    db.execute("DELETE FROM metadata WHERE name = ?1", [name])?;
    insert(db, name, version, bytes)
}

/// SQLite has no integers above `i64::MAX`; a counter that big is clamped, and so still a floor.
fn integer(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
