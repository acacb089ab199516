//! One process a data folder.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::{Error, Result};

/// A data folder that this process has taken. The system lets go of it even when the process is killed.
#[derive(Debug)]
pub(crate) struct FolderLock(File);

impl FolderLock {
    /// Takes a folder; [`Error::InUse`] when another core has it.
    pub(crate) fn take(folder: &Path) -> Result<Self> {
        let path = folder.join("lock");
        let io = |source| Error::Io {
            context: "locking the data folder with",
            path: path.clone(),
            source,
        };
        let file =
            File::options().create(true).truncate(false).write(true).open(&path).map_err(io)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(Error::InUse(folder.to_owned())),
            Err(TryLockError::Error(source)) => Err(io(source)),
        }
    }
}

impl Drop for FolderLock {
    /// Closing the file is not enough: a program that was started meanwhile holds a copy of it until it has begun.
    fn drop(&mut self) {
        drop(self.0.unlock());
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_free_at_once_even_while_a_copy_of_its_file_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let lock = FolderLock::take(folder.path()).unwrap();
        assert!(matches!(FolderLock::take(folder.path()), Err(Error::InUse(_))));
        let copy = lock.0.try_clone().unwrap();
        drop(lock);
        assert!(FolderLock::take(folder.path()).is_ok());
        drop(copy);
    }
}
