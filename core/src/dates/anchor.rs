//! The events from which terms are counted, and what is wrong with a date that somebody gives for one.

use jiff::civil::Date;

/// Events that have happened when a date is known for them. One that this list does not know may lie ahead.
const HAPPENED: [&str; 15] = [
    "address_change",
    "adoption",
    "application",
    "birth",
    "cancellation",
    "departure",
    "entry",
    "issue",
    "legal_stay_start",
    "marriage",
    "notification",
    "permit_issue",
    "receipt",
    "residence_start",
    "service_start",
];

/// Why a date cannot be used for an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadDate {
    /// It is no day of the calendar, or not written as `2026-11-23`.
    NoDate(String),
    /// It lies in the future, and the event has happened.
    InFuture(Date),
}

/// Reads a day, `2026-11-23`. What follows a day (a time of day) is no day.
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let shape: Vec<usize> = text.split('-').filter(|part| digits(part)).map(str::len).collect();
    (shape == [4, 2, 2]).then(|| text.parse().ok()).flatten()
}

/// The day of an event, as somebody gave it.
pub fn event_date(event: &str, text: &str, today: Date) -> Result<Date, BadDate> {
    let day = parse_date(text).ok_or_else(|| BadDate::NoDate(text.trim().to_owned()))?;
    match HAPPENED.contains(&event) && today < day {
        true => Err(BadDate::InFuture(day)),
        false => Ok(day),
    }
}
