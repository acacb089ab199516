#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod anything;
mod changes_of_hour;
mod days;
mod moments;

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::*;
use crate::dates::Calendar;
use crate::model::{HoursException, OpeningHours, Weekday};

const WORKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

const ALL_WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// `09:00-12:30` on some days.
fn span(days: &[Weekday], text: &str) -> OpeningHours {
    let (open, close) = text.split_once('-').unwrap();
    let clock = |text: &str| text.parse::<Time>().unwrap();
    OpeningHours {
        days: days.to_vec(),
        open: clock(open),
        close: clock(close),
        by_appointment: false,
        service: None,
    }
}

fn by_appointment(days: &[Weekday], text: &str) -> OpeningHours {
    OpeningHours { by_appointment: true, ..span(days, text) }
}

fn for_service(days: &[Weekday], text: &str, service: &str) -> OpeningHours {
    OpeningHours { service: Some(service.into()), ..span(days, text) }
}

fn exception(from: Date, to: Date, hours: &[OpeningHours]) -> HoursException {
    HoursException { from, to, hours: hours.to_vec(), reason: None }
}

/// An office of a test.
#[derive(Debug)]
struct Desk {
    hours: Option<Vec<OpeningHours>>,
    exceptions: Vec<HoursException>,
    closed_days: ClosedDays,
}

impl Desk {
    fn new(hours: &[OpeningHours]) -> Self {
        let calendar = Calendar::national().with_patron_saint(Some("12-07"));
        Self { hours: Some(hours.to_vec()), exceptions: Vec::new(), closed_days: calendar.into() }
    }

    fn except(mut self, exception: HoursException) -> Self {
        self.exceptions.push(exception);
        self
    }

    fn table(&self) -> Timetable<'_> {
        let schedule = Schedule { hours: self.hours.as_deref(), exceptions: &self.exceptions };
        Timetable::new(schedule, &self.closed_days)
    }

    /// The spans of a day: `09:00-12:30 14:00-17:00`.
    fn spans(&self, on: Date) -> String {
        spans(&self.table().day(on))
    }

    fn closed(&self, on: Date) -> Option<Closure<'_>> {
        self.table().day(on).closed
    }

    fn status(&self, at: &str) -> Status<'_> {
        self.table().status(asked_moment(at).unwrap())
    }

    /// Until when it is open for everybody.
    fn open_until(&self, at: &str) -> String {
        match self.status(at) {
            Status::Open { until, admission } if admission == Admission::default() => {
                with_offset(until)
            }
            other => panic!("{other:?}"),
        }
    }

    /// When it opens next.
    fn opens(&self, at: &str) -> Option<String> {
        match self.status(at) {
            Status::Closed { next, .. } => next.map(|next| with_offset(next.at)),
            other => panic!("{other:?}"),
        }
    }
}

fn spans(plan: &DayPlan<'_>) -> String {
    let shown = plan.spans.iter().map(|span| {
        let close = match span.close.date() == plan.date {
            true => span.close.strftime("%H:%M").to_string(),
            false => "24:00".to_owned(),
        };
        format!("{}-{close}", span.open.strftime("%H:%M"))
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn minutes(from: &str, until: &str) -> i64 {
    let (from, until): (Timestamp, Timestamp) =
        (asked_moment(from).unwrap(), until.parse().unwrap());
    until.duration_since(from).as_mins()
}
