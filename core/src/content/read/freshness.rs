//! Freshness: computed on the phone from dates that content carries and cannot hide.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Reading;
use super::runs::SLOTS;
use crate::l10n::{Message, messages};
use crate::model::{Audience, Mark, MarkKind, Meta, Risk};
use crate::screens::{Freshness, FreshnessState, Text};

/// Days past `verify_by` after which an item must not be relied on.
const GRACE_DAYS: i32 = 90;

/// The same for an item of high risk.
const GRACE_DAYS_HIGH_RISK: i32 = 30;

/// The state of an item on a day: fresh until `verify_by`, then to be checked, then not to be relied on (past
/// `valid_until`, or 90 days past `verify_by`; 30 for high risk). An item without `verify_by` is to be checked.
pub(super) fn state(meta: &Meta, today: Date) -> FreshnessState {
    if meta.valid_until.is_some_and(|until| until < today) {
        return FreshnessState::DoNotRely;
    }
    let Some(verify_by) = meta.verify_by else { return FreshnessState::Check };
    let grace = if meta.risk == Risk::High { GRACE_DAYS_HIGH_RISK } else { GRACE_DAYS };
    if today <= verify_by {
        FreshnessState::Fresh
    } else if verify_by.checked_add(grace.days()).is_ok_and(|last| today <= last) {
        FreshnessState::Check
    } else {
        FreshnessState::DoNotRely
    }
}

impl Reading<'_> {
    /// The freshness of an item today, with its reservations.
    pub(super) fn freshness(&self, meta: &Meta) -> Freshness {
        let state = state(meta, self.today);
        Freshness {
            state,
            label: self.freshness_label(state, meta.verify_by),
            verified_on: meta.verified_on.map(|day| day.to_string()),
            verify_by: meta.verify_by.map(|day| day.to_string()),
            reservations: self.reservations(&meta.marks),
        }
    }

    fn freshness_label(&self, state: FreshnessState, verify_by: Option<Date>) -> Text {
        match (state, verify_by) {
            (FreshnessState::Fresh, Some(day)) => {
                self.say_with_date(&messages::freshness_fresh(SLOTS[0]), day)
            }
            (FreshnessState::DoNotRely, _) => self.say(&messages::freshness_do_not_rely()),
            _ => self.say(&messages::freshness_check()),
        }
    }

    /// A person reads each kind of reservation once, in her language; an operator also reads what is doubtful, which
    /// editors note in Italian.
    fn reservations(&self, marks: &[Mark]) -> Vec<Text> {
        let mut texts: Vec<Text> = Vec::new();
        for mark in marks {
            let mut message = reservation(mark.kind);
            if self.context.audience == Audience::Operator
                && let Some(note) = &mark.note
            {
                message = messages::reservation_note(note.as_str(), self.plain_words(&message));
            }
            let text = self.say(&message);
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }
}

fn reservation(kind: MarkKind) -> Message {
    match kind {
        MarkKind::Volatile => messages::reservation_volatile(),
        MarkKind::Conflict => messages::reservation_conflict(),
        MarkKind::Unsourced | MarkKind::Unknown => messages::reservation_unsourced(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn meta(risk: Risk) -> Meta {
        Meta { risk, verify_by: Some(date(2027, 1, 20)), ..Meta::default() }
    }

    #[test]
    fn an_item_is_fresh_until_its_day_then_to_be_checked_then_not_to_be_relied_on() {
        let low = meta(Risk::Low);
        assert_eq!(state(&low, date(2027, 1, 20)), FreshnessState::Fresh);
        assert_eq!(state(&low, date(2027, 1, 21)), FreshnessState::Check);
        assert_eq!(state(&low, date(2027, 4, 20)), FreshnessState::Check);
        assert_eq!(state(&low, date(2027, 4, 21)), FreshnessState::DoNotRely);
    }

    #[test]
    fn an_item_of_high_risk_is_given_thirty_days() {
        let high = meta(Risk::High);
        assert_eq!(state(&high, date(2027, 2, 19)), FreshnessState::Check);
        assert_eq!(state(&high, date(2027, 2, 20)), FreshnessState::DoNotRely);
    }

    #[test]
    fn an_item_past_its_validity_is_not_to_be_relied_on_however_fresh() {
        let mut low = meta(Risk::Low);
        low.valid_until = Some(date(2026, 12, 31));
        assert_eq!(state(&low, date(2026, 12, 31)), FreshnessState::Fresh);
        assert_eq!(state(&low, date(2027, 1, 1)), FreshnessState::DoNotRely);
    }

    #[test]
    fn an_item_without_a_day_is_to_be_checked() {
        assert_eq!(state(&Meta::default(), date(2026, 1, 1)), FreshnessState::Check);
    }
}
