#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::civil::date;

use super::super::check;
use crate::finding::Severity;
use crate::sample;
use crate::source::load::load;

const OFFICE: &str = "territories/valle/offices/anagrafe-alfa.yaml";

/// The findings of a rule about the office of the sample after lines of it were replaced, each by the name of its field.
fn found(lines: &str, rule: &str) -> Vec<(usize, Severity)> {
    let dir = sample::folder();
    let path = dir.path().join(OFFICE);
    let text = std::fs::read_to_string(&path).unwrap();
    let fields: Vec<&str> = lines
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split_once(':'))
        .map(|(field, _)| field)
        .collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let own = line.split_once(':').is_some_and(|(field, _)| fields.contains(&field));
        inside = own || (inside && line.starts_with(' '));
        if !inside {
            kept.push(line);
        }
    }
    std::fs::write(&path, format!("{lines}\n{}\n", kept.join("\n"))).unwrap();
    let found = check(&load(dir.path(), Some("valle")).unwrap(), date(2026, 11, 23));
    let of_rule = found.iter().filter(|finding| finding.rule == rule);
    of_rule
        .map(|finding| {
            assert_eq!(finding.file, OFFICE);
            (finding.line, finding.severity)
        })
        .collect()
}

#[test]
fn hours_that_stand_twice_are_a_warning_unless_they_are_of_two_services() {
    let week = "hours:\n  - {days: mon-fri, time: 09:00-12:00}\n";
    for (more, expected) in [
        ("  - {days: tue, time: 11:00-13:00}", 1),
        ("  - {days: tue, time: 12:00-13:00}", 0),
        ("  - {days: sat, time: 11:00-13:00}", 0),
        ("  - {days: tue, time: 11:00-13:00, service: \"Carte\"}", 0),
    ] {
        let named = found(&format!("{week}{more}"), "hours-twice");
        assert_eq!(named.len(), expected, "{more}: {named:?}");
    }
    let exception = "exceptions: [{from: 2026-12-21, to: 2026-12-24, hours: [{days: mon-fri, time: 09:00-11:00}, {days: tue, time: 10:00-12:00}]}]";
    assert_eq!(found(exception, "hours-twice").len(), 1);
    let spoken = "languages: [{language: ar, hours: [{days: mon, time: 09:00-11:00}, {days: mon, time: 10:00-12:00}]}]";
    assert_eq!(found(spoken, "hours-twice").len(), 1);
}

#[test]
fn an_exception_that_ends_before_it_begins_is_an_error_with_its_line() {
    let lines = "exceptions:\n  - {from: 2027-08-09, to: 2027-08-22}\n  - {from: 2027-12-31, to: 2027-01-06, reason: \"Ferie\"}";
    assert_eq!(found(lines, "ends-before-it-begins"), [(3, Severity::Error)]);
}

#[test]
fn hours_of_an_exception_that_fall_on_none_of_its_days_are_a_warning() {
    // 24 December 2026 is a Thursday.
    for (days, expected) in [("thu", 0), ("mon", 1), ("mon-fri", 0)] {
        let lines = format!(
            "exceptions: [{{from: 2026-12-24, to: 2026-12-25, hours: [{{days: {days}, time: 09:00-10:00}}]}}]"
        );
        assert_eq!(found(&lines, "hours-on-no-day").len(), expected, "{days}");
    }
}

#[test]
fn two_exceptions_of_the_same_days_are_a_warning() {
    let lines = "exceptions:\n  - {from: 2026-12-24, to: 2026-12-24}\n  - {from: 2026-12-24, to: 2026-12-24, hours: [{days: thu, time: 09:00-10:00}]}";
    assert_eq!(found(lines, "exception-twice"), [(3, Severity::Warning)]);
    let inside = "exceptions:\n  - {from: 2026-12-01, to: 2026-12-31, hours: [{days: thu, time: 09:00-10:00}]}\n  - {from: 2026-12-24, to: 2026-12-24}";
    assert_eq!(found(inside, "exception-twice"), []);
}

#[test]
fn a_language_that_is_spoken_while_the_office_is_closed_is_a_warning() {
    let week = "hours:\n  - {days: [mon, tue], time: 09:00-12:00}\n  - {days: mon, time: 12:00-14:00, by_appointment: true}\n";
    for (days, time, expected) in [
        ("mon", "09:00-14:00", 0),
        ("mon", "09:00-14:30", 1),
        ("tue", "10:00-12:00", 0),
        ("tue", "08:30-10:00", 1),
        ("[mon, wed]", "10:00-11:00", 1),
        ("tue", "15:00-16:00", 1),
    ] {
        let spoken =
            format!("languages: [{{language: ar, hours: [{{days: {days}, time: {time}}}]}}]");
        let named = found(&format!("{week}{spoken}"), "spoken-while-closed");
        assert_eq!(named.len(), expected, "{days} {time}: {named:?}");
    }
    let unknown =
        "hours: unknown\nlanguages: [{language: ar, hours: [{days: mon, time: 15:00-16:00}]}]";
    assert_eq!(found(unknown, "spoken-while-closed"), [], "nobody knows when it is closed");
}
