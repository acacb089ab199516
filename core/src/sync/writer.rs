//! Writes a release file, for [`super::Archive`] to read. The same files in the same order make the same bytes.

use std::io::Write;

/// A release file that is being written.
pub struct ReleaseWriter<W: Write> {
    tar: tar::Builder<W>,
}

impl<W: Write> ReleaseWriter<W> {
    /// Begins a file.
    pub fn new(out: W) -> Self {
        Self { tar: tar::Builder::new(out) }
    }

    /// Adds a file: `metadata/…` or `targets/…`, as it lies in a repository.
    ///
    /// # Errors
    /// Whatever `out` says.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        header.set_uid(0);
        header.set_gid(0);
        self.tar.append_data(&mut header, path, bytes)
    }

    /// Ends the file. Without it every reader takes it for one that was cut off.
    ///
    /// # Errors
    /// Whatever `out` says.
    pub fn finish(self) -> std::io::Result<W> {
        self.tar.into_inner()
    }
}
