//! The nights in March and October on which the hour changes: 28 March and 31 October 2027.

use super::*;
use crate::model::Weekday::{Saturday, Sunday};
use jiff::civil::date;

fn shelter() -> Desk {
    Desk::new(&[span(&[Saturday], "22:00-06:00")])
}

#[test]
fn the_night_in_march_is_an_hour_shorter() {
    let shelter = shelter();
    assert_eq!(shelter.open_until("2027-03-27T23:00"), "2027-03-28T06:00:00+02:00");
    assert_eq!(minutes("2027-03-27T22:00", &shelter.open_until("2027-03-27T22:00")), 7 * 60);
    assert_eq!(minutes("2027-03-28T01:59", &shelter.open_until("2027-03-28T01:59")), 3 * 60 + 1);
}

#[test]
fn the_night_in_october_is_an_hour_longer() {
    let shelter = shelter();
    assert_eq!(shelter.open_until("2027-10-30T23:00"), "2027-10-31T06:00:00+01:00");
    assert_eq!(minutes("2027-10-30T22:00", &shelter.open_until("2027-10-30T22:00")), 9 * 60);
    // Half past two comes twice, and both times the shelter is open.
    for half_past_two in ["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"] {
        assert_eq!(shelter.open_until(half_past_two), "2027-10-31T06:00:00+01:00");
    }
}

#[test]
fn closing_at_a_time_that_does_not_exist_is_as_long_after_the_jump() {
    let bar = Desk::new(&[span(&[Saturday], "22:00-02:30")]);
    let closes = bar.open_until("2027-03-27T22:00");
    assert_eq!(closes, "2027-03-28T03:30:00+02:00");
    assert_eq!(minutes("2027-03-27T22:00", &closes), 4 * 60 + 30);
}

#[test]
fn a_time_that_comes_twice_means_the_first() {
    let bar = Desk::new(&[span(&[Saturday], "22:00-02:30")]);
    assert_eq!(bar.open_until("2027-10-30T22:00"), "2027-10-31T02:30:00+02:00");
    assert_eq!(bar.opens("2027-10-31T00:30:00Z").unwrap(), "2027-11-06T22:00:00+01:00");
}

#[test]
fn a_span_that_the_jump_swallows_is_no_opening() {
    let early = Desk::new(&[span(&[Sunday], "02:30-03:15")]);
    assert_eq!(early.spans(date(2027, 3, 28)), "02:30-03:15");
    assert_eq!(early.opens("2027-03-28T01:00").unwrap(), "2027-04-04T02:30:00+02:00");
}

#[test]
fn an_opening_after_the_change_counts_real_time() {
    let morning = Desk::new(&[span(&[Sunday], "08:00-12:00")]);
    for (before, hours) in [("2027-03-28T01:00", 6), ("2027-10-31T01:00", 8)] {
        assert_eq!(minutes(before, &morning.opens(before).unwrap()), hours * 60, "{before}");
    }
}
