//! The words of a shell's frame.

use std::collections::BTreeMap;

use cittadini_core::screens::{Labels, Text};

use super::page::page;
use super::rows::{Rows, Tone};
use super::text::styled;

/// The words of a shell's frame, by the names that a shell calls them.
pub fn labels(labels: &Labels, width: usize) -> String {
    let mut rows = Rows::new(&labels.headings.steps.language);
    for (group, words) in by_name(labels) {
        rows.add(Tone::Heading, &group, "", group.clone());
        rows.inside(&group, 2, |rows| {
            for (name, text) in words {
                rows.body(&name, format!("{name}: {}", styled(&text)));
            }
        });
    }
    page(rows, width)
}

/// The record as its JSON has it, so that a label that is added is shown.
fn by_name(labels: &Labels) -> BTreeMap<String, BTreeMap<String, Text>> {
    let value = serde_json::to_value(labels).unwrap_or_default();
    serde_json::from_value(value).unwrap_or_default()
}
