//! Days and moments on the command line. Italy's time decides which day it is.

use std::sync::Arc;

use cittadini_core::dates::{day_in_italy, italy};
use cittadini_core::ports::{Clock, FixedClock, SystemClock};
use jiff::Timestamp;
use jiff::civil::Date;

/// A day: `2026-11-23`.
pub(crate) fn day(text: &str) -> Result<Date, jiff::Error> {
    text.parse()
}

/// A moment: RFC 3339, or a day, which stands for its noon in Italy.
pub(crate) fn moment(text: &str) -> Result<Timestamp, jiff::Error> {
    match text.parse::<Timestamp>() {
        Ok(moment) => Ok(moment),
        Err(_) => Ok(day(text)?.at(12, 0, 0, 0).to_zoned(italy())?.timestamp()),
    }
}

/// The day that was asked for, or today.
pub(crate) fn day_or_today(asked: Option<Date>) -> Date {
    asked.unwrap_or_else(|| day_in_italy(clock(None).now()))
}

/// The clock that was asked for, or the system's.
pub(crate) fn clock(fixed: Option<Timestamp>) -> Arc<dyn Clock> {
    match fixed {
        Some(moment) => Arc::new(FixedClock(moment)),
        None => Arc::new(SystemClock),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_noon_in_italy() {
        assert_eq!(moment("2026-11-23").unwrap().to_string(), "2026-11-23T11:00:00Z");
        assert_eq!(
            moment("2026-07-01T08:00:00+02:00").unwrap().to_string(),
            "2026-07-01T06:00:00Z"
        );
        assert!(moment("domani").is_err());
    }
}
