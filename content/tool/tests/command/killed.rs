//! The reader from outside: killed with SIGKILL at any moment of `reader sync`, or cut off from its server. Whatever is left
//! can be read, each pack is the whole one of a release, and the next sync in peace has the newest.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use cittadini::serve::Server;

use crate::desk::{Desk, copy, json};
use crate::proxy::Proxy;

/// At how many moments of a sync the reader is killed, and after how many bytes it is cut off.
const MOMENTS: u32 = 24;

/// The packs of a data folder: how often each has changed, and how many records it has.
type Packs = BTreeMap<String, (u64, u64)>;

/// Two releases, each with a server of its own, and a phone that has the first.
struct Releases {
    desk: Desk,
    first: Server,
    second: Server,
}

impl Releases {
    fn new() -> Self {
        let desk = Desk::new();
        desk.published();
        copy(&desk.path("repository"), &desk.path("first"));
        for (file, old, new) in [
            ("facts/fees/f-breve.yaml", "40.00", "41.00"),
            ("text/it/foglio-blu.yaml", "Chiedilo", "Chiedi il foglio"),
        ] {
            let file = desk.path("content").join(file);
            let text = fs::read_to_string(&file).unwrap();
            assert!(text.contains(old), "{text}");
            fs::write(&file, text.replace(old, new)).unwrap();
        }
        desk.ok("publish --dev --content content --keys keys --to repository");
        let first = Server::start(&desk.path("first"), 0).unwrap();
        let second = Server::start(&desk.path("repository"), 0).unwrap();
        let releases = Self { desk, first, second };
        releases.desk.ok(&Self::sync("calm", &releases.first.url()));
        releases
    }

    fn sync(data: &str, url: &str) -> String {
        format!("reader sync --json --data {data} --repository {url} --root keys/root.json")
    }

    fn packs(&self, data: &str) -> Packs {
        let screen = json(&self.desk.ok(&format!("reader freshness --json --data {data}")));
        let pack = |pack: &serde_json::Value| {
            let name = pack["pack"].as_str().unwrap().to_owned();
            (name, (pack["seq"].as_u64().unwrap(), pack["records"].as_u64().unwrap()))
        };
        screen["packs"].as_array().unwrap().iter().map(pack).collect()
    }

    /// A phone that has the first release, or nothing.
    fn phone(&self, data: &str, has_the_first: bool) {
        let path = self.desk.path(data);
        if path.exists() {
            fs::remove_dir_all(&path).unwrap();
        }
        if has_the_first {
            copy(&self.desk.path("calm"), &path);
        }
    }

    fn kill_after(&self, data: &str, url: &str, delay: Duration) {
        let mut reader = self
            .desk
            .command(&Self::sync(data, url))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(delay);
        reader.kill().unwrap();
        reader.wait().unwrap();
    }
}

/// No pack is of no release, none went back, and no words came before the facts they speak of.
fn is_whole(left: &Packs, before: &Packs, after: &Packs) {
    for (name, state) in left {
        let known = [before.get(name), after.get(name)];
        assert!(known.contains(&Some(state)), "{name} is {state:?}, and should be of {known:?}");
    }
    assert!(before.keys().all(|name| left.contains_key(name)), "{before:?} became {left:?}");
    let has_words = left.keys().any(|name| name.starts_with("text-"));
    assert!(!has_words || left.contains_key("facts"), "words without facts: {left:?}");
}

#[test]
fn a_reader_that_is_killed_at_any_moment_has_whole_packs_and_goes_on() {
    let releases = Releases::new();
    let (first, url) = (releases.packs("calm"), releases.second.url());
    releases.phone("timed", true);
    let start = Instant::now();
    releases.desk.ok(&Releases::sync("timed", &url));
    let whole = start.elapsed();
    let newest = releases.packs("timed");
    assert_ne!(first, newest);
    let mut seen = Vec::new();
    for moment in 0..MOMENTS {
        let has_the_first = moment % 3 != 0;
        releases.phone("phone", has_the_first);
        releases.kill_after("phone", &url, whole * moment / MOMENTS);
        let left = releases.packs("phone");
        let before = if has_the_first { first.clone() } else { Packs::new() };
        is_whole(&left, &before, &newest);
        seen.push(left);
        releases.desk.ok(&Releases::sync("phone", &url));
        assert_eq!(releases.packs("phone"), newest);
        assert_eq!(releases.desk.code("reader procedures --data phone"), Some(0));
    }
    assert!(seen.contains(&first) || seen.contains(&Packs::new()), "no kill came early enough");
}

#[test]
fn a_reader_whose_connection_is_cut_after_any_byte_has_whole_packs_and_goes_on() {
    let releases = Releases::new();
    let first = releases.packs("calm");
    releases.phone("timed", true);
    releases.desk.ok(&Releases::sync("timed", &releases.second.url()));
    let newest = releases.packs("timed");
    let server = &releases.second;
    releases.phone("phone", true);
    server.reset_traffic();
    releases.desk.ok(&Releases::sync("phone", &server.url()));
    let bytes = i64::try_from(server.traffic().bytes_out).unwrap();
    let mut codes = Vec::new();
    for moment in 0..i64::from(MOMENTS) {
        releases.phone("phone", true);
        let line = Proxy::start(&server.url(), i64::MAX, bytes * moment / i64::from(MOMENTS));
        codes.push(releases.desk.code(&Releases::sync("phone", &line.url())));
        is_whole(&releases.packs("phone"), &first, &newest);
        releases.desk.ok(&Releases::sync("phone", &server.url()));
        assert_eq!(releases.packs("phone"), newest);
    }
    assert!(codes.iter().all(|code| *code == Some(3)), "offline, and nothing else: {codes:?}");
}
