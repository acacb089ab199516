//! Conditions as editors write them: `{eq: [permit_kind, famiglia]}`.

use serde_json::{Value as Json, json};

use crate::finding::{Problem, both};

use super::yaml::{Node, Value};

/// The wire form of a condition. `None` when something in it is wrong and was reported.
pub(super) fn read(node: &Node, report: &mut dyn FnMut(&Node, Problem)) -> Option<Json> {
    let [(key, operand)] = node.map() else {
        report(node, wrong(""));
        return None;
    };
    let operand = match (key.text.as_str(), operand.list()) {
        ("all" | "any", parts) if !parts.is_empty() => {
            let parts: Vec<Option<Json>> = parts.iter().map(|part| read(part, report)).collect();
            return Some(json!({ &*key.text: parts.into_iter().collect::<Option<Vec<Json>>>()? }));
        }
        ("not", _) => Some(read(operand, report)?),
        ("eq", [fact, value]) => pair(fact, literal(value)),
        ("in", [fact, values]) if !values.list().is_empty() => {
            let values: Option<Vec<Json>> = values.list().iter().map(literal).collect();
            pair(fact, values.map(Json::Array))
        }
        ("lt" | "le" | "gt" | "ge" | "age", [fact, number]) => pair(fact, whole(number)),
        ("date_diff", [from, to, days]) => name(from)
            .zip(name(to))
            .zip(whole(days))
            .map(|((from, to), days)| json!([from, to, days])),
        _ => None,
    };
    if operand.is_none() {
        report(node, wrong(&key.text));
    }
    Some(json!({ &*key.text: operand? }))
}

fn pair(fact: &Node, value: Option<Json>) -> Option<Json> {
    Some(json!([name(fact)?, value?]))
}

/// The name of a fact about the reader.
fn name(node: &Node) -> Option<&str> {
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    node.text().filter(|text| !text.is_empty() && text.bytes().all(good))
}

fn whole(node: &Node) -> Option<Json> {
    node.text()?.parse::<i64>().ok().map(Json::from)
}

fn literal(node: &Node) -> Option<Json> {
    let Value::Scalar { text, plain } = &node.value else { return None };
    if !plain {
        return Some(json!(text));
    }
    match text.as_str() {
        "" => None,
        "true" => Some(json!(true)),
        "false" => Some(json!(false)),
        _ => Some(text.parse::<i64>().map_or_else(|_| json!(text), Json::from)),
    }
}

fn wrong(operator: &str) -> Problem {
    let (it, en) = if operator.is_empty() {
        (
            "Questa condizione non si può leggere.".to_owned(),
            "This condition cannot be read.".to_owned(),
        )
    } else {
        (
            format!("La condizione «{operator}» non è scritta in un modo noto."),
            format!("The condition “{operator}” is not written in a known way."),
        )
    };
    Problem::new(
        "not-a-condition",
        both(it, en),
        both(
            "Scrivi così: {eq: [permit_kind, famiglia]}, {in: [permit_kind, [lavoro, studio]]}, {ge: [age, 18]} (anche lt, le, gt), {age: [birth, 18]}, {date_diff: [entry, today, 8]}, {all: [...]}, {any: [...]}, {not: {...}}.",
            "Write it like this: {eq: [permit_kind, famiglia]}, {in: [permit_kind, [lavoro, studio]]}, {ge: [age, 18]} (also lt, le, gt), {age: [birth, 18]}, {date_diff: [entry, today, 8]}, {all: [...]}, {any: [...]}, {not: {...}}.",
        ),
    )
}
