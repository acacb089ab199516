//! How two versions of a notice differ. It is shown where and when the screen of notices shows it.

use super::super::Reading;
use super::Told;
use super::details::Details;
use super::links::Links;
use super::what::What;
use crate::Result;
use crate::model::{Meta, Municipality, Notice};

impl Told for Notice {
    const KIND: &'static str = "notice";
    const STANDS_ALONE: bool = true;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn is_shown(&self, reading: &Reading<'_>, _: Option<&Municipality>) -> bool {
        reading.holds_here_today(self)
    }

    fn belongs_to(&self, _: Option<&Self>, to: &Links, _: Option<&Municipality>) -> bool {
        self.affects.contains(&to.id)
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        let (from, until) = (details.day(Some(before.publish_from)), Some(before.expires_on));
        details.value(What::ValidFrom, from, details.day(Some(self.publish_from)));
        let (was, is) = (details.day(until), details.day(Some(self.expires_on)));
        details.value(What::ValidUntil, was, is);
        details.if_differs(What::Revised, &before.severity, &self.severity);
        if !details.past.changed_keys(&self.meta.id).is_empty() {
            details.sentence(What::Body);
        }
        Ok(())
    }
}
