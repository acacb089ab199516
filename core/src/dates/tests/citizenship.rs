//! A citizenship case, day by day for 36 months: the years of residence before it, the wait, the papers that grow too old
//! while one waits, the permit that must be renewed meanwhile, and the oath.

use jiff::ToSpan;

use super::*;
use crate::model::{Deadline, DeadlineKind, DurationRange, Side, Validity};

fn term(kind: DeadlineKind, n: u32, unit: Unit, side: Side) -> Deadline {
    Deadline { deadline_kind: kind, span: Some(span(n, unit)), side, ..Deadline::default() }
}

#[test]
fn for_36_months_every_day_says_the_same_days_and_they_come_in_order() {
    let calendar = Calendar::national();
    let residence = date(2016, 2, 29);
    let first =
        days_of(&calendar, &term(DeadlineKind::NotBefore, 10, Unit::Years, Side::After), residence)
            .unwrap()
            .not_before
            .unwrap();
    assert_eq!(first, date(2026, 2, 28), "born of a leap day, ten years end with February");

    let application = date(2026, 3, 2);
    let wait = Deadline {
        usual: Some(DurationRange { min: 24, max: 48, unit: Unit::Months }),
        ..term(DeadlineKind::WaitNorm, 36, Unit::Months, Side::After)
    };
    let wait = days_of(&calendar, &wait, application).unwrap();
    assert_eq!(wait.ask_after, Some(date(2029, 3, 2)));
    assert_eq!(wait.usual, Some((date(2028, 3, 2), date(2030, 3, 2))));

    let record =
        [Validity { issuer: None, span: span(6, Unit::Months), counts_from: Default::default() }];
    let record_until = valid_until(&calendar, &record, None, date(2025, 9, 30)).unwrap().unwrap();
    assert!(application <= record_until, "{record_until}");

    let renewal = term(DeadlineKind::DoWithin, 60, Unit::Days, Side::Before);
    let expiry = date(2027, 10, 16);
    let renew_by = days_of(&calendar, &renewal, expiry).unwrap().due.unwrap();
    assert_eq!(renew_by, date(2027, 8, 17));

    let mut states = Vec::new();
    for today in application.series(1.day()).take_while(|day| *day <= date(2029, 4, 30)) {
        // Nothing that was said on the first day changes while the years go by.
        assert_eq!(days_of(&calendar, &renewal, expiry).unwrap().due, Some(renew_by));
        let state = (
            today <= record_until,
            today <= renew_by,
            wait.usual.unwrap().0 <= today,
            wait.ask_after.unwrap() < today,
        );
        if states.last().is_none_or(|(_, last)| *last != state) {
            states.push((today, state));
        }
    }
    assert_eq!(
        states,
        [
            (application, (true, true, false, false)),
            (date(2026, 3, 31), (false, true, false, false)),
            (date(2027, 8, 18), (false, false, false, false)),
            (date(2028, 3, 2), (false, false, true, false)),
            (date(2029, 3, 3), (false, false, true, true)),
        ]
    );

    let oath = term(DeadlineKind::DoWithin, 6, Unit::Months, Side::After);
    let oath = days_of(&calendar, &oath, date(2029, 4, 25)).unwrap();
    assert_eq!(oath.due, Some(date(2029, 10, 25)));
}
