//! Whether Kotlin is written as the project writes it: ktlint, with the rules of `.editorconfig`.

use std::process::Command;

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, note};

use super::maven::{self, Maven};

/// Checks the sources of both modules. What is generated is left out.
pub(super) fn check(maven: &Maven) -> Outcome {
    let version = maven::version("ktlint.version")?;
    let ktlint = maven.file(&format!("com.pinterest.ktlint:ktlint-cli:{version}"), "-all.jar")?;
    note("ktlint")?;
    succeed(
        Command::new("java")
            .arg("-jar")
            .arg(ktlint)
            .args(["--relative", "--log-level=error"])
            .args(["android/core/src/**/*.kt", "android/app/src/**/*.kt"])
            .current_dir(folder::project()),
    )
}
