//! Whether an office is open at a moment, until when, and when it opens next.

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::closed_days::ClosedDays;
use super::moment::in_italy;
use super::plan::DayPlan;
use super::schedule::{Admission, Closure, Schedule};
use crate::dates::day_in_italy;
use crate::model::OpeningHours;

/// For how many days the next opening is looked for.
const DAYS_AHEAD: usize = 366;

/// The first day of an ordinary week: a Monday. Which one does not matter.
const SOME_MONDAY: Date = jiff::civil::date(2001, 1, 1);

/// When an opening begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start<'a> {
    /// When.
    pub at: Timestamp,
    /// Who may come in then.
    pub admission: Admission<'a>,
}

/// What an office is at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status<'a> {
    /// Somebody may come in.
    Open {
        /// The first moment at which that is over.
        until: Timestamp,
        /// Who: of several that hold at once, the one that lets in most.
        admission: Admission<'a>,
    },
    /// Closed.
    Closed {
        /// When it opens next. `None`: not within a year, or nobody knows.
        next: Option<Start<'a>>,
        /// Why the whole day is closed; `None` on a day that has hours.
        because: Option<Closure<'a>>,
    },
    /// Nobody knows its hours.
    Unknown,
    /// It receives nobody, ever.
    ClosedToPublic,
}

/// The hours of an office, or of a language that is spoken there, by a calendar.
#[derive(Debug, Clone, Copy)]
pub struct Timetable<'a> {
    schedule: Schedule<'a>,
    closed_days: &'a ClosedDays,
    within: &'a [OpeningHours],
}

struct Opening<'a> {
    from: Timestamp,
    until: Timestamp,
    admission: Admission<'a>,
}

impl<'a> Timetable<'a> {
    /// The hours of an office.
    pub fn new(schedule: Schedule<'a>, closed_days: &'a ClosedDays) -> Self {
        Self { schedule, closed_days, within: &[] }
    }

    /// The same, as far as it lies within weekly hours of another kind, such as those of a mediator. None: all of it.
    #[must_use]
    pub fn within(self, hours: &'a [OpeningHours]) -> Self {
        Self { within: hours, ..self }
    }

    /// One day.
    pub fn day(&self, date: Date) -> DayPlan<'a> {
        self.narrowed(DayPlan::of(self.schedule, self.closed_days, date))
    }

    /// A week without holidays and exceptions, Monday first. Empty when the weekly hours are unknown.
    pub fn ordinary_week(&self) -> Vec<DayPlan<'a>> {
        let Some(hours) = self.schedule.hours else { return Vec::new() };
        let days = SOME_MONDAY.series(jiff::ToSpan::days(1)).take(7);
        days.map(|day| self.narrowed(DayPlan::ordinary(hours, day))).collect()
    }

    fn narrowed(&self, plan: DayPlan<'a>) -> DayPlan<'a> {
        match self.within {
            [] => plan,
            within => plan.within(within),
        }
    }

    /// What holds at a moment.
    pub fn status(&self, at: Timestamp) -> Status<'a> {
        if self.schedule.is_closed_to_public() {
            return Status::ClosedToPublic;
        }
        let today = day_in_italy(at);
        let plan = self.day(today);
        if let Some(now) = open_at(&plan, at) {
            let until = self.end(today, &now);
            return Status::Open { until, admission: now.admission };
        }
        match plan.is_unknown() {
            true => Status::Unknown,
            false => Status::Closed { next: self.next(today, at), because: plan.closed },
        }
    }

    /// Whether somebody may come in at a moment: what [`Timetable::status`] says, without looking at other days.
    pub fn is_open(&self, at: Timestamp) -> bool {
        open_at(&self.day(day_in_italy(at)), at).is_some()
    }

    /// When an opening is over: spans of the same admission that touch go on, past midnight too.
    fn end(&self, today: Date, opening: &Opening<'a>) -> Timestamp {
        let mut until = opening.until;
        for day in today.series(jiff::ToSpan::days(1)).take(DAYS_AHEAD) {
            let midnight =
                day.tomorrow().ok().and_then(|next| in_italy(next.to_datetime(Time::midnight())));
            let plan = self.day(day);
            let going_on = openings(&plan).filter(|span| span.admission == opening.admission);
            for span in going_on {
                if span.from <= until {
                    until = until.max(span.until);
                }
            }
            if midnight.is_none_or(|midnight| until < midnight) {
                break;
            }
        }
        until
    }

    fn next(&self, today: Date, after: Timestamp) -> Option<Start<'a>> {
        if !self.ever_opens() {
            return None;
        }
        for day in today.series(jiff::ToSpan::days(1)).take(DAYS_AHEAD) {
            let plan = self.day(day);
            if plan.is_unknown() {
                return None;
            }
            let later = openings(&plan).filter(|span| span.from > after);
            if let Some(first) = later.min_by_key(|span| (span.from, span.admission)) {
                return Some(Start { at: first.from, admission: first.admission });
            }
        }
        None
    }

    /// Whether there is any span at all: to spare a year of looking.
    fn ever_opens(&self) -> bool {
        let exceptional = self.schedule.exceptions.iter().flat_map(|one| &one.hours);
        let mut all = self.schedule.hours.into_iter().flatten().chain(exceptional);
        all.any(|span| !span.days.is_empty())
    }
}

/// What holds at a moment of a day: of several spans the one that lets in most, and of those the longest.
fn open_at<'a>(plan: &DayPlan<'a>, at: Timestamp) -> Option<Opening<'a>> {
    openings(plan)
        .filter(|span| span.from <= at && at < span.until)
        .min_by_key(|span| (span.admission, Reverse(span.until)))
}

/// The spans of a day as moments. One that a change of the hour leaves nothing of is none.
fn openings<'p, 'a>(plan: &'p DayPlan<'a>) -> impl Iterator<Item = Opening<'a>> + use<'p, 'a> {
    plan.spans.iter().filter_map(|span| {
        let (from, until) = (in_italy(span.open)?, in_italy(span.close)?);
        (from < until).then_some(Opening { from, until, admission: span.admission })
    })
}
