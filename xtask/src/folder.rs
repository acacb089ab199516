//! Folders: where the project is, and copies.

use std::fs;
use std::path::{Path, PathBuf};

use crate::terminal::Outcome;

/// The folder of the workspace. `cargo run` names it; whoever starts the program by hand stands in it.
pub(crate) fn project() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR")
        .and_then(|xtask| Path::new(&xtask).parent().map(Path::to_owned))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// The project's own content.
pub(crate) fn content() -> PathBuf {
    project().join("content")
}

/// Where toolchains keep what they fetch: outside the clone, so that a fresh one finds it.
pub(crate) fn toolchains() -> PathBuf {
    let named = std::env::var_os("CITTADINI_TOOLCHAINS").filter(|folder| !folder.is_empty());
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default());
    named.map(PathBuf::from).unwrap_or_else(|| home().join(".cache/cittadini"))
}

/// Fails when something is there that would be overwritten.
pub(crate) fn must_be_free(folder: &Path) -> Outcome {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Ok(false) => Ok(()),
        Ok(true) => {
            Err(format!("{} is not empty; nothing is overwritten", folder.display()).into())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(format!("{}: {error}", folder.display()).into()),
    }
}

/// Copies a folder with everything in it and the permissions of its files.
pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    copy_if(from, to, &|_| true)
}

/// Copies what belongs to content: not the tool, which lives in the same folder of this project.
pub(crate) fn copy_content(from: &Path, to: &Path) -> Outcome {
    let tool = from.join("tool");
    copy_if(from, to, &|path| path != tool)
}

fn copy_if(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool) -> Outcome {
    fs::create_dir_all(to).map_err(|error| format!("making {}: {error}", to.display()))?;
    let entries = fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for entry in entries {
        let from = entry?.path();
        let Some(name) = from.file_name().filter(|_| wanted(&from)) else { continue };
        let to = to.join(name);
        match from.is_dir() {
            true => copy_if(&from, &to, wanted)?,
            false => {
                fs::copy(&from, &to).map(drop).map_err(|e| format!("{}: {e}", from.display()))?
            }
        }
    }
    fs::set_permissions(to, fs::metadata(from)?.permissions())?;
    Ok(())
}
