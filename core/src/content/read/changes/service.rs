//! How two versions of a service differ.

use super::Told;
use super::details::Details;
use super::links::Links;
use super::what::What;
use crate::Result;
use crate::model::{Meta, Municipality, Service};

impl Told for Service {
    const KIND: &'static str = "service";
    const STANDS_ALONE: bool = true;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn belongs_to(&self, _: Option<&Self>, to: &Links, _: Option<&Municipality>) -> bool {
        self.related_procedures.contains(&to.id) || to.related_services.contains(&self.meta.id)
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        if self.free && !before.free {
            details.sentence(What::Free);
        } else {
            details.if_differs(What::Revised, &(before.free, &before.fee), &(self.free, &self.fee));
        }
        let rest = |service: &Self| {
            (service.organisation.clone(), service.offices.clone(), service.languages.clone())
        };
        details.if_differs(What::Revised, &rest(before), &rest(self));
        details.description(&self.meta.id);
        Ok(())
    }
}
