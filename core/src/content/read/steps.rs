//! The steps of a procedure.

use super::Reading;
use super::fees::Total;
use super::runs::{range_message, span_message};
use crate::Result;
use crate::l10n::{Message, messages};
use crate::model::{Actor, Channel, Identity, OfficeType, Procedure, Step};
use crate::screens::{OfficeView, StepView, Text};

impl Reading<'_> {
    /// The steps in order; their fees are added to the total.
    pub(super) fn steps(&self, procedure: &Procedure, total: &mut Total) -> Result<Vec<StepView>> {
        (1_u32..)
            .zip(&procedure.steps)
            .map(|(number, step)| self.step(&procedure.meta.id, number, step, total))
            .collect()
    }

    fn step(
        &self,
        procedure: &str,
        number: u32,
        step: &Step,
        total: &mut Total,
    ) -> Result<StepView> {
        let words = |key: &str| self.text(procedure, &format!("step.{}.{key}", step.id));
        let required = |key: &str| self.required(procedure, &format!("step.{}.{key}", step.id));
        let (office_type, offices, choose_municipality) = self.where_to_go(step)?;
        Ok(StepView {
            number,
            id: step.id.clone(),
            title: required("title")?,
            action: required("do")?,
            actor: self.say(&messages::actor(actor_slug(step.actor))),
            office_type,
            offices,
            choose_municipality,
            channels: step
                .channel
                .iter()
                .filter_map(|channel| channel_slug(*channel))
                .map(|slug| self.say(&messages::channel(slug)))
                .collect(),
            url: step.url.clone(),
            identity: identity_message(step.identity).map(|words| self.say(&words)),
            documents: self.documents(procedure, &step.id, &step.documents)?,
            fees: self.fees(step, total)?,
            free: step.free.then(|| self.say(&messages::free())),
            deadlines: self.deadlines(&step.deadlines)?,
            law_duration: step.law_duration.map(|span| {
                self.say(&messages::law_duration(self.plain_words(&span_message(span))))
            }),
            usual_duration: step.usual_duration.map(|range| {
                self.say(&messages::usual_duration(self.plain_words(&range_message(range))))
            }),
            receive: words("receive")?,
            if_refused: words("if_refused")?,
            optional: words("optional")?,
            conditional: step.when.as_ref().map(|_| self.say(&messages::step_conditional())),
            needs_update: step.needs_update().then(|| self.say(&messages::needs_update())),
        })
    }

    /// The kind of office, the offices of the reader's municipality, and the word that she must choose one.
    fn where_to_go(&self, step: &Step) -> Result<(Option<Text>, Vec<OfficeView>, Option<Text>)> {
        let Some(slug) = &step.office_type else { return Ok((None, Vec::new(), None)) };
        let Some(office_type) = self.item::<OfficeType>("office_type", slug)? else {
            return Ok((None, Vec::new(), None));
        };
        let offices = self.offices_of_type(slug)?.to_vec();
        let choose = (self.municipality.is_none() && !office_type.anywhere)
            .then(|| self.say(&messages::choose_municipality()));
        Ok((Some(self.required(slug, "title")?), offices, choose))
    }
}

/// What a web service asks for.
pub(super) fn identity_message(identity: Identity) -> Option<Message> {
    match identity {
        Identity::SpidOrCie => Some(messages::identity_spid_or_cie()),
        Identity::Assisted => Some(messages::identity_assisted()),
        Identity::None | Identity::Unknown => None,
    }
}

pub(super) fn actor_slug(actor: Actor) -> &'static str {
    match actor {
        Actor::Me | Actor::Unknown => "me",
        Actor::Office => "office",
        Actor::Employer => "employer",
        Actor::School => "school",
        Actor::Family => "family",
        Actor::ThirdParty => "third_party",
        Actor::Wait => "wait",
    }
}

pub(super) fn channel_slug(channel: Channel) -> Option<&'static str> {
    match channel {
        Channel::Desk => Some("desk"),
        Channel::Appointment => Some("appointment"),
        Channel::Post => Some("post"),
        Channel::Online => Some("online"),
        Channel::Phone => Some("phone"),
        Channel::Email => Some("email"),
        Channel::Pec => Some("pec"),
        Channel::Home => Some("home"),
        Channel::Unknown => None,
    }
}
