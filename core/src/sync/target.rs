//! A target as a role signs it: where it lies, and which bytes it must have.

use sha2::{Digest, Sha256, Sha512};
use sigstore_tuf::TargetFile;

use super::address;
use super::asked::RemoteFile;
use crate::{Error, Result};

/// A target as it was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedTarget {
    /// What to fetch.
    pub file: RemoteFile,
    length: u64,
    /// One at least, in small hexadecimal digits.
    hashes: Vec<(Algorithm, String)>,
}

/// The hashes that are known; the first is the one that a file is named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Sha256,
    Sha512,
}

impl Algorithm {
    const ALL: [(&'static str, Self); 2] = [("sha256", Self::Sha256), ("sha512", Self::Sha512)];

    fn digits(self) -> usize {
        match self {
            Self::Sha256 => 64,
            Self::Sha512 => 128,
        }
    }

    fn hash(self, bytes: &[u8]) -> String {
        match self {
            Self::Sha256 => hex::encode(Sha256::digest(bytes)),
            Self::Sha512 => hex::encode(Sha512::digest(bytes)),
        }
    }
}

impl SignedTarget {
    /// Reads what is signed of a target. `consistent`: its file carries a hash in its name, after its folders.
    pub(super) fn new(name: &str, target: &TargetFile, consistent: bool) -> Result<Self> {
        let hashes = hashes(name, target)?;
        let path = match hashes.first() {
            Some((_, hash)) if consistent => address::with_prefix(name, hash),
            _ => address::path(name),
        };
        let (name, length) = (name.to_owned(), target.length);
        let mutable = !consistent;
        let file = RemoteFile { name, path, limit: length, length: Some(length), mutable };
        Ok(Self { file, length, hashes })
    }

    /// The hash that it is named by, in small hexadecimal digits.
    pub(super) fn hash(&self) -> &str {
        self.hashes.first().map_or("", |(_, hash)| hash)
    }

    /// Its length in bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Whether these are its bytes: the length and every hash that is known.
    pub fn is(&self, bytes: &[u8]) -> bool {
        bytes.len() as u64 == self.length
            && self.hashes.iter().all(|(algorithm, hash)| algorithm.hash(bytes) == *hash)
    }

    /// # Errors
    /// [`Error::Untrusted`] if these are not its bytes.
    pub fn verify(&self, bytes: &[u8]) -> Result<()> {
        match self.is(bytes) {
            true => Ok(()),
            false => Err(not_signed(&self.file.name)),
        }
    }
}

/// The hashes of a target that can be computed here. One of those that has another length fits no bytes at all.
fn hashes(name: &str, target: &TargetFile) -> Result<Vec<(Algorithm, String)>> {
    let known = Algorithm::ALL.iter().filter_map(|(key, algorithm)| {
        target.hashes.get(*key).map(|hash| (*algorithm, hash.to_ascii_lowercase()))
    });
    let known: Vec<_> = known.collect();
    let right = |(algorithm, hash): &(Algorithm, String)| {
        hash.len() == algorithm.digits() && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
    };
    match !known.is_empty() && known.iter().all(right) {
        true => Ok(known),
        false => Err(Error::Untrusted {
            file: name.to_owned(),
            reason: "has no SHA-256 and no SHA-512".to_owned(),
        }),
    }
}

pub(super) fn not_signed(file: &str) -> Error {
    let reason = "the content does not have the hash that was signed".to_owned();
    Error::Untrusted { file: file.to_owned(), reason }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn sha256(bytes: &[u8]) -> String {
        Algorithm::Sha256.hash(bytes)
    }

    fn sha512(bytes: &[u8]) -> String {
        Algorithm::Sha512.hash(bytes)
    }

    fn signed(name: &str, hashes: Value) -> Result<SignedTarget> {
        let target = serde_json::from_value(json!({"length": 4, "hashes": hashes})).unwrap();
        SignedTarget::new(name, &target, true)
    }

    #[test]
    fn a_target_with_one_of_the_two_hashes_is_enough() {
        for hashes in [json!({"sha256": sha256(b"word")}), json!({"sha512": sha512(b"word")})] {
            let target = signed("x", hashes).unwrap();
            assert!(target.is(b"word") && !target.is(b"ward") && !target.is(b"wor"));
        }
    }

    #[test]
    fn every_hash_that_is_known_must_fit() {
        let target = signed("x", json!({"sha256": sha256(b"word"), "sha512": sha512(b"ward")}));
        assert!(!target.unwrap().is(b"word"));
    }

    #[test]
    fn a_target_without_a_hash_that_is_known_is_refused() {
        for hashes in [json!({}), json!({"blake9": sha256(b"word")}), json!({"sha256": "../x"})] {
            assert!(matches!(signed("x", hashes), Err(Error::Untrusted { .. })));
        }
    }

    #[test]
    fn the_hash_stands_before_the_name_and_after_the_folders() {
        let hash = sha256(b"word");
        let target = signed("a b/c.pack", json!({"sha256": hash})).unwrap();
        assert_eq!(target.file.path, format!("a%20b/{hash}.c.pack"));
    }
}
