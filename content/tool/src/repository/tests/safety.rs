//! What an interruption, a power cut or a careless hand leaves behind.

use std::ops::ControlFlow;

use super::fixture::{World, files, written};
use crate::repository::{Error, Progress, PublishOptions, publish, verify_release};

fn current(world: &World) -> Vec<u8> {
    std::fs::read(world.repository().join("metadata/timestamp.json")).unwrap()
}

#[test]
fn interrupted_publish_changes_nothing() {
    let mut world = World::new();
    world.publish();
    let before = files(&world.repository());
    world.set_fee(2);
    let stop = |step: &Progress<'_>| match step {
        Progress::Pack { done: 2, .. } => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    };
    let options = PublishOptions { now: world.now, dev: true };
    let result = publish(&world.draft, &world.keys(), &world.repository(), options, &stop);
    assert!(matches!(result, Err(Error::Interrupted)));
    assert_eq!(before, files(&world.repository()));
}

/// Copies the first files of a publish, as a power cut would leave them, and goes on from there.
#[test]
fn power_cut_after_any_file_leaves_the_last_release_and_the_next_publish_works() {
    let mut world = World::new();
    world.publish();
    let before = files(&world.repository());
    world.set_fee(2);
    let report = world.publish();
    let after = files(&world.repository());
    for cut in 0..report.files_written.len() {
        let mut torn = World::new();
        std::fs::remove_dir_all(torn.keys()).unwrap();
        copy_folder(&world.keys(), &torn.keys());
        write_files(&torn, before.iter());
        let written_before = report.files_written.iter().take(cut);
        write_files(&torn, written_before.map(|name| (name, &after[name])));

        verify_release(&torn.repository(), &current(&torn), torn.now).unwrap();
        torn.set_fee(3);
        let next = torn.publish();
        assert_eq!(next.packs[0].seq, 2, "after {cut} files");
        torn.set_fee(4);
        let next = torn.publish();
        assert_eq!(
            next.packs[0].patches.iter().map(|patch| patch.from).collect::<Vec<_>>(),
            [1, 2]
        );
    }
}

#[test]
fn number_that_an_interrupted_publish_has_used_is_not_used_again() {
    let mut world = World::new();
    world.publish();
    let orphan = world.repository().join("metadata/2.facts.json");
    std::fs::copy(world.repository().join("metadata/1.facts.json"), &orphan).unwrap();
    world.set_fee(2);
    assert!(written(&world.publish()).contains(&"3.facts.json".to_owned()));
}

#[test]
fn damaged_file_is_found_before_phones_are_told() {
    let world = World::new();
    world.publish();
    let timestamp = current(&world);
    for (name, bytes) in files(&world.repository()) {
        let path = world.repository().join(&name);
        let mut damaged = bytes.clone();
        let middle = damaged.len() / 2;
        damaged[middle] ^= 1;
        if name == "metadata/timestamp.json" {
            assert!(verify_release(&world.repository(), &damaged, world.now).is_err());
            continue;
        }
        std::fs::write(&path, &damaged).unwrap();
        assert!(verify_release(&world.repository(), &timestamp, world.now).is_err(), "{name}");
        std::fs::write(&path, &bytes).unwrap();
    }
    verify_release(&world.repository(), &timestamp, world.now).unwrap();
}

#[test]
fn two_publishers_do_not_write_at_once() {
    let world = World::new();
    world.publish();
    let lock = std::fs::File::open(world.repository().join(".lock")).unwrap();
    lock.lock().unwrap();
    assert!(matches!(world.try_publish(), Err(Error::Refused(_))));
    drop(lock);
    world.publish();
}

#[cfg(unix)]
#[test]
fn web_server_may_read_every_file() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    world.publish();
    for name in files(&world.repository()).into_keys() {
        let mode = world.repository().join(&name).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o044, 0o044, "{name}");
    }
}

fn write_files<'a>(world: &World, files: impl Iterator<Item = (&'a String, &'a Vec<u8>)>) {
    for (name, bytes) in files {
        let path = world.repository().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
