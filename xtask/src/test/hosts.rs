//! Publishing to real hosts: an S3-compatible server and an rsync daemon, which the tests start on the loopback interface.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, note};

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
    tools::ensure(&tools::PYTHON)?;
    // Tests run in the folder of their package.
    let folder = std::path::absolute(folder::project().join("target/tools/s3"))
        .map_err(|error| error.to_string())?;
    let python = folder.join("bin/python");
    if has_server(&python) {
        return Ok(python);
    }
    tools::ensure_that(&tools::PYTHON_VENV, || says_yes("python3", "import venv, ensurepip"))?;
    let install = || -> Outcome {
        note("the S3 server for tests")?;
        succeed(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let pip =
            ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
        succeed(Command::new(&python).args(pip).arg(folder::project().join(SERVER)))
    };
    install().map_err(|error| format!("the S3 server cannot be installed: {error}"))?;
    match has_server(&python) {
        true => Ok(python),
        false => Err("the S3 server was installed and does not start".into()),
    }
}

fn has_server(python: &Path) -> bool {
    says_yes(python, "import boto3, moto.server")
}

fn says_yes(python: impl AsRef<std::ffi::OsStr>, script: &str) -> bool {
    let mut command = Command::new(python);
    command.args(["-c", script]).stdin(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
