//! What arrived of a pack is not fetched twice: not after a cut, not after a kill, not by the next sync.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use proptest::prelude::*;

use super::phone::{Phone, hours_later, repository, today};
use super::repository::{Fault, Repository, Server, pack};
use crate::ports::{Request, Response, Transport, TransportError};
use crate::sync::{PartFiles, ProblemKind, run};
use crate::{Error, pack::sha256_hex};

const KIB: usize = 1024;

/// A repository whose Arabic pack cannot be squeezed and is about 400 KiB on the wire.
fn heavy() -> Repository {
    let mut repository = repository();
    let noise: String = (0..6_400_u32).map(|n| sha256_hex(&n.to_le_bytes())).collect();
    let raw = pack("text-ar", 2, Some(1), &[("a", &noise)]);
    let wire = zstd::bulk::compress(&raw, 1).unwrap();
    assert!(wire.len() > 200 * KIB, "{}", wire.len());
    repository.put_wire("text-ar", 2, raw, wire);
    repository.drop_patches("text-ar");
    repository.release();
    repository
}

fn parts_of(phone: &Phone) -> Vec<(PathBuf, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(phone.parts_folder()) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

fn offsets(server: &Server<'_>, path: &str) -> Vec<u64> {
    let asked = server.asked.lock().unwrap();
    asked.iter().filter(|asked| asked.url.ends_with(path)).map(|asked| asked.offset).collect()
}

/// A phone with a part of the Arabic pack that was cut after so many bytes, twice.
fn cut(repository: &Repository, bytes: usize) -> (Phone, String) {
    let phone = Phone::new(&repository.root());
    let path = repository.path_of("text-ar", ".pack");
    let report = phone.sync(&Server::with(repository, &path, Fault::Cut(bytes))).unwrap();
    assert_eq!(report.problem.unwrap().kind, ProblemKind::Offline);
    (phone, path)
}

#[test]
fn a_pack_that_was_cut_is_continued_by_the_next_sync_where_it_stopped() {
    let repository = heavy();
    let (phone, path) = cut(&repository, 1_000);
    assert_eq!(parts_of(&phone)[0].1, repository.files[&path][..2_000]);
    let server = Server::honest(&repository);
    assert_eq!(phone.sync(&server).unwrap().problem, None);
    assert_eq!(offsets(&server, &path), [2_000]);
    assert_eq!(phone.seq("text-ar"), Some(2));
    assert!(parts_of(&phone).is_empty(), "what was applied is kept no longer");
}

/// A server that hands over pieces of 16 KiB, and then the process is gone.
struct Killed<'a>(Server<'a>, String, usize);

impl Transport for Killed<'_> {
    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        self.0.get(request)
    }

    fn get_in_pieces(
        &self,
        request: &Request,
        arrived: &mut dyn FnMut(&Response) -> ControlFlow<()>,
    ) -> Result<Response, TransportError> {
        let whole = self.get(request)?;
        if !request.url.ends_with(&self.1) {
            return Ok(whole);
        }
        let mut so_far = Response { body: Vec::new(), ..whole.clone() };
        for piece in whole.body[..self.2.min(whole.body.len())].chunks(16 * KIB) {
            so_far.body.extend_from_slice(piece);
            assert!(arrived(&so_far).is_continue());
        }
        Err(TransportError::Interrupted)
    }
}

#[test]
fn a_process_that_is_killed_in_a_download_loses_64_kib_at_most() {
    let repository = heavy();
    let path = repository.path_of("text-ar", ".pack");
    for arrived in [0, 10, 63, 64, 65, 100, 128, 150].map(|kib| kib * KIB) {
        let phone = Phone::new(&repository.root());
        let killed = Killed(Server::honest(&repository), path.clone(), arrived);
        assert!(matches!(phone.run(phone.config(), &killed), Err(Error::Interrupted)));
        let server = Server::honest(&repository);
        assert_eq!(phone.sync(&server).unwrap().problem, None);
        let again = arrived as u64 - offsets(&server, &path)[0];
        // With the piece that was at hand, and that nobody had heard of yet.
        let again = again + 16 * KIB as u64;
        assert!(again <= 64 * KIB as u64, "{again} of {arrived} bytes again");
        assert_eq!(phone.packs.packs.lock().unwrap()["text-ar"], repository.packs()["text-ar"]);
    }
}

/// Hands over one piece; whoever reads interrupts then.
struct Stopped<'a>(Server<'a>, &'a AtomicBool);

impl Transport for Stopped<'_> {
    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        self.0.get(request)
    }

    fn get_in_pieces(
        &self,
        request: &Request,
        arrived: &mut dyn FnMut(&Response) -> ControlFlow<()>,
    ) -> Result<Response, TransportError> {
        let whole = self.get(request)?;
        if whole.body.len() < 100 * KIB {
            return Ok(whole);
        }
        self.1.store(true, Ordering::Relaxed);
        let so_far = Response { body: whole.body[..5_000].to_vec(), ..whole };
        assert!(arrived(&so_far).is_break(), "an interruption ends the reading");
        Ok(so_far)
    }
}

#[test]
fn an_interrupted_download_is_continued_from_its_last_byte() {
    let repository = heavy();
    let (phone, stop) = (Phone::new(&repository.root()), AtomicBool::new(false));
    let transport = Stopped(Server::honest(&repository), &stop);
    let ended =
        run(phone.session(phone.config()).unwrap(), &transport, &phone.packs, &stop, &|_| ());
    assert!(matches!(ended, Err(Error::Interrupted)));
    let server = Server::honest(&repository);
    assert_eq!(phone.sync(&server).unwrap().problem, None);
    assert_eq!(offsets(&server, &repository.path_of("text-ar", ".pack")), [5_000]);
}

#[test]
fn a_part_that_is_wrong_is_thrown_away_and_the_pack_fetched_anew_once() {
    let repository = heavy();
    let (phone, path) = cut(&repository, 1_000);
    let (part, mut bytes) = parts_of(&phone).remove(0);
    bytes[7] ^= 1;
    std::fs::write(part, bytes).unwrap();
    let server = Server::honest(&repository);
    assert_eq!(phone.sync(&server).unwrap().problem, None);
    assert_eq!(offsets(&server, &path), [2_000, 0]);
    // And if what comes is wrong too, that is the end of it.
    let (phone, path) = cut(&repository, 1_000);
    let forged = Fault::Body(vec![b'x'; repository.files[&path].len()]);
    let server = Server::with(&repository, &path, forged);
    let report = phone.sync(&server).unwrap();
    assert_eq!(report.problem.unwrap().kind, ProblemKind::Untrusted);
    assert_eq!(offsets(&server, &path), [2_000, 0]);
    assert!(parts_of(&phone).is_empty());
}

#[test]
fn a_part_longer_than_the_pack_is_thrown_away() {
    let repository = heavy();
    let (phone, path) = cut(&repository, 1_000);
    std::fs::write(&parts_of(&phone)[0].0, vec![0; repository.files[&path].len() + 1]).unwrap();
    let server = Server::honest(&repository);
    assert_eq!(phone.sync(&server).unwrap().problem, None);
    assert_eq!(offsets(&server, &path), [0]);
}

#[test]
fn a_part_that_is_whole_is_applied_without_a_request_and_a_wrong_one_is_not() {
    let repository = heavy();
    let (phone, path) = cut(&repository, 1_000);
    std::fs::write(&parts_of(&phone)[0].0, &repository.files[&path]).unwrap();
    let server = Server::honest(&repository);
    assert_eq!(phone.sync(&server).unwrap().problem, None);
    assert_eq!((offsets(&server, &path), phone.seq("text-ar")), (vec![], Some(2)));
    let (phone, path) = cut(&repository, 1_000);
    std::fs::write(&parts_of(&phone)[0].0, vec![7; repository.files[&path].len()]).unwrap();
    let server = Server::honest(&repository);
    assert_eq!(phone.sync(&server).unwrap().problem, None);
    assert_eq!((offsets(&server, &path), phone.seq("text-ar")), (vec![0], Some(2)));
}

#[test]
fn a_newer_release_is_never_glued_to_the_part_of_an_older_one() {
    let mut repository = heavy();
    let (phone, _) = cut(&repository, 1_000);
    repository.put("text-ar", 3, pack("text-ar", 3, Some(1), &[("a", "marhaban")]));
    repository.release();
    let server = Server::honest(&repository);
    assert_eq!(phone.sync(&server).unwrap().problem, None);
    assert_eq!(offsets(&server, &repository.path_of("text-ar", ".pack")), [0]);
    assert_eq!(parts_of(&phone).len(), 1, "nobody asks for it any more, and time will tell");
}

#[test]
fn a_server_that_sends_the_whole_again_replaces_the_part() {
    let repository = heavy();
    let (phone, path) = cut(&repository, 1_000);
    let whole = Fault::Ignores(3_000);
    let report = phone.sync(&Server::with(&repository, &path, whole)).unwrap();
    assert_eq!(report.problem.unwrap().kind, ProblemKind::Offline);
    assert_eq!(parts_of(&phone)[0].1, repository.files[&path][..3_000]);
}

#[test]
fn a_part_that_nobody_went_on_with_for_a_fortnight_is_collected() {
    let (phone, _) = cut(&heavy(), 1_000);
    let now = jiff::Timestamp::now();
    let parts = PartFiles::new(phone.parts_folder());
    parts.collect(hours_later(now, 24 * 14 - 1));
    assert_eq!(parts_of(&phone).len(), 1);
    parts.collect(hours_later(now, 24 * 14 + 1));
    assert!(parts_of(&phone).is_empty());
    parts.collect(today());
}

#[test]
fn metadata_leaves_no_part() {
    let repository = repository();
    let phone = Phone::new(&repository.root());
    for path in ["metadata/timestamp.json", "metadata/1.snapshot.json", "metadata/1.facts.json"] {
        drop(phone.sync(&Server::with(&repository, path, Fault::Cut(50))));
        assert!(parts_of(&phone).is_empty(), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever stands in the part, the next sync ends with the signed pack, after two requests for it at most.
    #[test]
    fn no_part_whatever_keeps_the_signed_pack_away(part in prop::collection::vec(any::<u8>(), 0..300)) {
        let repository = repository();
        let (phone, path) = cut(&repository, 1);
        std::fs::write(&parts_of(&phone)[0].0, part).unwrap();
        let server = Server::honest(&repository);
        prop_assert_eq!(phone.sync(&server).unwrap().problem, None);
        prop_assert!(offsets(&server, &path).len() <= 2);
        prop_assert_eq!(&phone.packs.packs.lock().unwrap()["text-ar"], &repository.packs()["text-ar"]);
    }
}
