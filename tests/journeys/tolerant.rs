//! A reader of today reads the packs of tomorrow: added fields, kinds and variants concern their item alone.

use std::io::Write;

use cittadini_core::screens::TriageOutcome;
use cittadini_core::triage::TriageAnswer;
use cittadini_core::{ApiError, Core};
use cittadini_tests::{Phone, Workshop, day, gist, sync, tomorrow};
use serde_json::Value;

#[test]
fn added_fields_and_kinds_are_ignored() {
    let plain = Workshop::real();
    plain.publish(day(0));
    let changed = Workshop::real();
    changed.publish_changed(day(0), |records| {
        tomorrow::add_fields(records);
        tomorrow::add_a_kind(records);
    });
    assert_eq!(everything(&changed), everything(&plain));
}

/// The gist of all procedures and offices on a new phone in Arabic.
fn everything(workshop: &Workshop) -> Vec<Value> {
    let server = workshop.serve();
    let core = Phone::new(workshop, &server.url()).reading("ar", Some("Bollate")).open(day(0));
    assert_eq!(sync(&core).unwrap().problem, None);
    let mut gists = vec![gist::offices(&json(&core.offices().unwrap()))];
    for id in gist::procedures(&json(&core.procedures().unwrap())) {
        gists.push(gist::procedure(&json(&core.procedure(&id).unwrap())));
    }
    gists
}

fn json<T: serde::Serialize>(screen: &T) -> Value {
    serde_json::to_value(screen).unwrap()
}

#[test]
fn an_added_variant_asks_for_an_update_on_its_step_alone() {
    let workshop = Workshop::invented();
    workshop.publish_changed(day(0), |records| {
        let procedure =
            records.iter_mut().find(|record| record["id"] == "permesso-di-prova").unwrap();
        tomorrow::add_a_variant(procedure, "/steps/0/actor");
    });
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    assert_eq!(sync(&core).unwrap().problem, None);
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert!(screen.needs_update.is_some());
    assert!(screen.steps[0].needs_update.is_some());
    assert!(screen.steps[1].needs_update.is_none());
    assert_eq!(core.offices().unwrap().offices.len(), 2);
}

/// A variant at every place of the real content where one may be added, many at a time so that all have their turn.
#[test]
fn an_added_variant_anywhere_leaves_every_screen_readable() {
    for turn in 0..TURNS {
        let workshop = Workshop::real();
        let mut changed = 0;
        workshop.publish_changed(day(0), |records| {
            for record in records {
                for place in tomorrow::variants(record).iter().skip(turn).step_by(TURNS) {
                    tomorrow::add_a_variant(record, place);
                    changed += 1;
                }
            }
        });
        assert!(changed > 0);
        let server = workshop.serve();
        let core = Phone::new(&workshop, &server.url()).reading("it", Some("Bollate")).open(day(0));
        assert_eq!(sync(&core).unwrap().problem, None);
        every_screen(&core, &workshop);
    }
}

/// How many releases share the places among them.
const TURNS: usize = 7;

fn every_screen(core: &Core, workshop: &Workshop) {
    let written = std::fs::read_dir(workshop.content().join("facts/procedures")).unwrap().count();
    let procedures = gist::procedures(&json(&core.procedures().unwrap()));
    assert_eq!(procedures.len(), written, "a procedure is missing from the list");
    for id in procedures {
        assert!(!core.procedure(&id).unwrap().title.plain().is_empty(), "{id}");
    }
    assert!(!core.home().unwrap().emergency.is_empty(), "no number for an emergency");
    for office in core.offices().unwrap().offices {
        core.office(&office.id).unwrap();
    }
    assert!(!core.terms().unwrap().terms.is_empty());
    core.notices().unwrap();
    core.freshness().unwrap();
    for tree in core.trees().unwrap().trees {
        skip_through(core, &tree.id);
    }
}

/// Skips whatever a tree asks, up to somebody to talk to.
fn skip_through(core: &Core, tree: &str) -> TriageOutcome {
    let mut skipped: Vec<TriageAnswer> = Vec::new();
    loop {
        let screen = core.triage(tree, &skipped).unwrap();
        match (screen.question, screen.outcome) {
            (Some(question), None) => {
                skipped.push(TriageAnswer { question: question.id, value: "skip".into() });
            }
            (None, Some(outcome)) => {
                assert!(outcome.contact.is_some(), "{tree}: nobody to talk to");
                return outcome;
            }
            _ => panic!("{tree}: a question or an outcome, never both"),
        }
    }
}

#[test]
fn where_a_tree_cannot_be_read_only_a_person_can_tell() {
    const TREE: &str = "tree-che-cosa-mi-serve";
    for place in [
        "/nodes/bisogno/node",
        "/nodes/bisogno/question_kind",
        "/nodes/bisogno/next/0/when",
        "/nodes",
    ] {
        let workshop = Workshop::real();
        workshop.publish_changed(day(0), |records| {
            let tree = records.iter_mut().find(|record| record["id"] == TREE).unwrap();
            tomorrow::add_a_variant(tree, place);
        });
        let server = workshop.serve();
        let core = Phone::new(&workshop, &server.url()).reading("en", Some("Bollate")).open(day(0));
        assert_eq!(sync(&core).unwrap().problem, None);
        let outcome = skip_through(&core, TREE);
        assert_eq!(
            (outcome.id.as_deref(), outcome.verdict.as_str()),
            (None, "ask_desk"),
            "{place}"
        );
        assert!(outcome.needs_update.is_some() && outcome.procedures.is_empty(), "{place}");
        assert_eq!(outcome.contact.unwrap().office.unwrap().id, "spazio-immigrazione-bollate");
    }
}

#[test]
fn a_new_major_of_the_wire_form_is_outdated_and_nothing_is_lost() {
    // The publisher writes only its own version, so the pack is made by hand and checked where the phone checks it.
    let mut raw = Vec::new();
    writeln!(raw, r#"{{"pack":"facts","schema":"2.0","seq":1,"territory":"terra-di-prova"}}"#)
        .unwrap();
    let hash = cittadini_core::pack::sha256_hex(&raw);
    let error =
        cittadini_core::pack::VerifiedPack::verify_known(raw, "facts", 1, &hash).unwrap_err();
    assert!(matches!(ApiError::from(error), ApiError::Outdated { .. }));
}
