//! Whether a translation is written in its own script, and was translated at all.

use cittadini_core::content::markup::{self, Piece};
use unicode_script::{Script, UnicodeScript};

use super::italian;
use super::names::Names;

/// What is wrong with the language of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    LeftInItalian,
    ItalianWords(String),
    WrongScript,
    LatinWords(String),
}

/// The first thing that is wrong with a sentence in a language other than Italian.
pub(super) fn trouble(
    names: &Names,
    lang: &str,
    pieces: &[Piece],
    text: &str,
    italian: Option<&str>,
) -> Option<Trouble> {
    let plain = plain(pieces);
    let words = plain.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    let simple_italian = lang.starts_with("it");
    if !simple_italian && Some(text) == italian && words.count() > 2 && !names.knows(&plain) {
        return Some(Trouble::LeftInItalian);
    }
    let script = script(lang);
    let unquoted = unquoted(&plain);
    if script == Script::Latin {
        return in_latin(names, lang, &unquoted, italian.filter(|_| !simple_italian));
    }
    if only_latin(&unquoted, script) || !names.knows(&plain) && mostly_other(&unquoted, script) {
        return Some(Trouble::WrongScript);
    }
    let labels = pieces.iter().filter_map(|piece| match piece {
        Piece::Term { label: Some(label), .. } => Some(label.as_str()),
        _ => None,
    });
    let runs = std::iter::once(unquoted.as_str()).chain(labels).flat_map(latin_runs);
    runs.into_iter().find(|run| !names.knows(run)).map(Trouble::LatinWords)
}

fn in_latin(names: &Names, lang: &str, text: &str, italian: Option<&str>) -> Option<Trouble> {
    if names.knows(text) {
        return None;
    }
    if mostly_other(text, Script::Latin) {
        return Some(Trouble::WrongScript);
    }
    let own = names.without(text);
    italian::left(lang, &own, Some(&plain_of(italian?))).map(Trouble::ItalianWords)
}

/// The sentence without its placeholders.
fn plain(pieces: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Strong(text) => text.clone(),
        _ => " | ".to_owned(),
    };
    pieces.iter().map(text).collect()
}

/// An Italian sentence without its placeholders; as it is where it cannot be read.
fn plain_of(italian: &str) -> String {
    markup::parse(italian).map_or_else(|_| italian.to_owned(), |pieces| plain(&pieces))
}

/// The sentence without what stands in quotation marks: words to say or to look for, as they are.
fn unquoted(text: &str) -> String {
    let mut kept = String::new();
    let mut closing = None;
    for letter in text.chars() {
        match closing {
            Some(close) if letter == close => closing = None,
            Some(_) => {}
            None => {
                closing = match letter {
                    '«' => Some('»'),
                    '“' => Some('”'),
                    '「' => Some('」'),
                    '"' => Some('"'),
                    _ => None,
                };
                kept.push(if closing.is_some() { '|' } else { letter });
            }
        }
    }
    kept
}

/// The script a language is written in.
fn script(lang: &str) -> Script {
    match lang.split('-').next().unwrap_or_default() {
        "ar" | "ur" | "fa" | "ps" | "ckb" => Script::Arabic,
        "zh" => Script::Han,
        "uk" | "ru" | "bg" | "sr" | "mk" => Script::Cyrillic,
        "si" => Script::Sinhala,
        "bn" => Script::Bengali,
        "hi" | "ne" | "mr" => Script::Devanagari,
        "pa" => Script::Gurmukhi,
        "ta" => Script::Tamil,
        "am" | "ti" => Script::Ethiopic,
        "ka" => Script::Georgian,
        "el" => Script::Greek,
        _ => Script::Latin,
    }
}

/// Whether most letters of a text are of another script than that of its language.
pub(super) fn in_wrong_script(lang: &str, text: &str) -> bool {
    mostly_other(text, script(lang))
}

fn mostly_other(text: &str, script: Script) -> bool {
    let letters =
        text.chars().filter(|letter| letter.is_alphabetic()).map(|letter| letter.script());
    let (mut own, mut other) = (0usize, 0usize);
    for found in letters {
        match found {
            found if found == script => own += 1,
            Script::Common | Script::Inherited => {}
            _ => other += 1,
        }
    }
    // A Chinese character says as much as several Latin letters.
    let weight = if script == Script::Han { 3 } else { 1 };
    other > own * weight
}

/// Whether a text has Latin words, and no letter of its own script. Acronyms and addresses are no words.
fn only_latin(text: &str, script: Script) -> bool {
    let is_word = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        bare.chars().any(char::is_lowercase)
            && bare.chars().all(|letter| letter.is_alphabetic() || "'’-".contains(letter))
    };
    text.chars().all(|letter| letter.script() != script) && text.split_whitespace().any(is_word)
}

/// Runs of two or more Latin words. Addresses, acronyms and words with digits end a run.
fn latin_runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    for word in text.split_whitespace().chain(["|"]) {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let latin = !bare.is_empty()
            && bare
                .chars()
                .all(|letter| letter.script() == Script::Latin || "'’-".contains(letter))
            && bare.chars().any(char::is_lowercase);
        let opens = !word.starts_with(|first: char| first.is_alphanumeric());
        if !latin || opens {
            close(&mut run, &mut runs);
        }
        if latin {
            run.push(bare);
            if !word.ends_with(|last: char| last.is_alphanumeric()) {
                close(&mut run, &mut runs);
            }
        }
    }
    runs
}

fn close(run: &mut Vec<&str>, runs: &mut Vec<String>) {
    if run.len() > 1 {
        runs.push(run.join(" "));
    }
    run.clear();
}
