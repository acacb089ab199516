//! The ceremony, keys under passphrases, and signatures that are collected one by one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jiff::Timestamp;
use tempfile::TempDir;

use super::*;

mod rotation;
mod sealed;

const PASSPHRASE: &str = "otto cavalli verdi";

/// Somebody who knows the passphrase of every key.
#[derive(Debug)]
pub(crate) struct Known;

impl Passphrases for Known {
    fn open(&self, _: &str, _: u32) -> Result<Option<Passphrase>> {
        self.choose("").map(Some)
    }

    fn choose(&self, _: &str) -> Result<Passphrase> {
        Ok(PASSPHRASE.to_owned().into())
    }
}

pub(crate) fn options(now: Timestamp) -> CeremonyOptions {
    CeremonyOptions { thresholds: BTreeMap::new(), renew: false, now }
}

/// The day of the ceremony.
pub(crate) const CEREMONY: &str = "2026-03-02T08:00:00Z";

/// Three root keys and one of everything else, and the first root, signed by two.
///
/// Passphrases are slow on purpose, so that the tests share one ceremony and each has its copy.
pub(crate) fn ceremony(folder: &Path) {
    static DONE: OnceLock<TempDir> = OnceLock::new();
    let done = DONE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        hold_ceremony(folder.path(), "prova", CEREMONY.parse().unwrap());
        folder
    });
    std::fs::create_dir_all(folder).unwrap();
    for entry in std::fs::read_dir(done.path()).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_file() {
            std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
    }
}

fn hold_ceremony(folder: &Path, territory: &str, now: Timestamp) {
    for name in ["root-1", "root-2", "root-3", "targets-1", "facts-1", "language-1", "operator-1"] {
        create(folder, name, territory, &Known).unwrap();
    }
    create(folder, "online-1", territory, &Known).unwrap();
    assert_eq!(prepare(folder, &options(now)).unwrap().root, Some(1));
    for key in ["root-1", "root-2"] {
        sign_root(folder, key).unwrap();
    }
}

/// Signs the root that waits.
pub(crate) fn sign_root(folder: &Path, key: &str) -> Result<Signed> {
    let (file, _) = Waiting::of(folder).newest("root")?.unwrap();
    add_signature(&file.path, folder, &pem(folder, key), &Known)
}

pub(crate) fn pem(folder: &Path, key: &str) -> PathBuf {
    folder.join(format!("{key}.pem"))
}
