//! The search, from what somebody types to the pages that she opens.

use std::collections::BTreeMap;

use cittadini::source::load::load;
use cittadini_core::personal::Settings;
use cittadini_core::screens::{FoundText, HitKind, SearchScreen};
use cittadini_core::{ApiError, Core};
use cittadini_tests::{Phone, Workshop, day, project, sync};

fn reading(workshop: &Workshop) -> (Core, Phone) {
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(workshop, &server.url());
    let core = phone.open(day(0));
    assert_eq!(sync(&core).unwrap().problem, None);
    (core, phone)
}

fn read_as(core: &Core, language: &str) {
    core.set_settings(&Settings { languages: vec![language.into()], ..Settings::default() })
        .unwrap();
}

fn ids(screen: &SearchScreen) -> Vec<&str> {
    screen.hits.iter().map(|hit| hit.id.as_str()).collect()
}

fn highlighted(text: &FoundText) -> Vec<String> {
    let units: Vec<u16> = text.text.encode_utf16().collect();
    let part =
        |start: u32, end: u32| String::from_utf16(&units[start as usize..end as usize]).unwrap();
    text.ranges.iter().map(|range| part(range.start, range.end)).collect()
}

/// The place of the right procedure among all results, whatever their kind; the queries that do not have it first are said.
#[test]
fn people_find_the_right_procedure_as_they_type() {
    let workshop = Workshop::real();
    let (core, _) = reading(&workshop);
    let content = load(&project().join("content"), None).unwrap();
    for (language, wanted) in [("it", 40), ("en", 25), ("ar", 25)] {
        read_as(&core, language);
        let cases = &content.search_cases[language].cases;
        assert!(cases.len() >= wanted, "{language}: {} searches", cases.len());
        let mut places: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for case in cases {
            let query = case.text("query").unwrap();
            let procedure = case.text("procedure").unwrap();
            let screen = core.search(query, 10).unwrap();
            let place = ids(&screen).iter().position(|id| *id == procedure).unwrap_or(99) + 1;
            places
                .entry(place)
                .or_default()
                .push(format!("{query} → {procedure}, not {:?}", ids(&screen).first()));
        }
        let within = |most: usize| places.range(..=most).map(|(_, all)| all.len()).sum::<usize>();
        let share = |count: usize| count * 100 / cases.len();
        println!(
            "{language}: first {} %, among three {} % of {}",
            share(within(1)),
            share(within(3)),
            cases.len()
        );
        let late: Vec<_> = places.range(2..).collect();
        assert!(share(within(1)) >= 75, "{language}: first {} %: {late:#?}", share(within(1)));
        assert!(
            share(within(3)) >= 95,
            "{language}: among three {} %: {late:#?}",
            share(within(3))
        );
    }
}

#[test]
fn a_hit_says_what_it_is_in_both_languages_and_which_words_matched() {
    let workshop = Workshop::real();
    let (core, _) = reading(&workshop);
    read_as(&core, "ar");
    let screen = core.search("تجديد الاقامه", 10).unwrap();
    let hit = screen.hits.iter().find(|hit| hit.id == "rinnovo-permesso").unwrap();
    assert_eq!(hit.kind, HitKind::Procedure);
    assert_eq!((hit.title.language.as_str(), hit.title_it.language.as_str()), ("ar", "it"));
    assert_eq!(highlighted(&hit.title).len(), 2, "{:?}", hit.title);
    assert!(!hit.why.is_empty());
    // What the counter says is found, whatever she reads.
    let italian = core.search("rinovare il permeso", 10).unwrap();
    let hit = italian.hits.iter().find(|hit| hit.id == "rinnovo-permesso").unwrap();
    assert_eq!(hit.title.language, "ar");
    assert_eq!(highlighted(&hit.title_it), ["Rinnovare", "permesso"]);
    assert_eq!(italian.corrected.as_deref(), Some("rinnovare il permesso"));
    assert!(italian.showing.unwrap().plain().contains("rinnovare il permesso"));
}

#[test]
fn every_kind_of_thing_is_found() {
    let workshop = Workshop::real();
    let (core, _) = reading(&workshop);
    for (query, kind) in [
        ("primo permesso", HitKind::Procedure),
        ("fototessere", HitKind::Document),
        ("marca da bollo", HitKind::Term),
        ("ANPR", HitKind::Term),
        ("questura ufficio immigrazione", HitKind::OfficeType),
        ("1522 violenza", HitKind::Contact),
        ("112", HitKind::Contact),
    ] {
        let screen = core.search(query, 20).unwrap();
        let kinds: Vec<HitKind> = screen.hits.iter().map(|hit| hit.kind).collect();
        assert!(kinds.iter().take(5).any(|found| *found == kind), "{query}: {kinds:?}");
    }
    let office = core.offices().unwrap().offices.remove(0);
    let screen = core.search(&office.name_it, 20).unwrap();
    assert!(ids(&screen).contains(&office.id.as_str()), "{}", office.name_it);
}

#[test]
fn a_paper_leads_to_the_procedures_that_ask_for_it_and_a_step_is_named() {
    let workshop = Workshop::real();
    let (core, _) = reading(&workshop);
    let screen = core.search("fototessere", 5).unwrap();
    let paper = screen.hits.iter().find(|hit| hit.kind == HitKind::Document).unwrap();
    assert!(
        paper.procedures.iter().any(|procedure| procedure.id == "rinnovo-permesso"),
        "{paper:?}"
    );
    let screen = core.search("rinnovo permesso impronte delle dita", 5).unwrap();
    let procedure = screen.hits.iter().find(|hit| hit.id == "rinnovo-permesso").unwrap();
    let step = procedure.step.as_ref().unwrap();
    assert_eq!(step.id, "impronte");
    assert!(highlighted(procedure.snippet.as_ref().unwrap()).contains(&"impronte".to_owned()));
}

#[test]
fn whatever_is_typed_is_a_query() {
    let workshop = Workshop::real();
    let (core, _) = reading(&workshop);
    let long = "permesso ".repeat(1_200);
    let word = "a".repeat(10_000);
    for typed in [
        "",
        " ",
        "p",
        "è",
        "📄🛂",
        "\u{0}\u{7}\u{1b}[0m",
        "\"",
        "\"permesso",
        "permesso OR",
        "NEAR(a b)",
        "title:permesso",
        "perm*",
        "-permesso",
        "^permesso",
        "permesso AND NOT (soggiorno)",
        "{title body}: x",
        "'; DROP TABLE record; --",
        "\u{fffd}\u{fffd}",
        "permesso تصريح 居留",
        "\u{202e}osseremp",
        "100%",
        "%_",
        "((((",
        "\\",
        long.as_str(),
        word.as_str(),
    ] {
        let screen = core.search(typed, 10).unwrap_or_else(|error| panic!("{typed:.40?}: {error}"));
        assert_eq!(screen.query, typed);
        assert_eq!(screen.nothing.is_some(), screen.hits.is_empty());
    }
    assert!(core.search("'; DROP TABLE record; --", 10).is_ok());
    assert!(ids(&core.search("title:permesso", 10).unwrap()).contains(&"rinnovo-permesso"));
    assert!(!core.procedures().unwrap().groups.is_empty());
}

#[test]
fn an_index_kept_up_record_by_record_answers_as_one_written_whole() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let old = Phone::new(&workshop, &server.url()).open(day(1));
    assert_eq!(sync(&old).unwrap().problem, None);
    assert!(ids(&old.search("zampironi", 10).unwrap()).is_empty());
    workshop.edit(
        "text/it/rinnovo-permesso.yaml",
        "È una busta con una banda gialla.",
        "È una busta con gli zampironi.",
    );
    workshop.edit("facts/terms/t-agenzia-entrate.yaml", "acronym: \"AdE\"", "acronym: \"ZQX\"");
    workshop.publish(day(1));
    assert_eq!(sync(&old).unwrap().problem, None);
    let new = Phone::new(&workshop, &server.url()).open(day(1));
    assert_eq!(sync(&new).unwrap().problem, None);
    assert_eq!(ids(&old.search("zampironi", 10).unwrap()), ["rinnovo-permesso"]);
    assert_eq!(ids(&old.search("zqx", 10).unwrap()), ["t-agenzia-entrate"]);
    assert!(
        !ids(&old.search("AdE", 3).unwrap()).contains(&"t-agenzia-entrate"),
        "the old acronym is gone"
    );
    for query in [
        "busta gialla",
        "banda",
        "permeso",
        "zampirone",
        "agenzia entrate",
        "cittadinanza",
        "renew permit",
    ] {
        assert_eq!(
            old.search(query, 20).unwrap().hits,
            new.search(query, 20).unwrap().hits,
            "{query}"
        );
    }
}

#[test]
fn opening_writes_no_index_and_the_first_search_does_in_her_language_first() {
    let workshop = Workshop::real();
    let (core, phone) = reading(&workshop);
    let indexes = |phone: &Phone| {
        let database = rusqlite::Connection::open(phone.data().join("content.db")).unwrap();
        let mut select =
            database.prepare("SELECT language FROM search_format ORDER BY language").unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect::<Vec<String>>()
    };
    core.home().unwrap();
    assert_eq!(indexes(&phone), Vec::<String>::new());
    read_as(&core, "ar");
    core.prepare_search().unwrap();
    assert_eq!(indexes(&phone), ["ar", "en", "it"]);
    drop(core);
    let core = phone.open(day(0));
    assert_eq!(indexes(&phone), ["ar", "en", "it"], "kept");
    assert!(!core.search("تجديد", 5).unwrap().hits.is_empty());
}

#[test]
fn a_search_ends_the_one_before_it_and_no_other_reading() {
    let workshop = Workshop::real();
    let (core, _) = reading(&workshop);
    let core = &core;
    std::thread::scope(|scope| {
        let searches: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(move || {
                    (0..8).map(|_| core.search("permesso di soggiorno", 5)).collect::<Vec<_>>()
                })
            })
            .collect();
        for _ in 0..10 {
            assert!(core.procedure("rinnovo-permesso").is_ok(), "a reading was ended");
        }
        for ended in searches.into_iter().flat_map(|search| search.join().unwrap()) {
            match ended {
                Ok(screen) => assert!(!screen.hits.is_empty()),
                Err(error) => assert_eq!(error, ApiError::Interrupted),
            }
        }
    });
    assert!(!core.search("permesso", 5).unwrap().hits.is_empty(), "the last one is never ended");
}
