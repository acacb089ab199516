//! How long `cittadini check` takes: on the real content, and on 69 procedures in 13 languages that grow from it.
//!
//! The large content is written as files, as editors would: each kind of item that belongs to a procedure is copied under
//! new ids, and languages without words of their own take those of a language of the same family of scripts. What the
//! check then says about them does not count, only how long it takes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use cittadini::check;
use cittadini::source::load;
use jiff::Zoned;

use crate::folder;
use crate::terminal::{Outcome, milliseconds};

use super::figures::Figures;

/// How many procedures there are.
const PROCEDURES: usize = 69;

/// The kinds that are copied with the procedures.
const COPIED: [&str; 5] = ["procedures", "documents", "fees", "deadlines", "terms"];

/// The languages that the project will have, and the one whose words each takes; with the first letter of its script
/// where that is another.
const LANGUAGES: [(&str, &str, Option<char>); 13] = [
    ("it", "it", None),
    ("it-simple", "it", None),
    ("en", "en", None),
    ("fr", "en", None),
    ("es", "en", None),
    ("sq", "en", None),
    ("fil", "en", None),
    ("ar", "ar", None),
    ("ur", "ar", None),
    ("bn", "ar", Some('অ')),
    ("uk", "ar", Some('а')),
    ("si", "ar", Some('අ')),
    ("zh-Hans", "ar", Some('一')),
];

/// Measures both.
pub(super) fn measure(folder: &Path) -> Outcome<Figures> {
    let mut figures = Figures::default();
    figures.set("check_real_ms", time(&folder::content())?);
    let large = folder.join("large-content");
    grow(&large)?;
    figures.set("check_large_ms", time(&large)?);
    Ok(figures)
}

/// The median of three runs, in milliseconds.
fn time(content: &Path) -> Outcome<f64> {
    let mut runs = Vec::new();
    for _ in 0..3 {
        let start = Instant::now();
        let loaded = load::load(content, None)?;
        std::hint::black_box(check::check(&loaded, Zoned::now().date()));
        runs.push(milliseconds(start.elapsed()));
    }
    runs.sort_by(f64::total_cmp);
    Ok(runs.get(1).copied().unwrap_or_default())
}

/// Writes the large content.
fn grow(to: &Path) -> Outcome {
    let real = folder::content();
    folder::copy_content(&real, to)?;
    let mut procedures = files(&real.join("facts/procedures"))?;
    procedures.sort();
    let mut ids = BTreeSet::new();
    for kind in COPIED {
        ids.extend(files(&real.join("facts").join(kind))?.iter().filter_map(|file| id(file)));
    }
    let copies = PROCEDURES.div_ceil(procedures.len().max(1));
    for copy in 1..copies {
        let rename = |text: &str| renamed(text, &ids, copy);
        for kind in COPIED {
            // Of the last set only so many procedures as are missing.
            let left = match kind {
                "procedures" => PROCEDURES.saturating_sub(copy * procedures.len()),
                _ => usize::MAX,
            };
            let mut files = files(&real.join("facts").join(kind))?;
            files.sort();
            for file in files.iter().take(left) {
                let target = to.join("facts").join(kind);
                copy_file(file, &target, &rename)?;
            }
        }
        for language in ["it", "en", "ar"] {
            for file in files(&real.join("text").join(language))? {
                if id(&file).is_some_and(|id| ids.contains(&id)) {
                    copy_file(&file, &to.join("text").join(language), &rename)?;
                }
            }
        }
    }
    for (language, from, script) in LANGUAGES.into_iter().filter(|(to, from, _)| to != from) {
        let target = to.join("text").join(language);
        fs::create_dir_all(&target)?;
        for file in files(&to.join("text").join(from))? {
            let text = fs::read_to_string(&file)?;
            let name = file.file_name().unwrap_or_default();
            fs::write(target.join(name), in_script(&text, script))?;
        }
    }
    Ok(())
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?)
}

fn id(file: &Path) -> Option<String> {
    Some(file.file_stem()?.to_str()?.to_owned())
}

/// Copies a file under its new id, with the new ids in it.
fn copy_file(file: &Path, to: &Path, rename: &impl Fn(&str) -> String) -> Outcome {
    let text = fs::read_to_string(file)?;
    let name = format!("{}.yaml", rename(&id(file).unwrap_or_default()));
    fs::write(to.join(name), rename(&text))?;
    Ok(())
}

/// A text with a number behind each of the ids in it.
fn renamed(text: &str, ids: &BTreeSet<String>, copy: usize) -> String {
    let of_an_id =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let mut new = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars().map(Some).chain([None]) {
        if let Some(letter) = letter.filter(|letter| of_an_id(*letter)) {
            word.push(letter);
            continue;
        }
        let is_id = ids.contains(&word);
        new.push_str(&std::mem::take(&mut word));
        if is_id {
            new.push_str(&format!("-{copy}"));
        }
        new.extend(letter);
    }
    new
}

/// The text with its Arabic letters as those of another script, letter by letter.
fn in_script(text: &str, first: Option<char>) -> String {
    let Some(first) = first else { return text.to_owned() };
    text.chars()
        .map(|letter| match letter {
            '\u{621}'..='\u{64a}' => {
                let nth = (u32::from(letter) - 0x621) % 26;
                char::from_u32(u32::from(first) + nth).unwrap_or(first)
            }
            other => other,
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_large_content_has_69_procedures_and_13_languages() {
        let folder = tempfile::tempdir().unwrap();
        let large = folder.path().join("large");
        grow(&large).unwrap();
        assert_eq!(files(&large.join("facts/procedures")).unwrap().len(), PROCEDURES);
        assert_eq!(files(&large.join("text")).unwrap().len(), LANGUAGES.len());
        let words = |language: &str| files(&large.join("text").join(language)).unwrap().len();
        assert!(words("it") > 5 * 100 && words("zh-Hans") == words("ar"));
    }

    #[test]
    fn an_id_is_renamed_only_as_a_whole() {
        let ids = BTreeSet::from(["f-cie".to_owned()]);
        assert_eq!(
            renamed("{fee:f-cie} f-cie-duplicato", &ids, 2),
            "{fee:f-cie-2} f-cie-duplicato"
        );
    }
}
