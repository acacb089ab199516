//! What a screen speaks of: an item, and all that it leads to.

use std::collections::BTreeSet;

use cittadini_core::model::Record;

use crate::draft::mentioned;
use crate::source::kind::Kind;
use crate::source::load::Content;
use crate::uses::strings;

/// The items that the screens of some items speak of, the territory and its municipalities among them.
pub(super) fn reach(content: &Content, roots: &[&str], languages: &[String]) -> BTreeSet<String> {
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<String> = roots.iter().map(|id| (*id).to_owned()).collect();
    let places = [Kind::Territory, Kind::Municipality];
    open.extend(places.iter().flat_map(|kind| content.of_kind(*kind)).map(|item| item.id.clone()));
    loop {
        while let Some(id) = open.pop() {
            if reached.insert(id.clone()) {
                open.extend(leads_to(content, &id, languages));
            }
        }
        open.extend(resolved(content, &reached).into_iter().filter(|id| !reached.contains(id)));
        if open.is_empty() {
            return reached;
        }
    }
}

/// What the territory and its municipalities put in place of what was reached: offices for types, and overlaid values.
fn resolved(content: &Content, reached: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for item in content.items.values() {
        let overlays = match &item.record {
            Record::Territory(territory) => &territory.overlays,
            Record::Municipality(municipality) => {
                let offices = municipality.offices.iter();
                let here = offices.filter(|(office_type, _)| reached.contains(*office_type));
                found.extend(here.flat_map(|(_, offices)| offices.iter().cloned()));
                &municipality.overlays
            }
            _ => continue,
        };
        for overlay in overlays.iter().filter(|overlay| reached.contains(&overlay.item)) {
            strings(&overlay.value, &mut found);
        }
    }
    found.retain(|id| content.known.contains_key(id));
    found
}

fn leads_to(content: &Content, id: &str, languages: &[String]) -> Vec<String> {
    let mut found = BTreeSet::new();
    if let Some(item) = content.items.get(id) {
        match (item.kind, &item.record) {
            (_, Record::Territory(territory)) => found.extend([territory.ask.clone()]),
            // What it puts in place of others is followed where those are reached.
            (Kind::Municipality, _) => {}
            _ => strings(&item.json, &mut found),
        }
    }
    for lang in languages {
        let words = content.words.get(lang).and_then(|words| words.get(id));
        for sentence in words.into_iter().flat_map(|words| words.values.values()) {
            found.extend(mentioned(&sentence.text));
        }
    }
    found.into_iter().filter(|id| content.known.contains_key(id)).collect()
}

/// Whether what was found in a file concerns the screens of what was reached.
pub(super) fn concerns(
    file: &str,
    reached: &BTreeSet<String>,
    languages: &[String],
    in_municipality: bool,
) -> bool {
    let stem = |name: &str| name.split('.').next().unwrap_or(name).to_owned();
    let spoken = |lang: &str| languages.iter().any(|own| own == lang);
    match file.split('/').collect::<Vec<_>>().as_slice() {
        ["text", lang] => spoken(lang),
        ["text", lang, name] => spoken(lang) && reached.contains(&stem(name)),
        ["ui" | "state", name] => spoken(&stem(name)),
        ["operators", ..] => false,
        ["territories", _, "territory.yaml"] => true,
        ["territories", _, "overlays", _] => in_municipality,
        [.., name] => reached.contains(&stem(name)),
        [] => false,
    }
}

/// The content with what was reached alone, in some languages.
pub(super) fn reduced(content: &Content, reached: &BTreeSet<String>) -> Content {
    let mut content = content.clone();
    content.items.retain(|id, _| reached.contains(id));
    for words in content.words.values_mut() {
        words.retain(|id, _| reached.contains(id));
    }
    // What does not concern these items is none of their business.
    content.findings.clear();
    content
}
