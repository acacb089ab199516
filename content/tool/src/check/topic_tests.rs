//! What a tree may not ask.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::finding::{Finding, Severity};
use crate::sample;

use super::tests::{USUAL, findings, rules};

const TREE: &str = "facts/trees/albero.yaml";
const WORDS: &str = "text/it/albero.yaml";

/// What the check says after some changes of the sample.
fn after(changes: &[(&str, &str, &str)]) -> Vec<Finding> {
    let dir = sample::folder();
    for (file, from, to) in changes {
        sample::change(dir.path(), file, from, to);
    }
    let mut found = findings(dir.path());
    found.retain(|finding| !USUAL.contains(&finding.rule));
    found
}

#[test]
fn nobody_is_asked_about_religion_origin_opinions_or_whom_she_loves() {
    for (words, topic) in [
        ("Qual è la tua religione?", "la religione"),
        ("Sei musulmana?", "la religione"),
        ("Are you a Christian?", "la religione"),
        ("A quale gruppo etnico appartieni?", "l'etnia"),
        ("Qual è il colore della tua pelle, il colore della pelle?", "l'etnia"),
        ("Sei rom o sinti?", "l'etnia"),
        ("Quali sono le tue opinioni?", "le opinioni"),
        ("Fai politica nel tuo Paese?", "le opinioni"),
        ("Qual è il tuo orientamento sessuale?", "sessuale"),
        ("Sei gay o lesbica?", "sessuale"),
        ("Qual è la tua identità di genere?", "sessuale"),
    ] {
        let found = after(&[(WORDS, "Da quanti anni?", words)]);
        let finding = found.iter().find(|finding| finding.rule == "forbidden-question");
        let finding = finding.unwrap_or_else(|| panic!("{words}: {found:#?}"));
        assert_eq!((finding.severity, finding.file.as_str()), (Severity::Error, WORDS));
        assert!(finding.message_it.contains(topic), "{words}: {finding:#?}");
    }
}

#[test]
fn an_option_and_a_fact_ask_as_well_as_a_question_does() {
    let option = after(&[(WORDS, "q.option.uno: \"Uno\"", "q.option.uno: \"Sono cattolico\"")]);
    assert!(option.iter().any(|finding| finding.rule == "forbidden-question"), "{option:#?}");
    let slug = after(&[
        (TREE, "[uno, due]", "[uno, motivi_religiosi]"),
        (WORDS, "q.option.due", "q.option.motivi_religiosi"),
    ]);
    assert!(slug.iter().any(|finding| finding.rule == "forbidden-question"), "{slug:#?}");
    let fact = after(&[
        (TREE, "fact: years", "fact: ethnic_group"),
        (TREE, "eq: [years", "eq: [ethnic_group"),
    ]);
    assert_eq!(rules(&fact), [(Severity::Error, "forbidden-question")]);
}

#[test]
fn english_words_are_searched_too() {
    let dir = sample::folder();
    let words = "title: \"May I?\"\nq.text: \"What is your religion?\"\nq.option.uno: \"One\"\nq.option.due: \"Two\"\nsi.text: \"Maybe.\"\nno.text: \"Ask.\"\n";
    sample::write(dir.path(), "text/en/albero.yaml", words);
    let found = findings(dir.path());
    let finding = found.iter().find(|finding| finding.rule == "forbidden-question").unwrap();
    assert_eq!((finding.file.as_str(), finding.line), ("text/en/albero.yaml", 2));
}

#[test]
fn names_of_permits_and_words_that_only_look_alike_may_stand() {
    for words in [
        "Hai l'asilo politico o sei rifugiato politico?",
        "Di quale Paese sei cittadino?",
        "Hai subito violenza sessuale?",
        "Vivi a Roma?",
        "Sei partito ieri?",
        "Hai il marchio CE?",
    ] {
        assert_eq!(after(&[(WORDS, "Da quanti anni?", words)]), [], "{words}");
    }
    let outcome = after(&[(WORDS, "Forse sì.", "Chiedi al sindacato o in chiesa.")]);
    assert_eq!(outcome, [], "an outcome asks nothing");
}

#[test]
fn health_and_family_are_asked_with_care_or_not_at_all() {
    for fact in
        ["health_need", "is_pregnant", "family_task", "joining", "marital_status", "disability"]
    {
        let condition = format!("eq: [{fact}");
        let named = format!("fact: {fact}");
        let changes =
            [(TREE, "fact: years", named.as_str()), (TREE, "eq: [years", condition.as_str())];
        assert_eq!(after(&changes), [], "{fact}: marked as sensitive, and the way depends on it");
        let unmarked = [&changes[..], &[(TREE, "sensitive: true", "sensitive: false")]].concat();
        assert_eq!(rules(&after(&unmarked)), [(Severity::Error, "sensitive-question")], "{fact}");
    }
    let nothing = after(&[
        (TREE, "fact: years", "fact: illness"),
        (TREE, "{when: {eq: [years, uno]}, go: si}, {go: no}", "{go: si}"),
        (TREE, "  no: {node: outcome, verdict: ask_desk, contacts: [c-uno]}\n", ""),
        (WORDS, "no.text: \"Chiedi.\"\n", ""),
        ("tests/trees/albero.yaml", "outcome: no", "outcome: si"),
    ]);
    assert_eq!(rules(&nothing), [(Severity::Error, "question-for-nothing")]);
}

#[test]
fn a_need_may_be_called_family() {
    let changes = [
        (TREE, "[uno, due]", "[famiglia, due]"),
        (TREE, "eq: [years, uno]", "eq: [years, famiglia]"),
        (TREE, "sensitive: true", "sensitive: false"),
        (WORDS, "q.option.uno: \"Uno\"", "q.option.famiglia: \"La mia famiglia\""),
        ("tests/trees/albero.yaml", "q: uno", "q: famiglia"),
    ];
    assert_eq!(after(&changes), []);
}
