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

mod anchor;
mod calendar;
mod count;
mod deadline;
mod easter;
mod holiday;
pub mod hours;
mod national;
mod paper;
mod suspension;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use anchor::{BadDate, event_date, parse_date};
pub use calendar::{Calendar, Rest};
pub use count::{
    Direction, LastDay, Moved, MovedBecause, Uncountable, counts_as_working_day, end_of_span,
    last_day,
};
pub use deadline::{Days, NoDays, Rule, articles, days_of, general};
pub use easter::easter_sunday;
pub use holiday::{HolidayDay, HolidayRule};
pub use paper::valid_until;

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
