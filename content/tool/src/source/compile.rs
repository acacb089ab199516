//! From what an editor wrote to the record that a phone reads.

use cittadini_core::model::Record;
use serde_json::{Map, Value as Json};

use crate::finding::{Finding, Place, Problem, both};

use super::files::{Files, Named};
use super::kind::Kind;
use super::schema;
use super::validate::{Known, Walk};
use super::yaml::Node;

/// An item: what was written, and what it became.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its id, unique among all items.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its file, relative to the content folder.
    pub file: String,
    /// What was written, with its places.
    pub node: Node,
    /// The wire form, with `id` and `kind`, as it stands in a pack.
    pub json: Json,
    /// The same as the model's type.
    pub record: Record,
}

/// What an item is called and where it was written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub(crate) id: &'a str,
    pub(crate) kind: Kind,
    pub(crate) file: &'a str,
}

/// Reads the fields of an item. `None` when something is wrong and was reported.
pub(crate) fn fields(
    origin: Origin<'_>,
    node: &Node,
    known: &Known,
    findings: &mut Vec<Finding>,
) -> Option<Map<String, Json>> {
    let mut walk = Walk { file: origin.file, known, findings };
    walk.record(node, schema::form(origin.kind).fields())
}

/// Makes the record of an item from its wire fields.
pub(crate) fn item(
    origin: Origin<'_>,
    node: &Node,
    mut fields: Map<String, Json>,
    findings: &mut Vec<Finding>,
) -> Option<Item> {
    fields.insert("id".to_owned(), origin.id.into());
    fields.insert("kind".to_owned(), origin.kind.wire().into());
    match to_record(Json::Object(fields)) {
        Ok((record, json)) => Some(Item {
            id: origin.id.to_owned(),
            kind: origin.kind,
            file: origin.file.to_owned(),
            node: node.clone(),
            json,
            record,
        }),
        Err(reason) => {
            findings.push(not_compiled(&reason).error(&Place::top(origin.file)));
            None
        }
    }
}

/// Reads and compiles an item whose file is named after it.
pub(crate) fn named(
    files: &mut Files<'_>,
    named: &Named,
    kind: Kind,
    known: &Known,
) -> Option<Item> {
    let node = files.node(&named.file)?;
    let origin = Origin { id: &named.id, kind, file: &named.file };
    let fields = self::fields(origin, &node, known, &mut files.findings)?;
    item(origin, &node, fields, &mut files.findings)
}

/// The record of the wire fields, and its own wire form with all defaults. Nothing that was written may be lost.
fn to_record(compiled: Json) -> Result<(Record, Json), String> {
    let record: Record =
        serde_json::from_value(compiled.clone()).map_err(|error| error.to_string())?;
    let json = serde_json::to_value(&record).map_err(|error| error.to_string())?;
    match lost(&compiled, &json) {
        Some(path) => Err(format!("«{path}»")),
        None => Ok((record, json)),
    }
}

/// The path of the first value that is not the same in the second form. Empty lists may be left out.
fn lost(written: &Json, kept: &Json) -> Option<String> {
    match (written, kept) {
        (Json::Object(written), Json::Object(kept)) => written.iter().find_map(|(key, value)| {
            let empty = value.as_array().is_some_and(Vec::is_empty);
            match kept.get(key) {
                None if empty => None,
                None => Some(key.clone()),
                Some(kept) => lost(value, kept).map(|path| format!("{key}.{path}")),
            }
        }),
        (Json::Array(written), Json::Array(kept)) if written.len() == kept.len() => {
            written.iter().zip(kept).enumerate().find_map(|(at, (written, kept))| {
                lost(written, kept).map(|path| format!("{at}.{path}"))
            })
        }
        _ => (written != kept).then(|| written.to_string()),
    }
}

fn not_compiled(reason: &str) -> Problem {
    Problem::new(
        "not-compiled",
        both(
            format!("La voce non entra nella forma che leggono i telefoni: {reason}."),
            format!("The item does not fit the form that phones read: {reason}."),
        ),
        both(
            "È un difetto del programma, non del contenuto: avvisa chi lo sviluppa.",
            "This is a defect of the program, not of the content: tell its developers.",
        ),
    )
}
