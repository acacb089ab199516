#![allow(clippy::unwrap_used)]

use jiff::civil::date;

use super::*;
use crate::sample;
use crate::source::load::load;

fn record(dir: &Path, ids: &[&str]) -> Result<usize, TranslatedError> {
    let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    record_translations(dir, "ar", &ids, TranslationKind::Human, "sportello", date(2026, 11, 23))
}

#[test]
fn what_is_recorded_is_read_again_and_known_to_be_current() {
    let dir = sample::folder();
    assert_eq!(record(dir.path(), &[]).unwrap(), 1);
    let content = load(dir.path(), None).unwrap();
    assert_eq!(content.findings, []);
    let state = &content.state.get("ar").unwrap().get("c-uno").unwrap();
    assert_eq!((state.kind, state.by.as_str()), (TranslationKind::Human, "sportello"));
    assert_eq!(state.source, source_hash(content.words.get("it").unwrap().get("c-uno").unwrap()));
}

#[test]
fn recording_twice_writes_the_same_bytes_and_leaves_nothing_behind() {
    let dir = sample::folder();
    record(dir.path(), &["c-uno"]).unwrap();
    let first = std::fs::read(dir.path().join("state/ar.yaml")).unwrap();
    record(dir.path(), &[]).unwrap();
    assert_eq!(std::fs::read(dir.path().join("state/ar.yaml")).unwrap(), first);
    assert_eq!(std::fs::read_dir(dir.path().join("state")).unwrap().count(), 1);
}

#[test]
fn nothing_is_recorded_that_is_not_there() {
    let dir = sample::folder();
    assert!(matches!(record(dir.path(), &["f-uno"]), Err(TranslatedError::NoWords(_))));
    sample::write(dir.path(), "state/ar.yaml", "c-uno: {source: x}\n");
    assert!(matches!(record(dir.path(), &[]), Err(TranslatedError::Unsound(_))));
    let day = date(2026, 11, 23);
    let wrong = record_translations(dir.path(), "it", &[], TranslationKind::Human, "a", day);
    assert!(matches!(wrong, Err(TranslatedError::NotALanguage(_))));
}

#[test]
fn aliases_alone_are_no_translation_to_record() {
    let dir = sample::folder();
    sample::write(dir.path(), "text/ar/p-uno.yaml", "aliases: [pds]\n");
    sample::write(dir.path(), "text/it/anagrafe-alfa.yaml", "aliases: [comune]\n");
    sample::write(dir.path(), "text/ar/anagrafe-alfa.yaml", "aliases: [comune]\n");
    assert_eq!(record(dir.path(), &[]).unwrap(), 1, "the contact");
    assert!(matches!(record(dir.path(), &["p-uno"]), Err(TranslatedError::NoWords(_))));
    assert!(matches!(record(dir.path(), &["anagrafe-alfa"]), Err(TranslatedError::NoWords(_))));
}
