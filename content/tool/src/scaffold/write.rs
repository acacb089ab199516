//! Writes all of the files or none.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::error::ScaffoldError;

/// A file to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its path relative to the content folder, with `/` between its parts.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// Writes new files into a content folder, and the folders that they need. None is ever overwritten.
///
/// # Errors
/// [`ScaffoldError::Write`], with the folder as it was before.
pub fn write(dir: &Path, files: &[NewFile]) -> Result<(), ScaffoldError> {
    let mut made = Made::default();
    for file in files {
        let path = dir.join(&file.path);
        if let Err(error) = made.folder_of(&path).and_then(|()| made.file(&path, &file.text)) {
            made.undo();
            return Err(ScaffoldError::Write(path.display().to_string(), error));
        }
    }
    Ok(())
}

/// What this call has made, in order.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn folder_of(&mut self, path: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = path.ancestors().skip(1).take_while(|up| !up.exists()).collect();
        for folder in missing.into_iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, text: &str) -> io::Result<()> {
        let mut file = File::create_new(path)?;
        self.files.push(path.to_owned());
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    /// Takes away what was made. What cannot be taken away either is told by the error that led here.
    fn undo(self) {
        for file in self.files.iter().rev() {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
