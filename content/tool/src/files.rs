//! Files that are written whole or not at all.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use crate::signed::Result;
use crate::signed::error::IoContext;

/// Writes a file under a temporary name in the same folder, makes it durable, and renames it.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    // The parent of a bare file name is "", which cannot be opened.
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut file = temporary(folder).context("writing in", folder)?;
    file.write_all(bytes).context("writing", path)?;
    file.as_file().sync_all().context("writing", path)?;
    file.persist(path).map_err(|error| error.error).context("renaming to", path)?;
    sync_folder(folder).context("writing in", folder)
}

/// Readable by everybody (less the umask): web servers run as somebody else, and tempfile's own default is 0600.
#[cfg(unix)]
fn temporary(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    tempfile::Builder::new()
        .prefix(".tmp-")
        .permissions(std::fs::Permissions::from_mode(0o644))
        .tempfile_in(folder)
}

#[cfg(not(unix))]
fn temporary(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(".tmp-").tempfile_in(folder)
}

/// A rename is durable only once its folder is.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}
