//! When an office is open: its next days, its closures, who speaks which language when.
//!
//! `dates::hours` reckons; here it gets words. The patron saint that closes is the one of the reader's municipality, and only
//! offices that are not known to be in another town: that one's saint is not in the content, and a note says so.

mod days;
mod listed;
mod now;
mod open_now;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Reading;
use crate::dates::Calendar;
use crate::dates::hours::{ClosedDays, Schedule, Status, Timetable, with_offset};
use crate::l10n::messages;
use crate::model::{Office, SpokenLanguage};
use crate::order;
use crate::screens::{HoursClosure, HoursDay, HoursScreen, LanguageHours, Text};
use crate::{Error, Result};

pub use listed::OfficeMemory;
use now::{Moment, Speaker};

/// How many days are listed, today among them.
const DAYS: usize = 14;

impl Reading<'_> {
    /// When an office is open.
    pub fn hours(&self, id: &str) -> Result<HoursScreen> {
        let office = self
            .item::<Office>("office", id)?
            .ok_or_else(|| Error::InvalidInput(format!("there is no office «{id}»")))?;
        let closed_days = ClosedDays::from(self.calendar_in(town(&office))?);
        let table = Timetable::new(Schedule::from(&office), &closed_days);
        let moment = self.present();
        let speaker = Speaker::new(self, moment);
        let status = moment.map_or(Status::Unknown, |moment| table.status(moment.at));
        let spoken = office.languages.iter();
        Ok(HoursScreen {
            header: self.header()?,
            office: self.office_view(&office)?,
            now: speaker.now(status),
            days: self.next_days(&table),
            closures: self.closures(&office, &closed_days),
            languages: spoken.map(|spoken| speaker.language(spoken, table)).collect(),
            notes: self.saint_note(&office, closed_days.calendar()).into_iter().collect(),
        })
    }

    /// The present moment. `None` when the device's clock is known to be wrong: then nobody knows what is open.
    fn present(&self) -> Option<Moment> {
        (!self.clock_is_behind).then(|| Moment::present(self.context.now))
    }

    /// The calendar of an office in a town.
    fn calendar_in(&self, town: Option<&str>) -> Result<Calendar> {
        let calendar = self.calendar()?.clone();
        Ok(match self.is_elsewhere(town) {
            true => calendar.with_patron_saint(None),
            false => calendar,
        })
    }

    /// Whether a town is known to be another one than the reader's municipality.
    fn is_elsewhere(&self, town: Option<&str>) -> bool {
        let (Some(here), Some(town)) = (&self.municipality, town) else { return false };
        here.name_it.to_lowercase() != town.trim().to_lowercase()
    }

    /// Days of which nobody knows anything say so, unless there are no others.
    fn next_days(&self, table: &Timetable<'_>) -> Vec<HoursDay> {
        let days = self.today.series(1.day()).take(DAYS);
        let plans: Vec<_> = days.map(|day| table.day(day)).collect();
        match plans.iter().all(|plan| plan.is_unknown()) {
            true => Vec::new(),
            false => plans.iter().map(|plan| self.hours_day(plan)).collect(),
        }
    }

    fn closures(&self, office: &Office, closed_days: &ClosedDays) -> Vec<HoursClosure> {
        let to_come = |from: Date, to: Date| from <= to && self.today <= to;
        let exceptions = office.exceptions.iter().filter(|one| to_come(one.from, one.to));
        let mut closures: Vec<_> =
            exceptions.map(|exception| self.closure(exception, closed_days)).collect();
        order::sort_by(&mut closures, |a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
        closures
    }

    /// What the calendar cannot know of an office whose hours are known.
    fn saint_note(&self, office: &Office, calendar: &Calendar) -> Option<Text> {
        let has_hours = office.hours.as_ref().is_some_and(|hours| !hours.is_empty());
        if !has_hours || calendar.knows_patron_saint() {
            return None;
        }
        let here = self.municipality.as_ref().filter(|_| !self.is_elsewhere(town(office)));
        Some(self.say(&match here {
            Some(here) => messages::patron_saint_unknown(here.name_it.as_str()),
            None => messages::patron_saint_elsewhere(),
        }))
    }
}

impl Speaker<'_, '_> {
    fn language(&self, spoken: &SpokenLanguage, table: Timetable<'_>) -> LanguageHours {
        let table = table.within(&spoken.hours);
        let status = self.moment.map_or(Status::Unknown, |moment| table.status(moment.at));
        let next = match status {
            Status::Closed { next, .. } => next,
            _ => None,
        };
        LanguageHours {
            language: spoken.language.clone(),
            text: self.reading.spoken(spoken),
            now: matches!(status, Status::Open { .. }),
            when: self.spoken_when(status),
            hours: self.reading.weekly(&table.ordinary_week(), |_, _| true),
            next: next.map(|next| with_offset(next.at)),
        }
    }
}

/// The town of an office, if it is known.
fn town(office: &Office) -> Option<&str> {
    office.address.as_ref().map(|address| address.town.as_str())
}
