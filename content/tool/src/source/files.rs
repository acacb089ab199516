//! Which files there are, in an order that does not depend on the file system, and how one is read.

use std::io::Read as _;
use std::path::Path;

use crate::finding::{Finding, Place, Problem, both};
use crate::progress::{Draw, Progress, UNSEEN};

use super::scalars::nearest;
use super::yaml::{self, Node};
use super::yaml_problems;

/// The files of a content folder, and what was wrong with them.
pub(crate) struct Files<'a> {
    pub(crate) root: &'a Path,
    pub(crate) findings: Vec<Finding>,
    progress: Progress<'a>,
}

/// A file whose name is an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The name without its ending.
    pub(crate) id: String,
    /// The path relative to the content folder.
    pub(crate) file: String,
}

impl<'a> Files<'a> {
    /// The files of a folder.
    pub(crate) fn of(root: &'a Path) -> Self {
        Self { root, findings: Vec::new(), progress: Progress::new(UNSEEN, 0) }
    }

    /// The same, with somebody who watches them being read.
    pub(crate) fn watched(root: &'a Path, draw: Draw<'a>) -> Self {
        let read = ["facts", "territories", "operators", "text", "tests"];
        let there = read.map(|name| count(&root.join(name), 3));
        Self { root, findings: Vec::new(), progress: Progress::new(draw, there.iter().sum()) }
    }

    pub(crate) fn error(&mut self, place: &Place, problem: Problem) {
        self.findings.push(problem.error(place));
    }

    /// The names in a folder, sorted, without hidden ones. None when there is no such folder.
    pub(crate) fn names(&mut self, folder: &str) -> Vec<String> {
        let path = self.root.join(folder);
        if !path.is_dir() {
            return Vec::new();
        }
        let entries = match std::fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) => {
                self.error(&Place::top(folder), yaml_problems::unreadable(&error));
                return Vec::new();
            }
        };
        let mut names = Vec::new();
        for name in entries.filter_map(Result::ok).map(|entry| entry.file_name()) {
            match name.into_string() {
                Ok(name) => names.push(name),
                Err(name) => {
                    let place = Place::top(format!("{folder}/{}", name.to_string_lossy()));
                    self.error(&place, yaml_problems::strange_name());
                }
            }
        }
        names.retain(|name| !name.starts_with('.') && name != "README.md");
        names.sort();
        names
    }

    /// The sub-folders of a folder.
    pub(crate) fn folders(&mut self, folder: &str) -> Vec<String> {
        let mut names = self.names(folder);
        names.retain(|name| self.root.join(folder).join(name).is_dir());
        names
    }

    /// The files of a folder with the ending that belongs there. Others are reported.
    pub(crate) fn named(&mut self, folder: &str, ending: &str) -> Vec<Named> {
        let mut named = Vec::new();
        for name in self.names(folder) {
            let file = format!("{folder}/{name}");
            match name.strip_suffix(ending) {
                Some(id) if !self.root.join(&file).is_dir() => {
                    named.push(Named { id: id.to_owned(), file });
                }
                Some(_) => self.error(&Place::top(&file), yaml_problems::no_file()),
                None => self.error(&Place::top(&file), not_read(folder, ending)),
            }
        }
        named
    }

    /// Reports a folder of the content folder itself whose name was probably meant for one that is read. Others may stand
    /// there and are nobody's business.
    pub(crate) fn misspelt_folders(&mut self, expected: &[&str]) {
        for name in self.folders("") {
            let near = nearest(&name, expected.iter().copied());
            if near.is_some_and(|near| near != name) {
                self.error(&Place::top(&name), unknown_folder(&name, expected, near));
            }
        }
    }

    /// Reports files where only folders are read.
    pub(crate) fn no_files(&mut self, folder: &str) {
        for name in self.names(folder) {
            let file = format!("{folder}/{name}");
            if !self.root.join(&file).is_dir() {
                self.error(&Place::top(&file), only_folders_read(folder));
            }
        }
    }

    /// Reports folders that have no meaning where they stand.
    pub(crate) fn only_folders(&mut self, folder: &str, expected: &[&str]) {
        for name in self.names(folder) {
            if !expected.contains(&name.as_str()) {
                let near = nearest(&name, expected.iter().copied());
                let problem = unknown_folder(&name, expected, near);
                self.error(&Place::top(format!("{folder}/{name}")), problem);
            }
        }
    }

    /// The text of a file, without its byte order mark.
    pub(crate) fn text(&mut self, file: &str) -> Option<String> {
        let bytes = self.bytes(file)?;
        match yaml::decode(&bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(placed) => self.placed(file, placed),
        }
    }

    /// What a YAML file holds.
    pub(crate) fn node(&mut self, file: &str) -> Option<Node> {
        self.progress.step();
        let bytes = self.bytes(file)?;
        match yaml::parse(&bytes) {
            Ok(node) => Some(node),
            Err(placed) => self.placed(file, placed),
        }
    }

    /// The bytes of a file, at most one more than may be read: what stands there may be endless.
    fn bytes(&mut self, file: &str) -> Option<Vec<u8>> {
        match read(&self.root.join(file)) {
            Ok(Some(bytes)) => Some(bytes),
            Ok(None) => {
                self.error(&Place::top(file), yaml_problems::no_file());
                None
            }
            Err(error) => {
                self.error(&Place::top(file), yaml_problems::unreadable(&error));
                None
            }
        }
    }

    fn placed<T>(&mut self, file: &str, placed: yaml::Placed) -> Option<T> {
        let place = Place { file: file.to_owned(), line: placed.line, column: placed.column };
        self.error(&place, placed.problem);
        None
    }
}

/// How many files there are in a folder and those below it.
fn count(folder: &Path, levels: usize) -> usize {
    let Some(below) = levels.checked_sub(1) else { return 0 };
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let files = entries.map(|entry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => count(&entry.path(), below),
        _ => 1,
    });
    files.sum()
}

/// Reads a file. None for what is no file, such as a folder or a pipe, which would keep us waiting.
fn read(path: &Path) -> std::io::Result<Option<Vec<u8>>> {
    if !std::fs::metadata(path)?.is_file() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(yaml::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

fn not_read(folder: &str, ending: &str) -> Problem {
    Problem::new(
        "file-not-read",
        both(
            format!("In «{folder}» si leggono solo file che finiscono in «{ending}»."),
            format!("In “{folder}” only files that end in “{ending}” are read."),
        ),
        both(
            "Cambia il nome del file o spostalo altrove.",
            "Rename the file or move it elsewhere.",
        ),
    )
}

fn only_folders_read(folder: &str) -> Problem {
    Problem::new(
        "file-not-read",
        both(
            format!("In «{folder}» si leggono solo cartelle: questo file non lo legge nessuno."),
            format!("In “{folder}” only folders are read: nobody reads this file."),
        ),
        both("Sposta il file nella cartella giusta.", "Move the file into the right folder."),
    )
}

fn unknown_folder(name: &str, expected: &[&str], near: Option<&str>) -> Problem {
    let list = expected.join(", ");
    let fix = match near {
        Some(near) => both(
            format!("Volevi scrivere «{near}»? Nomi ammessi qui: {list}."),
            format!("Did you mean “{near}”? Names allowed here: {list}."),
        ),
        None => both(format!("Nomi ammessi qui: {list}."), format!("Names allowed here: {list}.")),
    };
    Problem::new(
        "unknown-folder",
        both(
            format!("«{name}» qui non viene letto da nessuno."),
            format!("“{name}” is not read by anything here."),
        ),
        fix,
    )
}
