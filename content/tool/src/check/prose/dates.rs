//! Whole days in a sentence: `2026-11-21`, `21/11/2026`, `21 novembre 2026`, `November 21, 2026`, `2026年11月21日`.

use jiff::civil::Date;

use super::sentence::{Sentence, What};

/// Takes all days that have their year.
pub(super) fn read(sentence: &mut Sentence<'_>) {
    for at in 0..sentence.len() {
        let found = in_digits(sentence, at)
            .or_else(|| in_chinese(sentence, at))
            .or_else(|| with_month(sentence, at));
        if let Some((day, from, to)) = found {
            let of_a_law = sentence.vocabulary.in_a_norm(sentence.before(from));
            sentence.take(from, to, What::Day(day), of_a_law);
        }
    }
}

type Found = Option<(Date, usize, usize)>;

fn day(year: &str, month: i8, day: &str) -> Option<Date> {
    let year = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
    Date::new(year, month, day.parse().ok()?).ok()
}

fn in_digits(sentence: &Sentence<'_>, at: usize) -> Found {
    let mark = sentence.tight_mark(at + 1).filter(|mark| matches!(*mark, "/" | "." | "-"))?;
    if sentence.tight_mark(at + 3) != Some(mark) {
        return None;
    }
    let (first, second) = (sentence.digits(at)?, sentence.tight_digits(at + 2)?);
    let third = sentence.tight_digits(at + 4)?;
    let (year, last) = if first.len() == 4 { (first, third) } else { (third, first) };
    Some((day(year, second.parse().ok()?, last)?, at, at + 5))
}

fn in_chinese(sentence: &Sentence<'_>, at: usize) -> Found {
    let is = |at: usize, words: &[&str]| {
        sentence.free(at).is_some_and(|token| words.contains(&token.text.as_str()))
    };
    if !is(at + 1, &["年"]) || !is(at + 3, &["月"]) || !is(at + 5, &["日", "号", "號"]) {
        return None;
    }
    let month = sentence.digits(at + 2)?.parse().ok()?;
    Some((day(sentence.digits(at)?, month, sentence.digits(at + 4)?)?, at, at + 6))
}

/// The day around a month's name, in whichever order the language has.
fn with_month(sentence: &Sentence<'_>, at: usize) -> Found {
    sentence.free(at)?;
    let (length, month) = sentence.vocabulary.month(sentence.from(at))?;
    let after = at + length;
    let year = |at: usize| sentence.digits(at).filter(|digits| digits.len() == 4);
    let number = |at: usize| sentence.digits(at).filter(|digits| digits.len() <= 2);
    // «21 novembre 2026», «21 de noviembre de 2026», «1° gennaio 2027».
    let day_before = [1, 2].iter().find_map(|back| {
        let place = at.checked_sub(*back)?;
        Some((number(place)?, place))
    });
    let year_after = [0, 1].iter().find_map(|on| Some((year(after + on)?, after + on + 1)));
    if let (Some((number, from)), Some((year, to))) = (day_before, year_after) {
        return Some((day(year, month, number)?, from, to));
    }
    // «November 21, 2026».
    if let (Some(number), Some((year, to))) =
        (number(after), [1, 2].iter().find_map(|on| Some((year(after + on)?, after + on + 1))))
    {
        return Some((day(year, month, number)?, at, to));
    }
    // «2026 නොවැම්බර් 21».
    let from = at.checked_sub(1)?;
    Some((day(year(from)?, month, number(after)?)?, from, after + 1))
}
