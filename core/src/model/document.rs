//! Papers: what they are, and what a step asks of them.

use serde::{Deserialize, Serialize};

use super::{Condition, Duration, Meta};

/// From which day the validity of a paper is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountsFrom {
    /// The day it was issued.
    #[default]
    Issue,
    /// The day it was translated.
    Translation,
    /// The day it was legalised.
    Legalisation,
    /// A day that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// Who issued a paper, where its validity depends on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Issuer {
    /// An authority of the home country.
    Home,
    /// The home country's consulate in Italy.
    Consulate,
    /// An Italian office.
    ItalianOffice,
    /// An issuer that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// For how long a paper may be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// The issuer it holds for; absent when it holds for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Issuer>,
    /// How long.
    pub span: Duration,
    /// Counted from when.
    #[serde(default)]
    pub counts_from: CountsFrom,
}

/// A paper. Text keys: `title`, `looks_like` (optional), `how_to_get` (optional).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// The official Italian name, as it stands on the paper.
    pub name_it: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aka: Vec<String>,
    /// The type of office that issues it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_office_type: Option<String>,
    /// Where its form can be had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form_url: Option<String>,
    /// For how long it may be handed in, by issuer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub validity: Vec<Validity>,
}

/// How a foreign paper is made good in Italy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Legalised {
    /// It need not be.
    #[default]
    None,
    /// By apostille (Hague Convention of 1961).
    Apostille,
    /// By the Italian consulate.
    Consulate,
    /// By apostille or by the consulate, as the country requires.
    Either,
    /// A way that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// Whose paper is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PerPerson {
    /// The applicant's.
    #[default]
    Applicant,
    /// One for each member of the family.
    EachFamilyMember,
    /// A person that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// A paper that a step asks for. Its note stands in the procedure's text under
/// `step.<step>.document.<document>` (optional).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentRequest {
    /// The document's id.
    pub document: String,
    /// How many copies.
    pub copies: u32,
    /// Whether the original must be shown.
    pub original: bool,
    /// Whether it must be translated into Italian.
    pub translated: bool,
    /// How it must be legalised.
    pub legalised: Legalised,
    /// Whose.
    pub per_person: PerPerson,
    /// Only if this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Validity for this step, where it differs from the document's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub validity: Vec<Validity>,
}
