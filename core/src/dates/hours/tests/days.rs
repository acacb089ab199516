//! What decides a day.

use super::*;
use crate::model::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
use jiff::civil::date;

fn office() -> Desk {
    Desk::new(&[span(&WORKDAYS, "09:00-12:30"), by_appointment(&[Wednesday], "14:00-17:00")])
}

#[test]
fn a_day_has_the_hours_of_its_weekday() {
    let office = office();
    assert_eq!(office.spans(date(2026, 11, 24)), "09:00-12:30");
    assert_eq!(office.spans(date(2026, 11, 25)), "09:00-12:30 14:00-17:00");
    assert_eq!(office.closed(date(2026, 11, 28)), Some(Closure::Weekly));
    let wednesday = office.table().day(date(2026, 11, 25));
    assert!(
        !wednesday.spans[0].admission.by_appointment && wednesday.spans[1].admission.by_appointment
    );
}

#[test]
fn a_holiday_closes_and_has_its_name() {
    let office = office();
    for (day, name) in [
        (date(2027, 10, 4), "San Francesco d'Assisi"),
        (date(2027, 3, 29), "Lunedì dell'Angelo"),
        (date(2026, 12, 8), "Immacolata Concezione"),
    ] {
        let Some(Closure::Holiday(holiday)) = office.closed(day) else { panic!("{day}") };
        assert_eq!(holiday.name_it, name);
        assert_eq!(office.spans(day), "");
    }
}

/// 7 December 2025 was a Sunday: for the calendar that comes first, for an office with hours on Sundays the saint counts.
#[test]
fn the_patron_saint_closes_on_sundays_too() {
    assert_eq!(office().closed(date(2026, 12, 7)), Some(Closure::PatronSaint));
    let always = Desk::new(&[span(&ALL_WEEK, "08:00-20:00")]);
    assert_eq!(always.closed(date(2025, 12, 7)), Some(Closure::PatronSaint));
}

#[test]
fn a_plain_sunday_has_hours_if_the_week_says_so() {
    let market = Desk::new(&[span(&[Sunday], "10:00-13:00")]);
    assert_eq!(market.spans(date(2026, 11, 29)), "10:00-13:00");
    assert_eq!(market.spans(date(2027, 8, 15)), "", "the Assumption is a Sunday that year");
}

#[test]
fn an_exception_decides_its_days_on_holidays_too() {
    let august =
        exception(date(2027, 8, 2), date(2027, 8, 31), &[span(&[Monday, Thursday], "09:00-11:00")]);
    let closed = exception(date(2027, 8, 9), date(2027, 8, 20), &[]);
    let christmas =
        exception(date(2026, 12, 25), date(2026, 12, 25), &[span(&ALL_WEEK, "10:00-11:00")]);
    let office = office().except(august.clone()).except(closed.clone()).except(christmas);
    assert_eq!(office.spans(date(2027, 8, 5)), "09:00-11:00");
    assert_eq!(office.closed(date(2027, 8, 4)), Some(Closure::Exception(&august)));
    assert_eq!(
        office.closed(date(2027, 8, 12)),
        Some(Closure::Exception(&closed)),
        "the shorter one"
    );
    assert_eq!(office.spans(date(2026, 12, 25)), "10:00-11:00");
    assert_eq!(office.spans(date(2027, 9, 1)), "09:00-12:30 14:00-17:00");
}

#[test]
fn of_two_exceptions_of_one_day_the_one_that_closes_decides() {
    let day = date(2026, 11, 24);
    let office = office()
        .except(exception(day, day, &[span(&[Tuesday], "09:00-10:00")]))
        .except(exception(day, day, &[]));
    assert_eq!(office.spans(day), "");
}

#[test]
fn an_exception_that_ends_before_it_begins_covers_no_day() {
    let wrong = exception(date(2026, 11, 27), date(2026, 11, 20), &[]);
    assert_eq!(office().except(wrong).spans(date(2026, 11, 24)), "09:00-12:30");
}

#[test]
fn a_span_past_midnight_holds_into_the_next_day_unless_that_day_is_closed() {
    let night = Desk::new(&[span(&[Friday, Saturday], "22:00-06:00")]);
    assert_eq!(night.spans(date(2026, 11, 28)), "00:00-06:00 22:00-24:00");
    assert_eq!(night.spans(date(2026, 11, 29)), "00:00-06:00");
    assert_eq!(night.closed(date(2026, 11, 30)), Some(Closure::Weekly));
    // 26 December 2026 is a Saturday.
    assert_eq!(night.spans(date(2026, 12, 26)), "");
    let closed = exception(date(2026, 11, 28), date(2026, 11, 28), &[]);
    let night = night.except(closed);
    assert_eq!(night.spans(date(2026, 11, 28)), "");
    assert_eq!(night.spans(date(2026, 11, 29)), "");
}

#[test]
fn nights_of_one_exception_follow_each_other() {
    let nights =
        exception(date(2026, 12, 24), date(2026, 12, 26), &[span(&ALL_WEEK, "20:00-08:00")]);
    let office = office().except(nights);
    assert_eq!(office.spans(date(2026, 12, 25)), "00:00-08:00 20:00-24:00");
    assert_eq!(office.spans(date(2026, 12, 27)), "00:00-08:00");
    assert_eq!(office.spans(date(2026, 12, 24)), "20:00-24:00");
}

#[test]
fn spans_of_the_same_admission_that_touch_are_one_and_others_stay_apart() {
    let hours = [
        span(&[Monday], "09:00-12:00"),
        span(&[Monday], "12:00-14:00"),
        by_appointment(&[Monday], "14:00-16:00"),
        for_service(&[Monday], "10:00-11:00", "Carte d'identità"),
    ];
    assert_eq!(Desk::new(&hours).spans(date(2026, 11, 23)), "09:00-14:00 10:00-11:00 14:00-16:00");
}

#[test]
fn an_ordinary_week_knows_no_holiday_and_no_exception() {
    let office = office().except(exception(date(1, 1, 1), date(9999, 12, 31), &[]));
    let week: Vec<String> = office.table().ordinary_week().iter().map(spans).collect();
    assert_eq!(
        week,
        [
            "09:00-12:30",
            "09:00-12:30",
            "09:00-12:30 14:00-17:00",
            "09:00-12:30",
            "09:00-12:30",
            "",
            ""
        ]
    );
}

#[test]
fn the_evening_begins_after_five_and_a_night_has_one() {
    assert!(!in_the_evening(&span(&[Monday], "14:00-17:00")));
    assert!(in_the_evening(&span(&[Monday], "14:00-17:01")));
    assert!(in_the_evening(&span(&[Monday], "10:00-02:00")));
    assert!(!in_the_evening(&span(&[], "17:00-19:00")), "on no day");
    assert!(on_saturday(&span(&[Friday, Saturday], "09:00-12:00")));
    assert!(!on_saturday(&span(&WORKDAYS, "09:00-12:00")));
}

#[test]
fn languages_match_by_the_beginning_of_their_tags() {
    for (asked, spoken) in [("zh", "zh-Hans"), ("zh-Hans", "zh"), ("AR", "ar"), ("it-simple", "it")]
    {
        assert!(same_language(asked, spoken), "{asked} {spoken}");
    }
    for (asked, spoken) in
        [("zh-Hans", "zh-Hant"), ("ar", "arz"), ("a", "ar"), ("", "ar"), ("ar", "")]
    {
        assert!(!same_language(asked, spoken), "{asked} {spoken}");
    }
}
