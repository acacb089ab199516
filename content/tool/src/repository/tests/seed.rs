//! What an app carries.

use std::io::Read;

use super::fixture::World;
use crate::repository::write_seed;

#[test]
fn seed_is_one_release_with_every_language_and_no_patch() {
    let mut world = World::new();
    world.publish();
    world.set_fee(2);
    world.publish();
    let seed = world.path("seed.tar");
    write_seed(&world.repository(), &seed).unwrap();

    let bytes = std::fs::read(&seed).unwrap();
    let mut archive = tar::Archive::new(bytes.as_slice());
    let mut names = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().to_str().unwrap().to_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        assert_eq!(entry.header().mtime().unwrap(), 0);
        assert_eq!(content, std::fs::read(world.repository().join(&name)).unwrap(), "{name}");
        names.push(name);
    }
    assert!(names.is_sorted());
    let plain: Vec<&str> = names
        .iter()
        .map(|name| match name.strip_prefix("targets/") {
            Some(target) => target.split_once('.').unwrap().1,
            None => name.as_str(),
        })
        .collect();
    for wanted in [
        "metadata/1.root.json",
        "metadata/2.facts.json",
        "metadata/1.text-ar.json",
        "metadata/1.text-it.json",
        "metadata/1.targets.json",
        "metadata/2.snapshot.json",
        "metadata/timestamp.json",
        "catalog.json",
        "facts.pack",
        "text-ar.pack",
        "text-it.pack",
    ] {
        assert!(plain.contains(&wanted), "{wanted}");
    }
    assert_eq!(plain.len(), 11);

    let again = world.path("again.tar");
    write_seed(&world.repository(), &again).unwrap();
    assert_eq!(bytes, std::fs::read(again).unwrap());
}
