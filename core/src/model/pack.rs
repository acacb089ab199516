//! The wire form: a pack is a header line and one canonical JSON line a record, sorted by id.

use serde::{Deserialize, Serialize};

use super::{
    Contact, Deadline, Document, Fee, Holiday, Municipality, Notice, Office, OfficeType,
    OperatorNote, Organisation, Phrase, Procedure, Service, Term, Territory, Tree, UiStrings,
    Words,
};

/// The version of the wire form. A new minor adds, a new major is [`crate::ApiError::Outdated`].
pub const SCHEMA: Schema = Schema { major: 1, minor: 0 };

/// A version `major.minor` of the wire form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Schema {
    /// Raised when an old core would read a record wrongly.
    pub major: u32,
    /// Raised when something is added.
    pub minor: u32,
}

impl std::fmt::Display for Schema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl std::str::FromStr for Schema {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("«{text}» is not a schema version like 1.0");
        let (major, minor) = text.split_once('.').ok_or_else(wrong)?;
        Ok(Self {
            major: major.parse().map_err(|_| wrong())?,
            minor: minor.parse().map_err(|_| wrong())?,
        })
    }
}

impl Serialize for Schema {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Schema {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The range of facts that a text pack fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactsRange {
    /// The lowest `seq` of the facts pack.
    pub min: u64,
    /// The highest, once a later facts pack has dropped an id that the text uses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u64>,
}

/// The first line of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackHeader {
    /// The territory's id.
    pub territory: String,
    /// `facts`, `operator`, or `text-<language>`.
    pub pack: String,
    /// Counts this pack's own changes.
    pub seq: u64,
    /// The version of the wire form.
    pub schema: Schema,
    /// For a text pack: the facts it fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<FactsRange>,
}

/// A record of a pack. What this core does not know is kept and not shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Record {
    Procedure(Procedure),
    Document(Document),
    Fee(Fee),
    Deadline(Deadline),
    Term(Term),
    Tree(Tree),
    Service(Service),
    Contact(Contact),
    OfficeType(OfficeType),
    Organisation(Organisation),
    Office(Office),
    Territory(Territory),
    Municipality(Municipality),
    Holiday(Holiday),
    Notice(Notice),
    Phrase(Phrase),
    OperatorNote(OperatorNote),
    Words(Words),
    Ui(UiStrings),
    /// A kind that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// The catalogue of a territory: the one target that the top-level role signs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Catalog {
    /// The territory's id.
    pub territory: String,
    /// Its Italian name.
    pub name_it: String,
    /// BCP 47 tags of the languages there are.
    pub languages: Vec<String>,
    /// Names of the municipalities.
    pub municipalities: Vec<String>,
    /// The lowest version of this core that may read the repository.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_app: Option<String>,
    /// Further base URLs that serve the same repository.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mirrors: Vec<String>,
    /// Where feedback may be sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbox: Option<String>,
}
