#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::civil::date;

use super::super::check;
use crate::finding::{Finding, Severity};
use crate::sample;
use crate::source::load::load;
use crate::source::schema::VOCABULARY;

const RULES: [&str; 3] = ["unknown-group", "unknown-anchor", "unknown-fact"];

const UI: &str = "group-title = { $group ->
    [anagrafe] Anagrafe
   *[other] Altro
}
deadline-after = { $span } { $anchor ->
    [entry] dall'ingresso
   *[other] dall'evento
}
deadline-before = { $span } { $anchor ->
    [permit_expiry] della scadenza
   *[other] dell'evento
}
";

/// What the words of one file that was changed give.
fn after(file: &str, from: &str, to: &str) -> Vec<Finding> {
    let dir = sample::folder();
    sample::write(dir.path(), "ui/it.ftl", UI);
    sample::change(dir.path(), "facts/procedures/p-uno.yaml", "ingresso_soggiorno", "anagrafe");
    sample::change(dir.path(), "facts/procedures/p-due.yaml", "group: altro", "group: anagrafe");
    sample::change(dir.path(), file, from, to);
    let mut found = check(&load(dir.path(), Some("valle")).unwrap(), date(2026, 11, 23));
    found.retain(|finding| RULES.contains(&finding.rule));
    found
}

#[test]
fn a_word_that_the_app_or_a_condition_knows_is_no_finding() {
    assert_eq!(after("facts/fees/f-uno.yaml", "{lt: [age, 18]}", "{lt: [age, 18]}"), []);
}

#[test]
fn a_slip_of_the_pen_is_an_error_and_a_new_word_a_warning() {
    let (fee, procedure) = ("facts/fees/f-uno.yaml", "facts/procedures/p-uno.yaml");
    let deadline = "facts/deadlines/t-uno.yaml";
    for (file, from, to, severity) in [
        (procedure, "group: anagrafe", "group: anagrfe", Severity::Error),
        (procedure, "group: anagrafe", "group: astronomia", Severity::Warning),
        (deadline, "anchor: permit_expiry", "anchor: permit_expiri", Severity::Error),
        (deadline, "anchor: permit_expiry", "anchor: eclipse", Severity::Warning),
        (deadline, "side: before", "side: after", Severity::Warning),
        (fee, "[age, 18]", "[agee, 18]", Severity::Error),
        (fee, "[age, 18]", "[shoe_size, 18]", Severity::Warning),
        (fee, "lt: [age, 18]", "eq: [permit_kind, famiglai]", Severity::Error),
        (fee, "lt: [age, 18]", "in: [permit_kind, [famiglia, studi]]", Severity::Error),
        (fee, "lt: [age, 18]", "eq: [permit_kind, spaziale]", Severity::Warning),
        (fee, "lt: [age, 18]", "eq: [age, adulto]", Severity::Error),
        (fee, "lt: [age, 18]", "not: {any: [{eq: [employed, forse]}]}", Severity::Error),
    ] {
        let found = after(file, from, to);
        let severities: Vec<Severity> = found.iter().map(|finding| finding.severity).collect();
        assert_eq!(severities, [severity], "{to}: {found:#?}");
        assert!(found.iter().all(|finding| finding.file == file && finding.line > 0));
    }
}

#[test]
fn a_slip_comes_with_the_word_that_was_meant() {
    let found = after("facts/fees/f-uno.yaml", "[age, 18]", "[agee, 18]");
    assert_eq!(found.first().unwrap().fix_en, "Did you mean “age”?");
}

#[test]
fn the_editors_page_lists_every_fact() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    let page = std::fs::read_to_string(page).unwrap();
    for (fact, _) in VOCABULARY {
        assert!(page.contains(&format!("`{fact}`")), "{fact} is not in content/README.md");
    }
}
