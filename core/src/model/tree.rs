//! Question trees for triage and eligibility: data only.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Condition, Meta};

/// What a tree is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TreePurpose {
    /// May I do this?
    Eligibility,
    /// What do I need?
    #[default]
    Triage,
    /// Which of several procedures is mine?
    WhichProcedure,
    /// A purpose that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// One of the options.
    #[default]
    Single,
    /// Any of the options.
    Multi,
    /// A date.
    Date,
    /// A number.
    Number,
    /// Yes or no.
    Yesno,
    /// A kind that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

impl QuestionKind {
    /// Its stable name.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multi => "multi",
            Self::Date => "date",
            Self::Number => "number",
            Self::Yesno => "yesno",
            Self::Unknown => "unknown",
        }
    }
}

/// What an outcome says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Probably.
    LikelyYes,
    /// Probably not.
    LikelyNo,
    /// Go and talk to somebody soon.
    Urgent,
    /// Only a person can tell. The safe reading of anything newer than this core, too.
    #[default]
    #[serde(other)]
    AskDesk,
}

/// Where a question leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// If this holds; absent for the last branch, which always does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The node that comes next.
    pub go: String,
}

/// A node of a tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "node", rename_all = "snake_case")]
pub enum Node {
    /// A question. Text keys: `<node>.text`, `<node>.help` (optional), `<node>.option.<slug>`.
    Question {
        /// How it is answered.
        #[serde(default)]
        question_kind: QuestionKind,
        /// The fact that the answer becomes.
        fact: String,
        /// Slugs of the options.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        options: Vec<String>,
        /// Whether it may be skipped.
        #[serde(default = "yes")]
        skip_allowed: bool,
        /// Whether the answer is sensitive.
        #[serde(default)]
        sensitive: bool,
        /// Where it leads.
        next: Vec<Branch>,
    },
    /// An end. Text key: `<node>.text`.
    Outcome {
        /// What it says.
        #[serde(default)]
        verdict: Verdict,
        /// Procedures it leads to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        procedures: Vec<String>,
        /// Services it leads to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        services: Vec<String>,
        /// Contacts: an outcome never ends without a person.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        contacts: Vec<String>,
        /// Types of office to turn to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        office_types: Vec<String>,
    },
    /// A node that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

fn yes() -> bool {
    true
}

/// A tree. Text keys: `title`, and those of its nodes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tree {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// What it is for.
    pub purpose: TreePurpose,
    /// The first node.
    pub start: String,
    /// The nodes by slug.
    pub nodes: BTreeMap<String, Node>,
}
