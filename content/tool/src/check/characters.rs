//! Whether a text holds what no reader should meet: invisible signs that turn a sentence round, letters that were lost
//! on the way, notes of the editor to herself.

use crate::finding::{Place, Problem, both};
use crate::source::words::{ItemWords, Sentence};

use super::checker::Checker;

/// What editors write where something is still to come. In small letters «todo» is a Spanish word.
const UNFINISHED: [&str; 8] =
    ["TODO", "FIXME", "TBD", "XXX", "Lorem ipsum", "da completare", "da tradurre", "???"];

/// Checks the words of all languages.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    for words in content.words.values().flat_map(|all| all.values()) {
        for sentence in words.values.values().chain(&words.aliases) {
            text(checker, words, sentence);
        }
    }
}

fn text(checker: &mut Checker<'_>, words: &ItemWords, sentence: &Sentence) {
    let place = Place { file: words.file.clone(), line: sentence.line, column: sentence.column };
    if let Some(sign) = sentence.text.chars().find(|sign| is_odd(*sign)) {
        checker.error(&place, odd(sign));
    }
    if let Some(note) = unfinished(&sentence.text) {
        checker.error(&place, not_finished(note));
    }
    if sentence.text.contains("  ") {
        checker.warning(&place, two_blanks());
    }
}

/// Control characters, marks that change the direction of writing, blanks without width, and the sign for a lost letter.
/// The joiners U+200C and U+200D are letters' business in Persian, Sinhala and Bengali.
fn is_odd(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}'
                | '\u{fffc}'
                | '\u{fffd}'
        )
}

fn unfinished(text: &str) -> Option<&'static str> {
    let stands_alone = |note: &str| {
        text.match_indices(note).any(|(at, found)| {
            let before = text.get(..at).and_then(|start| start.chars().next_back());
            let after = text.get(at + found.len()..).and_then(|rest| rest.chars().next());
            let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            !is_word(before) && !is_word(after)
        })
    };
    UNFINISHED.into_iter().find(|note| stands_alone(note))
}

fn odd(sign: char) -> Problem {
    let code = format!("U+{:04X}", u32::from(sign));
    Problem::new(
        "odd-character",
        both(
            format!(
                "Nel testo c'è un segno che non si vede e che cambia ciò che si legge ({code})."
            ),
            format!("The text holds a sign that cannot be seen and changes what is read ({code})."),
        ),
        both(
            "Riscrivi la frase a mano, senza incollarla.",
            "Type the sentence again, without pasting it.",
        ),
    )
}

fn not_finished(note: &str) -> Problem {
    Problem::new(
        "not-finished",
        both(
            format!("Il testo non è finito: c'è ancora «{note}»."),
            format!("The text is not finished: “{note}” still stands in it."),
        ),
        both("Finisci la frase.", "Finish the sentence."),
    )
}

fn two_blanks() -> Problem {
    Problem::new(
        "two-blanks",
        both("Nel testo ci sono due spazi di fila.", "Two blanks stand in a row in the text."),
        both("Lasciane uno.", "Keep one."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_to_oneself_are_found_and_spanish_words_are_not() {
        assert_eq!(unfinished("TODO: chiedere"), Some("TODO"));
        assert_eq!(unfinished("Porta il passaporto (da completare)."), Some("da completare"));
        assert_eq!(unfinished("Con esto vale para todo y todos."), None);
        assert_eq!(unfinished("Vai in Comune."), None);
    }

    #[test]
    fn signs_that_turn_a_sentence_round_are_odd_and_joiners_are_letters() {
        assert!(['\u{202e}', '\u{200b}', '\u{fffd}', '\0', '\u{7}'].into_iter().all(is_odd));
        assert!(!['\u{200d}', '\u{200c}', 'ا', 'è', '«', '\u{a0}'].into_iter().any(is_odd));
    }
}
