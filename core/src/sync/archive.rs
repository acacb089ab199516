//! A release in one file: an uncompressed tar with the paths `metadata/…` and `targets/…`. Read as a [`Transport`], so that
//! the seed inside the app and a file from a USB stick pass the same verifier as a server. [`super::ReleaseWriter`] writes one.

use std::collections::HashMap;
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::ports::{Request, Response, Transport, TransportError};
use crate::{Error, Result};

/// The base URL of a release file.
pub const RELEASE_URL: &str = "release:";

/// More files than any release has.
const MAX_FILES: usize = 20_000;

/// The unit of a tar.
const BLOCK: u64 = 512;

/// The empty blocks at its end, in bytes.
const END: u64 = 2 * BLOCK;

/// An open release file.
#[derive(Debug)]
pub struct Archive<R = File> {
    reader: Mutex<R>,
    /// Where each file begins, and how long it is.
    files: HashMap<Vec<u8>, (u64, u64)>,
}

impl Archive {
    /// Opens a release file and reads its table of contents. Nothing is verified yet.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be opened, [`Error::Untrusted`] if it is no tar.
    pub fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(|source| Error::Io {
            context: "opening",
            path: path.to_owned(),
            source,
        })?;
        Self::new(file)
    }
}

impl<R: Read + Seek> Archive<R> {
    /// Reads the table of contents of a release that is already at hand.
    ///
    /// # Errors
    /// [`Error::Untrusted`] if it is no tar.
    pub fn new(mut reader: R) -> Result<Self> {
        let files = contents(&mut reader).map_err(|error| Error::Untrusted {
            file: "release".to_owned(),
            reason: format!("is no release file: {error}"),
        })?;
        Ok(Self { reader: Mutex::new(reader), files })
    }

    fn read(&self, start: u64, length: u64) -> std::io::Result<Vec<u8>> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        reader.seek(SeekFrom::Start(start))?;
        let mut body = Vec::new();
        Read::take(&mut *reader, length).read_to_end(&mut body)?;
        Ok(body)
    }
}

fn contents<R: Read + Seek>(reader: &mut R) -> std::io::Result<HashMap<Vec<u8>, (u64, u64)>> {
    let mut files = HashMap::new();
    let mut end: u64 = 0;
    reader.rewind()?;
    let mut archive = tar::Archive::new(&mut *reader);
    // Raw: extensions for long names would be read into memory, as long as a hostile file says they are.
    for entry in archive.entries_with_seek()?.raw(true) {
        let entry = entry.map_err(|error| without_contents(&error))?;
        let blocks = entry.size().div_ceil(BLOCK);
        end = entry.raw_file_position().saturating_add(blocks.saturating_mul(BLOCK));
        if !entry.header().entry_type().is_file() {
            continue;
        }
        if files.len() == MAX_FILES {
            return Err(std::io::Error::other("too many files"));
        }
        let name = entry.path_bytes().into_owned();
        files.insert(name, (entry.raw_file_position(), entry.size()));
    }
    // What was cut off between two files would look like a file that never held the rest.
    match reader.seek(SeekFrom::End(0))? >= end.saturating_add(END) {
        true => Ok(files),
        false => Err(std::io::Error::other("it was cut off, copy it again")),
    }
}

/// What a reader of tar says of a file that is none repeats what stands in it, which is nobody's business.
fn without_contents(error: &std::io::Error) -> std::io::Error {
    match error.kind() {
        ErrorKind::Other | ErrorKind::InvalidData | ErrorKind::UnexpectedEof => {
            std::io::Error::other("it is damaged, or something else")
        }
        kind => kind.into(),
    }
}

impl<R: Read + Seek + Send> Transport for Archive<R> {
    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        let path = request.url.strip_prefix(RELEASE_URL).unwrap_or(&request.url);
        let Some((start, size)) = self.files.get(path.trim_start_matches('/').as_bytes()) else {
            return Ok(Response { status: 404, ..Response::default() });
        };
        let begin = request.offset.min(*size);
        let rest = size - begin;
        let body = self
            .read(start.saturating_add(begin), rest.min(request.cap))
            .map_err(|error| TransportError::Connection { reason: error.to_string() })?;
        Ok(match request.offset {
            0 => Response { status: 200, body, announced: Some(rest), ..Response::default() },
            _ => Response {
                status: 206,
                body,
                announced: Some(rest),
                content_range: Some(format!("bytes {begin}-{}/{size}", size.saturating_sub(1))),
                ..Response::default()
            },
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn release() -> Vec<u8> {
        let mut tar = tar::Builder::new(Vec::new());
        let mut header = tar::Header::new_ustar();
        header.set_size(6);
        tar.append_data(&mut header, "metadata/timestamp.json", b"abcdef".as_slice()).unwrap();
        tar.into_inner().unwrap()
    }

    fn get(path: &str, offset: u64, cap: u64) -> Response {
        let archive = Archive::new(Cursor::new(release())).unwrap();
        archive.get(&Request { url: format!("{RELEASE_URL}/{path}"), offset, cap }).unwrap()
    }

    #[test]
    fn a_file_is_read_like_from_a_server() {
        let whole = get("metadata/timestamp.json", 0, 100);
        assert_eq!((whole.status, whole.body, whole.announced), (200, b"abcdef".to_vec(), Some(6)));
        assert_eq!(get("metadata/timestamp.json", 0, 2).body, b"ab");
        let rest = get("metadata/timestamp.json", 4, 100);
        assert_eq!((rest.status, rest.body), (206, b"ef".to_vec()));
        assert_eq!(rest.content_range.as_deref(), Some("bytes 4-5/6"));
        assert_eq!(get("metadata/2.root.json", 0, 100).status, 404);
    }

    #[test]
    fn a_file_that_was_cut_off_is_refused_wherever_it_was_cut() {
        let whole = release();
        for length in 0..whole.len() {
            let cut = Cursor::new(whole.get(..length).unwrap());
            assert!(matches!(Archive::new(cut), Err(Error::Untrusted { .. })), "{length}");
        }
    }

    #[test]
    fn what_is_no_tar_is_refused() {
        let garbage = Cursor::new(vec![b'x'; 4096]);
        assert!(matches!(Archive::new(garbage), Err(Error::Untrusted { .. })));
    }

    #[test]
    fn what_is_refused_says_nothing_of_what_stood_in_it() {
        let diary = "dear diary, ".repeat(500).into_bytes();
        let error = Archive::new(Cursor::new(diary)).unwrap_err().to_string();
        assert!(!error.contains("diary") && error.contains("something else"), "{error}");
    }
}
