//! The gist of a screen: what content decides and no version of the app may read differently.
//!
//! It is taken from the screen's JSON, the form that the terminal reader of any version prints.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// The gist of the list of procedures: the ids.
pub fn procedures(screen: &Value) -> Vec<String> {
    let groups = list(screen, "groups");
    groups.iter().flat_map(|group| list(group, "procedures")).map(|card| id(&card)).collect()
}

/// The gist of a procedure: its words, steps, papers, fees and deadlines. What an app reckons from these (totals) may get
/// better.
pub fn procedure(screen: &Value) -> Value {
    let steps = list(screen, "steps").iter().map(step).collect::<Vec<_>>();
    json!({
        "id": id(screen),
        "title": plain(&screen["title"]),
        "short": plain(&screen["short"]),
        "steps": steps,
        "mistakes": list(screen, "mistakes").iter().map(plain).collect::<Vec<_>>(),
        "rights": list(screen, "rights").iter().map(plain).collect::<Vec<_>>(),
        "terms": ids(screen, "terms").into_iter().collect::<BTreeSet<_>>(),
    })
}

fn step(step: &Value) -> Value {
    let fee = |fee: &Value| json!([id(fee), fee["cents"], fee["max_cents"], fee["times"]]);
    json!({
        "id": id(step),
        "title": plain(&step["title"]),
        "action": plain(&step["action"]),
        "documents": ids(step, "documents"),
        "fees": list(step, "fees").iter().map(fee).collect::<Vec<_>>(),
        "deadlines": ids(step, "deadlines"),
        "offices": ids(step, "offices"),
    })
}

/// The gist of a list of offices: their names and how to reach them.
pub fn offices(screen: &Value) -> Value {
    let offices = list(screen, "offices");
    let office = |office: &Value| {
        let reach = ["name_it", "address", "phone", "email", "url"];
        (id(office), reach.iter().map(|key| office[*key].clone()).collect::<Value>())
    };
    Value::Object(offices.iter().map(office).collect())
}

/// The gist of the glossary: each name and definition.
pub fn terms(screen: &Value) -> Value {
    let term = |term: &Value| (id(term), json!([plain(&term["name"]), plain(&term["definition"])]));
    Value::Object(list(screen, "terms").iter().map(term).collect())
}

/// The gist of the notices: each title and its last day.
pub fn notices(screen: &Value) -> Value {
    let notice =
        |notice: &Value| (id(notice), json!([plain(&notice["title"]), notice["expires_on"]]));
    Value::Object(list(screen, "notices").iter().map(notice).collect::<Map<_, _>>())
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value[key].as_array().cloned().unwrap_or_default()
}

fn ids(value: &Value, key: &str) -> Vec<String> {
    list(value, key).iter().map(id).collect()
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap_or_default().to_owned()
}

/// The sentence of a text in one line: `Costa {1600 cents}, vedi [marca da bollo](t-marca-da-bollo)`.
fn plain(text: &Value) -> Value {
    let runs = text["runs"].as_array();
    runs.map_or(Value::Null, |runs| runs.iter().map(run).collect::<String>().into())
}

fn run(run: &Value) -> String {
    let words = |key: &str| run[key].as_str().unwrap_or_default().to_owned();
    match run["run"].as_str() {
        Some("text") => words("text"),
        Some("strong") => format!("**{}**", words("text")),
        Some("term") => format!("[{}]({})", words("text"), words("id")),
        Some("link") => format!("[{}]({})", words("text"), words("url")),
        Some("money") => format!("{{{} cents}}", run["cents"]),
        _ => run.to_string(),
    }
}
