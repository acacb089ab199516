//! Money in a sentence: `16,00 €`, `EUR 1.000`, `٤٠ يورو`, `20-23 euro`.

use super::sentence::{Sentence, What, links};

/// Takes all amounts that name their currency.
pub(super) fn read(sentence: &mut Sentence<'_>) {
    for at in 0..sentence.len() {
        let Some((cents, after)) = amount(sentence, at) else { continue };
        if let Some(length) = currency(sentence, after) {
            sentence.take(at, after + length, What::Money(cents), false);
        } else if let Some((high, end)) = range_end(sentence, after) {
            sentence.take(at, end, What::Money(cents), false);
            sentence.take(at, end, What::Money(high), false);
        } else if at > 0
            && sentence.free(at - 1).is_some()
            && sentence.vocabulary.ends_with_euro(sentence.before(at))
        {
            sentence.take(at - 1, after, What::Money(cents), false);
        }
    }
}

fn currency(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    sentence.free(at)?;
    sentence.vocabulary.euro(sentence.from(at))
}

/// The upper end of a range that names the currency only there, and where it ends.
fn range_end(sentence: &Sentence<'_>, at: usize) -> Option<(u64, usize)> {
    let (cents, after) = links(sentence, at).then(|| amount(sentence, at + 1))??;
    currency(sentence, after).map(|length| (cents, after + length))
}

/// The amount that begins at a place, in cents, and the place after it. Points and commas part thousands when three
/// digits follow, else cents.
fn amount(sentence: &Sentence<'_>, at: usize) -> Option<(u64, usize)> {
    if sentence.hangs(at) {
        return None;
    }
    let mut euros = sentence.digits(at)?.to_owned();
    let mut after = at + 1;
    let mut cents = 0;
    while let Some(digits) = part(sentence, after) {
        after += 2;
        if digits.len() == 3 {
            euros.push_str(digits);
            continue;
        }
        let tens = if digits.len() == 1 { 10 } else { 1 };
        cents = digits.parse::<u64>().ok().filter(|_| digits.len() <= 2)? * tens;
        break;
    }
    Some((euros.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)?, after))
}

/// The digits after a point or comma without white space.
fn part<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<&'s str> {
    sentence.tight_mark(at).filter(|mark| matches!(*mark, "." | "," | "'" | "’"))?;
    sentence.tight_digits(at + 1)
}
