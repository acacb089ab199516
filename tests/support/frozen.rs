//! Frozen releases: the packs and the reader of a day that has passed, as they were.
//!
//! `tests/frozen/<name>/` keeps `packs.release` (the packs, signed with development keys), `root.json`, and
//! `reader.json`: the commit of the reader that went with them and the day. `cargo xtask freeze <name>` writes it. The
//! reader is kept as a commit, not as a program: it is built again from the history of this repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde_json::Value;

use crate::project;

static UNPACKING: Mutex<()> = Mutex::new(());

/// A frozen release.
pub struct Frozen {
    /// Its name.
    pub name: String,
    /// The moment at which it was frozen.
    pub frozen_on: Timestamp,
    commit: String,
    folder: PathBuf,
}

impl Frozen {
    /// All that are kept, by name.
    pub fn all() -> Vec<Self> {
        let mut folders: Vec<PathBuf> = fs::read_dir(project().join("tests/frozen"))
            .expect("tests/frozen")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.is_dir())
            .collect();
        folders.sort();
        folders.into_iter().map(Self::open).collect()
    }

    fn open(folder: PathBuf) -> Self {
        let text = fs::read_to_string(folder.join("reader.json")).expect("reader.json");
        let reader: Value = serde_json::from_str(&text).expect("reader.json is JSON");
        let text = |key: &str| reader[key].as_str().expect("a text in reader.json").to_owned();
        Self {
            name: folder.file_name().expect("a name").to_string_lossy().into_owned(),
            frozen_on: text("frozen_on").parse().expect("a moment in reader.json"),
            commit: text("commit"),
            folder,
        }
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The root its app was built with.
    pub fn root(&self) -> Vec<u8> {
        fs::read(self.folder.join("root.json")).expect("root.json")
    }

    /// Its packs, as an app carries them.
    pub fn packs(&self) -> PathBuf {
        self.folder.join("packs.release")
    }

    /// Builds the reader of that day, once.
    ///
    /// # Panics
    /// When its commit is not in this clone, or no longer builds.
    pub fn reader(&self) -> FrozenReader {
        let sources = project().join("target/frozen").join(&self.commit);
        {
            // Two tests at once would unpack it into the same place.
            let _one_at_a_time = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
            if !sources.join("Cargo.toml").is_file() {
                self.unpack(&sources);
            }
        }
        let target = project().join("target/frozen/target");
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--locked", "--package", "cittadini", "--manifest-path"])
            .arg(sources.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&target)
            .status()
            .expect("cargo");
        assert!(built.success(), "the reader of «{}» does not build", self.name);
        FrozenReader { program: target.join("debug/cittadini") }
    }

    fn unpack(&self, sources: &Path) {
        let archive = Command::new("git")
            .current_dir(project())
            .args(["archive", "--format=tar", &self.commit])
            .output()
            .expect("git");
        assert!(
            archive.status.success(),
            "commit {} of «{}» is not in this clone; fetch the whole history (git fetch --unshallow): {}",
            self.commit,
            self.name,
            String::from_utf8_lossy(&archive.stderr)
        );
        let parent = sources.parent().expect("a parent");
        fs::create_dir_all(parent).expect("a folder");
        let fresh = tempfile::tempdir_in(parent).expect("a folder");
        tar::Archive::new(archive.stdout.as_slice()).unpack(fresh.path()).expect("the sources");
        fs::rename(fresh.keep(), sources).expect("the sources in their place");
    }
}

/// The terminal reader as it was on its day.
pub struct FrozenReader {
    program: PathBuf,
}

impl FrozenReader {
    /// Runs a verb on a data folder and returns the screen.
    ///
    /// # Panics
    /// When the reader fails: it must read every later pack of its major version.
    pub fn screen(&self, arguments: &[&str]) -> Value {
        let Output { status, stdout, stderr } = Command::new(&self.program)
            .args(["--json", "reader"])
            .args(arguments)
            .output()
            .expect("the frozen reader");
        let (stdout, stderr) = (String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
        assert!(status.success(), "reader {arguments:?}: {status}\n{stdout}{stderr}");
        serde_json::from_str(&stdout).expect("a screen as JSON")
    }
}
