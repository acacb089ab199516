//! When an office is open: its week, the days on which the week does not hold, and what that means at a moment.
//!
//! Knows the model and the calendar; no database, no languages. What decides a day, in this order:
//!
//! 1. **An exception that covers it**, on a holiday too: its hours hold from midnight to midnight, and nothing else; it is
//!    closed if it has none for that day of the week. Of several the shortest decides, of equally long ones the one that
//!    closes: who writes «closed on the 14th» into a month of other hours means the 14th.
//! 2. **Unknown weekly hours**: nobody knows.
//! 3. **A holiday of the State or the day of the patron saint** closes. The calendar knows one patron saint; who asks about
//!    an office of another town asks with a calendar that knows none.
//! 4. **The weekly hours.** On a plain Sunday, too: an office that has hours on Sundays says so in its week.
//!
//! A span that passes midnight (`close` not after `open`) holds into the next day, unless that day is closed or has an
//! exception of its own: where it is unclear whether somebody is there, nobody is sent.
//!
//! Hours are civil times in Europe/Rome. A moment is made of them by the time zone: a time that does not exist in March is
//! as many minutes after the jump, of one that comes twice in October the first is meant. What is in between is counted in
//! real time.

mod closed_days;
mod filter;
mod moment;
mod plan;
mod schedule;
mod spoken;
mod status;
#[cfg(test)]
mod tests;

pub use closed_days::ClosedDays;
pub use filter::{in_the_evening, is_evening, on_saturday};
pub use moment::{asked_moment, with_offset};
pub use plan::{DayPlan, DaySpan};
pub use schedule::{Admission, Closure, Schedule, weekday};
pub use spoken::same_language;
pub use status::{Start, Status, Timetable};
