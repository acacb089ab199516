//! A sentence as words, numbers and marks, so that sixty days are the same in every script.

use cittadini_core::content::markup::Piece;
use unicode_script::{Script, UnicodeScript};

/// The first of ten digits in a row, for the scripts that readers of this project write in.
const ZEROS: [char; 8] = [
    '0', '\u{660}',  // Arabic
    '\u{6f0}',  // Persian and Urdu
    '\u{966}',  // Devanagari
    '\u{9e6}',  // Bengali
    '\u{a66}',  // Gurmukhi
    '\u{de6}',  // Sinhala
    '\u{ff10}', // full width
];

/// A part of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Digits,
    Word,
    Mark,
}

/// A part of a sentence, in one spelling: small letters, Latin digits, no vowel marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) text: String,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// Where it begins and ends, in bytes of the plain sentence.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What a reader sees of a sentence, with a bar where the phone puts in a fact.
pub(super) fn plain(pieces: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Strong(text) | Piece::Term { label: Some(text), .. } => {
            text.clone()
        }
        _ => " | ".to_owned(),
    };
    pieces.iter().map(text).collect()
}

/// The parts of a sentence. A Chinese character is a word of its own.
pub(super) fn tokens(plain: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut spaced = false;
    // What may be lengthened: a word or a number that nothing has ended yet.
    let mut open: Option<Kind> = None;
    let mut before = Script::Common;
    for (at, letter) in plain.char_indices() {
        // Ukrainian writes the apostrophe inside words, Italian between them.
        if is_silent(letter) || before == Script::Cyrillic && matches!(letter, '\'' | '’' | 'ʼ')
        {
            continue;
        }
        before = script(letter);
        if letter.is_whitespace() {
            (spaced, open) = (true, None);
            continue;
        }
        let (kind, spelling) = one_spelling(letter);
        let to = at + letter.len_utf8();
        match tokens.last_mut().filter(|last| open == Some(last.kind) && last.kind == kind) {
            Some(last) => {
                last.text.push_str(&spelling);
                last.to = to;
            }
            None => tokens.push(Token { kind, text: spelling, spaced, from: at, to }),
        }
        let alone = kind == Kind::Mark || before == Script::Han;
        (spaced, open) = (false, (!alone).then_some(kind));
    }
    tokens
}

fn one_spelling(letter: char) -> (Kind, String) {
    if let Some(digit) = digit(letter) {
        return (Kind::Digits, digit.to_string());
    }
    match letter {
        '٫' => (Kind::Mark, ",".to_owned()),
        '٬' => (Kind::Mark, ".".to_owned()),
        '–' | '—' | '‑' | '−' => (Kind::Mark, "-".to_owned()),
        '\u{9df}' => (Kind::Word, "\u{9af}".to_owned()),
        '\u{9dc}' => (Kind::Word, "\u{9a1}".to_owned()),
        '\u{9dd}' => (Kind::Word, "\u{9a2}".to_owned()),
        _ if is_letter(letter) => (Kind::Word, letter.to_lowercase().collect()),
        _ => (Kind::Mark, letter.to_string()),
    }
}

/// The script of a letter. Most need no look into the tables.
fn script(letter: char) -> Script {
    if letter.is_ascii() { Script::Latin } else { letter.script() }
}

/// The value of a digit in any of the scripts.
fn digit(letter: char) -> Option<u32> {
    ZEROS.iter().find_map(|zero| {
        u32::from(letter).checked_sub(u32::from(*zero)).filter(|value| *value < 10)
    })
}

/// Letters, and the signs that some scripts write between them.
fn is_letter(letter: char) -> bool {
    letter.is_alphabetic()
        || !matches!(letter.script(), Script::Common | Script::Inherited | Script::Unknown)
            && !letter.is_numeric()
}

/// Signs that change nothing: direction, joiners, accents of their own, Arabic vowels and lengthening, the Bengali dot.
fn is_silent(letter: char) -> bool {
    matches!(letter,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}'
        | '\u{feff}' | '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{9bc}')
}
