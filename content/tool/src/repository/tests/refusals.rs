//! What is never published.

use super::fixture::{World, at};
use crate::keys::tests::{Known, ceremony};
use crate::keys::{self, KeysOptions};
use crate::repository::{Error, PublishOptions, Result, publish, publish_with, quiet};

fn reason<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(Error::Refused(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn development_keys_sign_nothing_unless_asked_to() {
    let world = World::new();
    let options = PublishOptions { now: world.now, dev: false };
    let result = publish(&world.draft, &world.keys(), &world.repository(), options, &quiet);
    assert!(reason(result).contains("development"));
    assert!(!world.repository().exists());
}

#[test]
fn production_keys_are_three_of_which_two_sign_and_carry_no_mark() {
    let world = World::new();
    let folder = world.path("production");
    ceremony(&folder);
    let keys = keys::Keys::open(&folder).unwrap().with_passphrases(Box::new(Known));
    let root = keys.root().clone();
    assert_eq!(root.signed.roles["root"].keyids.len(), 3);
    assert_eq!(root.signed.roles["root"].threshold, 2);
    assert!(!String::from_utf8(root.bytes).unwrap().contains("development"));
    let options = PublishOptions { now: world.now, dev: false };
    let none = std::collections::BTreeSet::new();
    publish_with(&world.draft, &keys, &world.repository(), options, &none, &quiet).unwrap();
}

#[test]
fn development_keys_say_so_in_every_file() {
    let world = World::new();
    let root = std::fs::read_to_string(world.keys().join("root.json")).unwrap();
    assert!(root.contains(r#""x-cittadini-development":true"#));
    for key in ["root", "targets", "facts", "language", "operator", "online"] {
        let pem = std::fs::read_to_string(world.keys().join(format!("{key}.pem"))).unwrap();
        assert!(pem.starts_with("DEVELOPMENT KEY"), "{pem}");
    }
}

#[test]
fn keys_are_never_overwritten() {
    let world = World::new();
    let result = keys::init(&world.keys(), &KeysOptions::development("prova", world.now));
    assert!(reason(result).contains("never overwritten"));
}

#[cfg(unix)]
#[test]
fn private_keys_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    let mode = |name| world.keys().join(name).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("facts.pem"), 0o600);
}

#[test]
fn keys_of_another_territory_sign_nothing() {
    let mut world = World::new();
    world.draft.territory = "altrove".into();
    assert!(reason(world.try_publish()).contains("altrove"));
}

#[test]
fn repository_of_another_root_is_left_alone() {
    let world = World::new();
    world.publish();
    std::fs::rename(world.keys(), world.path("old-keys")).unwrap();
    keys::init(&world.keys(), &KeysOptions::development("prova", world.now)).unwrap();
    assert!(reason(world.try_publish()).contains("another root"));
}

#[test]
fn names_that_no_pack_may_have_are_refused() {
    for name in ["targets", "text-", "text-../x", "text-a*", "facts.x"] {
        let mut world = World::new();
        world.pack("text-it").name = name.into();
        assert!(reason(world.try_publish()).contains("no name"), "{name}");
    }
}

#[test]
fn records_out_of_order_are_refused() {
    let mut world = World::new();
    world.pack("facts").records.reverse();
    assert!(reason(world.try_publish()).contains("out of order"));
}

#[test]
fn expired_root_signs_nothing() {
    let mut world = World::new();
    world.now = at("2028-03-02T08:00:01Z");
    let error = world.try_publish().unwrap_err().to_string();
    assert!(error.contains("expired"), "{error}");
}

#[test]
fn key_that_is_wanted_and_not_there_is_named() {
    let mut world = World::new();
    world.publish();
    std::fs::remove_file(world.keys().join("facts.pem")).unwrap();
    world.set_fee(2);
    let Err(Error::Waiting { missing }) = world.try_publish() else { panic!("published") };
    assert_eq!(missing.len(), 1);
    assert_eq!((missing[0].role.as_str(), missing[0].version), ("facts", 2));
    assert_eq!((missing[0].needs[0].have, missing[0].needs[0].wanted), (0, 1));
}

#[test]
fn without_the_online_key_nothing_is_published() {
    let mut world = World::new();
    world.publish();
    std::fs::remove_file(world.keys().join("online.pem")).unwrap();
    world.set_fee(2);
    assert!(matches!(world.try_publish(), Err(Error::KeyMissing { role, .. }) if role == "online"));
}
