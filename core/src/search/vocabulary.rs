//! The words of one language as they are written, for the speller and for the word that is still being typed.
//!
//! The index knows stems alone; a slip of the pen is nearer to the word than to its stem. On disk the words are a list in
//! order, each told by what it shares with the one before it, and squeezed: three to four bytes a word.

use std::collections::BTreeMap;

use crate::pack;
use crate::{Error, Result};

/// The words of a language with the number of pages that have each.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    letters: String,
    words: Vec<Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    end: u32,
    pages: u32,
    signature: u64,
}

/// A word of the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known<'v> {
    pub(super) word: &'v str,
    pub(super) pages: u32,
    /// Which letters it has: a bit for each, several letters to a bit.
    pub(super) signature: u64,
}

/// A bit for each letter of a word. An edit of one letter changes at most two.
pub(super) fn signature(word: &str) -> u64 {
    word.chars()
        .fold(0, |bits, letter| bits | 1_u64 << (u32::from(letter).wrapping_mul(0x9E37_79B1) >> 26))
}

impl Vocabulary {
    /// Reads what [`merged`] wrote.
    pub(super) fn read(squeezed: &[u8]) -> Result<Self> {
        let damaged = || crate::sqlite::damaged("the vocabulary of the search".into());
        let bytes = zstd::stream::decode_all(squeezed).map_err(|_| damaged())?;
        let mut vocabulary = Self::default();
        let mut last = String::new();
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            let (shared, new, pages) = (number(&mut rest), number(&mut rest), number(&mut rest));
            let (Some(shared), Some(new), Some(pages)) = (shared, new, pages) else {
                return Err(damaged());
            };
            let letters =
                rest.split_off(..new as usize).and_then(|bytes| str::from_utf8(bytes).ok());
            let letters =
                letters.filter(|_| last.is_char_boundary(shared as usize)).ok_or_else(damaged)?;
            last.truncate(shared as usize);
            last.push_str(letters);
            vocabulary.push(&last, pages)?;
        }
        Ok(vocabulary)
    }

    fn push(&mut self, word: &str, pages: u32) -> Result<()> {
        self.letters.push_str(word);
        let end = u32::try_from(self.letters.len())
            .map_err(|_| Error::Internal("a vocabulary of more than four gigabytes".into()))?;
        self.words.push(Entry { end, pages, signature: signature(word) });
        Ok(())
    }

    fn known(&self, place: usize) -> Option<Known<'_>> {
        let entry = self.words.get(place)?;
        let begin = place
            .checked_sub(1)
            .and_then(|before| self.words.get(before))
            .map_or(0, |before| before.end);
        let word = self.letters.get(begin as usize..entry.end as usize)?;
        Some(Known { word, pages: entry.pages, signature: entry.signature })
    }

    /// All words in their order.
    pub(super) fn all(&self) -> impl Iterator<Item = Known<'_>> {
        let mut begin = 0;
        self.words.iter().filter_map(move |entry| {
            let word = self.letters.get(begin as usize..entry.end as usize);
            begin = entry.end;
            Some(Known { word: word?, pages: entry.pages, signature: entry.signature })
        })
    }

    /// Where the first word stands that is not before this one.
    fn place_of(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.words.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.known(middle).is_some_and(|known| known.word < word) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }

    /// How many pages have this word. None when it is not known.
    pub(super) fn pages(&self, word: &str) -> Option<u32> {
        let known = self.known(self.place_of(word)).filter(|known| known.word == word);
        known.map(|known| known.pages)
    }

    /// The words that begin so.
    pub(super) fn beginning_with<'v>(
        &'v self,
        beginning: &'v str,
    ) -> impl Iterator<Item = Known<'v>> {
        (self.place_of(beginning)..)
            .map_while(|place| self.known(place))
            .take_while(move |known| known.word.starts_with(beginning))
    }
}

/// A vocabulary after pages came and went; `changes` says of each word in how many more pages it stands now.
pub(super) fn merged(before: &Vocabulary, changes: &BTreeMap<String, i64>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut last = String::new();
    let mut write = |word: &str, pages: u32| {
        if pages == 0 {
            return;
        }
        let shared = last.char_indices().zip(word.chars()).find(|((_, one), other)| one != other);
        let shared = shared.map_or(last.len().min(word.len()), |((at, _), _)| at);
        let new = word.get(shared..).unwrap_or_default();
        for value in [shared, new.len(), pages as usize] {
            write_number(&mut bytes, value);
        }
        bytes.extend_from_slice(new.as_bytes());
        last.clear();
        last.push_str(word);
    };
    let mut changes = changes.iter().peekable();
    for known in before.all() {
        while let Some((word, count)) = changes.next_if(|(word, _)| word.as_str() < known.word) {
            write(word, changed(0, *count));
        }
        let same = changes.next_if(|(word, _)| word.as_str() == known.word);
        write(known.word, changed(known.pages, same.map_or(0, |(_, count)| *count)));
    }
    for (word, count) in changes {
        write(word, changed(0, *count));
    }
    pack::compress(&bytes).map_err(|source| Error::Io {
        context: "squeezing the vocabulary of the search",
        path: std::path::PathBuf::new(),
        source,
    })
}

fn changed(pages: u32, count: i64) -> u32 {
    u32::try_from((i64::from(pages) + count).max(0)).unwrap_or(u32::MAX)
}

/// Seven bits a byte, the low ones first.
fn write_number(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn number(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0_u32;
    for shift in [0, 7, 14, 21] {
        let byte = *bytes.split_off_first()?;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn changes(words: &[(&str, i64)]) -> BTreeMap<String, i64> {
        words.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect()
    }

    fn words(vocabulary: &Vocabulary) -> Vec<(String, u32)> {
        vocabulary.all().map(|known| (known.word.to_owned(), known.pages)).collect()
    }

    #[test]
    fn a_word_that_no_page_has_any_more_is_forgotten() {
        let before =
            merged(&Vocabulary::default(), &changes(&[("kit", 2), ("posta", 1), ("è", 1)]))
                .unwrap();
        let before = Vocabulary::read(&before).unwrap();
        assert_eq!(
            ["posta", "post", "postale"].map(|word| before.pages(word)),
            [Some(1), None, None]
        );
        let after = merged(&before, &changes(&[("kit", -1), ("posta", -1), ("banca", 3)])).unwrap();
        let after = Vocabulary::read(&after).unwrap();
        assert_eq!(words(&after), [("banca".into(), 3), ("kit".into(), 1), ("è".into(), 1)]);
    }

    #[test]
    fn the_words_with_a_beginning_stand_together() {
        let list = merged(
            &Vocabulary::default(),
            &changes(&[("per", 1), ("permesso", 4), ("permessi", 1), ("posta", 1)]),
        );
        let vocabulary = Vocabulary::read(&list.unwrap()).unwrap();
        let found: Vec<&str> = vocabulary.beginning_with("perm").map(|known| known.word).collect();
        assert_eq!(found, ["permessi", "permesso"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(list in proptest::collection::btree_map("\\PC{1,12}", 1..100_000_i64, 0..60)) {
            let written = merged(&Vocabulary::default(), &list).unwrap();
            let read = words(&Vocabulary::read(&written).unwrap());
            let wanted: Vec<(String, u32)> = list.into_iter().map(|(word, count)| (word, count as u32)).collect();
            prop_assert_eq!(read, wanted);
        }

        #[test]
        fn damage_is_an_error_and_no_panic(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            let _ = Vocabulary::read(&bytes);
            let _ = Vocabulary::read(&pack::compress(&bytes).unwrap());
        }
    }
}
