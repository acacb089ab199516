//! The real content, read whole in both languages and all municipalities.

use cittadini::finding::Severity;
use cittadini::source::load::load;
use cittadini_core::screens::{Direction, ProcedureScreen, Text};
use cittadini_tests::{Phone, Workshop, day, sync};

/// The three that were written first, whole and long.
const LONGEST: [&str; 3] =
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

fn procedures(core: &cittadini_core::Core) -> Vec<String> {
    let groups = core.procedures().unwrap().groups;
    groups.into_iter().flat_map(|group| group.procedures).map(|card| card.id).collect()
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
fn every_procedure_is_whole_in_arabic_and_english_and_nothing_falls_back() {
    let (workshop, server) = published();
    for (language, direction) in [("ar", Direction::Rtl), ("en", Direction::Ltr)] {
        let core =
            Phone::new(&workshop, &server.url()).reading(language, Some("Bollate")).open(day(0));
        sync(&core).unwrap();
        let ids = procedures(&core);
        for id in LONGEST {
            assert!(ids.iter().any(|have| have == id), "{id}");
        }
        for id in ids {
            let screen = core.procedure(&id).unwrap();
            for text in sentences(&screen) {
                let said = (text.language.as_str(), text.fallback, text.direction);
                assert_eq!(said, (language, false, direction), "{id}: {}", text.plain());
            }
            let label = screen.translation.unwrap();
            assert_eq!(label.dismissible, screen_is_not_of_high_risk(&workshop, &id), "{id}");
        }
    }
}

fn screen_is_not_of_high_risk(workshop: &Workshop, id: &str) -> bool {
    let file = workshop.content().join(format!("facts/procedures/{id}.yaml"));
    !std::fs::read_to_string(file).unwrap().contains("\nrisk: high\n")
}

#[test]
fn every_step_has_an_office_or_a_channel_in_every_municipality() {
    let (workshop, server) = published();
    for municipality in MUNICIPALITIES {
        let core =
            Phone::new(&workshop, &server.url()).reading("it", Some(municipality)).open(day(0));
        sync(&core).unwrap();
        for id in procedures(&core) {
            for step in core.procedure(&id).unwrap().steps {
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

/// Takes a procedure out as an editor does: removes its file, then the id from every line that the tool complains of.
fn take_out(workshop: &Workshop, id: &str) {
    let file = workshop.content().join(format!("facts/procedures/{id}.yaml"));
    std::fs::remove_file(file).unwrap();
    let mut findings = load(&workshop.content(), None).unwrap().findings;
    findings.retain(|finding| finding.severity == Severity::Error);
    for finding in findings {
        let path = workshop.content().join(&finding.file);
        let text = std::fs::read_to_string(&path).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let line = &mut lines[finding.line - 1];
        assert!(line.contains(id), "{}:{} does not name {id}", finding.file, finding.line);
        *line = without(line, id);
        std::fs::write(path, lines.join("\n") + "\n").unwrap();
    }
}

/// A line without an entry of its list.
fn without(line: &str, id: &str) -> String {
    let shorter = [format!("{id}, "), format!(", {id}"), id.to_owned()];
    let wanted = shorter.iter().find(|entry| line.contains(entry.as_str())).unwrap();
    line.replacen(wanted.as_str(), "", 1)
}

#[test]
fn a_procedure_can_be_taken_out_by_mending_the_lines_that_name_it() {
    for id in LONGEST {
        let workshop = Workshop::real();
        take_out(&workshop, id);
        workshop.publish(day(0));
        let server = workshop.serve();
        let core = Phone::new(&workshop, &server.url()).open(day(0));
        sync(&core).unwrap();
        let folder = workshop.content().join("facts/procedures");
        let left = std::fs::read_dir(folder).unwrap().count();
        assert_eq!(procedures(&core).len(), left, "without {id}");
    }
}
