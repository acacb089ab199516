//! Honest repositories.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::phone::{Phone, edited_facts, hours_later, repository, today};
use super::repository::{Fault, Server, key, pack};
use crate::ports::Transport as _;
use crate::sync::{
    Archive, Expiry, Languages, Next, Opened, ProblemKind, RELEASE_URL, SessionConfig, StateKey,
    SyncProgress, SyncSession, TrustStore, is_development, run,
};

fn names(report: &crate::sync::SyncReport) -> Vec<&str> {
    report.applied.iter().map(|pack| pack.pack.as_str()).collect()
}

#[test]
fn a_first_sync_installs_facts_before_texts() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!(names(&report), ["facts", "text-ar", "text-it"]);
    assert_eq!(report.problem, None);
    assert_eq!(report.records_written, 22);
    assert_eq!((report.release, report.up_to_date), (1, false));
    assert_eq!(report.generated, Some(today()));
    assert_eq!(phone.trust.moment(StateKey::LastChecked).unwrap(), Some(today()));
    assert_eq!(phone.trust.state(StateKey::Origin).unwrap().as_deref(), Some("server"));
}

#[test]
fn a_poll_without_news_is_one_plain_request() {
    let repository = repository();
    let mut phone = Phone::synced(&repository);
    phone.now = hours_later(today(), 6);
    let server = Server::honest(&repository);
    let report = phone.sync(&server).unwrap();
    assert_eq!((report.requests, report.up_to_date), (1, true));
    assert_eq!(server.paths(), ["metadata/timestamp.json"]);
    assert_eq!(report.generated, Some(today()));
    assert_eq!(phone.trust.moment(StateKey::LastChecked).unwrap(), Some(phone.now));
}

#[test]
fn once_a_day_the_root_is_probed_too() {
    let repository = repository();
    let mut phone = Phone::synced(&repository);
    phone.now = hours_later(today(), 25);
    let server = Server::honest(&repository);
    assert!(phone.sync(&server).unwrap().up_to_date);
    assert_eq!(server.paths(), ["metadata/2.root.json", "metadata/timestamp.json"]);
}

#[test]
fn an_edited_fee_costs_a_patch_and_rewrites_one_record() {
    let mut repository = repository();
    let phone = Phone::synced(&repository);
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    let server = Server::honest(&repository);
    let report = phone.sync(&server).unwrap();
    assert_eq!((report.requests, report.records_written), (5, 1));
    assert!(report.applied[0].patch);
    assert_eq!(phone.seq("facts"), Some(2));
    assert_eq!(phone.packs.packs.lock().unwrap()["facts"].1, edited_facts(2));
    let installed = phone.trust.installed().unwrap();
    assert_eq!(installed.iter().filter(|(pack, _)| pack == "facts").count(), 1);
}

#[test]
fn a_pack_comes_with_the_number_and_the_day_of_its_release() {
    let mut repository = repository();
    let mut phone = Phone::synced(&repository);
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    phone.now = hours_later(today(), 30);
    phone.sync(&Server::honest(&repository)).unwrap();
    let arrival = phone.packs.arrival.lock().unwrap().unwrap();
    assert_eq!((arrival.release, arrival.made, arrival.arrived), (2, today(), phone.now));
}

#[test]
fn a_phone_too_old_for_the_patches_takes_the_full_pack() {
    let mut repository = repository();
    let phone = Phone::synced(&repository);
    repository.put("facts", 2, edited_facts(2));
    repository.put("facts", 3, edited_facts(3));
    repository.release();
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!(
        report.applied.iter().map(|pack| (pack.seq, pack.patch)).collect::<Vec<_>>(),
        [(3, false)]
    );
}

#[test]
fn only_the_wanted_languages_are_asked_for() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let mut config = phone.config();
    config.wanted.languages = Languages::Only(vec!["ar".into()]);
    config.wanted.operator = true;
    let server = Server::honest(&repository);
    let report = phone.run(config, &server).unwrap();
    assert_eq!(names(&report), ["facts", "text-ar", "operator"]);
    assert!(!server.paths().iter().any(|path| path.contains("text-it")));
}

#[test]
fn a_language_wanted_later_is_fetched_though_nothing_changed() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let mut config = phone.config();
    config.wanted.languages = Languages::Only(vec!["ar".into()]);
    phone.run(config, &Server::honest(&repository)).unwrap();
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!(names(&report), ["text-it"]);
}

#[test]
fn a_new_root_is_walked_and_a_rotated_key_resets_the_floors() {
    let mut repository = repository();
    repository.version = 1_000;
    repository.put("facts", 9_000, edited_facts(9_000));
    repository.release();
    let mut phone = Phone::synced(&repository);
    // Recovery from a fast-forward: another online key, and versions that start low again.
    repository.rotate(key(9));
    repository.version = 4;
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    phone.now = hours_later(today(), 25);
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!((report.release, report.problem), (5, None));
    assert_eq!((phone.seq("facts"), phone.trust.floor("facts").unwrap()), (Some(2), 2));
}

#[test]
fn a_new_root_that_keeps_its_online_keys_resets_no_floor() {
    let mut repository = repository();
    let mut phone = Phone::synced(&repository);
    let known = phone.trust.metadata("timestamp").unwrap();
    repository.rotate(key(3));
    phone.now = hours_later(today(), 25);
    let server = Server::with(&repository, "metadata/timestamp.json", Fault::NoConnection);
    assert!(phone.sync(&server).is_err());
    assert_eq!(phone.trust.metadata("timestamp").unwrap(), known);
}

#[test]
fn a_poll_that_brings_a_timestamp_of_new_keys_finds_the_new_root() {
    let mut repository = repository();
    let phone = Phone::synced(&repository);
    repository.rotate(key(9));
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!((report.problem, phone.seq("facts")), (None, Some(2)));
}

#[test]
fn a_sync_that_dies_after_any_step_converges() {
    let mut repository = repository();
    let before = repository.files.clone();
    repository.put("facts", 2, edited_facts(2));
    repository.put("text-it", 2, pack("text-it", 2, Some(2), &[("a", "salve")]));
    repository.release();
    let after = std::mem::replace(&mut repository.files, before);
    for steps in 0..24 {
        let phone = Phone::synced(&repository);
        let mut changed = super::phone::repository();
        changed.files = after.clone();
        let server = Server::honest(&changed);
        let mut session = SyncSession::new(phone.config(), Arc::clone(&phone.trust)).unwrap();
        for _ in 0..steps {
            match session.next().unwrap() {
                Next::Fetch(request) => session.feed(server.get(&request)).unwrap(),
                Next::Apply => session.apply(&phone.packs).unwrap(),
                Next::Done(_) => break,
            }
        }
        drop(session);
        let report = phone.sync(&server).unwrap();
        assert_eq!((report.problem, report.release), (None, 2), "after {steps} steps");
        assert_eq!((phone.seq("facts"), phone.seq("text-it")), (Some(2), Some(2)));
    }
}

#[test]
fn an_interrupted_sync_goes_on_where_it_stopped() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let server = Server::honest(&repository);
    let stop = AtomicBool::new(false);
    let session = SyncSession::new(phone.config(), Arc::clone(&phone.trust)).unwrap();
    let after_facts = |progress: SyncProgress| {
        stop.store(progress.packs_done == 1, Ordering::Relaxed);
    };
    let result = run(session, &server, &phone.packs, &stop, &after_facts);
    assert!(matches!(result, Err(crate::Error::Interrupted)));
    assert_eq!((phone.seq("facts"), phone.seq("text-it")), (Some(1), None));
    let server = Server::honest(&repository);
    let report = phone.sync(&server).unwrap();
    assert_eq!(names(&report), ["text-ar", "text-it"]);
    assert!(!server.paths().iter().any(|path| path.contains("facts")));
}

#[test]
fn a_withdrawn_language_leaves_the_phone() {
    let mut repository = repository();
    let phone = Phone::synced(&repository);
    repository.withdraw("text-ar");
    repository.release();
    phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!((phone.seq("text-ar"), phone.seq("text-it")), (None, Some(1)));
}

fn from_file(phone: &Phone, expiry: Expiry) -> SessionConfig {
    SessionConfig { base_url: RELEASE_URL.into(), expiry, ..phone.config() }
}

#[test]
fn the_seed_opens_though_the_clock_says_2100() {
    let repository = repository();
    let mut phone = Phone::new(&repository.root());
    phone.now = "2100-01-01T00:00:00Z".parse().unwrap();
    let seed = Archive::new(std::io::Cursor::new(repository.tar())).unwrap();
    let report = phone.run(from_file(&phone, Expiry::ReleaseDate), &seed).unwrap();
    assert_eq!((report.problem, report.applied.len()), (None, 3));
    assert_eq!(phone.trust.state(StateKey::Origin).unwrap().as_deref(), Some("seed"));
    assert_eq!(phone.trust.state(StateKey::LastChecked).unwrap(), None);
}

#[test]
fn a_carried_file_outlives_its_timestamp_but_not_its_targets() {
    let repository = repository();
    let file = Archive::new(std::io::Cursor::new(repository.tar())).unwrap();
    let mut phone = Phone::new(&repository.root());
    phone.now = hours_later(today(), 24 * 100);
    let report = phone.run(from_file(&phone, Expiry::Carried), &file).unwrap();
    assert_eq!((report.problem, report.applied.len()), (None, 3));
    let mut late = Phone::new(&repository.root());
    late.now = hours_later(today(), 24 * 400);
    assert!(late.run(from_file(&late, Expiry::Carried), &file).is_err());
}

#[test]
fn a_release_file_that_was_cut_is_untrusted_not_offline() {
    let repository = repository();
    let whole = repository.tar();
    for part in 1..8 {
        let bytes = whole[..whole.len() * part / 8].to_vec();
        let phone = Phone::new(&repository.root());
        let result = Archive::new(std::io::Cursor::new(bytes))
            .and_then(|file| phone.run(from_file(&phone, Expiry::Carried), &file));
        assert!(
            matches!(&result, Err(crate::Error::Untrusted { .. }))
                || result.as_ref().is_ok_and(|report| {
                    report.problem.as_ref().map(|it| it.kind) == Some(ProblemKind::Untrusted)
                }),
            "{part}: {result:?}"
        );
    }
}

#[test]
fn a_seed_older_than_what_is_installed_changes_nothing() {
    let mut repository = repository();
    let seed = Archive::new(std::io::Cursor::new(repository.tar())).unwrap();
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    let phone = Phone::synced(&repository);
    let report = phone.run(from_file(&phone, Expiry::ReleaseDate), &seed).unwrap();
    assert!(report.up_to_date);
    assert_eq!((report.release, phone.seq("facts")), (2, Some(2)));
}

#[test]
fn packs_on_the_phone_are_known_by_their_hash() {
    let repository = repository();
    let phone = Phone::synced(&repository);
    let raw = phone.packs.packs.lock().unwrap()["facts"].1.clone();
    let hash = crate::pack::sha256_hex(&raw);
    assert_eq!(phone.trust.verify_raw("facts", &hash).unwrap(), Some(1));
    assert_eq!(phone.trust.verify_raw("text-it", &hash).unwrap(), None);
}

#[test]
fn a_damaged_trust_db_is_moved_aside_and_started_anew() {
    let repository = repository();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trust.db");
    std::fs::write(&path, vec![7u8; 8192]).unwrap();
    let (trust, opened) = TrustStore::open_with_root(&path, &repository.root()).unwrap();
    assert!(matches!(opened, Opened::Recovered { moved_to } if moved_to.exists()));
    assert_eq!(trust.metadata("root").unwrap(), Some(repository.root()));
}

#[test]
fn a_trust_db_that_lost_its_tables_is_moved_aside_too() {
    let repository = repository();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trust.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch("CREATE TABLE metadata (x); PRAGMA user_version = 1;").unwrap();
    drop(db);
    let (_, opened) = TrustStore::open_with_root(&path, &repository.root()).unwrap();
    assert!(matches!(opened, Opened::Recovered { .. }));
}

#[test]
fn a_trust_db_of_a_newer_app_is_left_alone() {
    let repository = repository();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trust.db");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch("CREATE TABLE future (x); PRAGMA user_version = 9;").unwrap();
    drop(db);
    let before = std::fs::read(&path).unwrap();
    let opened = TrustStore::open_with_root(&path, &repository.root());
    assert!(matches!(opened, Err(crate::Error::Outdated { .. })));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn another_lineage_from_an_app_update_starts_anew() {
    let old = repository();
    let phone = Phone::synced(&old);
    let mut other = super::repository::Repository::new(hours_later(today(), 1));
    other.put("facts", 1, pack("facts", 1, None, &[]));
    other.release();
    let path = phone.folder.path().join("trust.db");
    let (trust, opened) = TrustStore::open_with_root(&path, &other.root()).unwrap();
    assert_eq!(opened, Opened::NewLineage);
    assert!(trust.installed().unwrap().is_empty());
}

#[test]
fn a_later_lineage_starts_anew_whatever_number_its_root_has_and_an_earlier_one_changes_nothing() {
    let lineage = |began, roots| {
        let mut repository = super::repository::Repository::new(today());
        repository.lineage = Some(began);
        for _ in 0..roots {
            repository.rotate(super::repository::key(7));
        }
        repository.newest_root()
    };
    let (first, then) = ("2026-01-01T00:00:00Z", "2029-01-01T00:00:00Z");
    for (roots_before, roots_after) in [(3, 1), (1, 3), (2, 2)] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trust.db");
        let [old, new] = [lineage(first, roots_before), lineage(then, roots_after)];
        let open = |root: &[u8]| TrustStore::open_with_root(&path, root).unwrap();
        open(&old);
        let (trust, opened) = open(&new);
        assert_eq!(opened, Opened::NewLineage);
        assert_eq!(trust.metadata("root").unwrap().unwrap(), new);
        drop(trust);
        let (trust, opened) = open(&old);
        assert_eq!(opened, Opened::Existing);
        assert_eq!(trust.metadata("root").unwrap().unwrap(), new);
    }
}

#[test]
fn no_server_begins_another_lineage_even_with_the_right_keys() {
    let mut repository = repository();
    let phone = Phone::synced(&repository);
    repository.lineage = Some("2029-01-01T00:00:00Z");
    repository.rotate(super::repository::key(3));
    repository.release();
    let error = phone.sync(&Server::honest(&repository)).unwrap_err();
    assert!(error.to_string().contains("another lineage"), "{error}");
}

#[test]
fn a_development_root_says_so() {
    assert!(is_development(&repository().root()).unwrap());
}
