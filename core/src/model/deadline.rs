//! Terms of time that a procedure sets.

use serde::{Deserialize, Serialize};

use super::{Duration, DurationRange, Meta};

/// What kind of term it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// Do it within the span after the anchor.
    #[default]
    DoWithin,
    /// Not before the span has passed.
    NotBefore,
    /// The window before and after an expiry in which a renewal is possible.
    RenewWindow,
    /// How long something stays valid.
    Validity,
    /// How long the office may take.
    WaitNorm,
    /// How long one may appeal.
    Appeal,
    /// A kind that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// On which side of its anchor the term lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Counted forwards from the anchor.
    #[default]
    After,
    /// Counted backwards from the anchor ("at least 60 days before expiry").
    Before,
    /// A side that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// What binds whom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalForce {
    /// A right is lost when it passes (*termine perentorio*).
    Peremptory,
    /// It should be kept (*termine ordinatorio*).
    Ordinary,
    /// What usually happens.
    #[default]
    #[serde(other)]
    Practice,
}

/// A day counted from the anchor of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offset {
    /// How long.
    pub span: Duration,
    /// Before or after the anchor.
    #[serde(default)]
    pub side: Side,
}

/// A term. Text keys: `title`, `consequence` (optional).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Deadline {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// What kind of term.
    pub deadline_kind: DeadlineKind,
    /// The event it is counted from: `entry`, `permit_expiry`, `application`, `receipt`, `appointment`, `notification`,
    /// `birth`, `marriage`, `residence_start`, `issue` …
    pub anchor: String,
    /// Before or after the anchor.
    pub side: Side,
    /// How long. Absent when nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Duration>,
    /// Before this day it is too early. Absent: no such day is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Offset>,
    /// The day from which on it is best done. Absent: no such day is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_from: Option<Offset>,
    /// Whether it stands still in August, as many terms before the courts do (L. 742/1969). When in doubt it does not: the
    /// date is earlier then, which is safe.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub suspended_in_august: bool,
    /// How long it usually takes, where that differs from the norm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual: Option<DurationRange>,
    /// What binds.
    pub legal_force: LegalForce,
}

impl Deadline {
    /// What widens or narrows the span itself: too early before, best from, and whether August counts.
    pub fn window(&self) -> (Option<Offset>, Option<Offset>, bool) {
        (self.not_before, self.best_from, self.suspended_in_august)
    }
}
