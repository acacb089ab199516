//! Words: the text of one entity in one language, and how far its translation can be trusted.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How a text came into its language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TranslationKind {
    /// It was written in this language.
    Original,
    /// By a person.
    Human,
    /// By a person, and read by another who knows the subject.
    Reviewed,
    /// By a machine. The safe reading of anything newer than this core, too.
    #[default]
    #[serde(other)]
    Machine,
}

/// The text of one entity in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// The entity's id.
    pub id: String,
    /// How it was translated.
    pub translation: TranslationKind,
    /// For the original: its own hash. For a translation: the hash of the original it was made from. A translation whose
    /// hash is not the original's is stale.
    pub source_hash: String,
    /// The role that made or reviewed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The day it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The sentences by key, in the restricted form that [`crate::content::markup`] reads.
    pub values: BTreeMap<String, String>,
    /// What people call it in this language when they look for it: nicknames, acronyms, wrong words. Each language has its own;
    /// they are searched and never shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// The UI strings of one language, in Fluent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UiStrings {
    /// Always `ui`.
    pub id: String,
    /// The Fluent source.
    pub ftl: String,
}
