//! A text as words: Unicode's word boundaries (UAX 29), and pairs of letters where a script writes no spaces.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::fold::fold_into;

/// The most bytes of a folded word; what is longer is no word that anybody types.
const LONGEST: usize = 64;

/// A word, folded, and where it stands in the text (in bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) folded: String,
    pub(super) at: Range<usize>,
}

/// The words of a text in their order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut unspaced: Option<Word> = None;
    for (begin, word) in text.unicode_word_indices() {
        let at = begin..begin + word.len();
        if word.chars().next().is_some_and(is_unspaced) {
            pair(&mut words, &mut unspaced, word, at);
        } else {
            end_pairs(&mut words, &mut unspaced);
            split(word, &at, &mut words);
        }
    }
    end_pairs(&mut words, &mut unspaced);
    words
}

/// The words of a text in their order, folded, and where each stands (in bytes).
pub fn folded_words(text: &str) -> Vec<(String, Range<usize>)> {
    words(text).into_iter().map(|word| (word.folded, word.at)).collect()
}

/// Han, Kana, Thai, Lao, Myanmar and Khmer write no spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Takes the next letter of a script without spaces: a word of it and the one before, if they touch. `before` remembers it, and
/// whether it has been in a pair: then its place is the pair's.
fn pair(words: &mut Vec<Word>, before: &mut Option<Word>, letters: &str, at: Range<usize>) {
    // A boundary stands after each letter with its marks; where it does not, the run is taken apart here.
    for (offset, letter) in letters.grapheme_indices(true) {
        let begin = at.start + offset;
        let here = begin..begin + letter.len();
        let mut folded = String::new();
        fold_into(letter, &mut folded);
        match before.take() {
            Some(last) if last.at.end == here.start => {
                let both = word_of_pair(&last.folded, &folded);
                words.push(Word { folded: both, at: last.at.start..here.end });
                *before = Some(Word { folded: joined(&folded), at: here });
            }
            last => {
                alone(words, last);
                *before = Some(Word { folded, at: here });
            }
        }
    }
}

/// Stands before a letter that has been in a pair already.
const JOINED: char = '\u{1}';

fn joined(letter: &str) -> String {
    format!("{JOINED}{letter}")
}

fn word_of_pair(first: &str, second: &str) -> String {
    format!("{}{second}", first.trim_start_matches(JOINED))
}

fn end_pairs(words: &mut Vec<Word>, before: &mut Option<Word>) {
    let last = before.take();
    alone(words, last);
}

/// A letter without a neighbour is a word.
fn alone(words: &mut Vec<Word>, last: Option<Word>) {
    words.extend(last.filter(|word| !word.folded.starts_with(JOINED) && !word.folded.is_empty()));
}

/// Splits what stands between two boundaries where a word has an apostrophe or a stop inside. In Cyrillic an apostrophe is part
/// of the word, and left out by many; a stop between digits is left out.
fn split(word: &str, at: &Range<usize>, words: &mut Vec<Word>) {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    let mut part = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        if is_part(letter) {
            part.push(letter);
            continue;
        }
        let last = part.chars().next_back();
        let next_is_digit = letters.peek().is_some_and(char::is_ascii_digit);
        let joins = match letter {
            '\'' => last.is_some_and(|last| matches!(last, '\u{400}'..='\u{52f}')),
            '.' | ',' => next_is_digit && last.is_some_and(|last| last.is_ascii_digit()),
            _ => false,
        };
        if !joins {
            push(&mut part, at, words);
        }
    }
    push(&mut part, at, words);
}

/// Letters, digits and the marks that the fold left.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric()
        || letter >= '\u{800}' && !letter.is_whitespace() && !letter.is_control()
}

fn push(part: &mut String, at: &Range<usize>, words: &mut Vec<Word>) {
    let folded = std::mem::take(part);
    if !folded.is_empty() && folded.len() <= LONGEST {
        words.push(Word { folded, at: at.clone() });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn articles_and_prepositions_come_off_at_the_apostrophe() {
        assert_eq!(folded("dell'anagrafe, l’ufficio"), ["dell", "anagrafe", "l", "ufficio"]);
        assert_eq!(folded("об’єднання обєднання"), ["обєднання", "обєднання"]);
    }

    #[test]
    fn numbers_stay_whole() {
        assert_eq!(folded("1.000 euro; 30,46"), ["1000", "euro", "3046"]);
    }

    #[test]
    fn scripts_without_spaces_are_read_in_pairs() {
        assert_eq!(folded("居留许可"), ["居留", "留许", "许可"]);
        assert_eq!(folded("我 kit"), ["我", "kit"]);
        assert_eq!(folded("ไทย").len(), 2);
    }

    #[test]
    fn words_of_indic_scripts_are_whole() {
        assert_eq!(folded("নবায়ন আবাসিক").len(), 2);
        assert_eq!(folded("ਨਿਵਾਸ").len(), 1);
        assert_eq!(folded("බලපත්\u{200d}රය").len(), 1);
    }

    proptest! {
        #[test]
        fn words_are_such_that_sqlite_splits_them_no_further(text in any::<String>()) {
            for word in words(&text) {
                prop_assert!(word.folded.chars().all(|letter| letter.is_ascii_alphanumeric() || !letter.is_ascii()));
                prop_assert!(text.get(word.at.clone()).is_some());
            }
        }
    }
}
