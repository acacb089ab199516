//! What a search found.

use serde::{Deserialize, Serialize};

use super::{
    ContactView, Direction, Freshness, Header, ProcedureName, Text, Translation, TranslationLabel,
};

/// The results of a search, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchScreen {
    /// What every screen begins with.
    pub header: Header,
    /// What was searched, as it was typed.
    pub query: String,
    /// The same with the words that were mended: offer it as what was meant. None when nothing was.
    pub corrected: Option<String>,
    /// «Showing results for …», if something was mended.
    pub showing: Option<Text>,
    /// What was found.
    pub hits: Vec<SearchHit>,
    /// What to do when nothing was found.
    pub nothing: Option<Text>,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// A procedure; opens as one.
    Procedure,
    /// A paper; opens the procedures that ask for it.
    Document,
    /// An office; opens as one.
    Office,
    /// A type of office; opens the office of that type in the reader's municipality.
    OfficeType,
    /// A service.
    Service,
    /// A number or an address to turn to: for emergencies, above all.
    Contact,
    /// A word of the offices; opens the glossary.
    Term,
}

/// One result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHit {
    /// What it is.
    pub kind: HitKind,
    /// The same in words.
    pub label: Text,
    /// Its id: of a procedure, an office, a term …
    pub id: String,
    /// What it is called, in the reader's language.
    pub title: FoundText,
    /// What it is called in Italian: what the counter says.
    pub title_it: FoundText,
    /// The words around what was found.
    pub snippet: Option<FoundText>,
    /// The step of the procedure that answers best, if a step does.
    pub step: Option<FoundStep>,
    /// Which words matched, as they stand in the text.
    pub why: Vec<String>,
    /// Of a paper: the procedures that ask for it. Of a type of office: none.
    pub procedures: Vec<ProcedureName>,
    /// Of a type of office: the offices of that type in the reader's municipality, by id, the one to go to first.
    pub offices: Vec<String>,
    /// Of a number to turn to: what calls it, or opens it.
    pub contact: Option<ContactView>,
    /// Whether it can be relied on.
    pub freshness: Freshness,
    /// How its translation is labelled, if it is one.
    pub translation: Option<TranslationLabel>,
}

/// A step of a procedure that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundStep {
    /// Its id in the procedure.
    pub id: String,
    /// Its title, in the reader's language.
    pub title: Text,
}

/// A text with the places of what was found in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundText {
    /// The text.
    pub text: String,
    /// Its language (BCP 47).
    pub language: String,
    /// The direction of its script.
    pub direction: Direction,
    /// How it came into its language.
    pub translation: Translation,
    /// What to highlight, in order and apart from each other.
    pub ranges: Vec<TextRange>,
}

/// A part of a text, in UTF-16 code units: as Kotlin, Swift's `NSString` and JavaScript count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextRange {
    /// Where it begins.
    pub start: u32,
    /// Where it ends; the first unit behind it.
    pub end: u32,
}
