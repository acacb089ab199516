#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::io::{Read, Write};
use std::net::TcpStream;

use tempfile::TempDir;

use super::{Server, Traffic};

struct Answer {
    head: String,
    body: Vec<u8>,
    sent: usize,
    received: usize,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

fn ask(server: &Server, method: &str, path: &str, extra: &str) -> Answer {
    let mut stream = TcpStream::connect(server.address).unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{extra}\r\n",
        server.address
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    let end = all.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
    Answer {
        head: String::from_utf8(all[..end].to_vec()).unwrap(),
        body: all[end..].to_vec(),
        sent: request.len(),
        received: all.len(),
    }
}

fn get(server: &Server, path: &str) -> Answer {
    ask(server, "GET", path, "")
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("metadata")).unwrap();
    std::fs::create_dir_all(folder.path().join("targets")).unwrap();
    std::fs::write(folder.path().join("metadata/timestamp.json"), vec![b'x'; 450]).unwrap();
    std::fs::write(folder.path().join("metadata/1.root.json"), "root").unwrap();
    std::fs::write(folder.path().join("targets/abc.facts.pack"), "0123456789").unwrap();
    std::fs::write(folder.path().join("targets/.tmp-1"), "half").unwrap();
    folder
}

#[test]
fn whole_poll_costs_less_than_a_kilobyte_in_both_directions() {
    let folder = folder();
    let server = Server::start(folder.path(), 0).unwrap();
    let answer = get(&server, "/metadata/timestamp.json");
    assert_eq!(answer.status(), "200");
    assert!(answer.sent + answer.received < 1024, "{} + {}", answer.sent, answer.received);
    let traffic =
        Traffic { requests: 1, bytes_in: answer.sent as u64, bytes_out: answer.received as u64 };
    assert_eq!(server.traffic(), traffic);
    server.reset_traffic();
    assert_eq!(server.traffic(), Traffic::default());
}

#[test]
fn caches_keep_a_timestamp_a_minute_and_the_rest_for_ever() {
    let folder = folder();
    let server = Server::start(folder.path(), 0).unwrap();
    let timestamp = get(&server, "/metadata/timestamp.json");
    assert_eq!(timestamp.header("cache-control"), Some("public, max-age=60, stale-if-error=86400"));
    for path in ["/metadata/1.root.json", "/targets/abc.facts.pack"] {
        let answer = get(&server, path);
        assert_eq!(
            answer.header("cache-control"),
            Some("public, max-age=31536000, immutable, no-transform")
        );
        assert_eq!(answer.header("accept-ranges"), Some("bytes"));
        assert_eq!(answer.header("content-encoding"), None);
        assert_eq!(answer.header("etag"), None);
        assert_eq!(answer.header("server"), None);
    }
}

#[test]
fn missing_file_is_a_small_answer_that_caches_forget_within_a_minute() {
    let folder = folder();
    let server = Server::start(folder.path(), 0).unwrap();
    let answer = get(&server, "/metadata/2.root.json");
    assert_eq!((answer.status(), answer.header("cache-control")), ("404", Some("max-age=60")));
    assert!(answer.received < 160, "{}", answer.received);
}

#[test]
fn nothing_outside_the_folder_and_nothing_hidden_is_served() {
    let folder = folder();
    std::fs::write(folder.path().join("secret"), "secret").unwrap();
    let metadata = folder.path().join("metadata");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join("secret"), metadata.join("link")).unwrap();
    let server = Server::start(&metadata, 0).unwrap();
    for path in [
        "/",
        "/../secret",
        "/%2e%2e/secret",
        "/x/../../secret",
        "//secret",
        "/link",
        "/./timestamp.json",
        "/timestamp.json/",
    ] {
        assert_eq!(get(&server, path).status(), "404", "{path}");
    }
    let server = Server::start(folder.path(), 0).unwrap();
    assert_eq!(get(&server, "/targets/.tmp-1").status(), "404");
    assert_eq!(get(&server, "/targets").status(), "404");
}

#[test]
fn download_goes_on_where_it_stopped() {
    let folder = folder();
    let server = Server::start(folder.path(), 0).unwrap();
    for (range, part, content_range) in [
        ("bytes=4-", "456789", "bytes 4-9/10"),
        ("bytes=2-3", "23", "bytes 2-3/10"),
        ("bytes=8-99", "89", "bytes 8-9/10"),
        ("bytes=-3", "789", "bytes 7-9/10"),
    ] {
        let answer = ask(&server, "GET", "/targets/abc.facts.pack", &format!("Range: {range}\r\n"));
        assert_eq!(answer.status(), "206", "{range}");
        assert_eq!(answer.body, part.as_bytes(), "{range}");
        assert_eq!(answer.header("content-range"), Some(content_range));
        assert_eq!(answer.header("content-length"), Some(part.len().to_string().as_str()));
    }
}

#[test]
fn range_beyond_the_end_is_refused_and_a_strange_one_ignored() {
    let folder = folder();
    let server = Server::start(folder.path(), 0).unwrap();
    let beyond = ask(&server, "GET", "/targets/abc.facts.pack", "Range: bytes=10-\r\n");
    assert_eq!((beyond.status(), beyond.header("content-range")), ("416", Some("bytes */10")));
    for range in ["bytes=1-2,4-5", "lines=1-2", "bytes=5-2", "bytes=-", "bytes=a-"] {
        let answer = ask(&server, "GET", "/targets/abc.facts.pack", &format!("Range: {range}\r\n"));
        assert_eq!((answer.status(), answer.body.len()), ("200", 10), "{range}");
    }
}

#[test]
fn head_tells_the_size_and_sends_no_body() {
    let folder = folder();
    let server = Server::start(folder.path(), 0).unwrap();
    let answer = ask(&server, "HEAD", "/targets/abc.facts.pack", "");
    assert_eq!((answer.status(), answer.header("content-length")), ("200", Some("10")));
    assert!(answer.body.is_empty());
    assert_eq!(ask(&server, "POST", "/targets/abc.facts.pack", "").status(), "405");
}

#[test]
fn new_release_is_seen_at_once() {
    let folder = folder();
    let server = Server::start(folder.path(), 0).unwrap();
    get(&server, "/metadata/timestamp.json");
    std::fs::write(folder.path().join("metadata/timestamp.json"), "new").unwrap();
    assert_eq!(get(&server, "/metadata/timestamp.json").body, b"new");
}

#[test]
fn stopped_server_gives_its_port_back() {
    let folder = folder();
    let server = Server::start(folder.path(), 0).unwrap();
    let address = server.address;
    let idle = TcpStream::connect(address).unwrap();
    server.stop();
    assert!(TcpStream::connect(address).is_err());
    drop(idle);
    Server::start(folder.path(), address.port()).unwrap();
}

#[test]
fn a_page_beside_the_release_has_types_and_is_asked_for_anew() {
    let folder = folder();
    std::fs::create_dir_all(folder.path().join("web")).unwrap();
    std::fs::write(folder.path().join("web/page.js"), "1").unwrap();
    std::fs::write(folder.path().join("web/core.wasm"), "2").unwrap();
    let server = Server::start(folder.path(), 0).unwrap();

    let script = get(&server, "/web/page.js");
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(script.header("cache-control"), Some("no-cache"));
    let module = get(&server, "/web/core.wasm");
    assert_eq!(module.header("content-type"), Some("application/wasm"));
    assert_eq!(get(&server, "/metadata/1.root.json").header("content-type"), None);
}
