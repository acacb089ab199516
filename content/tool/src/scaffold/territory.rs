//! A territory to fill in: its municipalities, and the office to ask.

use std::collections::BTreeSet;
use std::path::Path;

use crate::source::kind::Kind;
use crate::source::scalars::is_istat;
use crate::source::schema::{MUNICIPALITIES, MUNICIPALITY};

use super::error::ScaffoldError;
use super::given::Answers;
use super::item;
use super::taken::Taken;
use super::template::{self, Blank, Given};
use super::write::NewFile;

/// A territory to be.
#[derive(Debug, Clone)]
pub struct NewTerritory {
    /// Its id.
    pub id: String,
    /// Its Italian name.
    pub name: String,
    /// Its municipalities, as `015027=Bollate`.
    pub municipalities: Vec<String>,
    /// The id of the office to ask; made from the territory's where it is left out.
    pub ask: Option<String>,
    /// Whose that office is, if that is known.
    pub organisation: Option<String>,
    /// What that office does, if that is known; it then does so for all municipalities.
    pub types: Vec<String>,
}

impl NewTerritory {
    fn ask(&self) -> String {
        self.ask.clone().unwrap_or_else(|| format!("sportello-{}", self.id))
    }
}

/// The files of a new territory: its own, and that of the office to ask.
///
/// # Errors
/// See [`ScaffoldError`].
pub fn territory(
    dir: &Path,
    new: &NewTerritory,
    answers: &Answers,
) -> Result<Vec<NewFile>, ScaffoldError> {
    let taken = Taken::of(dir)?;
    let ask = new.ask();
    taken.check_free(&new.id)?;
    taken.check_free(&ask)?;
    if ask == new.id {
        let file = format!("territories/{ask}/territory.yaml");
        return Err(ScaffoldError::Taken { id: ask, file });
    }
    if new.name.trim().is_empty() || new.municipalities.is_empty() {
        return Err(ScaffoldError::Nameless);
    }
    let municipalities = municipalities(&taken, &new.municipalities)?;
    let mut given = answers.given()?;
    given.text("name_it", new.name.trim());
    given.word("ask", &ask);
    if !new.types.is_empty() {
        let offices: Vec<String> =
            new.types.iter().map(|office_type| format!("{office_type}: [{ask}]")).collect();
        given.word("offices", format!("{{{}}}", offices.join(", ")));
    }
    let mut own = item::file(&new.id, Kind::Territory, &new.id, &given);
    if let Some(own) = &mut own {
        let entries =
            template::entries(MUNICIPALITIES, MUNICIPALITY, &municipalities, Blank::Empty);
        own.text.push_str(&format!("{MUNICIPALITIES}:\n{entries}"));
    }
    let mut given = answers.given()?;
    item::describe(&mut given, &taken, new.organisation.as_ref(), &new.types, None)?;
    let office = item::file(&ask, Kind::Office, &new.id, &given);
    Ok(own.into_iter().chain(office).collect())
}

/// The municipalities, each of which belongs to no other territory.
fn municipalities(taken: &Taken<'_>, written: &[String]) -> Result<Given, ScaffoldError> {
    let mut given = Given::default();
    let mut seen = BTreeSet::new();
    for (at, text) in written.iter().enumerate() {
        let (istat, name) = text.split_once('=').unwrap_or((text, ""));
        let (istat, name) = (istat.trim(), name.trim());
        if !is_istat(istat) || name.is_empty() || !seen.insert(istat) {
            return Err(ScaffoldError::NotAMunicipality(text.clone()));
        }
        taken.check_free(&format!("comune-{istat}"))?;
        given.text(&format!("{MUNICIPALITIES}.{at}.istat"), istat);
        given.text(&format!("{MUNICIPALITIES}.{at}.name_it"), name);
    }
    Ok(given)
}
