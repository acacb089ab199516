//! Territories, their municipalities, and the fields they say differently.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Meta, Source};

/// One field of one item that holds differently here. An overlay never copies an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overlay {
    /// The item's id.
    pub item: String,
    /// The field: `official_url`, or `steps.<step>.<field>` for a step.
    pub field: String,
    /// The value that holds here.
    pub value: Value,
    /// Why, in Italian.
    pub reason: String,
    /// Where that was read.
    pub source: Source,
}

/// A consortium of municipalities that publishes one repository.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Territory {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// Its Italian name.
    pub name_it: String,
    /// The office to ask when nothing better is known.
    pub ask: String,
    /// Fields that hold differently in the whole territory.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<Overlay>,
}

/// A municipality.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Municipality {
    /// What every item carries. The id is `comune-<istat>`.
    #[serde(flatten)]
    pub meta: Meta,
    /// The ISTAT code.
    pub istat: String,
    /// Its Italian name.
    pub name_it: String,
    /// Its territory.
    pub territory: String,
    /// The day of its patron saint, `MM-DD`. Absent: unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patron_saint: Option<String>,
    /// For each type of office, the ids of the offices that serve the municipality, the first being the one to go to.
    pub offices: BTreeMap<String, Vec<String>>,
    /// Fields that hold differently here; they come after those of the territory.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<Overlay>,
}

/// A holiday of the State that the core does not know, or that holds otherwise than it knows: one with the id of a
/// holiday that is compiled in takes its place. `valid_from` and `valid_until` say from when until when it is one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holiday {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// Its Italian name.
    pub name_it: String,
    /// Its day, `MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// For a day that moves: so many days after Easter Sunday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_easter: Option<u32>,
}
