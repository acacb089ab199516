//! `cargo xtask freeze NAME`: keeps the packs and the reader of today in `tests/frozen/`, for the tests of every later
//! day.
//!
//! The packs are kept as a file, the reader as the commit from which it is built again. So the tree must be committed:
//! what is not in the commit would be missing from the reader.

use std::fs;
use std::path::Path;
use std::process::Command;

use jiff::Timestamp;
use serde_json::json;

use crate::folder;
use crate::release::{Place, check_and_build};
use crate::terminal::{Outcome, say};

/// What to keep.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The name of the release, such as 1.0.
    name: String,
}

/// Keeps the release of today.
pub(crate) fn run(options: &Options) -> Outcome {
    let frozen = folder::project().join("tests/frozen");
    let folder = frozen.join(&options.name);
    folder::must_be_free(&folder)?;
    let commit = committed()?;
    // Written beside its place and then renamed: a release half frozen would fail every later run.
    let fresh = tempfile::Builder::new().prefix(".frozen-").tempdir_in(&frozen)?;
    let written = fresh.path().join("release");
    fs::create_dir(&written)?;
    write(&written, &commit)?;
    fs::rename(&written, &folder)?;
    say!("Kept {} of commit {commit}.", folder.display())?;
    say!("Now write how it is read today, read that, and commit both:")?;
    say!("  UPDATE_GOLDEN=1 cargo test -p cittadini-tests frozen_release")?;
    Ok(())
}

fn write(folder: &Path, commit: &str) -> Outcome {
    let draft = check_and_build(&folder::content())?.draft;
    let work = tempfile::tempdir()?;
    let place = Place::at(work.path());
    place.make_keys(&draft.territory)?;
    place.publish(&draft)?;
    fs::copy(place.root(), folder.join("root.json"))?;
    place.write_seed(&folder.join("packs.release"))?;
    let reader = json!({ "commit": commit, "frozen_on": Timestamp::now() });
    fs::write(folder.join("reader.json"), format!("{reader:#}\n"))?;
    Ok(())
}

/// The commit of the tree. An error when something is not committed.
fn committed() -> Outcome<String> {
    let changes = git(&["status", "--porcelain"])?;
    if !changes.is_empty() {
        return Err(format!("commit or remove these first:\n{changes}").into());
    }
    git(&["rev-parse", "HEAD"])
}

fn git(arguments: &[&str]) -> Outcome<String> {
    let output = Command::new("git").current_dir(folder::project()).args(arguments).output()?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
        false => Err(format!("git: {}", String::from_utf8_lossy(&output.stderr)).into()),
    }
}
