//! What one municipality does differently holds on every screen of its readers, and on none of its neighbour's.

use cittadini_core::Core;
use cittadini_core::screens::{DeadlineQuery, EventDate, TimelineQuery};
use cittadini_tests::{Phone, Workshop, day, sync};

/// Montefinto, after its own page: by appointment, and with another term and fee than the rest.
const OVERLAYS: &str = r#"- item: permesso-di-prova
  field: steps.consegnare.channel
  value: [appointment]
  reason: "A Montefinto si va solo su appuntamento"
  source: {url: "https://example.org/montefinto", read_on: 2026-11-01}
- item: d-attesa
  field: span
  value: 3 months
  reason: "A Montefinto il regolamento dà un mese in più"
  source: {norm: "Regolamento inventato di Montefinto", read_on: 2026-11-01}
- item: ufficio-prove-montefinto
  field: appointment
  value: {walk_in: false, phone: "000 222222"}
  reason: "Numero per l'appuntamento"
  source: {url: "https://example.org/montefinto", read_on: 2026-11-01}
"#;

fn reader(workshop: &Workshop, server: &str, municipality: &str) -> (Phone, Core) {
    let phone = Phone::new(workshop, server).reading("it", Some(municipality));
    let core = phone.open(day(0));
    sync(&core).unwrap();
    (phone, core)
}

#[test]
fn one_municipality_by_appointment_and_its_neighbour_by_walk_in() {
    let workshop = Workshop::invented();
    workshop.write("territories/terra-di-prova/overlays/999002.yaml", OVERLAYS);
    workshop.publish(day(0));
    let server = workshop.serve();
    let how = |municipality: &str| {
        let (_phone, core) = reader(&workshop, &server.url(), municipality);
        let step = core.procedure("permesso-di-prova").unwrap().steps.remove(1);
        let office =
            step.offices[0].appointment.iter().map(|text| text.plain()).collect::<Vec<_>>();
        (step.channels.iter().map(|text| text.plain()).collect::<Vec<_>>(), office)
    };
    let (there, neighbour) = (how("Montefinto"), how("Valprova"));
    assert_eq!(there.0, ["Su appuntamento"]);
    assert_eq!(neighbour.0, ["Allo sportello"]);
    assert!(there.1.concat().contains("000 222222"), "{there:?}");
    assert!(!neighbour.1.concat().contains("000 222222"), "{neighbour:?}");
}

#[test]
fn a_term_of_the_municipality_counts_in_the_procedure_the_term_and_the_timeline() {
    let workshop = Workshop::invented();
    workshop.write("territories/terra-di-prova/overlays/999002.yaml", OVERLAYS);
    workshop.publish(day(0));
    let server = workshop.serve();
    let days = |municipality: &str| {
        let (_phone, core) = reader(&workshop, &server.url(), municipality);
        let words = core.procedure("permesso-di-prova").unwrap().deadlines.remove(0).when.unwrap();
        let term = DeadlineQuery::Term { id: "d-attesa".into() };
        let alone = core.deadline(&term, "2026-11-02").unwrap().days.due;
        let query = TimelineQuery {
            procedure: "permesso-di-prova".into(),
            events: vec![EventDate { event: "application".into(), date: "2026-11-02".into() }],
            papers: Vec::new(),
        };
        let entries = core.timeline(&query).unwrap().entries;
        let found = entries.into_iter().find(|entry| entry.deadline.id == "d-attesa").unwrap();
        assert_eq!(found.days.due, alone);
        (words.plain(), alone.unwrap())
    };
    assert_eq!(days("Valprova"), ("2 mesi dalla domanda".into(), "2027-01-02".into()));
    assert_eq!(days("Montefinto"), ("3 mesi dalla domanda".into(), "2027-02-02".into()));
}
