//! One build for all suites.
//!
//! `cargo test -p one -p other` would choose features anew for each selection of packages and compile much of the tree
//! again. So everything is built once, cargo says where each program is, and the suites run those.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::folder;
use crate::terminal::Outcome;

/// A program that holds tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TestProgram {
    /// The folder of its package, in which cargo runs it.
    pub(crate) folder: PathBuf,
    /// What was compiled: the name of a library, a program or a file of tests.
    pub(crate) target: String,
    /// The program.
    pub(crate) program: PathBuf,
}

/// What the suites need.
#[derive(Debug, Default)]
pub(crate) struct Built {
    /// All programs that hold tests.
    pub(crate) tests: Vec<TestProgram>,
    /// All other programs, by their names.
    programs: Vec<(String, PathBuf)>,
    /// All libraries that other languages load.
    libraries: Vec<PathBuf>,
}

impl Built {
    /// A program of the project.
    pub(crate) fn program(&self, name: &str) -> Outcome<&Path> {
        self.programs
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, path)| path.as_path())
            .ok_or_else(|| format!("the build made no program «{name}»").into())
    }

    /// The library of the bindings, as the system loads it.
    pub(crate) fn bindings(&self) -> Outcome<&Path> {
        let name = format!("cittadini_bindings{}", std::env::consts::DLL_SUFFIX);
        let is_it = |path: &&PathBuf| path.to_string_lossy().ends_with(&name);
        self.libraries
            .iter()
            .find(is_it)
            .map(PathBuf::as_path)
            .ok_or_else(|| "the build made no library of the bindings".into())
    }

    /// Takes a line of cargo's report.
    fn note(&mut self, line: &str) {
        let Ok(message) = serde_json::from_str::<Value>(line) else { return };
        if text(&message, "/reason") != Some("compiler-artifact") {
            return;
        }
        let target = text(&message, "/target/name").unwrap_or_default().to_owned();
        let is_test = message.pointer("/profile/test").and_then(Value::as_bool) == Some(true);
        match text(&message, "/executable").map(PathBuf::from) {
            Some(program) if is_test => {
                let manifest = Path::new(text(&message, "/manifest_path").unwrap_or_default());
                let folder = manifest.parent().unwrap_or(manifest).to_owned();
                self.tests.push(TestProgram { folder, target, program });
            }
            Some(program) => self.programs.push((target, program)),
            None => {
                let files =
                    message.get("filenames").and_then(Value::as_array).into_iter().flatten();
                let paths = files.filter_map(Value::as_str).map(PathBuf::from);
                self.libraries.extend(paths.filter(|path| is_library(path)));
            }
        }
    }
}

fn text<'a>(message: &'a Value, pointer: &str) -> Option<&'a str> {
    message.pointer(pointer).and_then(Value::as_str)
}

fn is_library(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::env::consts::DLL_SUFFIX)
}

/// Builds the whole workspace with all its tests.
pub(crate) fn everything() -> Outcome<Built> {
    let mut cargo = cargo()
        .args(["build", "--workspace", "--all-targets", "--message-format=json-render-diagnostics"])
        .stdout(Stdio::piped())
        .spawn()?;
    let mut built = Built::default();
    if let Some(report) = cargo.stdout.take() {
        for line in BufReader::new(report).lines() {
            built.note(&line?);
        }
    }
    match cargo.wait()?.success() {
        true => Ok(built),
        false => Err("the build failed".into()),
    }
}

/// The cargo that runs this program, in the folder of the project.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder::project());
    cargo
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn programs_tests_and_libraries_are_told_apart() {
        let mut built = Built::default();
        built.note(r#"{"reason":"compiler-artifact","manifest_path":"/p/core/Cargo.toml","target":{"name":"cittadini_core"},"profile":{"test":true},"executable":"/t/core-1","filenames":["/t/core-1"]}"#);
        built.note(r#"{"reason":"compiler-artifact","manifest_path":"/p/tool/Cargo.toml","target":{"name":"cittadini"},"profile":{"test":false},"executable":"/t/cittadini","filenames":["/t/cittadini"]}"#);
        let library = format!("/t/libcittadini_bindings{}", std::env::consts::DLL_SUFFIX);
        built.note(&format!(r#"{{"reason":"compiler-artifact","target":{{"name":"cittadini_bindings"}},"profile":{{"test":false}},"executable":null,"filenames":["/t/x.rlib","{library}"]}}"#));
        built.note(r#"{"reason":"build-finished","success":true}"#);

        assert_eq!(built.tests.len(), 1);
        assert_eq!(built.tests[0].folder, Path::new("/p/core"));
        assert_eq!(built.program("cittadini").unwrap(), Path::new("/t/cittadini"));
        assert_eq!(built.bindings().unwrap(), Path::new(&library));
        assert!(built.program("other").is_err());
    }
}
