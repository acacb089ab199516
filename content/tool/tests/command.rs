//! The command as somebody types it: what it prints, what it exits with, what it leaves behind.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use cittadini::serve::Server;
use desk::{Desk, files, json};
use serde_json::Value;

mod desk;
#[path = "command/killed.rs"]
mod killed;
#[path = "hosts/proxy.rs"]
mod proxy;

#[test]
fn check_names_every_error_at_once_with_its_place() {
    let desk = Desk::new();
    assert_eq!(desk.code("check --content content"), Some(0));
    desk.break_two_files();
    let output = desk.run("check --content content --lang en");
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("facts/fees/f-breve.yaml:"), "{text}");
    assert!(text.contains("text/ar/foglio-blu.yaml:1:"), "{text}");
    let found =
        json(&String::from_utf8(desk.run("--json check --content content").stdout).unwrap());
    assert!(found["errors"].as_u64().unwrap() >= 2, "{found}");
    assert!(found["findings"][0]["line"].is_u64());
}

#[test]
fn with_an_error_nothing_is_built_and_nothing_published() {
    let desk = Desk::new();
    desk.published();
    let before = files(&desk.path("repository"));
    desk.break_two_files();
    assert_eq!(desk.code("build --content content --to packs"), Some(1));
    assert!(!desk.path("packs").exists());
    assert_eq!(desk.code("publish --dev --content content --keys keys --to repository"), Some(1));
    assert_eq!(files(&desk.path("repository")), before);
}

#[test]
fn the_same_content_builds_the_same_bytes() {
    let desk = Desk::new();
    desk.ok("build --content content --to one");
    desk.ok("build --content content --to two");
    let names = |folder: &str| -> Vec<(String, Vec<u8>)> {
        files(&desk.path(folder))
            .into_iter()
            .map(|(path, bytes)| (path.file_name().unwrap().to_string_lossy().into_owned(), bytes))
            .collect()
    };
    assert_eq!(names("one"), names("two"));
    assert!(names("one").iter().any(|(name, _)| name == "facts.pack"));
}

#[test]
fn development_keys_are_refused_without_dev() {
    let desk = Desk::new();
    desk.ok("keys init --keys keys --development --content content");
    assert_eq!(desk.code("publish --content content --keys keys --to repository"), Some(1));
    assert!(!desk.path("repository/metadata/timestamp.json").exists());
}

#[test]
fn each_end_of_the_reader_has_its_exit_code() {
    let desk = Desk::new();
    desk.published();
    let server = Server::start(&desk.path("repository"), 0).unwrap();
    let url = server.url();
    let sync = format!("reader sync --data phone --repository {url} --root keys/root.json");
    assert_eq!(desk.code(&sync), Some(0));
    assert_eq!(desk.code("reader"), Some(2));
    assert_eq!(desk.code("reader dance --data phone"), Some(2));
    assert_eq!(desk.code("reader procedure nothing --data phone"), Some(8));
    assert_eq!(desk.code("reader offices --data phone --municipality Atlantide"), Some(8));
    assert_eq!(desk.code("reader sync --data empty"), Some(8));
    server.stop();
    assert_eq!(desk.code(&format!("reader sync --data phone --repository {url}")), Some(3));
    assert_eq!(desk.code("reader procedure permesso-di-prova --data phone"), Some(0));
}

#[test]
fn a_folder_that_another_program_holds_is_exit_7_and_one_of_a_newer_app_5() {
    let desk = Desk::new();
    desk.ok("reader home --data phone");
    let config = cittadini_core::Config { data_dir: desk.path("phone"), ..Default::default() };
    let clock = std::sync::Arc::new(cittadini_core::ports::SystemClock);
    let other = cittadini_core::Core::open(config, clock).unwrap();
    assert_eq!(desk.code("reader home --data phone"), Some(7));
    other.close().unwrap();
    assert_eq!(desk.code("reader home --data phone"), Some(0));
    // The version of a SQLite file stands in bytes 60 to 63 of its header.
    let database = desk.path("phone/personal.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    fs::write(&database, bytes).unwrap();
    assert_eq!(desk.code("reader home --data phone"), Some(5));
}

#[test]
fn a_changed_byte_in_a_published_pack_is_exit_4_and_the_rest_is_readable() {
    let desk = Desk::new();
    desk.published();
    let pack = files(&desk.path("repository/targets"))
        .into_iter()
        .find(|(path, _)| path.to_string_lossy().ends_with(".text-ar.pack"))
        .unwrap();
    let mut bytes = pack.1;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(pack.0, bytes).unwrap();
    let server = Server::start(&desk.path("repository"), 0).unwrap();
    let sync = format!(
        "reader sync --json --data phone --repository {} --root keys/root.json",
        server.url()
    );
    let output = desk.run(&sync);
    assert_eq!(output.status.code(), Some(4));
    let report = json(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(report["refused"][0]["file"], "text-ar.pack");
    assert!(report["records_written"].as_u64().unwrap() > 0);
    let text = desk.ok("reader procedure permesso-di-prova --data phone");
    assert!(text.contains("Permesso di prova"), "{text}");
}

#[test]
fn options_stand_before_or_after_the_verb() {
    let desk = Desk::new();
    desk.published();
    let server = Server::start(&desk.path("repository"), 0).unwrap();
    desk.ok(&format!(
        "reader --data phone --repository {} --root keys/root.json sync",
        server.url()
    ));
    let before = desk.ok("reader --data phone --language ar --json procedure permesso-di-prova");
    let after = desk.ok("reader procedure permesso-di-prova --json --language ar --data phone");
    assert_eq!(json(&before)["title"], json(&after)["title"]);
    assert_eq!(json(&after)["title"]["direction"], "rtl");
}

#[test]
fn an_empty_folder_without_a_root_opens_and_is_empty() {
    let desk = Desk::new();
    let home = json(&desk.ok("reader home --data nothing --json"));
    assert_eq!(home["empty"], true);
}

#[test]
fn the_clock_of_the_reader_can_be_set() {
    let desk = Desk::new();
    let home = json(&desk.ok("reader home --data nothing --json --clock 2031-05-06T10:00:00Z"));
    assert_eq!(home["header"]["today"], "2031-05-06");
}

#[test]
fn the_reader_says_what_changed_since_a_release_or_a_day() {
    let desk = Desk::new();
    desk.published();
    let server = Server::start(&desk.path("repository"), 0).unwrap();
    let sync =
        format!("reader --data phone --repository {} --root keys/root.json sync", server.url());
    desk.ok(&sync);
    let text = desk.ok("reader changes --data phone");
    assert!(text.contains("Niente di nuovo"), "{text}");
    let fee = desk.path("content/facts/fees/f-bollo-di-prova.yaml");
    let edited = fs::read_to_string(&fee).unwrap().replace("16.00", "17.00");
    fs::write(&fee, edited).unwrap();
    desk.ok("publish --dev --content content --keys keys --to repository");
    desk.ok(&sync);
    let text = desk.ok("reader changes --data phone --since 2");
    assert!(text.contains("Prima: 16,00 €") && text.contains("Ora: 17,00 €"), "{text}");
    assert!(text.contains("Riguarda: Permesso di prova"), "{text}");
    let arabic = desk.ok("reader changes --data phone --language ar");
    assert!(arabic.contains("الآن: 17,00 €"), "{arabic}");
    let screen = json(&desk.ok("reader changes --data phone --json --since 2026-01-01"));
    assert_eq!((&screen["from_release"], &screen["to_release"]), (&1.into(), &2.into()));
    assert_eq!(screen["items"][0]["details"][0]["after"]["runs"][0]["cents"], 1_700);
    assert_eq!(
        json(&desk.ok("reader changes --data phone --json --since 3"))["items"],
        Value::Array(vec![])
    );
    assert_eq!(desk.code("reader changes --data phone --since ieri"), Some(2));
}
