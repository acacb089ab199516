//! Tables of searches: what people type, and not what stands in the content.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use crate::finding::{Finding, Severity};
use crate::sample;
use crate::source::load::load;

use super::tests::{USUAL, findings, rules};

const TABLE: &str = "tests/search/it.yaml";
const ERROR: Severity = Severity::Error;
const WARNING: Severity = Severity::Warning;

/// A table with a case for each query, the last of them for the second procedure.
fn table(queries: &[&str]) -> String {
    let case = |(at, query): (usize, &&str)| {
        let procedure = if at + 1 == queries.len() { "p-due" } else { "p-uno" };
        format!("  - {{query: \"{query}\", procedure: {procedure}, why: \"Prova\"}}\n")
    };
    format!("cases:\n{}", queries.iter().enumerate().map(case).collect::<String>())
}

fn with(file: &str, text: &str) -> Vec<Finding> {
    let dir = sample::folder();
    sample::change(dir.path(), "text/it/c-uno.yaml", "title:", "aliases: [\"Perché sì\"]\ntitle:");
    sample::write(dir.path(), file, text);
    let mut found = findings(dir.path());
    found.retain(|finding| !USUAL.contains(&finding.rule));
    found
}

#[test]
fn searches_are_read_in_their_order_by_language() {
    let dir = sample::folder();
    sample::write(dir.path(), TABLE, &table(&["permeso", "bolo"]));
    let content = load(dir.path(), None).unwrap();
    let cases = &content.search_cases["it"].cases;
    let read: Vec<_> =
        cases.iter().map(|case| (case.text("query"), case.text("procedure"))).collect();
    assert_eq!(read, [(Some("permeso"), Some("p-uno")), (Some("bolo"), Some("p-due"))]);
}

#[test]
fn at_most_three_searches_of_ten_are_a_title_a_name_or_an_alias() {
    let typed = ["a uno", "a due", "a tre", "a quattro", "a cinque", "a sei", "a sette"];
    // A title, an alias without its accents, a name and a nickname from the facts, a title in another script.
    let known = ["EMERGENZE", "perche  si!", "ufficio anagrafe", "pds", "طوارئ"];
    for count in 0..=known.len() {
        let queries = [&known[..count], &typed[..]].concat();
        let wrong = if count > 3 { &[(ERROR, "search-cases-too-easy")][..] } else { &[] };
        let found = with(TABLE, &table(&queries));
        assert_eq!(rules(&found), wrong, "{count}: {found:#?}");
        if let Some(finding) = found.first() {
            assert_eq!((finding.file.as_str(), finding.line), (TABLE, 1));
            assert!(finding.message_it.contains("EMERGENZE"), "{finding:#?}");
        }
    }
}

#[test]
fn mistakes_in_a_table_are_shown_where_they_stand() {
    let good = table(&["permeso", "bolo"]);
    for (from, to, severity, rule, line) in [
        ("procedure: p-due", "procedure: p-duo", ERROR, "dangling-id", 3),
        ("procedure: p-due", "procedure: c-uno", ERROR, "wrong-kind", 3),
        ("procedure: p-due, ", "", ERROR, "missing-field", 3),
        ("query: \"bolo\"", "query: \"\"", ERROR, "empty-value", 3),
        ("query: \"bolo\"", "query: \"Permesò\"", ERROR, "duplicate-query", 3),
        ("query: \"bolo\"", "querry: \"bolo\"", ERROR, "unknown-field", 3),
        ("procedure: p-due", "procedure: p-uno", WARNING, "procedure-without-search", 1),
    ] {
        let found = with(TABLE, &good.replace(from, to));
        let finding = found
            .iter()
            .find(|finding| finding.rule == rule)
            .unwrap_or_else(|| panic!("{to}: {found:#?}"));
        assert_eq!((finding.severity, finding.line), (severity, line), "{to}");
    }
}

#[test]
fn searches_in_a_language_without_texts_are_an_error() {
    let found = with("tests/search/fr.yaml", &table(&["permeso", "bolo"]));
    assert_eq!(rules(&found), [(ERROR, "search-cases-without-language")]);
}
