//! What holds for every date.

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;

fn any_day() -> impl Strategy<Value = Date> {
    (0_i32..60_000).prop_map(|days| date(1960, 1, 1).checked_add(days.days()).unwrap())
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Hours),
        Just(Unit::Days),
        Just(Unit::WorkingDays),
        Just(Unit::Months),
        Just(Unit::Years)
    ]
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    prop_oneof![
        Just(Calendar::national()),
        (1_i8..=12, 1_i8..=28).prop_map(|(month, day)| {
            Calendar::national().with_patron_saint(Some(&format!("{month:02}-{day:02}")))
        })
    ]
}

proptest! {
    #[test]
    fn a_longer_span_never_ends_earlier(
        calendar in any_calendar(), from in any_day(), n in 0_u32..40, unit in any_unit(),
    ) {
        let days = |n, direction| last_day(&calendar, from, span(n, unit), direction).unwrap().day;
        prop_assert!(days(n, Direction::Forwards) <= days(n + 1, Direction::Forwards));
        prop_assert!(days(n, Direction::Backwards) >= days(n + 1, Direction::Backwards));
    }

    #[test]
    fn a_last_day_is_a_day_on_which_something_can_be_done(
        calendar in any_calendar(), from in any_day(), n in 1_u32..400,
        unit in prop_oneof![Just(Unit::Days), Just(Unit::WorkingDays), Just(Unit::Months)],
    ) {
        let forwards = last_day(&calendar, from, span(n, unit), Direction::Forwards).unwrap();
        prop_assert!(!calendar.is_legal_holiday(forwards.day));
        let backwards = last_day(&calendar, from, span(n, unit), Direction::Backwards).unwrap();
        prop_assert!(counts_as_working_day(&calendar, backwards.day, Direction::Backwards));
    }

    #[test]
    fn a_day_moves_only_off_its_obstacles_and_in_the_safe_way(
        from in any_day(), n in 1_u32..400,
    ) {
        let calendar = Calendar::national();
        let span = span(n, Unit::Days);
        for direction in [Direction::Forwards, Direction::Backwards] {
            let end = end_of_span(&calendar, from, span, direction).unwrap();
            let last = last_day(&calendar, from, span, direction).unwrap();
            let (first, after) = if end < last.day { (end, last.day) } else { (last.day, end) };
            let between = first.series(1.day()).take_while(|day| *day <= after);
            let obstacles = between.filter(|day| *day != last.day);
            for day in obstacles {
                prop_assert!(!counts_as_working_day(&calendar, day, direction), "{day}");
            }
            prop_assert_eq!(last.moved_from.is_some(), end != last.day);
        }
    }

    #[test]
    fn a_patron_saint_never_makes_a_date_later_than_it_is_without(
        from in any_day(), n in 0_u32..60, unit in any_unit(), month in 1_i8..=12, day in 1_i8..=28,
    ) {
        let patron = Calendar::national().with_patron_saint(Some(&format!("{month:02}-{day:02}")));
        for direction in [Direction::Forwards, Direction::Backwards] {
            let with = last_day(&patron, from, span(n, unit), direction).unwrap().day;
            let without = last_day(&Calendar::national(), from, span(n, unit), direction).unwrap().day;
            prop_assert!(with <= without, "{with} {without}");
        }
    }

    #[test]
    fn working_days_forwards_can_be_counted_on_a_wall_calendar(from in any_day(), n in 1_u32..120) {
        let calendar = Calendar::national();
        let end = last_day(&calendar, from, span(n, Unit::WorkingDays), Direction::Forwards).unwrap();
        let counted = from
            .series(1.day())
            .skip(1)
            .take_while(|day| *day <= end.day)
            .filter(|day| !calendar.is_legal_holiday(*day))
            .count();
        prop_assert_eq!(counted, n as usize);
    }

    #[test]
    fn an_august_is_never_counted_and_never_makes_a_term_earlier(from in any_day(), n in 1_u32..400) {
        let term = |suspended_in_august| crate::model::Deadline {
            deadline_kind: crate::model::DeadlineKind::Appeal,
            span: Some(span(n, Unit::Days)),
            suspended_in_august,
            ..Default::default()
        };
        let calendar = Calendar::national();
        let due = |suspended| days_of(&calendar, &term(suspended), from).unwrap().due.unwrap();
        prop_assert!(due(false) <= due(true));
        // A term that ended in August would have been counted there.
        prop_assert!(from.year() < 1970 || due(true).month() != 8);
    }

    #[test]
    fn nothing_that_is_typed_stops_the_calendar(text in "\\PC{0,12}|[0-9]{1,5}-[0-9]{1,3}-[0-9]{1,3}") {
        if let Some(day) = parse_date(&text) {
            let _ = last_day(&Calendar::national(), day, span(60, Unit::Days), Direction::Backwards);
            prop_assert_eq!(day.to_string(), text.trim());
        }
        let _ = HolidayDay::parse(&text);
    }
}
