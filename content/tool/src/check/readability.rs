//! Whether the Italian words are easy to read, by the Gulpease index (0 hard, 100 easy).

use cittadini_core::content::markup::{self, Piece};

use crate::finding::{Place, Problem, both};
use crate::source::words::{ItemWords, Sentence};

use super::checker::Checker;

/// What a text should reach.
const WANTED: u32 = 60;

/// What the instruction of a step should reach.
const WANTED_IN_STEPS: u32 = 80;

/// The index says nothing about a few words.
const ENOUGH_WORDS: usize = 12;

/// Checks all Italian words.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    for (id, words) in content.words.get("it").into_iter().flatten() {
        if content.known.contains_key(id) {
            item(checker, words);
        }
    }
}

fn item(checker: &mut Checker<'_>, words: &ItemWords) {
    let mut whole = Counts::default();
    let mut found = false;
    for (key, sentence) in &words.values {
        let text = plain(&sentence.text);
        let counts = Counts::of(&text);
        whole.add(counts);
        let wanted = wanted(key);
        if let Some(index) = counts.index().filter(|index| *index < wanted) {
            found = true;
            checker.warning(&place(words, sentence), hard(index, wanted, &hardest(&text)));
        }
    }
    // Texts that are too short to tell one by one can be hard together.
    if let Some(index) = whole.index().filter(|index| !found && *index < WANTED) {
        let texts: Vec<String> = words.values.values().map(|words| plain(&words.text)).collect();
        checker.warning(&Place::top(&words.file), hard(index, WANTED, &hardest(&texts.join(". "))));
    }
}

/// What a text should reach.
fn wanted(key: &str) -> u32 {
    match key.starts_with("step.") && key.ends_with(".do") {
        true => WANTED_IN_STEPS,
        false => WANTED,
    }
}

fn place(words: &ItemWords, sentence: &Sentence) -> Place {
    Place { file: words.file.clone(), line: sentence.line, column: sentence.column }
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    letters: usize,
    words: usize,
    sentences: usize,
}

impl Counts {
    fn of(text: &str) -> Self {
        Self {
            letters: text.chars().filter(|letter| letter.is_alphanumeric()).count(),
            words: words(text),
            sentences: sentences(text).count(),
        }
    }

    fn add(&mut self, other: Self) {
        self.letters += other.letters;
        self.words += other.words;
        self.sentences += other.sentences;
    }

    /// 89 + (300 × sentences − 10 × letters) / words. `None` for a text that is too short to tell.
    fn index(self) -> Option<u32> {
        if self.words < ENOUGH_WORDS {
            return None;
        }
        let easy = 89 * self.words + 300 * self.sentences;
        let index = easy.saturating_sub(10 * self.letters).checked_div(self.words)?;
        u32::try_from(index.min(100)).ok()
    }
}

fn words(text: &str) -> usize {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // A point inside a word or number ends nothing.
    text.split_inclusive(['.', '!', '?', ';', ':'])
        .map(str::trim)
        .filter(|sentence| words(sentence) > 0)
}

/// The sentence with the most letters.
fn hardest(text: &str) -> String {
    sentences(text).max_by_key(|sentence| sentence.chars().count()).unwrap_or_default().to_owned()
}

/// The sentence as it is read, with a short word for what a phone puts in.
fn plain(text: &str) -> String {
    let read = |piece: Piece| match piece {
        Piece::Text(text) | Piece::Strong(text) | Piece::Term { label: Some(text), .. } => text,
        Piece::Term { id, .. } => id.replace('-', " "),
        _ => "questo".to_owned(),
    };
    markup::parse(text).unwrap_or_default().into_iter().map(read).collect()
}

fn hard(index: u32, wanted: u32, hardest: &str) -> Problem {
    Problem::new(
        "hard-to-read",
        both(
            format!(
                "Il testo è difficile da leggere (Gulpease {index}, qui ne serve {wanted}): «{hardest}»"
            ),
            format!(
                "The text is hard to read (Gulpease {index}, {wanted} is wanted here): “{hardest}”"
            ),
        ),
        both(
            "Dividi la frase, usa parole comuni e corte, un'azione per volta.",
            "Split the sentence, use common short words, one action at a time.",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_sentences_of_short_words_are_easy() {
        let easy = "Vai alla posta. Chiedi il kit giallo. Compila i fogli. Firma il primo foglio.";
        assert!(Counts::of(easy).index() > Some(80));
        let hard = "L'amministrazione competente procederà successivamente all'acquisizione della documentazione integrativa eventualmente necessaria";
        assert!(Counts::of(hard).index() < Some(40));
        assert_eq!(Counts::of("Vai in questura").index(), None);
    }

    #[test]
    fn the_hardest_sentence_is_named() {
        assert_eq!(hardest("Vai. Porta tutti i documenti. Paga."), "Porta tutti i documenti.");
    }
}
