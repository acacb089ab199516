//! The weeks of summer in which terms before the courts stand still (*sospensione feriale*).
//!
//! Law of 7 October 1969, no. 742, art. 1: from 1 to 31 August since 2015 (DL 132/2014 art. 16), from 1 August to 15
//! September before. A term that would begin in those days begins when they end. Many matters are excepted (art. 3, and the
//! rules on international protection): a term is only suspended when its item says so, since without it the date is
//! earlier, which is safe.

use jiff::civil::{Date, date};

use super::calendar::Calendar;
use super::count::{Direction, LastDay, Uncountable, end_of_span, next, settle};
use crate::model::{Duration, Unit};

/// The years in which the law has changed something here.
const FIRST_YEAR: i16 = 1970;
const SHORTER_SINCE: i16 = 2015;

/// The last day of a term that stands still in summer, counted forwards.
///
/// Days are counted one by one, without those of summer. Months and years are counted by their names, and what lies in
/// summer is added afterwards: the whole of it, as the courts count.
pub(super) fn last_day_suspended(
    calendar: &Calendar,
    from: Date,
    span: Duration,
) -> Result<LastDay, Uncountable> {
    let from = summer(from.year())
        .filter(|(first, last)| (*first..=*last).contains(&from))
        .map_or(from, |(_, last)| last);
    let end = match span.unit {
        Unit::Months | Unit::Years => prolonged(calendar, from, span)?,
        _ => day_by_day(calendar, from, span)?,
    };
    settle(calendar, from, end, Direction::Forwards)
}

/// The first and the last day of a year's suspension.
fn summer(year: i16) -> Option<(Date, Date)> {
    if year < FIRST_YEAR {
        return None;
    }
    let last = if year >= SHORTER_SINCE { date(year, 8, 31) } else { date(year, 9, 15) };
    Some((date(year, 8, 1), last))
}

fn is_summer(day: Date) -> bool {
    summer(day.year()).is_some_and(|(first, last)| (first..=last).contains(&day))
}

fn day_by_day(calendar: &Calendar, from: Date, span: Duration) -> Result<Date, Uncountable> {
    let mut left = match span.unit {
        Unit::Hours => span.n / 24,
        Unit::Unknown => return Err(Uncountable::UnknownUnit),
        _ => span.n,
    };
    let mut day = from;
    while left > 0 {
        day = next(day, Direction::Forwards)?;
        let rests = span.unit == Unit::WorkingDays && calendar.is_legal_holiday(day);
        left -= u32::from(!is_summer(day) && !rests);
    }
    Ok(day)
}

fn prolonged(calendar: &Calendar, from: Date, span: Duration) -> Result<Date, Uncountable> {
    let mut end = end_of_span(calendar, from, span, Direction::Forwards)?;
    for year in from.year()..=from.year().saturating_add(300) {
        let Some((first, last)) = summer(year) else { continue };
        if end < first {
            break;
        }
        if from < first {
            let mut summer_days = first;
            while summer_days <= last {
                summer_days = next(summer_days, Direction::Forwards)?;
                end = next(end, Direction::Forwards)?;
            }
        }
    }
    Ok(end)
}
