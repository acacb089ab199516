#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::civil::date;

use super::super::check;
use crate::finding::Severity;
use crate::sample;
use crate::source::load::load;

#[test]
fn a_value_that_cannot_be_what_it_says_is_named_with_its_line() {
    let office = "territories/valle/offices/anagrafe-alfa.yaml";
    let contact = "facts/contacts/c-uno.yaml";
    let fee = "facts/fees/f-uno.yaml";
    for (file, from, to, rule, severity) in [
        (office, "phone: \"02 000\"", "phone: \"02 abc\"", "not-a-phone", Severity::Error),
        (office, "phone: \"02 000\"", "phone: \"12\"", "not-a-phone", Severity::Error),
        (contact, "\"112\"", "\"chiama noi\"", "not-a-phone", Severity::Error),
        (contact, "contact_kind: hotline", "contact_kind: pec", "not-an-address", Severity::Error),
        (contact, "contact_kind: hotline", "contact_kind: web", "not-an-address", Severity::Error),
        (fee, "amount: 16.00", "amount: 0.00", "costs-nothing", Severity::Warning),
        (fee, "amount: 16.00", "amount: 16000.00", "costs-much", Severity::Warning),
        (fee, "read_on: 2026-11-02", "read_on: 2027-11-02", "read-in-future", Severity::Warning),
        ("facts/deadlines/t-uno.yaml", "60 days", "0 days", "lasts-nothing", Severity::Error),
        (
            "facts/procedures/p-uno.yaml",
            "law_duration: 8 working_days",
            "law_duration: 0 days",
            "lasts-nothing",
            Severity::Error,
        ),
    ] {
        let dir = sample::folder();
        sample::change(dir.path(), file, from, to);
        let found = check(&load(dir.path(), Some("valle")).unwrap(), date(2026, 11, 23));
        let named = found.iter().filter(|finding| finding.rule == rule).collect::<Vec<_>>();
        assert_eq!(named.len(), 1, "{to}: {found:#?}");
        let finding = named.first().unwrap();
        let text = std::fs::read_to_string(dir.path().join(file)).unwrap();
        let line = text.lines().nth(finding.line - 1).unwrap();
        let value = to.rsplit(' ').next().unwrap().trim_matches('"');
        assert!(line.contains(value) || rule == "not-an-address", "{to}: {line}");
        assert_eq!((finding.file.as_str(), finding.severity), (file, severity));
    }
}

#[test]
fn an_amount_with_a_comma_is_told_to_use_a_point() {
    let dir = sample::folder();
    sample::change(dir.path(), "facts/fees/f-uno.yaml", "amount: 16.00", "amount: 16,00");
    let found = check(&load(dir.path(), Some("valle")).unwrap(), date(2026, 11, 23));
    let comma = found.iter().find(|finding| finding.rule == "comma-in-a-number").unwrap();
    assert!(comma.fix_it.contains("16.00, non 16,00"), "{comma:#?}");
}

#[test]
fn content_without_a_number_for_emergencies_is_warned_of() {
    let dir = sample::folder();
    sample::change(dir.path(), "facts/contacts/c-uno.yaml", "emergency: true", "emergency: false");
    let found = check(&load(dir.path(), Some("valle")).unwrap(), date(2026, 11, 23));
    assert!(found.iter().any(|finding| finding.rule == "no-emergency-contact"), "{found:#?}");
}
