//! What other languages see of the core: their signatures as a person last read them, and the same calls as the terminal
//! reader has verbs.

mod kotlin;
mod python;
mod source;
mod swift;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cittadini_tests::golden::Golden;
use uniffi::{GenerateOptions, TargetLanguage};

/// The library that was built with this test. Tests run in `deps`, where cargo puts it first.
fn library() -> PathBuf {
    let name = format!(
        "{}cittadini_bindings{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    let program = std::env::current_exe().unwrap();
    let library = program.with_file_name(&name);
    assert!(library.exists(), "{} is not there", library.display());
    library
}

/// The only generated source of that ending.
fn generated(language: TargetLanguage, ending: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let options = GenerateOptions {
        languages: vec![language],
        source: library().to_str().unwrap().into(),
        out_dir: folder.path().to_str().unwrap().into(),
        ..GenerateOptions::default()
    };
    uniffi::generate(options).unwrap();
    let file = find(folder.path(), ending).expect("a generated file");
    fs::read_to_string(file).unwrap()
}

fn find(folder: &Path, ending: &str) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.into_iter().find_map(|path| match path.is_dir() {
        true => find(&path, ending),
        false => path.to_str().unwrap().ends_with(ending).then_some(path),
    })
}

fn kotlin() -> BTreeSet<String> {
    kotlin::signatures(&generated(TargetLanguage::Kotlin, ".kt"))
}

fn swift() -> BTreeSet<String> {
    swift::signatures(&generated(TargetLanguage::Swift, ".swift"))
}

fn python() -> BTreeSet<String> {
    python::signatures(&generated(TargetLanguage::Python, ".py"))
}

fn text(signatures: BTreeSet<String>) -> String {
    signatures.into_iter().collect::<Vec<_>>().join("\n")
}

#[test]
fn the_signatures_of_each_language_are_those_that_were_read() {
    let mut golden = Golden::at(Path::new(env!("CARGO_MANIFEST_DIR")).join("golden"));
    golden.compare("kotlin.txt", &text(kotlin()));
    golden.compare("swift.txt", &text(swift()));
    golden.compare("python.txt", &text(python()));
    golden.finish();
}

/// What is before the parenthesis of the methods of `Core`.
fn calls(signatures: &BTreeSet<String>) -> BTreeSet<String> {
    let calls = signatures.iter().filter_map(|line| line.strip_prefix("Core."));
    calls.filter_map(|call| call.split_once('(')).map(|(name, _)| name.to_owned()).collect()
}

/// Calls that are no verb, and why.
const NO_VERBS: [(&str, &str); 6] = [
    ("open", "every verb opens the data folder first"),
    ("close", "the folder is closed when the program ends"),
    ("interrupt", "Ctrl-C"),
    ("sync_progress", "the bar that `sync` draws"),
    ("prepare_search", "`search` does it first"),
    ("set_settings", "`settings --keep`"),
];

#[test]
fn every_call_is_a_verb_of_the_reader_and_every_verb_a_call() {
    let mut calls = calls(&python());
    for (call, why) in NO_VERBS {
        assert!(calls.remove(call), "«{call}» is excused ({why}) and is no call any more");
    }
    let verbs: BTreeSet<String> = cittadini::reader::verbs()
        .iter()
        .map(|verb| match verb.as_str() {
            // A verb of the reader may be shorter: nothing else could be meant there.
            "export" | "import" => format!("{verb}_release"),
            other => other.replace('-', "_"),
        })
        .collect();
    assert_eq!(calls, verbs);
}

/// Names without what each language makes of them: capitals, underscores, the word for an exception.
fn names(signatures: &BTreeSet<String>) -> BTreeSet<String> {
    let name = |line: &String| {
        let end = line.find(|letter: char| !letter.is_alphanumeric() && !"._".contains(letter));
        let name = line.split_at(end.unwrap_or(line.len())).0;
        name.replace("Exception.", "Error.").replace('_', "").to_lowercase()
    };
    signatures.iter().map(name).collect()
}

/// That each of the three readers of generated code misses nothing is proven by the others.
#[test]
fn every_language_has_the_same_names() {
    let python = names(&python());
    assert_eq!(names(&swift()), python);
    let mut kotlin = names(&kotlin());
    assert!(kotlin.remove("core.shutdown"), "every object of Kotlin has a `close` of its own");
    kotlin.insert("core.close".into());
    assert_eq!(kotlin, python);
}

/// An exported call that cannot fail becomes `try!` in Swift, where a panic of Rust then ends the process.
#[test]
fn every_call_can_throw() {
    for line in kotlin().iter().filter(|line| line.starts_with("Core.")) {
        assert!(line.ends_with(" throws ApiException"), "{line}");
    }
    for line in swift().iter().filter(|line| line.starts_with("Core.")) {
        assert!(line.contains(") throws"), "{line}");
    }
}
