//! A release that goes from one device to another by hand: a stick, a messenger, two phones side by side.

use std::io::{Read, Seek, Write};
use std::path::Path;

use super::{Core, Open};
use crate::sync::{
    Archive, Expiry, ExportReport, Exported, Languages, RELEASE_URL, SyncReport, export,
};
use crate::{ApiError, Error, Result, storage};

impl Core {
    /// Writes the release that is installed into one file, with every language that is whole, so that a phone without a
    /// network can take it in with [`Core::import_release`]. Before the file gets its name it is taken in as that phone
    /// would. Blocks until it is on the disk; a running sync ends first. No network.
    ///
    /// # Errors
    /// `InvalidInput` when there is no whole release to hand on, or one that nobody can take in any more, and the reason says
    /// to sync first; also when the file cannot be made. `StorageFull`, `Interrupted`: no file is left.
    pub fn export_release(&self, file: &Path) -> Result<ExportReport, ApiError> {
        self.alone(|open| {
            storage::write_with(file, |out| self.export(open, file, out))
                .map_err(|error| unusable(file, error))
        })
    }

    /// The same for a shell without files: writes to the beginning of an empty `out`. What stands there after an error is of
    /// no use.
    ///
    /// # Errors
    /// As [`Core::export_release`].
    pub fn export_release_to<F: Read + Write + Seek + Send>(
        &self,
        out: F,
    ) -> Result<ExportReport, ApiError> {
        self.alone(|open| self.export(open, Path::new("the release file"), out))
    }

    /// Takes in a release that somebody handed over as a file. It is verified as a sync is: the same keys, the same floors.
    /// Only `timestamp` and `snapshot` may have expired, and "last checked" does not move. A file that is older than what is
    /// installed changes nothing and is no error; packs that it does not hold stay as they are and stand in `left_out`. Needs
    /// no address of a repository. Poll [`Core::sync_progress`], stop it with [`Core::interrupt`]; a running sync ends first.
    /// No network.
    ///
    /// A report with a `problem` means that single packs of the file were refused, and the others applied.
    ///
    /// # Errors
    /// `Untrusted` when the file is damaged, of another territory, or so old that its keys are no longer believed;
    /// `InvalidInput` when there is no such file, or no root; otherwise as [`Core::sync`].
    pub fn import_release(&self, file: &Path) -> Result<SyncReport, ApiError> {
        self.alone(|open| {
            let archive = Archive::open(file).map_err(|error| unusable(file, error))?;
            self.import(open, &archive)
        })
    }

    /// The same for a shell whose file is at hand already.
    ///
    /// # Errors
    /// As [`Core::import_release`].
    pub fn import_archive<R: Read + Seek + Send>(
        &self,
        file: &Archive<R>,
    ) -> Result<SyncReport, ApiError> {
        self.alone(|open| self.import(open, file))
    }

    /// What must not run beside a sync.
    pub(super) fn alone<T>(&self, call: impl FnOnce(&Open) -> Result<T>) -> Result<T, ApiError> {
        let _one_at_a_time = self.begin_sync()?;
        self.with(call)
    }

    fn export<F: Read + Write + Seek + Send>(
        &self,
        open: &Open,
        name: &Path,
        out: F,
    ) -> Result<ExportReport> {
        let exported = Exported {
            trust: open.trust()?,
            packs: &open.content,
            now: self.clock.now(),
            interrupt: &self.interrupted,
        };
        export(&exported, name, out)
    }

    fn import<R: Read + Seek + Send>(&self, open: &Open, file: &Archive<R>) -> Result<SyncReport> {
        let session = self.session(open, RELEASE_URL, Expiry::Carried, Languages::All)?;
        self.drive(open, session, file).map_err(in_the_file)
    }
}

/// A path that leads nowhere is the caller's mistake.
fn unusable(file: &Path, error: Error) -> Error {
    match error {
        Error::Io { context, path, source } if path == file && !Error::is_no_room(&source) => {
            Error::InvalidInput(format!("{context} {}: {source}", file.display()))
        }
        other => other,
    }
}

/// Nobody should look for the mistake on a server.
fn in_the_file(error: Error) -> Error {
    match error {
        Error::Untrusted { file, reason } => Error::Untrusted {
            file: "the release file".into(),
            reason: format!("{file}: {reason}"),
        },
        other => other,
    }
}
