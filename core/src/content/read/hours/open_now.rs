//! Which offices are open at a moment.
//!
//! A region has a thousand of them, and a reader waits for the list: of each only what the filter needs is read, and only
//! those that are shown are put into words.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;

use super::super::Reading;
use super::super::offices::address_line;
use super::now::{Moment, Speaker};
use crate::dates::Calendar;
use crate::dates::hours::{
    Schedule, Status, Timetable, in_the_evening, is_evening, on_saturday, same_language,
    with_offset,
};
use crate::l10n::messages;
use crate::model::{
    Address, HoursException, Mark, Meta, OpeningHours, Risk, SpokenLanguage, Weekday,
};
use crate::screens::{DayHours, OfficeFilter, OpenNow, OpenOffice, SpokenNow, Text};
use crate::{Error, Result};

/// What a list needs of an office. Beside it a record has sources and more, which are not read.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Listed {
    id: String,
    name_it: String,
    office_types: Vec<String>,
    address: Option<Address>,
    phone: Option<String>,
    hours: Option<Vec<OpeningHours>>,
    exceptions: Vec<HoursException>,
    languages: Vec<SpokenLanguage>,
    risk: Risk,
    verified_on: Option<Date>,
    verify_by: Option<Date>,
    valid_until: Option<Date>,
    marks: Vec<Mark>,
}

impl Listed {
    fn meta(&self) -> Meta {
        Meta {
            id: self.id.clone(),
            risk: self.risk,
            verified_on: self.verified_on,
            verify_by: self.verify_by,
            valid_until: self.valid_until,
            marks: self.marks.clone(),
            ..Meta::default()
        }
    }

    fn town(&self) -> Option<&str> {
        self.address.as_ref().map(|address| address.town.as_str())
    }

    fn speaks(&self, language: &str) -> bool {
        self.languages.iter().any(|spoken| same_language(language, &spoken.language))
    }

    /// Whether the filter could mean it, whatever its hours are.
    fn could_be_meant(&self, filter: &OfficeFilter) -> bool {
        let of_type = |wanted: &String| self.office_types.contains(wanted);
        filter.office_type.as_ref().is_none_or(of_type)
            && filter.language.as_deref().is_none_or(|language| self.speaks(language))
    }

    /// Whether its week is such as the filter wants.
    fn fits_in_the_week(&self, filter: &OfficeFilter) -> bool {
        let any = |test: fn(&OpeningHours) -> bool| self.hours.iter().flatten().any(test);
        (!filter.evening || any(in_the_evening)) && (!filter.saturday || any(on_saturday))
    }
}

/// An office that is listed, with what it is at the moment.
struct Found<'o> {
    office: &'o Listed,
    table: Timetable<'o>,
    status: Status<'o>,
}

impl Found<'_> {
    /// Whether somebody speaks a language there at the moment.
    fn speaks_at(&self, language: &str, moment: Moment) -> bool {
        let spoken = self.office.languages.iter();
        spoken.filter(|spoken| same_language(language, &spoken.language)).any(|spoken| {
            matches!(self.table.within(&spoken.hours).status(moment.at), Status::Open { .. })
        })
    }

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
        let mut listed = self.all::<Listed>("office")?;
        if let Some(municipality) = &self.municipality {
            let serving: BTreeSet<&String> = municipality.offices.values().flatten().collect();
            listed.retain(|office| serving.contains(&office.id));
        }
        listed.retain(|office| office.could_be_meant(filter));
        let (here, elsewhere) =
            (self.calendar()?, self.calendar()?.clone().with_patron_saint(None));
        let calendar = |office: &Listed| match self.is_elsewhere(office.town()) {
            true => &elsewhere,
            false => here,
        };
        let found = listed.iter().map(|office| found(office, calendar(office), moment));
        let mut found: Vec<_> = found.filter(|found| is_wanted(found, filter, moment)).collect();
        found.sort_by(|a, b| a.place().cmp(&b.place()));
        let unknown = listed.iter().filter(|office| office.hours.is_none()).count();
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
            unknown: u32::try_from(unknown).unwrap_or(u32::MAX),
            unknown_text: self.unknown_text(unknown),
        })
    }

    fn moment_of(&self, filter: &OfficeFilter) -> Result<Option<Moment>> {
        let Some(text) = &filter.at else { return Ok(self.present()) };
        let reason = || Error::InvalidInput(format!("«{text}» is neither a moment nor a day"));
        Moment::asked(text).ok_or_else(reason).map(Some)
    }

    fn unknown_text(&self, unknown: usize) -> Option<Text> {
        let unknown = u32::try_from(unknown).ok().filter(|unknown| *unknown > 0)?;
        Some(self.say(&messages::offices_hours_unknown(unknown)))
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
            now: speaker.moment.is_some_and(|moment| found.speaks_at(&spoken.language, moment)),
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

fn found<'o>(office: &'o Listed, calendar: &'o Calendar, moment: Option<Moment>) -> Found<'o> {
    let schedule = Schedule { hours: office.hours.as_deref(), exceptions: &office.exceptions };
    let table = Timetable::new(schedule, calendar);
    let status = moment.map_or(Status::Unknown, |moment| table.status(moment.at));
    Found { office, table, status }
}

/// Whether an office belongs into the list. Where nobody knows the moment, nothing is left out for being closed.
fn is_wanted(found: &Found<'_>, filter: &OfficeFilter, moment: Option<Moment>) -> bool {
    if !found.office.fits_in_the_week(filter) {
        return false;
    }
    match moment {
        Some(moment) if filter.open => {
            let language = filter.language.as_deref();
            matches!(found.status, Status::Open { .. })
                && language.is_none_or(|language| found.speaks_at(language, moment))
        }
        _ => true,
    }
}
