//! Which days are Sundays, holidays, or the patron saint's, in one municipality.

use jiff::civil::{Date, Weekday};

use super::holiday::{HolidayDay, HolidayRule};
use super::national::national;
use crate::model::Holiday;

/// Why a day is not like the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest<'a> {
    /// A Sunday that is no other holiday.
    Sunday,
    /// A holiday of the State.
    Holiday(&'a HolidayRule),
    /// The day of the municipality's patron saint.
    PatronSaint,
}

/// The calendar of one municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    holidays: Vec<HolidayRule>,
    patron_saint: Option<HolidayDay>,
}

impl Default for Calendar {
    fn default() -> Self {
        Self::national()
    }
}

impl Calendar {
    /// Sundays and the holidays of the State that are compiled in; no patron saint.
    pub fn national() -> Self {
        Self { holidays: national(), patron_saint: None }
    }

    /// With what a release says of holidays: one with a known id takes its place, any other is added. One without a day
    /// that this core knows changes nothing.
    #[must_use]
    pub fn with_holidays(mut self, holidays: &[Holiday]) -> Self {
        for rule in holidays.iter().filter_map(HolidayRule::of) {
            self.holidays.retain(|known| known.id != rule.id);
            self.holidays.push(rule);
        }
        self
    }

    /// With the patron saint's day of a municipality, `MM-DD`. `None`, and what cannot be read: unknown.
    #[must_use]
    pub fn with_patron_saint(mut self, day: Option<&str>) -> Self {
        self.patron_saint = day.and_then(HolidayDay::parse);
        self
    }

    /// Whether the patron saint's day is known.
    pub fn knows_patron_saint(&self) -> bool {
        self.patron_saint.is_some()
    }

    /// The holiday of the State on a day, if it is one.
    pub fn holiday(&self, on: Date) -> Option<&HolidayRule> {
        self.holidays.iter().find(|holiday| holiday.is(on))
    }

    /// Whether a day is the patron saint's.
    pub fn is_patron_saint(&self, on: Date) -> bool {
        self.patron_saint.is_some_and(|day| day.is(on))
    }

    /// Why offices of the municipality rest on a day; `None` on all others, Saturdays among them.
    pub fn rest(&self, on: Date) -> Option<Rest<'_>> {
        if let Some(holiday) = self.holiday(on) {
            Some(Rest::Holiday(holiday))
        } else if on.weekday() == Weekday::Sunday {
            Some(Rest::Sunday)
        } else {
            self.is_patron_saint(on).then_some(Rest::PatronSaint)
        }
    }

    /// Whether the law calls a day a holiday: Sundays and the holidays of the State (L. 260/1949 art. 2).
    pub fn is_legal_holiday(&self, on: Date) -> bool {
        on.weekday() == Weekday::Sunday || self.holiday(on).is_some()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::Meta;
    use jiff::civil::date;

    fn name(calendar: &Calendar, on: Date) -> Option<&str> {
        calendar.holiday(on).map(|holiday| holiday.name_it.as_str())
    }

    #[test]
    fn the_holidays_of_2027_that_are_no_sunday_by_themselves_are_those_of_the_law() {
        let calendar = Calendar::national();
        let days: Vec<String> = date(2027, 1, 1)
            .series(jiff::ToSpan::days(1))
            .take_while(|day| day.year() == 2027)
            .filter(|day| calendar.holiday(*day).is_some())
            .map(|day| day.strftime("%m-%d").to_string())
            .collect();
        assert_eq!(
            days,
            [
                "01-01", "01-06", "03-29", "04-25", "05-01", "06-02", "08-15", "10-04", "11-01",
                "12-08", "12-25", "12-26"
            ]
        );
        assert_eq!(calendar.rest(date(2027, 3, 28)), Some(Rest::Sunday), "Easter is a Sunday");
    }

    #[test]
    fn saint_francis_is_a_holiday_from_2026_on() {
        let calendar = Calendar::national();
        assert_eq!(name(&calendar, date(2025, 10, 4)), None);
        assert_eq!(name(&calendar, date(2026, 10, 4)), Some("San Francesco d'Assisi"));
        assert_eq!(name(&calendar, date(2027, 10, 4)), Some("San Francesco d'Assisi"));
    }

    #[test]
    fn what_was_abolished_in_1977_counts_only_before_and_what_came_back_counts_again() {
        let calendar = Calendar::national();
        let is = |year, month, day| calendar.holiday(date(year, month, day)).is_some();
        assert!(is(1976, 11, 4) && is(1976, 3, 19) && is(1976, 6, 29) && !is(1977, 3, 19));
        assert!(is(1977, 1, 6) && !is(1978, 1, 6) && !is(1985, 1, 6) && is(1986, 1, 6));
        assert!(is(1976, 6, 2) && !is(1977, 6, 2) && !is(2000, 6, 2) && is(2001, 6, 2));
        assert!(is(1976, 5, 27) && !is(1977, 5, 19), "Ascension");
        assert!(!is(2010, 3, 17) && is(2011, 3, 17) && !is(2012, 3, 17));
    }

    fn holiday(id: &str, day: &str) -> Holiday {
        let meta = Meta { id: id.into(), ..Meta::default() };
        Holiday { meta, name_it: id.into(), day: Some(day.into()), after_easter: None }
    }

    #[test]
    fn a_release_adds_holidays_ends_them_and_cannot_break_the_others() {
        let mut ended = holiday("san-francesco", "10-04");
        ended.meta.valid_until = Some(date(2029, 12, 31));
        let calendar = Calendar::national().with_holidays(&[
            holiday("nuova", "09-20"),
            ended,
            holiday("rotta", "13-45"),
            Holiday::default(),
        ]);
        assert!(calendar.holiday(date(2028, 9, 20)).is_some());
        assert!(calendar.holiday(date(2029, 10, 4)).is_some());
        assert!(calendar.holiday(date(2030, 10, 4)).is_none());
        assert!(calendar.holiday(date(2030, 12, 25)).is_some());
    }

    #[test]
    fn the_patron_saint_rests_the_offices_and_is_no_holiday_of_the_state() {
        let calendar = Calendar::national().with_patron_saint(Some("12-07"));
        let day = date(2026, 12, 7);
        assert_eq!(calendar.rest(day), Some(Rest::PatronSaint));
        assert!(!calendar.is_legal_holiday(day));
        assert!(!Calendar::national().with_patron_saint(Some("30-30")).knows_patron_saint());
    }

    #[test]
    fn every_holiday_of_the_state_names_its_norm() {
        for holiday in Calendar::national().holidays {
            assert!(holiday.norm.contains("L. 260/1949") || holiday.norm.contains("DL 5/2011"));
        }
    }
}
