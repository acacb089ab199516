//! What holds at a moment, until when, and what comes next.

use super::*;
use crate::model::Weekday::{Monday, Thursday, Tuesday, Wednesday};
use jiff::civil::date;

fn office() -> Desk {
    Desk::new(&[span(&WORKDAYS, "09:00-12:30"), by_appointment(&[Wednesday], "14:00-17:00")])
}

#[test]
fn an_office_is_open_from_its_first_moment_to_the_last_before_it_closes() {
    let office = office();
    assert_eq!(office.opens("2026-11-24T08:59:59").unwrap(), "2026-11-24T09:00:00+01:00");
    assert_eq!(office.open_until("2026-11-24T09:00"), "2026-11-24T12:30:00+01:00");
    assert_eq!(office.open_until("2026-11-24T12:29:59"), "2026-11-24T12:30:00+01:00");
    assert_eq!(office.opens("2026-11-24T12:30").unwrap(), "2026-11-25T09:00:00+01:00");
    assert_eq!(office.opens("2026-11-27T12:30").unwrap(), "2026-11-30T09:00:00+01:00");
}

#[test]
fn a_moment_may_be_asked_for_in_any_zone_or_as_italy_s_clock_or_as_a_day() {
    for text in
        ["2026-11-23T11:00:00Z", "2026-11-23T13:00:00+02:00", "2026-11-23T12:00", "2026-11-23"]
    {
        assert_eq!(with_offset(asked_moment(text).unwrap()), "2026-11-23T12:00:00+01:00", "{text}");
    }
    for text in [
        "",
        "12:00",
        "domani",
        "2026-13-01",
        "2026-02-30T10:00",
        "-009999-01-01T00:00",
        "9999-12-31T23:59:59.9",
    ] {
        assert_eq!(asked_moment(text), None, "{text}");
    }
}

#[test]
fn what_needs_an_appointment_is_told_apart() {
    let office = office();
    let Status::Open { admission, until } = office.status("2026-11-25T15:00") else { panic!() };
    assert!(admission.by_appointment);
    assert_eq!(with_offset(until), "2026-11-25T17:00:00+01:00");
    let Status::Closed { next: Some(next), because: None } = office.status("2026-11-25T13:00")
    else {
        panic!()
    };
    assert!(next.admission.by_appointment);
}

#[test]
fn of_what_holds_at_once_the_one_that_lets_in_most_is_told() {
    let office = Desk::new(&[
        by_appointment(&[Monday], "09:00-17:00"),
        for_service(&[Monday], "10:00-16:00", "Carte d'identità"),
        span(&[Monday], "11:00-12:00"),
    ]);
    let at = |time: &str| match office.status(&format!("2026-11-23T{time}")) {
        Status::Open { admission, until } => {
            (admission.by_appointment, admission.service, with_offset(until))
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(at("09:30"), (true, None, "2026-11-23T17:00:00+01:00".into()));
    assert_eq!(at("10:30"), (false, Some("Carte d'identità"), "2026-11-23T16:00:00+01:00".into()));
    assert_eq!(at("11:30"), (false, None, "2026-11-23T12:00:00+01:00".into()));
}

#[test]
fn after_the_august_closure_the_first_day_that_is_open_comes() {
    let office = office().except(exception(date(2027, 8, 9), date(2027, 8, 22), &[]));
    let Status::Closed { next, because } = office.status("2027-08-10T10:00") else { panic!() };
    assert!(matches!(because, Some(Closure::Exception(_))));
    assert_eq!(with_offset(next.unwrap().at), "2027-08-23T09:00:00+02:00");
    assert_eq!(office.opens("2027-08-06T13:00").unwrap(), "2027-08-23T09:00:00+02:00");
}

#[test]
fn the_next_opening_skips_holidays_and_the_patron_saint() {
    // Friday 4 December 2026; Monday is the saint's, Tuesday the Immaculate Conception.
    assert_eq!(office().opens("2026-12-04T13:00").unwrap(), "2026-12-09T09:00:00+01:00");
    assert_eq!(office().opens("2027-03-26T13:00").unwrap(), "2027-03-30T09:00:00+02:00");
}

#[test]
fn who_is_always_open_closes_at_the_next_holiday() {
    let always = Desk::new(&[span(&ALL_WEEK, "00:00-00:00")]);
    assert_eq!(always.open_until("2026-11-24T03:00"), "2026-12-07T00:00:00+01:00");
    assert_eq!(always.opens("2026-12-07T03:00").unwrap(), "2026-12-09T00:00:00+01:00");
}

#[test]
fn an_office_that_never_opens_again_says_so_and_none_is_invented() {
    let gone = office().except(exception(date(2026, 11, 1), date(2030, 1, 1), &[]));
    assert_eq!(gone.opens("2026-11-24T10:00"), None);
    assert_eq!(Desk::new(&[span(&[], "09:00-12:00")]).opens("2026-11-24T10:00"), None);
}

#[test]
fn unknown_and_closed_to_the_public_are_not_closed() {
    let mut unknown = office().except(exception(date(2026, 12, 24), date(2026, 12, 24), &[]));
    unknown.hours = None;
    assert_eq!(unknown.status("2026-11-24T10:00"), Status::Unknown);
    assert_eq!(unknown.status("2026-12-25T10:00"), Status::Unknown);
    let Status::Closed { next, because } = unknown.status("2026-12-24T10:00") else { panic!() };
    assert!(matches!(because, Some(Closure::Exception(_))) && next.is_none());
    assert_eq!(Desk::new(&[]).status("2026-11-24T10:00"), Status::ClosedToPublic);
    let once = Desk::new(&[]).except(exception(
        date(2026, 12, 1),
        date(2026, 12, 1),
        &[span(&ALL_WEEK, "09:00-10:00")],
    ));
    assert_eq!(once.opens("2026-11-24T10:00").unwrap(), "2026-12-01T09:00:00+01:00");
}

#[test]
fn a_mediator_is_there_when_both_are() {
    let office =
        Desk::new(&[span(&WORKDAYS, "09:00-12:30"), by_appointment(&[Thursday], "14:00-18:00")]);
    let hours = [span(&[Tuesday], "11:00-15:00"), span(&[Thursday], "16:00-20:00")];
    let mediator = office.table().within(&hours);
    let day = |day| spans(&mediator.day(day));
    assert_eq!(day(date(2026, 11, 24)), "11:00-12:30");
    assert_eq!(day(date(2026, 11, 26)), "16:00-18:00");
    assert!(mediator.day(date(2026, 11, 26)).spans[0].admission.by_appointment);
    assert_eq!(mediator.day(date(2026, 11, 25)).closed, Some(Closure::Weekly));
    let at = asked_moment("2026-11-24T10:00").unwrap();
    let Status::Closed { next: Some(next), .. } = mediator.status(at) else { panic!() };
    assert_eq!(with_offset(next.at), "2026-11-24T11:00:00+01:00");
    // The saint's day closes the office, so nobody speaks anything there.
    assert_eq!(mediator.day(date(2027, 12, 7)).closed, Some(Closure::PatronSaint));
    assert_eq!(spans(&office.table().within(&[]).day(date(2026, 11, 24))), "09:00-12:30");
}
