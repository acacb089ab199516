//! A term of content, and the days it means for somebody's own date.

use jiff::civil::Date;

use super::calendar::Calendar;
use super::count::{Direction, LastDay, Moved, MovedBecause, Uncountable, end_of_span, last_day};
use super::suspension::last_day_suspended;
use crate::model::{Deadline, DeadlineKind, Duration, Offset, Side, Unit};

/// The rule by which the main day of a term was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Calendar days, months or years forwards; off a holiday it moves on.
    Forwards,
    /// The same in working days, Saturdays among them.
    WorkingDaysForwards,
    /// Calendar days, months or years backwards; off a holiday or Saturday it moves to the working day before.
    Backwards,
    /// The same in working days, Saturdays not among them.
    WorkingDaysBackwards,
    /// Forwards, with August left out.
    ForwardsWithoutAugust,
    /// The very day on which the span ends, be it a holiday or not.
    ExactDay,
}

impl Rule {
    /// The rule for a span that is counted one way.
    fn counted(unit: Unit, direction: Direction) -> Self {
        match (direction, unit) {
            (_, Unit::Hours) => Self::ExactDay,
            (Direction::Forwards, Unit::WorkingDays) => Self::WorkingDaysForwards,
            (Direction::Forwards, _) => Self::Forwards,
            (Direction::Backwards, Unit::WorkingDays) => Self::WorkingDaysBackwards,
            (Direction::Backwards, _) => Self::Backwards,
        }
    }

    /// Its stable name.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Forwards => "forwards",
            Self::WorkingDaysForwards => "working_days_forwards",
            Self::Backwards => "backwards",
            Self::WorkingDaysBackwards => "working_days_backwards",
            Self::ForwardsWithoutAugust => "forwards_without_august",
            Self::ExactDay => "exact_day",
        }
    }

    /// The articles that it follows.
    pub fn articles(self) -> &'static str {
        match self {
            Self::Forwards | Self::ExactDay => "art. 2963 c.c.",
            Self::WorkingDaysForwards => "art. 2963 c.c.; art. 155 c.p.c.; L. 260/1949 art. 2",
            Self::Backwards => "art. 2963 c.c.; art. 155 c.p.c.",
            Self::WorkingDaysBackwards => "art. 2963 c.c.; art. 155 c.p.c.; L. 260/1949 art. 2",
            Self::ForwardsWithoutAugust => "art. 2963 c.c.; L. 742/1969 art. 1",
        }
    }
}

/// What a term means for one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// The last day: for what must be done, for what is valid, for what an office should have done.
    pub due: Option<Date>,
    /// Before this day it is too early.
    pub not_before: Option<Date>,
    /// From this day on it is best done.
    pub best_from: Option<Date>,
    /// After this day one may ask what has become of it.
    pub ask_after: Option<Date>,
    /// Between these days it usually comes.
    pub usual: Option<(Date, Date)>,
    /// The last day before it was moved, and why it was.
    pub moved_from: Option<Moved>,
    /// The rule for the main day.
    pub rule: Rule,
}

impl Days {
    fn none(rule: Rule) -> Self {
        Self {
            due: None,
            not_before: None,
            best_from: None,
            ask_after: None,
            usual: None,
            moved_from: None,
            rule,
        }
    }

    fn due(last: LastDay, rule: Rule) -> Self {
        Self { due: Some(last.day), moved_from: last.moved_from, ..Self::none(rule) }
    }
}

/// Why a term says nothing for a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDays {
    /// Nobody knows how long it is.
    UnknownSpan,
    /// It is of a kind, side or unit that a newer release speaks of.
    NeedsUpdate,
    /// The date, or what follows from it, lies outside 1900 to 2199.
    OutOfRange,
    /// The term holds only for dates from this day on.
    OlderThanItsLaw(Date),
    /// The term holds only for dates up to this day.
    NewerThanItsLaw(Date),
}

impl From<Uncountable> for NoDays {
    fn from(reason: Uncountable) -> Self {
        match reason {
            Uncountable::OutOfRange => Self::OutOfRange,
            Uncountable::UnknownUnit => Self::NeedsUpdate,
        }
    }
}

/// The general rules: so much time from a date.
pub fn general(
    calendar: &Calendar,
    from: Date,
    span: Duration,
    direction: Direction,
) -> Result<Days, NoDays> {
    let last = last_day(calendar, from, span, direction)?;
    Ok(Days::due(last, Rule::counted(span.unit, direction)))
}

/// The days that a term means, counted from its anchor's date.
pub fn days_of(calendar: &Calendar, deadline: &Deadline, anchor: Date) -> Result<Days, NoDays> {
    holds(deadline, anchor)?;
    let span = deadline.span.ok_or(NoDays::UnknownSpan)?;
    let direction = direction(deadline.side)?;
    let end = || end_of_span(calendar, anchor, span, direction);
    let mut days = match deadline.deadline_kind {
        DeadlineKind::Unknown => return Err(NoDays::NeedsUpdate),
        DeadlineKind::NotBefore => Days { not_before: Some(end()?), ..Days::none(Rule::ExactDay) },
        DeadlineKind::Validity => Days { due: Some(end()?), ..Days::none(Rule::ExactDay) },
        DeadlineKind::WaitNorm => {
            let days = general(calendar, anchor, span, direction)?;
            Days { ask_after: days.due, ..days }
        }
        _ if deadline.suspended_in_august && direction == Direction::Forwards => {
            let last = last_day_suspended(calendar, anchor, span)?;
            Days::due(last, Rule::ForwardsWithoutAugust)
        }
        _ => general(calendar, anchor, span, direction)?,
    };
    let offset =
        |offset: Option<Offset>| offset.map(|offset| at(calendar, anchor, offset)).transpose();
    days.not_before = days.not_before.or(offset(deadline.not_before)?);
    days.best_from = offset(deadline.best_from)?;
    if let Some(usual) = deadline.usual {
        let bound = |n| {
            let span = Duration { n, unit: usual.unit };
            end_of_span(calendar, anchor, span, Direction::Forwards)
        };
        days.usual = Some((bound(usual.min)?, bound(usual.max)?));
    }
    Ok(days)
}

/// The articles that were followed, in Italian, one after the other: those of the term, of the rule, and of the holiday that
/// moved the day.
pub fn articles(deadline: Option<&Deadline>, days: Option<&Days>) -> String {
    let sources = deadline.map(|deadline| deadline.meta.sources.as_slice()).unwrap_or_default();
    let norms = sources.iter().filter_map(|source| source.norm.as_deref());
    let rule = days.map(|days| days.rule.articles());
    let holiday = days.and_then(|days| match &days.moved_from.as_ref()?.because {
        MovedBecause::Holiday { norm, .. } if !norm.is_empty() => Some(norm.as_str()),
        _ => None,
    });
    norms.chain(rule).chain(holiday).collect::<Vec<_>>().join("; ")
}

/// Whether the law of the term is that of the date.
fn holds(deadline: &Deadline, anchor: Date) -> Result<(), NoDays> {
    match (deadline.meta.valid_from, deadline.meta.valid_until) {
        (Some(from), _) if anchor < from => Err(NoDays::OlderThanItsLaw(from)),
        (_, Some(until)) if until < anchor => Err(NoDays::NewerThanItsLaw(until)),
        _ => Ok(()),
    }
}

fn direction(side: Side) -> Result<Direction, NoDays> {
    match side {
        Side::After => Ok(Direction::Forwards),
        Side::Before => Ok(Direction::Backwards),
        Side::Unknown => Err(NoDays::NeedsUpdate),
    }
}

fn at(calendar: &Calendar, anchor: Date, offset: Offset) -> Result<Date, NoDays> {
    Ok(end_of_span(calendar, anchor, offset.span, direction(offset.side)?)?)
}
