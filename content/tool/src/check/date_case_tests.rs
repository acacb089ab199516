//! Tables of cases: what dates must keep being.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use crate::finding::{Finding, Severity};
use crate::sample;

use super::tests::{USUAL, findings, rules};

const TABLE: &str = "tests/dates/prova.yaml";

fn with(case: &str) -> Vec<Finding> {
    let dir = sample::folder();
    sample::write(dir.path(), TABLE, &format!("cases:\n  - {{why: \"Prova\", {case}}}\n"));
    let mut found = findings(dir.path());
    found.retain(|finding| !USUAL.contains(&finding.rule));
    found
}

#[test]
fn cases_that_hold_say_nothing() {
    for case in [
        "span: 8 working_days, from: 2026-12-22, due: 2027-01-04, article: \"L. 260/1949 art. 2\"",
        "span: 60 days, side: before, from: 2027-03-07, due: 2027-01-05, article: \"art. 155 c.p.c.\"",
        "span: 30 days, suspended_in_august: true, from: 2026-07-20, due: 2026-09-19, article: \"L. 742/1969 art. 1\"",
        "span: 6 days, patron_saint: 12-07, from: 2026-12-01, due: 2026-12-05, article: \"art. 2963 c.c.\"",
        "deadline: t-uno, from: 2027-03-01, due: 2026-12-31, best_from: 2026-12-31, not_before: 2026-12-01, article: \"L. 1/2026 art. 1\"",
        "document: d-uno, issuer: consulate, from: 2026-08-31, valid_until: 2026-11-30, article: \"art. 2963 c.c.\"",
        // The holiday of the content counts, too.
        "span: 10 days, from: 2027-09-10, due: 2027-09-21, article: \"L. 1/2026 art. 1\"",
    ] {
        assert_eq!(with(case), [], "{case}");
    }
}

#[test]
fn a_case_that_fails_says_what_was_expected_and_what_came() {
    let found = with(
        "span: 8 working_days, from: 2026-12-22, due: 2027-01-02, article: \"art. 2963 c.c.\"",
    );
    assert_eq!(rules(&found), [(Severity::Error, "date-case-fails")]);
    for part in ["«Prova»", "2027-01-02", "2027-01-04"] {
        assert!(found[0].message_it.contains(part), "{found:#?}");
    }
    assert_eq!((found[0].file.as_str(), found[0].line), (TABLE, 2));
}

#[test]
fn a_case_must_cite_an_article_that_was_followed() {
    let found = with("span: 1 days, from: 2026-11-20, due: 2026-11-21, article: \"art. 1 c.c.\"");
    assert_eq!(rules(&found), [(Severity::Error, "date-case-article")]);
}

#[test]
fn a_case_that_counts_nothing_or_wants_nothing_is_no_case() {
    for (case, rule) in [
        ("from: 2026-11-20, due: 2026-11-21, article: x", "date-case-unclear"),
        (
            "span: 1 days, deadline: t-uno, from: 2026-11-20, due: 2026-11-21, article: x",
            "date-case-unclear",
        ),
        ("span: 1 days, from: 2026-11-20, article: x", "date-case-without-day"),
        ("span: 1 days, from: 2026-02-30, due: 2026-03-01, article: x", "not-a-date"),
        ("span: 300 years, from: 2026-02-28, due: 2026-03-01, article: x", "date-case-fails"),
        ("deadline: t-uno, from: 2020-01-01, due: 2026-03-01, article: x", "date-case-fails"),
        ("span: 1 days, form: 2026-02-28, due: 2026-03-01, article: x", "unknown-field"),
    ] {
        let found = with(case);
        assert!(rules(&found).contains(&(Severity::Error, rule)), "{case}: {found:#?}");
    }
}
