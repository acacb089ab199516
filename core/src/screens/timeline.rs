//! By which day: one term, and all terms of a procedure for somebody's own dates.

use serde::{Deserialize, Serialize};

use super::{DeadlineView, Freshness, Header, Text};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineQuery {
    /// A term of the content, by its id.
    Term {
        /// The deadline's id.
        id: String,
    },
    /// So much time by the general rules. Needs no content.
    Span {
        /// How many; below zero counts backwards.
        n: i32,
        /// `days`, `working_days`, `months` or `years`.
        unit: String,
    },
}

/// The days that a term means. Days are ISO 8601 in Italy's calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermDays {
    /// The last day: for what must be done, for what is valid, for what an office should have done.
    pub due: Option<String>,
    /// Before this day it is too early.
    pub not_before: Option<String>,
    /// From this day on it is best done.
    pub best_from: Option<String>,
    /// After this day one may ask what has become of it.
    pub ask_after: Option<String>,
    /// It usually comes on this day at the earliest.
    pub usual_from: Option<String>,
    /// It usually comes by this day.
    pub usual_until: Option<String>,
    /// The day on which the span itself ends, where the last day is another one.
    pub moved_from: Option<String>,
}

/// One term, counted from a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineScreen {
    /// What stands above every screen.
    pub header: Header,
    /// The day it is counted from.
    pub from: String,
    /// The days.
    #[serde(flatten)]
    pub days: TermDays,
    /// The rule: `forwards`, `working_days_forwards`, `backwards`, `working_days_backwards`, `forwards_without_august`,
    /// `exact_day`. Absent when no day could be found.
    pub rule: Option<String>,
    /// The articles of the term and of the rule, in Italian.
    pub article: String,
    /// The answer in words, then how it was found.
    pub explanation: Vec<Text>,
    /// Why there is no day.
    pub problem: Option<Text>,
    /// The term, where it is one of the content.
    pub deadline: Option<DeadlineView>,
}

/// A date of the reader's, for an event from which terms are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDate {
    /// The event: `entry`, `permit_expiry`, `application` …
    pub event: String,
    /// The day, ISO 8601.
    pub date: String,
}

/// A paper of the reader's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperDate {
    /// The document's id.
    pub document: String,
    /// Who issued it: `home`, `consulate`, `italian_office`. Without it the shortest validity counts.
    #[serde(default)]
    pub issuer: Option<String>,
    /// The day from which its validity is counted, ISO 8601: that of issue, or of translation.
    pub date: String,
}

/// What is known of somebody's dates. Nothing of it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TimelineQuery {
    /// The procedure's id.
    pub procedure: String,
    /// Dates of events. Of two dates for one event the later in the list counts.
    pub events: Vec<EventDate>,
    /// Papers that must be valid on the day of the appointment.
    pub papers: Vec<PaperDate>,
}

/// An event from which a term of the procedure is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEvent {
    /// The event's slug.
    pub event: String,
    /// What it is.
    pub name: Text,
    /// The day, ISO 8601. Absent: missing, or wrong.
    pub date: Option<String>,
    /// What is missing or wrong.
    pub problem: Option<Text>,
}

/// Where a term stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermState {
    /// It is too early.
    TooEarly,
    /// It can be done, or is valid.
    Open,
    /// Today is the last day.
    Today,
    /// The last day is over.
    Passed,
    /// An office has it, and has time.
    Waiting,
    /// An office has it, and its time is over: one may ask.
    MayAsk,
    /// No day could be found; the problem says why.
    Unknown,
}

/// A term of the procedure, for somebody's own date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// The term.
    pub deadline: DeadlineView,
    /// The first step that it binds, by its slug. Absent: it binds the whole.
    pub step: Option<String>,
    /// The event it is counted from.
    pub event: String,
    /// The days.
    pub days: TermDays,
    /// Where it stands today.
    pub state: TermState,
    /// Days from today to the main day; below zero when it is over.
    pub days_left: Option<i32>,
    /// What it means, in words.
    pub explanation: Vec<Text>,
    /// Why there is no day.
    pub problem: Option<Text>,
}

/// A paper of the reader's on the day of the appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelinePaper {
    /// The document's id.
    pub document: String,
    /// What it is.
    pub title: Text,
    /// The last day on which it may be handed in. Absent: not known.
    pub valid_until: Option<String>,
    /// Whether it is still valid on the day of the appointment; without one, today.
    pub valid: Option<bool>,
    /// In words.
    pub text: Text,
    /// The document's freshness.
    pub freshness: Freshness,
}

/// All terms of a procedure for somebody's own dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineScreen {
    /// What stands above every screen.
    pub header: Header,
    /// The procedure's id.
    pub procedure: String,
    /// Its title.
    pub title: Text,
    /// The events that its terms are counted from.
    pub events: Vec<TimelineEvent>,
    /// The terms, the earliest first; those without a day come last.
    pub entries: Vec<TimelineEntry>,
    /// The papers, in the order in which they were given.
    pub papers: Vec<TimelinePaper>,
}
