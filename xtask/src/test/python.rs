//! The bindings as another language sees them: the generated Python module reads the project's own content.

use std::path::Path;
use std::process::Command;

use cittadini::serve::Server;

use crate::folder;
use crate::process::succeed;
use crate::release::Place;
use crate::size::library::MobileLibrary;
use crate::terminal::Outcome;

use super::build::Built;
use super::{Verdict, tools};

/// Generates the module, publishes the content, and lets Python make the journey of a phone.
pub(super) fn journey(built: &Built) -> Verdict {
    with_python(|| run(built, built.bindings()?))
}

/// The same with the library as phones load it: what was left out to make it small is not missed.
pub(super) fn journey_with_the_mobile_library(built: &Built) -> Verdict {
    with_python(|| run(built, MobileLibrary::build()?.path()))
}

fn with_python(run: impl FnOnce() -> Outcome) -> Verdict {
    match tools::ensure(&tools::PYTHON) {
        Ok(()) => Verdict::of(run()),
        Err(why) => Verdict::Skipped(why),
    }
}

fn run(built: &Built, library: &Path) -> Outcome {
    let folder = tempfile::Builder::new().prefix("cittadini-python-").tempdir()?;
    let module = folder.path().join("module");
    generate(built, &module, library)?;
    let place = Place::at(folder.path());
    place.publish_project()?;
    let seed = folder.path().join("seed.tar");
    place.write_seed(&seed)?;
    let server = Server::start(&place.repository(), 0)?;
    let script = folder::project().join("bindings/python/test_journey.py");
    succeed(
        Command::new("python3")
            .arg("-B")
            .arg(script)
            .env("CITTADINI_PYTHON_MODULE", &module)
            .env("CITTADINI_REPOSITORY", server.url())
            .env("CITTADINI_ROOT", place.root())
            .env("CITTADINI_SEED", &seed),
    )
}

/// Writes the Python module with a library beside it, which is where the module looks.
fn generate(built: &Built, module: &Path, library: &Path) -> Outcome {
    std::fs::create_dir_all(module)?;
    succeed(
        Command::new(built.program("uniffi-bindgen")?)
            .arg("generate")
            .arg(built.bindings()?)
            .args(["--language", "python", "--no-format", "--out-dir"])
            .arg(module)
            .current_dir(folder::project()),
    )?;
    std::fs::copy(library, module.join(library.file_name().unwrap_or_default()))?;
    Ok(())
}
