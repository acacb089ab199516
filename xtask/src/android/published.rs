//! What both modules are tested with: the bindings of this very library, and the project's content as a release.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::folder;
use crate::process::succeed;
use crate::release::{Place, check_and_build};
use crate::terminal::Outcome;
use crate::test::build::Built;

use super::maven;

/// The content, published with development keys in a folder that vanishes.
pub(super) struct Published {
    folder: TempDir,
    place: Place,
}

impl Published {
    /// Publishes it.
    pub(super) fn now() -> Outcome<Self> {
        let folder = tempfile::Builder::new().prefix("cittadini-kotlin-").tempdir()?;
        let place = Place::at(folder.path());
        let draft = check_and_build(&folder::content())?.draft;
        place.make_keys(&draft.territory)?;
        place.publish(&draft)?;
        let published = Self { folder, place };
        published.place.write_seed(&published.seed())?;
        Ok(published)
    }

    /// Where it is, with its keys.
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// The release in one file.
    pub(super) fn seed(&self) -> PathBuf {
        self.folder.path().join("seed.tar")
    }

    /// The root that comes with the app.
    pub(super) fn root(&self) -> PathBuf {
        self.place.root()
    }

    /// Tells the tests where everything is.
    pub(super) fn tell(&self, mvn: &mut Command, built: &Built) -> Outcome {
        let library = built.bindings()?.parent().unwrap_or(Path::new("."));
        mvn.arg(format!("-Dcittadini.library={}", library.display()))
            .env("CITTADINI_PROGRAM", built.program("cittadini")?)
            .env("CITTADINI_JOURNEY", folder::project().join("tests/journey.json"))
            .env("CITTADINI_REPOSITORY", self.place.repository())
            .env("CITTADINI_ROOT", self.root())
            .env("CITTADINI_SEED", self.seed());
        Ok(())
    }
}

/// Writes the Kotlin module of the core anew: bindings that do not fit the library fail at their first call.
pub(super) fn generate(built: &Built) -> Outcome {
    let target = maven::project().join("core/target");
    forget(&target, &["generated", "classes"])?;
    succeed(
        Command::new(built.program("uniffi-bindgen")?)
            .arg("generate")
            .arg(built.bindings()?)
            .args(["--language", "kotlin", "--no-format", "--out-dir"])
            .arg(target.join("generated/uniffi"))
            .current_dir(folder::project()),
    )
}

/// Throws away what an earlier run made, files or folders: a test that was deleted would run for ever.
pub(super) fn forget(folder: &Path, names: &[&str]) -> Outcome {
    for stale in names.iter().map(|name| folder.join(name)) {
        match stale.is_dir() {
            true => fs::remove_dir_all(&stale)?,
            false => drop(fs::remove_file(&stale)),
        }
    }
    Ok(())
}
