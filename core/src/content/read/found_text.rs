//! Texts with what was found in them: highlighted, cut to a line or two, and said again as they were meant.

use std::collections::BTreeSet;

use crate::content::searchable::{self, TITLES};
use crate::model::Words;
use crate::order;
use crate::screens::{FoundText, Run, Text, TextRange};
use crate::search::{Answer, Fields, Mark, Marker, folded_words};

/// About how many letters of a sentence are shown.
const SHOWN: usize = 160;

/// How many of them stand before the first word that was found.
const BEFORE: usize = 40;

/// The most words that are named as the reason for a hit.
const REASONS: usize = 8;

/// A text with its highlights.
pub(super) fn found_text(text: &Text, markers: &[Marker]) -> FoundText {
    let plain = text.plain();
    let marker = markers.iter().find(|marker| marker.language == text.language);
    let marks = marker.map(|marker| marker.marks(&plain)).unwrap_or_default();
    FoundText {
        ranges: in_utf16(&plain, &marks),
        text: plain,
        language: text.language.clone(),
        direction: text.direction,
        translation: text.translation,
    }
}

/// Places in bytes as places in UTF-16, in one walk.
fn in_utf16(text: &str, marks: &[Mark]) -> Vec<TextRange> {
    let (mut bytes, mut units) = (0, 0);
    let mut to = |place: usize| {
        units += text.get(bytes..place).unwrap_or_default().encode_utf16().count();
        bytes = place;
        u32::try_from(units).unwrap_or(u32::MAX)
    };
    marks.iter().map(|mark| TextRange { start: to(mark.at.start), end: to(mark.at.end) }).collect()
}

/// The words of a page that answer, as they stand in it, each once.
pub(super) fn matched(fields: &Fields, marker: &Marker) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut reasons = Vec::new();
    for text in [&fields.title, &fields.aliases, &fields.body] {
        for mark in marker.marks(text) {
            if reasons.len() < REASONS && seen.insert(mark.term) {
                reasons.push(text.get(mark.at).unwrap_or_default().to_owned());
            }
        }
    }
    reasons
}

/// The key of the sentence, beside the title, that has most of what was typed.
pub(super) fn best_sentence<'w>(words: &'w Words, marker: &Marker) -> Option<&'w str> {
    let sentences = words.values.iter().filter(|(key, _)| !TITLES.contains(&key.as_str()));
    let mut best: Option<(usize, &str)> = None;
    for (key, sentence) in sentences {
        let marks = marker.marks(&searchable::spoken(sentence));
        let terms = order::set(marks.into_iter().map(|mark| mark.term));
        if terms.len() > best.map_or(0, |(most, _)| most) {
            best = Some((terms.len(), key));
        }
    }
    best.map(|(_, key)| key)
}

/// The part of a sentence around the first word that was found, from a word's beginning to a word's end.
pub(super) fn cut(sentence: &Text, marker: &Marker) -> Text {
    let plain = sentence.plain();
    let letters = plain.chars().count();
    if letters <= SHOWN {
        return with_words(sentence, plain);
    }
    let marks =
        if marker.language == sentence.language { marker.marks(&plain) } else { Vec::new() };
    let first = marks
        .first()
        .and_then(|mark| plain.get(..mark.at.start))
        .map_or(0, |before| before.chars().count());
    let begin = first.saturating_sub(BEFORE).min(letters.saturating_sub(SHOWN));
    let part: String = plain.chars().skip(begin).take(SHOWN).collect();
    let part = match begin {
        0 => part.as_str(),
        _ => part.split_once(' ').map_or(part.as_str(), |(_, whole)| whole),
    };
    let ends = begin + SHOWN >= letters;
    let part = if ends { part } else { part.rsplit_once(' ').map_or(part, |(whole, _)| whole) };
    let dots = |are: bool| if are { "…" } else { "" };
    with_words(sentence, format!("{}{part}{}", dots(begin > 0), dots(!ends)))
}

fn with_words(sentence: &Text, words: String) -> Text {
    Text { runs: vec![Run::Text { text: words }], ..sentence.clone() }
}

/// What was typed, with the words that were mended as they stand in what was found. None when nothing was mended.
pub(super) fn corrected(typed: &str, answer: &Answer) -> Option<String> {
    if answer.mended.is_empty() || answer.found.is_empty() {
        return None;
    }
    let mut corrected = String::new();
    let mut written = 0;
    for (folded, at) in folded_words(typed) {
        let Some(mended) = answer.mended.iter().find(|mended| mended.typed == folded) else {
            continue;
        };
        let Some(word) = as_written(&mended.words, answer) else { continue };
        corrected.push_str(typed.get(written..at.start).unwrap_or_default());
        corrected.push_str(&word);
        written = at.end;
    }
    corrected.push_str(typed.get(written..).unwrap_or_default());
    (corrected != typed).then_some(corrected)
}

/// The first of some folded words that stands in what was found, as it is written there.
fn as_written(words: &[String], answer: &Answer) -> Option<String> {
    for found in &answer.found {
        let fields = &found.page.fields;
        for text in [&fields.title, &fields.aliases, &fields.body] {
            let written = folded_words(text).into_iter().find(|(folded, _)| words.contains(folded));
            if let Some((_, at)) = written {
                return text.get(at).map(str::to_lowercase);
            }
        }
    }
    words.first().cloned()
}
