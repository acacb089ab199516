//! Terms of content, by kind.

use super::*;
use crate::model::{Deadline, DeadlineKind, DurationRange, Issuer, Meta, Offset, Side, Validity};

fn term(kind: DeadlineKind, n: u32, unit: Unit) -> Deadline {
    Deadline { deadline_kind: kind, span: Some(span(n, unit)), ..Deadline::default() }
}

fn days(deadline: &Deadline, anchor: Date) -> Days {
    days_of(&Calendar::national(), deadline, anchor).unwrap()
}

#[test]
fn a_renewal_has_a_day_before_and_a_last_day_after() {
    let before = Deadline { side: Side::Before, ..term(DeadlineKind::DoWithin, 60, Unit::Days) };
    let after = term(DeadlineKind::DoWithin, 60, Unit::Days);
    let expiry = date(2027, 3, 1);
    assert_eq!(days(&before, expiry).due, Some(date(2026, 12, 31)));
    assert_eq!(days(&after, expiry).due, Some(date(2027, 4, 30)));
}

#[test]
fn a_window_says_not_before_best_from_and_at_the_latest() {
    let offset = |n, side| Some(Offset { span: span(n, Unit::Days), side });
    let window = Deadline {
        not_before: offset(90, Side::Before),
        best_from: offset(60, Side::Before),
        ..term(DeadlineKind::RenewWindow, 60, Unit::Days)
    };
    let days = days(&window, date(2027, 3, 1));
    assert_eq!(days.not_before, Some(date(2026, 12, 1)));
    assert_eq!(days.best_from, Some(date(2026, 12, 31)));
    assert_eq!(days.due, Some(date(2027, 4, 30)));
}

#[test]
fn not_before_is_the_very_day_and_moves_off_nothing() {
    let ten_years = term(DeadlineKind::NotBefore, 10, Unit::Years);
    let days = days(&ten_years, date(2017, 5, 2));
    assert_eq!((days.not_before, days.due), (Some(date(2027, 5, 2)), None), "a Sunday");
    assert_eq!(days.rule, Rule::ExactDay);
}

#[test]
fn a_validity_ends_on_its_day_even_on_a_holiday() {
    let six_months = term(DeadlineKind::Validity, 6, Unit::Months);
    assert_eq!(days(&six_months, date(2026, 6, 25)).due, Some(date(2026, 12, 25)));
}

#[test]
fn a_waiting_norm_says_when_one_may_ask_and_when_it_usually_comes() {
    let norm = Deadline {
        usual: Some(DurationRange { min: 4, max: 12, unit: Unit::Months }),
        ..term(DeadlineKind::WaitNorm, 60, Unit::Days)
    };
    let days = days(&norm, date(2026, 12, 1));
    assert_eq!(days.ask_after, Some(date(2027, 1, 30)));
    assert_eq!(days.usual, Some((date(2027, 4, 1), date(2027, 12, 1))));
}

#[test]
fn an_appeal_stands_still_in_august_only_where_its_item_says_so() {
    let thirty = |suspended_in_august| Deadline {
        suspended_in_august,
        ..term(DeadlineKind::Appeal, 30, Unit::Days)
    };
    let due = |suspended, from| days(&thirty(suspended), from).due.unwrap();
    assert_eq!(due(false, date(2026, 7, 20)), date(2026, 8, 19));
    // Eleven days in July, nineteen from 1 September on; the 19th is a Saturday.
    assert_eq!(due(true, date(2026, 7, 20)), date(2026, 9, 19));
    assert_eq!(due(true, date(2026, 8, 10)), date(2026, 9, 30), "begins on 1 September");
    assert_eq!(due(true, date(2026, 9, 1)), date(2026, 10, 1), "summer is over");
    // Before 2015 it lasted until 15 September.
    assert_eq!(due(true, date(2014, 7, 31)), date(2014, 10, 15));
    let months =
        Deadline { suspended_in_august: true, ..term(DeadlineKind::Appeal, 6, Unit::Months) };
    assert_eq!(days(&months, date(2026, 4, 10)).due, Some(date(2026, 11, 10)), "and 31 days");
    assert_eq!(days(&months, date(2026, 9, 10)).due, Some(date(2027, 3, 10)), "no summer in it");
}

#[test]
fn a_date_before_its_law_is_not_counted_by_it() {
    let meta = Meta {
        valid_from: Some(date(2025, 10, 4)),
        valid_until: Some(date(2030, 12, 31)),
        ..Meta::default()
    };
    let norm = Deadline { meta, ..term(DeadlineKind::WaitNorm, 150, Unit::Days) };
    let of = |anchor| days_of(&Calendar::national(), &norm, anchor);
    assert_eq!(of(date(2025, 10, 3)), Err(NoDays::OlderThanItsLaw(date(2025, 10, 4))));
    assert_eq!(of(date(2031, 1, 1)), Err(NoDays::NewerThanItsLaw(date(2030, 12, 31))));
    assert!(of(date(2025, 10, 4)).is_ok());
}

#[test]
fn what_a_newer_release_speaks_of_asks_for_an_update() {
    let unknown = [
        term(DeadlineKind::Unknown, 1, Unit::Days),
        term(DeadlineKind::DoWithin, 1, Unit::Unknown),
        Deadline { side: Side::Unknown, ..term(DeadlineKind::DoWithin, 1, Unit::Days) },
    ];
    for deadline in unknown {
        let found = days_of(&Calendar::national(), &deadline, date(2026, 1, 1));
        assert_eq!(found, Err(NoDays::NeedsUpdate), "{deadline:?}");
    }
    let nobody_knows = Deadline { span: None, ..term(DeadlineKind::DoWithin, 1, Unit::Days) };
    let found = days_of(&Calendar::national(), &nobody_knows, date(2026, 1, 1));
    assert_eq!(found, Err(NoDays::UnknownSpan));
}

#[test]
fn a_criminal_record_lives_as_long_as_its_issuer_says_and_no_longer_when_nobody_says_who() {
    let entry = |issuer, n| Validity {
        issuer: Some(issuer),
        span: span(n, Unit::Months),
        counts_from: Default::default(),
    };
    let validity = [entry(Issuer::Home, 6), entry(Issuer::Consulate, 3)];
    let until =
        |issuer| valid_until(&Calendar::national(), &validity, issuer, date(2026, 8, 31)).unwrap();
    assert_eq!(until(Some(Issuer::Home)), Some(date(2027, 2, 28)));
    assert_eq!(until(Some(Issuer::Consulate)), Some(date(2026, 11, 30)));
    assert_eq!(until(None), Some(date(2026, 11, 30)), "the shortest is safe");
    assert_eq!(until(Some(Issuer::ItalianOffice)), None, "nobody says");
}
