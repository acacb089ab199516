//! A copy of the tree in which defences are taken away, with the library that keeps the rules of TUF beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::folder;
use crate::terminal::{Outcome, note};

/// The library, whose sources stand beside the tree under this name.
pub(super) const LIBRARY: &str = "sigstore-tuf";

/// The copy. What is built of it is kept, so that a row costs one crate and not all.
pub(crate) struct Copy {
    folder: PathBuf,
}

/// Puts a file of the copy back when it is dropped.
pub(crate) struct Changed {
    path: PathBuf,
    before: String,
}

impl Copy {
    /// Brings the copy up to the tree of now, committed or not.
    pub(crate) fn ready(folder: &Path) -> Outcome<Self> {
        let copy = Self { folder: folder.to_owned() };
        note(format!("copying the tree to {}", copy.tree().display()))?;
        for file in tracked()? {
            put(&folder::project().join(&file), &copy.tree().join(&file))?;
        }
        let sources = library()?;
        for file in files_below(&sources)? {
            put(&sources.join(&file), &copy.folder.join(LIBRARY).join(&file))?;
        }
        let manifest = fs::read_to_string(folder::project().join("Cargo.toml"))?;
        let patched =
            format!("{manifest}\n[patch.crates-io]\n{LIBRARY} = {{ path = \"../{LIBRARY}\" }}\n");
        write(&copy.tree().join("Cargo.toml"), patched.as_bytes())?;
        Ok(copy)
    }

    /// The tree.
    pub(crate) fn tree(&self) -> PathBuf {
        self.folder.join("tree")
    }

    /// Where it is built.
    pub(crate) fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Replaces words in a file until the answer is dropped. An error unless they stand there once.
    pub(crate) fn change(&self, file: &str, from: &str, to: &str) -> Outcome<Changed> {
        let path = match file.starts_with(LIBRARY) {
            true => self.folder.join(file),
            false => self.tree().join(file),
        };
        let before = fs::read_to_string(&path)?;
        let changed = Changed { path, before };
        fs::write(&changed.path, replaced(file, &changed.before, from, to)?)?;
        Ok(changed)
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        // A copy that is not mended here is mended by the next run.
        let _ = fs::write(&self.path, &self.before);
    }
}

/// The words with those replaced that stand there once.
pub(super) fn replaced(file: &str, words: &str, from: &str, to: &str) -> Outcome<String> {
    match words.matches(from).count() {
        1 => Ok(words.replacen(from, to, 1)),
        count => Err(format!("{file} has this {count} times, not once:\n{from}").into()),
    }
}

/// The sources of the library as cargo fetched them.
pub(super) fn library() -> Outcome<PathBuf> {
    let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    let output = Command::new(cargo)
        .current_dir(folder::project())
        .args(["metadata", "--format-version", "1"])
        .output()?;
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    let is_it = |package: &&Value| package.get("name").is_some_and(|name| name == LIBRARY);
    let found = packages.into_iter().flatten().find(is_it);
    let manifest = found.and_then(|package| package.get("manifest_path")?.as_str());
    let folder = manifest.and_then(|path| Path::new(path).parent());
    Ok(folder.ok_or_else(|| format!("{LIBRARY} is not among the dependencies"))?.to_owned())
}

fn tracked() -> Outcome<Vec<String>> {
    let output = Command::new("git")
        .current_dir(folder::project())
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .output()?;
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    let there = |name: &&str| folder::project().join(name).is_file();
    Ok(names.split('\0').filter(|name| !name.is_empty()).filter(there).map(str::to_owned).collect())
}

fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(folder.join(&at))? {
            let entry = entry?;
            let path = at.join(entry.file_name());
            match entry.file_type()?.is_dir() {
                true => open.push(path),
                false => files.push(path),
            }
        }
    }
    Ok(files)
}

fn put(from: &Path, to: &Path) -> Outcome {
    write(to, &fs::read(from)?)
}

/// Leaves a file alone that says the same already: it would be compiled again.
fn write(to: &Path, bytes: &[u8]) -> Outcome {
    if fs::read(to).ok().as_deref() == Some(bytes) {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(to, bytes)?)
}
