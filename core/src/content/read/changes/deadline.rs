//! How two versions of a term of time differ.

use super::super::runs::range_message;
use super::Told;
use super::details::Details;
use super::links::Links;
use super::what::What;
use crate::Result;
use crate::model::{Deadline, LegalForce, Meta, Municipality};

impl Told for Deadline {
    const KIND: &'static str = "deadline";
    const STANDS_ALONE: bool = false;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn belongs_to(&self, _: Option<&Self>, to: &Links, _: Option<&Municipality>) -> bool {
        let of_steps = to.steps.iter().flat_map(|step| &step.deadlines);
        let mut named = of_steps.chain(&to.deadlines).chain(&to.appeal);
        named.any(|id| *id == self.meta.id)
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        let reading = details.reading;
        details.known(What::When, reading.deadline_when(before), reading.deadline_when(self));
        let usual = |term: &Self| details.list(term.usual.map(range_message));
        let (was, is) = (usual(before), usual(self));
        details.value(What::Usual, was, is);
        if before.legal_force != self.legal_force {
            details.sentence(match self.legal_force {
                LegalForce::Peremptory => What::Peremptory,
                LegalForce::Ordinary | LegalForce::Practice => What::Revised,
            });
        }
        if before.deadline_kind != self.deadline_kind
            || (before.anchor != self.anchor && !details.has(What::When))
            || before.window() != self.window()
        {
            details.sentence(What::Revised);
        }
        details.description(&self.meta.id);
        Ok(())
    }
}
