//! Releases that need the signatures of people who are not here.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

use super::fixture::{World, at, files, written};
use crate::keys::tests::{Known, ceremony, options, pem};
use crate::keys::{Holder, Keys, Waiting, add_signature, create, prepare, retire};
use crate::repository::{
    Error, PublishOptions, PublishReport, Result, publish_with, quiet, refresh, verify_release,
};
use crate::signed::metadata::Targets;
use crate::signed::sign::Document;

/// A territory with real keys: two editors must agree on facts, and their keys are elsewhere.
struct Team {
    world: World,
    away: PathBuf,
}

impl Team {
    fn new() -> Self {
        let world = World::new();
        std::fs::remove_dir_all(world.keys()).unwrap();
        ceremony(&world.keys());
        create(&world.keys(), "facts-2", "prova", &Known).unwrap();
        let mut two = options(world.now);
        two.thresholds.insert(Holder::Facts, 2);
        prepare(&world.keys(), &two).unwrap();
        let away = world.path("away");
        std::fs::create_dir(&away).unwrap();
        Self { world, away }
    }

    /// The holder goes home with the key.
    fn take_away(&self, key: &str) {
        std::fs::rename(pem(&self.world.keys(), key), pem(&self.away, key)).unwrap();
    }

    fn publish(&self) -> Result<PublishReport> {
        let keys = Keys::open(&self.world.keys())?.with_passphrases(Box::new(Known));
        let options = PublishOptions { now: self.world.now, dev: false };
        let to = self.world.repository();
        publish_with(&self.world.draft, &keys, &to, options, &BTreeSet::new(), &quiet)
    }

    /// What waits: roles with the number of signatures that are missing.
    fn waits(&self) -> Vec<(String, u64, usize)> {
        match self.publish() {
            Err(Error::Waiting { missing }) => missing
                .into_iter()
                .map(|m| (m.role, m.version, m.needs[0].wanted - m.needs[0].have))
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    fn sign(&self, file: &str, key: &str) {
        let keys = self.world.keys();
        let file = Waiting::of(&keys).folder().join(file);
        add_signature(&file, &keys, &pem(&self.away, key), &Known).unwrap();
    }

    fn in_waiting(&self) -> Vec<String> {
        let files = Waiting::of(&self.world.keys()).list().unwrap();
        files.into_iter().map(|f| format!("{}.{}", f.version, f.role)).collect()
    }
}

fn waits(role: &str, version: u64, lacking: usize) -> (String, u64, usize) {
    (role.to_owned(), version, lacking)
}

#[test]
fn a_release_waits_for_the_last_signature_and_then_goes_out_as_it_was_signed() {
    let mut team = Team::new();
    team.publish().unwrap();
    team.take_away("facts-1");
    team.take_away("facts-2");
    team.world.set_fee(2);
    let before = files(&team.world.repository());
    assert_eq!(team.waits(), [waits("facts", 2, 2)]);
    assert_eq!(files(&team.world.repository()), before, "nothing was published");

    team.sign("2.facts.json", "facts-2");
    // Days later, with the same content: what was signed is still what waits.
    team.world.now = at("2026-03-05T10:00:00Z");
    assert_eq!(team.waits(), [waits("facts", 2, 1)]);
    team.sign("2.facts.json", "facts-1");
    let report = team.publish().unwrap();
    let names = written(&report);
    assert!(names.contains(&"2.facts.json".to_owned()), "{names:?}");
    assert_eq!(team.in_waiting(), Vec::<String>::new());
}

#[test]
fn one_signature_too_few_is_not_published() {
    let mut team = Team::new();
    team.publish().unwrap();
    team.take_away("facts-2");
    team.world.set_fee(2);
    // One of the two keys is here and signs at once; the other one is asked for.
    assert_eq!(team.waits(), [waits("facts", 2, 1)]);
    // Somebody copies the half-signed file into place by hand: it is no release.
    let waiting = Waiting::of(&team.world.keys()).folder().join("2.facts.json");
    let half = Document::<Targets>::parse("facts", std::fs::read(waiting).unwrap()).unwrap();
    let path = team.world.repository().join("metadata/1.facts.json");
    std::fs::write(path, half.bytes).unwrap();
    let timestamp = team.world.repository().join("metadata/timestamp.json");
    let timestamp = std::fs::read(timestamp).unwrap();
    assert!(verify_release(&team.world.repository(), &timestamp, team.world.now).is_err());
}

#[test]
fn content_that_changes_while_it_waits_is_signed_anew_under_another_number() {
    let mut team = Team::new();
    team.publish().unwrap();
    team.take_away("facts-1");
    team.take_away("facts-2");
    team.world.set_fee(2);
    team.waits();
    team.sign("2.facts.json", "facts-1");
    team.world.set_fee(3);
    // Number 2 has a valid signature somewhere; no second file of that number may exist.
    assert_eq!(team.waits(), [waits("facts", 3, 2)]);
    assert_eq!(team.in_waiting(), ["3.facts"]);
    team.world.set_fee(4);
    // Nobody here has signed number 3, but a copy of it may be on its way.
    assert_eq!(team.waits(), [waits("facts", 4, 2)]);
}

#[test]
fn content_that_is_taken_back_waits_no_longer() {
    let mut team = Team::new();
    team.publish().unwrap();
    team.take_away("facts-1");
    team.take_away("facts-2");
    team.world.set_fee(2);
    team.waits();
    team.sign("2.facts.json", "facts-1");
    team.world.set_fee(8046);
    assert_eq!(written(&team.publish().unwrap()), ["timestamp.json"]);
    assert_eq!(team.in_waiting(), Vec::<String>::new());
    team.world.set_fee(3);
    assert_eq!(team.waits(), [waits("facts", 3, 2)], "number 2 has a signature somewhere");
}

#[test]
fn what_others_have_signed_is_kept_until_the_online_key_is_there() {
    let mut team = Team::new();
    team.publish().unwrap();
    team.take_away("online-1");
    team.world.set_fee(2);
    let result = team.publish();
    assert!(matches!(result, Err(Error::KeyMissing { role, .. }) if role == "online"));
    assert_eq!(team.in_waiting(), ["2.facts"]);
    let (keys, away) = (team.world.keys(), &team.away);
    for key in ["facts-1", "facts-2"] {
        team.take_away(key);
    }
    std::fs::rename(pem(away, "online-1"), pem(&keys, "online-1")).unwrap();
    assert!(written(&team.publish().unwrap()).contains(&"2.facts.json".to_owned()));
}

#[test]
fn a_signature_of_a_retired_key_counts_for_nothing() {
    let mut team = Team::new();
    team.publish().unwrap();
    team.take_away("facts-2");
    team.world.set_fee(2);
    assert_eq!(team.waits(), [waits("facts", 2, 1)]);
    let keys = team.world.keys();
    retire(&keys, "facts-1").unwrap();
    create(&keys, "facts-3", "prova", &Known).unwrap();
    prepare(&keys, &options(team.world.now)).unwrap();
    // facts-3 has signed instead, and facts-2 is still missing.
    assert_eq!(team.waits(), [waits("facts", 2, 1)]);
    let waiting = Waiting::of(&keys).folder().join("2.facts.json");
    let text = std::fs::read_to_string(waiting).unwrap();
    let id = |name: &str| -> String {
        let half: Value = serde_json::from_slice(&std::fs::read(keys.join(name)).unwrap()).unwrap();
        half["id"].as_str().unwrap().to_owned()
    };
    assert!(!text.contains(&id("retired/facts-1.pub")));
    assert!(text.contains(&id("facts-3.pub")));
}

#[test]
fn the_nightly_signature_needs_the_online_key_alone() {
    let mut team = Team::new();
    team.publish().unwrap();
    for key in ["root-1", "root-2", "root-3", "targets-1", "facts-1", "facts-2", "language-1"] {
        team.take_away(key);
    }
    let nightly = |team: &Team| {
        let keys = Keys::open(&team.world.keys()).unwrap().with_passphrases(Box::new(Known));
        let options = PublishOptions { now: team.world.now, dev: false };
        refresh(&keys, &team.world.repository(), options, &BTreeSet::new()).unwrap()
    };
    team.world.now = at("2026-03-15T02:00:00Z");
    assert_eq!(nightly(&team).files_written, ["metadata/timestamp.json"]);
    // After a month and a day the snapshot has less than thirty days left.
    team.world.now = at("2026-04-03T02:00:00Z");
    let report = nightly(&team);
    assert_eq!(report.files_written, ["metadata/2.snapshot.json", "metadata/timestamp.json"]);
    let timestamp = team.world.repository().join("metadata/timestamp.json");
    let timestamp = std::fs::read(timestamp).unwrap();
    verify_release(&team.world.repository(), &timestamp, at("2026-04-16T02:00:00Z")).unwrap();
}

#[test]
fn the_nightly_signature_does_not_hide_that_a_role_has_expired() {
    let mut team = Team::new();
    team.publish().unwrap();
    team.world.now = at("2027-03-03T08:00:00Z");
    let keys = Keys::open(&team.world.keys()).unwrap().with_passphrases(Box::new(Known));
    let options = PublishOptions { now: team.world.now, dev: false };
    let before = std::fs::read(team.world.repository().join("metadata/timestamp.json")).unwrap();
    let result = refresh(&keys, &team.world.repository(), options, &BTreeSet::new());
    assert!(matches!(result, Err(Error::Damaged { .. })), "{result:?}");
    let after = std::fs::read(team.world.repository().join("metadata/timestamp.json")).unwrap();
    assert_eq!(before, after);
}
