//! What people call things: names to find them by, never shown, never translated.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;

use tempfile::TempDir;

use crate::finding::{Finding, Severity};
use crate::sample;

use super::tests::{USUAL, findings, rules};

const CONTACT: &str = "text/it/c-uno.yaml";
const OFFICE: &str = "text/it/anagrafe-alfa.yaml";
const ERROR: Severity = Severity::Error;

/// What `check` says, apart from what it says of the sample.
fn unusual(dir: &Path) -> Vec<Finding> {
    let mut found = findings(dir);
    found.retain(|finding| !USUAL.contains(&finding.rule));
    found
}

/// The sample, whose contact has these aliases on the second line.
fn with(aliases: &str) -> (TempDir, Vec<Finding>) {
    let dir = sample::folder();
    let text = format!("title: \"Emergenze\"\naliases: {aliases}\n");
    sample::write(dir.path(), CONTACT, &text);
    let found = unusual(dir.path());
    (dir, found)
}

fn after(aliases: &str) -> Vec<(Severity, &'static str)> {
    let (_dir, found) = with(aliases);
    for finding in &found {
        assert_eq!((finding.file.as_str(), finding.line), (CONTACT, 2), "{finding:#?}");
        assert_ne!(finding.message_it, finding.message_en, "{finding:#?}");
    }
    rules(&found)
}

#[test]
fn short_names_in_any_script_are_aliases() {
    for aliases in ["[sos, \"112\", \"pronto soccorso\", \"طوارئ\", \"急救\"]", "[]"] {
        assert_eq!(after(aliases), [], "{aliases}");
    }
}

#[test]
fn aliases_are_a_list_of_texts() {
    for aliases in ["sos", "{sos: si}", "[[sos]]", "[{sos: si}]", "[\"\"]", "\"\"", "", "unknown"] {
        assert_eq!(after(aliases), [(ERROR, "not-aliases")], "{aliases}");
    }
}

#[test]
fn an_alias_has_two_to_sixty_characters_whatever_their_bytes() {
    assert_eq!(after("[\"x\"]"), [(ERROR, "alias-length")]);
    assert_eq!(after(&format!("[\"{}\"]", "è".repeat(61))), [(ERROR, "alias-length")]);
    assert_eq!(after(&format!("[\"è1\", \"{}\"]", "ا".repeat(60))), []);
}

#[test]
fn an_alias_is_plain_words() {
    for alias in ["**sos**", "[[term:bollo]]", "{fee:f-uno}", "{sos", "<b>sos</b>"] {
        assert_eq!(after(&format!("[\"{alias}\"]")), [(ERROR, "alias-markup")], "{alias}");
    }
    assert_eq!(after("[\"so\u{202e}s\"]"), [(ERROR, "odd-character")]);
}

#[test]
fn an_alias_stands_once_in_an_item_and_may_stand_in_another() {
    assert_eq!(after("[SOS, aiuto, sos]"), [(ERROR, "duplicate-alias")]);
    let (dir, _) = with("[sos]");
    sample::write(dir.path(), OFFICE, "aliases: [sos]\n");
    assert_eq!(unusual(dir.path()), []);
}

#[test]
fn an_alias_that_is_the_title_is_a_warning() {
    assert_eq!(after("[emergenze]"), [(Severity::Warning, "alias-is-title")]);
    let dir = sample::folder();
    sample::write(dir.path(), OFFICE, "aliases: [\"anagrafe di alfa\"]\n");
    assert_eq!(rules(&unusual(dir.path())), [(Severity::Warning, "alias-is-title")]);
}

#[test]
fn an_item_has_forty_aliases_at_most() {
    let aliases = |count: usize| {
        let all: Vec<String> = (0..count).map(|number| format!("sos {number}")).collect();
        format!("[{}]", all.join(", "))
    };
    assert_eq!(after(&aliases(40)), []);
    assert_eq!(after(&aliases(41)), [(ERROR, "too-many-aliases")]);
}

#[test]
fn what_nobody_looks_for_has_no_aliases() {
    let dir = sample::folder();
    sample::change(dir.path(), "text/it/f-uno.yaml", "title:", "aliases: [costo]\ntitle:");
    sample::write(dir.path(), "text/it/ente.yaml", "aliases: [comune]\n");
    let found = unusual(dir.path());
    assert_eq!(rules(&found), [(ERROR, "aliases-not-searched"); 2]);
    assert_eq!(found[0].file, "text/it/ente.yaml");
}

#[test]
fn an_office_has_aliases_and_no_other_words_in_every_language() {
    let dir = sample::folder();
    sample::write(dir.path(), "text/ar/anagrafe-alfa.yaml", "aliases: [\"البلدية\"]\n");
    assert_eq!(unusual(dir.path()), []);
    sample::write(dir.path(), OFFICE, "aliases: [comune]\n");
    assert_eq!(unusual(dir.path()), []);
    for text in ["title: \"Anagrafe\"\n", "title: \"Anagrafe\"\naliases: [comune]\n"] {
        for file in [OFFICE, "text/ar/anagrafe-alfa.yaml"] {
            let dir = sample::folder();
            sample::write(dir.path(), file, text);
            assert!(rules(&unusual(dir.path())).contains(&(ERROR, "wants-no-words")), "{file}");
        }
    }
}

#[test]
fn aliases_in_a_language_stand_alone_where_nothing_is_translated_yet() {
    let dir = sample::folder();
    let before = findings(dir.path());
    sample::write(dir.path(), "text/ar/p-uno.yaml", "aliases: [\"برميسو\"]\n");
    assert_eq!(findings(dir.path()), before, "it is as untranslated as before");
    sample::write(dir.path(), "text/it/c-uno.yaml", "aliases: [sos]\n");
    assert!(rules(&findings(dir.path())).contains(&(ERROR, "missing-text")));
}

#[test]
fn a_new_alias_makes_no_translation_stale() {
    let dir = sample::folder();
    let day = jiff::civil::date(2026, 11, 23);
    let kind = cittadini_core::model::TranslationKind::Human;
    crate::translated::record_translations(dir.path(), "ar", &[], kind, "sportello", day).unwrap();
    sample::change(dir.path(), CONTACT, "title:", "aliases: [sos]\ntitle:");
    assert_eq!(unusual(dir.path()), []);
}
