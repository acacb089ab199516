//! Keys that are replaced, and keys that sign what is not theirs.

use std::path::Path;

use super::fixture::{World, files, written};
use crate::keys::{self, Holder, Keys, KeysOptions};
use crate::repository::{Error, verify_release};
use crate::signed::metadata::{Root, Targets};
use crate::signed::sign::{Document, key_id, public_key, sign};

/// Makes a second root that trusts a new online key, as a ceremony would.
pub(crate) fn replace_online_key(world: &World) {
    let folder = world.keys();
    let spare = world.path("spare");
    keys::init(&spare, &KeysOptions::development("prova", world.now)).unwrap();
    let new = Keys::open(&spare).unwrap().signers(Holder::Online).unwrap().remove(0);
    let keys = Keys::open(&folder).unwrap();
    let mut root: Root = keys.root().signed.clone();
    let public = public_key(&new.verifying_key());
    let id = key_id(&public).unwrap();
    let old =
        std::mem::replace(&mut root.roles.get_mut("timestamp").unwrap().keyids, vec![id.clone()]);
    root.roles.get_mut("snapshot").unwrap().keyids = vec![id.clone()];
    root.keys.retain(|id, _| !old.contains(id));
    root.keys.insert(id, public);
    root.version = 2;
    let bytes = sign(&root, &keys.signers(Holder::Root).unwrap()).unwrap();
    std::fs::rename(folder.join("root.json"), folder.join("1.root.json")).unwrap();
    std::fs::write(folder.join("root.json"), bytes).unwrap();
    std::fs::copy(spare.join("online.pem"), folder.join("online.pem")).unwrap();
}

#[test]
fn new_root_is_published_beside_the_old_one_and_its_keys_sign() {
    let world = World::new();
    world.publish();
    replace_online_key(&world);
    let report = world.publish();
    assert_eq!(written(&report), ["2.snapshot.json", "2.root.json", "timestamp.json"]);
    assert_eq!(written(&world.publish()), ["timestamp.json"]);
}

#[test]
fn fresh_repository_gets_the_whole_chain_of_roots() {
    let world = World::new();
    replace_online_key(&world);
    let report = world.publish();
    assert!(report.files_written.contains(&"metadata/1.root.json".to_owned()));
    assert!(report.files_written.contains(&"metadata/2.root.json".to_owned()));
}

#[test]
fn key_folder_older_than_the_repository_signs_nothing() {
    let world = World::new();
    let first = std::fs::read(world.keys().join("root.json")).unwrap();
    world.publish();
    replace_online_key(&world);
    world.publish();
    std::fs::write(world.keys().join("root.json"), first).unwrap();
    assert!(matches!(world.try_publish(), Err(Error::Refused(_))));
}

#[test]
fn root_that_the_last_root_did_not_sign_is_not_published() {
    let world = World::new();
    world.publish();
    let before = files(&world.repository());
    let spare = world.path("spare");
    keys::init(&spare, &KeysOptions::development("prova", world.now)).unwrap();
    let keys = Keys::open(&spare).unwrap();
    let mut root = keys.root().signed.clone();
    root.version = 2;
    let bytes = sign(&root, &keys.signers(Holder::Root).unwrap()).unwrap();
    std::fs::rename(world.keys().join("root.json"), world.keys().join("1.root.json")).unwrap();
    std::fs::write(world.keys().join("root.json"), bytes).unwrap();
    assert!(world.try_publish().is_err());
    let timestamp = "metadata/timestamp.json";
    assert_eq!(before[timestamp], files(&world.repository())[timestamp]);
}

#[test]
fn replaced_language_key_signs_every_language_and_its_delegation_again() {
    let world = World::new();
    world.publish();
    let spare = world.path("spare");
    keys::init(&spare, &KeysOptions::development("prova", world.now)).unwrap();
    let read = |folder: &Path| -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(folder.join("delegates.json")).unwrap()).unwrap()
    };
    let mut delegates = read(&world.keys());
    delegates["language"] = read(&spare)["language"].take();
    std::fs::write(world.keys().join("delegates.json"), delegates.to_string()).unwrap();
    std::fs::copy(spare.join("language.pem"), world.keys().join("language.pem")).unwrap();
    assert_eq!(
        written(&world.publish()),
        ["2.text-ar.json", "2.text-it.json", "2.targets.json", "2.snapshot.json", "timestamp.json"]
    );
}

#[test]
fn language_key_cannot_sign_the_facts() {
    let world = World::new();
    world.publish();
    let keys = Keys::open(&world.keys()).unwrap();
    let path = world.repository().join("metadata/1.facts.json");
    let facts = Document::<Targets>::parse("facts", std::fs::read(&path).unwrap()).unwrap();
    let forged = sign(&facts.signed, &keys.signers(Holder::Language).unwrap()).unwrap();
    std::fs::write(&path, forged).unwrap();
    let timestamp = std::fs::read(world.repository().join("metadata/timestamp.json")).unwrap();
    let error = verify_release(&world.repository(), &timestamp, world.now).unwrap_err();
    assert!(error.to_string().contains("not signed"), "{error}");
}

#[test]
fn role_that_lists_what_is_not_its_own_is_refused() {
    let world = World::new();
    world.publish();
    let keys = Keys::open(&world.keys()).unwrap();
    let path = world.repository().join("metadata/1.text-it.json");
    let role = Document::<Targets>::parse("text-it", std::fs::read(&path).unwrap()).unwrap();
    let mut signed = role.signed;
    let pack = signed.targets["text-it.pack"].clone();
    signed.targets.insert("text-it-simple.pack".into(), pack);
    std::fs::write(&path, sign(&signed, &keys.signers(Holder::Language).unwrap()).unwrap())
        .unwrap();
    let timestamp = std::fs::read(world.repository().join("metadata/timestamp.json")).unwrap();
    let error = verify_release(&world.repository(), &timestamp, world.now).unwrap_err();
    assert!(error.to_string().contains("may not sign"), "{error}");
}

#[test]
fn expired_timestamp_is_no_release() {
    let mut world = World::new();
    world.publish();
    let timestamp = std::fs::read(world.repository().join("metadata/timestamp.json")).unwrap();
    world.now = super::fixture::at("2026-03-16T08:00:01Z");
    assert!(verify_release(&world.repository(), &timestamp, world.now).is_err());
    world.publish();
}
