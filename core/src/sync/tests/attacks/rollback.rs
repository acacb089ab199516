//! Rollback, freeze and mix-and-match: everything is rightly signed, and old.

use super::super::phone::{hours_later, today};
use super::super::repository::{Fault, Server, pack};
use super::siege::{Siege, kind};
use crate::sync::ProblemKind::{Offline, Untrusted};
use crate::sync::StateKey;

/// A siege whose phone has the second release already, while the attacker offers what is older.
fn ahead() -> Siege {
    let siege = Siege::new();
    siege.recovers();
    siege
}

#[test]
fn an_older_timestamp_is_refused() {
    let siege = Siege::new();
    let first = super::super::phone::repository().files["metadata/timestamp.json"].clone();
    siege.recovers();
    let attack = siege.suffers("metadata/timestamp.json", Fault::Body(first));
    siege.is_withstood(&attack, Untrusted);
}

/// The robot signs the same release every night; whoever offers last night's timestamp gains nothing.
#[test]
fn an_older_timestamp_of_the_same_release_is_refused() {
    let mut siege = ahead();
    let last_night = siege.repository.files["metadata/timestamp.json"].clone();
    siege.repository.version += 1;
    siege.repository.sign_timestamp_for(2);
    siege.recovers();
    let attack = siege.suffers("metadata/timestamp.json", Fault::Body(last_night));
    assert_eq!(kind(&attack), Some(Untrusted), "{attack:?}");
    siege.recovers();
}

/// Whoever holds the online key alone can sign a new timestamp, but not for an older snapshot.
#[test]
fn a_new_timestamp_for_an_older_snapshot_is_refused() {
    let siege = ahead();
    let mut hostile = siege.repository.clone();
    hostile.version = 3;
    hostile.sign_timestamp_for(1);
    let attack = siege.phone.sync(&Server::honest(&hostile));
    siege.is_withstood(&attack, Untrusted);
}

#[test]
fn a_new_snapshot_that_names_an_older_role_is_refused() {
    for role in ["facts", "text-ar"] {
        let siege = ahead();
        let mut hostile = siege.repository.clone();
        hostile.release_of(&[(role, 1)]);
        let server = Server::honest(&hostile);
        let attack = siege.phone.sync(&server);
        siege.holds(&attack, Untrusted);
        assert!(server.paths().iter().all(|path| !path.contains(role)), "{:?}", server.paths());
        // The online key has been misused: a new root takes it away, and phones recover.
        let mut siege = siege;
        siege.repository.rotate(super::super::repository::key(9));
        siege.repository.release();
        siege.recovers();
    }
}

/// Whoever holds the key of a language signs an older pack as the newest.
#[test]
fn a_pack_whose_seq_is_below_what_was_seen_is_refused_and_not_fetched() {
    let mut siege = ahead();
    siege.repository.put("text-ar", 1, pack("text-ar", 1, Some(1), &[("a", "marhaban")]));
    siege.repository.release();
    let server = Server::honest(&siege.repository);
    let attack = siege.phone.sync(&server);
    siege.holds(&attack, Untrusted);
    assert_eq!(siege.phone.seq("text-ar"), Some(2));
    assert!(!server.paths().iter().any(|path| path.starts_with("targets/")));
}

/// Metadata moves on while the packs are held back: the floor has moved all the same.
#[test]
fn packs_that_are_withheld_do_not_keep_the_floor_down() {
    let mut siege = Siege::new();
    let held = siege.repository.path_of("facts", ".patch");
    let attack = siege.suffers(&held, Fault::NoConnection);
    siege.holds(&attack, Offline);
    siege.reads_the_first();
    // The facts that the phone still reads, signed once more as the newest.
    let facts = siege.phone.packs.packs.lock().unwrap()["facts"].clone();
    siege.repository.put("facts", facts.0, facts.1);
    siege.repository.release();
    let attack = siege.phone.sync(&Server::honest(&siege.repository));
    siege.holds(&attack, Untrusted);
    assert_eq!(siege.phone.trust.floor("facts").unwrap(), 2);
}

/// A server that goes on offering the first release: nobody can tell before it expires, and then nothing newer is taken from
/// it. Nothing is lost, and the screens say since when.
#[test]
fn a_frozen_release_is_taken_until_it_expires_and_read_for_ever() {
    let mut siege = Siege::new();
    let frozen = super::super::phone::repository();
    siege.phone.now = hours_later(today(), 24 * 13);
    assert!(siege.phone.sync(&Server::honest(&frozen)).unwrap().up_to_date);
    siege.phone.trust.set_state(StateKey::LastChecked, &today().to_string()).unwrap();
    siege.phone.now = hours_later(today(), 24 * 15);
    let attack = siege.phone.sync(&Server::honest(&frozen));
    siege.holds(&attack, Untrusted);
    siege.reads_the_first();
    // The honest robot has signed every night.
    siege.repository.now = hours_later(today(), 24 * 14);
    siege.repository.release_of(&[]);
    siege.recovers();
}

#[test]
fn files_of_two_releases_are_never_mixed() {
    for (path, older) in [
        ("metadata/2.snapshot.json", "metadata/1.snapshot.json"),
        ("metadata/2.facts.json", "metadata/1.facts.json"),
        ("metadata/2.text-ar.json", "metadata/1.text-ar.json"),
        ("metadata/2.text-ar.json", "metadata/2.facts.json"),
    ] {
        let siege = Siege::new();
        let bytes = siege.repository.files[older].clone();
        let attack = siege.suffers(path, Fault::Body(bytes));
        siege.is_withstood(&attack, Untrusted);
    }
}

#[test]
fn a_pack_of_another_release_is_refused_under_the_new_name() {
    let siege = Siege::new();
    let older = super::super::phone::repository();
    let bytes = older.files[&older.path_of("text-ar", ".pack")].clone();
    let attack = siege.suffers(&siege.repository.path_of("text-ar", ".pack"), Fault::Body(bytes));
    siege.is_withstood(&attack, Untrusted);
}

/// The patch is rightly signed and starts from facts that this phone does not have.
#[test]
fn a_patch_for_another_base_makes_way_for_the_full_pack() {
    let siege = Siege::new();
    siege.phone.packs.spoil("facts");
    let report = siege.phone.sync(&Server::honest(&siege.repository)).unwrap();
    assert_eq!(report.problem, None);
    let refused = report.refused.first().unwrap();
    assert!(refused.reason.contains("not on this device"), "{refused:?}");
    siege.recovers();
}
