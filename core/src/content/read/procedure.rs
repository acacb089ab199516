//! The screen of a procedure.

use super::Reading;
use super::fees::Total;
use crate::l10n::messages;
use crate::model::{Procedure, Step};
use crate::screens::{ProcedureScreen, Text};
use crate::{Error, Result};

impl Reading<'_> {
    /// A procedure with everything that belongs to it.
    pub fn procedure(&self, id: &str) -> Result<ProcedureScreen> {
        let procedure = self
            .item::<Procedure>("procedure", id)?
            .ok_or_else(|| Error::InvalidInput(format!("there is no procedure «{id}»")))?;
        let mut total = Total::default();
        let steps = self.steps(&procedure, &mut total)?;
        let eligibility = procedure.eligibility.iter().map(|requirement| requirement.id.as_str());
        Ok(ProcedureScreen {
            header: self.header()?,
            id: id.to_owned(),
            title: self.required(id, "title")?,
            title_it: self.italian(id, "title")?,
            translation: self.translation_label(&procedure.meta)?,
            freshness: self.freshness(&procedure.meta),
            short: self.text(id, "short")?,
            who_for: self.text(id, "who_for")?,
            result: self.text(id, "result")?,
            eligibility: self.texts(id, "eligibility", eligibility)?,
            tree: match &procedure.eligibility_tree {
                Some(tree) => self.tree_card(tree)?,
                None => None,
            },
            steps,
            total: self.total(&total),
            deadlines: self.deadlines(&procedure.deadlines)?,
            mistakes: self.texts(id, "mistake", procedure.mistakes.iter().map(String::as_str))?,
            rights: self.texts(id, "right", procedure.rights.iter().map(String::as_str))?,
            appeal: self.text(id, "appeal")?,
            scam: self.text(id, "scam")?,
            norms: procedure.norms.iter().map(|norm| norm.cite.clone()).collect(),
            official_url: procedure.official_url.clone(),
            contact: match &procedure.human_contact {
                Some(contact) => self.contact(contact)?,
                None => None,
            },
            terms: self.terms_seen()?,
            replaced_by: procedure.meta.replaced_by.clone(),
            sources: self.sources(&procedure.meta),
            needs_update: self.update_note(&procedure),
        })
    }

    /// Says that this app is too old for a part of the procedure.
    pub(super) fn update_note(&self, procedure: &Procedure) -> Option<Text> {
        procedure.steps.iter().any(Step::needs_update).then(|| self.say(&messages::needs_update()))
    }

    fn texts<'s>(
        &self,
        id: &str,
        prefix: &str,
        slugs: impl Iterator<Item = &'s str>,
    ) -> Result<Vec<Text>> {
        let mut texts = Vec::new();
        for slug in slugs {
            texts.extend(self.text(id, &format!("{prefix}.{slug}"))?);
        }
        Ok(texts)
    }
}
