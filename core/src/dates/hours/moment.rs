//! Moments in Italy: how they are asked for, and how they are written.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use crate::dates::italy;

/// A moment that somebody asks about: RFC 3339; a date and a time, which are Italy's; a day, which stands for its noon.
/// `None`: none of these.
pub fn asked_moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment);
    }
    if text.len() == "2026-11-23".len() {
        return in_italy(text.parse::<Date>().ok()?.at(12, 0, 0, 0));
    }
    in_italy(text.parse().ok()?)
}

/// The moment of a civil time in Italy.
pub(super) fn in_italy(civil: DateTime) -> Option<Timestamp> {
    civil.to_zoned(italy()).ok().map(|zoned| zoned.timestamp())
}

/// A moment with the offset of Italy: `2027-03-28T03:00:00+02:00`.
pub fn with_offset(moment: Timestamp) -> String {
    moment.display_with_offset(italy().to_offset(moment)).to_string()
}
