//! What a list of offices needs of each, remembered until other facts are installed: to read a thousand records costs more
//! than everything that is done with them.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use rusqlite::OptionalExtension as _;
use serde::Deserialize;

use super::super::Reading;
use super::now::Moment;
use crate::Result;
use crate::dates::hours::{Timetable, in_the_evening, on_saturday, same_language};
use crate::model::{Address, HoursException, Mark, Meta, OpeningHours, Risk, SpokenLanguage};
use crate::screens::OfficeFilter;
use crate::sqlite::SqlContext as _;

/// What a list needs of an office. Beside it a record has sources and more, which are not read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Listed {
    pub(super) id: String,
    pub(super) name_it: String,
    pub(super) office_types: Vec<String>,
    pub(super) address: Option<Address>,
    pub(super) phone: Option<String>,
    pub(super) hours: Option<Vec<OpeningHours>>,
    pub(super) exceptions: Vec<HoursException>,
    pub(super) languages: Vec<SpokenLanguage>,
    risk: Risk,
    verified_on: Option<Date>,
    verify_by: Option<Date>,
    valid_until: Option<Date>,
    marks: Vec<Mark>,
}

impl Listed {
    pub(super) fn meta(&self) -> Meta {
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

    pub(super) fn town(&self) -> Option<&str> {
        self.address.as_ref().map(|address| address.town.as_str())
    }

    pub(super) fn speaks(&self, language: &str) -> bool {
        self.languages.iter().any(|spoken| same_language(language, &spoken.language))
    }

    /// Whether somebody speaks a language there at a moment.
    pub(super) fn speaks_at(&self, language: &str, table: &Timetable<'_>, moment: Moment) -> bool {
        let spoken = self.languages.iter();
        spoken
            .filter(|spoken| same_language(language, &spoken.language))
            .any(|spoken| table.within(&spoken.hours).is_open(moment.at))
    }

    /// Whether the filter could mean it, whatever its hours are.
    pub(super) fn could_be_meant(&self, filter: &OfficeFilter) -> bool {
        let of_type = |wanted: &String| self.office_types.contains(wanted);
        filter.office_type.as_ref().is_none_or(of_type)
            && filter.language.as_deref().is_none_or(|language| self.speaks(language))
    }

    /// Whether its week is such as the filter wants.
    pub(super) fn fits_in_the_week(&self, filter: &OfficeFilter) -> bool {
        let any = |test: fn(&OpeningHours) -> bool| self.hours.iter().flatten().any(test);
        (!filter.evening || any(in_the_evening)) && (!filter.saturday || any(on_saturday))
    }
}

/// The offices of the facts that were read last, and the hash of those facts. Overlays are not laid over them.
#[derive(Debug, Default)]
pub struct OfficeMemory(Mutex<Option<(String, Arc<Vec<Listed>>)>>);

impl Reading<'_> {
    /// All offices, with the overlays of the reader's municipality.
    pub(super) fn listed_offices(&self) -> Result<Arc<Vec<Listed>>> {
        let all = self.remembered_offices()?;
        let laid_over =
            |office: &Listed| self.overlays.iter().any(|overlay| overlay.item == office.id);
        if !all.iter().any(laid_over) {
            return Ok(all);
        }
        let mut own = Vec::clone(&all);
        for office in own.iter_mut().filter(|office| laid_over(office)) {
            if let Some(changed) = self.item("office", &office.id)? {
                *office = changed;
            }
        }
        Ok(Arc::new(own))
    }

    fn remembered_offices(&self) -> Result<Arc<Vec<Listed>>> {
        let facts: Option<String> = self
            .db
            .prepare_cached("SELECT raw_sha256 FROM pack WHERE name = 'facts'")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)).optional())
            .context("reading which facts are installed")?;
        let Some(facts) = facts else { return Ok(Arc::default()) };
        let mut memory = self.context.offices.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, offices)) = memory.as_ref()
            && *of == facts
        {
            return Ok(Arc::clone(offices));
        }
        let mut offices = Vec::new();
        self.each("office", |_, line| {
            // A record in a shape that this core cannot read concerns that office alone.
            offices.extend(serde_json::from_str::<Listed>(line).ok());
            Ok(())
        })?;
        let offices = Arc::new(offices);
        *memory = Some((facts, Arc::clone(&offices)));
        Ok(offices)
    }
}
