//! By which day: on a phone, in its own municipality, whatever day its clock shows.

use cittadini::source::load::load;
use cittadini_core::screens::{
    DeadlineQuery, EventDate, PaperDate, TermState, TimelineEntry, TimelineQuery, TimelineScreen,
};
use cittadini_core::{ApiError, Core};
use cittadini_tests::{Phone, Workshop, day, sync};

fn term(id: &str) -> DeadlineQuery {
    DeadlineQuery::Term { id: id.into() }
}

fn span(n: i32, unit: &str) -> DeadlineQuery {
    DeadlineQuery::Span { n, unit: unit.into() }
}

fn timeline(core: &Core, procedure: &str, events: &[(&str, &str)]) -> TimelineScreen {
    let events = events
        .iter()
        .map(|(event, date)| EventDate { event: (*event).into(), date: (*date).into() })
        .collect();
    let query = TimelineQuery { procedure: procedure.into(), events, papers: Vec::new() };
    core.timeline(&query).unwrap()
}

fn entry<'s>(screen: &'s TimelineScreen, id: &str) -> &'s TimelineEntry {
    screen.entries.iter().find(|entry| entry.deadline.id == id).unwrap()
}

fn real(language: &str) -> (Workshop, Phone) {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading(language, Some("Bollate"));
    sync(&phone.open(day(0))).unwrap();
    (workshop, phone)
}

#[test]
fn days_are_counted_before_any_content_is_there() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let core = Phone::new(&workshop, "http://127.0.0.1:9/").open(day(0));
    let found = core.deadline(&span(8, "working_days"), "2026-12-22").unwrap();
    assert_eq!(found.days.due.as_deref(), Some("2027-01-04"));
    assert_eq!(found.rule.as_deref(), Some("working_days_forwards"));
    assert!(found.article.contains("art. 2963 c.c."), "{}", found.article);
    let back = core.deadline(&span(-60, "days"), "2027-03-07").unwrap();
    assert_eq!(back.days.due.as_deref(), Some("2027-01-05"));
    assert_eq!(back.days.moved_from.as_deref(), Some("2027-01-06"));
    assert!(back.explanation.iter().any(|text| text.plain().contains("Epifania")));
}

#[test]
fn a_day_that_is_none_a_unit_that_is_none_and_a_day_too_far_are_refused() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let core = Phone::new(&workshop, "http://127.0.0.1:9/").open(day(0));
    for (query, from) in [
        (span(1, "days"), "2026-02-30"),
        (span(1, "days"), "2027-02-29"),
        (span(1, "days"), "domani"),
        (span(1, "weeks"), "2026-01-01"),
        (span(i32::MAX, "years"), "2026-01-01"),
        (span(i32::MIN, "working_days"), "2026-01-01"),
        (term("nessuno"), "2026-01-01"),
    ] {
        let refused = core.deadline(&query, from);
        assert!(matches!(refused, Err(ApiError::InvalidInput { .. })), "{query:?} {from}");
    }
}

#[test]
fn the_real_terms_of_a_renewal_name_their_days_and_their_articles() {
    let (_workshop, phone) = real("it");
    let core = phone.open(day(0));
    let before = core.deadline(&term("d-rinnovo-prima-della-scadenza"), "2027-03-01").unwrap();
    assert_eq!(before.days.due.as_deref(), Some("2026-12-31"));
    assert!(before.article.starts_with("art. 5 c. 4 TUI"), "{}", before.article);
    let last = core.deadline(&term("d-rinnovo-ultimo-giorno"), "2027-03-01").unwrap();
    assert_eq!(last.days.due.as_deref(), Some("2027-04-30"));
    let citizenship = core.deadline(&term("d-residenza-non-ue"), "2017-05-02").unwrap();
    assert_eq!(citizenship.days.not_before.as_deref(), Some("2027-05-02"));
    assert_eq!(citizenship.days.due, None);
}

#[test]
fn a_timeline_says_what_is_missing_and_still_shows_the_rest() {
    let (_workshop, phone) = real("it");
    let core = phone.open(day(0));
    let screen = timeline(
        &core,
        "rinnovo-permesso",
        &[
            ("permit_expiry", "2027-03-01"),
            ("application", "2026-02-30"),
            ("permit_issue", "2031-01-01"),
        ],
    );
    let found = entry(&screen, "d-rinnovo-prima-della-scadenza");
    assert_eq!(found.days.due.as_deref(), Some("2026-12-31"));
    assert_eq!((found.state, found.days_left), (TermState::Open, Some(38)));
    assert_eq!(found.step.as_deref(), Some("consegnare-kit"));
    let problem = |id: &str| {
        let found = entry(&screen, id);
        assert_eq!((found.state, &found.days.due), (TermState::Unknown, &None), "{id}");
        found.problem.as_ref().unwrap().plain()
    };
    assert_eq!(
        problem("d-attesa-rinnovo"),
        "«2026-02-30» non è una data. Scrivila così: 2026-11-23."
    );
    assert_eq!(problem("d-dimora-abituale-60"), "Il 2031-01-01 è nel futuro. Controlla la data.");
    assert!(problem("d-dimora-invito").starts_with("Manca la data:"));
    let dated = screen.entries.iter().take_while(|entry| entry.problem.is_none()).count();
    assert!(dated >= 3 && screen.entries[dated..].iter().all(|entry| entry.problem.is_some()));
    let days: Vec<_> = screen.entries[..dated]
        .iter()
        .map(|entry| entry.days.due.clone().or(entry.days.not_before.clone()))
        .collect();
    assert!(days.is_sorted(), "{days:?}");
}

#[test]
fn a_case_older_than_its_law_is_sent_to_the_desk_and_the_rest_is_shown() {
    let workshop = Workshop::invented();
    workshop.edit(
        "facts/deadlines/d-attesa.yaml",
        "verified_by: redazione",
        "verified_by: redazione\nvalid_from: 2026-06-01",
    );
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading("en", Some("Valprova"));
    let core = phone.open(day(0));
    sync(&core).unwrap();
    let screen = timeline(
        &core,
        "permesso-di-prova",
        &[("application", "2026-05-31"), ("permit_expiry", "2027-03-01")],
    );
    let old = entry(&screen, "d-attesa");
    assert_eq!(
        old.problem.as_ref().unwrap().plain(),
        "This rule holds from 2026-06-01. Your date is before: ask at the desk."
    );
    assert!(entry(&screen, "d-prima-della-scadenza").days.due.is_some());
    let new = timeline(&core, "permesso-di-prova", &[("application", "2026-06-01")]);
    assert_eq!(entry(&new, "d-attesa").days.due.as_deref(), Some("2026-08-01"));
}

#[test]
fn the_state_of_a_term_follows_the_clock() {
    let (_workshop, phone) = real("ar");
    let state = |moment: &str, id: &str, event: &str, date: &str| {
        let core = phone.open(moment.parse().unwrap());
        let screen = timeline(&core, "rinnovo-permesso", &[(event, date)]);
        let found = entry(&screen, id);
        assert!(found.explanation.iter().all(|text| text.language == "ar"), "{found:?}");
        let over = found.explanation[0].plain();
        assert_eq!(found.state == TermState::Passed, over.contains("انتهت المهلة."), "{over}");
        (found.state, found.days_left)
    };
    let renewal =
        |moment| state(moment, "d-rinnovo-prima-della-scadenza", "permit_expiry", "2027-03-01");
    assert_eq!(renewal("2026-12-30T22:59:59Z"), (TermState::Open, Some(1)));
    // Midnight in Italy, an hour before Greenwich's.
    assert_eq!(renewal("2026-12-30T23:00:00Z"), (TermState::Today, Some(0)));
    assert_eq!(renewal("2026-12-31T23:00:00Z"), (TermState::Passed, Some(-1)));
    let waiting = |moment| state(moment, "d-attesa-rinnovo", "application", "2026-11-20");
    assert_eq!(waiting("2026-12-01T12:00:00Z").0, TermState::Waiting);
    assert_eq!(waiting("2027-03-01T12:00:00Z").0, TermState::MayAsk);
    let residence =
        |moment| state(moment, "d-dimora-dopo-scadenza", "permit_expiry", "2026-10-31").0;
    assert_eq!(residence("2027-04-29T12:00:00Z"), TermState::TooEarly);
    assert_eq!(residence("2027-04-30T12:00:00Z"), TermState::Open);
}

#[test]
fn a_patron_saint_known_to_the_territory_moves_a_last_day_to_the_day_before() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let due = |municipality| {
        let phone = Phone::new(&workshop, &server.url()).reading("it", municipality);
        let core = phone.open(day(0));
        sync(&core).unwrap();
        // 16 August 2027, Valprova's patron saint, is a Monday; Ferragosto is the Sunday before.
        core.deadline(&span(10, "days"), "2027-08-06").unwrap().days.due.unwrap()
    };
    assert_eq!(due(Some("Valprova")), "2027-08-14");
    assert_eq!(due(Some("Montefinto")), "2027-08-16");
    assert_eq!(due(None), "2027-08-16");
}

#[test]
fn a_release_may_bring_a_holiday_that_the_app_does_not_know() {
    let workshop = Workshop::invented();
    workshop.write(
        "facts/holidays/festa-inventata.yaml",
        "owner: redazione\nrisk: low\nconfidence: high\nsources:\n  - {norm: \"Legge inventata\", read_on: 2026-11-01}\nverified_on: 2026-11-01\nverified_by: redazione\nverify_by: 2027-10-30\nvalid_from: 2027-01-01\nname_it: \"Festa inventata\"\nday: 09-20\n",
    );
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading("it", None);
    let core = phone.open(day(0));
    let due = |core: &Core| core.deadline(&span(10, "days"), "2027-09-10").unwrap();
    assert_eq!(due(&core).days.due.as_deref(), Some("2027-09-20"));
    sync(&core).unwrap();
    let found = due(&core);
    assert_eq!(found.days.due.as_deref(), Some("2027-09-21"));
    assert!(found.explanation.iter().any(|text| text.plain().contains("Festa inventata")));
}

#[test]
fn papers_are_compared_with_the_day_of_the_appointment() {
    let (_workshop, phone) = real("it");
    let core = phone.open(day(0));
    let paper = |issuer: Option<&str>, date: &str| PaperDate {
        document: "certificato-penale-estero".into(),
        issuer: issuer.map(str::to_owned),
        date: date.into(),
    };
    let query = TimelineQuery {
        procedure: "cittadinanza-residenza".into(),
        events: vec![EventDate { event: "appointment".into(), date: "2027-02-01".into() }],
        papers: vec![
            paper(Some("home"), "2026-09-30"),
            paper(Some("consulate"), "2026-09-30"),
            paper(None, "2026-09-30"),
            paper(None, "2099-01-01"),
            PaperDate { document: "non-esiste".into(), issuer: None, date: "2026-01-01".into() },
        ],
    };
    let papers = core.timeline(&query).unwrap().papers;
    let found: Vec<_> =
        papers.iter().map(|paper| (paper.valid, paper.valid_until.as_deref())).collect();
    assert_eq!(
        found,
        [
            (Some(true), Some("2027-03-30")),
            (Some(false), Some("2026-12-30")),
            (Some(false), Some("2026-12-30")),
            (None, None),
        ]
    );
    assert!(papers[1].text.plain().contains("2027-02-01"), "{}", papers[1].text.plain());
}

/// `cittadini check` runs them, and fails when one comes out otherwise.
#[test]
fn the_content_keeps_at_least_forty_cases_of_dates_eight_of_them_backwards_each_with_its_article() {
    let content = load(&cittadini_tests::project().join("content"), None).unwrap();
    let cases: Vec<_> = content.date_cases.values().flat_map(|table| &table.cases).collect();
    let backwards = cases.iter().filter(|case| {
        let term = case.fields.get("deadline").and_then(|id| id.as_str());
        let term = term.map(|id| &content.items[id].json["side"]);
        case.fields.get("side").or(term).is_some_and(|side| side == "before")
    });
    assert!(cases.len() >= 40 && backwards.count() >= 8, "{}", cases.len());
    for case in cases {
        let article = case.fields["article"].as_str().unwrap();
        assert!(
            article.contains("art.") || article.contains('/') || article.contains("DM"),
            "{article}"
        );
    }
}
