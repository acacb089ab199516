//! Keys under passphrases.

use std::cell::Cell;
use std::process::Command;

use super::*;

/// Answers with another passphrase at each attempt.
#[derive(Debug)]
struct Guesses(Vec<&'static str>, Cell<usize>);

impl Passphrases for Guesses {
    fn open(&self, _: &str, _: u32) -> Result<Option<Passphrase>> {
        let n = self.1.replace(self.1.get() + 1);
        Ok(self.0.get(n).map(|guess| (*guess).to_owned().into()))
    }

    fn choose(&self, _: &str) -> Result<Passphrase> {
        Ok(self.0[0].to_owned().into())
    }
}

fn guesses(guesses: &[&'static str]) -> Guesses {
    Guesses(guesses.to_vec(), Cell::new(0))
}

#[test]
fn a_private_key_is_never_in_the_clear_and_its_public_half_is() {
    let folder = tempfile::tempdir().unwrap();
    let half = create(folder.path(), "facts-1", "prova", &Known).unwrap();
    let private = std::fs::read_to_string(pem(folder.path(), "facts-1")).unwrap();
    assert!(private.contains("ENCRYPTED PRIVATE KEY"), "{private}");
    let key = open_private(&pem(folder.path(), "facts-1"), "facts-1", &Known).unwrap().unwrap();
    let seed = key.to_bytes();
    let body: String = private.lines().filter(|line| !line.contains('-')).skip(1).collect();
    let der = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, body).unwrap();
    assert!(!der.windows(32).any(|part| part == seed));
    assert_eq!(public_half_of(folder.path()), half);
}

fn public_half_of(folder: &Path) -> PublicHalf {
    file::public_half(folder, "facts-1").unwrap().unwrap()
}

#[cfg(unix)]
#[test]
fn a_private_key_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    create(folder.path(), "facts-1", "prova", &Known).unwrap();
    let mode = pem(folder.path(), "facts-1").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_passphrase_may_be_mistyped_twice() {
    let folder = tempfile::tempdir().unwrap();
    create(folder.path(), "facts-1", "prova", &Known).unwrap();
    let path = pem(folder.path(), "facts-1");
    let open = |who: &Guesses| open_private(&path, "facts-1", who);
    assert!(open(&guesses(&["no", "no", PASSPHRASE])).unwrap().is_some());
    let wrong = open(&guesses(&["no", "no", "no", PASSPHRASE]));
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })));
    assert!(open(&guesses(&[])).unwrap().is_none());
}

#[test]
fn a_passphrase_that_can_be_guessed_makes_no_key() {
    let folder = tempfile::tempdir().unwrap();
    let made = create(folder.path(), "facts-1", "prova", &guesses(&["cavallo"]));
    assert!(matches!(made, Err(Error::ShortPassphrase { .. })));
    assert!(!pem(folder.path(), "facts-1").exists());
}

#[test]
fn a_key_is_never_overwritten_and_its_name_says_what_it_is_for() {
    let folder = tempfile::tempdir().unwrap();
    create(folder.path(), "facts-1", "prova", &Known).unwrap();
    for name in ["facts-1", "root-x", "chief-1", "../root-1", "root-1.pem", ""] {
        assert!(create(folder.path(), name, "prova", &Known).is_err(), "{name}");
    }
}

#[test]
fn every_key_is_another_one() {
    let folder = tempfile::tempdir().unwrap();
    let one = create(folder.path(), "facts-1", "prova", &Known).unwrap();
    let two = create(folder.path(), "facts-2", "prova", &Known).unwrap();
    assert_ne!(one.id, two.id);
}

#[test]
fn a_public_half_that_was_changed_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let half = create(folder.path(), "facts-1", "prova", &Known).unwrap();
    let other = create(folder.path(), "facts-2", "prova", &Known).unwrap();
    let path = folder.path().join("facts-1.pub");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace(&half.key.keyval.public, &other.key.keyval.public)).unwrap();
    assert!(matches!(file::public_half(folder.path(), "facts-1"), Err(Error::Damaged { .. })));
}

#[test]
fn the_file_outlives_this_program_openssl_opens_it() {
    let folder = tempfile::tempdir().unwrap();
    let half = create(folder.path(), "facts-1", "prova", &Known).unwrap();
    let mut openssl = Command::new("openssl");
    openssl.args(["pkey", "-text", "-noout", "-passin", &format!("pass:{PASSPHRASE}"), "-in"]);
    // Not everybody has it; where it is, it must read the file.
    let Ok(output) = openssl.arg(pem(folder.path(), "facts-1")).output() else { return };
    let text = String::from_utf8(output.stdout).unwrap();
    let digits: String = text.split("pub:").nth(1).unwrap_or_default().split_whitespace().collect();
    assert_eq!(digits.replace(':', ""), half.key.keyval.public, "{text}");
}
