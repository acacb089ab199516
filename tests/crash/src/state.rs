//! What a data folder holds, read after an accident: the state that each pack claims, the hash of its very rows, the floors, and
//! SQLite's own word.

use std::path::Path;

use cittadini_core::content::ContentStore;
use cittadini_core::pack::sha256_hex;
use cittadini_core::sync::{PackStore as _, TrustStore};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use super::Outcome;

/// The answer: `{"sound": …, "packs": {NAME: {"seq", "claims", "rows", "floor"}}}`.
pub(crate) fn read(data: &Path, trust: &TrustStore, content: &ContentStore) -> Outcome<Value> {
    let mut packs = Map::new();
    for name in names(data)? {
        let installed = content.installed(&name)?.ok_or("a pack without a state")?;
        let rows = content.raw(&name)?.map(|raw| sha256_hex(&raw));
        let state = json!({
            "seq": installed.seq, "claims": installed.raw_sha256, "rows": rows,
            "floor": trust.floor(&name)?,
        });
        packs.insert(name, state);
    }
    let sound = sound(&data.join("content.db"))? && sound(&data.join("trust.db"))?;
    Ok(json!({ "sound": sound, "packs": packs }))
}

fn names(data: &Path) -> Outcome<Vec<String>> {
    let database = Connection::open(data.join("content.db"))?;
    let mut packs = database.prepare("SELECT name FROM pack ORDER BY name")?;
    let names = packs.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

fn sound(database: &Path) -> Outcome<bool> {
    let word: String =
        Connection::open(database)?.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    Ok(word == "ok")
}
