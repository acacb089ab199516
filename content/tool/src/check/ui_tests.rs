#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::civil::date;

use super::super::check;
use crate::finding::{Finding, Severity};
use crate::sample;
use crate::source::load::load;

const ITALIAN: &str = "# Parole\nhome-title = Che cosa devi fare oggi?\ndays = { $n } giorni\n";

fn findings(arabic: &str) -> Vec<Finding> {
    let dir = sample::folder();
    sample::write(dir.path(), "ui/it.ftl", ITALIAN);
    sample::write(dir.path(), "ui/ar.ftl", arabic);
    let mut found = check(&load(dir.path(), Some("valle")).unwrap(), date(2026, 11, 23));
    found.retain(|finding| finding.file == "ui/ar.ftl");
    found
}

#[test]
fn a_language_that_has_every_message_is_sound() {
    assert_eq!(findings("home-title = ماذا تريد اليوم؟\ndays = { $n } يوم\n"), []);
}

#[test]
fn what_would_not_be_shown_is_named_with_its_line() {
    let good = "home-title = ماذا تريد اليوم؟\n";
    for (arabic, rule, line, severity) in [
        (format!("{good}dais = {{ $n }} يوم\n"), "unknown-message", 2, Severity::Error),
        (format!("{good}days = {{ $m }} يوم\n"), "placeholders-differ", 2, Severity::Error),
        (format!("{good}days = يوم\n"), "placeholders-differ", 2, Severity::Error),
        (good.to_owned(), "missing-messages", 1, Severity::Warning),
        (
            "days = { $n } يوم\nhome-title = Che cosa devi fare oggi?\n".to_owned(),
            "not-translated",
            2,
            Severity::Error,
        ),
        (
            "days = { $n } يوم\nhome-title = What to do?\n".to_owned(),
            "not-translated",
            2,
            Severity::Error,
        ),
        (
            format!("{good}days = {{ $n ->\n    # remark\n   *[other] {{ $n }} يوم\n}}\n"),
            "remark-in-text",
            3,
            Severity::Error,
        ),
        (format!("{good}days = {{ $n\n"), "not-fluent", 3, Severity::Error),
    ] {
        let found = findings(&arabic);
        let named = found.iter().find(|finding| finding.rule == rule);
        let named = named.unwrap_or_else(|| panic!("{arabic}: {found:#?}"));
        assert_eq!((named.line, named.severity), (line, severity), "{arabic}: {named:#?}");
    }
}

#[test]
fn a_misspelt_message_comes_with_the_one_that_was_meant() {
    let found = findings("home-titel = ماذا\ndays = { $n } يوم\n");
    let named = found.iter().find(|finding| finding.rule == "unknown-message").unwrap();
    assert_eq!(named.fix_en, "Did you mean “home-title”?");
}
