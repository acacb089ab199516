//! How two versions of a contact differ.

use super::super::contacts::left_to_right;
use super::super::runs::contact_run;
use super::Told;
use super::details::Details;
use super::links::Links;
use super::what::What;
use crate::Result;
use crate::model::{Contact, Meta, Municipality};

impl Told for Contact {
    const KIND: &'static str = "contact";
    const STANDS_ALONE: bool = true;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn belongs_to(&self, _: Option<&Self>, to: &Links, _: Option<&Municipality>) -> bool {
        to.human_contact.as_ref() == Some(&self.meta.id)
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        let value = |contact: &Self| Some(left_to_right(contact_run(contact)));
        details.value(What::Value, value(before), value(self));
        let rest = |contact: &Self| (contact.languages.clone(), contact.free, contact.anonymous);
        details.if_differs(What::Revised, &rest(before), &rest(self));
        details.description(&self.meta.id);
        Ok(())
    }
}
