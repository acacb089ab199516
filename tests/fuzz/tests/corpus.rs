//! Everything that stands in `corpus/`, given to its target again.

#![allow(clippy::expect_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

use cittadini_fuzz::TARGETS;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn inputs(target: &str) -> Vec<PathBuf> {
    let folder = fs::read_dir(project("corpus").join(target)).expect("a folder in corpus/");
    folder.map(|entry| entry.expect("an entry").path()).collect()
}

#[test]
fn nothing_in_the_corpus_breaks_a_promise() {
    for (name, target) in TARGETS {
        let inputs = inputs(name);
        assert!(!inputs.is_empty(), "{name} has no corpus");
        for path in inputs {
            let bytes = fs::read(&path).expect("a file");
            for part in 0..=8 {
                target(&bytes[..bytes.len() * part / 8]);
            }
        }
    }
}

/// The corpus would prove nothing if it were refused at the door.
#[test]
fn the_corpus_holds_what_is_accepted_too() {
    use cittadini_core::pack::{apply_patch, decompress, parse};
    let read = |path: &str| fs::read(project("corpus").join(path)).expect("a file");
    let facts = read("records/facts");
    assert!(parse(&facts).is_ok());
    let wire = decompress("x", &read("pack/facts"), facts.len() as u64);
    assert_eq!(wire.expect("a pack"), facts);
    let next = read("records/facts-2");
    let patched = apply_patch("x", &facts, &read("patch/facts-1-2"), next.len() as u64);
    assert_eq!(patched.expect("a patch"), next);
    let qr = String::from_utf8(read("qr/plain")).expect("a text");
    assert!(cittadini_core::territories::Invitation::parse(&qr).is_ok());
    assert!(cittadini_core::territories::List::parse(&read("territories/one")).is_ok());
}

/// One from a desk, with the files that were signed, and one from a phone, with what it keeps.
#[test]
fn both_forms_of_a_release_file_are_taken_in() {
    use cittadini_core::sync::{Archive, prove};
    let root = fs::read(project("corpus/root/root")).expect("the root");
    for (form, packs) in [("seed", 4), ("phone", 3)] {
        let path = project("corpus/release_file").join(form);
        let file = Archive::open(&path).expect("a release file");
        let now = jiff::Timestamp::UNIX_EPOCH;
        let stop = std::sync::atomic::AtomicBool::new(false);
        let report = prove(&file, &root, now, &stop).expect("a release");
        assert_eq!((report.problem, report.applied.len()), (None, packs), "{form}");
    }
}

/// Writes the phone's form of the release anew, when the seed of the corpus was.
#[test]
#[ignore = "writes into the corpus"]
fn the_corpus_gets_the_file_of_a_phone() {
    use cittadini_core::ports::FixedClock;
    let folder = tempfile::tempdir().expect("a folder");
    let config = cittadini_core::Config {
        data_dir: folder.path().to_owned(),
        root: Some(fs::read(project("corpus/root/root")).expect("the root")),
        seed: Some(project("corpus/release_file/seed")),
        ..cittadini_core::Config::default()
    };
    let clock = std::sync::Arc::new(FixedClock(jiff::Timestamp::UNIX_EPOCH));
    let core = cittadini_core::Core::open(config, clock).expect("a phone");
    core.export_release(&project("corpus/release_file/phone")).expect("a file");
}

#[test]
fn every_target_has_a_program_for_the_fuzzer() {
    for (name, _) in TARGETS {
        assert!(project(&format!("libfuzzer/fuzz_targets/{name}.rs")).is_file(), "{name}");
    }
}
