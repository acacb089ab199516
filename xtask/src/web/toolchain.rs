//! The tools, and how they come onto a Debian machine: the compiler's target, clang, node and Chromium from the system,
//! binaryen and playwright-core from npm, kept outside the clone.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::npm::{self, Package};
use crate::process::succeed;
use crate::terminal::note;
use crate::test::tools::{self, CHROMIUM, CLANG, DEBIAN_RUST, FONTS, LLVM_AR, NODE, WASM_LD};

const TARGET: &str = "wasm32-unknown-unknown";

/// The versions of npm's packages; a newer one is tried on purpose, not by chance.
const PACKAGES: [Package; 2] = [("binaryen", "132.0.0"), ("playwright-core", "1.65.1")];

/// Why a tool is not here.
#[derive(Debug)]
pub(crate) struct Missing(pub(crate) String);

impl fmt::Display for Missing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Missing {}

/// Which compiler builds for the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rust {
    /// The project's own.
    Rustup,
    /// Debian's, where rustup cannot reach its server.
    Debian,
}

impl fmt::Display for Rust {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Rustup => "the project's own compiler",
            Self::Debian => "Debian's compiler (rustc-web)",
        })
    }
}

/// The tools that are there now.
#[derive(Debug)]
pub(crate) struct Tools {
    rust: Rust,
    node_modules: PathBuf,
}

impl Tools {
    pub(super) fn rust(&self) -> Rust {
        self.rust
    }

    pub(super) fn clang(&self) -> &'static str {
        CLANG.program()
    }

    pub(super) fn ar(&self) -> &'static str {
        LLVM_AR.program()
    }

    pub(super) fn node(&self) -> &'static str {
        NODE.program()
    }

    pub(super) fn node_modules(&self) -> &Path {
        &self.node_modules
    }

    pub(super) fn wasm_opt(&self) -> PathBuf {
        self.node_modules.join("binaryen/bin/wasm-opt")
    }
}

/// Sees to it that everything is there.
pub(crate) fn ensure() -> Result<Tools, Missing> {
    for tool in [&CLANG, &WASM_LD, &LLVM_AR, &CHROMIUM, &FONTS] {
        tools::ensure(tool).map_err(Missing)?;
    }
    let node_modules = npm::ensure("web", &PACKAGES).map_err(|error| Missing(error.to_string()))?;
    Ok(Tools { rust: rust()?, node_modules })
}

fn rust() -> Result<Rust, Missing> {
    if target_installed() {
        return Ok(Rust::Rustup);
    }
    let _ = note(format!("rustup target add {TARGET}"));
    if succeed(Command::new("rustup").args(["target", "add", TARGET])).is_ok() && target_installed()
    {
        return Ok(Rust::Rustup);
    }
    let _ = note("rustup cannot have the target; Debian's compiler is taken instead");
    for tool in &DEBIAN_RUST {
        tools::ensure(tool).map_err(Missing)?;
    }
    Ok(Rust::Debian)
}

fn target_installed() -> bool {
    let Ok(found) =
        Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output()
    else {
        return false;
    };
    let folder = String::from_utf8_lossy(&found.stdout);
    std::fs::read_dir(folder.trim()).is_ok_and(|mut entries| entries.next().is_some())
}
