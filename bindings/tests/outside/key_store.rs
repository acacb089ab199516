//! The key store is taken when the core is opened, and let go of again.

use std::sync::Arc;

use cittadini_bindings::{Config, Core, KeyStore, KeyStoreError};

/// Answers nothing: so far nobody asks.
struct Unasked;

impl KeyStore for Unasked {
    fn load(&self, name: String) -> Result<Option<Vec<u8>>, KeyStoreError> {
        panic!("asked for {name}")
    }

    fn create(&self, name: String, _: Vec<u8>) -> Result<(), KeyStoreError> {
        panic!("asked to keep {name}")
    }

    fn delete(&self, name: String) -> Result<(), KeyStoreError> {
        panic!("asked to delete {name}")
    }
}

fn config(folder: &tempfile::TempDir) -> Config {
    Config {
        data_dir: folder.path().to_str().unwrap().to_owned(),
        root: None,
        repository: None,
        seed: None,
        settings: None,
        territories: None,
    }
}

#[test]
fn a_key_store_is_taken_and_asked_for_nothing_while_nothing_secret_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let core = Core::open(config(&folder), Some(Arc::new(Unasked))).unwrap();
    assert!(core.home().unwrap().empty);
    core.set_settings(core.settings().unwrap()).unwrap();
    core.close().unwrap();
}

#[test]
fn the_key_store_is_held_until_the_core_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let key_store = Arc::new(Unasked);
    let core = Core::open(config(&folder), Some(key_store.clone())).unwrap();
    assert_eq!(Arc::strong_count(&key_store), 2);
    core.close().unwrap();
    assert_eq!(Arc::strong_count(&key_store), 1);
}
