//! The question trees of the real content, walked as a shell walks them: one call a step, with all answers so far.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use cittadini_core::personal::Settings;
use cittadini_core::screens::{TriageOutcome, TriageQuestion, TriageScreen};
use cittadini_core::triage::TriageAnswer;
use cittadini_core::{ApiError, Core};
use cittadini_tests::{Phone, Workshop, day, sync};

/// The one entrance.
const ENTRANCE: &str = "tree-che-cosa-mi-serve";

/// How many answers may be asked of a reader before she knows what to do.
const ANSWERS: usize = 8;

fn reading() -> (Workshop, Core) {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    assert_eq!(sync(&core).unwrap().problem, None);
    (workshop, core)
}

fn read_as(core: &Core, language: &str, municipality: Option<&str>) {
    let languages = vec![language.to_owned()];
    let municipality = municipality.map(str::to_owned);
    core.set_settings(&Settings { languages, municipality, ..Settings::default() }).unwrap();
}

fn answer(question: &str, value: &str) -> TriageAnswer {
    TriageAnswer { question: question.to_owned(), value: value.to_owned() }
}

fn answers(given: &[(&str, &str)]) -> Vec<TriageAnswer> {
    given.iter().map(|(question, value)| answer(question, value)).collect()
}

/// Everything that a reader may do with a question.
fn possible(question: &TriageQuestion) -> Vec<String> {
    let mut values: Vec<String> = question.options.iter().map(|option| option.id.clone()).collect();
    match question.kind.as_str() {
        "date" => values.extend(["2026-11-23", "2000-02-29", "1950-06-01"].map(str::to_owned)),
        "number" => values.extend(["0", "1", "18", "120"].map(str::to_owned)),
        "multi" => values.push(values.join(",")),
        _ => {}
    }
    values.push("skip".to_owned());
    values
}

/// Goes every way through a tree, the shortest first, and hands each end with its answers to `visit`. Returns how many.
fn every_way(
    core: &Core,
    tree: &str,
    mut visit: impl FnMut(&[TriageAnswer], &TriageScreen, &TriageOutcome),
) -> usize {
    let mut open = VecDeque::from([Vec::new()]);
    let mut ends = 0;
    while let Some(given) = open.pop_front() {
        let screen = core.triage(tree, &given).unwrap();
        assert_eq!(screen.trace.len(), given.len(), "{tree}: every answer is in the trace");
        match (&screen.question, &screen.outcome) {
            (Some(question), None) => {
                assert!(question.number <= question.at_most, "{tree}/{}", question.id);
                assert_eq!(question.number as usize, given.len() + 1);
                for value in possible(question) {
                    let mut more = given.clone();
                    more.push(answer(&question.id, &value));
                    open.push_back(more);
                }
            }
            (None, Some(outcome)) => {
                ends += 1;
                visit(&given, &screen, outcome);
            }
            _ => panic!("{tree}: a question or an outcome, never both and never none"),
        }
    }
    ends
}

#[test]
fn the_one_entrance_leads_to_each_procedure_in_at_most_eight_answers() {
    let (workshop, core) = reading();
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    every_way(&core, ENTRANCE, |given, _, outcome| {
        for procedure in &outcome.procedures {
            reached.entry(procedure.id.clone()).or_insert(given.len());
        }
    });
    let folder = std::fs::read_dir(workshop.content().join("facts/procedures")).unwrap();
    let written: BTreeSet<String> = folder
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name.trim_end_matches(".yaml").to_owned())
        .collect();
    assert_eq!(reached.keys().cloned().collect::<BTreeSet<_>>(), written);
    assert!(reached.values().all(|answers| *answers <= ANSWERS), "{reached:?}");
}

#[test]
fn every_answer_and_every_skip_ends_with_somebody_to_talk_to_everywhere_in_every_language() {
    let (_workshop, core) = reading();
    let home = core.home().unwrap();
    let mut places: Vec<Option<&str>> = vec![None];
    places.extend(home.municipalities.iter().map(|found| Some(found.name.as_str())));
    assert_eq!(places.len(), 8);
    for tree in core.trees().unwrap().trees {
        for language in ["it", "en", "ar"] {
            for place in &places {
                read_as(&core, language, *place);
                let ends = every_way(&core, &tree.id, |given, screen, outcome| {
                    let way = || format!("{language} {place:?} {}: {given:?}", tree.id);
                    somebody(outcome, *place, &way);
                    in_her_words(screen, outcome, language, &way);
                });
                assert!(ends > 20, "{}: {ends} ends", tree.id);
            }
        }
    }
}

fn somebody(outcome: &TriageOutcome, place: Option<&str>, way: &dyn Fn() -> String) {
    assert!(outcome.id.is_some() && outcome.needs_update.is_none(), "{}", way());
    let contact = outcome.contact.as_ref().unwrap_or_else(|| panic!("{}", way()));
    assert!(contact.office.is_some() || contact.contact.is_some(), "{}", way());
    assert_eq!(contact.choose_municipality.is_some(), place.is_none(), "{}", way());
    if let Some(found) = &contact.contact {
        assert!(!found.emergency || outcome.verdict == "urgent", "{}", way());
        assert!(outcome.contacts.iter().all(|other| other.id != found.id), "{}", way());
    }
    if let Some(office) = &contact.office {
        assert!(outcome.offices.iter().all(|other| other.id != office.id), "{}", way());
    }
}

fn in_her_words(
    screen: &TriageScreen,
    outcome: &TriageOutcome,
    language: &str,
    way: &dyn Fn() -> String,
) {
    let mut texts = vec![&screen.title, &outcome.verdict_text, &outcome.text];
    texts.extend(&outcome.caution);
    for asked in &screen.trace {
        texts.push(&asked.text);
        texts.extend(&asked.answers);
    }
    for text in texts {
        assert_eq!((text.language.as_str(), text.fallback), (language, false), "{}", way());
        assert!(!text.plain().trim().is_empty(), "{}", way());
    }
}

#[test]
fn a_screen_has_a_question_or_an_outcome_at_the_top_and_always_a_trace() {
    let (_workshop, core) = reading();
    read_as(&core, "it", Some("Bollate"));
    let keys = |given: &[(&str, &str)]| {
        let screen = core.triage(ENTRANCE, &answers(given)).unwrap();
        let json = serde_json::to_value(screen).unwrap();
        ["question", "outcome", "trace"].map(|key| json.get(key).is_some())
    };
    assert_eq!(keys(&[]), [true, false, true]);
    assert_eq!(keys(&[("bisogno", "lettera")]), [false, true, true]);
}

#[test]
fn the_office_of_her_own_municipality_comes_first_and_an_emergency_number_only_where_it_is_urgent()
{
    let (_workshop, core) = reading();
    read_as(&core, "en", Some("Senago"));
    let outcome =
        |given: &[(&str, &str)]| core.triage(ENTRANCE, &answers(given)).unwrap().outcome.unwrap();

    let renewal =
        outcome(&[("bisogno", "permesso"), ("permesso", "rinnovo"), ("scadenza", "vicino")]);
    assert_eq!(renewal.verdict, "likely_yes");
    assert_eq!(renewal.contact.unwrap().office.unwrap().id, "spazio-immigrazione-senago");
    assert_eq!(renewal.procedures[0].id, "rinnovo-permesso");
    assert!(renewal.caution.is_some());

    let violence = outcome(&[("bisogno", "aiuto-subito"), ("aiuto", "violenza")]);
    assert_eq!(violence.verdict, "urgent");
    let contact = violence.contact.unwrap();
    assert_eq!(contact.contact.unwrap().id, "antiviolenza-1522");
    assert_eq!(contact.office.unwrap().id, "spazio-immigrazione-senago");

    let child = outcome(&[("bisogno", "salute"), ("salute", "minore")]);
    assert_eq!(child.contact.unwrap().contact, None);
    assert!(child.contacts.iter().any(|contact| contact.id == "emergenza-112"));
}

#[test]
fn the_trace_says_what_was_asked_and_answered_in_order() {
    let (_workshop, core) = reading();
    read_as(&core, "en", None);
    let screen = core
        .triage(
            ENTRANCE,
            &answers(&[("permesso", "skip"), ("bisogno", "permesso"), ("aiuto", "altro")]),
        )
        .unwrap();
    let said: Vec<(&str, String, bool)> = screen
        .trace
        .iter()
        .map(|asked| (asked.question.as_str(), asked.answers[0].plain(), asked.skipped))
        .collect();
    assert_eq!(
        said,
        [
            ("bisogno", "The residence permit".to_owned(), false),
            ("permesso", "skipped".to_owned(), true),
        ]
    );
}

#[test]
fn what_is_no_tree_no_question_and_no_answer_is_refused() {
    let (_workshop, core) = reading();
    for (tree, given) in [
        ("tree-volare", vec![]),
        ("rinnovo-permesso", vec![]),
        (ENTRANCE, vec![("volare", "skip")]),
        (ENTRANCE, vec![("o-chiedi", "skip")]),
        (ENTRANCE, vec![("bisogno", "volare")]),
        (ENTRANCE, vec![("bisogno", "casa"), ("bisogno", "lavoro")]),
    ] {
        let error = core.triage(tree, &answers(&given)).unwrap_err();
        assert!(matches!(error, ApiError::InvalidInput { .. }), "{tree} {given:?}: {error}");
    }
}

#[test]
fn nothing_of_the_answers_is_left_in_the_data_folder() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url());
    let core = phone.open(day(0));
    sync(&core).unwrap();
    let before = files(&phone.data());
    core.triage(ENTRANCE, &answers(&[("bisogno", "aiuto-subito"), ("aiuto", "violenza")])).unwrap();
    assert_eq!(files(&phone.data()), before);
}

fn files(folder: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => {
                let name = path.display().to_string();
                // What the connections of a database share is no record: which pages are being read.
                if !name.ends_with("-shm") {
                    found.insert(name, std::fs::read(&path).unwrap());
                }
            }
        }
    }
    found
}
