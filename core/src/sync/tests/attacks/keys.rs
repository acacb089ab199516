//! Keys in wrong hands: fewer than a threshold, the online key, the key of another language; and how phones recover.

use super::super::phone::edited_facts;
use super::super::repository::{Fault, Server, holder, key, pack};
use super::siege::Siege;
use crate::sync::ProblemKind::Untrusted;

#[test]
fn a_role_that_the_online_key_signed_is_refused() {
    for (role, raw) in
        [("facts", edited_facts(3)), ("text-ar", pack("text-ar", 3, Some(1), &[("a", "sharr")]))]
    {
        let siege = Siege::new();
        let mut hostile = siege.repository.clone();
        hostile.put(role, 3, raw);
        hostile.impostors.insert(role.into(), hostile.online.clone());
        hostile.release();
        let attack = siege.phone.sync(&Server::honest(&hostile));
        siege.holds(&attack, Untrusted);
        assert_ne!(siege.phone.seq(role), Some(3));
    }
}

#[test]
fn the_key_of_one_language_signs_no_other() {
    let siege = Siege::new();
    let mut hostile = siege.repository.clone();
    hostile.put("text-it", 2, pack("text-it", 2, Some(1), &[("a", "menzogna")]));
    hostile.impostors.insert("text-it".into(), holder("text-ar"));
    hostile.release();
    let attack = siege.phone.sync(&Server::honest(&hostile));
    siege.holds(&attack, Untrusted);
    assert_eq!(siege.phone.seq("text-it"), Some(1));
}

#[test]
fn a_role_that_names_the_pack_of_another_is_refused() {
    let siege = Siege::new();
    let mut hostile = siege.repository.clone();
    hostile.smuggle("text-ar", "text-it.pack");
    hostile.put_again("text-ar");
    hostile.release();
    let attack = siege.phone.sync(&Server::honest(&hostile));
    siege.holds(&attack, Untrusted);
    assert_eq!((siege.phone.seq("text-ar"), siege.phone.seq("text-it")), (Some(1), Some(1)));
}

/// The Arabic role signs, under its own name, a pack whose first line says that it is the Italian one.
#[test]
fn a_pack_whose_header_names_another_is_refused() {
    let siege = Siege::new();
    let mut hostile = siege.repository.clone();
    hostile.put("text-ar", 3, pack("text-it", 3, Some(1), &[("a", "menzogna")]));
    hostile.release();
    let attack = siege.phone.sync(&Server::honest(&hostile));
    siege.holds(&attack, Untrusted);
    assert_eq!((siege.phone.seq("text-ar"), siege.phone.seq("text-it")), (Some(1), Some(1)));
}

#[test]
fn a_new_root_that_the_old_one_did_not_sign_is_refused() {
    for signer in [3, 4, 9] {
        let siege = Siege::new();
        let mut hostile = siege.repository.clone();
        let forged = hostile.next_root(key(9), &[&key(signer)]);
        hostile.files.insert("metadata/2.root.json".into(), forged);
        hostile.release();
        let attack = siege.phone.sync(&Server::honest(&hostile));
        siege.is_withstood(&attack, Untrusted);
    }
}

#[test]
fn a_new_root_that_signs_itself_alone_is_refused() {
    let siege = Siege::new();
    let mut hostile = siege.repository.clone();
    hostile.root_key = key(9);
    let forged = hostile.next_root(key(9), &[&key(9)]);
    hostile.files.insert("metadata/2.root.json".into(), forged);
    hostile.release();
    let attack = siege.phone.sync(&Server::honest(&hostile));
    siege.is_withstood(&attack, Untrusted);
}

/// The stolen online key signs the highest version there is. The content team rotates the key, and every phone takes the
/// true release again.
#[test]
fn a_fast_forward_is_forgotten_when_the_key_is_rotated() {
    let mut siege = Siege::new();
    let mut hostile = siege.repository.clone();
    hostile.version = 1_000_000;
    hostile.release_of(&[]);
    let poisoned = hostile.files["metadata/timestamp.json"].clone();
    siege
        .phone
        .sync(&Server::with(&hostile, "metadata/1000001.snapshot.json", Fault::Status(500)))
        .unwrap_err();
    let refused = siege.phone.sync(&Server::honest(&siege.repository));
    siege.holds(&refused, Untrusted);
    siege.repository.rotate(key(9));
    siege.repository.release();
    siege.recovers();
    // What the stolen key signs is worth nothing any more.
    let attack = siege.suffers("metadata/timestamp.json", Fault::Body(poisoned));
    assert_eq!(super::siege::kind(&attack), Some(Untrusted));
    siege.recovers();
}
