//! `cargo xtask ios core`: the Swift package against the library of this computer, the real content and the real server.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::folder;
use crate::process::succeed;
use crate::release::Place;
use crate::terminal::{Outcome, note, say};
use crate::test::Verdict;
use crate::test::build::Built;

use super::chroot::Chroot;
use super::package;

/// What `swift test` takes. `--no-parallel`, because tests count threads, open files and memory of the whole process. The
/// linker is told to leave alone what `libswiftObservation` does not find, a fault of Swift 6.0 on Linux.
const TEST: [&str; 14] = [
    "timeout",
    "--kill-after=5",
    "600",
    "swift",
    "test",
    "--scratch-path=/w/build",
    "--disable-xctest",
    "--no-parallel",
    "-Xswiftc",
    "-warnings-as-errors",
    "-Xlinker",
    "-L/w/library",
    "-Xlinker",
    "--allow-shlib-undefined",
];

/// Where the tests write what they measured.
const FIGURES: &str = "figures.txt";

/// Where the tests write pages as a person meets them, and where they are kept to be read.
const PAGES: &str = "pages";
const KEPT_PAGES: &str = "target/ios/pages";

/// Generates the bindings, publishes the content, and lets the Swift tests make the journey.
pub(crate) fn suite(built: &Built) -> Verdict {
    with_toolchain(built, |chroot, release| {
        let place = Place::at(release);
        place.publish_project()?;
        place.write_seed(&release.join("seed.tar"))?;
        fs::copy(folder::project().join("tests/journey.json"), release.join("journey.json"))?;
        chroot.run(&TEST)?;
        keep_pages(&release.join(PAGES))?;
        say!("\nMeasured through Swift, with the core as it is built for tests:")?;
        Ok(say!("{}", fs::read_to_string(release.join(FIGURES))?.trim_end())?)
    })
}

/// Copies the pages out of the folder that vanishes.
fn keep_pages(pages: &Path) -> Outcome {
    let kept = folder::project().join(KEPT_PAGES);
    fs::create_dir_all(&kept)?;
    for page in fs::read_dir(pages)? {
        let page = page?;
        fs::copy(page.path(), kept.join(page.file_name()))?;
    }
    Ok(note(format!("pages to be read: {KEPT_PAGES}"))?)
}

/// Does something with the toolchain, the bindings generated, and a folder for a release that vanishes afterwards.
pub(super) fn with_toolchain(
    built: &Built,
    run: impl FnOnce(&Chroot, &Path) -> Outcome,
) -> Verdict {
    let release = match tempfile::Builder::new().prefix("cittadini-swift-").tempdir() {
        Ok(release) => release,
        Err(why) => return Verdict::Failed(why.to_string()),
    };
    let library = match built.bindings() {
        Ok(library) => library.parent().unwrap_or(library),
        Err(why) => return Verdict::Failed(why.to_string()),
    };
    match Chroot::ready(library, release.path()) {
        Ok(chroot) => Verdict::of(generate(built).and_then(|()| run(&chroot, release.path()))),
        Err(why) => Verdict::Skipped(why),
    }
}

/// Writes the Swift module and its C header. Bindings that do not fit the library end the process at their first call, so
/// they are generated from the very library that is tested.
fn generate(built: &Built) -> Outcome {
    let _ = note("uniffi-bindgen generate --language swift");
    let folder = tempfile::tempdir()?;
    succeed(
        Command::new(built.program("uniffi-bindgen")?)
            .arg("generate")
            .arg(built.bindings()?)
            .args(["--language", "swift", "--no-format", "--out-dir"])
            .arg(folder.path())
            .current_dir(folder::project()),
    )?;
    let sources = package().join("Sources");
    put(folder.path(), "CittadiniCore.swift", &sources.join("CittadiniCore/Generated"))?;
    put(folder.path(), "CittadiniCoreFFI.h", &sources.join("CittadiniCoreFFI"))
}

/// Leaves a file alone that says the same already: it would be compiled again.
fn put(from: &Path, file: &str, to: &Path) -> Outcome {
    let new = fs::read(from.join(file))?;
    fs::create_dir_all(to)?;
    let to = to.join(file);
    if fs::read(&to).ok().as_ref() != Some(&new) {
        fs::write(to, new)?;
    }
    Ok(())
}
