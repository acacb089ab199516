//! `cargo xtask eval-search` on pages and queries that it has never seen, as somebody outside would run it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Three pages in two languages, and a language that nobody asks in. The last queries of each cannot be answered.
const FILES: [(&str, &str); 5] = [
    (
        "documents/it.jsonl",
        r#"{"page": "ponte", "title": "Il ponte", "body": "Il ponte di legno passa il fiume.", "n": 1}
{"page": "forno", "title": "Il forno", "body": "Il fornaio cuoce il pane di segale."}
{"page": "faro", "title": "Il faro", "body": "Il guardiano accende la lampada.\nIl fiume è lontano."}
"#,
    ),
    (
        "documents/sq.jsonl",
        r#"{"page": "ponte", "title": "Ura", "body": "Ura prej druri kalon lumin."}
{"page": "forno", "title": "Furra", "body": "Furrtari pjek bukë thekre."}
{"page": "faro", "title": "Fari", "body": "Rojtari ndez llambën."}
"#,
    ),
    ("documents/ti.jsonl", r#"{"page": "faro", "title": "x", "body": "y"}"#),
    (
        "queries/it.jsonl",
        r#"{"id": 1, "page": "ponte", "full": "Dove passa il ponte?", "short": "ponte legno"}
{"id": 2, "page": "forno", "short": "pane segale", "mood": "hungry"}
{"id": 3, "page": "faro", "short": "fiume"}
{"id": 4, "page": "faro", "short": "xyzzy"}
"#,
    ),
    (
        "queries/sq.jsonl",
        r#"{"id": 1, "page": "ponte", "short": "ura druri"}
{"id": 2, "page": "faro", "short": "plugh"}
"#,
    ),
];

fn corpus() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn xtask(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).output().unwrap()
}

fn eval(corpus: &Path, more: &[&str]) -> Output {
    let (documents, queries) = (corpus.join("documents"), corpus.join("queries"));
    let mut arguments = vec!["eval-search", "--inner", "--engine", "plain", "--documents"];
    arguments.extend([documents.to_str().unwrap(), "--queries", queries.to_str().unwrap()]);
    arguments.extend(more);
    xtask(&arguments)
}

fn figures(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn pages_that_were_never_seen_get_the_scores_that_were_reckoned_by_hand() {
    let figures = figures(&eval(corpus().path(), &["--json"]));
    // "fiume" stands in a shorter page before it stands in that of the lighthouse; "xyzzy" stands nowhere.
    let italian = json!({ "r1": 50.0, "r3": 75.0, "r10": 75.0, "mrr": 0.625, "empty": 25.0 });
    assert_eq!(figures["languages"]["it"]["short"], italian);
    let albanian = json!({ "r1": 50.0, "r3": 50.0, "r10": 50.0, "mrr": 0.5, "empty": 50.0 });
    assert_eq!(figures["languages"]["sq"]["short"], albanian);
    let mean = json!({ "r1": 50.0, "r3": 62.5, "r10": 62.5, "mrr": 0.563, "empty": 37.5 });
    assert_eq!(figures["mean"]["short"], mean);
    assert_eq!(figures["mean"]["full"]["r1"], json!(100.0));
    assert_eq!(figures["languages"]["sq"].get("full"), None);
    assert_eq!(figures["mean"].get("short_typo"), None);
    assert_eq!(figures["languages"].get("ti"), None);
}

#[test]
fn words_of_one_language_are_asked_among_the_pages_of_each_other() {
    let cross = &figures(&eval(corpus().path(), &["--json"]))["cross"];
    assert_eq!(cross["official"], "it");
    let pairs: Vec<_> = cross["pairs"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(pairs, ["it<-sq", "sq<-it", "ti<-it", "ti<-sq"]);
    assert_eq!(cross["pairs"]["sq<-it"]["r3"], json!(75.0));
    assert_eq!(cross["mean"]["r3"], json!(75.0));
    let other = figures(&eval(corpus().path(), &["--json", "--official", "sq"]));
    assert_eq!(other["cross"]["official"], "sq");
    assert_eq!(other["cross"]["mean"], other["cross"]["pairs"]["it<-sq"]);
}

#[test]
fn latency_and_size_stand_beside_the_scores() {
    let figures = figures(&eval(corpus().path(), &["--json"]));
    let text: usize = FILES[..3]
        .iter()
        .flat_map(|(_, lines)| lines.lines())
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|page| page["title"].as_str().unwrap().len() + page["body"].as_str().unwrap().len())
        .sum();
    assert_eq!(figures["index"]["text_bytes"], json!(text));
    assert_eq!(figures["index"]["pages"], json!(7));
    assert!(figures["index"]["bytes"].as_u64().unwrap() > 0);
    assert!(figures["latency"]["short"]["p99_ms"].as_f64().unwrap() > 0.0);
    assert!(!figures["slowest"].as_array().unwrap().is_empty());
}

#[test]
fn people_read_a_table_and_how_far_it_is_stands_elsewhere() {
    let output = eval(corpus().path(), &[]);
    let (table, progress) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    for part in ["short: 2 languages", "  mean  ", "sq<-it", "p99", "7 pages"] {
        assert!(table.contains(part), "{part} is missing in:\n{table}");
    }
    assert!(progress.contains("sq: 3 pages indexed") && !table.contains("indexed"));
}

#[test]
fn a_larger_corpus_has_as_many_pages_as_were_asked_for() {
    let figures = figures(&eval(corpus().path(), &["--json", "--times", "20"]));
    assert_eq!(figures["slots"], json!(12));
    assert_eq!(figures["index"]["pages"], json!(240));
    for latency in ["latency", "latency_three_languages"] {
        assert!(figures[latency]["short"]["p50_ms"].is_number(), "{latency}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_its_line() {
    let corpus = corpus();
    fs::write(corpus.path().join("queries/sq.jsonl"), "{\"page\": \"faro\"}\n{\"page\": 7}\n")
        .unwrap();
    let output = eval(corpus.path(), &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("sq.jsonl:2: "), "{error}");
}

#[test]
fn what_is_to_be_searched_must_be_said() {
    for arguments in [&["bench", "--peers"][..], &["eval-search"], &["bench", "--documents", "x"]] {
        let output = xtask(arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(error.contains("--queries <DIR>"), "{arguments:?}: {error}");
    }
}
