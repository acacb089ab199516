//! The way between server and phone: captive portals, cut and wrong answers, redirections.

use super::super::repository::{Fault, Server};
use super::siege::Siege;
use crate::sync::ProblemKind::Offline;

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

#[test]
fn a_line_that_breaks_anywhere_loses_nothing() {
    for path in somewhere_on_the_way(&Siege::new()) {
        let siege = Siege::new();
        let attack = siege.suffers(&path, Fault::NoConnection);
        siege.is_withstood(&attack, Offline);
    }
}
