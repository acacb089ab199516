//! The calendar that holds for the reader: the holidays of the State, what the release says of them, and the patron saint
//! of her municipality.

use super::Reading;
use crate::Result;
use crate::dates::Calendar;
use crate::model::Holiday;

impl Reading<'_> {
    /// The calendar of the reader's municipality; without one, that of the State. Without content it is the one that is
    /// compiled in.
    pub(super) fn calendar(&self) -> Result<&Calendar> {
        if let Some(calendar) = self.calendar.get() {
            return Ok(calendar);
        }
        let patron_saint =
            self.municipality.as_ref().and_then(|found| found.patron_saint.as_deref());
        let calendar = Calendar::national()
            .with_holidays(&self.all::<Holiday>("holiday")?)
            .with_patron_saint(patron_saint);
        Ok(self.calendar.get_or_init(|| calendar))
    }
}
