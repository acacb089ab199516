//! Fees: what holds today, and the total of a procedure.

use std::collections::BTreeMap;

use super::Reading;
use super::amount::Amount;
use super::runs::SLOTS;
use crate::Result;
use crate::l10n::messages;
use crate::model::{Fee, FeeRequest, Step};
use crate::screens::{CostTotal, FeeView, Run, Text};

/// What the fees of a procedure add up to. Of fees with one choice the cheapest and the dearest count. What may not be
/// due (a fee under a condition, a step that is optional or only for some) counts for the upper bound alone.
#[derive(Debug, Default)]
pub(super) struct Total {
    min: u64,
    max: u64,
    unknown: u32,
    exemptions: bool,
    choices: BTreeMap<String, Choice>,
}

/// Fees of which one is paid.
#[derive(Debug, Default)]
struct Choice {
    /// The cheapest and the dearest, as far as amounts are known.
    bounds: Option<(u64, u64)>,
    /// Whether it may be that none is due.
    avoidable: bool,
}

impl Total {
    /// Adds a fee of a step; `avoidable` where the step is not for everybody.
    pub(super) fn add(&mut self, request: &FeeRequest, amount: Amount, avoidable: bool) {
        let times = u64::from(request.times);
        let bounds = amount.bounds().map(|(min, max)| (min * times, max * times));
        if let Some(choice) = &request.choice {
            let choice = self.choices.entry(choice.clone()).or_default();
            choice.avoidable |= avoidable;
            if let Some((min, max)) = bounds {
                let (cheapest, dearest) = choice.bounds.unwrap_or((u64::MAX, 0));
                choice.bounds = Some((cheapest.min(min), dearest.max(max)));
            }
            return;
        }
        match bounds {
            Some((min, max)) => {
                self.min += if avoidable || request.when.is_some() { 0 } else { min };
                self.max += max;
            }
            None => self.unknown += 1,
        }
    }

    /// Notes that somebody need not pay one of the fees.
    fn exempts(&mut self, fee: &Fee) {
        self.exemptions |= !fee.exempt.is_empty();
    }

    fn bounds(&self) -> (u64, u64) {
        self.choices.values().fold((self.min, self.max), |total, choice| {
            let (min, max) = choice.bounds.unwrap_or_default();
            (total.0 + if choice.avoidable { 0 } else { min }, total.1 + max)
        })
    }

    /// How many amounts that are due are not known. Of a choice one is paid, so one known amount is enough.
    fn unknown(&self) -> u32 {
        let choices = self.choices.values().filter(|choice| choice.bounds.is_none()).count();
        self.unknown + u32::try_from(choices).unwrap_or(u32::MAX)
    }
}

impl Reading<'_> {
    /// The fees of a step, and their part of the total.
    pub(super) fn fees(&self, step: &Step, total: &mut Total) -> Result<Vec<FeeView>> {
        let avoidable = step.optional || step.when.is_some();
        let mut views = Vec::new();
        for request in &step.fees {
            let Some(fee) = self.item::<Fee>("fee", &request.fee)? else {
                total.add(request, Amount::Unknown, avoidable);
                continue;
            };
            let amount = Amount::of(&fee, self.today);
            total.add(request, amount, avoidable);
            total.exempts(&fee);
            views.push(self.fee_view(&fee, request, amount)?);
        }
        Ok(views)
    }

    fn fee_view(&self, fee: &Fee, request: &FeeRequest, amount: Amount) -> Result<FeeView> {
        let id = &fee.meta.id;
        let bounds = amount.bounds();
        let mut exempt = Vec::new();
        for exemption in &fee.exempt {
            exempt.extend(self.text(id, &format!("exempt.{}", exemption.id))?);
        }
        Ok(FeeView {
            id: id.clone(),
            title: self.required(id, "title")?,
            amount: self.amount_text(amount),
            cents: bounds.map(|(min, _)| min),
            max_cents: bounds.filter(|(min, max)| max > min).map(|(_, max)| max),
            times: request.times,
            choice: request.choice.clone(),
            conditional: request.when.is_some(),
            exempt,
            how: self.text(id, "how")?,
            pay_how: fee
                .pay_how
                .iter()
                .map(|how| self.say(&messages::pay_how(how.as_str())))
                .collect(),
            payee: fee.payee.clone(),
            account: fee.account.clone(),
            reason_it: fee.reason_it.clone(),
            freshness: self.freshness(&fee.meta),
        })
    }

    /// An amount by itself.
    pub(super) fn amount_text(&self, amount: Amount) -> Text {
        let language = self.first_language();
        self.runs_text(self.amount_runs(&amount, language), language)
    }

    /// The total in words.
    pub(super) fn total(&self, total: &Total) -> CostTotal {
        let (min_cents, max_cents) = total.bounds();
        let (language, unknown) = (self.first_language(), total.unknown());
        let money = [Run::Money { cents: min_cents }, Run::Money { cents: max_cents }];
        let mut runs = match (min_cents == max_cents, max_cents, unknown) {
            (true, 0, 0) => self.words_run(&messages::total_free(), language),
            (true, ..) => self.woven(&messages::total_exact(SLOTS[0]), language, &money),
            _ if min_cents == 0 => self.woven(&messages::total_up_to(SLOTS[1]), language, &money),
            _ => self.woven(&messages::total_range(SLOTS[1], SLOTS[0]), language, &money),
        };
        if unknown > 0 {
            runs.push(Run::Text { text: " ".into() });
            runs.extend(self.words_run(&messages::total_unknown(unknown), language));
        }
        if total.exemptions {
            runs.push(Run::Text { text: ". ".into() });
            runs.extend(self.words_run(&messages::total_exemptions(), language));
        }
        CostTotal {
            min_cents,
            max_cents,
            unknown,
            exemptions: total.exemptions,
            text: self.runs_text(runs, language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(choice: Option<&str>, conditional: bool) -> FeeRequest {
        FeeRequest {
            fee: "f".into(),
            times: 1,
            choice: choice.map(str::to_owned),
            when: conditional.then_some(crate::model::Condition::Unknown(serde_json::Value::Null)),
        }
    }

    #[test]
    fn of_fees_with_one_choice_only_one_is_paid() {
        let mut total = Total::default();
        total.add(&request(None, false), Amount::Exact(3_046), false);
        total.add(&request(None, false), Amount::Exact(3_000), false);
        total.add(&request(None, false), Amount::Exact(1_600), false);
        for cents in [4_000, 5_000, 10_000] {
            total.add(&request(Some("durata"), true), Amount::Exact(cents), false);
        }
        assert_eq!(total.bounds(), (11_646, 17_646));
    }

    #[test]
    fn a_fee_that_is_paid_twice_counts_twice() {
        let mut total = Total::default();
        total.add(&FeeRequest { times: 2, ..request(None, false) }, Amount::Exact(1_600), false);
        assert_eq!(total.bounds(), (3_200, 3_200));
    }

    #[test]
    fn a_fee_under_a_condition_may_be_nothing() {
        let mut total = Total::default();
        total.add(&request(None, true), Amount::Range(100, 200), false);
        total.add(&request(None, false), Amount::Unknown, false);
        assert_eq!((total.bounds(), total.unknown()), ((0, 200), 1));
    }

    #[test]
    fn what_a_step_costs_that_is_not_for_everybody_may_be_nothing() {
        let mut total = Total::default();
        total.add(&request(None, false), Amount::Exact(3_046), true);
        total.add(&request(Some("durata"), false), Amount::Exact(4_000), true);
        assert_eq!(total.bounds(), (0, 7_046));
    }

    #[test]
    fn of_a_choice_one_known_amount_is_enough() {
        let mut total = Total::default();
        total.add(&request(Some("carta"), false), Amount::Range(2_000, 2_300), false);
        total.add(&request(Some("carta"), false), Amount::Unknown, false);
        assert_eq!((total.bounds(), total.unknown()), ((2_000, 2_300), 0));
        total.add(&request(Some("altra"), false), Amount::Unknown, false);
        total.add(&request(Some("altra"), false), Amount::Unknown, false);
        assert_eq!((total.bounds(), total.unknown()), ((2_000, 2_300), 1));
    }
}
