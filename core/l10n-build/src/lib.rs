//! Run from `build.rs`: reads every Fluent file of a folder, refuses what would show a hole on a screen, and writes one
//! Rust function a message, so that a missing message or a wrong variable is a compile error.
//!
//! The reference language decides which messages there are and which variables each takes. Every other language must
//! have the same, no more and no less.

mod catalogue;
mod generate;

use std::io::Write;
use std::path::{Path, PathBuf};

pub use catalogue::{Catalogue, compare};

/// The whole of a `build.rs`: [`run`] into `OUT_DIR/<module>`, and a line to cargo for each file and each fault.
pub fn build_script(folder: &Path, reference: &str, module: &str) -> Result<(), BuildError> {
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    tell_cargo(&format!("rerun-if-changed={}", folder.display()));
    match run(folder, reference, &out.join(module)) {
        Ok(files) => {
            for file in files {
                tell_cargo(&format!("rerun-if-changed={}", file.display()));
            }
            Ok(())
        }
        Err(error) => {
            for line in error.to_string().lines() {
                tell_cargo(&format!("error={line}"));
            }
            Err(error)
        }
    }
}

/// A build script talks to cargo through standard output; there is no one else to tell when that fails.
fn tell_cargo(line: &str) {
    drop(writeln!(std::io::stdout(), "cargo::{line}"));
}

/// Why the build must not go on.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A file cannot be read or written.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// One or more faults in the Fluent files, a line each.
    #[error("{}", .0.join("\n"))]
    Faults(Vec<String>),
}

/// Checks every `*.ftl` in `folder` against `<reference>.ftl` and writes typed messages to `out`. Returns the files read.
pub fn run(folder: &Path, reference: &str, out: &Path) -> Result<Vec<PathBuf>, BuildError> {
    let files = ftl_files(folder)?;
    let reference_path = folder.join(format!("{reference}.ftl"));
    let expected = Catalogue::read(&reference_path)?;
    let mut faults = Vec::new();
    for file in &files {
        match Catalogue::read(file) {
            Ok(found) => faults.extend(compare(&expected, &found, &file.display().to_string())),
            Err(BuildError::Faults(lines)) => faults.extend(lines),
            Err(error) => return Err(error),
        }
    }
    if !faults.is_empty() {
        return Err(BuildError::Faults(faults));
    }
    std::fs::write(out, generate::functions(&expected))
        .map_err(|source| BuildError::Io { path: out.to_owned(), source })?;
    Ok(files)
}

fn ftl_files(folder: &Path) -> Result<Vec<PathBuf>, BuildError> {
    let io = |source| BuildError::Io { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
