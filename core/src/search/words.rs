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
    let mut pairs = Pairs::default();
    for (begin, word) in text.unicode_word_indices() {
        let at = begin..begin + word.len();
        if word.chars().next().is_some_and(is_unspaced) {
            pairs.take(word, begin, &mut words);
        } else {
            pairs.end(&mut words);
            split(word, &at, &mut words);
        }
    }
    pairs.end(&mut words);
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

/// Takes the letters of a script without spaces; each makes a word with the one before it, if they touch.
#[derive(Default)]
struct Pairs {
    last: Option<Word>,
    /// Whether the last letter is in a pair already.
    paired: bool,
}

impl Pairs {
    fn take(&mut self, letters: &str, begin: usize, words: &mut Vec<Word>) {
        for (offset, letter) in letters.char_indices() {
            let at = begin + offset..begin + offset + letter.len_utf8();
            let mut folded = String::new();
            fold_into(letter.encode_utf8(&mut [0; 4]), &mut folded);
            if !folded.chars().all(is_part) {
                // A sign of these scripts that is no letter.
                self.end(words);
                continue;
            }
            let touching = self.last.take_if(|last| last.at.end == at.start);
            match touching {
                Some(last) => {
                    let folded = format!("{}{folded}", last.folded);
                    words.push(Word { folded, at: last.at.start..at.end });
                    self.paired = true;
                }
                None => self.end(words),
            }
            self.last = Some(Word { folded, at });
        }
    }

    /// A letter without a neighbour is a word.
    fn end(&mut self, words: &mut Vec<Word>) {
        let paired = std::mem::take(&mut self.paired);
        words.extend(self.last.take().filter(|last| !paired && !last.folded.is_empty()));
    }
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
