//! Releases that go from device to device as a file. Each test is named after the promise it keeps.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::sync::atomic::AtomicBool;

use super::phone::{Phone, core_at, edited_facts, hours_later, repository, today};
use super::repository::{Fault, Repository, Server, key, pack};
use crate::sync::{
    Archive, Expiry, ExportReport, Exported, ProblemKind, RELEASE_URL, ReleaseWriter,
    SessionConfig, StateKey, SyncReport, export,
};
use crate::{ApiError, Error, Result};

fn hand_over(phone: &Phone) -> Result<(ExportReport, Vec<u8>)> {
    let mut file = Cursor::new(Vec::new());
    let exported = Exported {
        trust: &phone.trust,
        packs: &phone.packs,
        now: phone.now,
        interrupt: &AtomicBool::new(false),
    };
    let report = export(&exported, "x.release".as_ref(), &mut file)?;
    Ok((report, file.into_inner()))
}

fn take_in(phone: &Phone, file: &[u8]) -> Result<SyncReport> {
    let config =
        SessionConfig { base_url: RELEASE_URL.into(), expiry: Expiry::Carried, ..phone.config() };
    phone.run(config, &Archive::new(Cursor::new(file))?)
}

/// The files in a release file.
fn unpacked(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut tar = tar::Archive::new(file);
    let entry = |entry: std::io::Result<tar::Entry<'_, &[u8]>>| {
        let mut entry = entry.unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (String::from_utf8(entry.path_bytes().into_owned()).unwrap(), bytes)
    };
    tar.entries().unwrap().map(entry).collect()
}

fn packed(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut writer = ReleaseWriter::new(Vec::new());
    files.iter().for_each(|(path, bytes)| writer.add(path, bytes).unwrap());
    writer.finish().unwrap()
}

fn held(phone: &Phone) -> BTreeMap<String, (u64, Vec<u8>)> {
    phone.packs.packs.lock().unwrap().clone()
}

fn next_release(repository: &Repository) -> Repository {
    let mut next = repository.clone();
    next.now = hours_later(next.now, 24);
    next.put("facts", 2, edited_facts(2));
    next.release();
    next
}

#[test]
fn a_release_goes_from_phone_to_phone_to_phone_with_no_server() {
    let repository = next_release(&repository());
    let (report, file) = hand_over(&Phone::synced(&repository)).unwrap();
    assert_eq!(report.packs, ["facts", "text-ar", "text-it"]);
    assert_eq!((report.left_out, report.bytes), (vec!["operator".into()], file.len() as u64));
    let second = Phone::new(&repository.root());
    let taken = take_in(&second, &file).unwrap();
    assert_eq!((taken.problem, taken.applied.len(), taken.release), (None, 3, report.release));
    assert_eq!(taken.generated, report.generated);
    let (_, passed_on) = hand_over(&second).unwrap();
    assert_eq!(passed_on, file, "the same release, and other bytes");
    let third = Phone::new(&repository.root());
    assert_eq!(take_in(&third, &passed_on).unwrap().problem, None);
    assert_eq!(held(&third), repository.packs());
    assert!(take_in(&third, &file).unwrap().up_to_date);
}

#[test]
fn a_file_is_no_check_and_the_next_one_at_the_server_is() {
    let repository = next_release(&repository());
    let phone = Phone::new(&repository.root());
    let (_, file) = hand_over(&Phone::synced(&repository)).unwrap();
    take_in(&phone, &file).unwrap();
    let state = |key| phone.trust.state(key).unwrap();
    assert_eq!(state(StateKey::Origin).as_deref(), Some("file"));
    assert_eq!((state(StateKey::LastChecked), state(StateKey::LastRootProbe)), (None, None));
    assert!(phone.sync(&Server::honest(&repository)).unwrap().up_to_date);
    assert_eq!(state(StateKey::Origin).as_deref(), Some("server"));
}

#[test]
fn a_file_brings_whole_packs_though_it_holds_patches_too() {
    let first = repository();
    let phone = Phone::synced(&first);
    let report = take_in(&phone, &next_release(&first).tar()).unwrap();
    let patches: Vec<bool> = report.applied.iter().map(|applied| applied.patch).collect();
    assert_eq!((report.problem, patches), (None, vec![false]));
    assert_eq!(phone.seq("facts"), Some(2));
}

#[test]
fn an_older_file_changes_nothing_and_lowers_no_floor() {
    let first = repository();
    let (_, old) = hand_over(&Phone::synced(&first)).unwrap();
    let next = next_release(&first);
    let phone = Phone::synced(&next);
    let (before, checked) = (held(&phone), phone.trust.state(StateKey::LastChecked).unwrap());
    for file in [old, first.tar()] {
        let report = take_in(&phone, &file).unwrap();
        assert!(report.up_to_date && report.release == 2, "{report:?}");
    }
    assert_eq!((held(&phone), phone.trust.floor("facts").unwrap()), (before, 2));
    assert_eq!(phone.trust.state(StateKey::LastChecked).unwrap(), checked);
    assert_eq!(phone.trust.state(StateKey::Origin).unwrap().as_deref(), Some("server"));
}

/// Whoever holds the online key alone puts old roles under a new snapshot, and carries it.
#[test]
fn a_carried_rollback_of_a_role_is_refused_like_one_from_a_server() {
    let first = repository();
    let next = next_release(&first);
    let phone = Phone::synced(&next);
    let mut hostile = next.clone();
    hostile.release_of(&[("facts", 1)]);
    assert!(matches!(take_in(&phone, &hostile.tar()), Err(Error::Untrusted { .. })));
    assert_eq!((phone.seq("facts"), phone.trust.floor("facts").unwrap()), (Some(2), 2));
    let mut honest = hostile.clone();
    honest.release();
    assert_eq!(phone.sync(&Server::honest(&honest)).unwrap().problem, None);
}

#[test]
fn what_a_file_does_not_hold_stays_as_it_is_and_is_no_problem() {
    let first = repository();
    let mut next = next_release(&first);
    next.put("text-ar", 2, pack("text-ar", 2, Some(1), &[("a", "ahlan")]));
    next.release();
    let (_, whole) = hand_over(&Phone::synced(&next)).unwrap();
    for lacking in ["text-ar.json", "text-ar.zst"] {
        let mut files = unpacked(&whole);
        files.retain(|path, _| !path.ends_with(lacking));
        assert_eq!(files.len() + 1, unpacked(&whole).len());
        let phone = Phone::synced(&first);
        let report = take_in(&phone, &packed(&files)).unwrap();
        assert_eq!((&report.problem, report.left_out.as_slice()), (&None, &["text-ar".into()][..]));
        assert!(!report.up_to_date && report.refused.is_empty());
        assert_eq!((phone.seq("facts"), phone.seq("text-ar")), (Some(2), Some(1)));
        let (handed_on, _) = hand_over(&phone).unwrap();
        assert_eq!(handed_on.left_out, ["text-ar", "operator"].map(String::from));
        assert_eq!(phone.sync(&Server::honest(&next)).unwrap().problem, None);
        assert_eq!(phone.seq("text-ar"), Some(2));
    }
}

/// Nothing is signed of the bytes that a phone squeezed: only what is inside counts.
#[test]
fn a_pack_that_a_phone_squeezed_is_believed_for_the_hash_of_its_content_alone() {
    let repository = next_release(&repository());
    let (_, whole) = hand_over(&Phone::synced(&repository)).unwrap();
    let path = unpacked(&whole).into_keys().find(|path| path.ends_with("text-ar.zst")).unwrap();
    let raw = pack("text-ar", 1, Some(1), &[("a", "sharr")]);
    let bomb = vec![0; 1024 * 1024];
    let forgeries = [
        zstd::bulk::compress(&raw, 3).unwrap(),
        zstd::bulk::compress(&bomb, 3).unwrap(),
        raw,
        bomb,
        Vec::new(),
    ];
    for forged in forgeries {
        let mut files = unpacked(&whole);
        files.insert(path.clone(), forged);
        let phone = Phone::new(&repository.root());
        let report = take_in(&phone, &packed(&files)).unwrap();
        assert_eq!(report.problem.map(|problem| problem.kind), Some(ProblemKind::Untrusted));
        assert_eq!((phone.seq("facts"), phone.seq("text-ar")), (Some(2), None));
        assert_eq!(phone.sync(&Server::honest(&repository)).unwrap().problem, None);
        assert_eq!(held(&phone), repository.packs());
    }
}

#[test]
fn a_newer_root_is_walked_to_though_the_phone_asked_for_one_today() {
    let first = repository();
    let phone = Phone::synced(&first);
    assert!(phone.trust.moment(StateKey::LastRootProbe).unwrap().is_some());
    let mut rotated = first.clone();
    let root = rotated.next_root(key(3), &[&key(1)]);
    rotated.files.insert("metadata/2.root.json".into(), root.clone());
    assert_eq!(rotated.files["metadata/timestamp.json"], first.files["metadata/timestamp.json"]);
    assert!(take_in(&phone, &rotated.tar()).unwrap().up_to_date);
    assert_eq!(phone.trust.metadata("root").unwrap(), Some(root));
    let (_, file) = hand_over(&phone).unwrap();
    let files = unpacked(&file);
    assert!(["1", "2"].iter().all(|n| files.contains_key(&format!("metadata/{n}.root.json"))));
}

#[test]
fn a_file_that_revokes_the_online_key_brings_what_the_new_one_signs() {
    let first = repository();
    let mut next = next_release(&first);
    next.rotate(key(9));
    next.release();
    let (_, file) = hand_over(&Phone::synced(&next)).unwrap();
    let phone = Phone::synced(&first);
    assert_eq!(take_in(&phone, &file).unwrap().problem, None);
    assert_eq!(held(&phone), next.packs());
}

#[test]
fn a_new_lineage_never_comes_by_file() {
    let first = repository();
    let phone = Phone::synced(&first);
    let mut other = Repository::new(hours_later(today(), 1));
    other.root_key = key(7);
    other.rotate(key(8));
    other.put("facts", 9, pack("facts", 9, None, &[]));
    other.release();
    let (root, before) = (phone.trust.metadata("root").unwrap(), held(&phone));
    let refused = take_in(&phone, &other.tar()).unwrap_err();
    assert!(matches!(refused, Error::Untrusted { .. }), "{refused}");
    assert_eq!((phone.trust.metadata("root").unwrap(), held(&phone)), (root, before));
    assert!(phone.sync(&Server::honest(&first)).unwrap().up_to_date);
}

#[test]
fn a_file_of_other_keys_says_so_in_words() {
    let phone = Phone::synced(&repository());
    let mut other = Repository::new(today());
    other.online = key(8);
    other.put("facts", 9, pack("facts", 9, None, &[]));
    other.release();
    let refused = take_in(&phone, &other.tar()).unwrap_err().to_string();
    assert!(refused.contains("the file is of another territory or damaged"), "{refused}");
}

/// The same keys may serve two territories; a phone has one.
#[test]
fn a_file_of_another_territory_is_refused_though_its_keys_are_the_same() {
    let first = repository();
    let folder = tempfile::tempdir().unwrap();
    let core = core_at(folder.path(), &first).unwrap();
    let take = |repository: &Repository| {
        core.import_archive(&Archive::new(Cursor::new(repository.tar())).unwrap())
    };
    assert_eq!(take(&first).unwrap().problem, None);
    let mut other = next_release(&first);
    other.territory = "brenta";
    other.withdraw("operator");
    other.release();
    let refused = take(&other).unwrap_err();
    assert!(
        matches!(&refused, ApiError::Untrusted { reason } if reason.starts_with("the release file: ")
            && reason.contains("«brenta», not of «adda»")),
        "{refused}"
    );
}

/// A timestamp came and its snapshot never did: what is whole is handed on, with the timestamp that vouches for it.
#[test]
fn a_phone_whose_update_was_held_back_hands_on_the_release_before() {
    let first = repository();
    let next = next_release(&first);
    let phone = Phone::synced(&first);
    let held_back = Server::with(&next, "metadata/2.snapshot.json", Fault::NoConnection);
    phone.sync(&held_back).unwrap_err();
    let (report, file) = hand_over(&phone).unwrap();
    assert_eq!(report.release, 1);
    let other = Phone::new(&first.root());
    assert_eq!(take_in(&other, &file).unwrap().problem, None);
    assert_eq!(held(&other), first.packs());
}

/// Two phones at one release, and the one that hands on has the fresher timestamp.
#[test]
fn the_newest_timestamp_of_the_release_travels() {
    let mut repository = repository();
    let phone = Phone::synced(&repository);
    repository.version += 1;
    repository.sign_timestamp_for(1);
    phone.sync(&Server::honest(&repository)).unwrap();
    let (_, file) = hand_over(&phone).unwrap();
    let newest = &repository.files["metadata/timestamp.json"];
    assert_eq!(&unpacked(&file)["metadata/timestamp.json"], newest);
}

#[test]
fn what_is_not_one_whole_release_is_not_handed_on_and_the_reason_says_what_to_do() {
    let first = repository();
    let next = next_release(&first);
    let refused = |phone: &Phone| {
        let error = hand_over(phone).unwrap_err();
        assert!(matches!(error, Error::InvalidInput(_)), "{error}");
        assert!(error.to_string().contains("sync first"), "{error}");
    };
    refused(&Phone::new(&first.root()));
    let held_back = |path: &str| {
        let phone = Phone::synced(&first);
        drop(phone.sync(&Server::with(&next, path, Fault::NoConnection)));
        phone
    };
    let mut edited = next_release(&first);
    edited.drop_patches("facts");
    let phone = Phone::synced(&first);
    edited.put_again("facts");
    edited.release();
    drop(phone.sync(&Server::with(
        &edited,
        &edited.path_of("facts", ".pack"),
        Fault::NoConnection,
    )));
    assert_eq!(phone.seq("facts"), Some(1));
    refused(&phone);
    refused(&held_back("metadata/2.facts.json"));
    let spoilt = Phone::synced(&first);
    spoilt.packs.spoil("facts");
    refused(&spoilt);
}

#[test]
fn what_no_phone_would_take_is_not_handed_on() {
    let repository = repository();
    let mut phone = Phone::synced(&repository);
    phone.now = hours_later(today(), 24 * 300);
    assert_eq!(hand_over(&phone).unwrap().0.packs.len(), 3);
    phone.now = hours_later(today(), 24 * 366);
    let error = hand_over(&phone).unwrap_err();
    assert!(matches!(&error, Error::InvalidInput(reason) if reason.contains("expired")), "{error}");
}

#[test]
fn a_file_whose_roles_have_expired_is_refused_and_the_server_mends_it() {
    let first = repository();
    let file = first.tar();
    let mut phone = Phone::new(&first.root());
    phone.now = hours_later(today(), 24 * 400);
    let error = take_in(&phone, &file).unwrap_err().to_string();
    assert!(error.contains("expired on") && error.contains("clock of this device"), "{error}");
    assert!(held(&phone).is_empty());
    let mut renewed = first.clone();
    renewed.now = phone.now;
    renewed.rotate(key(3));
    renewed.put_again("facts");
    renewed.put_again("text-ar");
    renewed.put_again("text-it");
    renewed.withdraw("operator");
    renewed.release();
    assert_eq!(phone.sync(&Server::honest(&renewed)).unwrap().problem, None);
}

#[test]
fn a_changed_byte_anywhere_is_refused_or_touches_nothing_and_the_server_mends_it() {
    let first = repository();
    let next = next_release(&first);
    let (_, whole) = hand_over(&Phone::synced(&next)).unwrap();
    let mut refused = 0;
    // An odd step meets heads, bodies and the room between them.
    for place in (3..whole.len()).step_by(401) {
        let mut file = whole.clone();
        file[place] ^= 1;
        let phone = Phone::synced(&first);
        match take_in(&phone, &file) {
            Err(Error::Untrusted { .. }) => refused += 1,
            Ok(report) => {
                let kind = report.problem.map(|problem| problem.kind);
                assert!(matches!(kind, None | Some(ProblemKind::Untrusted)), "byte {place}");
                refused += usize::from(kind.is_some());
            }
            Err(error) => panic!("byte {place}: {error}"),
        }
        for (pack, state) in held(&phone) {
            let signed = [&first, &next].map(|repository| repository.packs()[&pack].clone());
            assert!(signed.contains(&state), "byte {place}: {pack} was never signed");
        }
        assert_eq!(phone.sync(&Server::honest(&next)).unwrap().problem, None, "byte {place}");
        assert_eq!(held(&phone), next.packs(), "byte {place}");
    }
    assert!(refused > whole.len() / 401 / 2, "{refused} of {}", whole.len() / 401);
}
