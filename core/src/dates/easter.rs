//! Easter Sunday, from which three holidays are counted.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Easter Sunday of a year by the Gregorian calendar.
///
/// Source: the rule of the Council of Nicaea as the Gregorian reform computes it, in the form of Meeus (*Astronomical
/// Algorithms*, chapter 8), which has no exceptions. `None` outside the years that a [`Date`] can hold, and before the reform.
pub fn easter_sunday(year: i16) -> Option<Date> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let y = i32::from(year);
    let golden = y % 19;
    let (century, of_century) = (y / 100, y % 100);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days_after_march_22 = epact + weekday - 7 * late;
    date(year, 3, 22).checked_add(days_after_march_22.days()).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::civil::Weekday;

    #[test]
    fn easter_falls_where_the_calendars_of_those_years_have_it() {
        for (year, month, day) in [
            (1818, 3, 22), // the earliest there is
            (1943, 4, 25), // the latest there is
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
        ] {
            assert_eq!(easter_sunday(year), Some(date(year, month, day)), "{year}");
        }
    }

    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april_in_every_year() {
        for year in 1583..=9999 {
            let easter = easter_sunday(year).unwrap();
            assert_eq!(easter.weekday(), Weekday::Sunday, "{year}");
            assert!(easter >= date(year, 3, 22) && easter <= date(year, 4, 25), "{easter}");
        }
        assert_eq!(easter_sunday(1582), None);
    }
}
