//! A clock that is wrong, by accident or because somebody set it.

use super::super::phone::hours_later;
use super::super::repository::{Server, pack};
use super::siege::{Siege, kind};
use crate::sync::ProblemKind::Untrusted;

/// In 2100 everything has expired: the phone says so and reads on; when the clock is right again it takes what is new.
#[test]
fn a_clock_in_2100_takes_nothing_and_loses_nothing() {
    let mut siege = Siege::new();
    let today = siege.phone.now;
    siege.phone.now = "2100-01-01T00:00:00Z".parse().unwrap();
    let attack = siege.phone.sync(&Server::honest(&siege.repository));
    siege.holds(&attack, Untrusted);
    siege.reads_the_first();
    siege.phone.now = today;
    siege.recovers();
}

#[test]
fn a_clock_in_1970_takes_the_new_release() {
    let mut siege = Siege::new();
    siege.phone.now = "1970-01-01T00:00:00Z".parse().unwrap();
    siege.recovers();
}

/// What the phone has seen signed does not lie in the future: a clock that was put back revives nothing that had expired by
/// then, even for whoever holds the online key.
#[test]
fn a_clock_that_was_put_back_does_not_revive_what_has_expired() {
    let mut siege = Siege::new();
    let mut hostile = siege.repository.clone();
    let later = hours_later(siege.phone.now, 24 * 30);
    siege.phone.now = later;
    siege.repository.now = later;
    siege.repository.put("text-it", 2, pack("text-it", 2, Some(1), &[("a", "salve")]));
    siege.repository.release();
    assert_eq!(siege.phone.sync(&Server::honest(&siege.repository)).unwrap().problem, None);
    siege.phone.now = "1970-01-01T00:00:00Z".parse().unwrap();
    hostile.files = siege.repository.files.clone();
    hostile.version = siege.repository.version + 1;
    hostile.sign_timestamp_for(siege.repository.version);
    let attack = siege.phone.sync(&Server::honest(&hostile));
    assert_eq!(kind(&attack), Some(Untrusted), "{attack:?}");
    assert_eq!(siege.phone.seq("text-it"), Some(2));
}
