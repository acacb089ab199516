//! Endless data: every file has a cap before a byte of it is read, and every pack one before a byte of it is unpacked.

use super::super::repository::{Fault, Server, pack};
use super::siege::Siege;
use crate::sync::ProblemKind::Untrusted;

#[test]
fn a_file_that_never_ends_is_cut_at_its_cap_and_refused() {
    let (kib, mib) = (1024, 1024 * 1024);
    let siege = Siege::new();
    let pack = siege.repository.path_of("text-ar", ".pack");
    let length = siege.repository.files[&pack].len() as u64;
    for (path, cap) in [
        ("metadata/timestamp.json", 16 * kib),
        ("metadata/2.snapshot.json", 2 * mib),
        ("metadata/2.text-ar.json", 5 * mib),
        (pack.as_str(), length),
    ] {
        let siege = Siege::new();
        let server = Server::with(&siege.repository, path, Fault::Endless);
        let attack = siege.phone.sync(&server);
        let asked = server.asked.lock().unwrap();
        let request = asked.iter().find(|request| request.url.ends_with(path)).unwrap();
        assert_eq!(request.cap, cap + 1, "{path}");
        drop(asked);
        siege.is_withstood(&attack, Untrusted);
    }
}

#[test]
fn a_root_that_never_ends_is_cut_at_its_cap_and_refused() {
    let siege = Siege::new();
    let server = Server::with(&siege.repository, "metadata/2.root.json", Fault::Endless);
    let attack = siege.phone.sync(&server);
    assert_eq!(server.asked.lock().unwrap().last().unwrap().cap, 512 * 1024 + 1);
    assert!(attack.as_ref().unwrap_err().to_string().contains("longer than"), "{attack:?}");
    siege.is_withstood(&attack, Untrusted);
}

#[test]
fn a_chain_of_roots_that_never_ends_is_given_up() {
    let mut siege = Siege::new();
    for _ in 0..270 {
        let online = siege.repository.online.clone();
        siege.repository.rotate(online);
    }
    let server = Server::honest(&siege.repository);
    let attack = siege.phone.sync(&server);
    siege.holds(&attack, Untrusted);
    assert!(server.paths().len() < 260, "{} requests", server.paths().len());
    // The roots were genuine, so the next sync goes on from where this one stopped.
    siege.recovers();
}

/// Whoever holds the key of a language can sign a bomb; the phone unpacks what was announced and no more.
#[test]
fn a_bomb_is_unpacked_no_further_than_it_was_announced() {
    let mut siege = Siege::new();
    let announced = pack("text-ar", 3, Some(1), &[("a", "small")]);
    let bomb = zstd::bulk::compress(&vec![b' '; 64 * 1024 * 1024], 19).unwrap();
    assert!(bomb.len() < 10_000, "{} bytes", bomb.len());
    siege.repository.put_wire("text-ar", 3, announced, bomb);
    siege.repository.drop_patches("text-ar");
    siege.repository.release();
    let attack = siege.phone.sync(&Server::honest(&siege.repository));
    siege.holds(&attack, Untrusted);
    let report = attack.unwrap();
    assert!(report.refused[0].reason.contains("bytes that were signed"), "{:?}", report.refused);
}

#[test]
fn a_bomb_that_announces_its_size_is_not_even_fetched() {
    let mut siege = Siege::new();
    let huge = vec![b' '; 9 * 1024 * 1024];
    let wire = zstd::bulk::compress(&huge, 19).unwrap();
    siege.repository.put_wire("text-ar", 3, huge, wire);
    siege.repository.drop_patches("text-ar");
    siege.repository.release();
    let server = Server::honest(&siege.repository);
    let attack = siege.phone.sync(&server);
    siege.holds(&attack, Untrusted);
    assert!(!server.paths().iter().any(|path| path.ends_with("text-ar.pack")));
}
