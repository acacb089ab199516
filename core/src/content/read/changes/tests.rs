//! Two versions of an item, and what a reader is told of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod anything;
mod items;
mod kinds;

use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::content::read::{ReadContext, Reading, ReleaseState};
use crate::content::{change_log, store};
use crate::l10n::L10n;
use crate::model::Audience;
use crate::screens::{ChangedItem, Changes, Since};

const ARABIC: &str = include_str!("../../../../../content/ui/ar.ftl");

/// A phone whose content is 17 days into 2026-11, with one release in its log.
struct Phone {
    db: Connection,
    context: ReadContext,
}

impl Phone {
    fn reading(language: &str) -> Self {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(store::TABLES).unwrap();
        db.execute_batch(change_log::TABLES).unwrap();
        db.execute_batch(
            "INSERT INTO arrival VALUES (2, '2026-11-10', '2026-11-12', 1, '2026-11-01')",
        )
        .unwrap();
        let chain = vec![language.to_owned()];
        let l10n = L10n::new(&chain, |tag| (tag == "ar").then(|| ARABIC.to_owned())).unwrap();
        let context = ReadContext {
            chain,
            l10n: l10n.into(),
            municipality: None,
            audience: Audience::Person,
            now: "2026-11-17T09:00:00Z".parse::<Timestamp>().unwrap(),
            release: ReleaseState::default(),
            settings_lost: false,
            offices: std::sync::Arc::default(),
            added: None,
        };
        Self { db, context }
    }

    fn holds(&self, pack: &str, item: &Value) -> &Self {
        let (id, kind) = (item["id"].as_str().unwrap(), item["kind"].as_str().unwrap());
        self.db
            .execute(
                "INSERT INTO record VALUES (?1, ?2, ?3, ?4)",
                (pack, id, kind, item.to_string()),
            )
            .unwrap();
        self
    }

    fn says(&self, language: &str, id: &str, values: Value) -> &Self {
        let words = json!({"id": id, "kind": "words", "translation": "original", "values": values});
        self.holds(&format!("text-{language}"), &words)
    }

    /// What release 2 replaced.
    fn had(&self, pack: &str, id: &str, kind: &str, old: Option<&Value>) -> &Self {
        self.db
            .execute(
                "INSERT INTO change VALUES (?1, ?2, 2, ?3, ?4)",
                (pack, id, kind, old.map(Value::to_string)),
            )
            .unwrap();
        self
    }

    /// An item that was another before.
    fn changed(&self, old: &Value, new: &Value) -> &Self {
        let id = new["id"].as_str().unwrap();
        self.holds("facts", new).had("facts", id, new["kind"].as_str().unwrap(), Some(old))
    }

    fn since(&self, since: Option<Since>) -> Changes {
        Reading::new(&self.db, &self.context).unwrap().changes(since.as_ref()).unwrap()
    }

    fn items(&self) -> Vec<ChangedItem> {
        self.since(None).items
    }
}

/// The details of an item: kind, part, before, now.
fn details(item: &ChangedItem) -> Vec<(String, Option<String>, String, String)> {
    let plain = |text: &Option<crate::screens::Text>| {
        text.as_ref().map_or_else(String::new, crate::screens::Text::plain)
    };
    let tell = |detail: &crate::screens::ChangeDetail| {
        let part = detail.part.as_ref().map(crate::screens::Text::plain);
        (detail.kind.clone(), part, plain(&detail.before), plain(&detail.after))
    };
    item.details.iter().map(tell).collect()
}

/// What an Italian reader is told of two versions of an item.
fn told(old: Value, new: Value) -> Vec<(String, String, String)> {
    let phone = Phone::reading("it");
    let items = phone.changed(&old, &new).items();
    let told = items.first().map(details).unwrap_or_default();
    told.into_iter().map(|(kind, _, before, after)| (kind, before, after)).collect()
}

fn with(item: &Value, fields: Value) -> Value {
    let mut item = item.clone();
    for (field, value) in fields.as_object().unwrap() {
        item[field] = value.clone();
    }
    item
}

fn list<const N: usize>(told: [(&str, &str, &str); N]) -> Vec<(String, String, String)> {
    told.map(|(kind, before, after)| (kind.into(), before.into(), after.into())).to_vec()
}

fn fee(amounts: Value) -> Value {
    json!({"id": "f", "kind": "fee", "amounts": amounts})
}

fn procedure(steps: Value) -> Value {
    json!({"id": "p", "kind": "procedure", "steps": steps})
}
