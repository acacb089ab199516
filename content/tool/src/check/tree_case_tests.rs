//! Tables of cases: what a tree must keep saying.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::finding::{Finding, Severity};
use crate::sample;

use super::tests::{USUAL, findings, rules};

const TABLE: &str = "tests/trees/albero.yaml";

fn with(table: &str) -> Vec<Finding> {
    let dir = sample::folder();
    sample::write(dir.path(), TABLE, table);
    let mut found = findings(dir.path());
    found.retain(|finding| !USUAL.contains(&finding.rule));
    found
}

fn changed(from: &str, to: &str) -> Vec<Finding> {
    let dir = sample::folder();
    sample::change(dir.path(), TABLE, from, to);
    let mut found = findings(dir.path());
    found.retain(|finding| !USUAL.contains(&finding.rule));
    found
}

const ERROR: Severity = Severity::Error;
const WARNING: Severity = Severity::Warning;

#[test]
fn a_case_that_fails_says_what_was_expected_what_came_and_by_which_way() {
    let found = changed("q: uno", "q: due");
    assert_eq!(rules(&found), [(WARNING, "outcome-without-case"), (ERROR, "case-fails")]);
    let finding = found.iter().find(|finding| finding.rule == "case-fails").unwrap();
    assert_eq!((finding.file.as_str(), finding.line), (TABLE, 2));
    for part in ["«Da un anno»", "«si»", "q: due → no"] {
        assert!(finding.message_it.contains(part), "{finding:#?}");
    }
}

#[test]
fn a_question_that_a_case_does_not_name_is_skipped() {
    let found = changed("answers: {q: uno}", "answers: {}");
    let finding = found.iter().find(|finding| finding.rule == "case-fails").unwrap();
    assert!(finding.message_en.contains("q: (skipped) → no"), "{finding:#?}");
    assert_eq!(changed("answers: {}", "answers: {q: skip}"), []);
}

#[test]
fn ids_and_answers_that_there_are_not_are_errors_where_they_stand() {
    for (from, to, rule, line) in [
        ("q: uno", "quando: uno", "case-answer", 2),
        ("q: uno", "si: uno", "case-answer", 2),
        ("q: uno", "q: tre", "case-answer", 2),
        ("q: uno", "q: [uno, due]", "case-answer", 2),
        ("outcome: no", "outcome: nope", "case-outcome", 3),
        ("outcome: no", "outcome: q", "case-outcome", 3),
        ("outcome: no", "outcom: no", "unknown-field", 3),
        ("today: 2026-11-23", "today: 2026-02-30", "not-a-date", 2),
    ] {
        let found = changed(from, to);
        let error = found.iter().find(|finding| finding.severity == ERROR && finding.rule == rule);
        let error = error.unwrap_or_else(|| panic!("{to}: {found:#?}"));
        assert_eq!((error.file.as_str(), error.line), (TABLE, line), "{to}");
    }
}

#[test]
fn cases_for_a_tree_that_there_is_not_are_an_error() {
    let dir = sample::folder();
    sample::write(dir.path(), "tests/trees/alberi.yaml", "cases: []\n");
    let found = findings(dir.path());
    let error = found.iter().find(|finding| finding.rule == "case-without-tree").unwrap();
    assert!(error.fix_it.contains("«albero»"), "{error:#?}");
}

#[test]
fn a_tree_without_cases_and_an_outcome_without_a_case_are_warnings() {
    let dir = sample::folder();
    std::fs::remove_file(dir.path().join(TABLE)).unwrap();
    let mut found = findings(dir.path());
    found.retain(|finding| !USUAL.contains(&finding.rule));
    assert_eq!(rules(&found), [(WARNING, "tree-without-cases")]);
    let one = with("cases:\n  - {why: \"Uno\", answers: {q: uno}, outcome: si}\n");
    assert_eq!(rules(&one), [(WARNING, "outcome-without-case")]);
}

#[test]
fn a_case_is_judged_on_its_own_day_and_else_on_that_of_the_check() {
    let dir = sample::folder();
    let tree = "facts/trees/albero.yaml";
    sample::change(
        dir.path(),
        tree,
        "question_kind: single, fact: years, options: [uno, due]",
        "question_kind: date, fact: entry",
    );
    sample::change(dir.path(), tree, "eq: [years, uno]", "date_diff: [entry, today, 8]");
    sample::change(
        dir.path(),
        "text/it/albero.yaml",
        "q.option.uno: \"Uno\"\nq.option.due: \"Due\"\n",
        "",
    );
    let table = |today: &str, outcome: &str| {
        let case = format!("{{why: x, answers: {{q: 2026-11-20}}{today}, outcome: {outcome}}}");
        sample::write(dir.path(), TABLE, &format!("cases:\n  - {case}\n"));
        findings(dir.path()).iter().any(|finding| finding.rule == "case-fails")
    };
    assert!(!table("", "si") && table("", "no"));
    assert!(!table(", today: 2026-11-29", "no") && table(", today: 2026-11-29", "si"));
}

#[test]
fn an_answer_to_what_is_never_asked_is_a_warning() {
    let dir = sample::folder();
    let tree = "facts/trees/albero.yaml";
    sample::change(
        dir.path(),
        tree,
        "{go: no}]}",
        "{go: r}]}\n  r: {node: question, question_kind: yesno, fact: work, next: [{go: no}]}",
    );
    sample::change(dir.path(), "text/it/albero.yaml", "q.text", "r.text: \"Lavori?\"\nq.text");
    sample::change(dir.path(), TABLE, "{q: uno}", "{q: uno, r: yes}");
    let mut found = findings(dir.path());
    found.retain(|finding| !USUAL.contains(&finding.rule));
    assert_eq!(rules(&found), [(WARNING, "case-answer-unused")]);
}
