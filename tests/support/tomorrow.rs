//! What a later version of the wire form may add, done to the records of today.

use serde_json::{Map, Value, json};

/// Fields whose values are maps from ids: another key in them would be another entry, not another field.
const MAPS: [&str; 2] = ["nodes", "offices"];

/// Fields whose values are data: a condition with another operator is another condition.
const DATA: [&str; 2] = ["when", "value"];

/// Adds a field that no reader of today knows to every object of every record, however deep.
pub fn add_fields(records: &mut [Value]) {
    for record in records.iter_mut().filter_map(Value::as_object_mut) {
        add_field(record);
    }
}

fn add_field(fields: &mut Map<String, Value>) {
    for (name, value) in fields.iter_mut() {
        match value {
            _ if DATA.contains(&name.as_str()) => {}
            Value::Object(entries) if MAPS.contains(&name.as_str()) => {
                entries.values_mut().filter_map(Value::as_object_mut).for_each(add_field);
            }
            Value::Object(inner) => add_field(inner),
            Value::Array(values) => {
                values.iter_mut().filter_map(Value::as_object_mut).for_each(add_field);
            }
            _ => {}
        }
    }
    fields.insert("added_field".to_owned(), json!({"deep": [1, {"er": null}]}));
}

/// Adds a record of a kind that no reader of today knows.
pub fn add_a_kind(records: &mut Vec<Value>) {
    records.push(json!({"id": "zz-video", "kind": "video", "minutes": 3}));
}

/// Every place in a record where one of a few words stands, as a JSON pointer: there a later version may add a word.
pub fn variants(record: &Value) -> Vec<String> {
    let mut found = Vec::new();
    look(record, String::new(), &mut found);
    found
}

/// Fields whose values are one of a few words.
const CHOICES: [&str; 20] = [
    "actor",
    "channel",
    "identity",
    "legalised",
    "per_person",
    "issuer",
    "counts_from",
    "fee_kind",
    "pay_how",
    "deadline_kind",
    "side",
    "legal_force",
    "contact_kind",
    "organisation_kind",
    "severity",
    "purpose",
    "question_kind",
    "verdict",
    "node",
    "by",
];

fn look(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = format!("{path}/{name}");
                match value {
                    Value::String(_) if CHOICES.contains(&name.as_str()) => found.push(path),
                    Value::Array(words) if CHOICES.contains(&name.as_str()) => {
                        found.extend((0..words.len()).map(|at| format!("{path}/{at}")));
                    }
                    _ if name == "when" => found.push(path),
                    _ => look(value, path, found),
                }
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                look(value, format!("{path}/{at}"), found);
            }
        }
        _ => {}
    }
}

/// Puts a variant that no reader of today knows at a place.
pub fn add_a_variant(record: &mut Value, place: &str) {
    let value = record.pointer_mut(place).expect("the place");
    *value = match value {
        Value::Object(_) => json!({"near": ["municipality", 3]}),
        _ => json!("added-variant"),
    };
}
