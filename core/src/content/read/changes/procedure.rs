//! How two versions of a procedure differ, apart from what its steps say.

use std::collections::BTreeSet;

use super::super::runs::span_message;
use super::Told;
use super::details::Details;
use super::links::Links;
use super::step;
use super::what::What;
use crate::Result;
use crate::model::{Meta, Municipality, Procedure, Step};
use crate::order;
use crate::screens::Text;

impl Told for Procedure {
    const KIND: &'static str = "procedure";
    const STANDS_ALONE: bool = true;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn belongs_to(&self, _: Option<&Self>, _: &Links, _: Option<&Municipality>) -> bool {
        false
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        steps(before, self, details)?;
        requirements(before, self, details)?;
        let terms = (What::DeadlineRemoved, What::DeadlineAdded);
        details.named(terms, &set(&before.deadlines), &set(&self.deadlines))?;
        let validity = |procedure: &Self| details.list(procedure.result_validity.map(span_message));
        let (was, is) = (validity(before), validity(self));
        details.value(What::ResultValidity, was, is);
        let url = |procedure: &Self| details.link(procedure.official_url.as_ref());
        let (was, is) = (url(before), url(self));
        details.value(What::OfficialUrl, was, is);
        let (was, is) = (contact(before, details)?, contact(self, details)?);
        details.value(What::Contact, was, is);
        details.if_differs(What::Mistakes, &before.mistakes, &self.mistakes);
        details.if_differs(What::Rights, &before.rights, &self.rights);
        details.if_differs(What::Appeal, &before.appeal, &self.appeal);
        details.if_differs(What::Norms, &before.norms, &self.norms);
        sentences(before, self, details)
    }
}

pub(super) fn set(ids: &[String]) -> BTreeSet<&str> {
    order::set(ids.iter().map(String::as_str))
}

fn contact(procedure: &Procedure, details: &Details<'_, '_>) -> Result<Option<Text>> {
    let Some(id) = &procedure.human_contact else { return Ok(None) };
    details.reading.former_title(details.past, id).map(Some)
}

/// Steps that are gone, steps that are new, and those that say something else.
fn steps(before: &Procedure, after: &Procedure, details: &mut Details<'_, '_>) -> Result<()> {
    let id = &after.meta.id;
    for gone in before.steps.iter().filter(|step| find(after, step).is_none()) {
        let title = details.sentence_of(id, &format!("step.{}.title", gone.id), &gone.id)?;
        details.removed(What::StepRemoved, title);
    }
    for step in &after.steps {
        if before.steps.contains(step) {
            continue;
        }
        let title = details.reading.required(id, &format!("step.{}.title", step.id))?;
        match find(before, step) {
            None => details.added(What::StepAdded, title),
            Some(was) => details.inside(title, |details| step::tell(was, step, details))?,
        }
    }
    let order = |one: &Procedure, other: &Procedure| -> Vec<String> {
        let both = one.steps.iter().filter(|step| find(other, step).is_some());
        both.map(|step| step.id.clone()).collect()
    };
    details.if_differs(What::StepOrder, &order(before, after), &order(after, before));
    Ok(())
}

fn find<'p>(procedure: &'p Procedure, like: &Step) -> Option<&'p Step> {
    procedure.steps.iter().find(|step| step.id == like.id)
}

fn requirements(
    before: &Procedure,
    after: &Procedure,
    details: &mut Details<'_, '_>,
) -> Result<()> {
    let id = &after.meta.id;
    let knows =
        |procedure: &Procedure, slug: &str| procedure.eligibility.iter().any(|own| own.id == slug);
    let words = |slug: &str, details: &Details<'_, '_>| {
        details.sentence_of(id, &format!("eligibility.{slug}"), slug)
    };
    for gone in before.eligibility.iter().filter(|own| !knows(after, &own.id)) {
        details.removed(What::RequirementRemoved, words(&gone.id, details)?);
    }
    for come in after.eligibility.iter().filter(|own| !knows(before, &own.id)) {
        details.added(What::RequirementAdded, words(&come.id, details)?);
    }
    let same = before.eligibility.iter().filter(|own| knows(after, &own.id));
    if same.filter(|own| !after.eligibility.contains(own)).count() > 0 {
        details.sentence(What::Requirements);
    }
    Ok(())
}

/// Sentences that were revised. What came or went with its step or requirement has been told.
fn sentences(before: &Procedure, after: &Procedure, details: &mut Details<'_, '_>) -> Result<()> {
    let id = &after.meta.id;
    let keys = details.past.changed_keys(id);
    for step in &after.steps {
        let prefix = format!("step.{}.", step.id);
        if find(before, step).is_some() && keys.iter().any(|key| key.starts_with(&prefix)) {
            let title = details.reading.required(id, &format!("{prefix}title"))?;
            details.inside(title, |details| {
                details.sentence(What::Instructions);
                Ok(())
            })?;
        }
    }
    for key in &keys {
        let (field, slug) = key.split_once('.').unwrap_or((key, ""));
        let in_both =
            |procedure: &Procedure| procedure.eligibility.iter().any(|own| own.id == slug);
        match field {
            "step" => {}
            "eligibility" if !(in_both(before) && in_both(after)) => {}
            "eligibility" => details.sentence(What::Requirements),
            "mistake" => details.sentence(What::Mistakes),
            "right" => details.sentence(What::Rights),
            "appeal" => details.sentence(What::Appeal),
            "scam" => details.sentence(What::Scam),
            _ => details.sentence(What::Description),
        }
    }
    Ok(())
}
