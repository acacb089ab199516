//! The resources of the app, compiled by aapt2 as Maven wants them: `R.java`, and an archive for Robolectric and the APK.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::succeed;
use crate::terminal::Outcome;
use crate::test::tools;

use super::published::{Published, forget};

/// The oldest Android that the app runs on, and the one whose rules it follows.
pub(super) const MIN_SDK: &str = "26";
const TARGET_SDK: &str = "35";

/// What was compiled.
pub(super) struct Resources {
    /// The archive with the manifest and the compiled resources, and the assets.
    pub(super) archive: PathBuf,
}

/// Compiles the resources of the app in `module`, and lays what comes with it beside them. `android` is the Android that
/// they are compiled against.
pub(super) fn compile(module: &Path, android: &Path, published: &Published) -> Outcome<Resources> {
    let (main, target) = (module.join("src/main"), module.join("target"));
    forget(&target, &["generated", "assets", "classes", "test-classes", "res.zip", "res.apk"])?;
    let (java, assets) = (target.join("generated/resources"), target.join("assets"));
    fs::create_dir_all(&java)?;
    fs::create_dir_all(&assets)?;
    fs::copy(published.root(), assets.join("root.json"))?;
    fs::copy(published.seed(), assets.join("seed.tar"))?;
    let (compiled, archive) = (target.join("res.zip"), target.join("res.apk"));
    succeed(aapt2().args(["compile", "--dir"]).arg(main.join("res")).arg("-o").arg(&compiled))?;
    succeed(
        aapt2()
            .args(["link", "--auto-add-overlay", "-I"])
            .arg(android)
            .arg("--manifest")
            .arg(main.join("AndroidManifest.xml"))
            .arg("-A")
            .arg(&assets)
            .arg("--java")
            .arg(&java)
            .args(["--min-sdk-version", MIN_SDK, "--target-sdk-version", TARGET_SDK])
            .args(["--version-code", "1", "--version-name", env!("CARGO_PKG_VERSION"), "-o"])
            .arg(&archive)
            .arg(&compiled),
    )?;
    Ok(Resources { archive })
}

fn aapt2() -> Command {
    Command::new(tools::AAPT2.program())
}
