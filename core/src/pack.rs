//! The bytes of a pack: decompressing, patching, hashing, splitting into records.
//!
//! Everything here works on bytes that TUF has already vouched for, and still trusts none of them: every size is capped
//! before memory is spent, and only a pack whose canonical bytes hash to what was signed becomes a [`VerifiedPack`],
//! the only thing [`crate::content`] accepts. The publisher calls the same functions on what it is about to sign.

use std::io::Read;
use std::ops::Range;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::model::{PackHeader, SCHEMA};
use crate::{Error, Result};

/// The largest pack that is accepted, uncompressed, in bytes.
pub const MAX_RAW_LENGTH: u64 = 8 * 1024 * 1024;

/// The largest zstd window, as a power of two.
const WINDOW_LOG_MAX: u32 = 27;

/// One record: its kind, its id, and where its canonical line stands. A phone has no room to hold each line twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine {
    /// The `kind` of the record ("procedure", "fee", …).
    pub kind: String,
    /// The record's id, unique in its pack.
    pub id: String,
    /// Where its line stands in the canonical bytes, without its line end.
    at: Range<usize>,
}

impl RecordLine {
    /// The whole line as JSON, out of the canonical bytes that it was read from.
    pub fn line<'a>(&self, raw: &'a [u8]) -> &'a str {
        raw.get(self.at.clone()).and_then(|line| str::from_utf8(line).ok()).unwrap_or_default()
    }
}

/// A pack whose bytes are exactly those that were signed.
#[derive(Debug, Clone)]
pub struct VerifiedPack {
    header: PackHeader,
    raw: Vec<u8>,
    raw_sha256: String,
    records: Vec<RecordLine>,
}

/// What the signed metadata says of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The territory's id.
    pub territory: &'a str,
    /// The pack's name.
    pub pack: &'a str,
    /// The pack's `seq`.
    pub seq: u64,
    /// SHA-256 of the canonical bytes, in small hexadecimal digits.
    pub raw_sha256: &'a str,
}

impl VerifiedPack {
    /// Checks the canonical bytes of a pack against what was signed and splits them.
    pub fn verify(raw: Vec<u8>, expected: &Expected<'_>) -> Result<Self> {
        let verified = Self::verify_known(raw, expected.pack, expected.seq, expected.raw_sha256)?;
        if verified.header.territory == expected.territory {
            return Ok(verified);
        }
        Err(Error::Untrusted {
            file: format!("{}.pack", expected.pack),
            reason: format!(
                "belongs to the territory «{}», not «{}»",
                verified.header.territory, expected.territory
            ),
        })
    }

    /// Checks the canonical bytes of a pack that this device has verified before: the hash vouches for the territory.
    pub fn verify_known(raw: Vec<u8>, pack: &str, seq: u64, hash: &str) -> Result<Self> {
        let untrusted = |reason: String| Error::Untrusted { file: format!("{pack}.pack"), reason };
        if !is_pack_name(pack) {
            return Err(untrusted("no pack may have this name".into()));
        }
        let raw_sha256 = sha256_hex(&raw);
        if raw_sha256 != hash {
            return Err(untrusted("the content does not have the hash that was signed".into()));
        }
        let (header, records) = parse(&raw).map_err(untrusted)?;
        if header.pack != pack || header.seq != seq {
            return Err(untrusted(format!(
                "the header names {} seq {}, the metadata {pack} seq {seq}",
                header.pack, header.seq
            )));
        }
        if header.schema.major != SCHEMA.major {
            return Err(Error::Outdated {
                what: format!("{pack}.pack"),
                found: header.schema.to_string(),
                known: SCHEMA.to_string(),
            });
        }
        Ok(Self { header, raw, raw_sha256, records })
    }

    /// The first line.
    pub fn header(&self) -> &PackHeader {
        &self.header
    }

    /// The records in their order.
    pub fn records(&self) -> &[RecordLine] {
        &self.records
    }

    /// The line of one of the records.
    pub fn line(&self, record: &RecordLine) -> &str {
        record.line(&self.raw)
    }

    /// The canonical bytes.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// SHA-256 of the canonical bytes.
    pub fn raw_sha256(&self) -> &str {
        &self.raw_sha256
    }
}

/// Whether a pack may have this name: it becomes a file's name on the phone.
fn is_pack_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}

/// SHA-256 in small hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// Decompresses a full pack. Stops at `raw_length` bytes.
pub fn decompress(file: &str, wire: &[u8], raw_length: u64) -> Result<Vec<u8>> {
    let decoder = zstd::stream::read::Decoder::with_buffer(wire)
        .and_then(|mut decoder| decoder.window_log_max(WINDOW_LOG_MAX).map(|()| decoder))
        .map_err(|error| not_zstd(file, &error))?;
    read_exactly(file, decoder, raw_length)
}

/// How hard a phone squeezes packs: they are written once a release, and read after an accident or by a neighbour's phone.
const LEVEL: i32 = 3;

/// Squeezes the canonical bytes of a pack, to keep them or to hand them on.
pub fn compress(raw: &[u8]) -> std::io::Result<Vec<u8>> {
    zstd::stream::encode_all(raw, LEVEL)
}

/// The most bytes to which [`compress`] turns so many (`ZSTD_COMPRESSBOUND`, and the head of a frame).
pub(crate) fn most_squeezed(raw_length: u64) -> u64 {
    raw_length.saturating_add(raw_length / 256).saturating_add(1_024)
}

/// Applies a patch to the canonical bytes of an older pack. Stops at `raw_length` bytes.
pub fn apply_patch(file: &str, base: &[u8], patch: &[u8], raw_length: u64) -> Result<Vec<u8>> {
    let decoder = zstd::stream::read::Decoder::with_ref_prefix(patch, base)
        .and_then(|mut decoder| decoder.window_log_max(WINDOW_LOG_MAX).map(|()| decoder))
        .map_err(|error| not_zstd(file, &error))?;
    read_exactly(file, decoder, raw_length)
}

fn read_exactly(file: &str, decoder: impl Read, raw_length: u64) -> Result<Vec<u8>> {
    let untrusted = |reason: String| Error::Untrusted { file: file.to_owned(), reason };
    if raw_length > MAX_RAW_LENGTH {
        return Err(untrusted(format!("{raw_length} bytes are more than a pack may have")));
    }
    // At once, or it would be copied while it grows, and be there twice.
    let mut raw = Vec::with_capacity(usize::try_from(raw_length + 1).unwrap_or_default());
    decoder.take(raw_length + 1).read_to_end(&mut raw).map_err(|error| not_zstd(file, &error))?;
    if raw.len() as u64 != raw_length {
        return Err(untrusted(format!("not the {raw_length} bytes that were signed")));
    }
    Ok(raw)
}

fn not_zstd(file: &str, error: &std::io::Error) -> Error {
    Error::Untrusted { file: file.to_owned(), reason: format!("cannot be decompressed: {error}") }
}

#[derive(Deserialize)]
struct Tag {
    id: String,
    kind: String,
}

/// Splits canonical bytes into header and records. Checks that ids are sorted and unique.
pub fn parse(raw: &[u8]) -> Result<(PackHeader, Vec<RecordLine>), String> {
    let text = std::str::from_utf8(raw).map_err(|_| "is not UTF-8".to_owned())?;
    let mut lines = lines(text);
    let (_, header) = lines.next().ok_or("is empty")?;
    let header: PackHeader =
        serde_json::from_str(header).map_err(|error| format!("line 1: {error}"))?;
    let mut records: Vec<RecordLine> = Vec::new();
    for (number, (at, line)) in (2..).zip(lines) {
        let tag: Tag =
            serde_json::from_str(line).map_err(|error| format!("line {number}: {error}"))?;
        if records.last().is_some_and(|last| last.id >= tag.id) {
            return Err(format!("line {number}: «{}» is out of order", tag.id));
        }
        records.push(RecordLine { kind: tag.kind, id: tag.id, at });
    }
    Ok((header, records))
}

/// The lines of a text, and where each stands.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut begin = 0;
    text.split_inclusive('\n').map(move |whole| {
        let line = whole.strip_suffix('\n').unwrap_or(whole);
        let at = begin..begin + line.len();
        begin += whole.len();
        (at, line)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RAW: &[u8] =
        b"{\"pack\":\"facts\",\"schema\":\"1.0\",\"seq\":3,\"territory\":\"terra\"}\n\
{\"id\":\"a\",\"kind\":\"fee\"}\n{\"id\":\"b\",\"kind\":\"video\"}\n";

    fn squeeze(raw: &[u8]) -> Vec<u8> {
        zstd::stream::encode_all(raw, 19).unwrap()
    }

    fn verify(raw: &[u8], pack: &str, seq: u64) -> Result<VerifiedPack> {
        VerifiedPack::verify_known(raw.to_vec(), pack, seq, &sha256_hex(raw))
    }

    #[test]
    fn a_pack_is_split_into_its_records() {
        let pack = verify(RAW, "facts", 3).unwrap();
        let records: Vec<(&str, &str)> =
            pack.records().iter().map(|r| (r.kind.as_str(), r.id.as_str())).collect();
        assert_eq!(records, [("fee", "a"), ("video", "b")]);
        let lines: Vec<&str> = pack.records().iter().map(|record| pack.line(record)).collect();
        assert_eq!(lines, [r#"{"id":"a","kind":"fee"}"#, r#"{"id":"b","kind":"video"}"#]);
    }

    #[test]
    fn a_header_that_says_other_than_the_metadata_is_untrusted() {
        for (pack, seq) in [("text-it", 3), ("facts", 4), ("../facts", 3), ("", 3)] {
            assert!(matches!(verify(RAW, pack, seq), Err(Error::Untrusted { .. })), "{pack} {seq}");
        }
        let expected =
            Expected { territory: "altrove", pack: "facts", seq: 3, raw_sha256: &sha256_hex(RAW) };
        assert!(VerifiedPack::verify(RAW.to_vec(), &expected).is_err());
    }

    #[test]
    fn records_that_are_out_of_order_or_twice_are_untrusted() {
        let mut raw = RAW.to_vec();
        raw.extend_from_slice(b"{\"id\":\"b\",\"kind\":\"fee\"}\n");
        assert!(matches!(verify(&raw, "facts", 3), Err(Error::Untrusted { .. })));
    }

    #[test]
    fn a_bomb_stops_at_the_signed_length() {
        let bomb = squeeze(&vec![0; 4 * 1024 * 1024]);
        assert!(decompress("x.pack", &bomb, 1_000).is_err());
        assert!(decompress("x.pack", &bomb, MAX_RAW_LENGTH + 1).is_err());
        assert_eq!(decompress("x.pack", &squeeze(RAW), RAW.len() as u64).unwrap(), RAW);
    }

    #[test]
    fn not_a_byte_more_is_unpacked_than_tells_that_it_is_too_long() {
        struct Endless(u64);
        impl Read for Endless {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let count = (buffer.len() as u64).min(self.0);
                self.0 -= count;
                if count == 0 {
                    return Err(std::io::Error::other("somebody wanted more"));
                }
                Ok(usize::try_from(count).unwrap())
            }
        }
        let error = read_exactly("x.pack", Endless(1_001), 1_000).unwrap_err().to_string();
        assert!(error.contains("not the 1000 bytes"), "{error}");
    }

    #[test]
    fn a_pack_shorter_than_signed_is_untrusted() {
        assert!(decompress("x.pack", &squeeze(RAW), RAW.len() as u64 + 1).is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_from_outside_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = parse(&bytes);
            let _ = decompress("x", &bytes, 1_000);
            let _ = apply_patch("x", RAW, &bytes, 1_000);
        }

        #[test]
        fn what_cannot_be_squeezed_is_within_its_bound_too(bytes in proptest::collection::vec(any::<u8>(), 0..4_000)) {
            let squeezed = compress(&bytes).unwrap();
            prop_assert!(squeezed.len() as u64 <= most_squeezed(bytes.len() as u64));
            prop_assert_eq!(decompress("x", &squeezed, bytes.len() as u64).unwrap(), bytes);
        }

        #[test]
        fn a_changed_byte_is_never_accepted(at in 0..RAW.len(), bit in 0..8_u8) {
            let mut raw = RAW.to_vec();
            if let Some(byte) = raw.get_mut(at) {
                *byte ^= 1 << bit;
            }
            prop_assert!(VerifiedPack::verify_known(raw, "facts", 3, &sha256_hex(RAW)).is_err());
        }
    }
}
