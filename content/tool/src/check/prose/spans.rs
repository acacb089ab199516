//! Spans of time in a sentence: `60 giorni`, `8 working days`, `شهرين`, `4-12 mesi`, `三个月`.

use cittadini_core::model::{Duration, DurationRange, Unit};

use super::sentence::{Sentence, What, links};

/// Takes all numbers that have a unit of time.
pub(super) fn read(sentence: &mut Sentence<'_>) {
    for at in 0..sentence.len() {
        if sentence.free(at).is_none() {
            continue;
        }
        if let Some((length, unit)) = sentence.vocabulary.pair(sentence.from(at)) {
            span(sentence, (at, at + length), at, Duration { n: 2, unit });
            continue;
        }
        let Some((n, after)) = number(sentence, at) else { continue };
        if let Some((end, unit)) = unit(sentence, after) {
            span(sentence, (at, end), at, Duration { n, unit });
        } else if let Some((max, end, unit)) = range_end(sentence, after) {
            sentence.take(at, end, What::Range(DurationRange { min: n, max, unit }), false);
        } else if let Some((length, unit)) = sentence.vocabulary.unit_before(sentence.before(at)) {
            span(sentence, (at - length, after), at - length, Duration { n, unit });
        }
    }
}

fn span(sentence: &mut Sentence<'_>, (from, to): (usize, usize), at: usize, span: Duration) {
    let age = span.unit == Unit::Years
        && sentence.vocabulary.is_age(sentence.before(at), sentence.from(to));
    sentence.take(from, to, What::Span(span), age);
}

fn range_end(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize, Unit)> {
    let (max, after) = links(sentence, at).then(|| number(sentence, at + 1))??;
    unit(sentence, after).map(|(end, unit)| (max, end, unit))
}

/// The unit after a number, perhaps joined to it by a hyphen, and the place after it.
fn unit(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Unit)> {
    let joined = sentence.tight_mark(at) == Some("-");
    let at = if joined { at + 1 } else { at };
    sentence.free(at)?;
    sentence.vocabulary.unit(sentence.from(at)).map(|(length, unit)| (at + length, unit))
}

/// The whole number at a place, in digits or in words, and the place after it.
fn number(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(digits) = sentence.digits(at) {
        let decimals = matches!(sentence.tight_mark(at + 1), Some("." | "," | "/"))
            && sentence.tight_digits(at + 2).is_some();
        let whole = !decimals && !sentence.hangs(at) && digits.len() <= 4;
        return digits.parse().ok().filter(|_| whole).map(|n| (n, at + 1));
    }
    sentence.free(at)?;
    if let Some((length, n)) = sentence.vocabulary.number(sentence.from(at)) {
        return Some((n, at + length));
    }
    chinese(sentence, at)
}

/// A number below a thousand in Chinese characters, read from its first one.
fn chinese(sentence: &Sentence<'_>, at: usize) -> Option<(u32, usize)> {
    let value = |at: usize| sentence.free(at).and_then(|token| character(&token.text));
    if at > 0 && value(at - 1).is_some() {
        return None;
    }
    let (mut total, mut units, mut after) = (0u32, 0u32, at);
    while let Some(value) = value(after) {
        after += 1;
        if value < 10 {
            units = value;
        } else {
            total += units.max(1) * value;
            units = 0;
        }
    }
    (after > at).then_some((total + units, after))
}

fn character(text: &str) -> Option<u32> {
    Some(match text {
        "一" => 1,
        "二" | "两" | "兩" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        "七" => 7,
        "八" => 8,
        "九" => 9,
        "十" => 10,
        "百" => 100,
        _ => return None,
    })
}
