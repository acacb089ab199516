//! Telephone numbers in a sentence: those of the facts, and what looks like one.

use super::sentence::{Sentence, What};
use super::tokens::Kind;

/// Takes all numbers of the facts, and what looks like a telephone number.
pub(super) fn read(sentence: &mut Sentence<'_>, is_known: &dyn Fn(&str) -> bool) {
    for at in 0..sentence.len() {
        if sentence.digits(at).is_none() || sentence.hangs(at) {
            continue;
        }
        let candidates = candidates(sentence, at);
        let known = candidates.iter().rev().find(|(digits, to)| {
            is_known(digits) && (digits.len() > 4 || stands_alone(sentence, at, *to))
        });
        let found = known.or_else(|| {
            candidates.iter().rev().find(|(digits, to)| looks_like_one(sentence, at, *to, digits))
        });
        if let Some((digits, to)) = found.cloned() {
            sentence.take(at, to, What::Number(digits), false);
        }
    }
}

/// The digits of a number, as they are compared: without what parts them, and without Italy's prefix.
pub(super) fn comparable(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let international = number.trim_start().starts_with('+') || digits.starts_with("00");
    let bare = digits.strip_prefix("00").unwrap_or(&digits);
    match bare.strip_prefix("39") {
        Some(rest) if international => rest.to_owned(),
        _ => digits,
    }
}

/// The numbers that may begin at a place, each with the place after it, the shortest first.
fn candidates(sentence: &Sentence<'_>, at: usize) -> Vec<(String, usize)> {
    let plus = at.checked_sub(1).and_then(|place| sentence.free(place));
    let mut written = String::new();
    if plus.is_some_and(|mark| mark.text == "+") {
        written.push('+');
    }
    let mut all = Vec::new();
    let mut next = at;
    while let Some(digits) = sentence.digits(next) {
        written.push_str(digits);
        next += 1;
        all.push((comparable(&written), next));
        let parted = matches!(sentence.tight_mark(next), Some("." | "-" | "/"))
            && sentence.tight_digits(next + 1).is_some();
        next += usize::from(parted);
    }
    all
}

/// Whether a short number can only be one to call, and is not «art. 112» or «112 metri».
fn stands_alone(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    if to != from + 1 || sentence.vocabulary.in_a_norm(sentence.before(from)) {
        return false;
    }
    let before = sentence.before(from);
    // «In pericolo: 112.», but not «Via Roma 112».
    let announced = before.last().is_none_or(|mark| matches!(mark.text.as_str(), ":" | "：" | "("));
    let ends = sentence.from(to).first().is_none_or(|next| {
        next.kind == Kind::Mark && !matches!(next.text.as_str(), "/" | "%" | "°" | "€" | "-")
    });
    sentence.vocabulary.to_call(before) || sentence.vocabulary.is_name(before) || announced && ends
}

fn looks_like_one(sentence: &Sentence<'_>, from: usize, to: usize, digits: &str) -> bool {
    let before = sentence.before(from);
    if sentence.vocabulary.in_a_norm(before) || !digits.is_ascii() {
        return false;
    }
    let called = (3..=12).contains(&digits.len()) && sentence.vocabulary.to_call(before);
    let long = match digits.as_bytes() {
        [b'0', b'0', ..] => false,
        [b'0', ..] => (8..=11).contains(&digits.len()),
        [b'3', ..] => (9..=10).contains(&digits.len()),
        [b'8', b'0', b'0', ..] => digits.len() == 9,
        _ => false,
    };
    let counted = sentence.vocabulary.unit(sentence.from(to)).is_some();
    (called || long) && !counted
}
