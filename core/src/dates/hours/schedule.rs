//! What an office says of its hours, and what of it decides a day.

use jiff::civil::{Date, Weekday as CivilWeekday};

use super::closed_days::ClosedDays;
use crate::dates::HolidayRule;
use crate::model::{HoursException, Office, OpeningHours, Weekday};

/// What an office says of its hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule<'a> {
    /// Weekly hours. `None`: unknown. Empty: closed to the public.
    pub hours: Option<&'a [OpeningHours]>,
    /// Days on which they do not hold.
    pub exceptions: &'a [HoursException],
}

/// Who may come in during a span. Ordered by how many may: everybody first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Admission<'a> {
    /// Only those who have an appointment.
    pub by_appointment: bool,
    /// Only those who come for this service, in Italian.
    pub service: Option<&'a str>,
}

/// Why an office is closed on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closure<'a> {
    /// An exception says so.
    Exception(&'a HoursException),
    /// A holiday of the State.
    Holiday(&'a HolidayRule),
    /// The patron saint's day.
    PatronSaint,
    /// It has no hours on this day of the week.
    Weekly,
}

/// What decides a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule<'a> {
    Exception(&'a HoursException),
    Unknown,
    Closed(Closure<'a>),
    Weekly(&'a [OpeningHours]),
}

impl<'a> From<&'a Office> for Schedule<'a> {
    fn from(office: &'a Office) -> Self {
        Self { hours: office.hours.as_deref(), exceptions: &office.exceptions }
    }
}

impl<'a> Schedule<'a> {
    /// Whether the office says that nobody is received, ever.
    pub(super) fn is_closed_to_public(&self) -> bool {
        self.hours.is_some_and(<[_]>::is_empty)
            && self.exceptions.iter().all(|one| one.hours.is_empty())
    }

    /// What decides a day.
    pub(super) fn rule(&self, closed: &'a ClosedDays, on: Date) -> Rule<'a> {
        if let Some(exception) = self.exception(on) {
            return Rule::Exception(exception);
        }
        let Some(hours) = self.hours else { return Rule::Unknown };
        closed.closure(on).map_or(Rule::Weekly(hours), Rule::Closed)
    }

    /// The exception that decides a day. One that ends before it begins covers none.
    fn exception(&self, on: Date) -> Option<&'a HoursException> {
        let covering = self.exceptions.iter().filter(|one| one.from <= on && on <= one.to);
        covering.min_by_key(|one| (one.to.duration_since(one.from), !one.hours.is_empty()))
    }
}

impl<'a> Rule<'a> {
    /// The hours that begin on a day under this rule.
    pub(super) fn hours(self) -> &'a [OpeningHours] {
        match self {
            Self::Exception(exception) => &exception.hours,
            Self::Weekly(hours) => hours,
            Self::Unknown | Self::Closed(_) => &[],
        }
    }

    /// Whether what began on the day before, under `before`, goes on after midnight.
    pub(super) fn lets_on(self, before: Self) -> bool {
        match self {
            Self::Weekly(_) | Self::Unknown => true,
            Self::Exception(_) => self == before,
            Self::Closed(_) => false,
        }
    }

    /// Why a day without hours is closed. `None`: nobody knows whether it is.
    pub(super) fn closure(self) -> Option<Closure<'a>> {
        match self {
            Self::Exception(exception) => Some(Closure::Exception(exception)),
            Self::Closed(closure) => Some(closure),
            Self::Weekly(_) => Some(Closure::Weekly),
            Self::Unknown => None,
        }
    }
}

/// The day of the week of a day.
pub fn weekday(on: Date) -> Weekday {
    match on.weekday() {
        CivilWeekday::Monday => Weekday::Monday,
        CivilWeekday::Tuesday => Weekday::Tuesday,
        CivilWeekday::Wednesday => Weekday::Wednesday,
        CivilWeekday::Thursday => Weekday::Thursday,
        CivilWeekday::Friday => Weekday::Friday,
        CivilWeekday::Saturday => Weekday::Saturday,
        CivilWeekday::Sunday => Weekday::Sunday,
    }
}
