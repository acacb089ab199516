//! Bytes that come from outside, given to the functions that meet them first. Each target may panic for one reason alone: a
//! promise was broken.
//!
//! `cargo xtask fuzz` lets libFuzzer invent the bytes; `tests/corpus.rs` replays everything that stands in `corpus/`. What a
//! long run finds goes there, and so into every later test.

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use cittadini_core::content::{ContentStore, markup};
use cittadini_core::dates::{Calendar, days_of, parse_date};
use cittadini_core::model::{Catalog, Deadline, Record, Tree};
use cittadini_core::pack::{VerifiedPack, apply_patch, decompress, parse, sha256_hex};
use cittadini_core::ports::{Request, Transport as _};
use cittadini_core::search::{self, Fields, Finder, Memory, Page, Pages, Writer};
use cittadini_core::sync::{Archive, Arrival, PackStore as _, RELEASE_URL, is_development, prove};
use cittadini_core::territories::{Invitation, List, is_plain_name};
use cittadini_core::triage::{End, TriageAnswer, longest_way, replies, walk};
use jiff::Timestamp;
use rusqlite::Connection;

/// A name, and what is done.
pub type Target = (&'static str, fn(&[u8]));

/// All targets. Each has a folder in `corpus/` and a program in `libfuzzer/`.
pub const TARGETS: [Target; 12] = [
    ("pack", pack),
    ("patch", patch),
    ("records", records),
    ("release_file", release_file),
    ("catalog", catalog),
    ("root", root),
    ("qr", qr),
    ("territories", territories),
    ("markup", markup_of),
    ("tree", tree),
    ("deadline", deadline),
    ("search", search),
];

/// What the target `patch` patches.
const BASE: &[u8] = include_bytes!("../corpus/records/facts");

/// The root under which the release files of the corpus are taken in.
const ROOT: &[u8] = include_bytes!("../corpus/root/root");

/// More than any input unpacks to by right.
const LENGTH: u64 = 64 * 1024;

/// The bytes of a full pack as they come over the wire.
pub fn pack(wire: &[u8]) {
    for length in [1_000, LENGTH] {
        if let Ok(raw) = decompress("x.pack", wire, length) {
            assert_eq!(raw.len() as u64, length, "more or less than was announced");
        }
    }
}

/// The bytes of a patch.
pub fn patch(wire: &[u8]) {
    for length in [BASE.len() as u64, LENGTH] {
        if let Ok(raw) = apply_patch("x.patch", BASE, wire, length) {
            assert_eq!(raw.len() as u64, length, "more or less than was announced");
        }
    }
}

/// The canonical bytes of a pack: whatever somebody signed is split, and what can be split can be kept and had back.
pub fn records(raw: &[u8]) {
    let Ok((header, records)) = parse(raw) else { return };
    assert!(records.is_sorted_by(|one, next| one.id < next.id), "ids out of order");
    for record in &records {
        // What is unknown or wrong is an error of its own.
        let _ = serde_json::from_str::<Record>(record.line(raw));
    }
    let hash = sha256_hex(raw);
    let Ok(pack) = VerifiedPack::verify_known(raw.to_vec(), &header.pack, header.seq, &hash) else {
        return;
    };
    kept(&pack);
}

/// A pack that is written, and read back from the rows, is the same pack: it is the base of the next patch.
fn kept(pack: &VerifiedPack) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let Ok(store) = ContentStore::open(folder.path(), &[]) else { return };
    let arrival =
        Arrival { release: 1, made: Timestamp::UNIX_EPOCH, arrived: Timestamp::UNIX_EPOCH };
    if store.apply(pack, 0, &arrival).is_ok()
        && let Ok(Some(raw)) = store.raw(&pack.header().pack)
    {
        assert!(raw == pack.raw(), "other bytes came back than were kept");
    }
}

/// A release in one file, from a messenger or a stick: read, and taken in.
pub fn release_file(tar: &[u8]) {
    let Ok(archive) = Archive::new(Cursor::new(tar)) else { return };
    for path in ["metadata/timestamp.json", "metadata/1.root.json", "targets/x"] {
        for offset in [0, 7, u64::MAX] {
            let cap = 100;
            let answer =
                archive.get(&Request { url: format!("{RELEASE_URL}/{path}"), offset, cap });
            if let Ok(answer) = answer {
                assert!(answer.body.len() <= 100, "more than the cap");
            }
        }
    }
    let now = Timestamp::UNIX_EPOCH;
    if let Ok(report) = prove(&archive, ROOT, now, &AtomicBool::new(false)) {
        assert!(report.release > 0, "a release without a snapshot");
        // Nobody but the holders of the keys can have signed more than the seed and the phone's file hold.
        assert!(report.applied.len() <= 4, "a pack that nobody signed");
    }
}

/// The catalogue of a territory.
pub fn catalog(bytes: &[u8]) {
    if let Ok(catalog) = serde_json::from_slice::<Catalog>(bytes) {
        let written = serde_json::to_vec(&catalog).unwrap_or_default();
        assert!(serde_json::from_slice::<Catalog>(&written).is_ok(), "cannot be read back");
    }
}

/// A root: from the app, a server or a file.
pub fn root(bytes: &[u8]) {
    let _ = is_development(bytes);
}

/// The text of a QR code. What is read of it is plain, and says the same when it is written again.
pub fn qr(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(read) = Invitation::parse(text) else { return };
    assert!(is_plain_name(&read.name), "a name with other letters");
    assert!(read.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "an id");
    assert!(read.host.is_ascii() && !read.host.contains(['/', '@', '?', '#']), "a host");
    assert!(read.repository.starts_with("http"), "an address");
    let again = Invitation::parse(&read.link());
    assert!(again.is_ok_and(|again| again == read), "it says something else when written again");
}

/// The list of territories in an app.
pub fn territories(bytes: &[u8]) {
    if let Ok(list) = List::parse(bytes) {
        let written = list.to_bytes().unwrap_or_default();
        assert!(List::parse(&written).is_ok_and(|again| again == list), "cannot be read back");
    }
}

/// A sentence as an editor marks it up.
pub fn markup_of(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = markup::parse(text);
    }
}

/// A question tree as a release brings it, on the first line, and answers as a screen hands them in: `question=value`, a line
/// each. Whatever both are, the walk ends, and nothing is asked twice.
pub fn tree(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut lines = text.lines();
    let Ok(tree) = serde_json::from_str::<Tree>(lines.next().unwrap_or_default()) else { return };
    let answers: Vec<TriageAnswer> = lines
        .filter_map(|line| line.split_once('='))
        .map(|(question, value)| TriageAnswer { question: question.into(), value: value.into() })
        .collect();
    let Some(today) = parse_date("2026-11-23") else { return };
    let _ = longest_way(&tree, &tree.start);
    let Ok(replies) = replies(&tree, &answers, today) else { return };
    let walked = walk(&tree, &replies, today);
    assert!(walked.asked.len() <= tree.nodes.len(), "a question was asked twice");
    if let End::Question(id) | End::Outcome(id) = walked.end {
        assert!(tree.nodes.contains_key(id), "it ends where the tree has nothing");
    }
}

/// A term as a release brings it, on the first line, and the day that a reader types below it.
pub fn deadline(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut lines = text.lines();
    let Ok(deadline) = serde_json::from_str::<Deadline>(lines.next().unwrap_or_default()) else {
        return;
    };
    let Some(day) = lines.next().and_then(parse_date) else { return };
    if let Ok(days) = days_of(&Calendar::national(), &deadline, day) {
        let main = days.due.or(days.not_before);
        assert!(main.is_some_and(|day| (1900..=2199).contains(&day.year())), "a day out of range");
    }
}

/// Pages of an index, a line each.
struct Lines<'t>(Vec<&'t str>);

impl Lines<'_> {
    fn fields(&self, row: i64) -> Option<Fields> {
        let line = self.0.get(usize::try_from(row).ok()?)?;
        let (title, body) = line.split_once('\t').unwrap_or((line, ""));
        Some(Fields { title: title.into(), aliases: String::new(), body: body.into() })
    }
}

impl Pages for Lines<'_> {
    fn page(&self, _language: &str, row: i64) -> cittadini_core::Result<Option<Page>> {
        Ok(self.fields(row).map(|fields| Page { id: row.to_string(), fields, weight: 1.0 }))
    }
}

/// What somebody types, on the first line, and pages below it. Whatever both are, nothing is an error; what is marked in a page are
/// whole letters, in order; and a page that went is not found any more.
pub fn search(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n');
    let typed = lines.next().unwrap_or_default();
    let pages = Lines(lines.take(20).collect());
    let languages = ["it", "ar", "uk", "zh-Hans"].map(str::to_owned);
    let Ok(database) = Connection::open_in_memory() else { return };
    assert!(database.execute_batch(search::TABLES).is_ok());
    let rows = || (0..).map_while(|row| Some((row, pages.fields(row)?)));
    let mut writer = Writer::new(&database);
    for language in &languages {
        for (row, fields) in rows() {
            assert!(writer.add(language, row, &fields).is_ok(), "a page that cannot be taken in");
        }
    }
    assert!(writer.finish().is_ok());
    let memory = Memory::default();
    let finder = Finder::new(&database, &memory);
    let answer = finder.find(typed, &languages, &pages, 10);
    assert!(answer.is_ok(), "a query that is an error");
    let Ok(answer) = answer else { return };
    for marker in &answer.markers {
        for page in answer.found.iter().map(|found| &found.page.fields) {
            let mut end = 0;
            for mark in marker.marks(&page.body) {
                assert!(
                    mark.at.start >= end && page.body.get(mark.at.clone()).is_some(),
                    "marks out of order"
                );
                end = mark.at.end;
            }
        }
    }
    let mut writer = Writer::new(&database);
    for language in &languages {
        for (row, fields) in rows() {
            assert!(writer.remove(language, row, &fields).is_ok());
        }
    }
    assert!(writer.finish().is_ok());
    let left = finder.find(typed, &languages, &pages, 10);
    assert!(left.is_ok_and(|left| left.found.is_empty()), "a page that went is found");
}
