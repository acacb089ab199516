//! What each release changed on this device: the lines that it replaced. Written in the transaction that applies a pack,
//! read by the screen of changes, and dropped with `content.db`.

use rusqlite::Transaction;
use serde_json::Value;

use crate::Result;
use crate::dates::day_in_italy;
use crate::pack::RecordLine;
use crate::sqlite::SqlContext as _;
use crate::sync::Arrival;

/// The packs whose changes are news: the facts, and the words that they were written in. A better translation is none.
const PACKS: [&str; 2] = ["facts", "text-it"];

/// How many days a change is kept: somebody who comes back after a season reads everything anew.
const KEPT_DAYS: u32 = 90;

/// How many releases are kept, however close together they came.
const KEPT_RELEASES: u32 = 32;

/// What an item says about itself and not to the reader: who answers for it, how sure it is, when it was last checked, by
/// which words it is found. A change of these alone is no news.
const ABOUT_ITSELF: [&str; 13] = [
    "owner",
    "risk",
    "confidence",
    "sources",
    "verified_on",
    "verified_by",
    "verify_by",
    "marks",
    "translation",
    "source_hash",
    "by",
    "on",
    "aliases",
];

/// `arrival` has one row a release that changed something, `change` one row a record that it changed, added
/// (`old_line` is null) or removed.
pub(super) const TABLES: &str = "
    CREATE TABLE arrival (
        number       INTEGER NOT NULL PRIMARY KEY,
        made_on      TEXT NOT NULL,
        arrived_on   TEXT NOT NULL,
        from_number  INTEGER,
        from_made_on TEXT
    ) STRICT;
    CREATE TABLE change (
        pack     TEXT NOT NULL,
        id       TEXT NOT NULL,
        arrival  INTEGER NOT NULL,
        kind     TEXT NOT NULL,
        old_line TEXT,
        PRIMARY KEY (pack, id, arrival)
    ) STRICT;
";

const WHAT: &str = "noting what changed";

/// Notes what a release changes, and forgets what is too old.
pub(super) struct ChangeLog<'t> {
    transaction: &'t Transaction<'t>,
    pack: &'t str,
    arrival: &'t Arrival,
    noted: bool,
}

impl<'t> ChangeLog<'t> {
    /// The log of a pack. `None` where there is nothing to compare with, or nothing that is news.
    pub(super) fn of(
        transaction: &'t Transaction<'t>,
        pack: &'t str,
        arrival: Option<&'t Arrival>,
    ) -> Result<Option<Self>> {
        let Some(arrival) = arrival.filter(|_| PACKS.contains(&pack)) else { return Ok(None) };
        let installed: bool = transaction
            .query_row("SELECT EXISTS (SELECT 1 FROM pack WHERE name = ?1)", [pack], |row| {
                row.get(0)
            })
            .context(WHAT)?;
        Ok(installed.then_some(Self { transaction, pack, arrival, noted: false }))
    }

    /// Notes a record that is new (`old` is `None`) or that says something else from now on.
    pub(super) fn written(
        &mut self,
        record: &RecordLine,
        old: Option<&str>,
        new: &str,
    ) -> Result<()> {
        match old {
            Some(old) if says_the_same(old, new) => Ok(()),
            _ => self.note(&record.id, &record.kind, old),
        }
    }

    /// Notes a record that is gone.
    pub(super) fn removed(&mut self, id: &str, kind: &str, old: &str) -> Result<()> {
        self.note(id, kind, Some(old))
    }

    fn note(&mut self, id: &str, kind: &str, old: Option<&str>) -> Result<()> {
        if !self.noted {
            self.arrive()?;
        }
        self.noted = true;
        // What one release found first is what the reader had, should a pack ever come with it twice.
        self.transaction
            .prepare_cached(
                "INSERT OR IGNORE INTO change (pack, id, arrival, kind, old_line)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )
            .and_then(|mut insert| {
                insert.execute((self.pack, id, self.arrival.release, kind, old)).map(drop)
            })
            .context(WHAT)
    }

    /// Notes the release itself, and what the device had before it.
    fn arrive(&self) -> Result<()> {
        let number = self.arrival.release;
        // Numbers go back only when a repository begins anew after its keys were stolen.
        self.run(
            "DELETE FROM change WHERE EXISTS (SELECT 1 FROM arrival WHERE number > ?1)",
            [number],
        )?;
        self.run("DELETE FROM arrival WHERE number > ?1", [number])?;
        let made_on = day_in_italy(self.arrival.made);
        let arrived_on = day_in_italy(self.arrival.arrived).max(made_on);
        self.run(
            "INSERT OR IGNORE INTO arrival (number, made_on, arrived_on, from_number, from_made_on)
             SELECT ?1, ?2, ?3, before.number, before.made_on
             FROM (SELECT 1) LEFT JOIN
                  (SELECT number, made_on FROM pack WHERE number < ?1 ORDER BY number DESC LIMIT 1)
                  AS before",
            (number, made_on.to_string(), arrived_on.to_string()),
        )?;
        self.run(
            "DELETE FROM arrival WHERE arrived_on < date(?1, '-' || ?2 || ' days')
             OR number NOT IN (SELECT number FROM arrival ORDER BY number DESC LIMIT ?3)",
            (arrived_on.to_string(), KEPT_DAYS, KEPT_RELEASES),
        )?;
        self.run("DELETE FROM change WHERE arrival NOT IN (SELECT number FROM arrival)", [])
    }

    fn run(&self, sql: &str, parameters: impl rusqlite::Params) -> Result<()> {
        self.transaction.execute(sql, parameters).map(drop).context(WHAT)
    }
}

/// Whether two lines of a record differ at most in what the item says about itself.
pub(super) fn says_the_same(old: &str, new: &str) -> bool {
    old == new || matches!((news(old), news(new)), (Some(old), Some(new)) if old == new)
}

fn news(line: &str) -> Option<Value> {
    let mut value: Value = serde_json::from_str(line).ok()?;
    let fields = value.as_object_mut()?;
    for field in ABOUT_ITSELF {
        fields.remove(field);
    }
    Some(value)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::Timestamp;
    use tempfile::TempDir;

    use super::*;
    use crate::content::ContentStore;
    use crate::pack::{VerifiedPack, sha256_hex};
    use crate::sync::{Installed, PackStore};

    /// A pack of fees, each with its amount.
    fn pack(name: &str, seq: u64, fees: &[(&str, u64)]) -> VerifiedPack {
        let mut raw = format!(
            "{{\"pack\":\"{name}\",\"schema\":\"1.0\",\"seq\":{seq},\"territory\":\"t\"}}\n"
        );
        for (id, cents) in fees {
            raw.push_str(&format!("{{\"cents\":{cents},\"id\":\"{id}\",\"kind\":\"fee\"}}\n"));
        }
        let hash = sha256_hex(raw.as_bytes());
        VerifiedPack::verify_known(raw.into_bytes(), name, seq, &hash).unwrap()
    }

    /// Release `release`, `days` into the year.
    fn arrival(release: u64, days: i64) -> Arrival {
        let start: Timestamp = "2026-01-01T12:00:00Z".parse().unwrap();
        let made = start.checked_add(jiff::SignedDuration::from_hours(days * 24)).unwrap();
        Arrival { release, made, arrived: made }
    }

    fn store(folder: &TempDir, trusted: &[(String, Installed)]) -> ContentStore {
        ContentStore::open(folder.path(), trusted).unwrap()
    }

    /// The log: release, id and old amount.
    fn log(store: &ContentStore) -> Vec<(u64, String, Option<u64>)> {
        store
            .read(|db| {
                let mut all = db
                    .prepare("SELECT arrival, id, old_line FROM change ORDER BY arrival, id")
                    .context(WHAT)?;
                let rows = all
                    .query_map([], |row| {
                        let old: Option<String> = row.get(2)?;
                        let old = old.map(|line| serde_json::from_str::<Value>(&line).unwrap());
                        Ok((
                            row.get(0)?,
                            row.get(1)?,
                            old.and_then(|old| old.get("cents")?.as_u64()),
                        ))
                    })
                    .context(WHAT)?;
                rows.collect::<rusqlite::Result<_>>().context(WHAT)
            })
            .unwrap()
    }

    fn arrivals(store: &ContentStore) -> Vec<(u64, Option<u64>)> {
        store
            .read(|db| {
                let mut all = db
                    .prepare("SELECT number, from_number FROM arrival ORDER BY number")
                    .context(WHAT)?;
                let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).context(WHAT)?;
                rows.collect::<rusqlite::Result<_>>().context(WHAT)
            })
            .unwrap()
    }

    #[test]
    fn a_first_install_logs_nothing_and_a_release_what_it_replaced() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder, &[]);
        store.apply(&pack("facts", 1, &[("a", 1), ("b", 1)]), 0, &arrival(3, 0)).unwrap();
        assert_eq!(log(&store), []);
        let second = pack("facts", 2, &[("a", 2), ("c", 1)]);
        assert_eq!(store.apply(&second, 0, &arrival(5, 1)).unwrap(), 3, "the log is not counted");
        let expected = [("a", Some(1)), ("b", Some(1)), ("c", None)];
        assert_eq!(log(&store), expected.map(|(id, old)| (5, id.to_owned(), old)));
        assert_eq!(arrivals(&store), [(5, Some(3))]);
    }

    #[test]
    fn a_translation_is_no_change_of_facts() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder, &[]);
        for (seq, cents) in [(1, 1), (2, 2)] {
            for name in ["text-ar", "operator", "text-it"] {
                store.apply(&pack(name, seq, &[("a", cents)]), 0, &arrival(seq, 0)).unwrap();
            }
        }
        assert_eq!(log(&store).len(), 1);
    }

    #[test]
    fn what_an_item_says_about_itself_is_not_logged() {
        let old = r#"{"id":"a","kind":"fee","cents":1,"verified_on":"2026-01-01","owner":"x"}"#;
        let new = r#"{"id":"a","kind":"fee","cents":1,"verify_by":"2026-05-01","marks":[],"aliases":["x"]}"#;
        assert!(says_the_same(old, new));
        assert!(!says_the_same(old, &new.replace("\"cents\":1", "\"cents\":2")));
        assert!(!says_the_same("no json", new) && says_the_same("no json", "no json"));
    }

    #[test]
    fn the_log_keeps_a_season_and_no_more_releases_than_it_may() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder, &[]);
        for release in 1..=20 {
            let days = i64::try_from(release).unwrap() * 10;
            store
                .apply(&pack("facts", release, &[("a", release)]), 0, &arrival(release, days))
                .unwrap();
        }
        let kept: Vec<u64> = log(&store).into_iter().map(|(release, _, _)| release).collect();
        assert_eq!(kept, (11..=20).collect::<Vec<u64>>());
        for release in 21..=70 {
            store
                .apply(&pack("facts", release, &[("a", release)]), 0, &arrival(release, 200))
                .unwrap();
        }
        assert_eq!(log(&store).len(), usize::try_from(KEPT_RELEASES).unwrap());
        assert_eq!(arrivals(&store).len(), usize::try_from(KEPT_RELEASES).unwrap());
        assert_eq!(log(&store).first(), Some(&(39, "a".to_owned(), Some(38))));
    }

    #[test]
    fn a_repository_that_begins_anew_begins_a_new_log() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder, &[]);
        for (seq, release) in [(1, 998), (2, 999), (3, 4), (4, 5)] {
            store.apply(&pack("facts", seq, &[("a", seq)]), 0, &arrival(release, 0)).unwrap();
        }
        assert_eq!(arrivals(&store), [(4, None), (5, Some(4))]);
        assert_eq!(log(&store), [(4, "a".to_owned(), Some(2)), (5, "a".to_owned(), Some(3))]);
    }

    #[test]
    fn a_rebuilt_database_has_no_log_and_still_logs_what_comes() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder, &[]);
        let mut trusted = Vec::new();
        for seq in 1..=2 {
            let pack = pack("facts", seq, &[("a", seq)]);
            store.apply(&pack, 0, &arrival(seq, 0)).unwrap();
            let installed = Installed { seq, raw_sha256: pack.raw_sha256().to_owned() };
            trusted = vec![("facts".to_owned(), installed)];
        }
        assert_eq!(log(&store).len(), 1);
        drop(store);
        crate::sqlite::remove(&folder.path().join("content.db")).unwrap();
        let store = self::store(&folder, &trusted);
        assert_eq!(log(&store), []);
        store.apply(&pack("facts", 3, &[("a", 3)]), 0, &arrival(3, 1)).unwrap();
        assert_eq!(log(&store), [(3, "a".to_owned(), Some(2))]);
        assert_eq!(arrivals(&store), [(3, None)]);
    }
}
