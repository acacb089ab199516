//! The question trees of the real content, walked as a shell walks them: one call a step, with all answers so far.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use cittadini_core::Core;
use cittadini_core::personal::Settings;
use cittadini_core::screens::{TriageOutcome, TriageQuestion, TriageScreen};
use cittadini_core::triage::TriageAnswer;
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

/// With how many different answers before it a question is answered in all its ways. Trees that know how one came to a
/// question have more ways than anybody can walk; `check` proves of each question that all its answers lead on.
const HISTORIES: usize = 25;

/// Goes through a tree, the shortest ways first: every answer to every question, and every skip. Hands each screen with its
/// answers to `visit`.
fn every_way(core: &Core, tree: &str, mut visit: impl FnMut(&[TriageAnswer], &TriageScreen)) {
    let mut open = VecDeque::from([Vec::new()]);
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    while let Some(given) = open.pop_front() {
        let screen = core.triage(tree, &given).unwrap();
        assert_eq!(screen.trace.len(), given.len(), "{tree}: every answer is in the trace");
        assert!(
            screen.question.is_some() != screen.outcome.is_some(),
            "{tree}: a question or an outcome, never both and never none"
        );
        visit(&given, &screen);
        let Some(question) = screen.question else { continue };
        assert!(question.number <= question.at_most, "{tree}/{}", question.id);
        assert_eq!(question.number as usize, given.len() + 1);
        assert!(question.at_most as usize <= ANSWERS, "{tree}/{}", question.id);
        let histories = asked.entry(question.id.clone()).or_default();
        *histories += 1;
        if *histories <= HISTORIES {
            for value in possible(&question) {
                let mut more = given.clone();
                more.push(answer(&question.id, &value));
                open.push_back(more);
            }
        }
    }
}

#[test]
fn the_one_entrance_leads_to_each_procedure_in_at_most_eight_answers() {
    let (workshop, core) = reading();
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    every_way(&core, ENTRANCE, |given, screen| {
        for procedure in screen.outcome.iter().flat_map(|outcome| &outcome.procedures) {
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
fn every_answer_and_every_skip_ends_with_somebody_to_talk_to() {
    let (_workshop, core) = reading();
    read_as(&core, "it", Some("Bollate"));
    for tree in core.trees().unwrap().trees {
        let mut ends = 0;
        every_way(&core, &tree.id, |given, screen| {
            if let Some(outcome) = &screen.outcome {
                ends += 1;
                somebody(outcome, Some("Bollate"), &|| format!("{}: {given:?}", tree.id));
            }
        });
        assert!(ends > 20, "{}: {ends} ends", tree.id);
    }
}

#[test]
fn every_question_and_outcome_is_whole_in_every_municipality_and_language() {
    let (workshop, core) = reading();
    let home = core.home().unwrap();
    let mut places: Vec<Option<&str>> = vec![None];
    places.extend(home.municipalities.iter().map(|found| Some(found.name.as_str())));
    assert_eq!(places.len(), 8);
    for tree in core.trees().unwrap().trees {
        // The shortest way to each question and outcome.
        let mut ways: BTreeMap<String, Vec<TriageAnswer>> = BTreeMap::new();
        every_way(&core, &tree.id, |given, screen| {
            let question = screen.question.iter().map(|question| question.id.clone());
            let outcome = screen.outcome.iter().filter_map(|outcome| outcome.id.clone());
            for id in question.chain(outcome) {
                ways.entry(id).or_insert_with(|| given.to_vec());
            }
        });
        assert_eq!(ways.len(), nodes(&workshop, &tree.id), "{}: {:?}", tree.id, ways.keys());
        for language in ["it", "en", "ar"] {
            for place in &places {
                read_as(&core, language, *place);
                for (id, given) in &ways {
                    let screen = core.triage(&tree.id, given).unwrap();
                    let way = || format!("{language} {place:?} {}/{id}: {given:?}", tree.id);
                    in_her_words(&screen, language, &way);
                    if let Some(outcome) = &screen.outcome {
                        somebody(outcome, *place, &way);
                    }
                }
            }
        }
    }
}

/// How many nodes the file of a tree has.
fn nodes(workshop: &Workshop, tree: &str) -> usize {
    let file = workshop.read(&format!("facts/trees/{tree}.yaml"));
    file.lines().filter(|line| line.trim().starts_with("node: ")).count()
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

fn in_her_words(screen: &TriageScreen, language: &str, way: &dyn Fn() -> String) {
    let mut texts = vec![&screen.title];
    if let Some(question) = &screen.question {
        texts.extend([&question.text, &question.progress, &question.skip]);
        texts.extend(&question.help);
        texts.extend(question.options.iter().map(|option| &option.text));
    }
    if let Some(outcome) = &screen.outcome {
        texts.extend([&outcome.verdict_text, &outcome.text]);
        texts.extend(&outcome.caution);
    }
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
fn nothing_of_the_answers_is_left_in_the_data_folder() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url());
    let core = phone.open(day(0));
    sync(&core).unwrap();
    let before = files(&phone.data());
    every_way(&core, ENTRANCE, |_, _| ());
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
