//! Arbitrary content: bytes that were not signed.

use super::super::repository::{Fault, Server, key, pack};
use super::siege::Siege;
use crate::sync::ProblemKind::Untrusted;

/// Every file that the second release makes a phone fetch.
fn fetched() -> Vec<String> {
    let siege = Siege::new();
    let server = Server::honest(&siege.repository);
    assert_eq!(siege.phone.sync(&server).unwrap().problem, None);
    let mut paths = server.paths();
    paths.retain(|path| siege.repository.files.contains_key(path));
    paths
}

fn flipped(siege: &Siege, path: &str, part: usize) -> Fault {
    let mut bytes = siege.repository.files[path].clone();
    let place = (bytes.len() - 1) * part / 4;
    bytes[place] ^= 4;
    Fault::Body(bytes)
}

#[test]
fn a_changed_byte_in_any_file_is_refused_and_what_was_there_is_read_on() {
    let paths = fetched();
    for kind in ["timestamp", "snapshot", "facts.json", "text-ar.json", "text-ar.pack", ".patch"] {
        assert!(paths.iter().any(|path| path.contains(kind)), "{kind} is not in {paths:?}");
    }
    // A patch has a way out, and a promise of its own.
    for path in paths.iter().filter(|path| !path.ends_with(".patch")) {
        for part in 0..5 {
            let siege = Siege::new();
            let attack = siege.suffers(path, flipped(&siege, path, part));
            siege.is_withstood(&attack, Untrusted);
        }
    }
}

#[test]
fn a_changed_byte_in_a_new_root_is_refused() {
    for part in 0..5 {
        let mut siege = Siege::new();
        siege.repository.rotate(key(9));
        siege.repository.release();
        let path = "metadata/2.root.json";
        let attack = siege.suffers(path, flipped(&siege, path, part));
        siege.is_withstood(&attack, Untrusted);
    }
}

#[test]
fn a_changed_byte_in_a_patch_costs_the_full_pack_and_nothing_else() {
    let siege = Siege::new();
    let path = siege.repository.path_of("facts", ".patch");
    let report = siege.suffers(&path, flipped(&siege, &path, 2)).unwrap();
    assert_eq!((report.problem, report.refused.len()), (None, 1));
    siege.recovers();
}

/// The hash of the wire is looked at before anything is opened: no bytes that nobody signed reach the decoder.
#[test]
fn a_pack_that_was_only_squeezed_otherwise_is_refused() {
    let siege = Siege::new();
    let path = siege.repository.path_of("text-ar", ".pack");
    let raw = zstd::decode_all(siege.repository.files[&path].as_slice()).unwrap();
    let again = zstd::bulk::compress(&raw, 19).unwrap();
    assert_ne!(again, siege.repository.files[&path]);
    let attack = siege.suffers(&path, Fault::Body(again));
    siege.is_withstood(&attack, Untrusted);
}

/// A mistake or a lie of whoever signs the role: the wire is what was signed, its content is not.
#[test]
fn a_pack_whose_content_is_not_the_one_that_was_signed_is_refused() {
    let mut siege = Siege::new();
    let said = pack("text-ar", 3, Some(1), &[("a", "khayr")]);
    let sent = pack("text-ar", 3, Some(1), &[("a", "sharr")]);
    siege.repository.put_wire("text-ar", 3, said, zstd::bulk::compress(&sent, 3).unwrap());
    siege.repository.drop_patches("text-ar");
    siege.repository.release();
    let attack = siege.phone.sync(&Server::honest(&siege.repository));
    siege.holds(&attack, Untrusted);
    assert_eq!(siege.phone.seq("text-ar"), Some(1));
}
