//! The calendar of Italy: which day it is there, which days are holidays, and by which day something must be done.
//!
//! People act on what this module says, and a date that is a day too late can cost a permit. Where the law is clear it is
//! followed, and each rule names its article. Where the law is unclear **the date that is safe is shown**: the earlier one
//! of those by which something must be done, the later one of those before which it must not. In particular:
//!
//! - Saturday counts as a working day forwards (art. 155 c. 6 c.p.c.) and not backwards: many offices are closed.
//! - The day of a patron saint is no holiday of the State (L. 260/1949 art. 2 does not name it), so it prolongs nothing; but
//!   the offices of that municipality are closed. Forwards it counts, and a last day that falls on it becomes the working
//!   day before; backwards it does not count.
//!
//! Everything is reckoned in Europe/Rome, whatever the device says.

mod calendar;
mod easter;
mod holiday;
pub mod hours;
mod national;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use calendar::{Calendar, Rest};
pub use easter::easter_sunday;
pub use holiday::{HolidayDay, HolidayRule};

/// Compiled in. `TimeZone::get` would look at the zone files of the device first, which may be years old.
static ITALY: TimeZone = jiff::tz::get!("Europe/Rome");
/// The time zone of Italy, whatever the device says.
pub fn italy() -> TimeZone {
    ITALY.clone()
}

/// The day it is in Italy at a moment.
pub fn day_in_italy(moment: Timestamp) -> Date {
    moment.to_zoned(italy()).date()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

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
}
