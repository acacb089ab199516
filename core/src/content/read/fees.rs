//! Fees: what holds today, and the total of a procedure.

use std::collections::BTreeMap;

use super::Reading;
use super::amount::Amount;
use super::runs::SLOTS;
use crate::Result;
use crate::l10n::messages;
use crate::model::{Fee, FeeRequest};
use crate::screens::{CostTotal, FeeView, Run, Text};

/// What the fees of a procedure add up to. Of fees with one choice the cheapest and the dearest count; a fee under a
/// condition, or with exemptions, counts for the upper bound only when it is conditional.
#[derive(Debug, Default)]
pub(super) struct Total {
    min: u64,
    max: u64,
    unknown: u32,
    choices: BTreeMap<String, (u64, u64)>,
}

impl Total {
    /// Adds a fee.
    pub(super) fn add(&mut self, request: &FeeRequest, amount: Amount) {
        let Some((min, max)) = amount.bounds() else {
            self.unknown += 1;
            return;
        };
        let times = u64::from(request.times);
        let (min, max) = (min * times, max * times);
        match &request.choice {
            Some(choice) => {
                let bounds = self.choices.entry(choice.clone()).or_insert((u64::MAX, 0));
                bounds.0 = bounds.0.min(min);
                bounds.1 = bounds.1.max(max);
            }
            None => {
                self.min += if request.when.is_some() { 0 } else { min };
                self.max += max;
            }
        }
    }

    fn bounds(&self) -> (u64, u64) {
        self.choices
            .values()
            .fold((self.min, self.max), |total, choice| (total.0 + choice.0, total.1 + choice.1))
    }
}

impl Reading<'_> {
    /// The fees of a step, and their part of the total.
    pub(super) fn fees(&self, requests: &[FeeRequest], total: &mut Total) -> Result<Vec<FeeView>> {
        let mut views = Vec::new();
        for request in requests {
            let Some(fee) = self.item::<Fee>("fee", &request.fee)? else {
                total.add(request, Amount::Unknown);
                continue;
            };
            let amount = Amount::of(&fee, self.today);
            total.add(request, amount);
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
        let language = self.first_language();
        let money = [Run::Money { cents: min_cents }, Run::Money { cents: max_cents }];
        let mut runs = if min_cents == max_cents {
            self.woven(&messages::total_exact(SLOTS[0]), language, &money)
        } else {
            self.woven(&messages::total_range(SLOTS[1], SLOTS[0]), language, &money)
        };
        if total.unknown > 0 {
            runs.push(Run::Text { text: " ".into() });
            runs.extend(self.words_run(&messages::total_unknown(total.unknown), language));
        }
        CostTotal {
            min_cents,
            max_cents,
            unknown: total.unknown,
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
        total.add(&request(None, false), Amount::Exact(3_046));
        total.add(&request(None, false), Amount::Exact(3_000));
        total.add(&request(None, false), Amount::Exact(1_600));
        for cents in [4_000, 5_000, 10_000] {
            total.add(&request(Some("durata"), true), Amount::Exact(cents));
        }
        assert_eq!(total.bounds(), (11_646, 17_646));
    }

    #[test]
    fn a_fee_that_is_paid_twice_counts_twice() {
        let mut total = Total::default();
        total.add(&FeeRequest { times: 2, ..request(None, false) }, Amount::Exact(1_600));
        assert_eq!(total.bounds(), (3_200, 3_200));
    }

    #[test]
    fn a_fee_under_a_condition_may_be_nothing() {
        let mut total = Total::default();
        total.add(&request(None, true), Amount::Range(100, 200));
        total.add(&request(None, false), Amount::Unknown);
        assert_eq!((total.bounds(), total.unknown), ((0, 200), 1));
    }
}
