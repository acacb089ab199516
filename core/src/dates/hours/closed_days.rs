//! The days that close an office whatever its week says.

use std::cell::RefCell;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::schedule::Closure;
use crate::dates::Calendar;

/// The days that a calendar closes. A list of offices asks about the same few days a thousand times: which of them are plain
/// is remembered.
#[derive(Debug, Clone)]
pub struct ClosedDays {
    calendar: Calendar,
    plain: RefCell<BTreeSet<Date>>,
}

impl From<Calendar> for ClosedDays {
    fn from(calendar: Calendar) -> Self {
        Self { calendar, plain: RefCell::default() }
    }
}

impl ClosedDays {
    /// The calendar.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Why a day is closed; `None` on plain days, Sundays among them.
    pub(super) fn closure(&self, on: Date) -> Option<Closure<'_>> {
        if self.plain.borrow().contains(&on) {
            return None;
        }
        if let Some(holiday) = self.calendar.holiday(on) {
            return Some(Closure::Holiday(holiday));
        }
        if self.calendar.is_patron_saint(on) {
            return Some(Closure::PatronSaint);
        }
        self.plain.borrow_mut().insert(on);
        None
    }
}
