//! The real content, read whole in both languages and all municipalities.

use cittadini_core::screens::{Direction, ProcedureScreen, Text};
use cittadini_tests::{Phone, Workshop, day, sync};

const PROCEDURES: [&str; 3] =
    ["cittadinanza-residenza", "ricongiungimento-familiare", "rinnovo-permesso"];

const MUNICIPALITIES: [&str; 7] = [
    "Baranzate",
    "Bollate",
    "Cesate",
    "Garbagnate Milanese",
    "Novate Milanese",
    "Senago",
    "Solaro",
];

fn published() -> (Workshop, cittadini::serve::Server) {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    (workshop, server)
}

/// Every sentence of a procedure that editors or the app wrote in the reader's language.
fn sentences(screen: &ProcedureScreen) -> Vec<&Text> {
    let mut all = vec![&screen.title, &screen.total.text, &screen.freshness.label];
    for group in [&screen.eligibility, &screen.mistakes, &screen.rights] {
        all.extend(group);
    }
    for option in [&screen.short, &screen.who_for, &screen.result, &screen.appeal, &screen.scam] {
        all.extend(option);
    }
    for step in &screen.steps {
        all.extend([&step.title, &step.action, &step.actor]);
        all.extend(&step.channels);
        for option in
            [&step.office_type, &step.receive, &step.if_refused, &step.optional, &step.free]
        {
            all.extend(option);
        }
        for document in &step.documents {
            all.push(&document.title);
            all.extend(&document.how_to_get);
            all.extend(document.badges.iter().map(|badge| &badge.text));
        }
        for fee in &step.fees {
            all.extend([&fee.title]);
            all.extend(&fee.exempt);
        }
        for deadline in &step.deadlines {
            all.push(&deadline.title);
            all.extend(deadline.when.iter().chain(&deadline.consequence));
        }
    }
    all
}

#[test]
fn three_procedures_are_whole_in_arabic_and_nothing_falls_back() {
    let (workshop, server) = published();
    let core = Phone::new(&workshop, &server.url()).reading("ar", Some("Bollate")).open(day(0));
    sync(&core).unwrap();
    for id in PROCEDURES {
        let screen = core.procedure(id).unwrap();
        let sentences = sentences(&screen);
        assert!(sentences.len() > 60, "{id}: {}", sentences.len());
        for text in sentences {
            assert_eq!(
                (text.language.as_str(), text.fallback),
                ("ar", false),
                "{id}: {}",
                text.plain()
            );
            assert_eq!(text.direction, Direction::Rtl);
        }
        assert!(screen.translation.is_some_and(|label| !label.dismissible), "{id}");
    }
}

#[test]
fn every_step_has_an_office_or_a_channel_in_every_municipality() {
    let (workshop, server) = published();
    for municipality in MUNICIPALITIES {
        let core =
            Phone::new(&workshop, &server.url()).reading("it", Some(municipality)).open(day(0));
        sync(&core).unwrap();
        for id in PROCEDURES {
            for step in core.procedure(id).unwrap().steps {
                let somewhere = !step.offices.is_empty()
                    || step.url.is_some()
                    || !step.channels.is_empty()
                    || step.office_type.is_some();
                assert!(somewhere, "{municipality}: {id}/{}", step.id);
                assert_eq!(step.choose_municipality, None, "{municipality}: {id}/{}", step.id);
                assert!(step.free.is_some() || !step.fees.is_empty(), "{id}/{}", step.id);
            }
        }
    }
}

#[test]
fn a_renewal_costs_what_the_sources_say() {
    let (workshop, server) = published();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    sync(&core).unwrap();
    let total = core.procedure("rinnovo-permesso").unwrap().total;
    assert_eq!((total.min_cents, total.max_cents, total.unknown), (11_646, 17_646, 0));
}

#[test]
fn help_in_an_emergency_is_always_there() {
    let (workshop, server) = published();
    let core = Phone::new(&workshop, &server.url()).reading("ar", None).open(day(0));
    sync(&core).unwrap();
    let numbers: Vec<String> =
        core.home().unwrap().emergency.iter().map(|contact| contact.value.plain()).collect();
    for number in ["112", "1522", "800 290 290", "114"] {
        assert!(numbers.iter().any(|have| have == number), "{number} in {numbers:?}");
    }
}

#[test]
fn a_procedure_can_be_taken_out_by_removing_its_file() {
    for id in PROCEDURES {
        let workshop = Workshop::real();
        let file = format!("facts/procedures/{id}.yaml");
        std::fs::remove_file(workshop.content().join(file)).unwrap();
        workshop.publish(day(0));
        let server = workshop.serve();
        let core = Phone::new(&workshop, &server.url()).open(day(0));
        sync(&core).unwrap();
        let left: usize =
            core.procedures().unwrap().groups.iter().map(|group| group.procedures.len()).sum();
        assert_eq!(left, PROCEDURES.len() - 1, "without {id}");
    }
}
