//! A copy of the content in a temporary folder, and the command on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The day on which the real content was written, so that nothing that is green today goes red by itself.
pub(crate) const TODAY: &str = "2026-11-23";

/// What a content folder is read from.
const PARTS: [&str; 6] = ["facts", "territories", "operators", "text", "state", "ui"];

/// A place that the command named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Named {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) severity: String,
    pub(crate) rule: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) fix: String,
}

/// What the command said.
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) text: String,
    pub(crate) named: Vec<Named>,
}

impl Said {
    /// The findings in a file.
    pub(crate) fn of(&self, file: &str) -> Vec<&Named> {
        self.named.iter().filter(|named| named.file == file).collect()
    }

    /// The places and rules of the findings in a file.
    pub(crate) fn rules(&self, file: &str) -> Vec<(usize, usize, &str)> {
        let place = |named: &'_ &Named| (named.line, named.column);
        self.of(file).iter().map(|it| (place(it).0, place(it).1, it.rule.as_str())).collect()
    }
}

/// A copy of the content.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// The real content.
    pub(crate) fn real() -> Self {
        Self::with(&project().join("content"))
    }

    /// The invented content, which is small.
    pub(crate) fn invented() -> Self {
        Self::with(&project().join("tests/content"))
    }

    fn with(content: &Path) -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        for part in PARTS.iter().filter(|part| content.join(part).exists()) {
            copy(&content.join(part), &desk.path(part));
        }
        desk
    }

    /// A path in the content folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.content().join(name)
    }

    pub(crate) fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub(crate) fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Replaces the first place in a file that reads so, and returns the line on which the new text begins.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) -> usize {
        let text = self.read(file);
        let Some((before, after)) = text.split_once(from) else {
            panic!("{file} does not hold «{from}»: choose another place for this mistake")
        };
        self.write(file, format!("{before}{to}{after}"));
        before.matches('\n').count() + 1
    }

    /// Runs `cittadini check` in a language.
    pub(crate) fn check(&self, lang: &str) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_cittadini"))
            .args(["check", "--content", "content", "--today", TODAY, "--lang", lang])
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(!error.contains("panicked"), "{error}");
        Said { code: output.status.code(), named: named(&text), text }
    }
}

/// The findings in what the command printed: a place, a sentence, a way out.
fn named(text: &str) -> Vec<Named> {
    let mut named = Vec::new();
    for paragraph in text.split("\n\n") {
        let lines: Vec<&str> = paragraph.lines().collect();
        let [place, message, fix] = lines.as_slice() else { continue };
        let Some(place) = place.strip_prefix("content/") else { continue };
        // A file's name may hold blanks; what follows it holds none.
        let words: Vec<&str> = place.rsplitn(3, ' ').collect();
        let [rule, severity, place] = words.as_slice() else { panic!("{paragraph}") };
        let place: Vec<&str> = place.rsplitn(3, ':').collect();
        let [column, line, file] = place.as_slice() else { panic!("{paragraph}") };
        named.push(Named {
            file: (*file).to_owned(),
            line: line.parse().unwrap(),
            column: column.parse().unwrap(),
            severity: (*severity).to_owned(),
            rule: (*rule).to_owned(),
            message: message.trim().to_owned(),
            fix: fix.trim().to_owned(),
        });
    }
    named
}

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => drop(fs::copy(entry.path(), to.join(entry.file_name())).unwrap()),
        }
    }
}
