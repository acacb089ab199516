//! Ways to reach somebody.

use super::Reading;
use super::runs::contact_run;
use super::words::original;
use crate::Result;
use crate::model::Contact;
use crate::screens::{ContactView, Run, Text};

impl Reading<'_> {
    /// One contact. `None` when there is none.
    pub(super) fn contact(&self, id: &str) -> Result<Option<ContactView>> {
        self.item::<Contact>("contact", id)?.map(|contact| self.contact_view(&contact)).transpose()
    }

    /// Every contact for emergencies.
    pub(super) fn emergency_contacts(&self) -> Result<Vec<ContactView>> {
        self.all::<Contact>("contact")?
            .iter()
            .filter(|contact| contact.emergency)
            .map(|contact| self.contact_view(contact))
            .collect()
    }

    pub(super) fn contact_view(&self, contact: &Contact) -> Result<ContactView> {
        let id = &contact.meta.id;
        Ok(ContactView {
            id: id.clone(),
            title: self.required(id, "title")?,
            what: self.text(id, "what")?,
            value: left_to_right(contact_run(contact)),
            free: contact.free,
            emergency: contact.emergency,
            freshness: self.freshness(&contact.meta),
        })
    }
}

/// Numbers and addresses read from left to right in every language.
pub(super) fn left_to_right(run: Run) -> Text {
    original("it", vec![run])
}
