//! What explains and informs: terms, notices, phrases, operators' notes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Meta;

/// A word of the offices. Text keys: `name` (in the reader's language), `definition`, `say` (how it is spoken,
/// optional), `example` (optional).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Term {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// The Italian word.
    pub name_it: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aka: Vec<String>,
    /// Its acronym.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// Terms that it is often confused with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_to_confuse_with: Vec<String>,
    /// Whether texts keep the Italian word, because the counter says it.
    pub keep_italian: bool,
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    #[default]
    Info,
    /// Something is different from now on.
    Change,
    /// Act now. The safe reading of anything newer than this core, too.
    #[serde(other)]
    Urgent,
}

/// A notice. Text keys: `title`, `body`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// How much it matters.
    #[serde(default)]
    pub severity: Severity,
    /// The first day it is shown.
    pub publish_from: Date,
    /// The last day it is shown.
    pub expires_on: Date,
    /// Ids of the procedures and offices it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub affects: Vec<String>,
    /// ISTAT codes of the municipalities it is for; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<String>,
}

/// A sentence for the counter. Text keys: `say`, `reply.<slug>`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Phrase {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// The situation it is for, a slug: `anagrafe`, `questura`, `scuola` …
    pub situation: String,
    /// Answers the official may point at; their words stand under `reply.<slug>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replies: Vec<String>,
}

/// What kind of note it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// How the norm is read.
    Norm,
    /// What is done here.
    #[default]
    Practice,
    /// A question that was answered.
    Answer,
    /// Where things go wrong.
    Criticality,
    /// A kind that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// A note for operators, in Italian only, in a pack of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OperatorNote {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// The procedure it is about.
    pub procedure: String,
    /// The step it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// What kind.
    pub note_kind: NoteKind,
    /// The note.
    pub text_it: String,
    /// The role that wrote it.
    pub author_role: String,
    /// The day it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written_on: Option<Date>,
}
