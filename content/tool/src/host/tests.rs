//! Mirroring to a place in memory, which can break off after any file.

mod pruning;
mod shelf;
mod standing;
mod taking;

use std::ops::ControlFlow;

use super::{Error, MirrorReport, Result, mirror};
use crate::repository::tests::fixture::World;
use crate::repository::verify_release;
use shelf::Shelf;

fn go_on(_: &str, _: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn send(world: &World, shelf: &Shelf) -> Result<MirrorReport> {
    mirror(&world.repository(), shelf, "shelf", world.now, &go_on)
}

/// The place as a phone would see it now.
fn verify(world: &World, shelf: &Shelf) {
    let folder = tempfile::tempdir().unwrap();
    shelf.write_to(folder.path());
    let timestamp = shelf.bytes("metadata/timestamp.json").unwrap();
    verify_release(folder.path(), &timestamp, world.now).unwrap();
}

/// The pass in which a file belongs.
fn rank(name: &str) -> usize {
    match name.strip_prefix("metadata/") {
        None => 0,
        Some("timestamp.json") => 5,
        Some(name) if name.ends_with(".root.json") => 4,
        Some(name) if name.ends_with(".snapshot.json") => 3,
        Some(name) if name.ends_with(".targets.json") => 2,
        Some(_) => 1,
    }
}

#[test]
fn the_timestamp_comes_last_and_after_everything_it_leads_to() {
    let mut world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    let first = send(&world, &shelf).unwrap();
    world.set_fee(2);
    world.publish();
    let second = send(&world, &shelf).unwrap();
    for report in [&first, &second] {
        let ranks: Vec<usize> = report.sent.iter().map(|name| rank(name)).collect();
        assert!(ranks.is_sorted(), "{:?}", report.sent);
        assert_eq!(ranks.last(), Some(&5));
    }
    assert!(first.sent.contains(&"metadata/1.root.json".to_owned()));
    assert!(!second.sent.iter().any(|name| first.sent.contains(name) && rank(name) < 5));
    verify(&world, &shelf);
}

#[test]
fn a_mirroring_that_breaks_off_after_any_file_leaves_the_old_release_and_is_resumed() {
    let mut world = World::new();
    let before = Shelf::new(world.now);
    world.publish();
    send(&world, &before).unwrap();
    world.set_fee(2);
    world.publish();
    let whole = send(&world, &before.copy()).unwrap().sent.len();
    assert!(whole > 4, "{whole}");
    for cut in 0..whole {
        let shelf = before.copy();
        shelf.break_after(cut);
        assert!(matches!(send(&world, &shelf), Err(Error::Unreachable { .. })), "{cut}");
        verify(&world, &shelf);
        let old = before.bytes("metadata/timestamp.json");
        assert_eq!(shelf.bytes("metadata/timestamp.json"), old, "{cut}");
        shelf.mend();
        let rest = send(&world, &shelf).unwrap();
        assert_eq!(rest.sent.len(), whole - cut, "after {cut} nothing is sent twice");
        verify(&world, &shelf);
    }
}

#[test]
fn what_is_stopped_between_two_files_leaves_the_old_release() {
    let mut world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    send(&world, &shelf).unwrap();
    let old = shelf.bytes("metadata/timestamp.json");
    world.set_fee(2);
    world.publish();
    let stop = |_: &str, _: usize, _: usize| ControlFlow::Break(());
    assert!(mirror(&world.repository(), &shelf, "shelf", world.now, &stop).is_err());
    assert_eq!(shelf.bytes("metadata/timestamp.json"), old);
}

#[test]
fn what_is_there_already_is_not_sent_again() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    let files = send(&world, &shelf).unwrap().sent.len();
    let again = send(&world, &shelf).unwrap();
    assert_eq!((again.sent.len(), again.bytes, again.kept), (0, 0, files));
}

#[test]
fn a_release_that_a_phone_would_refuse_does_not_leave_the_house() {
    let world = World::new();
    let shelf = Shelf::new(world.now);
    world.publish();
    let pack = std::fs::read_dir(world.repository().join("targets")).unwrap().next().unwrap();
    std::fs::write(pack.unwrap().path(), b"other").unwrap();
    assert!(matches!(send(&world, &shelf), Err(Error::Release(_))));
    assert!(shelf.is_empty());
}
