//! A small change costs little and touches little.

use cittadini_tests::{Phone, Workshop, day, sync, sync_only_mine};

#[test]
fn a_poll_without_news_is_one_request_of_a_kilobyte_at_most() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    sync(&core).unwrap();
    server.reset_traffic();
    let report = sync(&core).unwrap();
    assert!(report.up_to_date);
    let traffic = server.traffic();
    assert_eq!(traffic.requests, 1);
    assert!(traffic.bytes_in + traffic.bytes_out <= 1_024, "{traffic:?}");
}

#[test]
fn an_edited_fee_is_one_record_six_requests_and_eight_kilobytes_at_most() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).reading("ar", None).open(day(0));
    sync_only_mine(&core).unwrap();
    workshop.edit("facts/fees/f-marca-da-bollo.yaml", "16.00", "17.00");
    workshop.publish(day(0));
    server.reset_traffic();
    let report = sync_only_mine(&core).unwrap();
    let traffic = server.traffic();
    assert_eq!(report.records_written, 1);
    assert!(report.applied.iter().all(|pack| pack.patch), "{report:?}");
    assert!(traffic.requests <= 6, "{traffic:?}");
    assert!(traffic.bytes_in + traffic.bytes_out <= 8 * 1_024, "{traffic:?}");
}

#[test]
fn an_edited_fee_signs_facts_snapshot_and_timestamp_and_nothing_else() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    workshop.edit("facts/fees/f-marca-da-bollo.yaml", "16.00", "17.00");
    let report = workshop.publish(day(1));
    let metadata: Vec<&String> =
        report.files_written.iter().filter(|file| file.starts_with("metadata/")).collect();
    assert_eq!(
        metadata,
        ["metadata/2.facts.json", "metadata/2.snapshot.json", "metadata/timestamp.json"]
    );
    assert!(report.packs.iter().all(|pack| pack.changed == (pack.name == "facts")));
}

#[test]
fn one_language_does_not_cost_the_others() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    let report = sync_only_mine(&core).unwrap();
    let packs: Vec<&str> = report.applied.iter().map(|pack| pack.pack.as_str()).collect();
    assert_eq!(packs, ["facts", "text-it"]);
}

#[test]
fn a_phone_that_missed_ten_releases_takes_the_full_pack() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    sync(&core).unwrap();
    let mut amount = "16.00".to_owned();
    for cents in 10..20 {
        let next = format!("16.{cents}");
        workshop.edit("facts/fees/f-bollo-di-prova.yaml", &amount, &next);
        amount = next;
        workshop.publish(day(0));
    }
    let report = sync(&core).unwrap();
    assert_eq!(report.records_written, 1);
    assert!(report.applied.iter().all(|pack| !pack.patch));
    assert_eq!(core.procedure("permesso-di-prova").unwrap().steps[1].fees[0].cents, Some(1_619));
}
