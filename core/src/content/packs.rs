//! The packs as files, from which `content.db` can be rebuilt without a network.

use std::path::PathBuf;

use crate::pack::{self, MAX_RAW_LENGTH, VerifiedPack};
use crate::{Error, Result, storage};

/// The folder of pack files, `<pack>.<hash>.zst`.
#[derive(Debug)]
pub(super) struct PackFiles {
    folder: PathBuf,
}

impl PackFiles {
    /// Opens the folder, making it if need be.
    pub(super) fn open(folder: PathBuf) -> Result<Self> {
        storage::make_folder(&folder)?;
        Ok(Self { folder })
    }

    /// Writes a pack so that it survives a loss of power, before its rows are written.
    pub(super) fn save(&self, pack: &VerifiedPack) -> Result<()> {
        let path = self.path(&pack.header().pack, pack.raw_sha256());
        if storage::exists(&path) {
            return Ok(());
        }
        let bytes = pack::compress(pack.raw()).map_err(|source| Error::Io {
            context: "squeezing the pack",
            path: path.clone(),
            source,
        })?;
        storage::write(&path, &bytes)
    }

    /// The canonical bytes of a pack. `None` when the file is gone or damaged.
    pub(super) fn load(&self, pack: &str, raw_sha256: &str) -> Option<Vec<u8>> {
        let bytes = storage::read(&self.path(pack, raw_sha256))?;
        let decoder = zstd::stream::read::Decoder::new(bytes.as_slice()).ok()?;
        let mut raw = Vec::new();
        let mut capped = std::io::Read::take(decoder, MAX_RAW_LENGTH);
        std::io::Read::read_to_end(&mut capped, &mut raw).ok()?;
        (pack::sha256_hex(&raw) == raw_sha256).then_some(raw)
    }

    /// Removes every file of a pack but the one with this hash. A file that cannot be removed only costs room.
    pub(super) fn keep_only(&self, pack: &str, raw_sha256: Option<&str>) {
        let keep = raw_sha256.map(|hash| self.path(pack, hash));
        for path in storage::files_in(&self.folder) {
            let of_this_pack = path
                .file_name()
                .and_then(|name| name.to_str())
                .and_then(|name| name.split('.').next())
                == Some(pack);
            if of_this_pack && keep.as_deref() != Some(path.as_path()) {
                drop(storage::remove(&path));
            }
        }
    }

    /// Removes every pack.
    pub(super) fn remove_all(&self) -> Result<()> {
        storage::remove_folder(&self.folder)
    }

    fn path(&self, pack: &str, raw_sha256: &str) -> PathBuf {
        self.folder.join(format!("{pack}.{raw_sha256}.zst"))
    }
}
