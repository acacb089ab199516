//! Private keys under a passphrase: encrypted PKCS#8 (RFC 5958, PBES2 with scrypt and AES-256), which OpenSSL reads too.

use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::DecodePrivateKey;
use pkcs8::der::pem::LineEnding;
use pkcs8::pkcs5::{pbes2, scrypt};
use pkcs8::{EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef};
use zeroize::Zeroizing;

use super::random;
use crate::signed::{Error, Result};

/// The label of the PEM block.
pub(super) const LABEL: &str = "ENCRYPTED PRIVATE KEY";

/// What a guess of the passphrase costs: 16 MiB and five passes over it. OpenSSL opens nothing that needs 32 MiB, and five
/// passes make up for it (OWASP counts this as much as 128 MiB and one pass).
const LOG_N: u8 = 14;
const BLOCKS: u32 = 8;
const PASSES: u32 = 5;

/// Encrypts a private key, given as PKCS#8, and returns the PEM block.
pub(super) fn seal(pkcs8: &[u8], passphrase: &str) -> Result<Zeroizing<String>> {
    let failed = |error: &dyn std::fmt::Display| {
        Error::Refused(format!("the private key cannot be encrypted: {error}"))
    };
    let cost = scrypt::Params::new(LOG_N, BLOCKS, PASSES).map_err(|error| failed(&error))?;
    let parameters =
        pbes2::Parameters::generate_scrypt_aes256cbc(cost, &random::<16>()?, random::<16>()?)
            .map_err(|error| failed(&error))?;
    let sealed = PrivateKeyInfoRef::try_from(pkcs8)
        .map_err(|error| failed(&error))?
        .encrypt_with_params(parameters, passphrase)
        .map_err(|error| failed(&error))?;
    sealed.to_pem(LABEL, LineEnding::LF).map_err(|error| failed(&error))
}

/// Decrypts a private key; `None` when the passphrase is another one.
pub(super) fn unseal(sealed: &[u8], passphrase: &str) -> Result<Option<SigningKey>, String> {
    let sealed = EncryptedPrivateKeyInfoRef::try_from(sealed).map_err(|error| error.to_string())?;
    let Ok(plain) = sealed.decrypt(passphrase) else { return Ok(None) };
    Ok(SigningKey::from_pkcs8_der(plain.as_bytes()).ok())
}
