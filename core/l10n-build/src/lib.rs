//! Run from `build.rs`: reads the Fluent files that are built in, refuses what would show a hole on a screen, and writes one
//! Rust function a message, so that a missing message or a wrong variable is a compile error.
//!
//! The first language decides which messages there are and which variables each takes. The others must have the same, no
//! more and no less. Languages that travel in packs are compared by the content tool, for their editors.

mod catalogue;
mod generate;

use std::io::Write;
use std::path::{Path, PathBuf};

pub use catalogue::{Catalogue, Difference, compare, remarks_in_text};

/// The whole of a `build.rs`: [`run`] into `OUT_DIR/<module>`, and a line to cargo for each file and each fault.
pub fn build_script(folder: &Path, languages: &[&str], module: &str) -> Result<(), BuildError> {
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    match run(folder, languages, &out.join(module)) {
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

/// Checks `<language>.ftl` of each language against the first and writes typed messages to `out`. Returns the files read.
pub fn run(folder: &Path, languages: &[&str], out: &Path) -> Result<Vec<PathBuf>, BuildError> {
    let files: Vec<PathBuf> =
        languages.iter().map(|language| folder.join(format!("{language}.ftl"))).collect();
    let mut faults = Vec::new();
    let mut expected: Option<Catalogue> = None;
    for file in &files {
        match (Catalogue::read(file), &expected) {
            (Ok(found), None) => expected = Some(found),
            (Ok(found), Some(expected)) => {
                let name = file.display();
                let differences = compare(expected, &found);
                faults.extend(differences.iter().map(|difference| format!("{name}: {difference}")));
            }
            (Err(BuildError::Faults(lines)), _) => faults.extend(lines),
            (Err(error), _) => return Err(error),
        }
    }
    if !faults.is_empty() {
        return Err(BuildError::Faults(faults));
    }
    std::fs::write(out, generate::functions(&expected.unwrap_or_default()))
        .map_err(|source| BuildError::Io { path: out.to_owned(), source })?;
    Ok(files)
}
