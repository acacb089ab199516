//! A procedure and an office to fill in.

use std::collections::BTreeSet;
use std::path::Path;

use crate::source::kind::Kind;
use crate::source::scalars::is_slug;
use crate::source::schema;

use super::error::ScaffoldError;
use super::given::Answers;
use super::taken::Taken;
use super::template::{self, Blank, Given};
use super::words::words;
use super::write::NewFile;

/// A procedure to be.
#[derive(Debug, Clone)]
pub struct NewProcedure {
    /// Its id.
    pub id: String,
    /// The names of its steps, in order; none means one that has yet to get a name of its own.
    pub steps: Vec<String>,
}

/// An office to be.
#[derive(Debug, Clone)]
pub struct NewOffice {
    /// Its id.
    pub id: String,
    /// Its territory; may be left out where there is only one.
    pub territory: Option<String>,
    /// What it does.
    pub types: Vec<String>,
    /// Whose it is.
    pub organisation: Option<String>,
    /// What it is called, in Italian.
    pub name: Option<String>,
}

/// The files of a new procedure: its facts and its Italian words.
///
/// # Errors
/// See [`ScaffoldError`].
pub fn procedure(
    dir: &Path,
    new: &NewProcedure,
    answers: &Answers,
) -> Result<Vec<NewFile>, ScaffoldError> {
    let taken = Taken::of(dir)?;
    taken.check_free(&new.id)?;
    let mut given = answers.given()?;
    given.hint("group", &taken.values(Kind::Procedure, "group"));
    given.hint("human_contact", &taken.all(Kind::Contact));
    given.word("eligibility.0.id", "requisito-1");
    given.word("steps.0.id", "passo-1");
    let mut seen = BTreeSet::new();
    for (at, step) in new.steps.iter().enumerate() {
        if !is_slug(step) || !seen.insert(step) {
            return Err(ScaffoldError::NotAStep(step.clone()));
        }
        given.word(&format!("steps.{at}.id"), step);
    }
    let facts = file(&new.id, Kind::Procedure, "", &given);
    Ok(facts.into_iter().chain(words(&new.id, Kind::Procedure, &given)).collect())
}

/// The file of a new office. Nobody knows its address, its telephone and its hours yet.
///
/// # Errors
/// See [`ScaffoldError`].
pub fn office(
    dir: &Path,
    new: &NewOffice,
    answers: &Answers,
) -> Result<Vec<NewFile>, ScaffoldError> {
    let taken = Taken::of(dir)?;
    taken.check_free(&new.id)?;
    let there = taken.all(Kind::Territory);
    let territory = match (&new.territory, there.as_slice()) {
        (Some(named), _) => named,
        (None, [only]) => only,
        (None, _) => return Err(ScaffoldError::Unnamed(Kind::Territory, there)),
    };
    taken.check_there(Kind::Territory, territory)?;
    let mut given = answers.given()?;
    let organisation = new
        .organisation
        .as_ref()
        .ok_or_else(|| ScaffoldError::Unnamed(Kind::Organisation, taken.all(Kind::Organisation)))?;
    if new.types.is_empty() {
        return Err(ScaffoldError::Unnamed(Kind::OfficeType, taken.all(Kind::OfficeType)));
    }
    describe(&mut given, &taken, Some(organisation), &new.types, new.name.as_deref())?;
    Ok(file(&new.id, Kind::Office, territory, &given).into_iter().collect())
}

/// Takes down what is known of an office.
pub(super) fn describe(
    given: &mut Given,
    taken: &Taken<'_>,
    organisation: Option<&String>,
    types: &[String],
    name: Option<&str>,
) -> Result<(), ScaffoldError> {
    if let Some(organisation) = organisation {
        taken.check_there(Kind::Organisation, organisation)?;
        given.word("organisation", organisation);
    }
    for kind in types {
        taken.check_there(Kind::OfficeType, kind)?;
    }
    if !types.is_empty() {
        given.words("office_types", types);
    }
    if let Some(name) = name {
        given.text("name_it", name);
    }
    Ok(())
}

/// The file of an item.
pub(super) fn file(id: &str, kind: Kind, territory: &str, given: &Given) -> Option<NewFile> {
    let form = schema::form(kind);
    let fields = template::record(form.meta.iter().chain(form.own), given, Blank::Empty);
    let text = format!("{}{fields}", opening(id, kind));
    Some(NewFile { path: kind.file(id, territory)?, text })
}

/// What an editor reads first.
pub(super) fn opening(id: &str, kind: Kind) -> String {
    format!(
        "# «{id}» ({}): riempi i campi vuoti; quello che nessuno sa resta «unknown», mai indovinare.\n\
         # Le righe che cominciano con il # sono facoltative: per usarne una, togli il # e lo spazio.\n\
         # «cittadini check» dice che cosa manca; content/README.md spiega ogni campo.\n",
        kind.name_it()
    )
}
