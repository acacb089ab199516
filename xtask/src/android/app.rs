//! `cargo xtask android app`: the app on Robolectric, with the library of this computer, the real content and the real
//! server; and its APK.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, say};
use crate::test::Verdict;
use crate::test::build::Built;
use crate::test::tools;

use super::later::Later;
use super::maven::{self, Maven};
use super::published::{Published, generate};
use super::{apk, lint, resources};

/// The module, and the folder it is in.
const MODULE: &str = "app";

/// Modules of which everything can be had before anything is compiled.
const RESOLVED: [&str; 3] = ["core", "tools", "tools/oldest"];

/// The Androids that the tests run on, as the pom names their versions.
const TESTED: [&str; 2] = ["android.tested.version", "android.oldest.version"];

/// Compiles the app, makes the journey through its screens, lays down their pictures, and puts the APK together.
pub(crate) fn suite(built: &Built) -> Verdict {
    let needed = [tools::AAPT2, tools::ZIPALIGN, tools::APKSIGNER, tools::ZIP];
    let ready =
        needed.iter().try_for_each(tools::ensure).and_then(|()| Maven::ready(&RESOLVED, MODULE));
    match ready {
        Ok(maven) => Verdict::of(run(built, &maven)),
        Err(why) => Verdict::Skipped(why),
    }
}

fn run(built: &Built, maven: &Maven) -> Outcome {
    let module = maven::project().join(MODULE);
    lint::check(maven)?;
    let published = Published::now()?;
    generate(built)?;
    let resources = resources::compile(&module, &apk::android(maven)?, &published)?;
    test(built, maven, &module, &published)?;
    apk::assemble(maven, &module, &resources)
}

fn test(built: &Built, maven: &Maven, module: &Path, published: &Published) -> Outcome {
    unpack_monitor(maven, &module.join("target/monitor"))?;
    let pictures = folder::project().join("target/pictures/android");
    if pictures.is_dir() {
        fs::remove_dir_all(&pictures)?;
    }
    fs::create_dir_all(&pictures)?;
    let androids = gather_androids(maven, &module.join("target/androids"))?;
    let later = Later::after(published)?;
    maven.test(|mvn| {
        mvn.arg("-Dcore.skip.tests=true")
            .arg(format!("-Dcittadini.androids={}", androids.display()))
            .env("CITTADINI_LATER", later.repository())
            .env("CITTADINI_PICTURES", &pictures);
        published.tell(mvn, built)
    })?;
    say!("Pictures of the screens: {}", pictures.display())?;
    Ok(())
}

/// Robolectric wants them in one folder. A link does, where the file system has them.
fn gather_androids(maven: &Maven, to: &Path) -> Outcome<PathBuf> {
    fs::create_dir_all(to)?;
    for property in TESTED {
        let version = maven::version(property)?;
        let name = format!("org.robolectric:android-all-instrumented:{version}");
        let from = maven.file(&name, ".jar")?;
        let link = to.join(from.file_name().unwrap_or_default());
        if !link.is_file() && fs::hard_link(&from, &link).is_err() {
            fs::copy(&from, &link)?;
        }
    }
    Ok(to.to_owned())
}

/// The one entry of the class path that comes as an AAR.
fn unpack_monitor(maven: &Maven, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    let version = maven::version("monitor.version")?;
    let archive = maven.file(&format!("androidx.test:monitor:{version}"), ".aar")?;
    succeed(Command::new("jar").arg("xf").arg(archive).arg("classes.jar").current_dir(to))
}
