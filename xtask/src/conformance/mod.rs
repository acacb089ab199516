//! `cargo xtask conformance`: lets the conformance suite of The Update Framework judge the workflow that phones run.
//!
//! The suite is somebody else's: it is read where it lies, nothing is written there, and none of it is committed. It starts
//! its own servers on this computer and needs no network.

mod report;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::folder;
use crate::process::succeed;
use crate::python_tuf::{self, SUITE};
use crate::terminal::{Outcome, note, say};
use crate::test::build::{self, cargo};
use crate::test::tools;

use report::Report;

/// The program that the suite drives.
const CLIENT: &str = "tuf-conformance-client";

/// Its folder, with the list of cases that it need not pass.
const CLIENT_FOLDER: &str = "tests/conformance";

/// Where the suite lies, and how its verdict is shown.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A copy of github.com/theupdateframework/tuf-conformance, version 2.4.0.
    #[arg(long, value_name = "DIR")]
    suite: PathBuf,
    /// Prints an object: `passed`, `accepted`, `failed`, `cases`, `seconds`, and the names of the `failures`.
    #[arg(long)]
    json: bool,
}

/// Runs the suite. An error unless every case passes that is not listed as accepted.
pub(crate) fn run(options: &Options) -> Outcome {
    let tests = options.suite.join("tuf_conformance");
    if !tests.join("conftest.py").is_file() {
        let folder = options.suite.display();
        return Err(
            format!("{folder} is not the suite: it has no tuf_conformance/conftest.py").into()
        );
    }
    tools::ensure(&tools::FAKETIME)?;
    let python = python_tuf::ensure()?;
    let folder = tempfile::Builder::new().prefix("cittadini-conformance-").tempdir()?;
    let client = client(folder.path())?;
    let report = judge(&python, &options.suite, &client, options.json)?;
    match options.json {
        true => say!("{}", report.object())?,
        false => report.print()?,
    }
    report.verdict()
}

/// The program, with the accepted cases beside it, where the suite looks for them.
fn client(folder: &Path) -> Outcome<PathBuf> {
    let package = ["build", "--package", "cittadini-conformance"];
    let built = build::build(cargo().args(package), &[])?;
    let client = folder.join(CLIENT);
    fs::copy(built.program(CLIENT)?, &client)?;
    let accepted = format!("{CLIENT}.xfails");
    fs::copy(folder::project().join(CLIENT_FOLDER).join(&accepted), folder.join(accepted))?;
    Ok(client)
}

fn judge(python: &Path, suite: &Path, client: &Path, quiet: bool) -> Outcome<Report> {
    let report = client.with_extension("json");
    let mut pytest = Command::new(python);
    pytest
        .current_dir(suite)
        .args(["-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "tuf_conformance"])
        .arg("--entrypoint")
        .arg(client)
        .args(["--json-report", "--json-report-omit", "collectors", "log", "streams"])
        .arg(format!("--json-report-file={}", report.display()))
        .env("PATH", tools::search_path());
    if quiet {
        pytest.stdout(Stdio::null());
    } else {
        note(format!("pytest, {SUITE}"))?;
    }
    // Its exit code says less than its report, which is missing if it could not run at all.
    let ended = succeed(&mut pytest);
    match fs::read(&report) {
        Ok(bytes) => Report::read(&bytes),
        Err(_) => ended.and(Err("the suite wrote no report".into())),
    }
}
