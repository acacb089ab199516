//! Roots that follow one another.

use super::*;
use crate::signed::error::Of;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn first() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    ceremony(folder.path());
    folder
}

fn later() -> CeremonyOptions {
    options(at("2026-09-02T08:00:00Z"))
}

fn missing(folder: &Path) -> Vec<(Of, usize, Vec<String>)> {
    let (file, _) = Waiting::of(folder).newest("root").unwrap().unwrap();
    let missing = Request::read(&file.path, folder).unwrap().missing(folder).unwrap();
    missing.needs.into_iter().map(|need| (need.of, need.wanted - need.have, need.keys)).collect()
}

fn strings(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn a_root_holds_only_when_enough_keys_have_signed_it() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    ceremony(folder);
    std::fs::remove_file(folder.join("root.json")).unwrap();
    prepare(folder, &later()).unwrap();
    assert_eq!(missing(folder), [(Of::Role, 2, strings(&["root-1", "root-2", "root-3"]))]);
    let one = sign_root(folder, "root-3").unwrap();
    assert_eq!((one.new_root, one.missing.needs[0].have), (None, 1));
    // The same key twice is one signature.
    assert_eq!(sign_root(folder, "root-3").unwrap().missing.needs[0].have, 1);
    assert!(!folder.join("root.json").exists());
    assert_eq!(sign_root(folder, "root-1").unwrap().new_root, Some(1));
    assert!(Keys::open(folder).is_ok());
    assert_eq!(Waiting::of(folder).list().unwrap(), []);
}

#[test]
fn a_root_without_enough_keys_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    ceremony(folder);
    std::fs::remove_file(folder.join("root.json")).unwrap();
    retire(folder, "root-3").unwrap();
    let thresholds =
        |root| CeremonyOptions { thresholds: BTreeMap::from([(Holder::Root, root)]), ..later() };
    // Two of two: the first lost key is the end. One of two: each of them alone may do everything.
    for threshold in [0, 1, 2, 3] {
        assert!(prepare(folder, &thresholds(threshold)).is_err(), "{threshold}");
    }
    create(folder, "root-4", "prova", &Known).unwrap();
    assert!(prepare(folder, &thresholds(1)).is_err());
    assert!(prepare(folder, &thresholds(3)).is_err());
    prepare(folder, &thresholds(2)).unwrap();
    std::fs::remove_file(folder.join("facts-1.pub")).unwrap();
    assert!(prepare(folder, &thresholds(2)).is_err());
}

#[test]
fn a_new_root_needs_old_and_new_signatures() {
    let folder = first();
    let folder = folder.path();
    retire(folder, "root-2").unwrap();
    retire(folder, "root-3").unwrap();
    create(folder, "root-4", "prova", &Known).unwrap();
    create(folder, "root-5", "prova", &Known).unwrap();
    assert_eq!(prepare(folder, &later()).unwrap().root, Some(2));
    for key in ["root-4", "root-5"] {
        assert_eq!(sign_root(folder, key).unwrap().new_root, None);
    }
    // The new ones are enough among themselves, and the old ones have not agreed.
    let old = missing(folder);
    assert_eq!((old[0].0, old[0].1), (Of::OldRoot, 2));
    assert_eq!(sign_root(folder, "root-1").unwrap().new_root, None);
    let retired = folder.join("retired");
    let (file, _) = Waiting::of(folder).newest("root").unwrap().unwrap();
    // Whoever leaves signs for the last time.
    let done = add_signature(&file.path, folder, &pem(&retired, "root-2"), &Known).unwrap();
    assert_eq!(done.new_root, Some(2));
    assert!(folder.join("1.root.json").exists());
}

#[test]
fn a_key_that_may_not_sign_does_not() {
    let folder = first();
    let folder = folder.path();
    prepare(folder, &CeremonyOptions { renew: true, ..later() }).unwrap();
    for key in ["online-1", "targets-1", "facts-1"] {
        assert!(matches!(sign_root(folder, key), Err(Error::Refused(_))), "{key}");
    }
    create(folder, "root-9", "prova", &Known).unwrap();
    assert!(matches!(sign_root(folder, "root-9"), Err(Error::Refused(_))));
}

#[test]
fn the_same_keys_make_no_new_root_unless_it_is_renewed() {
    let folder = first();
    let folder = folder.path();
    let prepared = prepare(folder, &later()).unwrap();
    assert_eq!(prepared, Prepared { root: None, delegates_changed: false });
    let renew = CeremonyOptions { renew: true, ..later() };
    assert_eq!(prepare(folder, &renew).unwrap().root, Some(2));
    sign_root(folder, "root-1").unwrap();
    // Asked again, the root that waits keeps the signature that it has.
    prepare(folder, &renew).unwrap();
    assert_eq!(missing(folder)[0].1, 1);
    // With other keys it is another root, which nobody has signed.
    create(folder, "root-4", "prova", &Known).unwrap();
    prepare(folder, &renew).unwrap();
    assert_eq!(missing(folder)[0].1, 2);
}

#[test]
fn another_editor_makes_no_new_root() {
    let folder = first();
    let folder = folder.path();
    retire(folder, "facts-1").unwrap();
    create(folder, "facts-2", "prova", &Known).unwrap();
    let prepared = prepare(folder, &later()).unwrap();
    assert_eq!(prepared, Prepared { root: None, delegates_changed: true });
}

#[test]
fn keys_of_two_territories_make_no_root() {
    let folder = first();
    create(folder.path(), "facts-2", "altrove", &Known).unwrap();
    assert!(prepare(folder.path(), &later()).is_err());
}

#[test]
fn a_root_that_does_not_follow_is_not_signed() {
    let folder = first();
    let folder = folder.path();
    prepare(folder, &CeremonyOptions { renew: true, ..later() }).unwrap();
    let (file, bytes) = Waiting::of(folder).newest("root").unwrap().unwrap();
    let mut root = Document::<Root>::parse("root", bytes).unwrap().signed;
    root.version = 3;
    let path = folder.join("waiting/3.root.json");
    std::fs::write(&path, crate::signed::sign::sign(&root, &[]).unwrap()).unwrap();
    assert!(add_signature(&path, folder, &pem(folder, "root-1"), &Known).is_err());
    // A name that lies about the version is no better.
    std::fs::write(&file.path, std::fs::read(&path).unwrap()).unwrap();
    assert!(add_signature(&file.path, folder, &pem(folder, "root-1"), &Known).is_err());
}
