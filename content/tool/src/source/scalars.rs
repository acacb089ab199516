//! Single values as editors write them, turned into the wire form: amounts, spans, days, times, addresses.

use jiff::civil::{Date, Time};
use serde_json::{Value as Json, json};

use crate::finding::{Both, Problem, both};

use super::schema::Type;

/// A complaint that names what was written and shows how it should look.
fn wrong(rule: &'static str, text: &str, what: Both, example: &str) -> Problem {
    Problem::new(
        rule,
        both(format!("«{text}» non è {}.", what.it), format!("“{text}” is not {}.", what.en)),
        both(format!("Scrivi così: {example}"), format!("Write it like this: {example}")),
    )
}

/// The wire form of one text of a type. `None` for types that are not a single text.
pub(super) fn scalar(ty: Type, text: &str) -> Option<Result<Json, Problem>> {
    Some(match ty {
        Type::Text | Type::Id(_) => Ok(json!(text)),
        Type::Slug => slug(text),
        Type::Date => date(text),
        Type::MonthDay => month_day(text),
        Type::Amount => amount(text),
        Type::Span => span(text),
        Type::SpanRange => span_range(text),
        Type::Times => times(text),
        Type::Bool => boolean(text),
        Type::Integer => text.parse::<u32>().map(|n| json!(n)).map_err(|_| {
            wrong(
                "not-a-number",
                text,
                both("un numero intero", "a whole number"),
                Type::Integer.examples(),
            )
        }),
        Type::Choice(words) => choice(text, words),
        Type::Url => url(text),
        Type::Email => email(text),
        Type::Language => language(text),
        Type::Istat => istat(text),
        _ => return None,
    })
}

fn slug(text: &str) -> Result<Json, Problem> {
    let good = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_')
    };
    if text.is_empty() || !text.bytes().all(good) {
        return Err(wrong(
            "not-a-slug",
            text,
            both(
                "un nome breve: servono lettere minuscole senza accento, cifre e trattini",
                "a short name: use small letters without accents, digits and hyphens",
            ),
            Type::Slug.examples(),
        ));
    }
    Ok(json!(text))
}

fn date(text: &str) -> Result<Json, Problem> {
    let shape = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
    match text.parse::<Date>() {
        Ok(date) if shape => Ok(json!(date)),
        _ => Err(wrong(
            "not-a-date",
            text,
            both(
                "un giorno del calendario (anno-mese-giorno)",
                "a day of the calendar (year-month-day)",
            ),
            Type::Date.examples(),
        )),
    }
}

fn month_day(text: &str) -> Result<Json, Problem> {
    // A leap year, so that 29 February is a day.
    let day = (text.len() == 5).then(|| format!("2024-{text}").parse::<Date>().ok()).flatten();
    day.map(|_| json!(text)).ok_or_else(|| {
        wrong(
            "not-a-day",
            text,
            both("un giorno dell'anno (mese-giorno)", "a day of the year (month-day)"),
            Type::MonthDay.examples(),
        )
    })
}

/// Euro cents of `16`, `16.5` is refused: an amount is written as it stands on the slip.
fn cents(text: &str) -> Option<u64> {
    let (euros, cents) = text.split_once('.').unwrap_or((text, "00"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(euros) || !digits(cents) || cents.len() != 2 {
        return None;
    }
    euros.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents.parse().ok()?)
}

fn amount(text: &str) -> Result<Json, Problem> {
    let wrong = || {
        wrong(
            "not-an-amount",
            text,
            both(
                "un importo in euro (con il punto e due cifre)",
                "an amount in euro (with a point and two digits)",
            ),
            Type::Amount.examples(),
        )
    };
    match text.split_once('-') {
        None => cents(text).map(|cents| json!({"cents": cents})).ok_or_else(wrong),
        Some((low, high)) => match (cents(low.trim()), cents(high.trim())) {
            (Some(low), Some(high)) if low < high => Ok(json!({"cents": low, "max_cents": high})),
            _ => Err(wrong()),
        },
    }
}

const UNITS: [(&str, &str); 5] = [
    ("hour", "hours"),
    ("day", "days"),
    ("working_day", "working_days"),
    ("month", "months"),
    ("year", "years"),
];

fn unit(text: &str) -> Option<&'static str> {
    UNITS.iter().find(|(one, many)| text == *one || text == *many).map(|(_, many)| *many)
}

fn span(text: &str) -> Result<Json, Problem> {
    let read = || {
        let (n, of) = text.split_once(' ')?;
        Some(json!({"n": n.parse::<u32>().ok()?, "unit": unit(of.trim())?}))
    };
    read().ok_or_else(|| {
        wrong(
            "not-a-span",
            text,
            both("un periodo di tempo", "a span of time"),
            Type::Span.examples(),
        )
    })
}

fn span_range(text: &str) -> Result<Json, Problem> {
    let read = || {
        let (range, of) = text.split_once(' ')?;
        let (min, max) = range.split_once('-').unwrap_or((range, range));
        let (min, max) = (min.parse::<u32>().ok()?, max.parse::<u32>().ok()?);
        (min <= max).then_some(())?;
        Some(json!({"min": min, "max": max, "unit": unit(of.trim())?}))
    };
    read().ok_or_else(|| {
        wrong(
            "not-a-range",
            text,
            both("un periodo tra due limiti", "a span between two bounds"),
            Type::SpanRange.examples(),
        )
    })
}

fn clock(text: &str) -> Option<Time> {
    let (hours, minutes) = text.trim().split_once(':')?;
    if minutes.len() != 2 {
        return None;
    }
    Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()
}

fn times(text: &str) -> Result<Json, Problem> {
    let read = || {
        let (open, close) = text.split_once('-')?;
        let (open, close) = (clock(open)?, clock(close)?);
        (open < close).then(|| json!({"open": open, "close": close}))
    };
    read().ok_or_else(|| {
        wrong(
            "not-hours",
            text,
            both(
                "un orario di apertura (dalle-alle, nello stesso giorno)",
                "opening hours (from-to, on one day)",
            ),
            Type::Times.examples(),
        )
    })
}

const DAYS: [(&str, &str); 7] = [
    ("mon", "monday"),
    ("tue", "tuesday"),
    ("wed", "wednesday"),
    ("thu", "thursday"),
    ("fri", "friday"),
    ("sat", "saturday"),
    ("sun", "sunday"),
];

/// The days of `mon` or `mon-fri`, as positions in the week.
pub(super) fn days(text: &str) -> Result<Vec<usize>, Problem> {
    let day = |text: &str| DAYS.iter().position(|(short, _)| *short == text.trim());
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    match (day(first), day(last)) {
        (Some(first), Some(last)) if first <= last => Ok((first..=last).collect()),
        _ => Err(wrong(
            "not-days",
            text,
            both("un giorno della settimana", "a day of the week"),
            Type::Days.examples(),
        )),
    }
}

/// The wire names of days, in the order of the week, each once.
pub(super) fn day_names(days: &std::collections::BTreeSet<usize>) -> Json {
    days.iter().filter_map(|day| DAYS.get(*day)).map(|(_, name)| *name).collect()
}

fn boolean(text: &str) -> Result<Json, Problem> {
    match text {
        "true" => Ok(json!(true)),
        "false" => Ok(json!(false)),
        _ => Err(wrong(
            "not-a-bool",
            text,
            both("né vero né falso", "neither true nor false"),
            Type::Bool.examples(),
        )),
    }
}

fn choice(text: &str, words: &[&str]) -> Result<Json, Problem> {
    if words.contains(&text) {
        return Ok(json!(text));
    }
    let list = words.join(", ");
    let near = nearest(text, words.iter().copied());
    let fix = match near {
        Some(near) => both(
            format!("Volevi scrivere «{near}»? Parole ammesse: {list}."),
            format!("Did you mean “{near}”? Allowed words: {list}."),
        ),
        None => both(format!("Parole ammesse: {list}."), format!("Allowed words: {list}.")),
    };
    Err(Problem::new(
        "not-allowed",
        both(
            format!("Qui la parola «{text}» non è ammessa."),
            format!("The word “{text}” is not allowed here."),
        ),
        fix,
    ))
}

/// An address of the web.
pub(crate) fn url(text: &str) -> Result<Json, Problem> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let name = host.and_then(|host| host.split(['/', '?', '#']).next()).unwrap_or_default();
    if !name.contains('.') || name.starts_with('.') || text.contains(char::is_whitespace) {
        return Err(wrong(
            "not-a-url",
            text,
            both("un indirizzo web", "a web address"),
            Type::Url.examples(),
        ));
    }
    Ok(json!(text))
}

/// An e-mail address.
pub(crate) fn email(text: &str) -> Result<Json, Problem> {
    let good = text
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    if !good || text.contains(char::is_whitespace) {
        return Err(wrong(
            "not-an-email",
            text,
            both("un indirizzo e-mail", "an e-mail address"),
            Type::Email.examples(),
        ));
    }
    Ok(json!(text))
}

/// The usual spelling of a language tag, if it is one: `zh-hans` is `zh-Hans`.
pub(crate) fn language_tag(text: &str) -> Option<String> {
    let tag = text.parse::<unic_langid::LanguageIdentifier>().ok()?;
    // Longer ones would be well formed, but no language has one: «francese» is no tag.
    (tag.language.as_str() != "und" && tag.language.as_str().len() <= 3).then(|| tag.to_string())
}

fn language(text: &str) -> Result<Json, Problem> {
    if language_tag(text).as_deref() != Some(text) {
        return Err(wrong(
            "not-a-language",
            text,
            both("una sigla di lingua", "a language tag"),
            Type::Language.examples(),
        ));
    }
    Ok(json!(text))
}

/// Whether a text is a slug: small letters, digits, hyphens and underscores.
pub(crate) fn is_slug(text: &str) -> bool {
    slug(text).is_ok()
}

/// Whether a text is the ISTAT code of a municipality.
pub(crate) fn is_istat(text: &str) -> bool {
    istat(text).is_ok()
}

/// Whether a text is a language tag in its usual spelling.
pub(crate) fn is_language(text: &str) -> bool {
    language(text).is_ok()
}

fn istat(text: &str) -> Result<Json, Problem> {
    if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(wrong(
            "not-istat",
            text,
            both(
                "un codice ISTAT di comune (sei cifre)",
                "the ISTAT code of a municipality (six digits)",
            ),
            Type::Istat.examples(),
        ));
    }
    Ok(json!(text))
}

/// The longest text that may be a misspelt name, in bytes.
const LONGEST_NAME: usize = 100;

/// The known name that a misspelt one is nearest to, if any is near.
pub(crate) fn nearest<'a>(text: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // No name is so long; whoever pasted a page into a field must not wait for the comparison.
    if text.len() > LONGEST_NAME {
        return None;
    }
    names
        .map(|name| (strsim::damerau_levenshtein(text, name), name))
        .filter(|(distance, name)| *distance <= name.len().max(text.len()).div_ceil(3))
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
#[path = "scalars_tests.rs"]
mod tests;
