//! How two versions of a fee differ.

use super::super::amount::Amount;
use super::super::runs::SLOTS;
use super::Told;
use super::details::Details;
use super::links::Links;
use super::what::What;
use crate::Result;
use crate::l10n::messages;
use crate::model::{DatedAmount, Fee, Meta, Municipality};
use crate::order;

impl Told for Fee {
    const KIND: &'static str = "fee";
    const STANDS_ALONE: bool = false;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn belongs_to(&self, _: Option<&Self>, to: &Links, _: Option<&Municipality>) -> bool {
        to.steps.iter().flat_map(|step| &step.fees).any(|request| request.fee == self.meta.id)
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        amounts(before, self, details);
        let ways = |fee: &Self| {
            details.list(fee.pay_how.iter().map(|how| messages::pay_how(how.as_str())))
        };
        let (was, is) = (ways(before), ways(self));
        details.value(What::PayHow, was, is);
        for (what, was, is) in [
            (What::Payee, &before.payee, &self.payee),
            (What::Account, &before.account, &self.account),
            (What::Reason, &before.reason_it, &self.reason_it),
        ] {
            details.value(what, details.literal(was.as_ref()), details.literal(is.as_ref()));
        }
        exemptions(before, self, details)
    }
}

/// The amount of today, and amounts that are to come.
fn amounts(before: &Fee, after: &Fee, details: &mut Details<'_, '_>) {
    let reading = details.reading;
    let on = |fee: &Fee, day| reading.amount_text(Amount::of(fee, day));
    let today = reading.today;
    details.value(What::Amount, Some(on(before, today)), Some(on(after, today)));
    let amounts = before.amounts.iter().chain(&after.amounts);
    let days = order::set(amounts.filter_map(|amount| amount.valid_from));
    for day in days.into_iter().filter(|day| *day > today) {
        let (was, is) = (on(before, day), on(after, day));
        let told = (on(before, today), on(after, today));
        if was != is && (&was, &is) != (&told.0, &told.1) {
            let text = reading.say_with_date(&messages::change_amount_from(SLOTS[0]), day);
            details.add(What::Amount, text, Some(was), Some(is));
        }
    }
    let ends = |fee: &Fee| fee.amount_on(today).and_then(|amount: &DatedAmount| amount.valid_until);
    if ends(before) != ends(after) && !details.has(What::Amount) {
        details.value(What::ValidUntil, details.day(ends(before)), details.day(ends(after)));
    }
}

/// Who need not pay any more, and who has to.
fn exemptions(before: &Fee, after: &Fee, details: &mut Details<'_, '_>) -> Result<()> {
    let id = &after.meta.id;
    let knows = |fee: &Fee, slug: &str| fee.exempt.iter().any(|exemption| exemption.id == slug);
    let words = |slug: &str, details: &Details<'_, '_>| {
        details.sentence_of(id, &format!("exempt.{slug}"), slug)
    };
    for gone in before.exempt.iter().filter(|exemption| !knows(after, &exemption.id)) {
        details.removed(What::ExemptRemoved, words(&gone.id, details)?);
    }
    for come in after.exempt.iter().filter(|exemption| !knows(before, &exemption.id)) {
        details.added(What::ExemptAdded, words(&come.id, details)?);
    }
    let same = before.exempt.iter().filter(|exemption| knows(after, &exemption.id));
    let other = same.filter(|exemption| !after.exempt.contains(exemption)).count();
    for key in details.past.changed_keys(id) {
        match key.strip_prefix("exempt.") {
            Some(slug) if !(knows(before, slug) && knows(after, slug)) => {}
            Some(_) => details.sentence(What::Revised),
            None if key == "how" => details.sentence(What::PayHow),
            None => details.sentence(What::Description),
        }
    }
    if other > 0 {
        details.sentence(What::Revised);
    }
    Ok(())
}
