//! The signature schemes and hashes that metadata may use, in pure Rust: Ed25519, ECDSA P-256 and SHA-2. Everything else
//! is refused, so that no C library and no RSA reaches a phone.

use sha2::{Digest, Sha256, Sha384, Sha512};
use sigstore_crypto::{CryptoProvider, Error, HashContext, Result, SigningScheme};
use sigstore_types::HashAlgorithm;

/// Makes this provider the one that `sigstore-tuf` asks. Cheap, and safe to call more than once.
///
/// The first provider installed in a process stays; nothing else that this workspace links installs one.
pub(crate) fn install() {
    if sigstore_crypto::install_default_provider(&PROVIDER).is_err() {
        // Already installed by an earlier call.
    }
}

static PROVIDER: PureRust = PureRust;

#[derive(Debug)]
struct PureRust;

struct Hasher<D>(D);

impl<D: Digest + Send> HashContext for Hasher<D> {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finalize(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

impl CryptoProvider for PureRust {
    fn hash(&self, algorithm: HashAlgorithm) -> Result<Box<dyn HashContext>> {
        match algorithm {
            HashAlgorithm::Sha2256 => Ok(Box::new(Hasher(Sha256::new()))),
            HashAlgorithm::Sha2384 => Ok(Box::new(Hasher(Sha384::new()))),
            HashAlgorithm::Sha2512 => Ok(Box::new(Hasher(Sha512::new()))),
            other => Err(Error::UnsupportedAlgorithm(format!("{other:?}"))),
        }
    }

    fn verify_raw(
        &self,
        scheme: SigningScheme,
        key: &[u8],
        data: &[u8],
        signature: &[u8],
    ) -> Result<()> {
        match scheme {
            SigningScheme::Ed25519 => verify_ed25519(key, data, signature),
            SigningScheme::EcdsaP256Sha256 => verify_p256(key, data, signature),
            other => Err(Error::UnsupportedAlgorithm(other.name().to_owned())),
        }
    }

    fn verify_prehashed(
        &self,
        scheme: SigningScheme,
        _key: &[u8],
        _digest: &[u8],
        _signature: &[u8],
    ) -> Result<()> {
        // TUF signs whole messages only.
        Err(Error::UnsupportedAlgorithm(scheme.name().to_owned()))
    }
}

fn verify_ed25519(key: &[u8], data: &[u8], signature: &[u8]) -> Result<()> {
    let key = <&[u8; 32]>::try_from(key)
        .ok()
        .and_then(|key| ed25519_dalek::VerifyingKey::from_bytes(key).ok())
        .ok_or_else(|| Error::InvalidKey("not an Ed25519 key".to_owned()))?;
    let signature = ed25519_dalek::Signature::from_slice(signature).map_err(verification)?;
    // `verify_strict` refuses keys and points of small order, for which one signature fits many messages.
    key.verify_strict(data, &signature).map_err(verification)
}

fn verify_p256(key: &[u8], data: &[u8], signature: &[u8]) -> Result<()> {
    use p256::ecdsa::signature::Verifier as _;
    let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(key)
        .map_err(|_| Error::InvalidKey("not a P-256 key".to_owned()))?;
    let signature = p256::ecdsa::Signature::from_der(signature).map_err(verification)?;
    key.verify(data, &signature).map_err(verification)
}

fn verification(error: impl std::fmt::Display) -> Error {
    Error::Verification(error.to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use ed25519_dalek::Signer as _;

    #[test]
    fn an_ed25519_signature_fits_its_message_only() {
        let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
        let public = key.verifying_key().to_bytes();
        let signature = key.sign(b"word").to_bytes();
        PROVIDER.verify_raw(SigningScheme::Ed25519, &public, b"word", &signature).unwrap();
        assert!(PROVIDER.verify_raw(SigningScheme::Ed25519, &public, b"ward", &signature).is_err());
    }

    #[test]
    fn a_p256_signature_fits_its_message_only() {
        use p256::ecdsa::signature::Signer as _;
        let key = p256::ecdsa::SigningKey::from_slice(&[7; 32]).unwrap();
        let public = key.verifying_key().to_encoded_point(false);
        let signature: p256::ecdsa::Signature = key.sign(b"word");
        let scheme = SigningScheme::EcdsaP256Sha256;
        let der = signature.to_der();
        PROVIDER.verify_raw(scheme, public.as_bytes(), b"word", der.as_bytes()).unwrap();
        assert!(PROVIDER.verify_raw(scheme, public.as_bytes(), b"ward", der.as_bytes()).is_err());
    }

    #[test]
    fn a_key_of_small_order_signs_nothing() {
        let signature = [0u8; 64];
        let mut identity = [0u8; 32];
        identity[0] = 1;
        assert!(
            PROVIDER.verify_raw(SigningScheme::Ed25519, &identity, b"word", &signature).is_err()
        );
    }

    #[test]
    fn other_schemes_are_refused() {
        for scheme in [SigningScheme::RsaPssSha256, SigningScheme::EcdsaP384Sha384] {
            assert!(matches!(
                PROVIDER.verify_raw(scheme, &[], b"", &[]),
                Err(Error::UnsupportedAlgorithm(_))
            ));
        }
    }
}
