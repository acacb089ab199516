//! The main attacks again, over a socket: the real publisher, the real transport, the real core. After each the
//! error is the right one, the old content is read, and the next honest sync brings the new one.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cittadini_core::Core;
use cittadini_core::sync::{ProblemKind, SyncReport};
use cittadini_core::{
    ApiError,
    sync::ProblemKind::{Offline, Untrusted},
};
use cittadini_tests::hostile::{Asked, Hostile, whole};
use cittadini_tests::{Phone, Workshop, day, sync};

/// A phone with the first release, in front of a server that has the second: a fee has changed.
struct Siege {
    workshop: Workshop,
    server: Hostile,
    core: Core,
}

const OLD: u64 = 1_600;
const NEW: u64 = 1_800;

impl Siege {
    fn new() -> Self {
        let workshop = Workshop::invented();
        workshop.publish(day(0));
        let server = Hostile::serve(&workshop.repository());
        let core = Phone::new(&workshop, &server.url()).open(day(0));
        assert_eq!(sync(&core).unwrap().problem, None);
        workshop.edit("facts/fees/f-bollo-di-prova.yaml", "16.00", "18.00");
        workshop.publish(day(1));
        server.was_asked();
        Self { workshop, server, core }
    }

    fn fee(&self) -> Option<u64> {
        self.core.procedure("permesso-di-prova").unwrap().steps[1].fees[0].cents
    }

    /// Whatever is asked for at such a path is answered like this.
    fn answers(
        &self,
        at: &'static str,
        answer: impl Fn(&Asked) -> Vec<u8> + Send + Sync + 'static,
    ) {
        self.server.does(move |asked| asked.path.contains(at).then(|| answer(asked)));
    }

    fn withstands(&self, expected: ProblemKind) {
        let attack = sync(&self.core);
        assert_eq!(kind(&attack), Some(expected), "{attack:?}");
        assert_eq!(self.fee(), Some(OLD));
        self.server.repents();
        assert_eq!(sync(&self.core).unwrap().problem, None);
        assert_eq!(self.fee(), Some(NEW));
    }
}

fn kind(result: &Result<SyncReport, ApiError>) -> Option<ProblemKind> {
    match result {
        Ok(report) => report.problem.as_ref().map(|problem| problem.kind),
        Err(ApiError::Offline { .. }) => Some(Offline),
        Err(ApiError::Untrusted { .. }) => Some(Untrusted),
        Err(_) => None,
    }
}

/// Where on the way something may happen; the patch has a way out, so it goes together with its pack.
const ON_THE_WAY: [&str; 4] = ["timestamp.json", "snapshot.json", "facts.json", ".facts."];

#[test]
fn an_answer_that_never_ends_costs_its_cap_and_changes_nothing() {
    for at in ON_THE_WAY {
        let siege = Siege::new();
        siege.answers(at, |_| {
            let head = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec();
            [head, vec![b' '; 16 * 1024 * 1024]].concat()
        });
        siege.withstands(Untrusted);
    }
}

/// A small body that says it is squeezed, and unpacks to a gigabyte.
#[test]
fn a_bomb_in_the_encoding_of_an_answer_is_not_unpacked() {
    for at in ON_THE_WAY {
        let siege = Siege::new();
        let squeezed = zstd_of_spaces();
        siege.answers(at, move |_| whole("200 OK", "Content-Encoding: zstd\r\n", &squeezed));
        siege.withstands(Untrusted);
    }
}

fn zstd_of_spaces() -> Vec<u8> {
    std::fs::read(cittadini_tests::project().join("tests/fuzz/corpus/pack/bomb")).unwrap()
}

#[test]
fn a_login_page_in_the_middle_is_no_network() {
    for at in ON_THE_WAY {
        let siege = Siege::new();
        siege.answers(at, |_| {
            whole("200 OK", "Content-Type: text/html\r\n", b"<!DOCTYPE html><title>WiFi</title>")
        });
        siege.withstands(Offline);
    }
}

#[test]
fn another_host_is_never_asked() {
    for at in ON_THE_WAY {
        let siege = Siege::new();
        let elsewhere = Hostile::serve(&siege.workshop.repository());
        let url = elsewhere.url();
        siege.answers(at, move |asked| {
            whole("302 Found", &format!("Location: {url}/{}\r\n", asked.path), b"")
        });
        siege.withstands(Offline);
        assert!(elsewhere.was_asked().is_empty());
    }
}

#[test]
fn a_body_cut_short_every_time_is_no_network() {
    for at in ON_THE_WAY {
        let siege = Siege::new();
        siege.answers(at, |_| {
            b"HTTP/1.1 200 OK\r\nContent-Length: 300\r\nConnection: close\r\n\r\n{\"sig".to_vec()
        });
        siege.withstands(Offline);
    }
}

#[test]
fn the_rest_of_another_file_is_never_glued_to_half_of_this_one() {
    let siege = Siege::new();
    let asked = Arc::new(AtomicUsize::new(0));
    let times = Arc::clone(&asked);
    siege.answers(".facts.", move |_| match times.fetch_add(1, Ordering::SeqCst) {
        0 => {
            b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\nConnection: close\r\n\r\n(\xb5/\xfd".to_vec()
        }
        _ => whole("206 Partial Content", "Content-Range: bytes 9-25/26\r\n", &[7; 17]),
    });
    siege.withstands(Offline);
    assert!(asked.load(Ordering::SeqCst) >= 2);
}

/// Half of the second release and half of the first: each file is rightly signed.
#[test]
fn files_of_two_releases_are_never_mixed() {
    let siege = Siege::new();
    let first = std::fs::read(siege.workshop.repository().join("metadata/1.facts.json")).unwrap();
    siege.answers("2.facts.json", move |_| whole("200 OK", "", &first));
    siege.withstands(Untrusted);
}

#[test]
fn nothing_that_a_server_says_is_ever_said_back_to_it() {
    let siege = Siege::new();
    let repository = siege.workshop.repository();
    siege.server.does(move |asked| {
        let body = std::fs::read(repository.join(&asked.path)).ok()?;
        let recognised = "ETag: \"phone-7\"\r\nLast-Modified: Mon, 23 Nov 2026 07:00:07 GMT\r\n\
                          Set-Cookie: phone=7; Max-Age=99999999\r\n";
        Some(whole("200 OK", recognised, &body))
    });
    for _ in 0..3 {
        assert_eq!(sync(&siege.core).unwrap().problem, None);
    }
    let asked = siege.server.was_asked();
    assert!(asked.len() >= 6, "{} requests", asked.len());
    for Asked { headers, path } in asked {
        let mut names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["accept", "host"], "{path}");
    }
}
