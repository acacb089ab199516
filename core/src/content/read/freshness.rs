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

/// How far an item can be relied on, as the phone sees it. What content says of itself can only shorten it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// The state.
    pub(super) state: FreshnessState,
    /// The last day on which it counts as fresh. `None`: it never did.
    pub(super) fresh_until: Option<Date>,
}

/// How far an item can be relied on. It is fresh until `verify_by`, and never longer than its risk allows after
/// `verified_on`; then to be checked; then not to be relied on (past `valid_until`, or 90 days later; 30 for high risk).
///
/// Content cannot hide its age: nobody can have verified an item after `made_on`, the day of the release, so such a day
/// counts for nothing. An item without `verified_on` or `verify_by` is never fresh, and ages from the day of the release.
pub(super) fn standing(meta: &Meta, made_on: Option<Date>, today: Date) -> Standing {
    let verified = meta.verified_on.filter(|day| made_on.is_none_or(|made| *day <= made));
    let limit = meta.risk.fresh_days(!meta.marks.is_empty()).days();
    let cap = verified.or(made_on).and_then(|day| day.checked_add(limit).ok());
    let last_day = [cap, meta.verify_by].into_iter().flatten().min();
    let was_fresh = verified.is_some() && meta.verify_by.is_some();
    let grace = if meta.risk == Risk::High { GRACE_DAYS_HIGH_RISK } else { GRACE_DAYS };
    let past = |days: i32| {
        last_day.and_then(|day| day.checked_add(days.days()).ok()).is_some_and(|day| day < today)
    };
    let expired = meta.valid_until.is_some_and(|until| until < today);
    let state = if expired || past(grace) {
        FreshnessState::DoNotRely
    } else if !was_fresh || past(0) {
        FreshnessState::Check
    } else {
        FreshnessState::Fresh
    };
    Standing { state, fresh_until: last_day.filter(|_| was_fresh) }
}

impl Reading<'_> {
    /// The freshness of an item today, with its reservations.
    pub(super) fn freshness(&self, meta: &Meta) -> Freshness {
        let Standing { state, fresh_until } = self.standing(meta);
        Freshness {
            state,
            label: self.freshness_label(state, fresh_until),
            verified_on: meta.verified_on.map(|day| day.to_string()),
            verify_by: fresh_until.map(|day| day.to_string()),
            reservations: self.reservations(&meta.marks),
        }
    }

    /// How far an item can be relied on today.
    pub(super) fn standing(&self, meta: &Meta) -> Standing {
        standing(meta, self.made_on, self.today)
    }

    fn freshness_label(&self, state: FreshnessState, fresh_until: Option<Date>) -> Text {
        match (state, fresh_until) {
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
        let mut said: Vec<Message> = Vec::new();
        for mark in marks {
            let mut message = reservation(mark.kind);
            if self.context.audience == Audience::Operator
                && let Some(note) = &mark.note
            {
                message = messages::reservation_note(note.as_str(), self.plain_words(&message));
            }
            if !said.contains(&message) {
                said.push(message);
            }
        }
        said.iter().map(|message| self.say(message)).collect()
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
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The day of the release.
    const MADE: Date = date(2026, 11, 23);

    /// Verified on a day, for as long as the risk allows.
    fn meta(risk: Risk) -> Meta {
        let verified = date(2026, 11, 1);
        let verify_by = verified.checked_add(risk.fresh_days(false).days()).ok();
        Meta { risk, verified_on: Some(verified), verify_by, ..Meta::default() }
    }

    fn state(meta: &Meta, today: Date) -> FreshnessState {
        standing(meta, Some(MADE), today).state
    }

    /// The last days on which an item is fresh, and on which it is still to be checked.
    fn last_days(meta: &Meta) -> (Option<Date>, Option<Date>) {
        let last = |wanted| {
            let days = MADE.series(1.day()).take(5 * 366);
            days.filter(|day| state(meta, *day) == wanted).last()
        };
        (last(FreshnessState::Fresh), last(FreshnessState::Check))
    }

    #[test]
    fn an_item_is_fresh_until_its_day_then_to_be_checked_then_not_to_be_relied_on() {
        for (risk, fresh, check) in [
            (Risk::High, date(2027, 1, 30), date(2027, 3, 1)),
            (Risk::Medium, date(2027, 4, 30), date(2027, 7, 29)),
            (Risk::Low, date(2027, 11, 1), date(2028, 1, 30)),
        ] {
            assert_eq!(last_days(&meta(risk)), (Some(fresh), Some(check)), "{risk:?}");
        }
    }

    #[test]
    fn an_item_past_its_validity_is_not_to_be_relied_on_however_fresh() {
        let mut low = meta(Risk::Low);
        low.valid_until = Some(date(2026, 12, 31));
        assert_eq!(state(&low, date(2026, 12, 31)), FreshnessState::Fresh);
        assert_eq!(state(&low, date(2027, 1, 1)), FreshnessState::DoNotRely);
    }

    /// Days far ahead, no days at all, a verification that is still to come: none of it makes an item last longer.
    #[test]
    fn content_cannot_make_itself_fresh_for_longer_than_its_risk_allows() {
        for risk in [Risk::High, Risk::Medium, Risk::Low] {
            let honest = last_days(&meta(risk));
            let far = Meta { verify_by: Some(date(2099, 1, 1)), ..meta(risk) };
            assert_eq!(last_days(&far), honest, "{risk:?}");
            for (verified_on, verify_by) in [
                (None, None),
                (None, Some(date(2099, 1, 1))),
                (Some(date(2026, 11, 24)), Some(date(2099, 1, 1))),
                (Some(date(2098, 1, 1)), None),
            ] {
                let hiding = Meta { verified_on, verify_by, ..meta(risk) };
                let (fresh, check) = last_days(&hiding);
                // Nobody knows better than the day of the release.
                let days = risk.fresh_days(false) + if risk == Risk::High { 30 } else { 90 };
                assert_eq!(fresh, None, "{hiding:?}");
                assert_eq!(check, MADE.checked_add(days.days()).ok(), "{hiding:?}");
            }
        }
    }

    #[test]
    fn an_item_with_doubts_is_fresh_for_sixty_days_at_most() {
        let marks = vec![Mark { field: "amounts".into(), kind: MarkKind::Volatile, note: None }];
        let marked = Meta { marks, ..meta(Risk::Low) };
        assert_eq!(last_days(&marked).0, Some(date(2026, 12, 31)));
    }

    #[test]
    fn an_item_without_a_day_is_to_be_checked() {
        let nothing = standing(&Meta::default(), None, date(2026, 1, 1));
        assert_eq!(nothing, Standing { state: FreshnessState::Check, fresh_until: None });
    }

    proptest::proptest! {
        /// Whatever a release says, no item gets better by waiting, and none is fresh for more than a year.
        #[test]
        fn no_item_gets_better_with_time(
            verified in proptest::option::of(-900..900_i32),
            by in proptest::option::of(-900..90_000_i32),
            high in proptest::bool::ANY,
        ) {
            let day = |days: i32| MADE.checked_add(days.days()).ok();
            let risk = if high { Risk::High } else { Risk::Low };
            let item = Meta {
                risk,
                verified_on: verified.and_then(day),
                verify_by: by.and_then(day),
                ..Meta::default()
            };
            let states: Vec<_> = MADE.series(7.days()).take(120).map(|day| state(&item, day)).collect();
            proptest::prop_assert!(states.is_sorted(), "{item:?}");
            proptest::prop_assert!(states[53] != FreshnessState::Fresh, "{item:?}");
        }
    }
}
