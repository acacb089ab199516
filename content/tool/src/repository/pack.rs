//! The bytes of packs and patches, and what the metadata says of them.

use std::collections::BTreeMap;
use std::io::Write;

use cittadini_core::model::{PackHeader, Schema};
use cittadini_core::pack::{MAX_RAW_LENGTH, apply_patch, decompress, parse, sha256_hex};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zstd::stream::write::Encoder;

use crate::signed::metadata::TargetFile;
use crate::signed::sign::canonical;
use crate::signed::{Error, Result};

/// zstd's level. Publishing is rare and phones pay for bytes.
const LEVEL: i32 = 19;

/// The largest window phones accept, as a power of two (`core/src/pack.rs`).
const WINDOW_LOG_MAX: u32 = 27;

/// What is signed about a full pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackCustom {
    /// Counts this pack's own changes.
    pub seq: u64,
    /// The version of the wire form.
    pub schema: Schema,
    /// SHA-256 of the canonical bytes.
    pub raw_sha256: String,
    /// The canonical bytes, counted.
    pub raw_length: u64,
    /// How many records it has.
    pub records: u64,
    /// When it was published.
    pub generated: Timestamp,
}

/// What is signed about a patch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatchCustom {
    /// The `seq` it starts from.
    pub from: u64,
    /// The `seq` it leads to.
    pub to: u64,
    /// SHA-256 of the canonical bytes it starts from.
    pub from_raw_sha256: String,
    /// SHA-256 of the canonical bytes it leads to.
    pub raw_sha256: String,
    /// The canonical bytes it leads to, counted.
    pub raw_length: u64,
}

/// What is signed about the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogCustom {
    /// The version of the wire form, so that an app too old for it says so before it reads it.
    pub schema: Schema,
}

/// The canonical bytes of a pack.
#[derive(Debug, Clone)]
pub(crate) struct RawPack {
    pub(crate) header: PackHeader,
    pub(crate) raw: Vec<u8>,
    pub(crate) raw_sha256: String,
    pub(crate) ids: Vec<String>,
}

/// A target to be listed and its bytes to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewTarget {
    pub(crate) name: String,
    pub(crate) entry: TargetFile,
    pub(crate) bytes: Vec<u8>,
}

impl RawPack {
    /// Writes the header and the records, and reads them back with the phone's own parser.
    pub(crate) fn write(header: &PackHeader, records: &[String]) -> Result<Self> {
        let mut raw = canonical(header)?;
        raw.push(b'\n');
        for record in records {
            raw.extend_from_slice(record.as_bytes());
            raw.push(b'\n');
        }
        let pack = Self::read(raw)
            .map_err(|reason| Error::Refused(format!("the pack «{}» {reason}", header.pack)))?;
        if pack.header != *header || pack.ids.len() != records.len() {
            return Err(Error::Refused(format!(
                "the pack «{}» does not read back as it was written",
                header.pack
            )));
        }
        Ok(pack)
    }

    /// Reads canonical bytes that were published.
    pub(crate) fn read(raw: Vec<u8>) -> Result<Self, String> {
        if raw.len() as u64 > MAX_RAW_LENGTH {
            return Err(format!(
                "has {} bytes, and phones take {MAX_RAW_LENGTH} at most",
                raw.len()
            ));
        }
        let (header, records) = parse(&raw)?;
        let ids = records.into_iter().map(|record| record.id).collect();
        Ok(Self { header, raw_sha256: sha256_hex(&raw), raw, ids })
    }

    /// Whether the lines after the header are the same.
    pub(crate) fn same_records(&self, other: &Self) -> bool {
        fn body(raw: &[u8]) -> Option<&[u8]> {
            let end = raw.iter().position(|byte| *byte == b'\n')?;
            raw.get(end..)
        }
        body(&self.raw) == body(&other.raw)
    }

    /// The full pack as phones download it.
    pub(crate) fn full(&self, generated: Timestamp) -> Result<NewTarget> {
        let file = format!("{}.pack", self.header.pack);
        let bytes = zstd::stream::encode_all(self.raw.as_slice(), LEVEL)
            .map_err(|error| Error::damaged(file.clone(), error))?;
        let back = decompress(&file, &bytes, self.raw.len() as u64)
            .map_err(|error| Error::damaged(file.clone(), error))?;
        self.must_equal(&file, &back)?;
        let custom = PackCustom {
            seq: self.header.seq,
            schema: self.header.schema,
            raw_sha256: self.raw_sha256.clone(),
            raw_length: self.raw.len() as u64,
            records: self.ids.len() as u64,
            generated,
        };
        NewTarget::new(file, bytes, &custom)
    }

    /// The patch from an older pack to this one, applied by the phone's own code before anybody signs it.
    pub(crate) fn patch_from(&self, base: &Self) -> Result<NewTarget> {
        let (from, to) = (base.header.seq, self.header.seq);
        let file = format!("{}.{from}-{to}.patch", self.header.pack);
        let bytes = compress_with_prefix(&self.raw, &base.raw)
            .map_err(|error| Error::damaged(file.clone(), error))?;
        let back = apply_patch(&file, &base.raw, &bytes, self.raw.len() as u64)
            .map_err(|error| Error::damaged(file.clone(), error))?;
        self.must_equal(&file, &back)?;
        let custom = PatchCustom {
            from,
            to,
            from_raw_sha256: base.raw_sha256.clone(),
            raw_sha256: self.raw_sha256.clone(),
            raw_length: self.raw.len() as u64,
        };
        NewTarget::new(file, bytes, &custom)
    }

    fn must_equal(&self, file: &str, back: &[u8]) -> Result<()> {
        if back == self.raw {
            Ok(())
        } else {
            Err(Error::damaged(file, "does not unpack to what was packed"))
        }
    }
}

impl NewTarget {
    /// Describes bytes that are to be published.
    pub(crate) fn new<C: Serialize>(name: String, bytes: Vec<u8>, custom: &C) -> Result<Self> {
        let custom =
            serde_json::to_value(custom).map_err(|error| Error::damaged(name.clone(), error))?;
        let hashes = BTreeMap::from([("sha256".to_owned(), sha256_hex(&bytes))]);
        let entry = TargetFile { length: bytes.len() as u64, hashes, custom: Some(custom) };
        Ok(Self { name, entry, bytes })
    }
}

impl TargetFile {
    /// The hash under which the file lies on the server.
    pub fn sha256(&self) -> Result<&str> {
        self.hashes
            .get("sha256")
            .map(String::as_str)
            .ok_or_else(|| Error::damaged("targets", "a target has no SHA-256"))
    }

    /// Reads `custom`.
    pub(crate) fn custom<C: serde::de::DeserializeOwned>(&self, target: &str) -> Result<C> {
        C::deserialize(self.custom.as_ref().unwrap_or(&serde_json::Value::Null))
            .map_err(|error| Error::damaged(target, format!("custom: {error}")))
    }
}

fn compress_with_prefix(raw: &[u8], base: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = Encoder::with_ref_prefix(Vec::new(), LEVEL, base)?;
    encoder.window_log(window_log(raw.len() + base.len()))?;
    encoder.set_pledged_src_size(Some(raw.len() as u64))?;
    encoder.write_all(raw)?;
    encoder.finish()
}

/// The smallest window from whose last byte the first byte of the base can still be seen.
fn window_log(bytes: usize) -> u32 {
    (bytes.max(1).ilog2() + 1).clamp(10, WINDOW_LOG_MAX)
}
