//! Files that are not what they should be: a sentence each, never a panic, never a wait.

use super::desk::Desk;

const FEE: &str = "facts/fees/f-breve.yaml";

/// What the command says of a file with this content.
fn said_of(bytes: &[u8]) -> Vec<(usize, usize, String)> {
    let desk = Desk::invented();
    desk.write(FEE, bytes);
    let said = desk.check("en");
    assert_eq!(said.code, Some(1), "{}", said.text);
    said.rules(FEE)
        .into_iter()
        .map(|(line, column, rule)| (line, column, rule.to_owned()))
        .collect()
}

fn one(bytes: &[u8]) -> (usize, usize, String) {
    let said = said_of(bytes);
    assert_eq!(said.len(), 1, "{said:?}");
    said.into_iter().next().unwrap()
}

fn place(line: usize, column: usize, rule: &str) -> (usize, usize, String) {
    (line, column, rule.to_owned())
}

#[test]
fn a_file_in_another_encoding_is_refused_at_its_first_strange_character() {
    assert_eq!(one(b"fee_kind: card\npayee: \"Citt\xe0\"\n"), place(2, 13, "not-utf8"));
    let utf16: Vec<u8> = "fee_kind: card\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(one(&utf16), place(1, 1, "not-utf8"));
    assert_eq!(one(&[&[0xff, 0xfe][..], &utf16].concat()), place(1, 1, "not-utf8"));
}

#[test]
fn tabs_are_refused_where_they_stand() {
    assert_eq!(one(b"fee_kind: card\namounts:\n\t- {amount: 3.00}\n"), place(3, 1, "tab"));
    assert_eq!(one(b"\tfee_kind: card\namounts: []\n"), place(1, 1, "tab"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_neither_content_nor_places() {
    let desk = Desk::invented();
    let text = desk.read(FEE);
    let before = desk.check("en");
    desk.write(FEE, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let after = desk.check("en");
    assert_eq!((after.code, &after.named), (before.code, &before.named));

    let wrong = text.replace("fee_kind:", "fee_kid:");
    let line = wrong.lines().position(|line| line.starts_with("fee_kid")).unwrap() + 1;
    desk.write(FEE, format!("\u{feff}{}", wrong.replace('\n', "\r\n")));
    assert!(desk.check("en").rules(FEE).contains(&(line, 1, "unknown-field")));
}

#[test]
fn a_huge_file_is_refused_unread() {
    let ten_megabytes = "- aaaaaaaaaaaaa\n".repeat(655_360);
    assert_eq!(one(ten_megabytes.as_bytes()), place(1, 1, "file-too-large"));
}

#[test]
fn deep_nesting_and_a_bomb_of_aliases_are_refused() {
    assert_eq!(one("[".repeat(100_000).as_bytes()).2, "too-deep");
    assert_eq!(one(format!("a: {}", "{b: ".repeat(60)).as_bytes()).2, "too-deep");
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..30 {
        let before = n - 1;
        bomb.push_str(&format!("a{n}: &a{n} [{}]\n", format!("*a{before}, ").repeat(9)));
    }
    assert_eq!(one(bomb.as_bytes()), place(1, 5, "anchor-or-alias"));
}

#[test]
fn an_empty_file_and_one_without_fields_are_refused() {
    assert_eq!(one(b""), place(1, 1, "empty-file"));
    assert_eq!(one(b"# nothing yet\n"), place(1, 1, "empty-file"));
    assert_eq!(one(b"hello\n"), place(1, 1, "not-fields"));
    assert_eq!(one(b"- a\n- b\n"), place(1, 1, "not-fields"));
    assert_eq!(one(b"\0\0\0\0").2, "not-yaml");
}

#[test]
fn many_fields_and_long_values_are_told_apart_from_a_hang() {
    let fields: String = (0..15_000).map(|n| format!("k{n}: a\n")).collect();
    assert!(said_of(fields.as_bytes()).len() > 15_000);
    let long = format!("fee_kind: {}\n", "a".repeat(200_000));
    assert!(said_of(long.as_bytes()).contains(&place(1, 11, "not-allowed")));
}

#[test]
fn a_name_that_is_no_id_is_refused_and_said_once() {
    let desk = Desk::invented();
    let fee = desk.read(FEE);
    let names = ["f breve copia", "F-Breve", "f-città", "f_breve", "f-breve (1)"];
    for name in names {
        desk.write(&format!("facts/fees/{name}.yaml"), &fee);
    }
    let said = desk.check("en");
    for name in names {
        let file = format!("facts/fees/{name}.yaml");
        assert_eq!(said.rules(&file), [(1, 1, "not-an-id")], "{name}");
    }
}

#[test]
fn one_id_in_two_folders_names_both_files() {
    let desk = Desk::invented();
    desk.write("facts/phrases/f-breve.yaml", desk.read("facts/fees/f-breve.yaml"));
    let said = desk.check("it");
    let double = said.named.iter().find(|named| named.rule == "duplicate-id").unwrap();
    assert_eq!(said.rules(&double.file), [(1, 1, "duplicate-id")]);
    let both = [double.file.as_str(), double.message.as_str()].join(" ");
    assert!(
        both.contains("facts/fees/f-breve.yaml") && both.contains("facts/phrases/f-breve.yaml")
    );
}

#[test]
fn what_nobody_reads_is_named() {
    let desk = Desk::invented();
    for file in
        ["facts/fees/appunti.txt", "facts/fees/f-nuova.yml", "text/en.yaml", "text/it/note.md"]
    {
        desk.write(file, "x");
    }
    desk.write("fact/fees/f-altra.yaml", "x");
    desk.write("facts/fee/f-altra.yaml", "x");
    desk.write("state/xx.yaml", "a: b\n");
    let said = desk.check("en");
    for (file, rule) in [
        ("facts/fees/appunti.txt", "file-not-read"),
        ("facts/fees/f-nuova.yml", "file-not-read"),
        ("text/en.yaml", "file-not-read"),
        ("text/it/note.md", "file-not-read"),
        ("fact", "unknown-folder"),
        ("facts/fee", "unknown-folder"),
        ("state/xx.yaml", "state-without-language"),
    ] {
        assert_eq!(said.rules(file), [(1, 1, rule)], "{file}");
    }
}

#[test]
fn a_file_that_is_missing_blames_no_other() {
    let desk = Desk::invented();
    let territory = "territories/terra-di-prova/territory.yaml";
    std::fs::remove_file(desk.path(territory)).unwrap();
    let said = desk.check("en");
    assert_eq!(said.rules(territory), [(1, 1, "unreadable-file")]);
    let others: Vec<_> = said.named.iter().filter(|named| named.severity == "error").collect();
    assert_eq!(others.len(), 1, "{others:#?}");
}

#[test]
fn a_folder_where_a_file_should_be_is_a_sentence() {
    let desk = Desk::invented();
    std::fs::remove_file(desk.path(FEE)).unwrap();
    std::fs::create_dir(desk.path(FEE)).unwrap();
    std::fs::remove_file(desk.path("text/it/f-breve.yaml")).unwrap();
    std::fs::create_dir(desk.path("text/it/f-breve.yaml")).unwrap();
    let said = desk.check("en");
    assert_eq!(said.rules(FEE), [(1, 1, "unreadable-file")]);
    assert_eq!(said.rules("text/it/f-breve.yaml"), [(1, 1, "unreadable-file")]);
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::fs::{self, Permissions};
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::{Desk, FEE};

    #[test]
    fn a_link_is_read_like_the_file_it_leads_to_and_one_that_leads_nowhere_is_named() {
        let desk = Desk::invented();
        let before = desk.check("en");
        let elsewhere = desk.path("../elsewhere.yaml");
        fs::rename(desk.path(FEE), &elsewhere).unwrap();
        symlink(&elsewhere, desk.path(FEE)).unwrap();
        assert_eq!(desk.check("en").named, before.named);

        fs::remove_file(&elsewhere).unwrap();
        let broken = desk.check("en");
        assert_eq!(broken.rules(FEE), [(1, 1, "unreadable-file")]);
        symlink(".", desk.path("facts/fees/round")).unwrap();
        assert_eq!(desk.check("en").rules("facts/fees/round"), [(1, 1, "file-not-read")]);
    }

    #[test]
    fn what_never_ends_is_not_read() {
        let desk = Desk::invented();
        symlink("/dev/zero", desk.path("facts/fees/f-zero.yaml")).unwrap();
        assert_eq!(desk.check("en").rules("facts/fees/f-zero.yaml"), [(1, 1, "unreadable-file")]);
    }

    #[test]
    fn a_file_that_may_not_be_opened_is_named() {
        let desk = Desk::invented();
        fs::set_permissions(desk.path(FEE), Permissions::from_mode(0o000)).unwrap();
        // Whoever may do everything can open it all the same.
        if fs::read(desk.path(FEE)).is_err() {
            assert_eq!(desk.check("en").rules(FEE), [(1, 1, "unreadable-file")]);
        }
    }

    #[test]
    fn a_name_that_is_no_text_is_named() {
        let desk = Desk::invented();
        let name = OsStr::from_bytes(b"f-\xff.yaml");
        // Some file systems refuse such names by themselves.
        if fs::write(desk.path("facts/fees").join(name), "x").is_ok() {
            let said = desk.check("en");
            assert!(said.named.iter().any(|named| named.rule == "strange-name"), "{}", said.text);
        }
    }
}
