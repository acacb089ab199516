//! Facts stand once and reach every sentence; amounts are totalled.

use cittadini_core::screens::{FreshnessState, Run, Text};
use cittadini_tests::{Phone, Workshop, day, sync};

fn core(
    language: &str,
    municipality: Option<&str>,
    at: i64,
) -> (Workshop, Phone, cittadini_core::Core) {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading(language, municipality);
    sync(&phone.open(day(0))).unwrap();
    let core = phone.open(day(at));
    (workshop, phone, core)
}

fn has(text: &Text, wanted: &Run) -> bool {
    text.runs.contains(wanted)
}

#[test]
fn a_sentence_carries_the_amount_the_span_the_office_and_the_number() {
    for language in ["it", "ar"] {
        let (_workshop, _phone, core) = core(language, Some("Valprova"), 0);
        let action = core.procedure("permesso-di-prova").unwrap().steps[1].action.clone();
        assert_eq!(action.language, language);
        assert!(has(&action, &Run::Money { cents: 1_600 }), "{action:?}");
        assert!(has(&action, &Run::Phone { number: "000 000000".into() }), "{action:?}");
        let office = "Comune di Valprova - Ufficio prove".to_owned();
        assert!(has(&action, &Run::Strong { text: office }), "{action:?}");
        let span = if language == "it" { "60 giorni" } else { "60 يوم" };
        assert!(action.plain().contains(span), "{}", action.plain());
    }
}

#[test]
fn fees_are_totalled_with_choices_repeats_and_unknowns() {
    let (_workshop, _phone, core) = core("it", None, 0);
    let total = core.procedure("permesso-di-prova").unwrap().total;
    // Two stamps of 16.00; 40.00, or 100.00 to 120.00; and one cost that nobody knows.
    assert_eq!((total.min_cents, total.max_cents, total.unknown), (7_200, 15_200, 1));
    assert_eq!(
        total.text.plain(),
        "In tutto: da 72,00 € a 152,00 € più 1 spesa di importo non noto. Chi è esente paga meno."
    );
}

#[test]
fn a_change_of_a_fee_reaches_every_language_and_makes_no_translation_stale() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).reading("ar", None).open(day(0));
    sync(&core).unwrap();
    workshop.edit("facts/fees/f-bollo-di-prova.yaml", "16.00", "17.50");
    workshop.publish(day(1));
    sync(&core).unwrap();
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert!(has(&screen.steps[1].action, &Run::Money { cents: 1_750 }));
    assert!(!screen.title.stale);
}

#[test]
fn every_item_has_its_freshness_and_content_cannot_hide_it() {
    let (_workshop, phone, core) = core("it", None, 0);
    let fresh = core.procedure("permesso-di-prova").unwrap();
    assert_eq!(fresh.freshness.state, FreshnessState::Fresh);
    assert_eq!(fresh.freshness.reservations.len(), 1);
    assert_eq!(core.freshness().unwrap().do_not_rely, 0);
    drop(core);

    // verify_by is 30 December 2026, the risk is high.
    let core = phone.open(day(45));
    assert_eq!(core.procedure("permesso-di-prova").unwrap().freshness.state, FreshnessState::Check);
    drop(core);
    let core = phone.open(day(100));
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert_eq!(screen.freshness.state, FreshnessState::DoNotRely);
    assert_eq!(screen.steps[1].fees[0].freshness.state, FreshnessState::Fresh);
    let whole = core.freshness().unwrap();
    assert_eq!(whole.state, Some(FreshnessState::DoNotRely));
    assert!(whole.overdue.iter().any(|item| item.id == "permesso-di-prova"));
}

#[test]
fn papers_say_how_long_they_hold_by_who_issued_them() {
    let (_workshop, _phone, core) = core("it", None, 0);
    let paper = core.procedure("permesso-di-prova").unwrap().steps[0].documents[0].clone();
    let badges: Vec<String> = paper.badges.iter().map(|badge| badge.text.plain()).collect();
    assert_eq!(
        badges,
        [
            "originale",
            "2 copie",
            "tradotto in italiano",
            "con apostille",
            "Se fatto nel tuo Paese, vale 6 mesi dal rilascio",
            "Se fatto dal consolato in Italia, vale 3 mesi dalla traduzione",
        ]
    );
}

#[test]
fn a_reservation_is_said_in_the_reader_s_language_and_its_note_to_operators() {
    let (_workshop, mut phone, core) = core("ar", None, 0);
    let reservations = core.procedure("permesso-di-prova").unwrap().freshness.reservations;
    assert_eq!(reservations.len(), 1);
    assert_eq!(reservations[0].language, "ar");
    assert!(!reservations[0].plain().contains("foto"));
    drop(core);
    if let Some(settings) = &mut phone.config.settings {
        settings.audience = cittadini_core::model::Audience::Operator;
    }
    let core = phone.open(day(0));
    let reservations = core.procedure("permesso-di-prova").unwrap().freshness.reservations;
    assert!(reservations[0].plain().contains("Il passo della foto cambia spesso"));
}
