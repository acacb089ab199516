//! The library as phones get it, built for this computer.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::phone_build;
use crate::terminal::Outcome;
use crate::test::build::cargo;

const PACKAGE: &str = "cittadini-bindings";

/// Crates that bring a network or a TLS stack into the library. Phones have their own.
const NETWORK: [&str; 6] = ["reqwest", "hyper", "rustls", "native-tls", "tokio", "aws-lc-sys"];

/// The library with its symbols, which say what costs how much.
pub(crate) struct MobileLibrary {
    path: PathBuf,
}

impl MobileLibrary {
    /// Builds it as for a phone.
    pub(crate) fn build() -> Outcome<Self> {
        let here = ["-C", "strip=none", "-C", phone_build::PACKED_HERE];
        let built = phone_build::build(&mut phone_build::rustc(), &here)?;
        Ok(Self { path: built.bindings()?.to_owned() })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The folder of the build scripts, where compiled C lies.
    pub(crate) fn build_scripts(&self) -> Option<PathBuf> {
        let profile = self.path.ancestors().find(|folder| folder.join("build").is_dir())?;
        Some(profile.join("build"))
    }

    /// What it weighs without symbols, in bytes.
    pub(crate) fn stripped(&self) -> Outcome<u64> {
        let folder = tempfile::tempdir()?;
        let copy = folder.path().join("stripped");
        said(Command::new("strip").arg("-o").arg(&copy).arg(&self.path))?;
        Ok(std::fs::metadata(copy)?.len())
    }
}

/// Fails when something in the library could open a connection.
pub(crate) fn must_be_without_a_network() -> Outcome {
    let tree = said(
        cargo()
            .args(["tree", "--package", PACKAGE])
            .args(["--edges", "normal", "--prefix", "none", "--format", "{lib}"]),
    )?;
    let found =
        NETWORK.iter().find(|name| tree.lines().any(|line| line.replace('_', "-") == **name));
    match found {
        Some(name) => Err(format!("{name} is in the mobile library: phones have their own").into()),
        None => Ok(()),
    }
}

/// What a program says on its standard output.
pub(crate) fn said(command: &mut Command) -> Outcome<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{program}: {error}"))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => {
            Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim()).into())
        }
    }
}
