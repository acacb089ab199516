//! What was not signed is not shown; what was installed stays readable.

use cittadini::serve::Server;
use cittadini_core::screens::BannerKind;
use cittadini_core::sync::ProblemKind;
use cittadini_core::{ApiError, Core};
use cittadini_tests::{Phone, Workshop, copy, day, flip_a_byte, sync};

#[test]
fn one_changed_byte_in_a_pack_is_refused_and_the_old_content_stays() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url());
    let core = phone.open(day(0));
    sync(&core).unwrap();
    workshop.edit("text/it/permesso-di-prova.yaml", "Ricevi una carta.", "Ricevi due carte.");
    workshop.publish(day(1));
    let text_it = |path: &std::path::Path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.contains(".text-it.")
    };
    for entry in std::fs::read_dir(workshop.repository().join("targets")).unwrap() {
        let path = entry.unwrap().path();
        if text_it(&path) {
            flip_a_byte(&path);
        }
    }
    let report = sync(&core).unwrap();
    assert_eq!(report.problem.map(|problem| problem.kind), Some(ProblemKind::Untrusted));
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert_eq!(screen.result.unwrap().plain(), "Ricevi una carta.");
}

#[test]
fn a_broken_patch_makes_way_for_the_full_pack() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    sync(&core).unwrap();
    workshop.edit("facts/fees/f-bollo-di-prova.yaml", "16.00", "18.00");
    workshop.publish(day(1));
    flip_a_byte(&workshop.target(".facts.1-2.patch"));
    let report = sync(&core).unwrap();
    assert_eq!(report.problem, None);
    assert_eq!(report.refused.len(), 1);
    assert_eq!(report.records_written, 1);
}

#[test]
fn metadata_that_another_root_signed_is_untrusted() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let stranger = Workshop::invented();
    let core = Phone::new(&stranger, &server.url()).open(day(0));
    assert!(matches!(sync(&core), Err(ApiError::Untrusted { .. })));
    assert!(core.home().unwrap().empty);
}

#[test]
fn an_old_timestamp_is_not_taken_back() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let timestamp = workshop.repository().join("metadata/timestamp.json");
    let old = std::fs::read(&timestamp).unwrap();
    workshop.edit("facts/fees/f-bollo-di-prova.yaml", "16.00", "18.00");
    workshop.publish(day(1));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(1));
    sync(&core).unwrap();
    std::fs::write(timestamp, old).unwrap();
    assert!(matches!(sync(&core), Err(ApiError::Untrusted { .. })));
    assert_eq!(core.procedure("permesso-di-prova").unwrap().steps[1].fees[0].cents, Some(1_800));
}

#[test]
fn expiry_stops_accepting_and_never_reading() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url());
    sync(&phone.open(day(0))).unwrap();
    let core = phone.open(day(5_000));
    assert!(matches!(sync(&core), Err(ApiError::Untrusted { .. })));
    assert_eq!(core.procedure("permesso-di-prova").unwrap().steps.len(), 2);
}

#[test]
fn an_app_update_with_a_new_root_lineage_starts_content_anew() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let mut phone = Phone::new(&workshop, &server.url());
    sync(&phone.open(day(0))).unwrap();
    let successor = Workshop::invented();
    successor.publish(day(0));
    let server = successor.serve();
    phone.config.root = Some(successor.root());
    phone.config.repository = Some(server.url());
    let core = phone.open(day(1));
    assert!(core.home().unwrap().empty);
    assert!(tells_of_new_keys(&core));
    assert_eq!(sync(&core).unwrap().problem, None);
    assert!(!core.home().unwrap().empty);
    drop(core);
    // She is told for a month, also by an app that was opened again.
    assert!(tells_of_new_keys(&phone.open(day(20))));
    assert!(!tells_of_new_keys(&phone.open(day(40))));
}

fn tells_of_new_keys(core: &Core) -> bool {
    let banners = core.notices().unwrap().header.banners;
    banners.iter().any(|banner| banner.kind == BannerKind::NewLineage)
}

#[test]
fn a_damaged_memory_of_trust_does_not_let_an_older_release_pass() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let old = tempfile::tempdir().unwrap();
    copy(&workshop.repository(), old.path());
    workshop.edit("facts/fees/f-bollo-di-prova.yaml", "16.00", "18.00");
    workshop.publish(day(1));
    let server = workshop.serve();
    let mut phone = Phone::new(&workshop, &server.url());
    sync(&phone.open(day(1))).unwrap();
    std::fs::write(phone.config.data_dir.join("trust.db"), [b'x'; 8_192]).unwrap();
    let older = Server::start(old.path(), 0).unwrap();
    phone.config.repository = Some(older.url());
    let core = phone.open(day(1));
    let report = sync(&core).unwrap();
    assert_eq!(report.problem.unwrap().kind, ProblemKind::Untrusted);
    assert_eq!(core.procedure("permesso-di-prova").unwrap().steps[1].fees[0].cents, Some(1_800));
}
