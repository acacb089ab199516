//! What a holiday is: a day of the year, from when until when, and the norm that says so.

use jiff::ToSpan;
use jiff::civil::Date;

use super::easter::easter_sunday;
use crate::model::Holiday;

/// On which day of a year a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidayDay {
    /// On a day of the calendar.
    Fixed {
        /// The month, from 1.
        month: i8,
        /// The day of the month.
        day: i8,
    },
    /// So many days after Easter Sunday.
    AfterEaster(u32),
}

impl HolidayDay {
    /// Reads `MM-DD`. 29 February is a day, in leap years.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        Date::new(2000, month, day).ok()?;
        Some(Self::Fixed { month, day })
    }

    /// Whether it falls on a day.
    pub fn is(self, on: Date) -> bool {
        match self {
            Self::Fixed { month, day } => on.month() == month && on.day() == day,
            Self::AfterEaster(days) => easter_sunday(on.year())
                .and_then(|easter| easter.checked_add(i64::from(days).days()).ok())
                .is_some_and(|day| day == on),
        }
    }
}

/// A holiday and the times in which it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayRule {
    /// A slug.
    pub id: String,
    /// Its Italian name.
    pub name_it: String,
    /// When in the year.
    pub day: HolidayDay,
    /// First and last day of each time in which it was, or is, a holiday. `None`: since ever, for ever.
    pub periods: Vec<(Option<Date>, Option<Date>)>,
    /// The norms that made and unmade it.
    pub norm: String,
}

impl HolidayRule {
    /// Whether a day is this holiday, by the law of that day.
    pub fn is(&self, on: Date) -> bool {
        self.day.is(on)
            && self.periods.iter().any(|(from, until)| {
                from.is_none_or(|from| from <= on) && until.is_none_or(|until| on <= until)
            })
    }

    /// A holiday that a pack names. `None` when it says no day that this core knows.
    pub fn of(holiday: &Holiday) -> Option<Self> {
        let day = match (&holiday.day, holiday.after_easter) {
            (Some(day), _) => HolidayDay::parse(day)?,
            (None, Some(days)) => HolidayDay::AfterEaster(days),
            (None, None) => return None,
        };
        let norms = holiday.meta.sources.iter().filter_map(|source| source.norm.as_deref());
        Some(Self {
            id: holiday.meta.id.clone(),
            name_it: holiday.name_it.clone(),
            day,
            periods: vec![(holiday.meta.valid_from, holiday.meta.valid_until)],
            norm: norms.collect::<Vec<_>>().join("; "),
        })
    }
}
