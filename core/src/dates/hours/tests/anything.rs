//! Whatever hours a newer release brings.

use super::*;
use jiff::ToSpan;
use proptest::prelude::*;

fn start() -> Date {
    jiff::civil::date(2027, 3, 1)
}

fn opening_hours() -> impl Strategy<Value = OpeningHours> {
    let clock = (0..24_i8, prop_oneof![Just(0_i8), Just(30), 0..60_i8]);
    let clock = || clock.clone().prop_map(|(hour, minute)| Time::new(hour, minute, 0, 0).unwrap());
    let days = proptest::collection::vec(proptest::sample::select(ALL_WEEK.to_vec()), 0..8);
    let service =
        proptest::option::of(proptest::sample::select(vec!["A".to_owned(), "B".to_owned()]));
    (days, clock(), clock(), any::<bool>(), service).prop_map(
        |(days, open, close, by_appointment, service)| OpeningHours {
            days,
            open,
            close,
            by_appointment,
            service,
        },
    )
}

fn many(most: usize) -> impl Strategy<Value = Vec<OpeningHours>> {
    proptest::collection::vec(opening_hours(), 0..most)
}

/// `to` may come before `from`.
fn exceptions() -> impl Strategy<Value = Vec<HoursException>> {
    let one = (0..300_i32, -5..40_i32, many(3)).prop_map(|(from, length, hours)| {
        let from = start().checked_add(from.days()).unwrap();
        HoursException { from, to: from.checked_add(length.days()).unwrap(), hours, reason: None }
    });
    proptest::collection::vec(one, 0..4)
}

fn desk() -> impl Strategy<Value = Desk> {
    (proptest::option::weighted(0.9, many(6)), exceptions()).prop_map(|(hours, exceptions)| {
        let calendar = Calendar::national().with_patron_saint(Some("12-07"));
        Desk { hours, exceptions, closed_days: calendar.into() }
    })
}

/// Minutes after midnight of 1 March 2027, over both changes of the hour.
fn moment() -> impl Strategy<Value = Timestamp> {
    let first: Timestamp = "2027-02-28T23:00:00Z".parse().unwrap();
    let anywhere = 0..300 * 24 * 60_i64;
    let in_march = 26 * 24 * 60..29 * 24 * 60_i64;
    let in_october = 243 * 24 * 60..246 * 24 * 60_i64;
    prop_oneof![anywhere, in_march, in_october]
        .prop_map(move |minutes| first.checked_add(minutes.minutes()).unwrap())
}

fn is_open(status: Status<'_>) -> bool {
    matches!(status, Status::Open { .. })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_said_at_a_moment_holds_until_the_moment_that_is_said(
        desk in desk(),
        at in moment(),
        part in 0.0..1.0_f64,
    ) {
        let table = desk.table();
        prop_assert_eq!(table.is_open(at), is_open(table.status(at)));
        match table.status(at) {
            Status::Open { until, admission } => {
                prop_assert!(until > at);
                let seconds = (until.duration_since(at).as_secs_f64() * part) as i64;
                let between = at.checked_add(seconds.min(until.duration_since(at).as_secs() - 1).seconds()).unwrap();
                let Status::Open { admission: then, .. } = table.status(between) else {
                    return Err(TestCaseError::fail(format!("closed at {between}, before {until}")));
                };
                prop_assert!(then <= admission, "somebody is let in no more before {until}");
                if let Status::Open { admission: after, .. } = table.status(until) {
                    prop_assert_ne!(after, admission, "it was said that this ends at {}", until);
                }
            }
            Status::Closed { next: Some(next), .. } => {
                prop_assert!(next.at > at);
                prop_assert!(is_open(table.status(next.at)), "closed at {}", next.at);
                let seconds = (next.at.duration_since(at).as_secs_f64() * part) as i64;
                let between = at.checked_add(seconds.min(next.at.duration_since(at).as_secs() - 1).seconds()).unwrap();
                prop_assert!(!is_open(table.status(between)), "open at {between} already");
            }
            Status::Closed { next: None, .. } | Status::Unknown | Status::ClosedToPublic => {}
        }
    }

    #[test]
    fn an_exception_always_wins(desk in desk(), at in moment(), holiday in any::<bool>()) {
        let day = match holiday {
            true => jiff::civil::date(2027, 3, 29),
            false => crate::dates::day_in_italy(at),
        };
        let mut desk = desk;
        desk.exceptions.retain(|one| one.from != one.to);
        desk.exceptions.push(exception(day, day, &[]));
        prop_assert_eq!(desk.spans(day), "");
        prop_assert!(matches!(desk.closed(day), Some(Closure::Exception(_))));
        desk.exceptions.pop();
        desk.exceptions.push(exception(day, day, &[span(&ALL_WEEK, "05:00-05:10")]));
        prop_assert_eq!(desk.spans(day), "05:00-05:10");
    }

    #[test]
    fn no_day_has_both_hours_and_a_reason_to_be_closed_and_spans_stay_within_it(
        desk in desk(),
        at in moment(),
        spoken in many(4),
    ) {
        let day = crate::dates::day_in_italy(at);
        for plan in [desk.table().day(day), desk.table().within(&spoken).day(day)] {
            prop_assert!(plan.spans.is_empty() || plan.closed.is_none());
            let end = day.tomorrow().unwrap().to_datetime(Time::midnight());
            for span in &plan.spans {
                prop_assert!(span.open.date() == day && span.open < span.close && span.close <= end);
            }
        }
    }

    /// Whoever speaks a language does so while the office is open.
    #[test]
    fn a_language_is_spoken_only_where_it_is_open(desk in desk(), at in moment(), spoken in many(4)) {
        if is_open(desk.table().within(&spoken).status(at)) {
            prop_assert!(is_open(desk.table().status(at)));
        }
    }

    #[test]
    fn the_ends_of_the_calendar_break_nothing(hours in many(6), near in 0..800_i32, last in any::<bool>()) {
        let day = match last {
            true => Date::MAX.checked_sub(near.days()).unwrap(),
            false => Date::MIN.checked_add(near.days()).unwrap(),
        };
        let desk = Desk::new(&hours).except(exception(Date::MIN, Date::MAX, &hours));
        let _ = desk.spans(day);
        let _ = desk.table().status(if last { Timestamp::MAX } else { Timestamp::MIN });
        if let Some(at) = asked_moment(&day.to_string()) {
            let _ = desk.table().status(at);
        }
    }
}
