//! The spans of one day, from midnight to midnight, or why there are none.

use jiff::civil::{Date, DateTime, Time};

use super::closed_days::ClosedDays;
use super::schedule::{Admission, Closure, Rule, Schedule, weekday};
use crate::model::{OpeningHours, Weekday};
use crate::order;

/// A span within one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan<'a> {
    /// From.
    pub open: DateTime,
    /// To; the midnight that ends the day at the latest.
    pub close: DateTime,
    /// Who may come in.
    pub admission: Admission<'a>,
}

/// One day of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayPlan<'a> {
    /// The day.
    pub date: Date,
    /// When it is open: by the hour, those of the same admission that touch are one.
    pub spans: Vec<DaySpan<'a>>,
    /// Why it is not open at all. Neither spans nor a reason: nobody knows the hours of that day.
    pub closed: Option<Closure<'a>>,
}

impl DayPlan<'_> {
    /// Whether nobody knows the hours of that day.
    pub fn is_unknown(&self) -> bool {
        self.spans.is_empty() && self.closed.is_none()
    }

    /// The day of the week.
    pub fn weekday(&self) -> Weekday {
        weekday(self.date)
    }
}

impl<'a> DayPlan<'a> {
    /// The day of an office.
    pub(super) fn of(schedule: Schedule<'a>, closed_days: &'a ClosedDays, date: Date) -> Self {
        let rule = schedule.rule(closed_days, date);
        let mut spans = begun(rule.hours(), date);
        if let Ok(yesterday) = date.yesterday() {
            let before = schedule.rule(closed_days, yesterday);
            if rule.lets_on(before) {
                spans.extend(left_over(before.hours(), yesterday, date));
            }
        }
        let spans = merged(spans);
        let closed = if spans.is_empty() { rule.closure() } else { None };
        Self { date, spans, closed }
    }

    /// A day of the week on which nothing but the weekly hours counts.
    pub(super) fn ordinary(hours: &'a [OpeningHours], date: Date) -> Self {
        let spans = weekly(hours, date);
        let closed = if spans.is_empty() { Rule::Weekly(hours).closure() } else { None };
        Self { date, spans, closed }
    }

    /// What of this day lies within weekly hours of another kind, such as those of a mediator.
    pub(super) fn within(mut self, hours: &'a [OpeningHours]) -> Self {
        let others = weekly(hours, self.date);
        let pairs =
            self.spans.iter().flat_map(|span| others.iter().map(move |other| (span, other)));
        let common = pairs.filter_map(|(span, other)| span.common(other)).collect();
        let was_open = !self.spans.is_empty();
        self.spans = merged(common);
        if was_open && self.spans.is_empty() {
            self.closed = Some(Closure::Weekly);
        }
        self
    }
}

impl<'a> DaySpan<'a> {
    fn common(&self, other: &Self) -> Option<Self> {
        let (open, close) = (self.open.max(other.open), self.close.min(other.close));
        let admission = Admission {
            by_appointment: self.admission.by_appointment || other.admission.by_appointment,
            service: self.admission.service.or(other.admission.service),
        };
        (open < close).then_some(Self { open, close, admission })
    }
}

fn weekly(hours: &[OpeningHours], date: Date) -> Vec<DaySpan<'_>> {
    let mut spans = begun(hours, date);
    if let Ok(yesterday) = date.yesterday() {
        spans.extend(left_over(hours, yesterday, date));
    }
    merged(spans)
}

/// The spans that begin on a day, as far as its end.
fn begun(hours: &[OpeningHours], date: Date) -> Vec<DaySpan<'_>> {
    let today = weekday(date);
    let of_today = hours.iter().filter(|span| span.days.contains(&today));
    of_today
        .filter_map(|span| {
            let close = match passes_midnight(span) {
                true => date.tomorrow().ok()?.to_datetime(Time::midnight()),
                false => date.to_datetime(span.close),
            };
            Some(DaySpan { open: date.to_datetime(span.open), close, admission: admission(span) })
        })
        .collect()
}

/// What of the spans that began on the day before is left after midnight.
fn left_over(
    hours: &[OpeningHours],
    yesterday: Date,
    date: Date,
) -> impl Iterator<Item = DaySpan<'_>> {
    let then = weekday(yesterday);
    let open = date.to_datetime(Time::midnight());
    hours
        .iter()
        .filter(move |span| passes_midnight(span) && span.days.contains(&then))
        .map(move |span| DaySpan {
            open,
            close: date.to_datetime(span.close),
            admission: admission(span),
        })
        .filter(|span| span.open < span.close)
}

/// Whether a span ends on the day after the one on which it begins.
pub(super) fn passes_midnight(span: &OpeningHours) -> bool {
    span.close <= span.open
}

fn admission(span: &OpeningHours) -> Admission<'_> {
    Admission { by_appointment: span.by_appointment, service: span.service.as_deref() }
}

/// Spans of the same admission that overlap or touch become one; then all by the hour.
fn merged(mut spans: Vec<DaySpan<'_>>) -> Vec<DaySpan<'_>> {
    if spans.len() > 1 {
        order::sort_by_key(&mut spans, |span| (span.admission, span.open));
        spans.dedup_by(|next, span| {
            let one = next.admission == span.admission && next.open <= span.close;
            if one {
                span.close = span.close.max(next.close);
            }
            one
        });
        order::sort_by_key(&mut spans, |span| (span.open, span.admission));
    }
    spans
}
