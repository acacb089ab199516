//! How old everything is.

use serde_json::Value;

use super::Reading;
use crate::Result;
use crate::model::Meta;
use crate::order;
use crate::screens::{FreshnessScreen, FreshnessState, InstalledPack, OverdueItem};
use crate::sqlite::SqlContext as _;

impl Reading<'_> {
    /// The freshness of every item and of the whole.
    pub fn freshness_screen(&self) -> Result<FreshnessScreen> {
        let mut counts = [0_u64; 3];
        let mut overdue = Vec::new();
        for (kind, meta) in self.metas()? {
            let state = self.standing(&meta).state;
            let [fresh, check, do_not_rely] = &mut counts;
            *match state {
                FreshnessState::Fresh => fresh,
                FreshnessState::Check => check,
                FreshnessState::DoNotRely => do_not_rely,
            } += 1;
            if state != FreshnessState::Fresh {
                overdue.push(OverdueItem {
                    title: self.item_title(&meta.id)?,
                    freshness: self.freshness(&meta),
                    id: meta.id,
                    kind,
                });
            }
        }
        order::sort_by(&mut overdue, |a, b| {
            b.freshness.state.cmp(&a.freshness.state).then_with(|| a.id.cmp(&b.id))
        });
        let [fresh, check, do_not_rely] = counts;
        let states = [
            (do_not_rely, FreshnessState::DoNotRely),
            (check, FreshnessState::Check),
            (fresh, FreshnessState::Fresh),
        ];
        Ok(FreshnessScreen {
            header: self.header()?,
            state: states.into_iter().find(|(count, _)| *count > 0).map(|(_, state)| state),
            fresh,
            check,
            do_not_rely,
            packs: self.installed_packs()?,
            overdue,
        })
    }

    /// Kind and meta of every item of the facts. Items of unknown kinds count too: their dates hold all the same.
    fn metas(&self) -> Result<Vec<(String, Meta)>> {
        const WHAT: &str = "reading the dates of all items";
        let mut statement = self
            .db
            .prepare_cached("SELECT kind, line FROM record WHERE pack = 'facts' ORDER BY id")
            .context(WHAT)?;
        let rows = statement
            .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))
            .context(WHAT)?;
        let mut metas = Vec::new();
        for row in rows {
            let (kind, line) = row.context(WHAT)?;
            if let Ok(meta) = serde_json::from_str::<Meta>(&line) {
                metas.push((kind, meta));
            }
        }
        Ok(metas)
    }

    fn item_title(&self, id: &str) -> Result<crate::screens::Text> {
        for key in ["title", "name"] {
            if let Some(title) = self.text(id, key)? {
                return Ok(title);
            }
        }
        Ok(self.literal(&self.name_it(id)?.unwrap_or_else(|| id.to_owned())))
    }

    fn name_it(&self, id: &str) -> Result<Option<String>> {
        for kind in ["office", "municipality", "territory", "organisation"] {
            let item: Option<Value> = self.item(kind, id)?;
            if let Some(name) =
                item.as_ref().and_then(|item| item.get("name_it")).and_then(Value::as_str)
            {
                return Ok(Some(name.to_owned()));
            }
        }
        Ok(None)
    }

    fn installed_packs(&self) -> Result<Vec<InstalledPack>> {
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT name, seq, (SELECT count(*) FROM record WHERE record.pack = pack.name)
                 FROM pack ORDER BY name",
            )
            .context("listing the packs")?;
        let rows = statement
            .query_map([], |row| {
                Ok(InstalledPack { pack: row.get(0)?, seq: row.get(1)?, records: row.get(2)? })
            })
            .context("listing the packs")?;
        rows.collect::<rusqlite::Result<_>>().context("listing the packs")
    }
}
