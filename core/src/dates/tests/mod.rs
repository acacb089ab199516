//! What the calendar promises.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod citizenship;
mod counting;
mod properties;
mod terms;

use jiff::civil::{Date, date};

use super::*;
use crate::model::{Duration, Unit};

fn day(moment: &str) -> String {
    day_in_italy(moment.parse().unwrap()).to_string()
}

#[test]
fn midnight_in_italy_is_an_hour_before_greenwich_and_two_in_summer() {
    assert_eq!(day("2026-12-31T22:59:59Z"), "2026-12-31");
    assert_eq!(day("2026-12-31T23:00:00Z"), "2027-01-01");
    assert_eq!(day("2026-07-01T21:59:59Z"), "2026-07-01");
    assert_eq!(day("2026-07-01T22:00:00Z"), "2026-07-02");
}

/// Summer time ends on the last Sunday of October, also in years that the table does not list.
#[test]
fn summer_time_goes_on_after_the_table_ends() {
    assert_eq!(day("2060-10-30T22:30:00Z"), "2060-10-31");
    assert_eq!(day("2060-10-31T22:30:00Z"), "2060-10-31");
}

fn span(n: u32, unit: Unit) -> Duration {
    Duration { n, unit }
}

/// The last day of a span counted from a day, in a municipality without a known patron saint.
fn last(from: Date, n: i32, unit: Unit) -> Date {
    let direction = if n < 0 { Direction::Backwards } else { Direction::Forwards };
    last_day(&Calendar::national(), from, span(n.unsigned_abs(), unit), direction).unwrap().day
}
