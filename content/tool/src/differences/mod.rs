//! What the municipalities of a territory do differently, procedure by procedure and with their reasons: the agenda of the
//! operators' meeting. Only what overlays say is a difference; nothing is compared that no source tells apart.

mod page;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use cittadini_core::model::{Municipality, Overlay, Record, Source, Territory};
use serde::Serialize;
use serde_json::Value;

use crate::source::kind::Kind;
use crate::source::load::Content;
use crate::uses::users;

pub(crate) use page::{page, what};
use value::field_words;
pub(crate) use value::value_words;

/// All differences of a territory.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Differences {
    /// The territory's Italian name.
    pub territory: String,
    /// Names of the municipalities.
    pub municipalities: Vec<String>,
    /// The procedures with a difference, by title.
    pub procedures: Vec<OfProcedure>,
    /// Differences of items that no procedure uses.
    pub others: Vec<Difference>,
}

/// The differences of one procedure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OfProcedure {
    /// Its id.
    pub id: String,
    /// Its Italian title.
    pub title: String,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// One field that does not hold everywhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The item's id: the procedure's, or that of a paper, fee, term or office that it uses.
    pub item: String,
    /// Its Italian title or name.
    pub name: String,
    /// The Italian title of the step, where it is one's.
    pub step: Option<String>,
    /// The field, as overlays name it: `official_url`, `steps.<step>.channel`.
    pub field: String,
    /// The value without overlays.
    pub base: Value,
    /// The value of each municipality, in the order of their names.
    pub values: Vec<Here>,
}

/// What holds in one municipality.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Here {
    /// Its name.
    pub municipality: String,
    /// The value.
    pub value: Value,
    /// Why it is another than the base. Absent: it is the same.
    pub reason: Option<String>,
    /// Where that was read.
    pub source: Option<Source>,
}

/// Finds the differences.
pub fn differences(content: &Content) -> Differences {
    let territory = content.of_kind(Kind::Territory).find_map(|item| match &item.record {
        Record::Territory(territory) => Some(territory),
        _ => None,
    });
    let mut places: Vec<&Municipality> = content
        .of_kind(Kind::Municipality)
        .filter_map(|item| match &item.record {
            Record::Municipality(municipality) => Some(municipality),
            _ => None,
        })
        .collect();
    places.sort_by(|a, b| a.name_it.cmp(&b.name_it));
    let mut found = Differences {
        territory: territory.map(|territory| territory.name_it.clone()).unwrap_or_default(),
        municipalities: places.iter().map(|place| place.name_it.clone()).collect(),
        procedures: Vec::new(),
        others: Vec::new(),
    };
    let mut by_procedure: BTreeMap<&str, Vec<Difference>> = BTreeMap::new();
    for (item, field) in overlaid(territory, &places) {
        let difference = difference(content, territory, &places, item, field);
        let of = procedures(content, item);
        if of.is_empty() {
            found.others.push(difference.clone());
        }
        for id in of {
            by_procedure.entry(id).or_default().push(difference.clone());
        }
    }
    found.procedures = by_procedure
        .into_iter()
        .map(|(id, differences)| OfProcedure {
            id: id.to_owned(),
            title: title(content, id),
            differences,
        })
        .collect();
    found.procedures.sort_by(|a, b| a.title.cmp(&b.title));
    found
}

/// Every field of every item that somebody overlays, once.
fn overlaid<'c>(
    territory: Option<&'c Territory>,
    places: &[&'c Municipality],
) -> BTreeSet<(&'c str, &'c str)> {
    let of_all = territory.into_iter().flat_map(|territory| &territory.overlays);
    let of_places = places.iter().flat_map(|place| &place.overlays);
    of_all.chain(of_places).map(|found| (found.item.as_str(), found.field.as_str())).collect()
}

/// The procedures that an item concerns: itself, or those that use it.
fn procedures<'c>(content: &'c Content, id: &str) -> Vec<&'c str> {
    let uses = |id: &str| users(content, id).into_iter().filter(|it| it.kind == Kind::Procedure);
    match content.items.get(id).map(|item| (item, &item.record)) {
        Some((item, Record::Procedure(_))) => vec![item.id.as_str()],
        // Steps name the type of an office, and the municipality says which office that is.
        Some((_, Record::Office(office))) => {
            let used = office.office_types.iter().flat_map(|office_type| uses(office_type));
            let used: BTreeSet<&str> = used.map(|item| item.id.as_str()).collect();
            used.into_iter().collect()
        }
        _ => uses(id).map(|item| item.id.as_str()).collect(),
    }
}

fn difference(
    content: &Content,
    territory: Option<&Territory>,
    places: &[&Municipality],
    item: &str,
    field: &str,
) -> Difference {
    let base = content.items.get(item).and_then(|found| at(&found.json, field));
    let base = base.cloned().unwrap_or_default();
    let here = |place: &&Municipality| {
        let own = place.overlays.iter();
        let everywhere = territory.into_iter().flat_map(|territory| &territory.overlays);
        let names = |overlay: &&Overlay| overlay.item == item && overlay.field == field;
        // A municipality's own word comes after the territory's.
        let found = own.rev().find(names).or_else(|| everywhere.rev().find(names));
        Here {
            municipality: place.name_it.clone(),
            value: found.map_or_else(|| base.clone(), |overlay| overlay.value.clone()),
            reason: found.map(|overlay| overlay.reason.clone()),
            source: found.map(|overlay| overlay.source.clone()),
        }
    };
    let values = places.iter().map(here).collect();
    let step = step_of(field).map(|step| words(content, item, &format!("step.{step}.title"), step));
    Difference {
        item: item.to_owned(),
        name: title(content, item),
        step,
        field: field.to_owned(),
        base,
        values,
    }
}

/// The step that a field belongs to.
fn step_of(field: &str) -> Option<&str> {
    field.strip_prefix("steps.")?.split('.').next()
}

/// The value in a record at an overlay's path.
fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let Some((list, rest)) = path.split_once('.') else { return value.get(path) };
    let (id, field) = rest.split_once('.')?;
    let mut entries = value.get(list)?.as_array()?.iter();
    at(entries.find(|entry| entry.get("id").and_then(Value::as_str) == Some(id))?, field)
}

/// What an item is called in Italian: its title, its name, or its id.
fn title(content: &Content, id: &str) -> String {
    let name = content.items.get(id).and_then(|item| item.json.get("name_it")?.as_str());
    words(content, id, "title", name.unwrap_or(id))
}

fn words(content: &Content, id: &str, key: &str, otherwise: &str) -> String {
    let words = content.words.get("it").and_then(|words| words.get(id));
    let sentence = words.and_then(|words| words.values.get(key));
    sentence.map_or_else(|| otherwise.to_owned(), |sentence| sentence.text.clone())
}

#[cfg(test)]
#[path = "differences_tests.rs"]
mod tests;
