//! What a word that no page has may have been meant to be.
//!
//! All words of the language are looked at: by length, then by their letters, and only what is left is compared letter by
//! letter (optimal string alignment: a letter more, less, another, or two that changed places).

use super::vocabulary::{Known, Vocabulary, signature};
use crate::order;

/// The most words that one word may stand for.
const MOST: usize = 4;

/// Words of fewer letters are not mended: there are too many near them.
const SHORTEST: usize = 3;

/// From this length on two slips are mended.
const TWO_SLIPS_FROM: usize = 8;

/// How many slips a word of so many letters may have.
fn slips(letters: usize) -> usize {
    match letters {
        0..SHORTEST => 0,
        SHORTEST..TWO_SLIPS_FROM => 1,
        _ => 2,
    }
}

/// The nearest words, and how many slips away they are.
pub(super) struct Nearest<'v> {
    pub(super) slips: usize,
    pub(super) words: Vec<Known<'v>>,
}

/// The words nearest to one that no page has. `extra` more slips than usual are mended: when nothing was found otherwise.
/// None when there are none near enough.
pub(super) fn nearest<'v>(
    vocabulary: &'v Vocabulary,
    word: &str,
    extra: usize,
) -> Option<Nearest<'v>> {
    let letters: Vec<char> = word.chars().collect();
    let mut bound = slips(letters.len());
    if bound == 0 {
        return None;
    }
    bound += extra;
    let own = signature(word);
    let mut rows = Rows::default();
    let mut found: Vec<Known<'v>> = Vec::new();
    for known in vocabulary.all() {
        // A word has at least as many bytes as letters, and at most four to each.
        if (own ^ known.signature).count_ones() as usize > 2 * bound
            || known.word.len() + bound < letters.len()
        {
            continue;
        }
        let Some(distance) = rows.distance(&letters, known.word, bound) else { continue };
        if distance < bound {
            bound = distance;
            found.clear();
        }
        found.push(known);
    }
    let first = letters.first().copied();
    order::sort_by_key(&mut found, |known| {
        (known.word.chars().next() != first, u32::MAX - known.pages)
    });
    found.truncate(MOST);
    (!found.is_empty()).then_some(Nearest { slips: bound, words: found })
}

/// The three last rows of the table of distances, kept between words.
#[derive(Default)]
struct Rows {
    before_last: Vec<usize>,
    last: Vec<usize>,
    current: Vec<usize>,
}

impl Rows {
    /// The distance of two words, if it is within the bound.
    fn distance(&mut self, one: &[char], other: &str, bound: usize) -> Option<usize> {
        let length = other.chars().count();
        if length.abs_diff(one.len()) > bound {
            return None;
        }
        self.last.clear();
        self.last.extend(0..=one.len());
        let mut letter_before = None;
        for (row, letter) in other.chars().enumerate() {
            self.next_row(one, row + 1, letter, letter_before);
            if self.last.iter().min().is_none_or(|least| *least > bound) {
                return None;
            }
            letter_before = Some(letter);
        }
        self.last.last().copied().filter(|distance| *distance <= bound)
    }

    fn next_row(&mut self, one: &[char], row: usize, letter: char, letter_before: Option<char>) {
        self.current.clear();
        self.current.push(row);
        let mut left = row;
        let mut mine_before = None;
        for (column, mine) in one.iter().enumerate() {
            let at =
                |cells: &[usize], place: usize| cells.get(place).copied().unwrap_or(usize::MAX / 2);
            let other = at(&self.last, column) + usize::from(*mine != letter);
            let mut least = other.min(left + 1).min(at(&self.last, column + 1) + 1);
            if mine_before == Some(letter) && letter_before == Some(*mine) {
                least = least.min(at(&self.before_last, column.wrapping_sub(1)) + 1);
            }
            self.current.push(least);
            left = least;
            mine_before = Some(*mine);
        }
        std::mem::swap(&mut self.before_last, &mut self.last);
        std::mem::swap(&mut self.last, &mut self.current);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::vocabulary::merged;
    use super::*;

    fn vocabulary(words: &[(&str, i64)]) -> Vocabulary {
        let list: BTreeMap<String, i64> =
            words.iter().map(|(word, pages)| ((*word).into(), *pages)).collect();
        Vocabulary::read(&merged(&Vocabulary::default(), &list).unwrap()).unwrap()
    }

    fn mended(words: &[(&str, i64)], typed: &str) -> Vec<String> {
        let vocabulary = vocabulary(words);
        let nearest = nearest(&vocabulary, typed, 0);
        nearest.map_or_else(Vec::new, |nearest| {
            nearest.words.iter().map(|known| known.word.to_owned()).collect()
        })
    }

    #[test]
    fn a_letter_more_less_another_or_two_that_changed_places_are_mended() {
        for typed in ["permeso", "permessso", "permezso", "premesso", "epermesso"] {
            assert_eq!(mended(&[("permesso", 1), ("presso", 9)], typed), ["permesso"], "{typed}");
        }
    }

    #[test]
    fn short_words_are_mended_once_and_the_shortest_never() {
        assert!(mended(&[("casa", 1)], "xaxa").is_empty());
        assert!(mended(&[("al", 1)], "ul").is_empty());
        assert_eq!(mended(&[("soggiorno", 1)], "sogiornno"), ["soggiorno"]);
    }

    #[test]
    fn the_nearest_come_alone_and_the_more_common_of_them_first() {
        let words = [("carte", 1), ("carta", 8), ("corta", 20), ("parta", 9), ("cartaceo", 90)];
        assert_eq!(mended(&words, "cartt"), ["carta", "carte"]);
    }
}
