//! Spans, one rule a test.

use super::*;

const FRIDAY: Date = date(2026, 11, 20);

#[test]
fn the_first_day_is_not_counted() {
    assert_eq!(last(FRIDAY, 3, Unit::Days), date(2026, 11, 23));
    assert_eq!(last(FRIDAY, 0, Unit::Days), FRIDAY);
}

#[test]
fn a_last_day_on_a_sunday_or_holiday_moves_on() {
    assert_eq!(last(FRIDAY, 2, Unit::Days), date(2026, 11, 23), "a Sunday");
    // Christmas is a Friday, Saint Stephen's a Saturday, then comes a Sunday.
    assert_eq!(last(date(2026, 12, 20), 5, Unit::Days), date(2026, 12, 28));
    assert_eq!(last(date(2027, 3, 20), 8, Unit::Days), date(2027, 3, 30), "Easter and its Monday");
    assert_eq!(last(date(2027, 9, 30), 4, Unit::Days), date(2027, 10, 5), "Saint Francis");
    assert_eq!(last(date(2025, 9, 30), 4, Unit::Days), date(2025, 10, 4), "no holiday yet");
}

#[test]
fn saturday_counts_as_a_working_day_forwards() {
    assert_eq!(last(FRIDAY, 1, Unit::Days), date(2026, 11, 21), "a last day stays on a Saturday");
    assert_eq!(last(FRIDAY, 1, Unit::WorkingDays), date(2026, 11, 21));
    assert_eq!(last(FRIDAY, 2, Unit::WorkingDays), date(2026, 11, 23));
}

#[test]
fn saturday_counts_as_no_working_day_backwards() {
    let monday = date(2026, 11, 23);
    assert_eq!(last(monday, -1, Unit::WorkingDays), FRIDAY);
    assert_eq!(last(monday, -2, Unit::Days), FRIDAY, "a last day moves off a Saturday");
}

#[test]
fn eight_working_days_from_an_entry_before_christmas_end_after_new_year() {
    // 23, 24, 28, 29, 30, 31 December, 2 and 4 January.
    assert_eq!(last(date(2026, 12, 22), 8, Unit::WorkingDays), date(2027, 1, 4));
}

#[test]
fn counted_backwards_a_last_day_moves_to_the_working_day_before() {
    assert_eq!(last(date(2027, 3, 1), -60, Unit::Days), date(2026, 12, 31));
    // 60 days before 6 March 2027 is 5 January; before 7 March it is Epiphany.
    assert_eq!(last(date(2027, 3, 7), -60, Unit::Days), date(2027, 1, 5));
    // A Sunday after Saint Stephen's: Friday is Christmas, and Thursday counts.
    assert_eq!(last(date(2027, 2, 25), -60, Unit::Days), date(2026, 12, 24));
}

#[test]
fn months_end_on_the_same_number_or_on_the_last_day_of_the_month() {
    assert_eq!(
        last(date(2027, 1, 31), 1, Unit::Months),
        date(2027, 3, 1),
        "28 February is a Sunday"
    );
    assert_eq!(last(date(2026, 1, 31), 1, Unit::Months), date(2026, 2, 28), "a Saturday stays");
    assert_eq!(last(date(2028, 1, 31), 1, Unit::Months), date(2028, 2, 29));
    assert_eq!(last(date(2026, 2, 28), 1, Unit::Months), date(2026, 3, 28));
    assert_eq!(
        last(date(2027, 3, 31), -1, Unit::Months),
        date(2027, 2, 26),
        "28 February is a Sunday"
    );
    assert_eq!(last(date(2028, 2, 29), 1, Unit::Years), date(2029, 2, 28));
    assert_eq!(
        last(date(2028, 2, 29), 4, Unit::Years),
        date(2032, 3, 1),
        "29 February is a Sunday"
    );
}

#[test]
fn the_patron_saint_prolongs_nothing_and_nobody_is_sent_to_a_closed_door() {
    let bollate = Calendar::national().with_patron_saint(Some("12-07"));
    let last =
        |from, n: u32, unit, direction| last_day(&bollate, from, span(n, unit), direction).unwrap();
    let on_the_day = last(date(2026, 12, 1), 6, Unit::Days, Direction::Forwards);
    assert_eq!(on_the_day.day, date(2026, 12, 5), "the Saturday before");
    assert_eq!(
        on_the_day.moved_from,
        Some(Moved { from: date(2026, 12, 7), because: MovedBecause::PatronSaint })
    );
    let across = last(date(2026, 12, 4), 3, Unit::WorkingDays, Direction::Forwards);
    assert_eq!(across.day, date(2026, 12, 9), "it counts: 5, 7 and, past the Immacolata, 9");
    let back = last(date(2026, 12, 9), 1, Unit::WorkingDays, Direction::Backwards);
    assert_eq!(back.day, date(2026, 12, 4));
    let nothing_before = last(date(2026, 12, 6), 1, Unit::Days, Direction::Forwards);
    assert_eq!(nothing_before.day, date(2026, 12, 7), "there is no day before in the span");
}

#[test]
fn hours_are_whole_days_and_run_through_holidays() {
    assert_eq!(last(FRIDAY, 48, Unit::Hours), date(2026, 11, 22), "a Sunday");
    assert_eq!(last(FRIDAY, 47, Unit::Hours), date(2026, 11, 21));
}

#[test]
fn what_cannot_be_counted_is_refused_and_never_wrapped_round() {
    let calendar = Calendar::national();
    let count = |from, n, unit, direction| last_day(&calendar, from, span(n, unit), direction);
    let out = Err(Uncountable::OutOfRange);
    for unit in [Unit::Hours, Unit::Days, Unit::WorkingDays, Unit::Months, Unit::Years] {
        assert_eq!(count(FRIDAY, u32::MAX, unit, Direction::Forwards), out, "{unit:?}");
        assert_eq!(count(FRIDAY, u32::MAX, unit, Direction::Backwards), out, "{unit:?}");
    }
    assert_eq!(count(date(1899, 12, 31), 1, Unit::Days, Direction::Forwards), out);
    assert_eq!(count(FRIDAY, 1, Unit::Unknown, Direction::Forwards), Err(Uncountable::UnknownUnit));
}

#[test]
fn dates_are_read_strictly() {
    assert_eq!(parse_date(" 2028-02-29 "), Some(date(2028, 2, 29)));
    for wrong in [
        "2027-02-29",
        "2026-02-30",
        "2026-13-01",
        "23/11/2026",
        "2026-11-23T10:00",
        "",
        "2026",
        "-2026-1-1",
        "02026-11-23",
        "2026-1-2",
    ] {
        assert_eq!(parse_date(wrong), None, "{wrong}");
    }
    let today = date(2026, 11, 23);
    assert_eq!(
        event_date("birth", "2026-11-24", today),
        Err(BadDate::InFuture(date(2026, 11, 24)))
    );
    assert_eq!(event_date("permit_expiry", "2027-03-01", today), Ok(date(2027, 3, 1)));
    assert_eq!(event_date("entry", "2026-02-30", today), Err(BadDate::NoDate("2026-02-30".into())));
}
