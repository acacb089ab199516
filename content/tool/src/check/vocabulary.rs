//! Whether the words that stand for something are words that somebody knows: the facts in conditions and their values,
//! the group of a procedure, the event from which a deadline counts.
//!
//! What merely is not known yet is a warning, since the world has more situations than a list. What is one or two
//! letters away from a known word is a slip of the pen, and an error: a condition that is misspelt never holds.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, VariantKey};

use crate::finding::{Place, Problem, both, did_you_mean};
use crate::source::compile::Item;
use crate::source::kind::Kind;
use crate::source::schema::{FactType, VOCABULARY};
use crate::source::yaml::{Node, Value};

use super::checker::{Checker, place};

/// The app's own words for what facts name by a slug.
#[derive(Debug, Default)]
pub(super) struct AppWords {
    groups: Vec<String>,
    after: Vec<String>,
    before: Vec<String>,
}

impl AppWords {
    /// Reads them from the app's Italian words. Empty without those; then nothing can be compared.
    pub(super) fn of(ui: Option<&String>) -> Self {
        let Some(ui) = ui else { return Self::default() };
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(ui.clone());
        Self {
            groups: variants(&resource, "group-title"),
            after: variants(&resource, "deadline-after"),
            before: variants(&resource, "deadline-before"),
        }
    }
}

/// The named variants of a message, without the one for all others.
fn variants(resource: &FluentResource, id: &str) -> Vec<String> {
    let message = resource.entries().find_map(|entry| match entry {
        Entry::Message(message) if message.id.name == id => message.value.as_ref(),
        _ => None,
    });
    message.map(named).unwrap_or_default()
}

fn named(pattern: &Pattern<&str>) -> Vec<String> {
    let selections = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            Some(variants)
        }
        _ => None,
    });
    let keys = selections.flatten().filter_map(|variant| match &variant.key {
        VariantKey::Identifier { name } if !variant.default => Some((*name).to_owned()),
        _ => None,
    });
    keys.collect()
}

/// Checks the slugs of one item.
pub(super) fn item(checker: &mut Checker<'_>, words: &AppWords, item: &Item) {
    match item.kind {
        Kind::Procedure => slug(checker, item, "group", &words.groups, group),
        Kind::Deadline => {
            let before = item.node.get("side").and_then(Node::text) == Some("before");
            let known = if before { &words.before } else { &words.after };
            slug(checker, item, "anchor", known, anchor);
        }
        _ => {}
    }
    // The facts of a tree are those that it asks for.
    if item.kind != Kind::Tree {
        conditions(checker, &item.file, &item.node);
    }
}

fn slug(
    checker: &mut Checker<'_>,
    item: &Item,
    field: &str,
    known: &[String],
    problem: fn(&str, Option<&str>) -> Problem,
) {
    let Some(written) = item.node.get(field).and_then(Node::text) else { return };
    if !known.is_empty() && !known.iter().any(|word| word == written) {
        let near = slip(written, known.iter().map(String::as_str));
        report(checker, &place(item, field), near, problem(written, near));
    }
}

/// A slip of the pen is an error, a word that is new may be meant.
fn report(checker: &mut Checker<'_>, place: &Place, near: Option<&str>, problem: Problem) {
    match near {
        Some(_) => checker.error(place, problem),
        None => checker.warning(place, problem),
    }
}

/// The known word that lies one or two letters away.
fn slip<'w>(written: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    known
        .map(|word| (strsim::damerau_levenshtein(written, word), word))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, word)| word)
}

/// Looks for conditions, however deep.
fn conditions(checker: &mut Checker<'_>, file: &str, node: &Node) {
    match &node.value {
        Value::Map(entries) => {
            for (key, inner) in entries {
                match key.text.as_str() {
                    "when" => condition(checker, file, inner),
                    _ => conditions(checker, file, inner),
                }
            }
        }
        Value::List(nodes) => nodes.iter().for_each(|inner| conditions(checker, file, inner)),
        Value::Scalar { .. } => {}
    }
}

fn condition(checker: &mut Checker<'_>, file: &str, node: &Node) {
    for (operator, operand) in node.map() {
        match (operator.text.as_str(), operand.list()) {
            ("all" | "any", parts) => parts.iter().for_each(|part| condition(checker, file, part)),
            ("not", _) => condition(checker, file, operand),
            // These two name days of the reader's life, not facts with values.
            ("age" | "date_diff", _) => {}
            (_, [fact, value]) => compared(checker, file, fact, value),
            _ => {}
        }
    }
}

fn compared(checker: &mut Checker<'_>, file: &str, fact: &Node, value: &Node) {
    let Some(name) = fact.text() else { return };
    let Some((_, ty)) = VOCABULARY.iter().find(|(known, _)| *known == name) else {
        let near = slip(name, VOCABULARY.iter().map(|(known, _)| *known));
        report(checker, &fact.place(file), near, unknown_fact(name, near));
        return;
    };
    let values = match value.list() {
        [] => std::slice::from_ref(value),
        list => list,
    };
    for value in values {
        let Some(written) = value.text() else { continue };
        match ty {
            FactType::Words(words) if !words.contains(&written) => {
                let near = slip(written, words.iter().copied());
                report(checker, &value.place(file), near, unknown_value(name, written, near));
            }
            FactType::Number if written.parse::<i64>().is_err() => {
                checker.error(&value.place(file), not_fitting(name, written, "12"));
            }
            FactType::YesNo if !["true", "false"].contains(&written) => {
                checker.error(&value.place(file), not_fitting(name, written, "true"));
            }
            _ => {}
        }
    }
}

fn group(written: &str, near: Option<&str>) -> Problem {
    Problem::new(
        "unknown-group",
        both(
            format!("Il gruppo «{written}» non ha un nome nell'app: il lettore vede «Altro»."),
            format!("The group “{written}” has no name in the app: the reader sees “Other”."),
        ),
        did_you_mean(
            near,
            both(
                "Usa uno dei gruppi di ui/it.ftl («group-title»), o chiedi a chi sviluppa l'app di aggiungerlo.",
                "Use one of the groups of ui/it.ftl (“group-title”), or ask the app's developers to add it.",
            ),
        ),
    )
}

fn anchor(written: &str, near: Option<&str>) -> Problem {
    Problem::new(
        "unknown-anchor",
        both(
            format!(
                "L'evento «{written}» non ha un nome nell'app: il lettore legge «dall'evento» e non sa da quando contare."
            ),
            format!(
                "The event “{written}” has no name in the app: the reader sees “the event” and does not know from when to count."
            ),
        ),
        did_you_mean(
            near,
            both(
                "Usa uno degli eventi di ui/it.ftl («deadline-after», «deadline-before»), o chiedi a chi sviluppa l'app di aggiungerlo.",
                "Use one of the events of ui/it.ftl (“deadline-after”, “deadline-before”), or ask the app's developers to add it.",
            ),
        ),
    )
}

fn unknown_fact(name: &str, near: Option<&str>) -> Problem {
    Problem::new(
        "unknown-fact",
        both(
            format!("Nessuno conosce la circostanza «{name}» di questa condizione."),
            format!("Nobody knows the circumstance “{name}” of this condition."),
        ),
        did_you_mean(
            near,
            both(
                "Usa una delle circostanze elencate in content/README.md, o chiedi a chi sviluppa di aggiungerla.",
                "Use one of the circumstances listed in content/README.md, or ask the developers to add it.",
            ),
        ),
    )
}

fn unknown_value(name: &str, written: &str, near: Option<&str>) -> Problem {
    Problem::new(
        "unknown-fact",
        both(
            format!("«{written}» non è tra i valori di «{name}»."),
            format!("“{written}” is not among the values of “{name}”."),
        ),
        did_you_mean(
            near,
            both(
                "Usa uno dei valori elencati in content/README.md, o chiedi a chi sviluppa di aggiungerlo.",
                "Use one of the values listed in content/README.md, or ask the developers to add it.",
            ),
        ),
    )
}

fn not_fitting(name: &str, written: &str, example: &str) -> Problem {
    Problem::new(
        "unknown-fact",
        both(
            format!("«{name}» non può valere «{written}»."),
            format!("“{name}” cannot be “{written}”."),
        ),
        both(
            format!("Scrivi per esempio «{example}»."),
            format!("Write “{example}”, for example."),
        ),
    )
}

#[cfg(test)]
#[path = "vocabulary_tests.rs"]
mod tests;
