//! Days with their spans, in words.

use jiff::civil::Date;

use super::super::Reading;
use super::super::offices::{clock, range_message};
use super::super::runs::SLOTS;
use super::now::{END_OF_DAY, weekday_number};
use crate::dates::hours::{ClosedDays, DayPlan, DaySpan, Schedule, Timetable};
use crate::l10n::messages;
use crate::model::HoursException;
use crate::screens::{DayHours, HoursClosure, HoursDay, Run, Text};

impl Reading<'_> {
    /// One day of an office.
    pub(super) fn hours_day(&self, plan: &DayPlan<'_>) -> HoursDay {
        let mut spans = self.spans(plan, |_, _| true);
        if plan.is_unknown() {
            spans.push(self.say(&messages::hours_unknown()));
        } else if spans.is_empty() {
            spans.push(self.say(&messages::hours_closed()));
        }
        let weekday = self.weekday_name(plan.date);
        HoursDay {
            date: plan.date.to_string(),
            weekday: weekday_number(plan.date),
            day: self.say_with_date(&messages::hours_date(SLOTS[0], weekday), plan.date),
            open: !plan.spans.is_empty(),
            spans,
            closed_because: plan.closed.and_then(|closure| self.because(closure)),
        }
    }

    /// The days of a week that have spans of a sort.
    pub(super) fn weekly(
        &self,
        week: &[DayPlan<'_>],
        wanted: impl Fn(&DayPlan<'_>, &DaySpan<'_>) -> bool,
    ) -> Vec<DayHours> {
        let days = week.iter().map(|plan| DayHours {
            weekday: weekday_number(plan.date),
            day: self.say(&messages::weekday(u32::from(weekday_number(plan.date)))),
            spans: self.spans(plan, &wanted),
        });
        days.filter(|day| !day.spans.is_empty()).collect()
    }

    /// Days on which the weekly hours do not hold.
    pub(super) fn closure(
        &self,
        exception: &HoursException,
        closed_days: &ClosedDays,
    ) -> HoursClosure {
        let schedule = Schedule { hours: Some(&exception.hours), exceptions: &[] };
        HoursClosure {
            from: exception.from.to_string(),
            to: exception.to.to_string(),
            text: self.closure_text(exception.from, exception.to, exception.hours.is_empty()),
            reason: exception.reason.as_deref().map(|reason| self.literal(reason)),
            hours: self.weekly(&Timetable::new(schedule, closed_days).ordinary_week(), |_, _| true),
        }
    }

    fn closure_text(&self, from: Date, to: Date, closed: bool) -> Text {
        let message = match (from == to, closed) {
            (true, true) => messages::closure_day(SLOTS[0]),
            (true, false) => messages::change_on_day(SLOTS[0]),
            (false, true) => messages::closure_days(SLOTS[0], SLOTS[1]),
            (false, false) => messages::change_on_days(SLOTS[0], SLOTS[1]),
        };
        let language = self.first_language();
        let days = [from, to].map(|day| Run::Date { iso: day.to_string() });
        self.runs_text(self.woven(&message, language, &days), language)
    }

    fn spans(
        &self,
        plan: &DayPlan<'_>,
        wanted: impl Fn(&DayPlan<'_>, &DaySpan<'_>) -> bool,
    ) -> Vec<Text> {
        let spans = plan.spans.iter().filter(|span| wanted(plan, span));
        spans.map(|span| self.span_text(plan.date, span)).collect()
    }

    fn span_text(&self, date: Date, span: &DaySpan<'_>) -> Text {
        let close = match span.close.date() == date {
            true => clock(span.close.time()),
            false => END_OF_DAY.to_owned(),
        };
        let hours = range_message(&clock(span.open.time()), &close, span.admission.by_appointment);
        self.say(&match span.admission.service {
            Some(service) => messages::hours_for_service(self.plain_words(&hours), service),
            None => hours,
        })
    }
}
