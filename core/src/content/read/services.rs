//! Services of organisations.

use super::Reading;
use super::amount::Amount;
use crate::Result;
use crate::l10n::{messages, name_of};
use crate::model::{Fee, Office, Organisation, Service};
use crate::screens::{ContactView, OfficeView, ServiceView};

impl Reading<'_> {
    /// One service. `None` when there is none of that id, or when it is not for the reader.
    pub(super) fn service(&self, id: &str) -> Result<Option<ServiceView>> {
        let service = self.item::<Service>("service", id)?;
        let service = service.filter(|service| self.is_for_reader(&service.meta));
        service.map(|service| self.service_view(&service)).transpose()
    }

    fn service_view(&self, service: &Service) -> Result<ServiceView> {
        let id = &service.meta.id;
        let organisation = self.item::<Organisation>("organisation", &service.organisation)?;
        let fee = match &service.fee {
            Some(fee) if !service.free => self.item::<Fee>("fee", fee)?,
            _ => None,
        };
        let language = self.first_language();
        Ok(ServiceView {
            id: id.clone(),
            title: self.required(id, "title")?,
            what: self.required(id, "what")?,
            for_whom: self.required(id, "for_whom")?,
            how: self.text(id, "how")?,
            free: service.free.then(|| self.say(&messages::free())),
            cost: fee.map(|fee| {
                let amount = Amount::of(&fee, self.today);
                self.runs_text(self.amount_runs(&amount, language), language)
            }),
            languages: service.languages.iter().map(|tag| name_of(tag).to_owned()).collect(),
            offices: self.offices_here(&service.offices)?,
            contacts: self.contacts_of(organisation.as_ref())?,
            organisation: organisation.map(|organisation| organisation.name_it),
            freshness: self.freshness(&service.meta),
        })
    }

    /// Of some offices those that serve the reader's municipality; all of them where none says so, or she has chosen none.
    fn offices_here(&self, ids: &[String]) -> Result<Vec<OfficeView>> {
        let mut offices = Vec::new();
        for id in ids {
            offices.extend(self.item::<Office>("office", id)?);
        }
        if let Some(municipality) = &self.municipality {
            let serves = |office: &Office| {
                office.serves.is_empty() || office.serves.contains(&municipality.istat)
            };
            if offices.iter().any(serves) {
                offices.retain(serves);
            }
        }
        offices.iter().map(|office| self.office_view(office)).collect()
    }

    fn contacts_of(&self, organisation: Option<&Organisation>) -> Result<Vec<ContactView>> {
        let mut contacts = Vec::new();
        for id in organisation.iter().flat_map(|organisation| &organisation.contacts) {
            contacts.extend(self.contact(id)?);
        }
        Ok(contacts)
    }
}
