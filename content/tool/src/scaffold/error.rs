//! Why no file was written.

use std::io;

use crate::finding::{Both, both};
use crate::source::kind::Kind;
use crate::source::load::LoadError;
use crate::translated::TranslatedError;

/// Why no file was written. The folder is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ScaffoldError {
    /// There is no such folder, or it holds no content.
    #[error("{0}: not a content folder")]
    NotContent(String),
    /// An id is small letters, digits and hyphens.
    #[error("“{0}” cannot be an id")]
    NotAnId(String),
    /// Some item has the id, or had it.
    #[error("the id “{id}” is taken: {file}")]
    Taken {
        /// The id.
        id: String,
        /// The file that has it.
        file: String,
    },
    /// Roles are slugs, never names.
    #[error("“{0}” is not a role")]
    NotARole(String),
    /// The name of a step is a slug, and stands once.
    #[error("“{0}” is not the name of a step, or stands twice")]
    NotAStep(String),
    /// Something must be named.
    #[error("name one: {there}", there = .1.join(", "))]
    Unnamed(Kind, Vec<String>),
    /// What was named is not there.
    #[error("there is no “{id}”; there are: {there}", there = .there.join(", "))]
    NoSuch {
        /// What it should be.
        kind: Kind,
        /// What was named.
        id: String,
        /// What there is.
        there: Vec<String>,
    },
    /// A BCP 47 tag.
    #[error("“{0}” is not a language tag")]
    NotALanguage(String),
    /// The language has its folder already.
    #[error("the language “{0}” is there already")]
    LanguageExists(String),
    /// A territory without a name or without a municipality.
    #[error("a territory has a name and at least one municipality")]
    Nameless,
    /// Not a code and a name, or one that stands twice.
    #[error("“{0}” is not a municipality, or stands twice")]
    NotAMunicipality(String),
    /// The file system refused. What was written is gone again.
    #[error("{0}: {1}")]
    Write(String, #[source] io::Error),
}

impl ScaffoldError {
    /// The same as a sentence for editors.
    pub fn say(&self) -> Both {
        match self {
            Self::NotContent(path) => LoadError::NotContent(path.clone()).say(),
            Self::NotAnId(id) => both(
                format!(
                    "«{id}» non può essere un id: usa solo lettere minuscole senza accento, cifre e trattini, per esempio «rinnovo-permesso»."
                ),
                format!(
                    "“{id}” cannot be an id: use only small letters without accents, digits and hyphens, for example “rinnovo-permesso”."
                ),
            ),
            Self::Taken { id, file } => both(
                format!(
                    "L'id «{id}» c'è già: {file}. Ogni id vale per una voce sola, di qualunque tipo, anche ritirata: scegline un altro."
                ),
                format!(
                    "The id “{id}” exists already: {file}. An id belongs to one item only, of whatever kind, even a retired one: choose another."
                ),
            ),
            Self::NotARole(role) => TranslatedError::NotARole(role.clone()).say(),
            Self::NotAStep(step) => both(
                format!(
                    "«{step}» non può essere il nome di un passo, o sta due volte: usa lettere minuscole senza accento, cifre e trattini, per esempio «spedire-kit»."
                ),
                format!(
                    "“{step}” cannot be the name of a step, or stands twice: use small letters without accents, digits and hyphens, for example “spedire-kit”."
                ),
            ),
            Self::Unnamed(kind, there) => unnamed(*kind, there),
            Self::NoSuch { kind, id, there } => no_such(*kind, id, there),
            Self::NotALanguage(tag) => both(
                format!(
                    "«{tag}» non è la sigla di una lingua in cui si traduce. Scrivi per esempio fr, zh-Hans, it-simple."
                ),
                format!(
                    "“{tag}” is not the tag of a language that is translated into. Write for example fr, zh-Hans, it-simple."
                ),
            ),
            Self::LanguageExists(tag) => both(
                format!(
                    "La lingua «{tag}» c'è già: text/{tag}. Quello che manca lo dice «cittadini check»."
                ),
                format!(
                    "The language “{tag}” is there already: text/{tag}. “cittadini check” says what is missing."
                ),
            ),
            Self::Nameless => both(
                "Un territorio ha un nome (--name) e almeno un comune (--municipality \"015027=Bollate\").",
                "A territory has a name (--name) and at least one municipality (--municipality \"015027=Bollate\").",
            ),
            Self::NotAMunicipality(text) => both(
                format!(
                    "«{text}» non è un comune, o sta due volte. Scrivi il codice ISTAT (sei cifre), un uguale e il nome: --municipality \"015027=Bollate\"."
                ),
                format!(
                    "“{text}” is not a municipality, or stands twice. Write the ISTAT code (six digits), an equals sign and the name: --municipality \"015027=Bollate\"."
                ),
            ),
            Self::Write(file, error) => both(
                format!(
                    "Il file «{file}» non si può scrivere: {error}. Non è rimasto niente a metà."
                ),
                format!(
                    "The file “{file}” cannot be written: {error}. Nothing was left half-written."
                ),
            ),
        }
    }
}

fn list(there: &[String]) -> String {
    match there {
        [] => "–".to_owned(),
        there => there.join(", "),
    }
}

fn unnamed(kind: Kind, there: &[String]) -> Both {
    let (option, there) = (option(kind), list(there));
    both(
        format!("Manca {option}: {}. Ci sono: {there}.", kind.name_it()),
        format!("{option} is missing: {}. There are: {there}.", kind.name_en()),
    )
}

fn no_such(kind: Kind, id: &str, there: &[String]) -> Both {
    let near = crate::source::scalars::nearest(id, there.iter().map(String::as_str));
    let (near_it, near_en) = match near {
        Some(near) => (format!("Volevi dire «{near}»? "), format!("Did you mean “{near}”? ")),
        None => (String::new(), String::new()),
    };
    let there = list(there);
    both(
        format!("«{id}» non c'è ({}). {near_it}Ci sono: {there}.", kind.name_it()),
        format!("There is no “{id}” ({}). {near_en}There are: {there}.", kind.name_en()),
    )
}

/// The option that names an item of a kind.
fn option(kind: Kind) -> &'static str {
    match kind {
        Kind::OfficeType => "--type",
        Kind::Organisation => "--organisation",
        _ => "--territory",
    }
}
