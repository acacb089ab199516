//! The files of a key folder: PKCS#8 in PEM, one private key each, for the owner's eyes only, and the public halves.

use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::DecodePrivateKey;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::holder::Holder;
use super::seal::{self, LABEL, seal};
use crate::signed::metadata::Key;
use crate::signed::sign::{key_id, public_key};
use crate::signed::{Error, Result};

const PLAIN: &str = "PRIVATE KEY";

/// What stands before the 32 bytes of an Ed25519 private key in PKCS#8, version 1: the form without the public half, which
/// is the one that OpenSSL reads (RFC 8410, section 7).
const PKCS8: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/// A private key as it lies in its file.
pub(super) enum Private {
    /// For development: whoever has the file has the key.
    Plain(SigningKey),
    /// Under a passphrase.
    Sealed(Vec<u8>),
}

/// The public half of a key, in the clear: what the others need to know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicHalf {
    /// The only territory that the key signs.
    pub territory: String,
    /// What it is for: the name of a holder.
    pub role: String,
    /// Its id in signed metadata.
    pub id: String,
    /// The key itself.
    #[serde(flatten)]
    pub key: Key,
}

impl PublicHalf {
    pub(super) fn of(key: &SigningKey, holder: Holder, territory: &str) -> Result<Self> {
        let key = public_key(&key.verifying_key());
        let (role, id) = (holder.name().to_owned(), key_id(&key)?);
        Ok(Self { territory: territory.to_owned(), role, id, key })
    }
}

fn pkcs8(key: &SigningKey) -> Zeroizing<Vec<u8>> {
    Zeroizing::new([PKCS8.as_slice(), key.as_bytes()].concat())
}

/// Writes a private key in the clear, with a line above it that says what it is. Never overwrites.
pub(super) fn write_plain(path: &Path, key: &SigningKey, note: &str) -> Result<()> {
    let body = Zeroizing::new(STANDARD.encode(&*pkcs8(key)));
    let text = format!("{note}\n-----BEGIN {PLAIN}-----\n{}\n-----END {PLAIN}-----\n", *body);
    write_new(path, Zeroizing::new(text).as_bytes(), true)
}

/// Writes a private key under a passphrase, with a line above it that says what it is. Never overwrites.
pub(super) fn write_sealed(
    path: &Path,
    key: &SigningKey,
    note: &str,
    passphrase: &str,
) -> Result<()> {
    let pem = seal(&pkcs8(key), passphrase)?;
    write_new(path, format!("{note}\n{}", *pem).as_bytes(), true)
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

/// The names of the keys of a folder that have a file with this ending, in their order, with what they are for.
pub(super) fn names(folder: &Path, ending: &str) -> Result<Vec<(String, Holder)>> {
    let listing = |source| Error::Io { context: "listing", path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(listing)? {
        let Ok(file) = entry.map_err(listing)?.file_name().into_string() else { continue };
        if let Some(name) = file.strip_suffix(ending)
            && let Some(holder) = Holder::of_key(name)
        {
            names.push((name.to_owned(), holder));
        }
    }
    names.sort();
    Ok(names)
}

/// The public half of a key, if the folder has it. Its id must be that of the key.
pub(super) fn public_half(folder: &Path, name: &str) -> Result<Option<PublicHalf>> {
    let file = format!("{name}.pub");
    let Some(bytes) = read_if_there(&folder.join(&file))? else { return Ok(None) };
    let half: PublicHalf =
        serde_json::from_slice(&bytes).map_err(|error| Error::damaged(&file, error))?;
    if key_id(&half.key)? != half.id {
        return Err(Error::damaged(file, "the id is not that of the key"));
    }
    match Holder::of_key(name).is_some_and(|holder| holder.name() == half.role) {
        true => Ok(Some(half)),
        false => Err(Error::damaged(file, format!("is a key for «{}»", half.role))),
    }
}

/// Reads a private key as it lies there.
pub(super) fn private(path: &Path) -> Result<Private> {
    let name = path.display().to_string();
    let wrong = || Error::damaged(name.clone(), "is not an Ed25519 private key in PEM (PKCS#8)");
    let bytes = Zeroizing::new(read(path)?);
    let text = std::str::from_utf8(&bytes).map_err(|_| wrong())?;
    if let Some(der) = block(text, LABEL) {
        return Ok(Private::Sealed(der.to_vec()));
    }
    let der = block(text, PLAIN).ok_or_else(wrong)?;
    SigningKey::from_pkcs8_der(&der).map(Private::Plain).map_err(|_| wrong())
}

/// Opens a sealed key; `None` when the passphrase is another one.
pub(super) fn unseal(name: &str, sealed: &[u8], passphrase: &str) -> Result<Option<SigningKey>> {
    seal::unseal(sealed, passphrase).map_err(|reason| Error::damaged(name, reason))
}

/// The bytes of a PEM block with a label.
fn block(text: &str, label: &str) -> Option<Zeroizing<Vec<u8>>> {
    let (_, rest) = text.split_once(&format!("-----BEGIN {label}-----"))?;
    let (body, _) = rest.split_once(&format!("-----END {label}-----"))?;
    let body: Zeroizing<String> = Zeroizing::new(body.split_whitespace().collect());
    STANDARD.decode(body.as_bytes()).ok().map(Zeroizing::new)
}
