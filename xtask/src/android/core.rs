//! `cargo xtask android core`: the Kotlin library against the library of this computer, the real content and the real
//! server.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::folder;
use crate::process::succeed;
use crate::release::{Place, check_and_build};
use crate::terminal::{Outcome, say};
use crate::test::Verdict;
use crate::test::build::Built;

use super::maven::{self, Maven};

/// The module, and the folder it is in.
const MODULE: &str = "core";

/// Where the tests write what they measured.
const FIGURES: &str = "target/figures.txt";

/// Generates the bindings, publishes the content, and lets the Kotlin tests make the journey.
pub(crate) fn suite(built: &Built) -> Verdict {
    match Maven::ready(MODULE) {
        Ok(maven) => Verdict::of(run(built, &maven)),
        Err(why) => Verdict::Skipped(why),
    }
}

fn run(built: &Built, maven: &Maven) -> Outcome {
    let module = maven::project().join(MODULE);
    generate(built, &module)?;
    let folder = tempfile::Builder::new().prefix("cittadini-kotlin-").tempdir()?;
    let place = Place::at(folder.path());
    let draft = check_and_build(&folder::content())?.draft;
    place.make_keys(&draft.territory)?;
    place.publish(&draft)?;
    let seed = folder.path().join("seed.tar");
    place.write_seed(&seed)?;
    let program = built.program("cittadini")?;
    let library = built.bindings()?.parent().unwrap_or(Path::new("."));
    maven.run(MODULE, |mvn| {
        mvn.arg(format!("-Dcittadini.library={}", library.display()))
            .env("CITTADINI_PROGRAM", program)
            .env("CITTADINI_JOURNEY", folder::project().join("tests/journey.json"))
            .env("CITTADINI_REPOSITORY", place.repository())
            .env("CITTADINI_ROOT", place.root())
            .env("CITTADINI_SEED", &seed);
    })?;
    figures(&module)
}

/// Writes the Kotlin module anew, and throws away what was compiled from another: bindings that do not fit the library
/// fail at their first call, and a test that was deleted would run for ever.
fn generate(built: &Built, module: &Path) -> Outcome {
    let target = module.join("target");
    for stale in
        ["generated", "classes", "test-classes", "figures.txt"].map(|name| target.join(name))
    {
        match stale.is_dir() {
            true => fs::remove_dir_all(&stale)?,
            false => drop(fs::remove_file(&stale)),
        }
    }
    succeed(
        Command::new(built.program("uniffi-bindgen")?)
            .arg("generate")
            .arg(built.bindings()?)
            .args(["--language", "kotlin", "--no-format", "--out-dir"])
            .arg(target.join("generated/uniffi"))
            .current_dir(folder::project()),
    )
}

fn figures(module: &Path) -> Outcome {
    say!("\nMeasured through Kotlin, with the core as it is built for tests:")?;
    Ok(say!("{}", fs::read_to_string(module.join(FIGURES))?.trim_end())?)
}
