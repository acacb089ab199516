//! How two versions of a paper differ.

use super::Told;
use super::details::Details;
use super::links::Links;
use super::what::What;
use crate::Result;
use crate::model::{Document, Meta, Municipality};

impl Told for Document {
    const KIND: &'static str = "document";
    const STANDS_ALONE: bool = false;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn belongs_to(&self, _: Option<&Self>, to: &Links, _: Option<&Municipality>) -> bool {
        let mut requests = to.steps.iter().flat_map(|step| &step.documents);
        requests.any(|request| request.document == self.meta.id)
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        let name = |paper: &Self| details.literal(Some(&paper.name_it));
        let (was, is) = (name(before), name(self));
        details.value(What::Name, was, is);
        let reading = details.reading;
        let validity = |paper: &Self, details: &Details<'_, '_>| {
            details.list(paper.validity.iter().map(|entry| reading.validity_message(entry)))
        };
        details.value(What::Validity, validity(before, details), validity(self, details));
        let issuer = |paper: &Self| match &paper.issuer_office_type {
            Some(slug) => reading.required(slug, "title").map(Some),
            None => Ok(None),
        };
        details.value(What::Issuer, issuer(before)?, issuer(self)?);
        let form = |paper: &Self| details.link(paper.form_url.as_ref());
        let (was, is) = (form(before), form(self));
        details.value(What::Form, was, is);
        details.description(&self.meta.id);
        Ok(())
    }
}
