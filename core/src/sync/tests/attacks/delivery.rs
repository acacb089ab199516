//! The way between server and phone: captive portals, cut and wrong answers, redirections.

use super::super::phone::hours_later;
use super::super::repository::{BASE, Fault, Server};
use super::siege::Siege;
use crate::sync::ProblemKind::Offline;
use crate::sync::SessionConfig;

const TIMESTAMP: &str = "metadata/timestamp.json";

fn somewhere_on_the_way(siege: &Siege) -> [String; 4] {
    [
        TIMESTAMP.into(),
        "metadata/2.snapshot.json".into(),
        "metadata/2.text-ar.json".into(),
        siege.repository.path_of("text-ar", ".pack"),
    ]
}

#[test]
fn a_login_page_is_no_network_and_no_forgery() {
    for path in somewhere_on_the_way(&Siege::new()) {
        for page in ["<!DOCTYPE html><title>WiFi</title>", "\u{feff}\n <html>"] {
            let siege = Siege::new();
            let attack = siege.suffers(&path, Fault::Body(page.as_bytes().to_vec()));
            siege.is_withstood(&attack, Offline);
        }
    }
}

#[test]
fn an_answer_cut_short_again_and_again_is_no_network() {
    for path in somewhere_on_the_way(&Siege::new()) {
        let siege = Siege::new();
        let attack = siege.suffers(&path, Fault::Cut(7));
        siege.is_withstood(&attack, Offline);
    }
}

/// Half a file and then the wrong half of it make no file; they make one more request.
#[test]
fn a_wrong_range_is_never_glued_to_what_there_is() {
    for range in ["bytes 0-9/10", "bytes 99-1/2", "items 1-2/3", ""] {
        let siege = Siege::new();
        let path = siege.repository.path_of("text-ar", ".pack");
        let server = Server::with(&siege.repository, &path, Fault::Range(range));
        let attack = siege.phone.sync(&server);
        siege.is_withstood(&attack, Offline);
        let asked = server.paths().into_iter().filter(|asked| *asked == path).count();
        assert_eq!(asked, 3, "{range}");
    }
}

#[test]
fn a_server_in_trouble_or_one_that_sends_elsewhere_is_no_network() {
    for path in somewhere_on_the_way(&Siege::new()) {
        for status in [301, 302, 307, 404, 429, 500, 503] {
            let siege = Siege::new();
            let attack = siege.suffers(&path, Fault::Status(status));
            siege.is_withstood(&attack, Offline);
        }
    }
}

/// 429 and 503 name the moment; the phone says so without asking, and the moment is a day away at most.
#[test]
fn a_server_that_asks_to_be_left_alone_is_left_alone_for_a_day_at_most() {
    for (status, words, hours) in
        [(429, "3600", 1), (503, "Mon, 23 Nov 2026 11:00:00 GMT", 2), (503, "9999999", 24)]
    {
        let mut siege = Siege::new();
        let attack = siege.suffers(TIMESTAMP, Fault::Busy(status, words));
        siege.holds(&attack, Offline);
        let asked_at = siege.phone.now;
        for later in [0, hours - 1] {
            siege.phone.now = hours_later(asked_at, later);
            let server = Server::honest(&siege.repository);
            let waits = siege.phone.sync(&server);
            siege.holds(&waits, Offline);
            assert!(server.paths().is_empty());
        }
        // Another address of the same release may be asked.
        let elsewhere = SessionConfig { base_url: format!("{BASE}/"), ..siege.phone.config() };
        assert!(siege.phone.session(elsewhere).unwrap().next().is_ok());
        siege.phone.now = hours_later(asked_at, hours);
        siege.recovers();
    }
}

#[test]
fn an_answer_in_other_words_asks_for_nothing() {
    for (status, words) in [(500, "3600"), (503, "never"), (429, "0"), (404, "3600")] {
        let siege = Siege::new();
        let attack = siege.suffers(TIMESTAMP, Fault::Busy(status, words));
        siege.is_withstood(&attack, Offline);
    }
}

/// The clock was ahead when the server asked.
#[test]
fn a_wish_further_ahead_than_a_day_is_forgotten() {
    let mut siege = Siege::new();
    let attack = siege.suffers(TIMESTAMP, Fault::Busy(503, "3600"));
    siege.holds(&attack, Offline);
    siege.phone.now = hours_later(siege.phone.now, -24);
    siege.recovers();
}

#[test]
fn a_line_that_breaks_anywhere_loses_nothing() {
    for path in somewhere_on_the_way(&Siege::new()) {
        let siege = Siege::new();
        let attack = siege.suffers(&path, Fault::NoConnection);
        siege.is_withstood(&attack, Offline);
    }
}
