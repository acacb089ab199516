//! Whether what a territory or a municipality says differently still leads the reader somewhere.

use cittadini_core::model::{Municipality, Overlay, Record};
use serde_json::Value as Json;

use crate::finding::{Place, Problem, both};
use crate::source::compile::Item;

use super::checker::{Checker, place, place_in};
use super::places::{has_office, municipalities, must_be_resolved, refuse, without};

/// Checks all overlays.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    for (_, municipality) in municipalities(content) {
        of_municipality(checker, municipality);
    }
    for item in content.items.values() {
        let Record::Territory(territory) = &item.record else { continue };
        for (at, overlay) in territory.overlays.iter().enumerate() {
            let place = |field: &str| place(item, &format!("overlays.{at}.{field}"));
            entry(checker, overlay, &place("field"));
            if let Some(kind) = sent_to(checker, overlay) {
                let without = without(content, kind);
                refuse(checker, kind, &without, &place("value"));
            }
        }
    }
}

fn of_municipality(checker: &mut Checker<'_>, municipality: &Municipality) {
    let content = checker.content;
    let file = format!("territories/{}/overlays/{}.yaml", content.territory, municipality.istat);
    for (at, overlay) in municipality.overlays.iter().enumerate() {
        let place = |field: &str| match content.overlays.get(&file) {
            Some(node) => place_in(node, &file, &format!("{at}.{field}")),
            None => Place::top(&file),
        };
        entry(checker, overlay, &place("field"));
        if let Some(kind) = sent_to(checker, overlay).filter(|kind| !has_office(municipality, kind))
        {
            refuse(checker, kind, &[municipality.name_it.as_str()], &place("value"));
        }
    }
}

/// The type of office to which an overlay sends somebody and which must have its office.
fn sent_to<'o>(checker: &Checker<'_>, overlay: &'o Overlay) -> Option<&'o str> {
    let field = overlay.field.rsplit('.').next()?;
    let kind = overlay.value.as_str()?;
    let names_one = matches!(field, "office_type" | "issuer_office_type");
    (names_one && must_be_resolved(checker.content, kind)).then_some(kind)
}

/// Reports an overlay of a step that does not exist.
fn entry(checker: &mut Checker<'_>, overlay: &Overlay, place: &Place) {
    let Some(found) = checker.content.items.get(&overlay.item) else { return };
    let mut parts = overlay.field.split('.');
    let (Some(list), Some(id)) = (parts.next(), parts.next()) else { return };
    if !has_entry(found, list, id) {
        checker.error(place, no_such_entry(&overlay.item, list, id));
    }
}

fn has_entry(item: &Item, list: &str, id: &str) -> bool {
    let entries = item.json.get(list).and_then(Json::as_array).into_iter().flatten();
    entries.into_iter().any(|entry| entry.get("id").and_then(Json::as_str) == Some(id))
}

fn no_such_entry(item: &str, list: &str, id: &str) -> Problem {
    Problem::new(
        "overlay-field",
        both(
            format!("«{item}» non ha «{id}» tra i suoi «{list}»."),
            format!("“{item}” has no “{id}” among its “{list}”."),
        ),
        both("Correggi «field»: «steps.<passo>.<campo>».", "Mend “field”: “steps.<step>.<field>”."),
    )
}
