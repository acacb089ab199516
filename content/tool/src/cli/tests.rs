//! Whole command lines, in process.

use std::ffi::OsString;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use crate::terminal::console::Console;

/// A stream that can be read back.
#[derive(Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

impl Page {
    fn text(&self) -> String {
        let bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs a command line; returns the exit code, standard output and standard error.
fn run(line: &[&str]) -> (u8, String, String) {
    let (out, err) = (Page::default(), Page::default());
    let plain = |page: &Page| {
        Box::new(anstream::StripStream::new(Box::new(page.clone()) as Box<dyn Write>))
    };
    let mut console = Console::to(plain(&out), plain(&err));
    let args: Vec<OsString> = ["cittadini"].iter().chain(line).map(OsString::from).collect();
    let code = super::run(&args, &mut console);
    (code, out.text(), err.text())
}

#[test]
fn a_wrong_command_line_is_said_in_italian_and_ends_with_2() {
    let (code, out, err) = run(&["check", "--contnt", "x"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("Non conosco l'opzione «--contnt»"), "{err}");
    assert!(err.contains("Volevi dire «--content»?"), "{err}");
    assert!(err.contains("cittadini check --help"), "{err}");
}

#[test]
fn a_wrong_command_line_is_said_in_english_when_asked() {
    let (code, _, err) = run(&["reader", "procedura", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("There is no command «procedura»"), "{err}");
}

#[test]
fn a_bad_day_is_a_wrong_command_line() {
    let (code, _, err) = run(&["check", "--today", "ieri"]);
    assert_eq!(code, 2);
    assert!(err.contains("«ieri» non va bene per --today"), "{err}");
}

#[test]
fn check_draws_each_tree_and_names_the_files() {
    let content = crate::sample::folder();
    let pictures = content.path().join("pictures");
    let folder = pictures.to_str().unwrap();
    let line = ["check", "--content", content.path().to_str().unwrap(), "--territory", "valle"];
    let line = [&line[..], &["--today", "2026-11-23", "--draw", folder]].concat();
    let (code, out, err) = run(&line);
    assert_eq!(code, 0, "{err}");
    let file = pictures.join("albero.svg");
    assert!(out.contains(&format!("Disegnato {}", file.display())), "{out}");
    assert!(std::fs::read_to_string(&file).unwrap().contains("Da quanti anni?"));
    let (_, out, _) = run(&[&line[..], &["--json"]].concat());
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["drawn"], serde_json::json!([file.display().to_string()]));
    let (code, _, _) = run(&["check", "--language", "it"]);
    assert_eq!(code, 2, "a language without pictures has no meaning");
}

#[test]
fn an_answer_has_the_id_of_its_question() {
    let (code, _, err) = run(&["reader", "triage", "albero", "--answer", "permesso"]);
    assert_eq!(code, 2, "{err}");
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let (code, out, err) = run(&["reader", "triage", "albero", "--data", data, "--json"]);
    assert_eq!(code, 8, "{out}");
    assert!(err.contains("albero"), "{err}");
}

#[test]
fn the_help_speaks_the_language_that_was_asked_for() {
    let (code, out, _) = run(&["reader", "--help"]);
    assert_eq!(code, 0);
    assert!(out.contains("Uso:") && out.contains("--municipality"), "{out}");
    assert!(!out.contains("Usage") && !out.contains("Print help"), "{out}");
    let (_, out, _) = run(&["reader", "--help", "--lang", "en"]);
    assert!(out.contains("Usage:"), "{out}");
}

#[test]
fn the_reader_takes_its_options_before_and_after_the_verb() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let settings = |line: &[&str]| -> serde_json::Value {
        let (code, out, err) = run(line);
        assert_eq!(code, 0, "{err}");
        assert_eq!(out.lines().count(), 1, "{out}");
        serde_json::from_str(&out).unwrap()
    };
    let before = settings(&[
        "--json",
        "reader",
        "--data",
        data,
        "--language",
        "ar,fr",
        "--audience",
        "operator",
        "settings",
    ]);
    let after = settings(&[
        "reader",
        "settings",
        "--data",
        data,
        "--language",
        "ar",
        "--language",
        "fr",
        "--audience",
        "operator",
        "--json",
    ]);
    assert_eq!(before, after);
    assert_eq!(before["languages"], serde_json::json!(["ar", "fr"]));
    assert_eq!(before["audience"], "operator");
}

#[test]
fn options_hold_for_one_call_unless_they_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let languages = |line: &[&str]| {
        let line = [&["reader", "--json", "--data", data, "settings"], line].concat();
        let (_, out, _) = run(&line);
        serde_json::from_str::<serde_json::Value>(&out).unwrap()["languages"].clone()
    };
    assert_eq!(languages(&["--language", "ar"]), serde_json::json!(["ar"]));
    assert_eq!(languages(&[]), serde_json::json!(["it"]));
    assert_eq!(languages(&["--language", "ar", "--keep"]), serde_json::json!(["ar"]));
    assert_eq!(languages(&[]), serde_json::json!(["ar"]));
}

#[test]
fn an_empty_folder_opens_and_says_that_it_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let (code, out, err) = run(&["reader", "--data", data, "home"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Non c'è ancora nessun contenuto"), "{out}");
}

#[test]
fn what_is_not_there_ends_with_8_and_one_line_of_json() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let (code, out, err) = run(&["reader", "procedure", "volare", "--data", data, "--json"]);
    assert_eq!(code, 8);
    assert!(err.contains("volare"), "{err}");
    assert_eq!(out.lines().count(), 1, "{out}");
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["error"]["kind"], "InvalidInput");
}

#[test]
fn no_server_is_offline_and_ends_with_3() {
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("keys");
    let data = folder.path().join("data");
    let init = ["keys", "init", "--development", "--territory", "prova", "--clock", "2026-03-02"];
    let (code, _, err) = run(&[&init[..], &["--keys", keys.to_str().unwrap()]].concat());
    assert_eq!(code, 0, "{err}");
    let root = keys.join("root.json");
    // Port 9 is the one that discards; nothing listens there.
    let (code, out, _) = run(&[
        "reader",
        "sync",
        "--json",
        "--clock",
        "2026-03-03",
        "--data",
        data.to_str().unwrap(),
        "--root",
        root.to_str().unwrap(),
        "--repository",
        "http://127.0.0.1:9",
    ]);
    assert_eq!(code, 3, "{out}");
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["error"]["kind"], "Offline");
}
