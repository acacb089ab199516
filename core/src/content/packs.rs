//! The packs as files, from which `content.db` can be rebuilt without a network.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::pack::{self, MAX_RAW_LENGTH, VerifiedPack};
use crate::{Error, Result};

/// How hard packs are squeezed on the phone: they are written once a release and read after an accident.
const LEVEL: i32 = 3;

/// The folder of pack files, `<pack>.<hash>.zst`.
#[derive(Debug)]
pub(super) struct PackFiles {
    folder: PathBuf,
}

impl PackFiles {
    /// Opens the folder, making it if need be.
    pub(super) fn open(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder).map_err(|source| io("making the folder", &folder, source))?;
        Ok(Self { folder })
    }

    /// Writes a pack so that it survives a loss of power, before its rows are written.
    pub(super) fn save(&self, pack: &VerifiedPack) -> Result<()> {
        let path = self.path(&pack.header().pack, pack.raw_sha256());
        if path.exists() {
            return Ok(());
        }
        let fault = |source| io("writing the pack", &path, source);
        let bytes = zstd::stream::encode_all(pack.raw(), LEVEL).map_err(fault)?;
        let part = path.with_extension("part");
        let mut file = File::create(&part).map_err(fault)?;
        file.write_all(&bytes).map_err(fault)?;
        file.sync_all().map_err(fault)?;
        fs::rename(&part, &path).map_err(fault)?;
        sync_folder(&self.folder)
    }

    /// The canonical bytes of a pack. `None` when the file is gone or damaged.
    pub(super) fn load(&self, pack: &str, raw_sha256: &str) -> Option<Vec<u8>> {
        let bytes = fs::read(self.path(pack, raw_sha256)).ok()?;
        let decoder = zstd::stream::read::Decoder::new(bytes.as_slice()).ok()?;
        let mut raw = Vec::new();
        let mut capped = std::io::Read::take(decoder, MAX_RAW_LENGTH);
        std::io::Read::read_to_end(&mut capped, &mut raw).ok()?;
        (pack::sha256_hex(&raw) == raw_sha256).then_some(raw)
    }

    /// Removes every file of a pack but the one with this hash. A file that cannot be removed only costs room.
    pub(super) fn keep_only(&self, pack: &str, raw_sha256: Option<&str>) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let keep = raw_sha256.map(|hash| self.path(pack, hash));
        for path in entries.flatten().map(|entry| entry.path()) {
            let of_this_pack = path
                .file_name()
                .and_then(|name| name.to_str())
                .and_then(|name| name.split('.').next())
                == Some(pack);
            if of_this_pack && keep.as_deref() != Some(path.as_path()) {
                drop(fs::remove_file(path));
            }
        }
    }

    /// Removes every pack.
    pub(super) fn remove_all(&self) -> Result<()> {
        fs::remove_dir_all(&self.folder)
            .map_err(|source| io("removing the packs in", &self.folder, source))
    }

    fn path(&self, pack: &str, raw_sha256: &str) -> PathBuf {
        self.folder.join(format!("{pack}.{raw_sha256}.zst"))
    }
}

fn io(context: &'static str, path: &Path, source: std::io::Error) -> Error {
    Error::Io { context, path: path.to_owned(), source }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|source| io("writing the folder", folder, source))
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> Result<()> {
    Ok(())
}
