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
    // Its table of cases is about the tree as it was.
    std::fs::remove_file(dir.path().join("tests/trees/albero.yaml")).unwrap();
    let mut found = findings(dir.path());
    // The answers of the sample have their words; others would need theirs.
    found.retain(|it| {
        !USUAL.contains(&it.rule) && !it.rule.ends_with("-text") && it.rule != "tree-without-cases"
    });
    found
}

fn single(next: &str) -> Vec<Finding> {
    asking(&format!(
        "{{node: question, question_kind: single, fact: years, options: [uno, due], next: [{next}]}}"
    ))
}

fn of_kind(kind: &str, next: &str) -> Vec<Finding> {
    asking(&format!("{{node: question, question_kind: {kind}, fact: years, next: [{next}]}}"))
}

const ERROR: Severity = Severity::Error;

/// What is said to have no way: an answer, or a skip where every answer has one.
fn without_way(found: &[Finding]) -> &str {
    assert_eq!(rules(found), [(ERROR, "no-way-out")]);
    let message = &found.first().unwrap().message_en;
    match message.strip_prefix("Who answers “").and_then(|rest| rest.split_once('”')) {
        Some((answer, _)) => answer,
        None => {
            assert!(message.starts_with("Who skips"), "{message}");
            "a skip"
        }
    }
}

#[test]
fn every_answer_must_have_its_way_and_so_must_a_skip() {
    assert_eq!(single("{when: {eq: [years, uno]}, go: si}, {go: no}"), []);
    for covered in [
        "{when: {eq: [years, uno]}, go: si}, {when: {in: [years, [due]]}, go: no}",
        "{when: {eq: [years, uno]}, go: si}, {when: {not: {eq: [years, uno]}}, go: no}",
        "{when: {any: [{eq: [years, uno]}, {eq: [years, due]}]}, go: si}, {when: {eq: [years, uno]}, go: no}",
    ] {
        assert_eq!(without_way(&single(covered)), "a skip", "{covered}");
    }
    assert_eq!(
        single("{when: {any: [{eq: [years, uno]}, {eq: [years, due]}]}, go: si}, {go: no}"),
        []
    );
    let found = single(
        "{when: {eq: [years, uno]}, go: si}, {when: {all: [{eq: [years, due]}, {eq: [years, uno]}]}, go: no}",
    );
    assert_eq!(without_way(&found), "due");
}

#[test]
fn numbers_are_covered_at_their_bounds() {
    let under = "{when: {lt: [years, 18]}, go: si}";
    let whole = of_kind("number", &format!("{under}, {{when: {{ge: [years, 18]}}, go: no}}"));
    assert_eq!(without_way(&whole), "a skip");
    let gap = of_kind("number", &format!("{under}, {{when: {{gt: [years, 18]}}, go: no}}"));
    assert_eq!(without_way(&gap), "18");
}

#[test]
fn yes_and_no_are_both_answers() {
    let yes = "{when: {eq: [years, true]}, go: si}";
    let both = of_kind("yesno", &format!("{yes}, {{when: {{eq: [years, false]}}, go: no}}"));
    assert_eq!(without_way(&both), "a skip");
    let only = of_kind("yesno", &format!("{yes}, {{when: {{eq: [years, true]}}, go: no}}"));
    assert_eq!(without_way(&only), "no (false)");
}

#[test]
fn what_cannot_be_counted_needs_a_line_without_a_condition() {
    let next = "{when: {age: [years, 18]}, go: si}, {when: {not: {age: [years, 18]}}, go: no}";
    let found = of_kind("date", next);
    assert_eq!(rules(&found), [(ERROR, "no-way-out")]);
    assert!(found.first().unwrap().message_en.contains("some answer"), "{found:#?}");
}

#[test]
fn no_question_may_insist_on_an_answer() {
    let found = asking(
        "{node: question, question_kind: single, fact: years, options: [uno, due], skip_allowed: false, next: [{when: {eq: [years, uno]}, go: si}, {go: no}]}",
    );
    assert_eq!(rules(&found), [(ERROR, "not-skippable")]);
    assert!(found.first().unwrap().fix_en.contains("Remove “skip_allowed: false”"));
}

/// A tree of so many questions one after the other.
fn of_length(questions: usize) -> Vec<Finding> {
    let dir = sample::folder();
    let text = std::fs::read_to_string(dir.path().join(TREE)).unwrap();
    let words = std::fs::read_to_string(dir.path().join("text/it/albero.yaml")).unwrap();
    let (mut more, mut more_words) = (String::new(), String::new());
    for number in 2..=questions {
        let go = if number == questions { "no".to_owned() } else { format!("q{}", number + 1) };
        more.push_str(&format!(
            "  q{number}: {{node: question, question_kind: number, fact: f{number}, next: [{{go: {go}}}]}}\n"
        ));
        more_words.push_str(&format!("q{number}.text: \"Quanti?\"\n"));
    }
    let tree =
        text.replace("{go: no}]", "{go: q2}]").replace("  si: {", &format!("{more}  si: {{"));
    sample::write(dir.path(), TREE, &tree);
    sample::write(dir.path(), "text/it/albero.yaml", &format!("{words}{more_words}"));
    let mut found = findings(dir.path());
    found.retain(|finding| finding.severity == ERROR);
    found
}

#[test]
fn no_way_has_more_than_eight_questions() {
    assert_eq!(of_length(8), []);
    let found = of_length(9);
    assert_eq!(rules(&found), [(ERROR, "too-many-questions")]);
    assert!(found.first().unwrap().message_it.contains("q → q2 → q3"), "{found:#?}");
    assert!(found.first().unwrap().message_it.contains("9 domande"), "{found:#?}");
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
