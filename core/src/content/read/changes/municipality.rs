//! How two versions of the reader's municipality differ: which office is in charge.

use std::collections::BTreeSet;

use super::super::Reading;
use super::Told;
use super::details::Details;
use super::links::Links;
use super::what::What;
use crate::Result;
use crate::model::{Meta, Municipality, Office};
use crate::order;
use crate::screens::Text;

impl Told for Municipality {
    const KIND: &'static str = "municipality";
    const STANDS_ALONE: bool = false;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn name_it(&self) -> Option<&str> {
        Some(&self.name_it)
    }

    fn is_shown(&self, _: &Reading<'_>, here: Option<&Municipality>) -> bool {
        here.is_some_and(|here| here.istat == self.istat)
    }

    fn belongs_to(&self, before: Option<&Self>, to: &Links, _: Option<&Municipality>) -> bool {
        let Some(before) = before else { return false };
        let moved = moved(before, self);
        to.steps
            .iter()
            .filter_map(|step| step.office_type.as_ref())
            .any(|slug| moved.contains(slug))
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        for office_type in moved(before, self) {
            let was = first_office(before, office_type, details)?;
            let is = first_office(self, office_type, details)?;
            let title = details.reading.required(office_type, "title")?;
            details.inside(title, |details| {
                if was == is {
                    // The one to go to is the same; others that do it too are not.
                    details.sentence(What::Office);
                } else {
                    details.value(What::Office, was, is);
                }
                Ok(())
            })?;
        }
        Ok(())
    }
}

/// The types of office for which others are in charge.
fn moved<'m>(before: &'m Municipality, after: &'m Municipality) -> BTreeSet<&'m String> {
    let types = after.offices.keys().chain(before.offices.keys());
    order::set(types.filter(|slug| after.offices.get(*slug) != before.offices.get(*slug)))
}

fn first_office(
    municipality: &Municipality,
    office_type: &str,
    details: &Details<'_, '_>,
) -> Result<Option<Text>> {
    let Some(id) = municipality.offices.get(office_type).and_then(|ids| ids.first()) else {
        return Ok(None);
    };
    let former = || details.past.fact::<Office>(id);
    let office = details.reading.item::<Office>("office", id)?.or_else(former);
    Ok(details.literal(Some(office.as_ref().map_or(id, |office| &office.name_it))))
}
