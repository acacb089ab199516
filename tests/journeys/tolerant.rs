//! A reader of today reads the packs of tomorrow: added fields, kinds and variants concern their item alone.

use std::io::Write;

use cittadini_core::ApiError;
use cittadini_tests::{Phone, Workshop, day, sync};

#[test]
fn added_fields_and_kinds_are_ignored_and_an_added_variant_asks_for_an_update_on_its_item() {
    let workshop = Workshop::invented();
    workshop.publish_changed(day(0), |records| {
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
