//! The suites, and how each is run.

use std::path::Path;
use std::process::Command;

use crate::android;
use crate::folder;
use crate::ios;
use crate::process::succeed;
use crate::python_tuf;
use crate::size;
use crate::terminal::{Outcome, note};
use crate::web;

use super::build::{Built, TestProgram, cargo};
use super::{Verdict, hosts, python, targets, tools};

/// Cases of each property test in the long run; the short run takes proptest's own number.
const MANY_CASES: &str = "4096";

/// The word in the names of tests that start nginx.
const NGINX: &str = "nginx";

/// The word in the names of tests that start python-tuf, and the variable that tells them which Python has it.
const PYTHON_TUF: (&str, &str) = ("python_tuf", "CITTADINI_PYTHON_TUF");

/// The words in the names of tests that build the readers of frozen releases.
const FROZEN_READER: &str = "frozen_reader";

/// A suite.
pub(super) struct Suite {
    pub(super) name: &'static str,
    pub(super) run: fn(&Built) -> Verdict,
}

/// The suites in their order: what is small and deep first.
pub(super) fn all(full: bool) -> Vec<Suite> {
    let mut suites = vec![
        Suite { name: "core", run: core },
        Suite { name: "content tool", run: |built| tests_in(built, &["content/tool"]) },
        Suite {
            name: "bindings, commands",
            run: |built| tests_in(built, &["bindings", "bindings/bindgen", "xtask"]),
        },
        Suite { name: "examples in the docs", run: |_| Verdict::of(doc_examples()) },
        Suite { name: "content", run: |built| Verdict::of(content(built)) },
        Suite { name: "journeys", run: |built| Verdict::of(journeys(built)) },
        Suite { name: "journey over nginx", run: over_nginx },
        Suite { name: "real hosts", run: hosts::suite },
        Suite { name: "frozen readers", run: |built| Verdict::of(frozen_readers(built)) },
        Suite { name: "python-tuf", run: with_python_tuf },
        Suite { name: "bindings in Python", run: python::journey },
        Suite { name: "mobile targets", run: targets::check },
        Suite { name: "size", run: |_| Verdict::of(size::check()) },
        Suite { name: "mobile library in Python", run: python::journey_with_the_mobile_library },
        Suite { name: "browser", run: web::suite },
        Suite { name: "Kotlin", run: android::core::suite },
        Suite { name: "Android app", run: android::app::suite },
        Suite { name: "Swift", run: ios::core::suite },
        Suite { name: "SwiftUI views", run: ios::app::suite },
    ];
    if full {
        suites.extend([
            Suite { name: "many cases", run: |built| Verdict::of(many_cases(built)) },
            Suite { name: "fuzzing", run: |built| Verdict::of(command(built, &["fuzz"])) },
            Suite { name: "demo", run: |built| Verdict::of(command(built, &["demo", "--check"])) },
            Suite { name: "bench", run: |built| Verdict::of(command(built, &["bench"])) },
        ]);
    }
    suites
}

/// The package with the journeys.
const JOURNEYS: &str = "tests";

fn core(built: &Built) -> Verdict {
    if let Err(why) = tools::ensure(&tools::STRACE) {
        // The test that needs it says that it is skipped, and fails in CI.
        let _ = note(why);
    }
    tests_in(built, &["core", "core/l10n-build", "tests/fuzz"])
}

/// Runs all tests of some packages, named by their folders.
fn tests_in(built: &Built, folders: &[&str]) -> Verdict {
    Verdict::of(programs_in(built, folders, &[]))
}

/// Runs the test programs of some packages. One that fails stops no other.
fn programs_in(built: &Built, folders: &[&str], variables: &[(&str, &str)]) -> Outcome {
    let project = folder::project().canonicalize()?;
    let wanted: Vec<_> = folders.iter().map(|folder| project.join(folder)).collect();
    let mut failed = Vec::new();
    let mut ran = 0;
    let ours = |test: &&TestProgram| wanted.contains(&test.folder) && test.target != hosts::TESTS;
    for test in built.tests.iter().filter(ours) {
        note(format!("{} ({})", test.target, test.folder.display()))?;
        ran += 1;
        if let Err(error) = succeed(command_of(test).envs(variables.iter().copied())) {
            failed.push(error.to_string());
        }
    }
    match (ran, failed.is_empty()) {
        (0, _) => Err(format!("no test program in {}", folders.join(", ")).into()),
        (_, true) => Ok(()),
        (_, false) => Err(failed.join(", ").into()),
    }
}

/// A test program as cargo would start it.
pub(super) fn command_of(test: &TestProgram) -> Command {
    let mut command = Command::new(&test.program);
    command.current_dir(&test.folder).env("CARGO_MANIFEST_DIR", &test.folder);
    command
}

fn doc_examples() -> Outcome {
    succeed(cargo().args(["test", "--workspace", "--doc", "--quiet"]))
}

/// What editors wrote must pass their own check. Warnings are theirs to weigh.
fn content(built: &Built) -> Outcome {
    let cittadini = built.program("cittadini")?;
    succeed(
        Command::new(cittadini).args(["check", "--lang", "en", "--content"]).arg(folder::content()),
    )
}

fn journeys(built: &Built) -> Outcome {
    let programs = journey_programs(built)?;
    let (python_tuf, _) = PYTHON_TUF;
    run_each(&programs, &["--skip", NGINX, "--skip", FROZEN_READER, "--skip", python_tuf], &[])
}

fn frozen_readers(built: &Built) -> Outcome {
    let programs = journey_programs(built)?;
    must_have_a_test(&programs, FROZEN_READER)?;
    run_each(&programs, &[FROZEN_READER], &[])
}

/// The tests that need nginx, which Debian's packages bring.
fn over_nginx(built: &Built) -> Verdict {
    if let Err(why) = tools::ensure(&tools::NGINX) {
        return Verdict::Skipped(why);
    }
    Verdict::of(journey_programs(built).and_then(|programs| {
        must_have_a_test(&programs, NGINX)?;
        run_each(&programs, &[NGINX], &[])
    }))
}

/// The tests that need the reference implementation of The Update Framework, which Python's registry brings.
fn with_python_tuf(built: &Built) -> Verdict {
    let python = match python_tuf::ensure() {
        Ok(python) => python,
        Err(why) => return Verdict::Skipped(why),
    };
    let (name, variable) = PYTHON_TUF;
    Verdict::of(journey_programs(built).and_then(|programs| {
        must_have_a_test(&programs, name)?;
        run_each(&programs, &[name], &[(variable, &python)])
    }))
}

fn journey_programs(built: &Built) -> Outcome<Vec<&TestProgram>> {
    let folder = folder::project().canonicalize()?.join(JOURNEYS);
    let programs: Vec<_> = built.tests.iter().filter(|test| test.folder == folder).collect();
    match programs.is_empty() {
        true => Err("no test program in tests".into()),
        false => Ok(programs),
    }
}

fn run_each(programs: &[&TestProgram], arguments: &[&str], variables: &[(&str, &Path)]) -> Outcome {
    for test in programs {
        let mut command = command_of(test);
        command.env("PATH", tools::search_path()).envs(variables.iter().copied());
        succeed(command.args(arguments))?;
    }
    Ok(())
}

/// A filter that matches nothing would pass.
fn must_have_a_test(programs: &[&TestProgram], name: &str) -> Outcome {
    for test in programs {
        let listed = command_of(test).args([name, "--list"]).output()?;
        if String::from_utf8_lossy(&listed.stdout).lines().any(|line| line.ends_with(": test")) {
            return Ok(());
        }
    }
    Err(format!("no test of tests/ has «{name}» in its name").into())
}

/// The property tests again, each with many more cases.
fn many_cases(built: &Built) -> Outcome {
    programs_in(built, &["core", "content/tool"], &[("PROPTEST_CASES", MANY_CASES)])
}

/// Another of these commands, as it was built with everything else.
fn command(built: &Built, arguments: &[&str]) -> Outcome {
    succeed(Command::new(built.program("xtask")?).args(arguments))
}
