//! When a sync is due: for all clocks and all histories, and on a phone that lives by it.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::phone::{Phone, core_at, hours_later, repository, today};
use super::repository::{BASE, Fault, Server, key};
use crate::SyncMode;
use crate::sync::schedule::{History, NetworkKind, Occasion, Saving, SyncDue, begin_attempt};
use crate::sync::{Expiry, SessionConfig, StateKey};

const FIVE_MINUTES: SignedDuration = SignedDuration::from_mins(5);
const SIX_HOURS: SignedDuration = SignedDuration::from_hours(6);

/// A fifth more.
fn at_most(pause: SignedDuration) -> SignedDuration {
    pause + pause / 5
}

fn moment() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        Just(Timestamp::MIN),
        Just(Timestamp::MAX),
        Just(Timestamp::UNIX_EPOCH),
        (Timestamp::MIN.as_nanosecond()..=Timestamp::MAX.as_nanosecond())
            .prop_map(|moment| Timestamp::from_nanosecond(moment).unwrap()),
        (0..10_000_000_000_000_i64).prop_map(|ago| today() - Duration::from_nanos(ago as u64)),
    ]
}

fn history() -> impl Strategy<Value = History> {
    let failures = prop_oneof![0..12_u32, any::<u32>()];
    (prop::option::of(moment()), failures, prop::option::of(moment())).prop_map(
        |(last_attempt, failures, left_alone_until)| History {
            last_attempt,
            failures,
            left_alone_until,
        },
    )
}

fn network() -> impl Strategy<Value = NetworkKind> {
    prop_oneof![
        Just(NetworkKind::Offline),
        Just(NetworkKind::Metered),
        Just(NetworkKind::Unmetered)
    ]
}

fn occasion() -> impl Strategy<Value = Occasion> {
    prop_oneof![Just(Occasion::Opened), Just(Occasion::Background), Just(Occasion::Asked)]
}

fn saving() -> impl Strategy<Value = Saving> {
    any::<(bool, bool)>().prop_map(|(wifi_only, data_saver)| Saving { wifi_only, data_saver })
}

proptest! {
    #[test]
    fn the_same_question_has_the_same_answer(
        history in history(), network in network(), occasion in occasion(), saving in saving(), now in moment(),
    ) {
        let answer = history.due(network, occasion, saving, now);
        prop_assert_eq!(history.due(network, occasion, saving, now), answer);
    }

    #[test]
    fn no_sync_is_due_without_a_network(
        history in history(), occasion in occasion(), saving in saving(), now in moment(),
    ) {
        prop_assert!(!history.due(NetworkKind::Offline, occasion, saving, now).due);
    }

    #[test]
    fn whoever_asked_to_be_left_alone_is_left_alone_even_when_the_reader_asks(
        history in history(), network in network(), occasion in occasion(), saving in saving(), now in moment(),
    ) {
        let answer = history.due(network, occasion, saving, now);
        let until = history.left_alone_until;
        prop_assert!(until.is_none_or(|until| answer.not_before >= until));
        prop_assert!(until.is_none_or(|until| until <= now) || !answer.due);
    }

    #[test]
    fn wifi_only_holds_for_everything_but_what_the_reader_asks_for(
        history in history(), occasion in occasion(), data_saver: bool, now in moment(),
    ) {
        let free = Saving { wifi_only: false, data_saver };
        let saving = Saving { wifi_only: true, data_saver };
        let would_be = history.due(NetworkKind::Metered, occasion, free, now);
        let metered = history.due(NetworkKind::Metered, occasion, saving, now);
        prop_assert_eq!(metered.due, would_be.due && occasion == Occasion::Asked);
        prop_assert_eq!(history.due(NetworkKind::Unmetered, occasion, saving, now), would_be);
    }

    #[test]
    fn the_data_saver_asks_for_the_readers_languages_alone(
        history in history(), network in network(), occasion in occasion(), saving in saving(), now in moment(),
    ) {
        let mode = if saving.data_saver { SyncMode::OnlyMine } else { SyncMode::All };
        prop_assert_eq!(history.due(network, occasion, saving, now).mode, mode);
    }

    #[test]
    fn what_the_reader_asks_for_is_due_at_once(
        last_attempt in prop::option::of(moment()), failures: u32, now in moment(), saving in saving(),
    ) {
        let history = History { last_attempt, failures, left_alone_until: None };
        for network in [NetworkKind::Metered, NetworkKind::Unmetered] {
            prop_assert!(history.due(network, Occasion::Asked, saving, now).due);
        }
    }

    /// Whether all is well or everything fails: never sooner than after the shortest pause, never later than after a day.
    #[test]
    fn pauses_are_bounded(last in moment(), after in 0..i64::from(u32::MAX), failures: u32) {
        let Ok(now) = last.checked_add(SignedDuration::from_secs(after)) else { return Ok(()) };
        let history = History { last_attempt: Some(last), failures, left_alone_until: None };
        let pause = |occasion| {
            let due = history.due(NetworkKind::Unmetered, occasion, Saving::default(), now);
            assert_eq!(due.due, due.not_before <= now);
            due.not_before.duration_since(last)
        };
        // The end of time is near.
        if last.checked_add(SignedDuration::from_hours(24)).is_err() { return Ok(()) }
        let (background, opened) = (pause(Occasion::Background), pause(Occasion::Opened));
        let (most_background, most_opened) = match failures {
            0 | 1 => (at_most(SIX_HOURS), at_most(FIVE_MINUTES)),
            _ => (SignedDuration::from_hours(24), SIX_HOURS),
        };
        prop_assert!((SIX_HOURS..=most_background).contains(&background), "{background:?}");
        prop_assert!((FIVE_MINUTES..=most_opened).contains(&opened), "{opened:?}");
    }

    #[test]
    fn a_clock_that_was_wrong_stops_no_sync(
        last in moment(), now in moment(), failures: u32, occasion in occasion(),
    ) {
        let history = History { last_attempt: Some(last), failures, left_alone_until: None };
        let due = history.due(NetworkKind::Unmetered, occasion, Saving::default(), now);
        let day = SignedDuration::from_hours(24);
        prop_assert!(due.not_before.duration_since(now) <= day);
        prop_assert!(due.due || (last <= now && now.duration_since(last) < day));
    }
}

fn planned(last: Timestamp, failures: u32) -> SignedDuration {
    let history = History { last_attempt: Some(last), failures, left_alone_until: None };
    let due = history.due(NetworkKind::Unmetered, Occasion::Background, Saving::default(), last);
    due.not_before.duration_since(last)
}

#[test]
fn phones_that_began_within_a_millisecond_do_not_stay_together() {
    let mut planned: Vec<i64> = (0..1_000)
        .map(|nanos| planned(today() + Duration::from_nanos(nanos), 0).as_secs())
        .collect();
    planned.sort_unstable();
    planned.dedup();
    assert!(planned.len() > 800, "{} moments for 1000 phones", planned.len());
    let (first, last) = (planned[0], planned[planned.len() - 1]);
    assert!(first < 6 * 3_600 + 60 && last > 6 * 3_600 + 4_260, "{first} to {last} s");
}

#[test]
fn pauses_double_with_each_failure_after_the_first() {
    let hours: Vec<i64> = (0..6).map(|failures| planned(today(), failures).as_hours()).collect();
    let jitter = planned(today(), 0).as_secs_f64() / SIX_HOURS.as_secs_f64();
    let expected = [6.0, 6.0, 12.0, 20.0, 20.0, 20.0].map(|hours: f64| (hours * jitter) as i64);
    assert_eq!(hours, expected);
}

fn due(phone: &Phone, network: NetworkKind, occasion: Occasion) -> SyncDue {
    let history = History::of(&phone.trust, BASE, phone.now).unwrap();
    history.due(network, occasion, Saving::default(), phone.now)
}

/// A sync as the core begins it.
fn attempt(phone: &Phone, server: &Server<'_>) -> bool {
    begin_attempt(&phone.trust, phone.now).unwrap();
    phone.sync(server).is_ok_and(|report| report.problem.is_none())
}

#[test]
fn a_phone_in_the_background_notices_a_revoked_online_key_within_a_day_and_a_bit() {
    let mut repository = repository();
    let mut phone = Phone::new(&repository.root());
    assert!(attempt(&phone, &Server::honest(&repository)));
    let stolen = repository.clone();
    repository.rotate(key(9));
    repository.release();
    // Whoever has the stolen key shows every phone the old release, and cannot hide the new root for ever.
    let mut frozen = stolen.clone();
    let root = "metadata/2.root.json";
    frozen.files.insert(root.into(), repository.files[root].clone());
    let revoked = phone.now;
    let server = Server::honest(&frozen);
    let noticed = (0..1_000).find(|_| {
        phone.now += Duration::from_secs(600);
        due(&phone, NetworkKind::Unmetered, Occasion::Background).due && !attempt(&phone, &server)
    });
    assert!(noticed.is_some(), "never");
    let after = phone.now.duration_since(revoked);
    assert!(after <= SignedDuration::from_hours(32), "{after:?}");
}

#[test]
fn a_failed_attempt_moves_the_next_and_never_last_checked() {
    let repository = repository();
    let mut phone = Phone::new(&repository.root());
    assert!(attempt(&phone, &Server::honest(&repository)));
    let checked = phone.trust.moment(StateKey::LastChecked).unwrap();
    let unplugged = Server::with(&repository, "metadata/timestamp.json", Fault::NoConnection);
    for hours in [6, 12, 20] {
        phone.now = hours_later(phone.now, 24);
        assert!(due(&phone, NetworkKind::Metered, Occasion::Background).due);
        assert!(!attempt(&phone, &unplugged));
        let next = due(&phone, NetworkKind::Metered, Occasion::Background);
        let pause = next.not_before.duration_since(phone.now);
        let least = SignedDuration::from_hours(hours);
        assert!((least..=at_most(least)).contains(&pause), "{pause:?}");
        assert_eq!(phone.trust.moment(StateKey::LastChecked).unwrap(), checked);
    }
    // The first success is the end of it.
    phone.now = hours_later(phone.now, 24);
    assert!(attempt(&phone, &Server::honest(&repository)));
    let next = due(&phone, NetworkKind::Metered, Occasion::Background).not_before;
    assert!(next <= hours_later(phone.now, 8));
}

#[test]
fn a_carried_release_is_no_attempt() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let carried = SessionConfig { expiry: Expiry::Carried, ..phone.config() };
    phone.run(carried, &Server::honest(&repository)).unwrap();
    assert_eq!(phone.trust.state(StateKey::LastAttempt).unwrap(), None);
    assert!(due(&phone, NetworkKind::Metered, Occasion::Background).due);
}

#[test]
fn a_busy_server_is_left_alone_unless_it_has_a_mirror() {
    for (mirrors, left_alone) in
        [(vec![], true), (vec!["https://mirror.invalid".to_owned()], false)]
    {
        let mut repository = repository();
        repository.mirrors = mirrors;
        repository.release();
        let mut phone = Phone::new(&repository.root());
        assert!(attempt(&phone, &Server::honest(&repository)));
        let busy = Fault::Busy(503, "36000");
        phone.now = hours_later(phone.now, 24);
        assert!(!attempt(&phone, &Server::with(&repository, "metadata/timestamp.json", busy)));
        for occasion in [Occasion::Opened, Occasion::Asked] {
            phone.now = hours_later(phone.now, 1);
            let answer = due(&phone, NetworkKind::Unmetered, occasion);
            assert_eq!(answer.due, !left_alone, "{occasion:?}");
        }
    }
}

#[test]
fn a_sync_of_the_core_is_an_attempt_and_asking_is_none() {
    let repository = repository();
    let folder = tempfile::tempdir().unwrap();
    let core = core_at(folder.path(), &repository).unwrap();
    let ask = || core.sync_due(NetworkKind::Metered, Occasion::Opened).unwrap();
    assert!(ask().due);
    assert_eq!(ask(), ask());
    core.sync(&Server::honest(&repository), SyncMode::All).unwrap();
    let after = ask();
    assert!(!after.due && after.not_before > today());
    assert!(core.sync_due(NetworkKind::Metered, Occasion::Asked).unwrap().due);
}
