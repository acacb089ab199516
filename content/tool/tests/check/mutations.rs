//! Whatever happens to a file of the real content, the check ends with errors or without, and each error has its place.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cittadini::check::check;
use cittadini::finding::Finding;
use cittadini::source::load::load;
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::Index;

use super::desk::{Desk, TODAY};

/// Something that happens to a file.
#[derive(Debug, Clone)]
enum Mutation {
    FlipByte(Index, u8),
    Truncate(Index),
    DropLine(Index),
    RepeatLine(Index),
    SwapLines(Index, Index),
    /// Moves a line in or out by so many blanks.
    Indent(Index, i8),
    /// Puts an odd value after a key.
    Value(Index, usize),
    /// Puts an odd text somewhere.
    Insert(Index, usize),
}

/// What may stand in a file and should not, or only elsewhere.
const ODD: [&str; 34] = [
    "",
    "unknown",
    "true",
    "null",
    "~",
    "[]",
    "{}",
    "-1",
    "0",
    "99999999999999999999",
    "2026-02-30",
    "0000-00-00",
    "9999-12-31",
    "-9999-01-01",
    "1.0.0",
    "16,00",
    "99999999999999999.99",
    "999999999999 years",
    "0 days",
    "{eq: [a, b]}",
    "{all: []}",
    "{not: {not: {not: {}}}}",
    "[[term:",
    "{fee:}",
    "**",
    "\"",
    "'",
    "|",
    ">",
    "&a",
    "*a",
    "!x",
    "\u{202e}٣٠ يوما\u{0}",
    "七十一个月 €١٦٫٠٠ 800.290.290 2026年13月40日",
];

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Mutation::FlipByte(at, byte)),
        at().prop_map(Mutation::Truncate),
        at().prop_map(Mutation::DropLine),
        at().prop_map(Mutation::RepeatLine),
        (at(), at()).prop_map(|(one, other)| Mutation::SwapLines(one, other)),
        (at(), -4..5i8).prop_map(|(at, by)| Mutation::Indent(at, by)),
        (at(), 0..ODD.len()).prop_map(|(at, odd)| Mutation::Value(at, odd)),
        (at(), 0..ODD.len()).prop_map(|(at, odd)| Mutation::Insert(at, odd)),
    ]
}

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    if bytes.is_empty() {
        return;
    }
    let mut lines = lines(bytes);
    match mutation {
        Mutation::FlipByte(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
            return;
        }
        Mutation::Truncate(at) => return bytes.truncate(at.index(bytes.len())),
        Mutation::Insert(at, odd) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, ODD[*odd].bytes());
            return;
        }
        Mutation::DropLine(at) => drop(lines.remove(at.index(lines.len()))),
        Mutation::RepeatLine(at) => {
            let at = at.index(lines.len());
            lines.insert(at, lines[at].clone());
        }
        Mutation::SwapLines(one, other) => {
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            lines.swap(one, other);
        }
        Mutation::Indent(at, by) => {
            let line = at.get_mut(&mut lines);
            match usize::try_from(*by) {
                Ok(more) => drop(line.splice(0..0, std::iter::repeat_n(b' ', more))),
                Err(_) => {
                    let blanks = line.iter().take_while(|byte| **byte == b' ').count();
                    line.drain(..blanks.min(usize::from(by.unsigned_abs())));
                }
            }
        }
        Mutation::Value(at, odd) => {
            let line = at.get_mut(&mut lines);
            if let Some(colon) = line.iter().position(|byte| *byte == b':') {
                line.truncate(colon + 1);
                line.extend(format!(" {}\n", ODD[*odd]).bytes());
            }
        }
    }
    *bytes = lines.concat();
}

/// A copy of the real content that is put back into order after each case, and its files as they are written.
struct Original {
    desk: Desk,
    files: Vec<(String, Vec<u8>)>,
}

static ORIGINAL: LazyLock<Original> = LazyLock::new(|| {
    let desk = Desk::real();
    let mut names = Vec::new();
    below(&desk.content(), &desk.content(), &mut names);
    // In an order that does not depend on the file system.
    names.sort();
    let read = |name: String| {
        let bytes = fs::read(desk.path(&name)).unwrap();
        (name, bytes)
    };
    let files = names.into_iter().map(read).collect();
    Original { desk, files }
});

/// The findings after some files were changed, and the first of them that shows no place.
fn after(mutations: &[(Index, Mutation)]) -> (Vec<Finding>, Option<Finding>) {
    let Original { desk, files } = &*ORIGINAL;
    for (which, mutation) in mutations {
        let (name, _) = which.get(files);
        let mut bytes = fs::read(desk.path(name)).unwrap();
        mutate(&mut bytes, mutation);
        desk.write(name, bytes);
    }
    let found = findings(desk);
    let lost = found.iter().find(|finding| !has_a_place(desk, finding)).cloned();
    for (which, _) in mutations {
        let (name, bytes) = which.get(files);
        desk.write(name, bytes);
    }
    (found, lost)
}

fn below(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        match path.is_dir() {
            true => below(root, &path, files),
            false => files.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned()),
        }
    }
}

fn findings(desk: &Desk) -> Vec<Finding> {
    let today: Date = TODAY.parse().unwrap();
    // That there is no territory left to load is a sentence, too.
    load(&desk.content(), None).map(|content| check(&content, today)).unwrap_or_default()
}

/// Whether a finding shows a line that is in its file. What is about a file or folder as a whole, or about one that is
/// missing, shows the first.
fn has_a_place(desk: &Desk, finding: &Finding) -> bool {
    let path: PathBuf = desk.path(&finding.file);
    let text = fs::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    match text {
        Ok(text) => {
            // A text that breaks off is missed on the line after the last.
            let last = text.split('\n').count().max(1);
            finding.line >= 1 && finding.line <= last && finding.column >= 1
        }
        Err(_) => (finding.line, finding.column) == (1, 1),
    }
}

/// As many as a run of all tests can wait for; `PROPTEST_CASES` asks for more.
fn cases() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var("PROPTEST_CASES").is_err() {
        config.cases = 24;
    }
    // A case names lines of content that changes every day: kept for later, it would mean something else.
    ProptestConfig { max_shrink_iters: 40, failure_persistence: None, ..config }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_mutation_of_the_real_content_ends_in_findings_with_a_place(
        mutations in prop::collection::vec((any::<Index>(), mutation()), 1..40),
    ) {
        let (found, lost) = after(&mutations);
        prop_assert_eq!(lost, None);
        for finding in found {
            prop_assert!(!finding.message_it.is_empty() && !finding.fix_en.is_empty());
        }
    }
}
