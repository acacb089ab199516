//! Publishing to real hosts: an S3-compatible server and an rsync daemon, which the tests start on the loopback interface.

use std::fs;
use std::path::{Path, PathBuf};

use crate::folder;
use crate::process::succeed;
use crate::python::Packages;
use crate::terminal::Outcome;

use super::build::Built;
use super::suites::command_of;
use super::{Verdict, tools};

/// The file of tests that needs these hosts; no other suite runs it.
pub(super) const TESTS: &str = "hosts";

/// What the S3 server consists of, with its versions.
const SERVER: &str = "content/tool/tests/hosts/requirements.txt";

/// Installs the hosts where they are missing, and runs the tests.
pub(super) fn suite(built: &Built) -> Verdict {
    match hosts() {
        Ok(python) => Verdict::of(run(built, &python)),
        Err(why) => Verdict::Skipped(why),
    }
}

fn run(built: &Built, python: &Path) -> Outcome {
    let test = built.tests.iter().find(|test| test.target == TESTS);
    let test = test.ok_or("the build made no tests of real hosts")?;
    let mut command = command_of(test);
    succeed(command.env("PATH", tools::search_path()).env("CITTADINI_S3_PYTHON", python))
}

/// Sees to it that both hosts are there; returns the interpreter that has the S3 server.
fn hosts() -> Result<PathBuf, String> {
    tools::ensure(&tools::RSYNC)?;
    let path = folder::project().join(SERVER);
    let wanted = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let wanted = wanted.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    Packages { name: "s3", wanted, modules: "boto3, moto.server" }.ensure()
}
