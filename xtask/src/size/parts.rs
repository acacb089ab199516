//! What costs how much: the symbols of the library, each put down to the crate that is to blame for it.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::terminal::Outcome;

use super::library::{MobileLibrary, said};

/// Crates of Rust's own library, which code of others is made from.
const STANDARD: [&str; 13] = [
    "core",
    "alloc",
    "std",
    "compiler_builtins",
    "hashbrown",
    "gimli",
    "addr2line",
    "object",
    "rustc_demangle",
    "miniz_oxide",
    "memchr",
    "panic_unwind",
    "std_detect",
];

/// Sections that let a panic unwind.
const UNWINDING: [&str; 3] = [".eh_frame", ".eh_frame_hdr", ".gcc_except_table"];

/// A part of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) bytes: u64,
}

/// The parts, the largest first. Together they are the whole library.
pub(crate) fn of(library: &MobileLibrary) -> Outcome<Vec<Part>> {
    let from_c = symbols_of_c(library.build_scripts().as_deref())?;
    let symbols = said(Command::new("nm").args(["-S", "--demangle"]).arg(library.path()))?;
    let mut parts: BTreeMap<String, u64> = BTreeMap::new();
    for (bytes, name) in symbols.lines().filter_map(symbol) {
        let part = from_c.get(name).map_or_else(|| crate_of(name).to_owned(), Clone::clone);
        *parts.entry(part).or_default() += bytes;
    }
    let sections = said(Command::new("size").args(["-A", "-d"]).arg(library.path()))?;
    let unwinding = sections.lines().filter_map(section);
    let unwinding = unwinding.filter(|(name, _)| UNWINDING.contains(name)).map(|(_, bytes)| bytes);
    parts.insert("(tables for unwinding)".into(), unwinding.sum());
    let known: u64 = parts.values().sum();
    let rest = library.stripped()?.saturating_sub(known);
    parts.insert("(data without a name, relocations)".into(), rest);
    let mut parts: Vec<Part> =
        parts.into_iter().map(|(name, bytes)| Part { name, bytes }).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.bytes));
    Ok(parts)
}

/// The size and the name of a symbol that takes room in the file: `address size kind name`.
fn symbol(line: &str) -> Option<(u64, &str)> {
    let mut words = line.splitn(4, ' ');
    let (_address, bytes, kind) = (words.next()?, words.next()?, words.next()?);
    let takes_room = !matches!(kind, "b" | "B");
    takes_room.then_some((u64::from_str_radix(bytes, 16).ok()?, words.next()?))
}

/// The name and the size of a section.
fn section(line: &str) -> Option<(&str, u64)> {
    let mut words = line.split_whitespace();
    Some((words.next()?, words.next()?.parse().ok()?))
}

/// The first crate in a name that is not Rust's own: generic code is there for the sake of its caller.
fn crate_of(name: &str) -> &str {
    let paths = name.match_indices("::").filter_map(|(at, _)| {
        let before = name.get(..at)?;
        let start = before.rfind(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        let word = before.get(start.map_or(0, |start| start + 1)..)?;
        let begins_a_path = !before.strip_suffix(word)?.ends_with(':');
        let is_crate = word.starts_with(|letter: char| letter.is_ascii_lowercase());
        (begins_a_path && is_crate).then_some(word)
    });
    let mut standard = false;
    for word in paths {
        match STANDARD.contains(&word) {
            true => standard = true,
            false => return word,
        }
    }
    match (standard, name.contains("uniffi") || name.contains("UNIFFI")) {
        (false, true) => "cittadini_bindings",
        (true, _) => "std",
        (false, false) => "(others)",
    }
}

/// The symbols of the libraries that build scripts compiled from C, with the crates that did so.
fn symbols_of_c(build_scripts: Option<&Path>) -> Outcome<HashMap<String, String>> {
    let mut symbols = HashMap::new();
    let Some(folder) = build_scripts else { return Ok(symbols) };
    for archive in archives(folder)? {
        let script = archive.strip_prefix(folder)?.iter().next().unwrap_or_default();
        let script = script.to_string_lossy();
        let (name, _) = script.rsplit_once('-').unwrap_or((&script, ""));
        for line in said(Command::new("nm").arg("--defined-only").arg(&archive))?.lines() {
            if let Some(symbol) = line.split(' ').nth(2) {
                symbols.insert(symbol.to_owned(), name.to_owned());
            }
        }
    }
    Ok(symbols)
}

fn archives(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let Ok(made) = fs::read_dir(entry?.path().join("out")) else { continue };
        for file in made {
            let path = file?.path();
            if path.extension().is_some_and(|ending| ending == "a") {
                found.push(path);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_put_down_to_the_crate_that_is_to_blame() {
        let blamed = |name| crate_of(name);
        assert_eq!(blamed("cittadini_core::sync::driver::run"), "cittadini_core");
        assert_eq!(blamed("<jiff::error::ErrorKind as core::fmt::Display>::fmt"), "jiff");
        assert_eq!(blamed("core::ptr::drop_in_place<tar::archive::Entry>"), "tar");
        assert_eq!(blamed("<&mut serde_json::de::X<R> as serde_core::Y>::z"), "serde_json");
        assert_eq!(blamed("alloc::vec::Vec<T>::push"), "std");
        assert_eq!(blamed("uniffi_cittadini_bindings_fn_method_core_home"), "cittadini_bindings");
        assert_eq!(blamed("_start"), "(others)");
    }

    #[test]
    fn a_line_of_nm_has_a_size_and_a_name_with_blanks() {
        let line = "00000000003c3445 0000000000003242 t <a as b>::c";
        assert_eq!(symbol(line), Some((0x3242, "<a as b>::c")));
        assert_eq!(symbol("00000000003c3445 0000000000003242 b zeros"), None);
        assert_eq!(symbol("                 U malloc"), None);
    }
}
