//! How many pieces of four letters a text shares with what was typed: what brings compounds, endings and slips together for
//! which no rule of a language is known here.

use super::fold::{SPACE, each_letter};

/// Letters of a piece.
const LETTERS: usize = 4;

/// As in BM25: how soon more of the same counts no more, and how much long texts are held back.
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.75;

/// The pieces of a query.
pub(super) struct Grams {
    /// The pieces in order; each is counted in the place where it stands.
    pieces: Vec<u64>,
    /// A bit for each of them, so that most pieces of a text need not be looked up.
    maybe: Vec<u64>,
}

/// Words of bits.
const MAYBE: usize = 128;

/// The word and the bit of a piece.
fn bit(piece: u64) -> (usize, u64) {
    let hash = piece.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 51;
    ((hash >> 6) as usize, 1 << (hash & 63))
}

/// What a text has of them.
pub(super) struct Counted {
    counts: Vec<f32>,
    length: f32,
}

/// Calls with each piece of a text; words are parted by one space.
fn each(text: &str, mut call: impl FnMut(u64)) {
    let mut piece = u64::from(SPACE);
    let mut seen = 1;
    let mut last = SPACE;
    let mut next = |letter: u16| {
        if letter == SPACE && last == SPACE {
            return;
        }
        last = letter;
        piece = piece << 16 | u64::from(letter);
        seen += 1;
        if seen >= LETTERS {
            call(piece);
        }
    };
    each_letter(text, &mut next);
    next(SPACE);
}

impl Grams {
    /// The pieces of the words of a query.
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut grams = Self { pieces: Vec::new(), maybe: vec![0; MAYBE] };
        for word in words {
            each(word, |piece| grams.add(piece));
        }
        grams
    }

    fn add(&mut self, piece: u64) {
        let Err(place) = self.pieces.binary_search(&piece) else { return };
        self.pieces.insert(place, piece);
        let (word, bit) = bit(piece);
        if let Some(bits) = self.maybe.get_mut(word) {
            *bits |= bit;
        }
    }

    fn place(&self, piece: u64) -> Option<usize> {
        let (word, bit) = bit(piece);
        self.maybe.get(word).filter(|bits| *bits & bit != 0)?;
        self.pieces.binary_search(&piece).ok()
    }

    /// Counts them in the texts of a page; each time counts so much.
    pub(super) fn count(&self, texts: &[(&str, f32)]) -> Counted {
        let mut counts = vec![0.0; self.pieces.len()];
        let mut length = 0.0;
        for (text, weight) in texts {
            each(text, |piece| {
                length += 1.0;
                if let Some(count) = self.place(piece).and_then(|place| counts.get_mut(place)) {
                    *count += weight;
                }
            });
        }
        Counted { counts, length }
    }

    /// A score for each text: more for pieces that few of them have.
    pub(super) fn scores(&self, texts: &[Counted]) -> Vec<f32> {
        let all = texts.len() as f32;
        let mean = texts.iter().map(|text| text.length).sum::<f32>() / all.max(1.0);
        let mut scores = vec![0.0; texts.len()];
        for place in 0..self.pieces.len() {
            let having = texts.iter().filter(|text| count(text, place) > 0.0).count() as f32;
            let rarity = ((all - having + 0.5) / (having + 0.5)).ln_1p();
            for (score, text) in scores.iter_mut().zip(texts) {
                let times = count(text, place);
                let held_back = SATURATION * (1.0 - LENGTH + LENGTH * text.length / mean.max(1.0));
                *score += rarity * times * (SATURATION + 1.0) / (times + held_back);
            }
        }
        scores
    }
}

fn count(text: &Counted, place: usize) -> f32 {
    text.counts.get(place).copied().unwrap_or_default()
}
