#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use jiff::civil::date;

use super::*;
use crate::finding::Severity;
use crate::sample;
use crate::source::load::load;
use crate::translated::record_translations;

pub(super) fn findings(dir: &Path) -> Vec<Finding> {
    check(&load(dir, Some("valle")).unwrap(), date(2026, 11, 23))
}

/// What the sample gives by itself: nothing is wrong, and some things could be better.
pub(super) const USUAL: [&str; 2] = ["unknown-state", "untranslated"];

/// What a change of one file adds to it.
pub(super) fn after(file: &str, from: &str, to: &str) -> Vec<Finding> {
    let dir = sample::folder();
    sample::change(dir.path(), file, from, to);
    let mut found = findings(dir.path());
    found.retain(|finding| !USUAL.contains(&finding.rule));
    found
}

pub(super) fn rules(found: &[Finding]) -> Vec<(Severity, &'static str)> {
    found.iter().map(|finding| (finding.severity, finding.rule)).collect()
}

#[test]
fn the_sample_is_sound() {
    let dir = sample::folder();
    let found = findings(dir.path());
    let expected: Vec<_> = USUAL.iter().map(|rule| (Severity::Warning, *rule)).collect();
    assert_eq!(rules(&found), expected, "{found:#?}");
}

#[test]
fn every_broken_promise_to_the_reader_is_an_error() {
    let procedure = "facts/procedures/p-uno.yaml";
    let words = "text/it/p-uno.yaml";
    for (file, from, to, rule) in [
        (procedure, "    channel: [home]\n    free: true", "    channel: [home]", "no-cost"),
        (procedure, "    law_duration:", "    free: true\n    law_duration:", "free-with-fees"),
        (procedure, "channel: [home]", "channel: [desk]", "no-place"),
        (procedure, "depends_on: [preparare]", "depends_on: [spedire]", "depends-on"),
        (procedure, "depends_on: [preparare]", "depends_on: [altro]", "depends-on"),
        (procedure, "mistakes: [aspettare]", "mistakes: [aspettare, aspettare]", "duplicate-slug"),
        (procedure, "office_type: anagrafe", "office_type: consolato", ""),
        (
            "facts/fees/f-uno.yaml",
            "valid_until: 2026-12-31",
            "valid_until: 2027-01-01",
            "overlapping-amounts",
        ),
        (
            "facts/fees/f-uno.yaml",
            "valid_until: 2026-12-31",
            "valid_until: 2012-12-31",
            "ends-before-it-begins",
        ),
        (
            "facts/fees/f-uno.yaml",
            "verify_by: 2027-01-15",
            "verify_by: 2027-11-15",
            "verify-by-too-far",
        ),
        ("facts/trees/albero.yaml", "start: q", "start: x", "no-such-node"),
        ("facts/trees/albero.yaml", "{go: no}", "{go: q}", "circle"),
        ("facts/trees/albero.yaml", ", {go: no}", "", "no-way-out"),
        (
            "facts/trees/albero.yaml",
            "ask_desk, contacts: [c-uno]",
            "ask_desk",
            "outcome-without-contact",
        ),
        ("facts/office-types/consolato.yaml", "anywhere: true\n", "", ""),
        (
            "territories/valle/territory.yaml",
            "offices: {anagrafe: [anagrafe-alfa]}\noverlays",
            "overlays",
            "office-not-resolved",
        ),
        (
            "territories/valle/offices/anagrafe-alfa.yaml",
            "office_types: [anagrafe]",
            "office_types: [consolato]",
            "office-type-mismatch",
        ),
        (
            "territories/valle/overlays/015001.yaml",
            "steps.spedire",
            "steps.spedito",
            "overlay-field",
        ),
        (
            "territories/valle/territory.yaml",
            "patron_saint: 12-07",
            "patron_saint: 12-07, risk: high",
            "no-verify-by",
        ),
        (
            "territories/valle/notices/avviso.yaml",
            "\"015001\"",
            "\"015009\"",
            "no-such-municipality",
        ),
        ("operators/p-uno.yaml", "step: spedire", "step: volare", "no-such-step"),
        (words, "short:", "brief:", "missing-text"),
        (words, "{fee:f-uno}", "{fee:f-due}", "dangling-id"),
        (words, "{fee:f-uno}", "{fee:t-uno}", "dangling-id"),
        (words, "**il permesso**", "**il permesso", "malformed-markup"),
        (words, "**il permesso**", "<b>il permesso</b>", "html"),
        ("text/ar/c-uno.yaml", "title:", "titolo:", "missing-text"),
        ("text/ar/c-uno.yaml", "طوارئ", "Emergenze", "not-translated"),
        ("text/ar/c-uno.yaml", "طوارئ", "طوارئ طوارئ طوارئ نداء di soccorso", "not-translated"),
        ("text/ar/c-uno.yaml", "طوارئ", "طوارئ {fee:f-uno}", "placeholders-differ"),
        ("ui/ar.ftl", "=", "{", "not-fluent"),
    ] {
        let found = after(file, from, to);
        let errors: Vec<_> = found.iter().filter(|f| f.severity == Severity::Error).collect();
        let there = errors.iter().any(|finding| finding.rule == rule);
        assert!(
            there || (rule.is_empty() && errors.is_empty()),
            "{file}: {to}: {rule}\n{found:#?}"
        );
    }
}

/// The two sources that every item of the sample has.
const SOURCES: &str = r#"sources:
  - {norm: "L. 1/2026 art. 1", title: "Legge", read_on: 2026-11-01}
  - {url: "https://www.example.it/a", read_on: 2026-11-02}"#;

#[test]
fn an_item_without_a_source_says_so_in_a_mark_or_is_an_error() {
    let fee = "facts/fees/f-uno.yaml";
    let found = after(fee, SOURCES, "sources: []");
    assert_eq!(rules(&found), [(Severity::Error, "no-sources")]);
    assert_eq!(found.first().unwrap().message_it, "La voce non ha nessuna fonte.");
    assert_eq!(found.first().unwrap().message_en, "The item has no source.");

    let dir = sample::folder();
    sample::change(dir.path(), fee, SOURCES, "sources: []");
    sample::change(dir.path(), fee, "kind: volatile", "kind: unsourced");
    assert!(findings(dir.path()).iter().all(|finding| finding.rule != "no-sources"));
}

#[test]
fn a_municipality_that_empties_the_sources_of_its_territory_is_an_error() {
    let territory = "territories/valle/territory.yaml";
    let found = after(territory, "patron_saint: 12-07", "patron_saint: 12-07, sources: []");
    assert_eq!(rules(&found), [(Severity::Error, "no-sources")]);
}

#[test]
fn an_overlay_may_not_send_anybody_to_an_office_that_nobody_named() {
    for (file, from, to, place) in [
        (
            "territories/valle/overlays/015001.yaml",
            "\"steps.spedire.law_duration\", value: 30 days",
            "\"steps.spedire.office_type\", value: questura",
            (1, 60),
        ),
        (
            "territories/valle/territory.yaml",
            "field: official_url, value: \"https://www.example.it/v\"",
            "field: \"steps.spedire.office_type\", value: questura",
            (5, 62),
        ),
    ] {
        let dir = sample::folder();
        let office_type = "facts/office-types/anagrafe.yaml";
        let text = std::fs::read_to_string(dir.path().join(office_type)).unwrap();
        sample::write(dir.path(), "facts/office-types/questura.yaml", &text);
        let words = "title: \"Questura\"\nwhat: \"Qui chiedi il permesso.\"\n";
        sample::write(dir.path(), "text/it/questura.yaml", words);
        sample::change(dir.path(), file, from, to);
        let mut found = findings(dir.path());
        found.retain(|finding| finding.severity == Severity::Error);
        assert_eq!(rules(&found), [(Severity::Error, "office-not-resolved")], "{found:#?}");
        let finding = found.first().unwrap();
        assert_eq!((finding.file.as_str(), (finding.line, finding.column)), (file, place));
    }
}

#[test]
fn what_merely_ages_is_a_warning() {
    let found = after("facts/fees/f-uno.yaml", "verify_by: 2027-01-15", "verify_by: 2026-11-22");
    assert_eq!(rules(&found), [(Severity::Warning, "to-verify")]);
}

#[test]
fn words_without_their_item_are_a_warning() {
    let dir = sample::folder();
    sample::write(dir.path(), "text/it/vecchia.yaml", "title: \"Vecchia\"\n");
    let found = findings(dir.path());
    let orphan = found.iter().find(|finding| finding.rule == "orphan-words").unwrap();
    assert_eq!(
        (orphan.severity, orphan.file.as_str()),
        (Severity::Warning, "text/it/vecchia.yaml")
    );
}

#[test]
fn names_that_the_counter_says_may_stay_in_italian() {
    let emergency = |text: &str| after("text/ar/c-uno.yaml", "طوارئ", text);
    assert_eq!(emergency("طوارئ في Ufficio anagrafe الآن يا صديقي العزيز"), []);
    assert_eq!(emergency("قل «vorrei un certificato» في المكتب"), []);
    assert_eq!(emergency("طوارئ SPID CIE الآن"), []);
}

#[test]
fn a_changed_original_makes_its_translation_stale() {
    let dir = sample::folder();
    let kind = cittadini_core::model::TranslationKind::Human;
    record_translations(dir.path(), "ar", &[], kind, "sportello", date(2026, 11, 23)).unwrap();
    let stale =
        |dir: &Path| findings(dir).iter().any(|finding| finding.rule == "stale-translation");
    assert!(!stale(dir.path()));
    sample::change(dir.path(), "text/it/c-uno.yaml", "Emergenze", "Aiuto subito");
    assert!(stale(dir.path()));
}

#[test]
fn unknown_fields_are_counted_for_each_municipality() {
    let dir = sample::folder();
    sample::change(
        dir.path(),
        "territories/valle/offices/anagrafe-alfa.yaml",
        "phone: \"02 000\"",
        "phone: unknown",
    );
    let content = load(dir.path(), None).unwrap();
    let counts: Vec<(usize, usize)> = unknown_fields(&content)
        .iter()
        .map(|unknowns| (unknowns.offices, unknowns.phones))
        .collect();
    assert_eq!(counts, [(1, 1), (1, 1)]);
    let warnings = findings(dir.path());
    assert_eq!(warnings.iter().filter(|f| f.rule == "unknown-office-fields").count(), 2);
}

#[test]
fn findings_are_full_sentences_in_both_languages() {
    let found = after("facts/procedures/p-uno.yaml", "channel: [home]", "channel: [desk]");
    let finding = found.first().unwrap();
    assert_eq!((finding.line, finding.column), (8, 5));
    for text in [&finding.message_it, &finding.message_en, &finding.fix_it, &finding.fix_en] {
        assert!(text.ends_with('.'), "{text}");
    }
}

#[test]
fn a_type_of_office_that_the_territory_lists_and_leaves_empty_is_named_there() {
    let territory = "territories/valle/territory.yaml";
    let found = after(
        territory,
        "offices: {anagrafe: [anagrafe-alfa]}\noverlays",
        "offices: {anagrafe: []}\noverlays",
    );
    let named = found.iter().find(|finding| finding.rule == "office-not-resolved").unwrap();
    assert_eq!(named.file, territory, "{found:#?}");
}

#[test]
fn a_hard_sentence_among_easy_ones_is_named_with_its_line() {
    let hard = "L'amministrazione procedente, esperita l'istruttoria documentale e verificata la sussistenza dei presupposti normativi, provvede al conseguente rilascio del titolo.";
    let dir = sample::folder();
    let path = dir.path().join("text/it/p-uno.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let line = text.lines().position(|line| line.starts_with("result:")).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    let result = format!("result: \"{hard}\"");
    *lines.get_mut(line).unwrap() = &result;
    std::fs::write(&path, lines.join("\n") + "\n").unwrap();
    let found = findings(dir.path());
    let named = found.iter().find(|finding| finding.rule == "hard-to-read").unwrap();
    assert_eq!((named.file.as_str(), named.line), ("text/it/p-uno.yaml", line + 1));
    assert!(named.message_it.contains("esperita"), "{named:#?}");
}
