#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;

use jiff::civil::date;

use super::*;
use crate::sample;
use crate::source::load::load;
use crate::translated::record_translations;

fn draft_of(dir: &Path) -> Draft {
    draft(&load(dir, None).unwrap()).unwrap()
}

fn pack<'d>(draft: &'d Draft, name: &str) -> &'d DraftPack {
    draft.packs.iter().find(|pack| pack.name == name).unwrap()
}

fn record(pack: &DraftPack, id: &str) -> serde_json::Value {
    let all =
        pack.records.iter().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    all.into_iter().find(|record| record["id"] == id).unwrap()
}

#[test]
fn a_language_has_a_pack_from_its_first_translation_on() {
    let dir = sample::folder();
    sample::write(dir.path(), "text/fr/README.md", "# fr\n");
    sample::write(dir.path(), "ui/fr.ftl", "ciao = Salut\n");
    let draft = draft_of(dir.path());
    assert_eq!(draft.catalog.languages, ["it", "ar"]);
    assert!(draft.packs.iter().all(|pack| pack.name != "text-fr"));
    sample::write(dir.path(), "text/fr/c-uno.yaml", "title: \"Urgences\"\n");
    let draft = draft_of(dir.path());
    assert_eq!(draft.catalog.languages, ["it", "ar", "fr"]);
    assert_eq!(record(pack(&draft, "text-fr"), "ui")["ftl"], "ciao = Salut\n");
}

/// Copies a folder, last file first.
fn copy_backwards(from: &Path, to: &Path) {
    let mut entries: Vec<_> = std::fs::read_dir(from).unwrap().map(Result::unwrap).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.file_name()));
    std::fs::create_dir_all(to).unwrap();
    for entry in entries {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_backwards(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_same_content_gives_the_same_bytes_in_whatever_order_its_files_were_made() {
    let dir = sample::folder();
    let other = tempfile::tempdir().unwrap();
    copy_backwards(dir.path(), other.path());
    assert_eq!(draft_of(dir.path()), draft_of(other.path()));
}

#[test]
fn records_are_canonical_and_sorted_as_a_phone_demands() {
    let dir = sample::folder();
    for pack in draft_of(dir.path()).packs {
        let header = r#"{"territory":"valle","pack":"x","seq":1,"schema":"1.0"}"#;
        let raw = std::iter::once(header).chain(pack.records.iter().map(String::as_str));
        let raw = raw.collect::<Vec<_>>().join("\n");
        let (_, records) = cittadini_core::pack::parse(raw.as_bytes()).unwrap();
        assert_eq!(records.len(), pack.records.len());
        for line in &pack.records {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let sorted: BTreeMap<String, serde_json::Value> =
                serde_json::from_value(value.clone()).unwrap();
            assert_eq!(*line, serde_json::to_string(&sorted).unwrap());
        }
    }
}

#[test]
fn each_record_is_in_its_pack() {
    let dir = sample::folder();
    let draft = draft_of(dir.path());
    let names: Vec<&str> = draft.packs.iter().map(|pack| pack.name.as_str()).collect();
    assert_eq!(names, ["facts", "operator", "text-it", "text-ar"]);
    assert_eq!(record(pack(&draft, "facts"), "comune-015001")["kind"], "municipality");
    assert_eq!(record(pack(&draft, "operator"), "nota")["procedure"], "p-uno");
    assert_eq!(pack(&draft, "text-ar").records.len(), 2);
    assert_eq!(record(pack(&draft, "text-ar"), "ui")["ftl"], "ciao = أهلا\n");
    assert_eq!(draft.catalog.languages, ["it", "ar"]);
    assert_eq!(draft.catalog.municipalities, ["Alfa", "Beta"]);
    std::fs::remove_dir_all(dir.path().join("operators")).unwrap();
    assert_eq!(pack(&draft_of(dir.path()), "operator").records, Vec::<String>::new());
}

#[test]
fn a_text_pack_names_the_facts_it_uses() {
    let dir = sample::folder();
    let draft = draft_of(dir.path());
    let uses = &pack(&draft, "text-it").uses;
    for id in ["p-uno", "bollo", "f-uno", "t-uno", "anagrafe", "c-uno"] {
        assert!(uses.contains(id), "{id}");
    }
    assert_eq!(pack(&draft, "text-ar").uses, BTreeSet::from(["c-uno".to_owned()]));
}

#[test]
fn a_translation_says_how_it_came_about_and_from_which_original() {
    let dir = sample::folder();
    let state = |dir: &Path| {
        let draft = draft_of(dir);
        let original = record(pack(&draft, "text-it"), "c-uno");
        let translation = record(pack(&draft, "text-ar"), "c-uno");
        assert_eq!(original["translation"], "original");
        (translation["translation"].clone(), translation["source_hash"] == original["source_hash"])
    };
    assert_eq!(state(dir.path()), ("machine".into(), true));
    let day = date(2026, 11, 23);
    record_translations(dir.path(), "ar", &[], TranslationKind::Reviewed, "sportello", day)
        .unwrap();
    assert_eq!(state(dir.path()), ("reviewed".into(), true));
    sample::change(dir.path(), "text/it/c-uno.yaml", "Emergenze", "Aiuto");
    assert_eq!(state(dir.path()), ("reviewed".into(), false));
}

#[test]
fn a_change_of_layout_is_no_change_of_the_original() {
    let dir = sample::folder();
    let before = draft_of(dir.path());
    sample::change(
        dir.path(),
        "text/it/c-uno.yaml",
        "title: \"Emergenze\"",
        "# nota\r\ntitle:   Emergenze",
    );
    assert_eq!(draft_of(dir.path()), before);
}

#[test]
fn words_without_their_item_are_not_built_and_stop_nothing() {
    let dir = sample::folder();
    let before = draft_of(dir.path());
    sample::write(dir.path(), "text/it/vecchia.yaml", "title: \"Vecchia\"\n");
    assert_eq!(draft_of(dir.path()), before);
}

#[test]
fn nothing_is_built_from_files_that_cannot_be_read() {
    let dir = sample::folder();
    sample::write(dir.path(), "facts/fees/f-uno.yaml", "");
    assert_eq!(draft(&load(dir.path(), None).unwrap()), Err(DraftError::Unsound(1)));
}

#[test]
fn aliases_travel_with_the_words_of_their_language_and_change_no_hash() {
    let dir = sample::folder();
    let original = |dir: &Path| record(pack(&draft_of(dir), "text-it"), "c-uno");
    let before = original(dir.path());
    assert_eq!(before.get("aliases"), None);
    sample::change(dir.path(), "text/it/c-uno.yaml", "title:", "aliases: [sos, \"112\"]\ntitle:");
    let after = original(dir.path());
    assert_eq!(after["aliases"], serde_json::json!(["sos", "112"]));
    assert_eq!(after["source_hash"], before["source_hash"]);
    assert_eq!(after["values"], before["values"]);
}

#[test]
fn aliases_alone_are_no_translation_and_publish_no_language() {
    let dir = sample::folder();
    sample::write(dir.path(), "text/fr/p-uno.yaml", "aliases: [permis]\n");
    assert_eq!(draft_of(dir.path()).catalog.languages, ["it", "ar"]);
    sample::write(dir.path(), "text/fr/c-uno.yaml", "title: \"Urgences\"\n");
    let draft = draft_of(dir.path());
    let found = record(pack(&draft, "text-fr"), "p-uno");
    assert_eq!(
        (&found["aliases"][0], &found["translation"]),
        (&"permis".into(), &"original".into())
    );
}
