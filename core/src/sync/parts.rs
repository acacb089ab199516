//! Packs that are still on their way, as files: what arrived of them outlives a cut connection and a killed process.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use crate::{Result, storage};

/// How long a part may wait for its rest.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The folder of parts, `<hash of the whole>.part`: what was signed later has another name, and is never glued to an older
/// part. A part is not believed, and not even synced to the disk: the whole is hashed when it is there.
#[derive(Debug)]
pub struct PartFiles {
    folder: PathBuf,
}

impl PartFiles {
    /// The parts in a folder, which is made when the first of them comes.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What arrived of a file. One that is longer than the whole is removed.
    pub(super) fn load(&self, hash: &str, length: u64) -> Vec<u8> {
        match storage::read(&self.path(hash)) {
            Some(part) if part.len() as u64 <= length => part,
            Some(_) => {
                self.remove(hash);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Writes what comes at an offset; what stood there and behind it is gone.
    pub(super) fn write(&self, hash: &str, offset: u64, bytes: &[u8]) -> Result<()> {
        storage::make_folder(&self.folder)?;
        storage::write_from(&self.path(hash), offset, bytes)
    }

    /// Removes a part. One that cannot be removed only costs room.
    pub(super) fn remove(&self, hash: &str) {
        drop(storage::remove(&self.path(hash)));
    }

    /// Removes the parts that nobody went on with for a fortnight, or that a clock long ahead has written.
    pub(crate) fn collect(&self, now: Timestamp) {
        for path in storage::files_in(&self.folder) {
            let waited = storage::written(&path).map(|then| now.duration_since(then).abs());
            if waited.is_some_and(|waited| waited > LONGEST_WAIT) {
                drop(storage::remove(&path));
            }
        }
    }

    fn path(&self, hash: &str) -> PathBuf {
        self.folder.join(format!("{hash}.part"))
    }
}
