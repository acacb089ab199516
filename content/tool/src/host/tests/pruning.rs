//! What is deleted, and what never is.

use super::super::{Error, prune};
use super::shelf::Shelf;
use super::{send, verify};
use crate::repository::tests::fixture::{World, at};

/// A place with three releases: of the first day, of day 10, and of `last`.
fn three_releases(last: &str) -> (World, Shelf) {
    let mut world = World::new();
    let shelf = Shelf::new(world.now);
    for (day, cents) in [("2026-03-02T08:00:00Z", 1), ("2026-03-12T08:00:00Z", 2), (last, 3)] {
        world.now = at(day);
        shelf.set_clock(world.now);
        world.set_fee(cents);
        world.publish();
        send(&world, &shelf).unwrap();
    }
    (world, shelf)
}

fn old_facts(shelf: &Shelf) -> Vec<String> {
    shelf.names().into_iter().filter(|name| name.ends_with(".facts.json")).collect()
}

#[test]
fn nothing_that_was_current_within_ninety_days_is_deleted_however_old_it_is() {
    // On the day after the third release, the second one (100 days old) was current until yesterday.
    let (world, shelf) = three_releases("2026-06-20T08:00:00Z");
    let now = at("2026-06-21T08:00:00Z");
    let gone = prune(&world.repository(), &shelf, "shelf", now).unwrap();
    assert_eq!(old_facts(&shelf), ["metadata/2.facts.json", "metadata/3.facts.json"]);
    assert!(gone.contains(&"metadata/1.facts.json".to_owned()), "{gone:?}");
    assert!(gone.iter().any(|name| name.ends_with(".facts.pack")));
    assert!(!gone.iter().any(|name| name.contains("root") || name.contains("timestamp")));
    // The words have not changed since the first day and are part of the newest release.
    assert!(shelf.names().contains(&"metadata/1.text-it.json".to_owned()));
    verify(&world, &shelf);
}

#[test]
fn nothing_younger_than_ninety_days_is_deleted() {
    let (world, shelf) = three_releases("2026-03-22T08:00:00Z");
    let gone = prune(&world.repository(), &shelf, "shelf", at("2026-05-30T08:00:00Z")).unwrap();
    assert_eq!(gone, Vec::<String>::new());
}

#[test]
fn a_root_is_never_deleted() {
    let (world, shelf) = three_releases("2026-03-22T08:00:00Z");
    let gone = prune(&world.repository(), &shelf, "shelf", at("2030-01-01T08:00:00Z")).unwrap();
    assert!(!gone.is_empty());
    assert!(shelf.names().contains(&"metadata/1.root.json".to_owned()));
    verify(&world, &shelf);
}

#[test]
fn a_place_that_holds_another_release_is_not_cleaned() {
    let (mut world, shelf) = three_releases("2026-03-22T08:00:00Z");
    world.set_fee(4);
    world.publish();
    let before = shelf.names();
    let result = prune(&world.repository(), &shelf, "shelf", at("2030-01-01T08:00:00Z"));
    assert!(matches!(result, Err(Error::Release(_))), "{result:?}");
    assert_eq!(shelf.names(), before);
}
