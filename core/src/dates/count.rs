//! Counting a span of time from a day, as the Italian civil code counts it.
//!
//! | rule | source |
//! | --- | --- |
//! | the day from which one counts is not counted | art. 2963 c. 2 c.c. |
//! | a last day on a holiday moves on to the next day that is none | art. 2963 c. 3 c.c. |
//! | a span of months or years ends on the day with the same number, and where the month has none, on its last day | art. 2963 c. 4-5 c.c. |
//! | counted backwards, a last day on a holiday or a Saturday moves to the working day before, since the act must be done *before* it | art. 155 c. 4-5 c.p.c., read as the Cassazione reads it for terms that run backwards |
//! | Saturday counts as a working day forwards | art. 155 c. 6 c.p.c. |
//!
//! What is done where these are silent stands in the head of [`super`].

use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};

use super::calendar::{Calendar, Rest};
use crate::model::{Duration, Unit};

/// The years in which this module answers: nobody alive has a term outside them, and a typing error has.
const FIRST: Date = date(1900, 1, 1);
const LAST: Date = date(2199, 12, 31);

/// Which way a span is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the day on.
    Forwards,
    /// From the day back: "at least 60 days before".
    Backwards,
}

/// Why a span cannot be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncountable {
    /// The first or the last day lies outside 1900 to 2199.
    OutOfRange,
    /// The unit is one that a newer release speaks of.
    UnknownUnit,
}

/// The last day of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastDay {
    /// The day on which, at the latest, it must be done.
    pub day: Date,
    /// The day on which the span itself ends, where it is another one.
    pub moved_from: Option<Moved>,
}

/// A last day on which nothing can be done, or counted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The day.
    pub from: Date,
    /// What it is.
    pub because: MovedBecause,
}

/// Why a last day moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MovedBecause {
    /// It is a Sunday.
    Sunday,
    /// It is a Saturday, and the span runs backwards.
    Saturday,
    /// It is a holiday of the State.
    Holiday {
        /// Its Italian name.
        name_it: String,
        /// The norms that made it one.
        norm: String,
    },
    /// It is the patron saint's day of the municipality.
    PatronSaint,
}

/// The last day by which something must be done within a span.
pub fn last_day(
    calendar: &Calendar,
    from: Date,
    span: Duration,
    direction: Direction,
) -> Result<LastDay, Uncountable> {
    let end = end_of_span(calendar, from, span, direction)?;
    if span.unit == Unit::Hours {
        // A term in hours runs through holidays; to move it would be to give hours that nobody grants.
        return Ok(LastDay { day: end, moved_from: None });
    }
    settle(calendar, from, end, direction)
}

/// The day on which a span ends, be it a holiday or not: until when a paper is valid, from when on something is possible.
pub fn end_of_span(
    calendar: &Calendar,
    from: Date,
    span: Duration,
    direction: Direction,
) -> Result<Date, Uncountable> {
    in_range(from)?;
    let n = i64::from(span.n);
    let length = match span.unit {
        Unit::WorkingDays => return working_days(calendar, from, span.n, direction),
        // Whole days alone: the hour at which the span began is not known, and a day less is safe.
        Unit::Hours => Span::new().try_days(n / 24),
        Unit::Days => Span::new().try_days(n),
        Unit::Months => Span::new().try_months(n),
        Unit::Years => Span::new().try_years(n),
        Unit::Unknown => return Err(Uncountable::UnknownUnit),
    };
    let length = length.map_err(|_| Uncountable::OutOfRange)?;
    let end = match direction {
        Direction::Forwards => from.checked_add(length),
        Direction::Backwards => from.checked_sub(length),
    };
    in_range(end.map_err(|_| Uncountable::OutOfRange)?)
}

/// Moves a last day off the days on which nothing can be done.
pub(super) fn settle(
    calendar: &Calendar,
    from: Date,
    end: Date,
    direction: Direction,
) -> Result<LastDay, Uncountable> {
    let Some(because) = obstacle(calendar, end, direction) else {
        return Ok(LastDay { day: end, moved_from: None });
    };
    let day = match (direction, &because) {
        // The law prolongs nothing for a patron saint, and the office is closed: the day before, unless the span has none.
        (Direction::Forwards, MovedBecause::PatronSaint) => {
            match free_day(calendar, end, Direction::Backwards, Direction::Forwards)? {
                before if before > from => before,
                _ => end,
            }
        }
        (direction, _) => free_day(calendar, end, direction, direction)?,
    };
    let moved_from = (day != end).then_some(Moved { from: end, because });
    Ok(LastDay { day, moved_from })
}

/// The nearest day one way on which, counted the other way, nothing stands in the way.
fn free_day(
    calendar: &Calendar,
    start: Date,
    step: Direction,
    counted: Direction,
) -> Result<Date, Uncountable> {
    let mut day = start;
    while obstacle(calendar, day, counted).is_some() {
        day = next(day, step)?;
    }
    Ok(day)
}

/// Why a day cannot be the last one.
fn obstacle(calendar: &Calendar, day: Date, direction: Direction) -> Option<MovedBecause> {
    match (calendar.rest(day), direction) {
        (Some(Rest::Sunday), _) => Some(MovedBecause::Sunday),
        (Some(Rest::Holiday(holiday)), _) => Some(MovedBecause::Holiday {
            name_it: holiday.name_it.clone(),
            norm: holiday.norm.clone(),
        }),
        (Some(Rest::PatronSaint), _) => Some(MovedBecause::PatronSaint),
        (None, Direction::Backwards) if day.weekday() == Weekday::Saturday => {
            Some(MovedBecause::Saturday)
        }
        (None, _) => None,
    }
}

fn working_days(
    calendar: &Calendar,
    from: Date,
    n: u32,
    direction: Direction,
) -> Result<Date, Uncountable> {
    let mut day = from;
    let mut left = n;
    while left > 0 {
        day = next(day, direction)?;
        left -= u32::from(counts_as_working_day(calendar, day, direction));
    }
    Ok(day)
}

/// Whether a day counts as a working day: forwards all but the holidays of the law, backwards only those on which every
/// office works.
pub fn counts_as_working_day(calendar: &Calendar, day: Date, direction: Direction) -> bool {
    match direction {
        Direction::Forwards => !calendar.is_legal_holiday(day),
        Direction::Backwards => obstacle(calendar, day, direction).is_none(),
    }
}

/// The neighbouring day.
pub(super) fn next(day: Date, direction: Direction) -> Result<Date, Uncountable> {
    let step = match direction {
        Direction::Forwards => 1.day(),
        Direction::Backwards => -1.day(),
    };
    in_range(day.checked_add(step).map_err(|_| Uncountable::OutOfRange)?)
}

fn in_range(day: Date) -> Result<Date, Uncountable> {
    (FIRST..=LAST).contains(&day).then_some(day).ok_or(Uncountable::OutOfRange)
}
