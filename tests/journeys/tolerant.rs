//! A reader of today reads the packs of tomorrow: added fields, kinds and variants concern their item alone.

use std::io::Write;

use cittadini::draft::{Draft, DraftPack};
use cittadini::repository::{PublishOptions, publish, quiet};
use cittadini_core::ApiError;
use cittadini_tests::{Phone, Workshop, day, sync};

fn publish_changed(workshop: &Workshop, change: impl Fn(&mut Vec<String>)) {
    let content = cittadini::source::load::load(&workshop.content(), None).unwrap();
    let mut draft: Draft = cittadini::draft::draft(&content).unwrap();
    let facts: &mut DraftPack = draft.packs.iter_mut().find(|pack| pack.name == "facts").unwrap();
    change(&mut facts.records);
    facts.records.sort_by_key(|line| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value["id"].as_str().unwrap().to_owned()
    });
    let options = PublishOptions { now: day(0), dev: true };
    publish(&draft, &workshop.keys(), &workshop.repository(), options, &quiet).unwrap();
}

#[test]
fn added_fields_and_kinds_are_ignored_and_an_added_variant_asks_for_an_update_on_its_item() {
    let workshop = Workshop::invented();
    publish_changed(&workshop, |records| {
        records.push(r#"{"id":"zz-video","kind":"video","minutes":3}"#.into());
        for record in records.iter_mut() {
            *record = record.replacen('{', r#"{"added_field":{"deep":[1,2]},"#, 1);
            *record = record.replace(
                r#""actor":"me","channel":["home"]"#,
                r#""actor":"robot","channel":["home"]"#,
            );
        }
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
