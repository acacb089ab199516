//! python-tuf, the reference implementation of The Update Framework, and what its conformance suite needs: packages of
//! Python in a folder of their own outside the clone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, note};
use crate::test::tools;

/// The suite whose requirements these are.
pub(crate) const SUITE: &str = "tuf-conformance 2.4.0";

/// What the suite pins, and what writes packs; a newer version is tried on purpose, not by chance.
const PACKAGES: [&str; 5] = [
    "tuf==7.0.0",
    "securesystemslib[crypto]==1.4.0",
    "pytest==9.1.1",
    "pytest-json-report==1.5.0",
    "zstandard==0.25.0",
];

/// Sees to it that the packages are there, and names the Python that has them. If they cannot be, says why.
pub(crate) fn ensure() -> Result<PathBuf, String> {
    tools::ensure(&tools::PYTHON)?;
    // Whoever starts it may stand in another folder.
    let folder = std::path::absolute(folder::toolchains().join("python-tuf"))
        .map_err(|error| format!("the folder of toolchains: {error}"))?;
    let python = folder.join("bin/python");
    // Written last: an installation that was cut off is made anew.
    let installed = folder.join("installed");
    let wanted = PACKAGES.join("\n");
    if fs::read_to_string(&installed).is_ok_and(|known| known == wanted) && runs(&python) {
        return Ok(python);
    }
    install(&folder, &python).map_err(|error| format!("packages of Python: {error}"))?;
    fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))?;
    Ok(python)
}

/// The interpreter of the folder is the system's, and that may have gone.
fn runs(python: &Path) -> bool {
    let asked = Command::new(python).args(["-c", "import tuf"]).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

fn install(folder: &Path, python: &Path) -> Outcome {
    note(format!("pip install {}", PACKAGES.join(" ")))?;
    if environment(folder).is_err() {
        // Debian's Python comes without what makes environments.
        tools::ensure(&tools::PYTHON_VENV)?;
        environment(folder)?;
    }
    let quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    succeed(Command::new(python).args(quiet).args(PACKAGES))
}

fn environment(folder: &Path) -> Outcome {
    let make = ["-m", "venv", "--clear"];
    succeed(Command::new(tools::PYTHON.program()).args(make).arg(folder).stdout(Stdio::null()))
}
