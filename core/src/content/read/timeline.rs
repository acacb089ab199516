//! All terms of a procedure for somebody's own dates, and a single one.
//!
//! What is missing or wrong concerns one term alone: the others are shown.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Reading;
use super::term_days::term_days;
use crate::dates::{
    BadDate, Days, Direction, NoDays, articles, days_of, event_date, general, parse_date,
};
use crate::l10n::messages;
use crate::model::{Deadline, DeadlineKind, Duration, Procedure, Unit};
use crate::order;
use crate::screens::{
    DeadlineQuery, DeadlineScreen, EventDate, TermDays, TermState, TimelineEntry, TimelineEvent,
    TimelineQuery, TimelineScreen,
};
use crate::{Error, Result};

/// The dates that somebody gave, by event.
type Events<'q> = BTreeMap<&'q str, std::result::Result<Date, BadDate>>;

impl Reading<'_> {
    /// One term, counted from a day.
    pub fn deadline(&self, query: &DeadlineQuery, from: &str) -> Result<DeadlineScreen> {
        let day = parse_date(from).ok_or_else(|| {
            Error::InvalidInput(format!("«{from}» is no day of the calendar, like 2026-11-23"))
        })?;
        let (deadline, days) = match query {
            DeadlineQuery::Term { id } => {
                let deadline = self
                    .item::<Deadline>("deadline", id)?
                    .ok_or_else(|| Error::InvalidInput(format!("there is no deadline «{id}»")))?;
                let days = days_of(self.calendar()?, &deadline, day);
                (Some(deadline), days)
            }
            DeadlineQuery::Span { n, unit } => {
                let (span, direction) = plain_span(*n, unit)?;
                (None, general(self.calendar()?, day, span, direction))
            }
        };
        if days == Err(NoDays::OutOfRange) {
            return Err(Error::InvalidInput(
                "the days asked for lie outside the years 1900 to 2199".into(),
            ));
        }
        let kind = deadline.as_ref().map_or(DeadlineKind::DoWithin, |found| found.deadline_kind);
        let rule = days.as_ref().ok().map(|days| days.rule);
        Ok(DeadlineScreen {
            header: self.header()?,
            from: day.to_string(),
            days: days.as_ref().map(term_days).unwrap_or_default(),
            rule: rule.map(|rule| rule.slug().to_owned()),
            article: articles(deadline.as_ref(), days.as_ref().ok()),
            explanation: days.as_ref().map(|days| self.explain(kind, days)).unwrap_or_default(),
            problem: days.err().map(|reason| self.why_no_days(reason)),
            deadline: deadline.map(|deadline| self.deadline_view(&deadline)).transpose()?,
        })
    }

    /// All terms of a procedure.
    pub fn timeline(&self, query: &TimelineQuery) -> Result<TimelineScreen> {
        let id = query.procedure.as_str();
        let procedure = self
            .item::<Procedure>("procedure", id)?
            .ok_or_else(|| Error::InvalidInput(format!("there is no procedure «{id}»")))?;
        let events = self.events(&query.events);
        let mut named = BTreeSet::new();
        let mut entries = Vec::new();
        for (term, step) in terms(&procedure) {
            if let Some(deadline) = self.item::<Deadline>("deadline", term)? {
                named.insert(deadline.anchor.clone());
                entries.push(self.entry(&deadline, step, &events)?);
            }
        }
        // ISO days sort as they stand; what has none comes last.
        order::sort_by_key(&mut entries, |entry| {
            let day = main_day(&entry.days).map(str::to_owned);
            (day.is_none(), day)
        });
        Ok(TimelineScreen {
            header: self.header()?,
            procedure: id.to_owned(),
            title: self.required(id, "title")?,
            events: named.iter().map(|event| self.event(event, &events)).collect(),
            entries,
            papers: self.papers(&query.papers, events.get("appointment"))?,
        })
    }

    fn events<'q>(&self, given: &'q [EventDate]) -> Events<'q> {
        let read = |given: &'q EventDate| {
            (given.event.as_str(), event_date(&given.event, &given.date, self.today))
        };
        order::map(given.iter().map(read))
    }

    fn event(&self, event: &str, events: &Events<'_>) -> TimelineEvent {
        let name = self.say(&messages::event_name(event));
        let problem = match events.get(event) {
            None => Some(self.say(&messages::date_missing(name.plain()))),
            Some(Err(bad)) => Some(self.what_is_wrong(bad)),
            Some(Ok(_)) => None,
        };
        let date = events.get(event).and_then(|date| date.as_ref().ok());
        TimelineEvent {
            event: event.to_owned(),
            name,
            date: date.map(|day| day.to_string()),
            problem,
        }
    }

    fn entry(
        &self,
        deadline: &Deadline,
        step: Option<&str>,
        events: &Events<'_>,
    ) -> Result<TimelineEntry> {
        let event = self.event(&deadline.anchor, events);
        let anchor = events.get(deadline.anchor.as_str()).and_then(|date| date.as_ref().ok());
        let days = match anchor {
            Some(day) => Some(days_of(self.calendar()?, deadline, *day)),
            None => None,
        };
        let (days, problem) = match days {
            Some(Ok(days)) => (Some(days), None),
            Some(Err(reason)) => (None, Some(self.why_no_days(reason))),
            None => (None, event.problem),
        };
        let kind = deadline.deadline_kind;
        let state = days.as_ref().map_or(TermState::Unknown, |days| state(kind, days, self.today));
        // A colour and a sign are nothing to who has the screen read to her.
        let stands = standing(kind, state).map(|slug| self.say(&messages::term_state(slug)));
        let explained = days.as_ref().map(|days| self.explain(kind, days)).unwrap_or_default();
        Ok(TimelineEntry {
            deadline: self.deadline_view(deadline)?,
            step: step.map(str::to_owned),
            event: deadline.anchor.clone(),
            state,
            days_left: days
                .as_ref()
                .and_then(|days| days.due.or(days.not_before))
                .and_then(|day| self.today.until(day).ok())
                .map(|span| span.get_days()),
            explanation: stands.into_iter().chain(explained).collect(),
            days: days.as_ref().map(term_days).unwrap_or_default(),
            problem,
        })
    }
}

/// The terms of a procedure, each once, with the first step that it binds.
fn terms(procedure: &Procedure) -> Vec<(&str, Option<&str>)> {
    let of_steps = procedure
        .steps
        .iter()
        .flat_map(|step| step.deadlines.iter().map(|term| (term.as_str(), Some(step.id.as_str()))));
    let of_the_whole = procedure.deadlines.iter().map(|term| (term.as_str(), None));
    let mut seen = BTreeSet::new();
    of_steps.chain(of_the_whole).filter(|(term, _)| seen.insert(*term)).collect()
}

fn main_day(days: &TermDays) -> Option<&str> {
    days.due.as_deref().or(days.not_before.as_deref())
}

/// Where a term stands on a day.
fn state(kind: DeadlineKind, days: &Days, today: Date) -> TermState {
    if days.not_before.is_some_and(|first| today < first) {
        return TermState::TooEarly;
    }
    let Some(due) = days.due else { return TermState::Open };
    match kind {
        DeadlineKind::WaitNorm if today <= due => TermState::Waiting,
        DeadlineKind::WaitNorm => TermState::MayAsk,
        _ if today < due => TermState::Open,
        _ if today == due => TermState::Today,
        _ => TermState::Passed,
    }
}

/// The word for where a term stands, where its days do not say it.
fn standing(kind: DeadlineKind, state: TermState) -> Option<&'static str> {
    match (state, kind) {
        (TermState::Passed, DeadlineKind::Validity) => Some("expired"),
        (TermState::Passed, _) => Some("passed"),
        (TermState::Today, _) => Some("today"),
        (TermState::TooEarly, _) => Some("too_early"),
        (TermState::MayAsk, _) => Some("may_ask"),
        (TermState::Open | TermState::Waiting | TermState::Unknown, _) => None,
    }
}

/// A span of the general rules. Below zero it is counted backwards.
fn plain_span(n: i32, unit: &str) -> Result<(Duration, Direction)> {
    let unit = match unit {
        "days" => Unit::Days,
        "working_days" => Unit::WorkingDays,
        "months" => Unit::Months,
        "years" => Unit::Years,
        other => {
            let reason =
                format!("«{other}» is no unit; there are days, working_days, months and years");
            return Err(Error::InvalidInput(reason));
        }
    };
    let direction = if n < 0 { Direction::Backwards } else { Direction::Forwards };
    Ok((Duration { n: n.unsigned_abs(), unit }, direction))
}
