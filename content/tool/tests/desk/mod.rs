//! A temporary folder with a copy of the invented content, in which tests type command lines.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A temporary folder with a copy of the invented content.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        copy(&project.join("tests/content"), &desk.path("content"));
        copy(&project.join("content/ui"), &desk.path("content/ui"));
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cittadini"));
        command.args(words.split_whitespace()).current_dir(self.folder.path());
        command
    }

    pub(crate) fn run(&self, words: &str) -> Output {
        self.command(words).output().unwrap()
    }

    pub(crate) fn ok(&self, words: &str) -> String {
        let output = self.run(words);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{words}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn code(&self, words: &str) -> Option<i32> {
        self.run(words).status.code()
    }

    pub(crate) fn published(&self) {
        self.ok("keys init --keys keys --development --content content");
        self.ok("publish --dev --content content --keys keys --to repository");
    }

    pub(crate) fn break_two_files(&self) {
        let fee = self.path("content/facts/fees/f-breve.yaml");
        let text = fs::read_to_string(&fee).unwrap();
        fs::write(&fee, format!("{text}colour: blue\n")).unwrap();
        fs::write(self.path("content/text/ar/foglio-blu.yaml"), "title: \"Il foglio blu\"\n")
            .unwrap();
    }
}

/// The one object that was printed, on one line.
pub(crate) fn json(line: &str) -> Value {
    assert_eq!(line.lines().count(), 1, "one line: {line}");
    serde_json::from_str(line).unwrap()
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// Every file below a folder, with its bytes.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    all.sort();
    all
}
