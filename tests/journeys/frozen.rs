//! What was released once stays readable, both ways: the core of today reads the packs of every frozen release, and the
//! reader of every frozen release reads the packs of today, and those of tomorrow.

use std::path::PathBuf;

use cittadini_core::{Config, Core};
use cittadini_tests::frozen::{Frozen, FrozenReader};
use cittadini_tests::golden::Golden;
use cittadini_tests::{Phone, Workshop, day, gist, sync, tomorrow};
use serde::Serialize;
use serde_json::{Value, json};

const LANGUAGES: [&str; 3] = ["it", "en", "ar"];

/// A municipality that every frozen release knows.
const MUNICIPALITY: &str = "Bollate";

/// The gist of everything that can be read, from whatever gives the screens.
fn read(screen: impl Fn(&[&str]) -> Value) -> Value {
    let procedures = gist::procedures(&screen(&["procedures"]));
    assert!(!procedures.is_empty(), "nothing to read");
    let procedures = procedures.iter().map(|id| gist::procedure(&screen(&["procedure", id])));
    json!({
        "procedures": procedures.collect::<Vec<_>>(),
        "offices": gist::offices(&screen(&["offices"])),
        "terms": gist::terms(&screen(&["terms"])),
        "notices": gist::notices(&screen(&["notices"])),
    })
}

/// A screen of the core of today, by the name of the reader's verb.
fn screen_of(core: &Core, verb: &[&str]) -> Value {
    fn json<T: Serialize>(screen: Result<T, cittadini_core::ApiError>) -> Value {
        serde_json::to_value(screen.unwrap()).unwrap()
    }
    match verb {
        ["procedures"] => json(core.procedures()),
        ["procedure", id] => json(core.procedure(id)),
        ["offices"] => json(core.offices()),
        ["terms"] => json(core.terms()),
        ["notices"] => json(core.notices()),
        other => panic!("no screen {other:?}"),
    }
}

#[test]
fn every_frozen_release_is_read_as_on_its_day() {
    for frozen in Frozen::all() {
        let mut golden = Golden::at(frozen.folder().join("read"));
        for language in LANGUAGES {
            let folder = tempfile::tempdir().unwrap();
            let config = Config {
                data_dir: folder.path().to_owned(),
                root: Some(frozen.root()),
                seed: Some(frozen.packs()),
                ..Config::default()
            };
            let core =
                Phone { config }.reading(language, Some(MUNICIPALITY)).open(frozen.frozen_on);
            let read = read(|verb| screen_of(&core, verb));
            let text = serde_json::to_string_pretty(&read).unwrap();
            golden.compare(&format!("{language}.json"), &text);
        }
        golden.finish();
    }
}

/// A data folder that a frozen reader filled from a server.
struct OldPhone {
    reader: FrozenReader,
    options: Vec<String>,
    _folder: tempfile::TempDir,
}

impl OldPhone {
    fn synced(frozen: &Frozen, workshop: &Workshop, server: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let text = |path: PathBuf| path.display().to_string();
        let options = vec![
            "--data".to_owned(),
            text(folder.path().join("data")),
            "--root".to_owned(),
            text(workshop.keys().join("root.json")),
            "--clock".to_owned(),
            day(0).to_string(),
        ];
        let phone = Self { reader: frozen.reader(), options, _folder: folder };
        let report = phone.screen(&["--repository", server, "sync"]);
        assert_eq!(report["problem"], Value::Null, "{}: {report}", frozen.name);
        phone
    }

    fn screen(&self, arguments: &[&str]) -> Value {
        let options = self.options.iter().map(String::as_str);
        self.reader.screen(&options.chain(arguments.iter().copied()).collect::<Vec<_>>())
    }

    fn read(&self, language: &str) -> Value {
        let options = ["--language", language, "--municipality", MUNICIPALITY];
        read(|verb| self.screen(&[&options, verb].concat()))
    }
}

fn of_today(workshop: &Workshop, server: &str, language: &str) -> Value {
    let core = Phone::new(workshop, server).reading(language, Some(MUNICIPALITY)).open(day(0));
    sync(&core).unwrap();
    read(|verb| screen_of(&core, verb))
}

#[test]
fn every_frozen_reader_reads_what_is_published_today_as_the_core_of_today_does() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    for frozen in Frozen::all() {
        let phone = OldPhone::synced(&frozen, &workshop, &server.url());
        for language in LANGUAGES {
            let today = of_today(&workshop, &server.url(), language);
            assert_eq!(phone.read(language), today, "{} in {language}", frozen.name);
        }
    }
}

#[test]
fn every_frozen_reader_reads_a_release_with_added_fields_and_kinds() {
    let workshop = Workshop::real();
    workshop.publish_changed(day(0), |records| {
        tomorrow::add_fields(records);
        tomorrow::add_a_kind(records);
    });
    let server = workshop.serve();
    for frozen in Frozen::all() {
        let phone = OldPhone::synced(&frozen, &workshop, &server.url());
        let today = of_today(&workshop, &server.url(), "ar");
        assert_eq!(phone.read("ar"), today, "{}", frozen.name);
    }
}
