//! Question trees: every answer has its way, every way its end, every end somebody to talk to.
#![allow(clippy::unwrap_used)]

use crate::finding::{Finding, Severity};
use crate::sample;

use super::tests::{USUAL, findings, rules};

const TREE: &str = "facts/trees/albero.yaml";

/// What the check says when the question of the sample's tree reads like this.
fn asking(question: &str) -> Vec<Finding> {
    let dir = sample::folder();
    let text = std::fs::read_to_string(dir.path().join(TREE)).unwrap();
    let (before, rest) = text.split_once("  q: ").unwrap();
    let (_, after) = rest.split_once('\n').unwrap();
    sample::write(dir.path(), TREE, &format!("{before}  q: {question}\n{after}"));
    let mut found = findings(dir.path());
    // The answers of the sample have their words; others would need theirs.
    found.retain(|it| !USUAL.contains(&it.rule) && !it.rule.ends_with("-text"));
    found
}

fn single(next: &str) -> Vec<Finding> {
    asking(&format!(
        "{{node: question, question_kind: single, fact: years, options: [uno, due], skip_allowed: false, next: [{next}]}}"
    ))
}

fn of_kind(kind: &str, next: &str) -> Vec<(Severity, &'static str)> {
    rules(&asking(&format!(
        "{{node: question, question_kind: {kind}, fact: years, skip_allowed: false, next: [{next}]}}"
    )))
}

const ERROR: Severity = Severity::Error;

#[test]
fn every_answer_must_have_its_way() {
    let both = "{when: {eq: [years, uno]}, go: si}, {when: {in: [years, [due]]}, go: no}";
    assert_eq!(single(both), []);
    assert_eq!(
        single("{when: {any: [{eq: [years, uno]}, {eq: [years, due]}]}, go: si}, {go: no}"),
        []
    );
    assert_eq!(
        single("{when: {eq: [years, uno]}, go: si}, {when: {not: {eq: [years, uno]}}, go: no}"),
        []
    );

    let found = single(
        "{when: {eq: [years, uno]}, go: si}, {when: {all: [{eq: [years, due]}, {eq: [years, uno]}]}, go: no}",
    );
    assert_eq!(rules(&found), [(ERROR, "no-way-out")]);
    assert!(found.first().unwrap().message_it.contains("«due»"), "{found:#?}");
}

#[test]
fn numbers_are_covered_at_their_bounds() {
    let under = "{when: {lt: [years, 18]}, go: si}";
    assert_eq!(of_kind("number", &format!("{under}, {{when: {{ge: [years, 18]}}, go: no}}")), []);
    let gap = of_kind("number", &format!("{under}, {{when: {{gt: [years, 18]}}, go: no}}"));
    assert_eq!(gap, [(ERROR, "no-way-out")]);
}

#[test]
fn yes_and_no_are_both_answers() {
    let yes = "{when: {eq: [years, true]}, go: si}";
    assert_eq!(of_kind("yesno", &format!("{yes}, {{when: {{eq: [years, false]}}, go: no}}")), []);
    let only = of_kind("yesno", &format!("{yes}, {{when: {{eq: [years, true]}}, go: no}}"));
    assert_eq!(only, [(ERROR, "no-way-out")]);
}

#[test]
fn what_cannot_be_counted_needs_a_line_without_a_condition() {
    let next = "{when: {age: [years, 18]}, go: si}, {when: {not: {age: [years, 18]}}, go: no}";
    assert_eq!(of_kind("date", next), [(ERROR, "no-way-out")]);
}

#[test]
fn whoever_skips_a_question_must_arrive_somewhere() {
    let found = asking(
        "{node: question, question_kind: single, fact: years, options: [uno, due], next: [{when: {eq: [years, uno]}, go: si}, {when: {eq: [years, due]}, go: no}]}",
    );
    assert_eq!(rules(&found), [(ERROR, "no-way-out")]);
    assert!(found.first().unwrap().fix_en.contains("skip_allowed: false"));
}

#[test]
fn a_condition_speaks_of_what_was_asked_and_of_answers_there_are() {
    let found = single("{when: {eq: [year, uno]}, go: si}, {go: no}");
    assert_eq!(rules(&found), [(ERROR, "fact-never-asked")]);
    assert!(found.first().unwrap().fix_it.contains("«years»"), "{found:#?}");
    let found = single("{when: {eq: [years, tre]}, go: si}, {go: no}");
    assert_eq!(rules(&found), [(ERROR, "no-such-answer")]);
}

#[test]
fn a_way_after_the_one_that_is_always_taken_is_never_taken() {
    let found = single("{go: no}, {when: {eq: [years, uno]}, go: si}");
    assert_eq!(rules(&found), [(ERROR, "branch-never-taken")]);
}

#[test]
fn a_page_of_the_web_is_nobody_to_talk_to() {
    let dir = sample::folder();
    let contact = "facts/contacts/c-uno.yaml";
    sample::change(dir.path(), contact, "contact_kind: hotline", "contact_kind: web");
    sample::change(dir.path(), contact, "\"112\"", "\"https://www.example.it/\"");
    let found: Vec<&str> = findings(dir.path())
        .into_iter()
        .filter(|finding| finding.file == TREE || finding.file == contact)
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(found, ["contact-not-human", "outcome-without-contact"]);
}
