//! Packages of Python for tests, in folders of their own outside the clone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, note};
use crate::test::tools;

/// Some packages, and how it is seen that they are there.
pub(crate) struct Packages {
    /// The name of their folder.
    pub name: &'static str,
    /// What pip installs, each with its version: a newer one is tried on purpose, not by chance.
    pub wanted: Vec<String>,
    /// The modules that can be imported then.
    pub modules: &'static str,
}

impl Packages {
    /// Sees to it that they are there, and names the Python that has them. If they cannot be, says why.
    pub(crate) fn ensure(&self) -> Result<PathBuf, String> {
        tools::ensure(&tools::PYTHON)?;
        // Whoever starts it may stand in another folder.
        let folder = std::path::absolute(folder::toolchains().join("python").join(self.name))
            .map_err(|error| format!("the folder of toolchains: {error}"))?;
        let python = folder.join("bin/python");
        // Written last: an installation that was cut off is made anew.
        let installed = folder.join("installed");
        let wanted = self.wanted.join("\n");
        if fs::read_to_string(&installed).is_ok_and(|known| known == wanted)
            && imports(&python, self.modules)
        {
            return Ok(python);
        }
        tools::ensure_that(&tools::PYTHON_VENV, || imports("python3".as_ref(), "venv, ensurepip"))?;
        self.install(&folder, &python).map_err(|error| format!("packages of Python: {error}"))?;
        fs::write(&installed, wanted)
            .map_err(|error| format!("{}: {error}", installed.display()))?;
        Ok(python)
    }

    fn install(&self, folder: &Path, python: &Path) -> Outcome {
        note(format!("pip install {}", self.wanted.join(" ")))?;
        let make = ["-m", "venv", "--clear"];
        succeed(
            Command::new(tools::PYTHON.program()).args(make).arg(folder).stdout(Stdio::null()),
        )?;
        let quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        succeed(Command::new(python).args(quiet).args(&self.wanted))
    }
}

/// Also asks whether the interpreter runs: that of a folder is the system's, which may have gone.
fn imports(python: &Path, modules: &str) -> bool {
    let mut command = Command::new(python);
    command.args(["-c", &format!("import {modules}")]).stdin(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
