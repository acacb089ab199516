//! The first screen, and the list of procedures.

use cittadini_core::screens::{
    ContactView, Direction, Freshness, Header, Home, LanguageChoice, MunicipalityChoice,
    OfficeView, ProcedureCard, ProcedureGroup, Procedures, Text, TranslationLabel, TreeCard,
};

/// A language the reader may choose.
#[uniffi::remote(Record)]
pub struct LanguageChoice {
    /// The BCP 47 tag.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// The direction of its script.
    pub direction: Direction,
}

/// A municipality the reader may choose.
#[uniffi::remote(Record)]
pub struct MunicipalityChoice {
    /// The ISTAT code.
    pub istat: String,
    /// The Italian name.
    pub name: String,
}

/// A procedure in a list.
#[uniffi::remote(Record)]
pub struct ProcedureCard {
    /// Its id.
    pub id: String,
    /// Its title in the reader's language.
    pub title: Text,
    /// Its official Italian title.
    pub title_it: Text,
    /// What it is, in a sentence.
    pub short: Option<Text>,
    /// Its freshness.
    pub freshness: Freshness,
    /// How its translation is labelled.
    pub translation: Option<TranslationLabel>,
    /// Says that this app is too old for the item.
    pub needs_update: Option<Text>,
}

/// Procedures that belong together.
#[uniffi::remote(Record)]
pub struct ProcedureGroup {
    /// The group's slug.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its procedures.
    pub procedures: Vec<ProcedureCard>,
}

/// All procedures.
#[uniffi::remote(Record)]
pub struct Procedures {
    /// What stands above every screen.
    pub header: Header,
    /// The groups.
    pub groups: Vec<ProcedureGroup>,
}

/// The first screen.
#[uniffi::remote(Record)]
pub struct Home {
    /// What stands above every screen.
    pub header: Header,
    /// Whether there is no content yet.
    pub empty: bool,
    /// The name of the territory.
    pub territory: Option<String>,
    /// The question the screen opens with.
    pub title: Text,
    /// Languages to choose from.
    pub languages: Vec<LanguageChoice>,
    /// Municipalities to choose from.
    pub municipalities: Vec<MunicipalityChoice>,
    /// The question trees; the first finds out what the reader needs.
    pub trees: Vec<TreeCard>,
    /// The procedures by group.
    pub groups: Vec<ProcedureGroup>,
    /// Where to talk to a person, in the reader's municipality.
    pub desks: Vec<OfficeView>,
    /// Numbers that are always there.
    pub emergency: Vec<ContactView>,
}
