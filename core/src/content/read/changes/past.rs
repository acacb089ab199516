//! What the reader had before: the lines that the log kept, and the municipality and overlays of that time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rusqlite::OptionalExtension;
use serde::de::DeserializeOwned;

use super::super::Reading;
use crate::content::change_log::says_the_same;
use crate::model::{Municipality, Overlay, Territory, Words};
use crate::order;
use crate::screens::Since;
use crate::sqlite::SqlContext as _;
use crate::{Error, Result};

const WHAT: &str = "reading what changed";

/// A record before and now. `None`: there was none, there is none.
#[derive(Debug, Clone, Default)]
pub(super) struct Lines {
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
}

impl Lines {
    /// Whether they differ at most in what the item says about itself.
    pub(super) fn say_the_same(&self) -> bool {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => says_the_same(old, new),
            (old, new) => old == new,
        }
    }
}

/// What is known of an item that may have changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Logged {
    /// The kind of the fact, and the fact.
    pub(super) fact: Option<(String, Lines)>,
    /// Its Italian words, where they changed.
    pub(super) words: Option<Lines>,
}

/// A release as the log names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Release {
    pub(super) number: Option<u64>,
    pub(super) day: Option<String>,
}

/// The state that is compared with.
#[derive(Debug, Default)]
pub(super) struct Past {
    pub(super) from: Release,
    pub(super) items: BTreeMap<String, Logged>,
    pub(super) overlays: Vec<Overlay>,
    pub(super) municipality: Option<Municipality>,
}

impl Past {
    /// The Italian words that an item had, where they changed.
    pub(super) fn words(&self, id: &str) -> Option<Words> {
        let line = self.items.get(id)?.words.as_ref()?.old.as_ref()?;
        serde_json::from_str(line).ok()
    }

    /// A fact as it was, where it changed.
    pub(super) fn fact<T: DeserializeOwned>(&self, id: &str) -> Option<T> {
        let (_, lines) = self.items.get(id)?.fact.as_ref()?;
        serde_json::from_str(lines.old.as_deref()?).ok()
    }

    /// The keys whose Italian sentences are new, different or gone.
    pub(super) fn changed_keys(&self, id: &str) -> BTreeSet<String> {
        let Some(lines) = self.items.get(id).and_then(|item| item.words.as_ref()) else {
            return BTreeSet::new();
        };
        let values = |line: &Option<String>| -> BTreeMap<String, String> {
            let words = line.as_deref().and_then(|line| serde_json::from_str::<Words>(line).ok());
            words.unwrap_or_default().values
        };
        let (old, new) = (values(&lines.old), values(&lines.new));
        let keys = order::set(old.keys().chain(new.keys()));
        order::set(keys.into_iter().filter(|key| old.get(*key) != new.get(*key)).cloned())
    }

    /// An item that may have been another. `None` where there was none, or where this core cannot read it.
    fn was<T: DeserializeOwned + Clone>(&self, id: &str, now: &T) -> Option<T> {
        match self.items.get(id).and_then(|item| item.fact.as_ref()) {
            Some(_) => self.fact(id),
            None => Some(now.clone()),
        }
    }
}

impl Reading<'_> {
    /// What the reader had before the changes since then. `None` when nothing is logged since.
    pub(super) fn past(&self, since: Option<&Since>) -> Result<Option<Past>> {
        let Some((first, from)) = self.first_arrival(since)? else { return Ok(None) };
        let mut past = Past { from, items: self.logged(first)?, ..Past::default() };
        let territory =
            self.territory.as_ref().and_then(|now: &Territory| past.was(&now.meta.id, now));
        // A municipality that is new to the reader's territory is compared with itself.
        past.municipality = self
            .municipality
            .as_ref()
            .map(|now| past.was(&now.meta.id, now).unwrap_or_else(|| now.clone()));
        let own = past.municipality.iter().flat_map(|municipality| &municipality.overlays);
        past.overlays =
            territory.iter().flat_map(|now| &now.overlays).chain(own).cloned().collect();
        for id in differing(&past.overlays, &self.overlays) {
            past.items.entry(id).or_default();
        }
        self.add_facts(&mut past)?;
        Ok(Some(past))
    }

    /// The release that is installed, as far as is known.
    pub(super) fn installed_release(&self) -> Result<Release> {
        let found = self
            .db
            .prepare_cached(
                "SELECT number, made_on FROM pack WHERE number IS NOT NULL
                 ORDER BY made_on DESC, number DESC LIMIT 1",
            )
            .and_then(|mut statement| {
                statement
                    .query_row([], |row| Ok(Release { number: row.get(0)?, day: row.get(1)? }))
                    .optional()
            })
            .context(WHAT)?;
        Ok(found.unwrap_or_default())
    }

    /// The first release of the log since then, and the one before it.
    fn first_arrival(&self, since: Option<&Since>) -> Result<Option<(u64, Release)>> {
        let (number, day) = match since {
            None => (0, String::new()),
            // A number above all counting is a release that never was.
            Some(Since::Release { number }) => {
                (i64::try_from(*number).unwrap_or(i64::MAX), String::new())
            }
            Some(Since::Day { iso }) => {
                let day: Date = iso.parse().map_err(|_| {
                    Error::InvalidInput(format!("«{iso}» is no day like 2026-11-23"))
                })?;
                (0, day.to_string())
            }
        };
        self.db
            .prepare_cached(
                "SELECT number, from_number, from_made_on FROM arrival
                 WHERE number >= ?1 AND arrived_on >= ?2 ORDER BY number LIMIT 1",
            )
            .and_then(|mut statement| {
                statement
                    .query_row((number, day), |row| {
                        Ok((row.get(0)?, Release { number: row.get(1)?, day: row.get(2)? }))
                    })
                    .optional()
            })
            .context(WHAT)
    }

    /// Every record that changed since a release: as it was before the first change, and as it is now.
    fn logged(&self, first: u64) -> Result<BTreeMap<String, Logged>> {
        let mut statement = self
            .db
            .prepare_cached(
                // With `min()` the other columns are those of the row that has the minimum.
                "SELECT min(change.arrival), change.pack, change.id,
                        coalesce(record.kind, change.kind), change.old_line, record.line
                 FROM change
                 LEFT JOIN record ON record.pack = change.pack AND record.id = change.id
                 WHERE change.arrival >= ?1
                 GROUP BY change.pack, change.id",
            )
            .context(WHAT)?;
        let rows = statement
            .query_map([first], |row| {
                let lines = Lines { old: row.get(4)?, new: row.get(5)? };
                Ok((row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get(3)?, lines))
            })
            .context(WHAT)?;
        let mut items: BTreeMap<String, Logged> = BTreeMap::new();
        for row in rows {
            let (pack, id, kind, lines): (String, String, String, Lines) = row.context(WHAT)?;
            if lines.old == lines.new {
                continue;
            }
            let item = items.entry(id).or_default();
            if pack == "facts" {
                item.fact = Some((kind, lines));
            } else {
                item.words = Some(lines);
            }
        }
        Ok(items)
    }

    /// Adds the facts of items whose words or overlays alone changed.
    fn add_facts(&self, past: &mut Past) -> Result<()> {
        for (id, item) in past.items.iter_mut().filter(|(_, item)| item.fact.is_none()) {
            item.fact = self
                .db
                .prepare_cached("SELECT kind, line FROM record WHERE pack = 'facts' AND id = ?1")
                .and_then(|mut statement| {
                    statement
                        .query_row([id], |row| {
                            let line: Option<String> = row.get(1)?;
                            Ok((row.get(0)?, Lines { old: line.clone(), new: line }))
                        })
                        .optional()
                })
                .context(WHAT)?;
        }
        Ok(())
    }
}

/// The items that two sets of overlays speak of differently.
fn differing(old: &[Overlay], new: &[Overlay]) -> BTreeSet<String> {
    let of = |overlays: &[Overlay], id: &str| -> Vec<(String, serde_json::Value)> {
        let own = overlays.iter().filter(|overlay| overlay.item == id);
        own.map(|overlay| (overlay.field.clone(), overlay.value.clone())).collect()
    };
    let ids = order::set(old.iter().chain(new).map(|overlay| &overlay.item));
    order::set(ids.into_iter().filter(|id| of(old, id) != of(new, id)).cloned())
}
