//! What every item carries besides its own fields: who answers for it, where it comes from, until when it may be relied on.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who an item is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Somebody who lives, or wants to live, in Italy.
    Person,
    /// Somebody at a desk who helps others.
    Operator,
    /// Somebody who employs others.
    Employer,
    /// A reader that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// What it costs the reader when the item is wrong.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// An annoyance.
    Low,
    /// A lost day or a lost fee.
    Medium,
    /// A lost status or a lost right. The safe reading of anything newer than this core, too.
    #[default]
    #[serde(other)]
    High,
}

impl Risk {
    /// For how many days after somebody compared an item of this risk with its sources it may count as fresh; `marked` if
    /// one of its fields is doubtful. Editors are held to it when they write, and a phone when it reads.
    pub fn fresh_days(self, marked: bool) -> i32 {
        match self {
            _ if marked => 60,
            Self::High => 90,
            Self::Medium => 180,
            Self::Low => 365,
        }
    }
}

/// How well an item is supported by its sources.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Two sources that agree, or an official one.
    High,
    /// One source, or an old one.
    Medium,
    /// Mostly without a source, or the law is changing.
    #[default]
    #[serde(other)]
    Low,
}

/// Where a fact was read. Either a norm or a page, and the day it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// The norm, as it is cited in Italian ("L. 91/1992 art. 9").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub norm: Option<String>,
    /// The address of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What the page is, in Italian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_on: Option<Date>,
}

/// Why a field must not be taken for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// No source was found.
    Unsourced,
    /// The value changes often.
    Volatile,
    /// Sources disagree; the prudent value is shown.
    Conflict,
    /// A reservation that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// A reservation about one field of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The field it is about, in the words of the editors' files.
    pub field: String,
    /// Why.
    pub kind: MarkKind,
    /// What is doubtful, in Italian, for operators and editors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What every item carries. Flattened into each entity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Meta {
    /// The stable slug, unique among all items of a release and never used again.
    pub id: String,
    /// The role that answers for the item ("redazione", "sportello").
    pub owner: String,
    /// For whom; empty means everybody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<Audience>,
    /// What a mistake would cost the reader.
    pub risk: Risk,
    /// How well supported the item is.
    pub confidence: Confidence,
    /// Where it was read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// The day somebody last compared the item with its sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified_on: Option<Date>,
    /// The role that did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified_by: Option<String>,
    /// The last day on which the item counts as fresh.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verify_by: Option<Date>,
    /// The first day on which the item holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day on which the item holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// The item's successor, once it is retired.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// Reservations about single fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}
