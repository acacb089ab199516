//! How old things are, as the clock moves; content cannot hide it.

use cittadini_core::Core;
use cittadini_core::screens::{BannerKind, Freshness, FreshnessState};
use cittadini_tests::{Phone, Workshop, day, sync};
use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};

use FreshnessState::{Check, DoNotRely, Fresh};

/// The office that the tests of this file change.
const OFFICE: &str = "ufficio-prove-valprova";

/// The day on which the invented content was verified.
const VERIFIED: &str = "2026-11-01";

/// A phone that holds a release in which the office was changed.
fn phone_with(change: impl FnOnce(&mut Value)) -> (Workshop, Phone) {
    let workshop = Workshop::invented();
    workshop.publish_changed(day(0), |records| {
        change(records.iter_mut().find(|record| record["id"] == OFFICE).unwrap());
    });
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading("it", Some("Valprova"));
    sync(&phone.open(day(0))).unwrap();
    (workshop, phone)
}

/// Noon in Italy, so many days after a day.
fn days_after(day: &str, days: i32) -> Timestamp {
    let day: jiff::civil::Date = day.parse().unwrap();
    let noon = day.checked_add(days.days()).unwrap().at(12, 0, 0, 0);
    noon.to_zoned(cittadini_core::dates::italy()).unwrap().timestamp()
}

fn freshness(core: &Core) -> Freshness {
    core.office(OFFICE).unwrap().office.freshness
}

fn state(phone: &Phone, at: Timestamp) -> FreshnessState {
    let core = phone.open(at);
    let shown = freshness(&core).state;
    // Every screen says the same.
    let list = core.offices().unwrap().offices;
    let listed = list.iter().find(|office| office.id == OFFICE).unwrap();
    assert_eq!(listed.freshness.state, shown);
    assert_eq!(core.hours(OFFICE).unwrap().office.freshness.state, shown);
    let overdue = core.freshness().unwrap().overdue;
    let found = overdue.iter().find(|item| item.id == OFFICE).map(|item| item.freshness.state);
    assert_eq!(found.unwrap_or(Fresh), shown);
    shown
}

#[test]
fn every_item_ages_from_fresh_to_not_to_be_relied_on_whatever_it_says_of_itself() {
    for (risk, fresh_days, grace) in [("high", 90, 30), ("medium", 180, 90), ("low", 365, 90)] {
        for verify_by in [json!("2099-01-01"), json!("9999-12-31")] {
            let (_workshop, phone) = phone_with(|office| {
                office["risk"] = json!(risk);
                office["verify_by"] = verify_by;
            });
            let at = |days| state(&phone, days_after(VERIFIED, days));
            assert_eq!([at(fresh_days), at(fresh_days + 1)], [Fresh, Check], "{risk}");
            let last = fresh_days + grace;
            assert_eq!([at(last), at(last + 1), at(5000)], [Check, DoNotRely, DoNotRely], "{risk}");
        }
    }
}

#[test]
fn an_item_that_says_nothing_or_the_impossible_is_never_fresh() {
    // The release is of 23 November.
    let made = "2026-11-23";
    type Hide = fn(&mut Value);
    let hides: [(&str, Hide); 3] = [
        ("no days at all", |office| {
            office.as_object_mut().unwrap().retain(|field, _| !field.starts_with("verif"));
        }),
        ("no verification", |office| {
            office.as_object_mut().unwrap().remove("verified_on");
            office["verify_by"] = json!("2099-01-01");
        }),
        ("a verification that is still to come", |office| {
            office["verified_on"] = json!("2098-01-01");
            office["verify_by"] = json!("2099-01-01");
        }),
    ];
    for (name, hide) in hides {
        let (_workshop, phone) = phone_with(|office| {
            office["risk"] = json!("high");
            hide(office);
        });
        let at = |days| state(&phone, days_after(made, days));
        assert_eq!([at(0), at(120), at(121)], [Check, Check, DoNotRely], "{name}");
        // On the very day that it promised, too.
        assert_eq!(state(&phone, days_after("2098-01-01", 1)), DoNotRely, "{name}");
    }
}

#[test]
fn an_item_is_not_said_to_hold_longer_than_it_counts_as_fresh() {
    let (_workshop, phone) = phone_with(|office| office["verify_by"] = json!("2099-01-01"));
    let shown = freshness(&phone.open(day(0)));
    assert_eq!(shown.verify_by.as_deref(), Some("2027-11-01"));
    assert!(shown.label.plain().contains("2027-11-01"), "{}", shown.label.plain());
}

/// Half a year without a network: what stands on the screens of the real content.
#[test]
fn the_real_content_says_in_june_that_it_must_not_be_relied_on() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading("it", Some("Bollate"));
    sync(&phone.open(day(0))).unwrap();
    let june: Timestamp = "2027-06-01T12:00:00Z".parse().unwrap();
    let core = phone.open(june);
    let renewal = core.procedure("rinnovo-permesso").unwrap();
    assert_eq!(renewal.freshness.state, DoNotRely);
    let steps = &renewal.steps;
    let offices = steps.iter().flat_map(|step| &step.offices).map(|found| &found.freshness);
    let fees = steps.iter().flat_map(|step| &step.fees).map(|found| &found.freshness);
    let deadlines = renewal.deadlines.iter().map(|found| &found.freshness);
    let mut seen = 0;
    for item in offices.chain(fees).chain(deadlines) {
        let due = item.verify_by.as_deref().unwrap();
        // Whatever the risk: nothing is checked in vain for more than 90 days, and nothing is fresh past its day.
        match due {
            due if due < "2027-03-02" => assert_eq!(item.state, DoNotRely, "{due}"),
            due if due < "2027-06-01" => assert_ne!(item.state, Fresh, "{due}"),
            _ => assert_eq!(item.state, Fresh, "{due}"),
        }
        seen += 1;
    }
    assert!(seen > 5, "{seen} items");
    let whole = core.freshness().unwrap();
    assert_eq!((whole.state, whole.fresh < whole.do_not_rely), (Some(DoNotRely), true));
    let banner =
        &renewal.header.banners.iter().find(|banner| banner.kind == BannerKind::NotCheckedStrong);
    // From 23 November to 1 June.
    assert_eq!(
        banner.unwrap().text.plain(),
        "Contenuti vecchi: nessun controllo da 190 giorni. Chiedi conferma all'ufficio."
    );
}
