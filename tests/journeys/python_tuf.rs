//! Interoperability with python-tuf, the reference implementation of The Update Framework: it reads what `publish` writes,
//! and a phone reads what it writes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use cittadini::serve::Server;
use cittadini_core::ApiError;
use cittadini_tests::{Phone, Workshop, day, project, sync};

/// Where `cargo xtask test` says which Python has the packages.
const PYTHON: &str = "CITTADINI_PYTHON_TUF";

const FEE: &str = "facts/fees/f-bollo-di-prova.yaml";

/// Runs one of our scripts and returns what it printed.
fn run(script: &str, prepare: impl FnOnce(&mut Command)) -> Vec<u8> {
    let python = std::env::var_os(PYTHON)
        .unwrap_or_else(|| panic!("{PYTHON} names no Python; «cargo xtask test» sets it"));
    let mut command = Command::new(python);
    command.arg("-B").arg(project().join("tests/python_tuf").join(script));
    command.args(["--now", &day(0).to_string()]);
    prepare(&mut command);
    let output = command.output().expect("Python");
    assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Lets python-tuf's client update, and compares every target with the file that was published.
fn read(workshop: &Workshop, server: &Server, to: &Path) -> Vec<String> {
    let printed = run("read.py", |command| {
        command.args(["--url", &server.url()]).arg("--to").arg(to);
        command.arg("--root").arg(workshop.keys().join("root.json"));
    });
    let found: BTreeMap<String, PathBuf> = serde_json::from_slice(&printed).expect("JSON");
    for (name, path) in &found {
        let bytes = std::fs::read(path).expect("the target");
        let published = format!("{}.{name}", cittadini_core::pack::sha256_hex(&bytes));
        assert!(workshop.repository().join("targets").join(&published).is_file(), "{published}");
    }
    found.into_keys().collect()
}

#[test]
fn python_tuf_downloads_every_target_of_a_published_release_and_of_the_next() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let folder = tempfile::tempdir().unwrap();
    let packs = ["facts", "operator", "text-ar", "text-en", "text-it"];
    let mut expected: Vec<String> = packs.map(|pack| format!("{pack}.pack")).to_vec();
    expected.insert(0, "catalog.json".to_owned());
    assert_eq!(read(&workshop, &server, folder.path()), expected);

    workshop.edit("facts/fees/f-marca-da-bollo.yaml", "16.00", "17.00");
    let report = workshop.publish(day(0));
    let changed: Vec<_> = report.packs.iter().filter(|pack| pack.changed).collect();
    assert_eq!(changed.iter().map(|pack| pack.name.as_str()).collect::<Vec<_>>(), ["facts"]);
    expected.insert(1, "facts.1-2.patch".to_owned());
    assert_eq!(read(&workshop, &server, folder.path()), expected);
}

/// What python-tuf wrote: the root, and three repositories.
fn write(workshop: &Workshop, first: &Path, second: &Path) -> PathBuf {
    let to = workshop.repository();
    run("write.py", |command| {
        command.arg("--packs").args([first, second]).arg("--to").arg(&to);
    });
    to
}

#[test]
fn a_phone_follows_a_repository_that_python_tuf_writes_and_rotates() {
    let workshop = Workshop::invented();
    let first = workshop.build("first");
    workshop.edit(FEE, "16.00", "18.00");
    let second = workshop.build("second");
    let written = write(&workshop, &first, &second);
    let serve = |name: &str| Server::start(&written.join(name), 0).expect("a server");

    let honest = serve("first");
    let mut phone = Phone::new(&workshop, &honest.url()).reading("ar", Some("Valprova"));
    phone.config.root = Some(std::fs::read(written.join("root.json")).unwrap());
    let core = phone.open(day(0));
    let report = sync(&core).unwrap();
    assert_eq!((report.problem, report.release), (None, 1));
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert_eq!((screen.title.language.as_str(), screen.steps.len()), ("ar", 2));
    assert_eq!(screen.steps[1].fees[0].cents, Some(1_600));
    drop(core);

    // One of three root keys is not enough, whatever the root that it signed says of itself.
    let forged = serve("forged");
    phone.config.repository = Some(forged.url());
    let core = phone.open(day(2));
    assert!(matches!(sync(&core), Err(ApiError::Untrusted { .. })));
    assert_eq!(core.procedure("permesso-di-prova").unwrap().steps[1].fees[0].cents, Some(1_600));
    drop(core);

    let rotated = serve("second");
    phone.config.repository = Some(rotated.url());
    let core = phone.open(day(2));
    let report = sync(&core).unwrap();
    assert_eq!((report.problem, report.release), (None, 2));
    // The languages are signed with other keys and are the same packs.
    let applied = report.applied.iter().map(|pack| (pack.pack.as_str(), pack.patch));
    assert_eq!(applied.collect::<Vec<_>>(), [("facts", true)]);
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert_eq!(screen.steps[1].fees[0].cents, Some(1_800));
    drop(core);

    // The keys of the first release have lost their word.
    phone.config.repository = Some(honest.url());
    let core = phone.open(day(3));
    assert!(matches!(sync(&core), Err(ApiError::Untrusted { .. })));
    assert_eq!(core.procedure("permesso-di-prova").unwrap().steps[1].fees[0].cents, Some(1_800));
}
