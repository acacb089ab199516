//! Until when a paper may be handed in, by who issued it.

use jiff::civil::Date;

use super::calendar::Calendar;
use super::count::{Direction, Uncountable, end_of_span};
use crate::model::{Issuer, Validity};

/// The last day on which a paper may be handed in, counted from the day that its validity names (issue, translation …).
///
/// Where nobody says who issued it, or several validities hold for that issuer, the shortest counts: that is safe. `None`
/// when no validity holds for the issuer. The day is not moved off a holiday: a paper that ends on a Sunday is too old on Monday.
pub fn valid_until(
    calendar: &Calendar,
    validity: &[Validity],
    issuer: Option<Issuer>,
    from: Date,
) -> Result<Option<Date>, Uncountable> {
    let mut earliest: Option<Date> = None;
    for entry in validity {
        let holds = entry.issuer.is_none() || issuer.is_none() || entry.issuer == issuer;
        if holds {
            let end = end_of_span(calendar, from, entry.span, Direction::Forwards)?;
            earliest = Some(earliest.map_or(end, |known| known.min(end)));
        }
    }
    Ok(earliest)
}
