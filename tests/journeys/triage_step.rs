//! One step through an invented tree with every kind of question: what a screen says, and what is refused.

use cittadini_core::personal::Settings;
use cittadini_core::screens::{TriageOutcome, TriageQuestion, TriageScreen};
use cittadini_core::triage::TriageAnswer;
use cittadini_core::{ApiError, Core};
use cittadini_tests::{Phone, Workshop, day, sync};
use serde_json::json;

const TREE: &str = "tree-di-prova";

const FACTS: &str = r#"
purpose: eligibility
start: carte
nodes:
  carte:
    node: question
    question_kind: multi
    fact: papers
    options: [blu, rosso, verde]
    next:
      - {when: {eq: [papers, rosso]}, go: u-rosso}
      - {when: {all: [{eq: [papers, blu]}, {eq: [papers, verde]}]}, go: nascita}
      - {go: lavoro}
  nascita:
    node: question
    question_kind: date
    fact: birth
    sensitive: true
    next: [{when: {age: [birth, 18]}, go: si}, {when: {not: {age: [birth, 18]}}, go: no}, {go: chiedi}]
  lavoro:
    node: question
    question_kind: yesno
    fact: work
    next: [{when: {eq: [work, true]}, go: anni}, {go: chiedi}]
  anni:
    node: question
    question_kind: number
    fact: years
    next: [{when: {ge: [years, 10]}, go: si}, {go: no}]
  si: {node: outcome, verdict: likely_yes, procedures: [permesso-di-prova], office_types: [ufficio-prove]}
  no: {node: outcome, verdict: likely_no, services: [servizio-di-prova]}
  chiedi: {node: outcome, verdict: ask_desk, contacts: [telefono-di-prova], office_types: [ufficio-prove]}
  u-rosso: {node: outcome, verdict: urgent, contacts: [telefono-di-prova], office_types: [ufficio-prove]}
"#;

const WORDS: &str = r#"
title: "Posso avere il permesso di prova?"
carte.text: "Quali carte hai?"
carte.help: "Puoi sceglierne più di una."
carte.option.blu: "Il foglio blu"
carte.option.rosso: "Il foglio rosso"
carte.option.verde: "Il foglio verde"
nascita.text: "Quando sei nato?"
lavoro.text: "Lavori?"
anni.text: "Da quanti anni?"
si.text: "Forse sì. Porta il [[term:t-bollo|bollo]]."
no.text: "Forse no."
chiedi.text: "Chiedi allo sportello."
u-rosso.text: "Chiama subito {contact:telefono-di-prova}."
"#;

const SERVICE: &str = r#"
organisation: comune-di-valprova
offices: [ufficio-prove-valprova, ufficio-prove-montefinto]
fee: f-bollo-di-prova
languages: [it, ar]
"#;

const SERVICE_WORDS: &str =
    "title: \"Aiuto per le prove\"\nwhat: \"Aiuta con i fogli.\"\nfor_whom: \"Per tutti.\"\n";

const META: &str = r#"
owner: redazione
risk: low
confidence: high
sources: [{norm: "Regolamento di prova, art. 1", read_on: 2026-11-21}]
verified_on: 2026-11-21
verified_by: redazione
verify_by: 2027-11-21
"#;

fn reading() -> (Workshop, Core) {
    let workshop = Workshop::invented();
    for (folder, id, facts, words) in
        [("trees", TREE, FACTS, WORDS), ("services", "servizio-di-prova", SERVICE, SERVICE_WORDS)]
    {
        std::fs::create_dir_all(workshop.content().join("facts").join(folder)).unwrap();
        workshop.write(&format!("facts/{folder}/{id}.yaml"), &format!("{facts}{META}"));
        workshop.write(&format!("text/it/{id}.yaml"), words);
    }
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    assert_eq!(sync(&core).unwrap().problem, None);
    read_as(&core, Some("Valprova"));
    (workshop, core)
}

fn read_as(core: &Core, municipality: Option<&str>) {
    let municipality = municipality.map(str::to_owned);
    core.set_settings(&Settings { municipality, ..Settings::default() }).unwrap();
}

fn answers(given: &[(&str, &str)]) -> Vec<TriageAnswer> {
    let given = given.iter().map(|(question, value)| TriageAnswer {
        question: (*question).to_owned(),
        value: (*value).to_owned(),
    });
    given.collect()
}

fn step(core: &Core, given: &[(&str, &str)]) -> TriageScreen {
    core.triage(TREE, &answers(given)).unwrap()
}

fn question(core: &Core, given: &[(&str, &str)]) -> TriageQuestion {
    step(core, given).question.unwrap()
}

fn outcome(core: &Core, given: &[(&str, &str)]) -> TriageOutcome {
    step(core, given).outcome.unwrap()
}

fn options(question: &TriageQuestion) -> Vec<(&str, String)> {
    question.options.iter().map(|option| (option.id.as_str(), option.text.plain())).collect()
}

#[test]
fn a_question_comes_with_its_answers_and_how_far_it_is() {
    let (_workshop, core) = reading();
    let first = question(&core, &[]);
    assert_eq!((first.id.as_str(), first.kind.as_str()), ("carte", "multi"));
    assert_eq!(first.text.plain(), "Quali carte hai?");
    assert_eq!(first.help.as_ref().unwrap().plain(), "Puoi sceglierne più di una.");
    assert_eq!(options(&first)[0], ("blu", "Il foglio blu".to_owned()));
    assert_eq!((first.number, first.at_most, first.sensitive), (1, 3, false));
    assert_eq!(first.progress.plain(), "Domanda 1 di 3 al massimo");
    assert_eq!(first.skip.plain(), "Salta la domanda");

    let birth = question(&core, &[("carte", "blu,verde")]);
    assert_eq!((birth.id.as_str(), birth.kind.as_str()), ("nascita", "date"));
    assert_eq!((birth.number, birth.at_most, birth.sensitive), (2, 2, true));
    assert!(birth.options.is_empty());

    let work = question(&core, &[("carte", "blu")]);
    assert_eq!(options(&work), [("yes", "Sì".to_owned()), ("no", "No".to_owned())]);
    let years = question(&core, &[("carte", "skip"), ("lavoro", "yes")]);
    assert_eq!((years.kind.as_str(), years.number, years.at_most), ("number", 3, 3));
}

#[test]
fn an_outcome_says_what_to_do_and_that_an_office_decides() {
    let (_workshop, core) = reading();
    let yes = step(&core, &[("carte", "blu,verde"), ("nascita", "2008-11-23")]);
    assert_eq!(yes.terms[0].id, "t-bollo");
    assert_eq!(yes.sources[0].title, "Regolamento di prova, art. 1");
    let yes = yes.outcome.unwrap();
    assert_eq!((yes.id.as_deref(), yes.verdict.as_str()), (Some("si"), "likely_yes"));
    assert_eq!(yes.verdict_text.plain(), "Probabilmente sì");
    assert_eq!(yes.text.plain(), "Forse sì. Porta il bollo.");
    assert_eq!(yes.caution.unwrap().plain(), "Questa non è una decisione: decide l'ufficio.");
    assert_eq!(yes.procedures[0].id, "permesso-di-prova");
    assert_eq!(yes.contact.unwrap().office.unwrap().id, "ufficio-prove-valprova");

    let too_young = outcome(&core, &[("carte", "blu,verde"), ("nascita", "2008-11-24")]);
    assert_eq!(too_young.id.as_deref(), Some("no"));
    let skipped = outcome(&core, &[("carte", "blu,verde"), ("nascita", "")]);
    assert_eq!((skipped.id.as_deref(), skipped.caution), (Some("chiedi"), None));
}

#[test]
fn a_number_for_emergencies_comes_first_only_where_it_is_urgent() {
    let (_workshop, core) = reading();
    let urgent = outcome(&core, &[("carte", "blu,rosso")]).contact.unwrap();
    assert_eq!(urgent.contact.unwrap().id, "telefono-di-prova");
    assert_eq!(urgent.office.unwrap().id, "ufficio-prove-valprova");
    let ask = outcome(&core, &[("carte", "skip"), ("lavoro", "no")]);
    assert_eq!(ask.contact.unwrap().contact, None);
    assert_eq!(ask.contacts[0].id, "telefono-di-prova");
}

#[test]
fn without_a_municipality_there_is_the_office_to_ask_and_she_is_asked_for_hers() {
    let (_workshop, core) = reading();
    let given = [("carte", "skip"), ("lavoro", "no")];
    read_as(&core, Some("Montefinto"));
    let there = outcome(&core, &given).contact.unwrap();
    assert_eq!(there.office.unwrap().id, "ufficio-prove-montefinto");
    assert_eq!(there.choose_municipality, None);
    read_as(&core, None);
    let anywhere = outcome(&core, &given).contact.unwrap();
    assert_eq!(anywhere.office.unwrap().id, "ufficio-prove-valprova");
    assert!(anywhere.choose_municipality.is_some());
}

#[test]
fn a_service_comes_with_its_cost_its_languages_and_its_offices_and_one_of_them_is_somebody_to_talk_to()
 {
    let (_workshop, core) = reading();
    let no = outcome(&core, &[("carte", "skip"), ("lavoro", "yes"), ("anni", "9")]);
    let service = &no.services[0];
    assert_eq!(
        (service.id.as_str(), service.title.plain().as_str()),
        ("servizio-di-prova", "Aiuto per le prove")
    );
    assert_eq!(service.organisation.as_deref(), Some("Comune di Valprova"));
    assert_eq!(
        (service.free.as_ref(), service.cost.as_ref().unwrap().plain().as_str()),
        (None, "16,00 €")
    );
    assert_eq!(service.languages, ["Italiano", "العربية"]);
    assert_eq!(service.offices.len(), 2);
    // The one that can be found and called comes before the one of which neither is known.
    assert_eq!(no.contact.unwrap().office.unwrap().id, "ufficio-prove-valprova");
    assert_eq!(no.offices[0].id, "ufficio-prove-montefinto");
}

#[test]
fn the_trace_says_what_was_asked_and_answered_in_order() {
    let (_workshop, core) = reading();
    let given = [("anni", "12"), ("nascita", "skip"), ("lavoro", "sì"), ("carte", "verde,blu")];
    let trace = |given: &[(&str, &str)]| -> Vec<(String, Vec<String>, bool)> {
        let asked = step(&core, given).trace.into_iter();
        asked
            .map(|asked| {
                let answers = asked.answers.iter().map(|answer| answer.plain()).collect();
                (asked.question, answers, asked.skipped)
            })
            .collect()
    };
    let said = |question: &str, answers: &[&str], skipped| {
        (question.to_owned(), answers.iter().map(|it| (*it).to_owned()).collect(), skipped)
    };
    // Answers off the way are ignored.
    assert_eq!(
        trace(&given),
        [
            said("carte", &["Il foglio blu", "Il foglio verde"], false),
            said("nascita", &["domanda saltata"], true),
        ]
    );
    assert_eq!(
        trace(&[("carte", "blu"), ("lavoro", "yes"), ("anni", "12")]),
        [
            said("carte", &["Il foglio blu"], false),
            said("lavoro", &["Sì"], false),
            said("anni", &["12"], false),
        ]
    );
}

#[test]
fn the_json_has_a_question_or_an_outcome_and_always_a_trace() {
    let (_workshop, core) = reading();
    let keys = |given: &[(&str, &str)]| {
        let json = json!(step(&core, given));
        ["question", "outcome", "trace"].map(|key| json.get(key).is_some())
    };
    assert_eq!(keys(&[]), [true, false, true]);
    assert_eq!(keys(&[("carte", "rosso")]), [false, true, true]);
}

#[test]
fn what_is_no_tree_no_question_and_no_answer_is_refused() {
    let (_workshop, core) = reading();
    for (tree, given) in [
        ("tree-volare", vec![]),
        ("permesso-di-prova", vec![]),
        (TREE, vec![("volare", "skip")]),
        (TREE, vec![("si", "skip")]),
        (TREE, vec![("carte", "blu,giallo")]),
        (TREE, vec![("carte", "blu"), ("carte", "rosso")]),
        (TREE, vec![("nascita", "2026-02-30")]),
        (TREE, vec![("nascita", "2027-02-29")]),
        (TREE, vec![("nascita", "2026-11-24")]),
        (TREE, vec![("anni", "molti")]),
        (TREE, vec![("lavoro", "forse")]),
    ] {
        let error = core.triage(tree, &answers(&given)).unwrap_err();
        assert!(matches!(error, ApiError::InvalidInput { .. }), "{tree} {given:?}: {error}");
    }
}

#[test]
fn an_empty_phone_has_no_trees() {
    let workshop = Workshop::invented();
    let core = Phone::new(&workshop, "http://127.0.0.1:9").open(day(0));
    assert_eq!(core.trees().unwrap().trees, []);
    assert!(matches!(core.triage(TREE, &[]), Err(ApiError::InvalidInput { .. })));
}

#[test]
fn the_list_names_each_tree_and_what_it_is_for() {
    let (_workshop, core) = reading();
    let trees = core.trees().unwrap().trees;
    assert_eq!(trees.len(), 1);
    assert_eq!((trees[0].id.as_str(), trees[0].purpose.as_str()), (TREE, "eligibility"));
    assert_eq!(trees[0].title.plain(), "Posso avere il permesso di prova?");
}
