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
    let message = canonical(signed)?;
    let mut signatures = Vec::new();
    for key in keys {
        signatures.push(Signature {
            keyid: key_id(&public_key(&key.verifying_key()))?,
            sig: hex::encode(key.sign(&message).to_bytes()),
        });
    }
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
        let good: BTreeSet<&str> = self
            .signatures
            .iter()
            .filter(|signature| role.keyids.contains(&signature.keyid))
            .filter(|signature| {
                keys.get(&signature.keyid).is_some_and(|key| holds(key, &self.canonical, signature))
            })
            .map(|signature| signature.keyid.as_str())
            .collect();
        role.threshold > 0 && good.len() >= role.threshold
    }
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
