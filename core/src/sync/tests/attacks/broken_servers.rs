//! Broken and hostile servers that a phone meets at its first syncs.

use super::super::phone::{Phone, edited_facts, hours_later, repository, today};
use super::super::repository::{Fault, Repository, Server, pack};
use crate::Error;
use crate::sync::{ProblemKind, StateKey, SyncReport};

fn kind(report: &SyncReport) -> Option<ProblemKind> {
    report.problem.as_ref().map(|problem| problem.kind)
}

fn flipped(repository: &Repository, path: &str) -> Fault {
    let mut bytes = repository.files[path].clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    Fault::Body(bytes)
}

#[test]
fn a_tampered_pack_is_refused_and_the_others_are_applied() {
    let repository = repository();
    let path = repository.path_of("text-ar", ".pack");
    let phone = Phone::new(&repository.root());
    let report =
        phone.sync(&Server::with(&repository, &path, flipped(&repository, &path))).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Untrusted));
    assert_eq!(report.refused[0].file, "text-ar.pack");
    assert_eq!(
        (phone.seq("facts"), phone.seq("text-ar"), phone.seq("text-it")),
        (Some(1), None, Some(1))
    );
    assert_eq!(phone.trust.state(StateKey::LastChecked).unwrap(), None);
    // And the next sync takes it.
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!((report.problem, phone.seq("text-ar")), (None, Some(1)));
}

#[test]
fn a_tampered_patch_makes_way_for_the_full_pack() {
    let mut repository = repository();
    let phone = Phone::synced(&repository);
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    let path = repository.path_of("facts", ".patch");
    let report =
        phone.sync(&Server::with(&repository, &path, flipped(&repository, &path))).unwrap();
    assert_eq!((report.refused.len(), report.problem.clone()), (1, None));
    assert!(!report.applied[0].patch);
    assert_eq!(phone.seq("facts"), Some(2));
}

#[test]
fn tampered_metadata_ends_the_sync() {
    let repository = repository();
    for path in ["metadata/timestamp.json", "metadata/1.snapshot.json", "metadata/1.targets.json"] {
        let phone = Phone::new(&repository.root());
        let result = phone.sync(&Server::with(&repository, path, flipped(&repository, path)));
        assert!(matches!(result, Err(Error::Untrusted { .. })), "{path}: {result:?}");
        assert_eq!(phone.seq("facts"), None);
    }
}

#[test]
fn a_tampered_role_leaves_the_others_alone() {
    let repository = repository();
    let path = "metadata/1.text-it.json";
    let phone = Phone::new(&repository.root());
    let report = phone.sync(&Server::with(&repository, path, flipped(&repository, path))).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Untrusted));
    assert_eq!((phone.seq("text-ar"), phone.seq("text-it")), (Some(1), None));
}

#[test]
fn an_older_timestamp_is_untrusted() {
    let mut repository = repository();
    let old = repository.files["metadata/timestamp.json"].clone();
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    let phone = Phone::synced(&repository);
    let server = Server::with(&repository, "metadata/timestamp.json", Fault::Body(old));
    assert!(matches!(phone.sync(&server), Err(Error::Untrusted { .. })));
    assert_eq!(phone.seq("facts"), Some(2));
}

#[test]
fn floors_survive_a_timestamp_whose_snapshot_never_came() {
    let mut repository = repository();
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    let phone = Phone::synced(&repository);
    let version = repository.version;
    repository.release();
    let lost = format!("metadata/{}.snapshot.json", version + 1);
    let server = Server::with(&repository, &lost, Fault::NoConnection);
    assert!(matches!(phone.sync(&server), Err(Error::Offline(_))));
    // Whoever holds the online key now offers the first facts again under the next snapshot.
    let mut hostile = super::super::phone::repository();
    hostile.version = version;
    hostile.release();
    hostile.files.insert(
        "metadata/timestamp.json".into(),
        repository.files["metadata/timestamp.json"].clone(),
    );
    assert!(matches!(phone.sync(&Server::honest(&hostile)), Err(Error::Untrusted { .. })));
    assert_eq!(phone.seq("facts"), Some(2));
}

#[test]
fn an_expired_timestamp_is_untrusted_and_names_the_clock() {
    let repository = repository();
    let mut phone = Phone::synced(&repository);
    phone.now = hours_later(today(), 24 * 15);
    let Err(Error::Untrusted { reason, .. }) = phone.sync(&Server::honest(&repository)) else {
        panic!("accepted");
    };
    assert!(reason.contains("clock"), "{reason}");
    assert_eq!(phone.trust.moment(StateKey::LastChecked).unwrap(), Some(today()));
}

#[test]
fn a_web_page_instead_of_an_answer_is_offline() {
    let repository = repository();
    let page = || Fault::Body(b"<!DOCTYPE html><title>Log in</title>".to_vec());
    let phone = Phone::synced(&repository);
    let server = Server::with(&repository, "metadata/timestamp.json", page());
    assert!(matches!(phone.sync(&server), Err(Error::Offline(_))));
    let path = repository.path_of("text-it", ".pack");
    let phone = Phone::new(&repository.root());
    let report = phone.sync(&Server::with(&repository, &path, page())).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Offline));
}

#[test]
fn a_body_cut_once_is_continued_and_one_cut_again_is_offline() {
    let repository = repository();
    let path = repository.path_of("facts", ".pack");
    let half = repository.files[&path].len() / 2 + 1;
    let phone = Phone::new(&repository.root());
    let report = phone.sync(&Server::with(&repository, &path, Fault::Cut(half))).unwrap();
    assert_eq!(report.problem, None);
    let phone = Phone::new(&repository.root());
    let report = phone.sync(&Server::with(&repository, &path, Fault::Cut(3))).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Offline));
    assert_eq!(phone.seq("text-it"), None);
}

#[test]
fn an_endless_body_stops_at_its_cap() {
    let repository = repository();
    for (path, limit) in [
        ("metadata/2.root.json", 512 * 1024),
        ("metadata/timestamp.json", 16 * 1024),
        ("metadata/1.snapshot.json", 2 * 1024 * 1024),
    ] {
        let phone = Phone::new(&repository.root());
        let server = Server::with(&repository, path, Fault::Endless);
        assert!(matches!(phone.sync(&server), Err(Error::Untrusted { .. })), "{path}");
        assert_eq!(server.asked.lock().unwrap().last().unwrap().cap, limit + 1);
    }
}

#[test]
fn a_root_that_is_not_there_is_no_error_with_403_either() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let server = Server::with(&repository, "metadata/2.root.json", Fault::Status(403));
    assert_eq!(phone.sync(&server).unwrap().problem, None);
    let server = Server::with(&repository, "metadata/2.root.json", Fault::Status(500));
    let phone = Phone::new(&repository.root());
    assert!(matches!(phone.sync(&server), Err(Error::Offline(_))));
}

#[test]
fn without_a_connection_nothing_more_is_asked_for() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let path = repository.path_of("facts", ".pack");
    let server = Server::with(&repository, &path, Fault::NoConnection);
    let report = phone.sync(&server).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Offline));
    assert_eq!(server.paths().last(), Some(&path));
}

#[test]
fn a_text_is_refused_before_its_facts() {
    let mut repository = repository();
    let phone = Phone::synced(&repository);
    repository.put("text-it", 2, pack("text-it", 2, Some(9), &[("a", "salve")]));
    repository.release();
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Untrusted));
    assert!(report.refused[0].reason.contains("facts 9"));
    assert_eq!(phone.seq("text-it"), Some(1));
}

#[test]
fn a_seq_below_the_floor_is_refused() {
    let mut repository = repository();
    repository.put("text-it", 5, pack("text-it", 5, Some(1), &[("a", "salve")]));
    repository.release();
    let phone = Phone::synced(&repository);
    repository.put("text-it", 4, pack("text-it", 4, Some(1), &[("a", "vecchio")]));
    repository.release();
    let server = Server::honest(&repository);
    let report = phone.sync(&server).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Untrusted));
    assert_eq!(phone.seq("text-it"), Some(5));
    assert!(!server.paths().iter().any(|path| path.starts_with("targets/")));
}

#[test]
fn a_role_that_names_what_is_not_its_own_is_refused() {
    let mut repository = repository();
    repository.smuggle("text-ar", "text-it.pack");
    repository.release();
    let phone = Phone::new(&repository.root());
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Untrusted));
    assert_eq!((phone.seq("text-ar"), phone.seq("text-it")), (None, Some(1)));
}

#[test]
fn a_pack_of_a_newer_major_is_outdated_and_the_others_are_applied() {
    let mut repository = repository();
    repository.schema = "2.0";
    repository.put("text-ar", 2, pack("text-ar", 2, Some(1), &[("a", "?")]));
    repository.release();
    let phone = Phone::new(&repository.root());
    let report = phone.sync(&Server::honest(&repository)).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::Outdated));
    assert_eq!((phone.seq("text-ar"), phone.seq("text-it")), (None, Some(1)));
}

#[test]
fn a_repository_of_another_territory_is_refused() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let mut config = phone.config();
    config.territory = Some("lambro".into());
    assert!(matches!(
        phone.run(config, &Server::honest(&repository)),
        Err(Error::Untrusted { .. })
    ));
}

#[test]
fn no_request_is_made_for_the_operators_pack_unless_asked() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    let server = Server::honest(&repository);
    phone.sync(&server).unwrap();
    assert!(!server.paths().iter().any(|path| path.contains("operator")));
}

#[test]
fn a_full_disk_keeps_what_fitted_and_asks_for_nothing_more() {
    let repository = repository();
    let mut phone = Phone::new(&repository.root());
    phone.packs.too_big = vec!["text-ar"];
    let server = Server::honest(&repository);
    let report = phone.sync(&server).unwrap();
    assert_eq!(kind(&report), Some(ProblemKind::StorageFull));
    assert_eq!((phone.seq("facts"), phone.seq("text-ar")), (Some(1), None));
    assert_eq!(server.paths().last(), Some(&repository.path_of("text-ar", ".pack")));
}

#[test]
fn no_flipped_byte_ever_reaches_content() {
    let mut repository = repository();
    repository.put("facts", 2, edited_facts(2));
    repository.release();
    let honest = Phone::synced(&repository);
    let expected = honest.packs.packs.lock().unwrap().clone();
    for (path, bytes) in &repository.files {
        for part in 0..5 {
            let mut bytes = bytes.clone();
            let place = (bytes.len() - 1) * part / 4;
            bytes[place] ^= 4;
            let phone = Phone::new(&repository.root());
            let result = phone.sync(&Server::with(&repository, path, Fault::Body(bytes)));
            let packs = phone.packs.packs.lock().unwrap();
            let genuine = packs.iter().all(|(name, pack)| expected.get(name) == Some(pack));
            assert!(genuine, "{path} at {place}: {result:?}");
        }
    }
}
