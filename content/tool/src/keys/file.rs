//! The files of a key folder: PKCS#8 in PEM, one private key each, for the owner's eyes only.

use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::DecodePrivateKey;

use super::holder::Holder;
use crate::signed::{Error, Result};

const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
const END: &str = "-----END PRIVATE KEY-----";

/// What stands before the 32 bytes of an Ed25519 private key in PKCS#8, version 1: the form without the public half, which
/// is the one that OpenSSL reads (RFC 8410, section 7).
const PKCS8: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/// Writes a private key with a line above it that says what it is. Never overwrites.
pub(super) fn write_private(path: &Path, key: &SigningKey, note: &str) -> Result<()> {
    let body = STANDARD.encode([PKCS8.as_slice(), key.as_bytes()].concat());
    write_new(path, format!("{note}\n{BEGIN}\n{body}\n{END}\n").as_bytes(), true)
}

/// Writes a file that must not exist yet.
pub(super) fn write_new(path: &Path, bytes: &[u8], secret: bool) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if secret { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _ = secret;
    let write = || {
        let mut file = options.open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|source| Error::Io { context: "writing", path: path.to_owned(), source })
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|source| Error::Io {
        context: "reading",
        path: path.to_owned(),
        source,
    })
}

pub(super) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    if path.exists() { read(path).map(Some) } else { Ok(None) }
}

/// The private keys `<holder>.pem` and `<holder>-<n>.pem`, in the order of their names.
pub(super) fn private_keys(folder: &Path, holder: Holder) -> Result<Vec<SigningKey>> {
    let listing = |source| Error::Io { context: "listing", path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(listing)? {
        if let Ok(name) = entry.map_err(listing)?.file_name().into_string()
            && is_key_of(&name, holder)
        {
            names.push(name);
        }
    }
    names.sort();
    names.iter().map(|name| parse_private(name, &read(&folder.join(name))?)).collect()
}

fn is_key_of(name: &str, holder: Holder) -> bool {
    name.strip_suffix(".pem").and_then(|stem| stem.strip_prefix(holder.name())).is_some_and(
        |rest| {
            rest.is_empty()
                || rest.strip_prefix('-').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
        },
    )
}

fn parse_private(name: &str, bytes: &[u8]) -> Result<SigningKey> {
    let wrong = || Error::damaged(name, "is not an Ed25519 private key in PEM (PKCS#8)");
    let text = std::str::from_utf8(bytes).map_err(|_| wrong())?;
    let (_, rest) = text.split_once(BEGIN).ok_or_else(wrong)?;
    let (body, _) = rest.split_once(END).ok_or_else(wrong)?;
    let body: String = body.split_whitespace().collect();
    let der = STANDARD.decode(body).map_err(|_| wrong())?;
    SigningKey::from_pkcs8_der(&der).map_err(|_| wrong())
}
