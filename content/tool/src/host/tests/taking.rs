//! Going on from what lies at a place.

use std::path::Path;

use super::super::{Error, FetchReport, Result, fetch};
use super::send;
use super::shelf::Shelf;
use crate::keys::Keys;
use crate::repository::current_release;
use crate::repository::tests::fixture::World;

const TIMESTAMP: &str = "metadata/timestamp.json";

fn take(world: &World, shelf: &Shelf, into: &Path) -> Result<FetchReport> {
    fetch(shelf, "shelf", into, &Keys::open(&world.keys()).unwrap(), world.now)
}

fn published() -> (World, Shelf) {
    let mut world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    world.set_fee(2);
    world.publish();
    send(&world, &shelf).unwrap();
    (world, shelf)
}

#[test]
fn an_empty_folder_takes_the_release_and_goes_on_from_it() {
    let (mut world, shelf) = published();
    let fresh = world.path("fresh");
    assert!(take(&world, &shelf, &fresh).unwrap().changed);
    assert_eq!(current_release(&fresh).unwrap(), Some(2));
    world.set_fee(3);
    let report = world.publish_to(&fresh).unwrap();
    assert_eq!(report.packs[0].patches.iter().map(|p| p.from).collect::<Vec<_>>(), [2]);
    super::mirror(&fresh, &shelf, "shelf", world.now, &super::go_on).unwrap();
    // The folder from which it came takes the news in as well.
    assert!(take(&world, &shelf, &world.repository()).unwrap().changed);
    assert_eq!(current_release(&world.repository()).unwrap(), Some(3));
}

#[test]
fn a_folder_that_is_as_new_is_left_alone() {
    let (world, shelf) = published();
    assert_eq!(take(&world, &shelf, &world.repository()).unwrap(), FetchReport::default());
    world.publish();
    assert_eq!(take(&world, &shelf, &world.repository()).unwrap(), FetchReport::default());
}

#[test]
fn nothing_is_taken_that_does_not_verify() {
    let (world, shelf) = published();
    for name in shelf.names() {
        let bytes = shelf.bytes(&name).unwrap();
        let mut forged = bytes.clone();
        let middle = forged.len() / 2;
        forged[middle] ^= 1;
        shelf.put(&name, &forged);
        let folder = tempfile::tempdir().unwrap();
        let used = take(&world, &shelf, folder.path());
        assert_eq!(
            std::fs::read_dir(folder.path().join("metadata")).unwrap().count() > 0,
            used.is_ok()
        );
        // A file that the release does not lead to is not even asked for.
        if let Err(error) = &used {
            assert!(!folder.path().join(TIMESTAMP).exists(), "{name}: {error}");
        } else {
            assert!(name.contains("1.facts") || name.contains("1.snapshot"), "{name}");
        }
        shelf.put(&name, &bytes);
    }
}

#[test]
fn the_release_of_other_keys_is_not_taken() {
    let (world, _) = published();
    let (_, theirs) = published();
    let folder = world.path("fresh");
    assert!(matches!(take(&world, &theirs, &folder), Err(Error::Foreign { .. })));
    assert!(!folder.join(TIMESTAMP).exists());
}

#[test]
fn a_folder_that_went_another_way_is_not_mixed_with_the_place() {
    let (world, shelf) = published();
    let other = World::new();
    other.publish();
    std::fs::remove_dir_all(other.path("keys")).unwrap();
    assert!(matches!(take(&world, &shelf, &other.repository()), Err(Error::Diverged { .. })));
}

#[test]
fn a_name_that_leads_out_of_the_folder_is_not_followed() {
    let (world, shelf) = published();
    let snapshot = "metadata/2.snapshot.json";
    let text = String::from_utf8(shelf.bytes(snapshot).unwrap()).unwrap();
    shelf.put(snapshot, text.replace("text-ar.json", "../../../x.json").as_bytes());
    let fresh = world.path("a/b/fresh");
    assert!(matches!(take(&world, &shelf, &fresh), Err(Error::Foreign { .. })));
    assert!(!world.path("a/x.json").exists() && !world.path("a/b/x.json").exists());
}

#[test]
fn an_empty_place_says_so() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    assert!(matches!(take(&world, &shelf, &world.path("x")), Err(Error::Empty { .. })));
}
