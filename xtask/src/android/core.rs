//! `cargo xtask android core`: the Kotlin library against the library of this computer, the real content and the real
//! server.

use std::fs;
use std::path::Path;

use crate::terminal::{Outcome, say};
use crate::test::Verdict;
use crate::test::build::Built;

use super::maven::{self, Maven};
use super::published::{Published, forget, generate};

/// The module, and the folder it is in.
const MODULE: &str = "core";

/// Where the tests write what they measured.
const FIGURES: &str = "target/figures.txt";

/// Generates the bindings, publishes the content, and lets the Kotlin tests make the journey.
pub(crate) fn suite(built: &Built) -> Verdict {
    match Maven::ready(&[MODULE], MODULE) {
        Ok(maven) => Verdict::of(run(built, &maven)),
        Err(why) => Verdict::Skipped(why),
    }
}

fn run(built: &Built, maven: &Maven) -> Outcome {
    let module = maven::project().join(MODULE);
    forget(&module.join("target"), &["test-classes", "figures.txt"])?;
    generate(built)?;
    let published = Published::now()?;
    maven.test(|mvn| published.tell(mvn, built))?;
    figures(&module)
}

fn figures(module: &Path) -> Outcome {
    say!("\nMeasured through Kotlin, with the core as it is built for tests:")?;
    Ok(say!("{}", fs::read_to_string(module.join(FIGURES))?.trim_end())?)
}
