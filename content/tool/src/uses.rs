//! Where an item is used: by which procedures, in which of their steps, and by which offices.

use std::collections::BTreeSet;

use cittadini_core::model::{Procedure, Record};
use serde_json::Value;

use crate::draft::mentioned;
use crate::source::compile::Item;
use crate::source::load::Content;

/// Fields that lead to other screens, or to what no screen shows: what is wrong there does not concern this one.
const LEADS_ELSEWHERE: [&str; 8] = [
    "affects",
    "eligibility_tree",
    "issuer_office_type",
    "not_to_confuse_with",
    "organisation",
    "related",
    "related_services",
    "replaced_by",
];

/// The procedures that use an item, and the offices that name it.
pub(crate) fn users<'c>(content: &'c Content, id: &str) -> Vec<&'c Item> {
    let uses = |item: &&Item| match &item.record {
        Record::Procedure(procedure) => steps_with(content, item, procedure, id).is_some(),
        Record::Office(office) => office.contacts.iter().any(|contact| contact == id),
        _ => false,
    };
    content.items.values().filter(uses).collect()
}

/// The steps of a procedure that use an item: none where only the procedure as a whole names it. `None` where nothing does.
pub(crate) fn steps_with(
    content: &Content,
    item: &Item,
    procedure: &Procedure,
    id: &str,
) -> Option<BTreeSet<String>> {
    let steps = item.json.get("steps").and_then(Value::as_array).into_iter().flatten();
    let mut used: BTreeSet<String> = steps
        .filter(|step| holds(step, id))
        .filter_map(|step| step.get("id")?.as_str().map(str::to_owned))
        .collect();
    let words = content.words.get("it").and_then(|words| words.get(&item.id));
    for (key, sentence) in words.into_iter().flat_map(|words| &words.values) {
        let step = key.strip_prefix("step.").and_then(|rest| rest.split('.').next());
        if let Some(step) = step.filter(|_| mentioned(&sentence.text).iter().any(|own| own == id)) {
            used.insert(step.to_owned());
        }
    }
    (!used.is_empty() || names_itself(procedure, id)).then_some(used)
}

fn names_itself(procedure: &Procedure, id: &str) -> bool {
    let contact = procedure.human_contact.as_deref() == Some(id);
    contact || procedure.deadlines.iter().any(|deadline| deadline == id)
}

fn holds(value: &Value, id: &str) -> bool {
    let mut found = BTreeSet::new();
    strings(value, &mut found);
    found.contains(id)
}

/// All strings of a record, apart from those that lead elsewhere.
pub(crate) fn strings(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
        Value::Object(fields) => {
            let own = fields.iter().filter(|(name, _)| !LEADS_ELSEWHERE.contains(&name.as_str()));
            own.for_each(|(_, value)| strings(value, found));
        }
        _ => {}
    }
}
