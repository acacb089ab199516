//! Canonical JSON, signatures, and the bytes of a metadata file.

use std::collections::{BTreeMap, BTreeSet};

use ed25519_dalek::{Signature as Ed25519, Signer, SigningKey, VerifyingKey};
use olpc_cjson::CanonicalFormatter;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::{Error, Result};
use super::metadata::{Key, KeyVal, Role, RoleKeys};

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The id of the key.
    pub keyid: String,
    /// 64 bytes in small hexadecimal digits.
    pub sig: String,
}

#[derive(Serialize)]
struct Envelope<'a, T> {
    signatures: Vec<Signature>,
    signed: &'a T,
}

/// A metadata file that was read: its content, and the exact bytes that its signatures cover.
#[derive(Debug, Clone)]
pub struct Document<T> {
    /// The content.
    pub signed: T,
    /// The file as it was read.
    pub bytes: Vec<u8>,
    signatures: Vec<Signature>,
    canonical: Vec<u8>,
}

/// Canonical JSON as TUF signs it: sorted keys, no white space, integers only.
pub fn canonical<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut bytes, CanonicalFormatter::new());
    value
        .serialize(&mut writer)
        .map_err(|error| Error::Refused(format!("cannot be written as canonical JSON: {error}")))?;
    Ok(bytes)
}

/// The public half of a key as metadata names it.
pub fn public_key(key: &VerifyingKey) -> Key {
    Key {
        keytype: "ed25519".into(),
        scheme: "ed25519".into(),
        keyval: KeyVal { public: hex::encode(key.as_bytes()) },
    }
}

/// The id of a key: SHA-256 of its canonical JSON, as securesystemslib computes it.
pub fn key_id(key: &Key) -> Result<String> {
    Ok(cittadini_core::pack::sha256_hex(&canonical(key)?))
}

/// Signs with every key given and returns the bytes of the file. Same input, same bytes: Ed25519 uses no randomness.
pub fn sign<T: Serialize>(signed: &T, keys: &[SigningKey]) -> Result<Vec<u8>> {
    let mut signatures = signatures_of(&canonical(signed)?, keys)?;
    signatures.sort_by(|a, b| a.keyid.cmp(&b.keyid));
    canonical(&Envelope { signatures, signed })
}

impl<T: Role + DeserializeOwned> Document<T> {
    /// Reads a metadata file. Checks its type and no signature.
    pub fn parse(file: &str, bytes: Vec<u8>) -> Result<Self> {
        #[derive(Deserialize)]
        struct Raw {
            signatures: Vec<Signature>,
            signed: Value,
        }
        let damaged = |error: serde_json::Error| Error::damaged(file, error);
        let raw: Raw = serde_json::from_slice(&bytes).map_err(damaged)?;
        if raw.signed.get("_type").and_then(Value::as_str) != Some(T::TYPE) {
            return Err(Error::damaged(file, format!("is not metadata of type «{}»", T::TYPE)));
        }
        let canonical = canonical(&raw.signed)?;
        let signed = T::deserialize(raw.signed).map_err(damaged)?;
        Ok(Self { signed, bytes, signatures: raw.signatures, canonical })
    }

    /// Whether enough of the keys that may sign it did.
    pub fn is_signed_by(&self, keys: &BTreeMap<String, Key>, role: &RoleKeys) -> bool {
        let good = self.signers(keys);
        let good = role.keyids.iter().filter(|id| good.contains(*id)).collect::<BTreeSet<_>>();
        role.threshold > 0 && good.len() >= role.threshold
    }

    /// The ids of those of the given keys whose signatures hold.
    pub fn signers(&self, keys: &BTreeMap<String, Key>) -> BTreeSet<String> {
        let good = self.signatures.iter().filter(|signature| {
            keys.get(&signature.keyid).is_some_and(|key| holds(key, &self.canonical, signature))
        });
        good.map(|signature| signature.keyid.clone()).collect()
    }

    /// The same document with the signatures of the given keys that hold, and with new ones. What is signed stays as it
    /// was read, byte for byte, also where this program does not know a field.
    pub fn signed_again(
        &self,
        keys: &BTreeMap<String, Key>,
        signers: &[SigningKey],
    ) -> Result<Vec<u8>> {
        let good = self.signers(keys);
        let mut signatures = self.signatures.clone();
        signatures.retain(|signature| good.contains(&signature.keyid));
        for signature in signatures_of(&self.canonical, signers)? {
            if !good.contains(&signature.keyid) {
                signatures.push(signature);
            }
        }
        signatures.sort_by(|a, b| a.keyid.cmp(&b.keyid));
        signatures.dedup_by(|a, b| a.keyid == b.keyid);
        let signed: Value = serde_json::from_slice(&self.canonical)
            .map_err(|error| Error::damaged("signed", error))?;
        canonical(&Envelope { signatures, signed: &signed })
    }
}

fn signatures_of(message: &[u8], keys: &[SigningKey]) -> Result<Vec<Signature>> {
    let sign = |key: &SigningKey| {
        let keyid = key_id(&public_key(&key.verifying_key()))?;
        Ok(Signature { keyid, sig: hex::encode(key.sign(message).to_bytes()) })
    };
    keys.iter().map(sign).collect()
}

fn holds(key: &Key, message: &[u8], signature: &Signature) -> bool {
    let verifying =
        decode::<32>(&key.keyval.public).and_then(|raw| VerifyingKey::from_bytes(&raw).ok());
    let ed25519 = decode::<64>(&signature.sig).map(|raw| Ed25519::from_bytes(&raw));
    matches!((verifying, ed25519), (Some(key), Some(sig)) if key.verify_strict(message, &sig).is_ok())
}

fn decode<const N: usize>(digits: &str) -> Option<[u8; N]> {
    hex::decode(digits).ok()?.try_into().ok()
}
