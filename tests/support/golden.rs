//! Golden files: what a screen looked like when a person last read it and found it good.
//!
//! `UPDATE_GOLDEN=1` writes what the screens look like today; whoever does so reads the difference before committing it.
//! Where `CI=true` nothing is ever written: a run that nobody watches would call everything good.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use similar::TextDiff;

/// A folder of golden files under comparison.
pub struct Golden {
    folder: PathBuf,
    update: bool,
    seen: BTreeSet<PathBuf>,
    differences: Vec<String>,
}

impl Golden {
    /// Opens a folder of `tests/golden`.
    ///
    /// # Panics
    /// When it is asked to write where `CI=true`.
    pub fn open(folder: &str) -> Self {
        Self::at(crate::project().join("tests/golden").join(folder))
    }

    /// Opens a folder that lies elsewhere.
    ///
    /// # Panics
    /// When it is asked to write where `CI=true`.
    pub fn at(folder: PathBuf) -> Self {
        let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
        let update = is("UPDATE_GOLDEN", "1");
        assert!(
            !(update && is("CI", "true")),
            "UPDATE_GOLDEN=1 is refused where CI=true: golden files are written by a person who reads them"
        );
        Self { folder, update, seen: BTreeSet::new(), differences: Vec::new() }
    }

    /// Compares a screen with its file. A difference is remembered, so that all are shown together.
    pub fn compare(&mut self, name: &str, text: &str) {
        let path = self.folder.join(name);
        let text = readable(text);
        let golden = fs::read_to_string(&path).unwrap_or_default();
        self.seen.insert(path.clone());
        if golden == text {
            return;
        }
        if self.update {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(&path, text).expect("a golden file");
            return;
        }
        let (old, new) = (format!("{name} as it was read"), format!("{name} as it is"));
        let difference = TextDiff::from_lines(&golden, &text);
        self.differences.push(difference.unified_diff().header(&old, &new).to_string());
    }

    /// Ends the comparison: every file that no screen was compared with is a difference too.
    ///
    /// # Panics
    /// When anything differs.
    pub fn finish(mut self) {
        for path in files(&self.folder) {
            if self.seen.contains(&path) {
                continue;
            }
            match self.update {
                true => fs::remove_file(&path).expect("a golden file that goes"),
                false => self.differences.push(format!("{} belongs to no screen", path.display())),
            }
        }
        assert!(
            self.differences.is_empty(),
            "{}\n{} screens differ from their golden files. Read the differences; if they are wanted, run again with UPDATE_GOLDEN=1.",
            self.differences.join("\n"),
            self.differences.len()
        );
    }
}

/// Without colours and without blanks at the ends of lines.
fn readable(text: &str) -> String {
    let plain = anstream::adapter::strip_str(text).to_string();
    let lines: Vec<&str> = plain.trim_end().lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
