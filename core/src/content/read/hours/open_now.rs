//! Which offices are open at a moment.
//!
//! A region has a thousand of them, and a reader waits for the list: what the filter needs of them is remembered
//! ([`super::listed`]), and only those that are shown are put into words.

use super::super::Reading;
use super::super::offices::address_line;
use super::listed::Listed;
use super::now::{Moment, Speaker};
use crate::dates::hours::{ClosedDays, Schedule, Status, Timetable, is_evening, with_offset};
use crate::l10n::messages;
use crate::model::Weekday;
use crate::order;
use crate::screens::{DayHours, OfficeFilter, OpenNow, OpenOffice, SpokenNow};
use crate::{Error, Result};
use std::cmp::Reverse;

/// What a filter is asked with.
struct Question<'q> {
    filter: &'q OfficeFilter,
    moment: Option<Moment>,
    here: ClosedDays,
    /// For offices of another town.
    elsewhere: ClosedDays,
}

impl Question<'_> {
    fn table<'o>(&'o self, office: &'o Listed, elsewhere: bool) -> Timetable<'o> {
        let schedule = Schedule { hours: office.hours.as_deref(), exceptions: &office.exceptions };
        Timetable::new(schedule, if elsewhere { &self.elsewhere } else { &self.here })
    }

    /// Whether an office belongs into the list. Where nobody knows the moment, nothing is left out for being closed.
    fn wants(&self, office: &Listed, table: &Timetable<'_>) -> bool {
        if !office.fits_in_the_week(self.filter) {
            return false;
        }
        match self.moment {
            Some(moment) if self.filter.open => match &self.filter.language {
                Some(language) => office.speaks_at(language, table, moment),
                None => table.is_open(moment.at),
            },
            _ => true,
        }
    }
}

/// An office of the list, with what it is at the moment.
struct Found<'o> {
    office: &'o Listed,
    table: Timetable<'o>,
    status: Status<'o>,
}

impl Found<'_> {
    /// Open ones first, those that close last before the others; then by when they open; unknown hours last.
    fn place(&self) -> (u8, Reverse<i64>, i64, &str) {
        let (rank, closes, opens) = match self.status {
            Status::Open { until, admission } => {
                let rank = match (admission.by_appointment, admission.service) {
                    (false, None) => 0,
                    (false, Some(_)) => 1,
                    (true, _) => 2,
                };
                (rank, until.as_second(), 0)
            }
            Status::Closed { next: Some(next), .. } => (3, 0, next.at.as_second()),
            Status::Closed { next: None, .. } => (4, 0, 0),
            Status::ClosedToPublic => (5, 0, 0),
            Status::Unknown => (6, 0, 0),
        };
        (rank, Reverse(closes), opens, &self.office.name_it)
    }
}

impl Reading<'_> {
    /// The offices that serve the reader's municipality and that a filter asks for; of all municipalities when she has
    /// chosen none. `InvalidInput` when the moment is none.
    pub fn open_now(&self, filter: &OfficeFilter) -> Result<OpenNow> {
        let moment = self.moment_of(filter)?;
        let here = ClosedDays::from(self.calendar()?.clone());
        let elsewhere = ClosedDays::from(here.calendar().clone().with_patron_saint(None));
        let question = Question { filter, moment, here, elsewhere };
        let listed = self.listed_offices()?;
        let (offices, unknown) = self.wanted(&listed, &question);
        let mut found: Vec<_> = offices
            .into_iter()
            .map(|office| {
                let table = question.table(office, self.is_elsewhere(office.town()));
                let status = moment.map_or(Status::Unknown, |moment| table.status(moment.at));
                Found { office, table, status }
            })
            .collect();
        order::sort_by(&mut found, |a, b| a.place().cmp(&b.place()));
        let speaker = Speaker::new(self, moment);
        Ok(OpenNow {
            header: self.header()?,
            municipality: self.municipality.as_ref().map(|found| found.name_it.clone()),
            at: moment.map(|moment| with_offset(moment.at)),
            none: found.is_empty().then(|| self.say(&messages::offices_not_found())),
            offices: found
                .iter()
                .map(|found| self.open_office(found, filter, &speaker))
                .collect::<Result<_>>()?,
            unknown,
            unknown_text: (unknown > 0)
                .then(|| self.say(&messages::offices_hours_unknown(unknown))),
        })
    }

    /// The offices that belong into the list, and how many that the filter could mean have unknown hours.
    fn wanted<'o>(&self, all: &'o [Listed], question: &Question<'_>) -> (Vec<&'o Listed>, u32) {
        let serving = self
            .municipality
            .as_ref()
            .map(|municipality| order::set(municipality.offices.values().flatten()));
        let (mut offices, mut unknown) = (Vec::new(), 0);
        for office in all {
            let serves = serving.as_ref().is_none_or(|ids| ids.contains(&office.id));
            if !serves || !office.could_be_meant(question.filter) {
                continue;
            }
            unknown += u32::from(office.hours.is_none());
            let table = question.table(office, self.is_elsewhere(office.town()));
            if question.wants(office, &table) {
                offices.push(office);
            }
        }
        (offices, unknown)
    }

    fn moment_of(&self, filter: &OfficeFilter) -> Result<Option<Moment>> {
        let Some(text) = &filter.at else { return Ok(self.present()) };
        let reason = || Error::InvalidInput(format!("«{text}» is neither a moment nor a day"));
        Moment::asked(text).ok_or_else(reason).map(Some)
    }

    fn open_office(
        &self,
        found: &Found<'_>,
        filter: &OfficeFilter,
        speaker: &Speaker<'_, '_>,
    ) -> Result<OpenOffice> {
        let office = found.office;
        let types = office.office_types.iter().map(|id| self.required(id, "title"));
        let spoken = office.languages.iter().map(|spoken| SpokenNow {
            language: spoken.language.clone(),
            text: self.spoken(spoken),
            now: speaker
                .moment
                .is_some_and(|moment| found.table.within(&spoken.hours).is_open(moment.at)),
        });
        Ok(OpenOffice {
            id: office.id.clone(),
            name_it: office.name_it.clone(),
            types: types.collect::<Result<_>>()?,
            now: speaker.now(found.status),
            fitting: self.fitting(found, filter),
            phone: office.phone.clone(),
            address: office.address.as_ref().map(address_line),
            languages: spoken.collect(),
            freshness: self.freshness(&office.meta()),
        })
    }

    /// The hours of the week for which an office is in the list, if it is for those.
    fn fitting(&self, found: &Found<'_>, filter: &OfficeFilter) -> Vec<DayHours> {
        if !filter.evening && !filter.saturday {
            return Vec::new();
        }
        self.weekly(&found.table.ordinary_week(), |plan, span| {
            (filter.evening && is_evening(span.close, plan.date))
                || (filter.saturday && plan.weekday() == Weekday::Saturday)
        })
    }
}
