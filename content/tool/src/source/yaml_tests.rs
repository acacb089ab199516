#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;

use super::*;

fn rule(source: &str) -> &'static str {
    parse(source.as_bytes()).unwrap_err().problem.rule
}

#[test]
fn values_keep_their_text_and_their_place() {
    let root = parse(b"a: no\nb:\n  - 1.10\n  - \"2\"\n").unwrap();
    assert_eq!(root.get("a").unwrap().text(), Some("no"));
    let list = root.get("b").unwrap().list();
    let first = list.first().unwrap();
    assert_eq!((first.text(), first.line, first.column), (Some("1.10"), 3, 5));
    let second = list.get(1).unwrap();
    assert_eq!(second.value, Value::Scalar { text: "2".into(), plain: false });
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let plain = parse("a: è\nb: [x, y]\n".as_bytes()).unwrap();
    assert_eq!(parse("\u{feff}a: è\r\nb: [x, y]\r\n".as_bytes()).unwrap(), plain);
}

#[test]
fn what_surprises_is_refused_with_a_reason() {
    assert_eq!(rule("a: &x 1\nb: *x\n"), "anchor-or-alias");
    assert_eq!(rule("a: **forte** testo\n"), "anchor-or-alias");
    assert_eq!(rule("a: !!int 1\n"), "tag");
    assert_eq!(rule("a: 1\na: 2\n"), "duplicate-key");
    assert_eq!(rule("a: 1\n---\nb: 2\n"), "several-documents");
    assert_eq!(rule("{a: 1}: 2\n"), "key-not-text");
    assert_eq!(rule(""), "empty-file");
    assert_eq!(rule("# solo un commento\n"), "empty-file");
    assert_eq!(rule(&"[".repeat(40)), "too-deep");
    assert_eq!(rule("a: uno: due\n"), "not-yaml");
    assert_eq!(rule(&"[".repeat(100_000)), "too-deep");
}

#[test]
fn what_is_missing_is_shown_on_the_line_that_lacks_it() {
    let root = parse(b"a:\nb: 1\nc:\n").unwrap();
    let places = ["a", "c"].map(|key| root.get(key).map(|node| (node.line, node.column)).unwrap());
    assert_eq!(places, [(1, 1), (3, 1)]);
    let broken = parse(b"a: 1\nb: [x,").unwrap_err();
    assert_eq!((broken.line, broken.column), (2, 7));
}

#[test]
fn a_tab_that_indents_is_shown_where_it_stands() {
    for (source, place) in [
        ("a:\n\tb: 1\n", (2, 1)),
        ("\ttitle: \"uno\"\nshort: \"due\"\n", (1, 1)),
        ("a:\n  b: 1\n  \tc: 2\n", (3, 3)),
    ] {
        let error = parse(source.as_bytes()).unwrap_err();
        assert_eq!((error.problem.rule, (error.line, error.column)), ("tab", place), "{source}");
    }
}

#[test]
fn what_windows_calls_unicode_is_refused_with_and_without_its_mark() {
    for mark in [&b""[..], &b"\xff\xfe"[..]] {
        let letters = "a: 1".encode_utf16().flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> = mark.iter().copied().chain(letters).collect();
        assert_eq!(parse(&bytes).unwrap_err().problem.rule, "not-utf8");
    }
}

#[test]
fn a_latin_1_file_is_refused_at_its_first_strange_character() {
    let error = parse(b"a: 1\nb: perch\xe9\n").unwrap_err();
    assert_eq!((error.problem.rule, error.line, error.column), ("not-utf8", 2, 9));
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    assert_eq!(parse(&vec![b'a'; MAX_BYTES + 1]).unwrap_err().problem.rule, "file-too-large");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse(&bytes);
    }

    #[test]
    fn no_yaml_like_text_panics(
        text in r#"([a-z]{1,3}|: |- |\n|  |\t|\{|\}|\[|\]|,|"|'|#|&|\*|!|\||>|---|\.\.\.|%|\?|é|\r\n){0,60}"#
    ) {
        if let Err(placed) = parse(text.as_bytes()) {
            prop_assert!(placed.line >= 1 && placed.column >= 1);
        }
    }
}
