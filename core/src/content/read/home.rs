//! The first screen, and the list of procedures.

use super::Reading;
use crate::Result;
use crate::l10n::{direction, messages, name_of};
use crate::model::{Municipality, Procedure, Territory};
use crate::order;
use crate::screens::{
    Home, LanguageChoice, MunicipalityChoice, ProcedureCard, ProcedureGroup, Procedures,
};
use crate::sqlite::SqlContext as _;

/// The type of office where one can always talk to a person.
pub(super) const DESK: &str = "spazio-immigrazione";

/// The order in which groups stand; others come after, by their slug.
const GROUPS: [&str; 13] = [
    "ingresso_soggiorno",
    "tipi_permesso",
    "protezione",
    "famiglia",
    "cittadinanza",
    "anagrafe",
    "salute",
    "scuola",
    "lingua",
    "lavoro",
    "casa",
    "prestazioni",
    "integrazione",
];

impl Reading<'_> {
    /// The first screen. Without content it is empty and says so.
    pub fn home(&self) -> Result<Home> {
        let desks = self.offices_of_type(DESK)?.to_vec();
        let mut municipalities: Vec<MunicipalityChoice> = self
            .all::<Municipality>("municipality")?
            .into_iter()
            .map(|found| MunicipalityChoice { istat: found.istat, name: found.name_it })
            .collect();
        order::sort_by(&mut municipalities, |a, b| a.name.cmp(&b.name));
        Ok(Home {
            header: self.header()?,
            empty: self.territory.is_none(),
            territory: self.territory.as_ref().map(|territory| self.known_name(territory)),
            title: self.say(&messages::home_title()),
            languages: self.languages()?,
            municipalities,
            trees: self.tree_cards()?,
            groups: self.groups()?,
            desks,
            emergency: self.emergency_contacts()?,
        })
    }

    /// All procedures for the reader, by group.
    pub fn procedures(&self) -> Result<Procedures> {
        Ok(Procedures { header: self.header()?, groups: self.groups()? })
    }

    /// One that was added keeps the name under which it was.
    fn known_name(&self, territory: &Territory) -> String {
        self.context.added.as_ref().map_or(&territory.name_it, |added| &added.name).clone()
    }

    fn groups(&self) -> Result<Vec<ProcedureGroup>> {
        let mut groups: Vec<ProcedureGroup> = Vec::new();
        for id in self.ids("procedure")? {
            // One at a time, and its words forgotten: a list of cards needs little of what a phone would have to hold.
            let Some(procedure) = self.item::<Procedure>("procedure", &id)? else { continue };
            if !self.is_for_reader(&procedure.meta) || procedure.meta.replaced_by.is_some() {
                continue;
            }
            let card = self.card(&procedure)?;
            self.forget_words();
            match groups.iter_mut().find(|group| group.id == procedure.group) {
                Some(group) => group.procedures.push(card),
                None => groups.push(ProcedureGroup {
                    title: self.say(&messages::group_title(procedure.group.as_str())),
                    id: procedure.group,
                    procedures: vec![card],
                }),
            }
        }
        order::sort_by_key(&mut groups, |group| {
            let place = GROUPS.iter().position(|id| *id == group.id).unwrap_or(GROUPS.len());
            (place, group.id.clone())
        });
        Ok(groups)
    }

    pub(super) fn card(&self, procedure: &Procedure) -> Result<ProcedureCard> {
        let id = &procedure.meta.id;
        Ok(ProcedureCard {
            id: id.clone(),
            title: self.required(id, "title")?,
            title_it: self.italian(id, "title")?,
            short: self.text(id, "short")?,
            freshness: self.freshness(&procedure.meta),
            translation: self.translation_label(&procedure.meta)?,
            needs_update: self.update_note(procedure),
        })
    }

    /// Italian, and every language whose pack is installed.
    pub(super) fn languages(&self) -> Result<Vec<LanguageChoice>> {
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT substr(name, 6) FROM pack WHERE name LIKE 'text-%' ORDER BY name",
            )
            .context("listing the languages")?;
        let tags = statement
            .query_map([], |row| row.get::<_, String>(0))
            .and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>)
            .context("listing the languages")?;
        Ok(tags
            .into_iter()
            .map(|tag| LanguageChoice {
                name: name_of(&tag).to_owned(),
                direction: direction(&tag),
                tag,
            })
            .collect())
    }
}
