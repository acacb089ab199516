//! Packages of npm at the versions that are named, kept outside the clone.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, aside};
use crate::test::tools::{self, NODE, NPM};

/// A package and its version.
pub(crate) type Package = (&'static str, &'static str);

/// Sees to it that node, npm and these packages are there, in a folder of this name beside the other toolchains. The folder
/// in which node finds the packages.
pub(crate) fn ensure(name: &str, packages: &[Package]) -> Outcome<PathBuf> {
    for tool in [&NODE, &NPM] {
        tools::ensure(tool)?;
    }
    let folder = folder::toolchains().join(name);
    install(&folder, packages).map_err(|error| format!("packages of npm: {error}"))?;
    Ok(folder.join("node_modules"))
}

/// Runs a script of this project, which finds its packages by `CITTADINI_NODE_MODULES`.
pub(crate) fn node(script: &str, node_modules: &Path) -> Command {
    let mut node = Command::new(NODE.program());
    node.arg(folder::project().join(script)).env("CITTADINI_NODE_MODULES", node_modules);
    node
}

/// Installs what is missing, or is there in another version.
fn install(folder: &Path, packages: &[Package]) -> Outcome {
    let missing: Vec<String> = packages
        .iter()
        .filter(|(name, version)| installed(folder, name).as_deref() != Some(*version))
        .map(|(name, version)| format!("{name}@{version}"))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    std::fs::create_dir_all(folder)?;
    aside(format!("npm install {}", missing.join(" ")))?;
    succeed(
        Command::new(NPM.program())
            .args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(folder)
            .args(missing)
            .stdout(Stdio::from(io::stderr())),
    )
}

fn installed(folder: &Path, name: &str) -> Option<String> {
    let path = folder.join("node_modules").join(name).join("package.json");
    let package: serde_json::Value = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    Some(package.get("version")?.as_str()?.to_owned())
}
