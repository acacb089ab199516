//! What a condition makes of the facts.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::super::{completed_years_on, holds, is_readable};
use super::{TODAY, condition};

fn told(json: Value, facts: &[(&str, Value)]) -> Option<bool> {
    on(TODAY, json, facts)
}

fn on(day: Date, json: Value, facts: &[(&str, Value)]) -> Option<bool> {
    let facts: BTreeMap<&str, &Value> = facts.iter().map(|(fact, value)| (*fact, value)).collect();
    holds(&condition(json), &|fact: &str| facts.get(fact).copied(), Some(day))
}

#[test]
fn what_nobody_answered_is_neither_true_nor_false_and_neither_is_its_negation() {
    for open in [
        json!({"eq": ["work", "yes"]}),
        json!({"in": ["work", ["yes", "no"]]}),
        json!({"lt": ["age", 18]}),
        json!({"age": ["birth", 18]}),
        json!({"date_diff": ["entry", "today", 8]}),
        json!({"near": ["municipality", 3]}),
    ] {
        assert_eq!(told(open.clone(), &[]), None, "{open}");
        assert_eq!(told(json!({"not": open}), &[]), None);
    }
}

#[test]
fn one_false_part_decides_all_and_one_true_part_decides_any() {
    let (yes, no, open) =
        (json!({"eq": ["a", 1]}), json!({"eq": ["a", 2]}), json!({"eq": ["b", 1]}));
    let facts = [("a", json!(1))];
    assert_eq!(told(json!({"all": [yes, yes]}), &facts), Some(true));
    assert_eq!(told(json!({"all": [open, no]}), &facts), Some(false));
    assert_eq!(told(json!({"all": [yes, open]}), &facts), None);
    assert_eq!(told(json!({"any": [open, yes]}), &facts), Some(true));
    assert_eq!(told(json!({"any": [no, no]}), &facts), Some(false));
    assert_eq!(told(json!({"any": [no, open]}), &facts), None);
    assert_eq!(told(json!({"not": no}), &facts), Some(true));
}

#[test]
fn of_several_chosen_options_each_counts() {
    let facts = [("papers", json!(["passport", "visa"]))];
    assert_eq!(told(json!({"eq": ["papers", "visa"]}), &facts), Some(true));
    assert_eq!(told(json!({"eq": ["papers", "permit"]}), &facts), Some(false));
    assert_eq!(told(json!({"in": ["papers", ["permit", "passport"]]}), &facts), Some(true));
    assert_eq!(told(json!({"in": ["papers", ["permit"]]}), &facts), Some(false));
}

#[test]
fn numbers_are_compared_at_their_bounds() {
    let facts = [("years", json!(10))];
    for (operator, nine, ten, eleven) in [
        ("lt", false, false, true),
        ("le", false, true, true),
        ("gt", true, false, false),
        ("ge", true, true, false),
    ] {
        for (bound, expected) in [(9, nine), (10, ten), (11, eleven)] {
            let compared = told(json!({ operator: ["years", bound] }), &facts);
            assert_eq!(compared, Some(expected), "{operator} {bound}");
        }
    }
    assert_eq!(told(json!({"lt": ["years", 3]}), &[("years", json!("many"))]), None);
}

fn of_age(birth: &str, day: Date) -> Option<bool> {
    on(day, json!({"age": ["birth", 18]}), &[("birth", json!(birth))])
}

#[test]
fn a_year_of_age_is_completed_on_the_birthday() {
    assert_eq!(of_age("2008-11-23", TODAY), Some(true));
    assert_eq!(of_age("2008-11-24", TODAY), Some(false));
}

#[test]
fn born_on_29_february_is_of_age_on_1_march_of_a_common_year() {
    assert_eq!(of_age("2008-02-29", date(2026, 2, 28)), Some(false));
    assert_eq!(of_age("2008-02-29", date(2026, 3, 1)), Some(true));
    assert_eq!(completed_years_on(date(2008, 2, 29), 20), Some(date(2028, 2, 29)));
}

#[test]
fn a_birth_in_the_future_or_one_that_is_no_day_is_unknown() {
    for birth in ["2026-11-24", "2007-02-29", "yesterday", ""] {
        assert_eq!(of_age(birth, TODAY), None, "{birth}");
        let not = json!({"not": {"age": ["birth", 18]}});
        assert_eq!(told(not, &[("birth", json!(birth))]), None, "{birth}");
    }
    assert_eq!(told(json!({"age": ["birth", i64::MAX]}), &[("birth", json!("2000-01-01"))]), None);
    assert_eq!(told(json!({"age": ["birth", -1]}), &[("birth", json!("2000-01-01"))]), None);
}

fn entered(day: &str) -> Option<bool> {
    told(json!({"date_diff": ["entry", "today", 8]}), &[("entry", json!(day))])
}

#[test]
fn days_are_counted_up_to_their_bound() {
    assert_eq!(entered("2026-11-23"), Some(true));
    assert_eq!(entered("2026-11-15"), Some(true));
    assert_eq!(entered("2026-11-14"), Some(false));
}

#[test]
fn days_in_the_wrong_order_are_unknown() {
    assert_eq!(entered("2026-11-24"), None);
    let until = json!({"date_diff": ["today", "expiry", 60]});
    assert_eq!(told(until.clone(), &[("expiry", json!("2027-01-22"))]), Some(true));
    assert_eq!(told(until.clone(), &[("expiry", json!("2027-01-23"))]), Some(false));
    assert_eq!(told(until, &[("expiry", json!("2026-11-22"))]), None);
}

#[test]
fn days_are_counted_over_a_leap_day_and_the_change_of_clocks() {
    let between = |from: &str, to: &str, days: i64| {
        let facts = [("from", json!(from)), ("to", json!(to))];
        told(json!({"date_diff": ["from", "to", days]}), &facts)
    };
    assert_eq!(between("2028-02-28", "2028-03-01", 2), Some(true));
    assert_eq!(between("2028-02-28", "2028-03-01", 1), Some(false));
    assert_eq!(between("2026-10-24", "2026-10-26", 2), Some(true));
    assert_eq!(between("2026-03-28", "2026-03-30", 1), Some(false));
}

#[test]
fn without_a_day_nothing_that_depends_on_it_is_known() {
    let facts = [("birth", json!("2000-01-01"))];
    let facts: BTreeMap<&str, &Value> = facts.iter().map(|(fact, value)| (*fact, value)).collect();
    let known = |fact: &str| facts.get(fact).copied();
    for open in [json!({"age": ["birth", 18]}), json!({"date_diff": ["birth", "today", 8]})] {
        assert_eq!(holds(&condition(open), &known, None), None);
    }
}

#[test]
fn an_operator_of_a_newer_release_is_found_however_deep() {
    assert!(is_readable(&condition(json!({"all": [{"not": {"eq": ["a", 1]}}]}))));
    assert!(!is_readable(&condition(json!({"any": [{"not": {"near": ["a", 1]}}]}))));
}
