//! The figures of a sentence: money, spans of time, days and telephone numbers, whatever language it is in.

use super::sentence::{Figure, Sentence};
use super::vocabulary::Vocabulary;
use super::{dates, money, phones, spans};

/// All figures of a sentence. `is_known` says of digits whether they are a number that stands in the facts.
pub(super) fn figures(
    vocabulary: &Vocabulary,
    plain: &str,
    is_known: &dyn Fn(&str) -> bool,
) -> Vec<Figure> {
    let mut sentence = Sentence::new(vocabulary, plain);
    // Days first, since their numbers would pass for anything else.
    dates::read(&mut sentence);
    money::read(&mut sentence);
    spans::read(&mut sentence);
    phones::read(&mut sentence, is_known);
    sentence.into_figures()
}
