//! Places that are ahead, that went another way, or that are not ours.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::{Error, Result, check_before};
use super::shelf::Shelf;
use super::{send, verify};
use crate::keys::{self, Holder, Keys, KeysOptions};
use crate::repository::tests::fixture::World;
use crate::repository::tests::rotation::replace_online_key;
use crate::repository::{PublishOptions, publish_with, quiet};
use crate::signed::metadata::{Root, Timestamp};
use crate::signed::sign::{Document, sign};

const TIMESTAMP: &str = "metadata/timestamp.json";

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// A colleague with the same keys and the same folder.
fn colleague(world: &World) -> World {
    let other = World::new();
    std::fs::remove_dir_all(other.keys()).unwrap();
    copy(&world.keys(), &other.keys());
    copy(&world.repository(), &other.repository());
    other
}

/// What is asked before anything is signed.
fn look(world: &World, repository: &Path, shelf: &Shelf) -> Result<BTreeSet<String>> {
    check_before(repository, shelf, "shelf", &Keys::open(&world.keys())?)
}

/// Nothing at the place has changed by what failed.
fn refused(world: &World, shelf: &Shelf) -> Error {
    let before: Vec<_> = shelf.names().iter().map(|name| shelf.bytes(name)).collect();
    let error = send(world, shelf).unwrap_err();
    let after: Vec<_> = shelf.names().iter().map(|name| shelf.bytes(name)).collect();
    assert_eq!(before, after);
    error
}

#[test]
fn a_newer_timestamp_at_the_place_is_never_replaced() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    let other = colleague(&world);
    other.publish();
    send(&other, &shelf).unwrap();
    let error = refused(&world, &shelf);
    assert!(matches!(error, Error::Ahead { theirs: 2, ours: 1, .. }), "{error}");
    let error = look(&world, &world.repository(), &shelf).unwrap_err();
    assert!(matches!(error, Error::Ahead { .. }), "{error}");
}

#[test]
fn an_empty_folder_does_not_begin_anew_where_something_was_published() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    send(&world, &shelf).unwrap();
    let empty = world.path("empty");
    let error = look(&world, &empty, &shelf).unwrap_err();
    assert!(matches!(error, Error::Ahead { ours: 0, .. }), "{error}");
}

#[test]
fn what_a_colleague_has_published_since_is_not_taken_back() {
    let mut world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    let mut other = colleague(&world);
    other.set_fee(3);
    other.publish();
    send(&other, &shelf).unwrap();
    world.set_fee(2);
    world.publish();
    let error = refused(&world, &shelf);
    assert!(matches!(error, Error::Diverged { .. }), "{error}");
    // A further release here has the higher number and still goes on from another one.
    world.publish();
    let error = refused(&world, &shelf);
    assert!(matches!(error, Error::Diverged { .. }), "{error}");
}

#[test]
fn a_numbered_file_with_other_bytes_is_never_replaced() {
    let mut world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    send(&world, &shelf).unwrap();
    world.set_fee(2);
    world.publish();
    let own = std::fs::read(world.repository().join("metadata/2.facts.json")).unwrap();
    let mut same_length = own.clone();
    same_length[20] ^= 1;
    for bytes in [same_length, b"{}".to_vec()] {
        shelf.put("metadata/2.facts.json", &bytes);
        let error = refused(&world, &shelf);
        assert!(matches!(&error, Error::Diverged { file, .. } if file.ends_with("2.facts.json")));
    }
}

#[test]
fn a_pack_that_arrived_in_part_is_found_before_phones_are_told() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    send(&world, &shelf).unwrap();
    let pack = shelf.names().into_iter().find(|name| name.ends_with(".facts.pack")).unwrap();
    let whole = shelf.bytes(&pack).unwrap();
    shelf.put(&pack, &whole[..10]);
    assert!(matches!(refused(&world, &shelf), Error::Diverged { .. }));
}

#[test]
fn a_place_of_another_territory_is_left_alone() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    let stranger = World::new();
    stranger.publish();
    send(&stranger, &shelf).unwrap();
    assert!(matches!(refused(&world, &shelf), Error::Foreign { .. }));
    shelf.put(TIMESTAMP, b"<html>log in</html>");
    assert!(matches!(refused(&world, &shelf), Error::Foreign { .. }));
}

#[test]
fn what_a_revoked_online_key_has_signed_is_replaced_whatever_its_number() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    send(&world, &shelf).unwrap();
    let stolen = Keys::open(&world.keys()).unwrap().signers(Holder::Online).unwrap();
    let bytes = shelf.bytes(TIMESTAMP).unwrap();
    let mut forged = Document::<Timestamp>::parse(TIMESTAMP, bytes).unwrap().signed;
    forged.version = 1_000_000;
    shelf.put(TIMESTAMP, &sign(&forged, &stolen).unwrap());
    let error = refused(&world, &shelf);
    assert!(matches!(error, Error::Ahead { theirs: 1_000_000, .. }), "{error}");

    replace_online_key(&world);
    look(&world, &world.repository(), &shelf).unwrap();
    world.publish();
    send(&world, &shelf).unwrap();
    verify(&world, &shelf);
}

#[test]
fn a_place_with_a_newer_root_is_ahead() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    let other = colleague(&world);
    replace_online_key(&other);
    other.publish();
    send(&other, &shelf).unwrap();
    let error = refused(&world, &shelf);
    assert!(matches!(&error, Error::Ahead { file, theirs: 2, .. } if file == "root.json"));
}

#[test]
fn a_root_of_other_keys_does_not_replace_the_first() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    let spare = world.path("spare");
    keys::init(&spare, &KeysOptions::development("prova", world.now)).unwrap();
    let keys = Keys::open(&spare).unwrap();
    let root: Root = keys.root().signed.clone();
    shelf.put("metadata/1.root.json", &sign(&root, &keys.signers(Holder::Root).unwrap()).unwrap());
    assert!(matches!(refused(&world, &shelf), Error::Diverged { .. }));
}

#[test]
fn numbers_that_lie_at_the_place_are_not_given_again() -> Result<()> {
    let mut world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    send(&world, &shelf)?;
    let before = shelf.copy();
    // A colleague's publish broke off: its role lies at the place, and no timestamp leads to it.
    let mut other = colleague(&world);
    other.set_fee(3);
    other.publish();
    before.break_after(3);
    assert!(send(&other, &before).is_err());
    before.mend();
    assert!(before.names().contains(&"metadata/2.facts.json".to_owned()));

    world.set_fee(2);
    let taken: BTreeSet<String> = look(&world, &world.repository(), &before)?;
    let options = PublishOptions { now: world.now, dev: true };
    let keys = Keys::open(&world.keys())?;
    let to = world.repository();
    let report = publish_with(&world.draft, &keys, &to, options, &taken, &quiet)?;
    assert!(report.files_written.contains(&"metadata/3.facts.json".to_owned()));
    send(&world, &before)?;
    verify(&world, &before);
    Ok(())
}

#[test]
fn a_number_that_somebody_put_there_to_use_all_numbers_up_is_not_followed() -> Result<()> {
    let mut world = World::new();
    world.publish();
    world.set_fee(2);
    let taken = BTreeSet::from([format!("metadata/{}.facts.json", u64::MAX)]);
    let options = PublishOptions { now: world.now, dev: true };
    let keys = Keys::open(&world.keys())?;
    let to = world.repository();
    let report = publish_with(&world.draft, &keys, &to, options, &taken, &quiet)?;
    assert!(report.files_written.contains(&"metadata/2.facts.json".to_owned()));
    Ok(())
}
