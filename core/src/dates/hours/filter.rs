//! Offices for those who work: open in the evening, open on Saturdays, in an ordinary week.

use jiff::civil::{Date, DateTime, Time, time};

use super::plan::passes_midnight;
use crate::model::{OpeningHours, Weekday};

/// When the evening begins.
const EVENING: Time = time(17, 0, 0, 0);

/// Whether a span of the week lets somebody in after 17:00.
pub fn in_the_evening(span: &OpeningHours) -> bool {
    !span.days.is_empty() && (passes_midnight(span) || span.close > EVENING)
}

/// Whether a span of a day that ends at `close` lets somebody in after 17:00.
pub fn is_evening(close: DateTime, date: Date) -> bool {
    close.date() > date || close.time() > EVENING
}

/// Whether a span of the week begins on a Saturday.
pub fn on_saturday(span: &OpeningHours) -> bool {
    span.days.contains(&Weekday::Saturday)
}
