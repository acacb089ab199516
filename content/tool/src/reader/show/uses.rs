//! What has no screen of its own, where a phone shows it: a paper, a fee or a term of time in the steps that need it, a
//! contact by itself.

use cittadini_core::screens::{ContactView, DeadlineView, Header, StepView, Text};
use serde::Serialize;

use crate::terminal::style::{QUIET, words};

use super::deadline::deadline;
use super::header::{banners, standing};
use super::headings;
use super::office::{contact, reservations};
use super::page::page;
use super::rows::{Rows, Tone};
use super::step::step;
use super::text::styled;

/// Where something is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Uses {
    /// What every screen says.
    pub header: Header,
    /// The procedures that use it.
    pub uses: Vec<Use>,
}

/// A procedure that uses something, with the parts that do so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Use {
    /// The procedure's id.
    pub procedure: String,
    /// Its title.
    pub title: Text,
    /// Its terms of time that are meant.
    pub deadlines: Vec<DeadlineView>,
    /// Its steps that are meant.
    pub steps: Vec<StepView>,
}

/// The steps that use something, procedure by procedure.
pub fn uses(screen: &Uses, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    standing(&mut rows, &screen.header);
    for found in &screen.uses {
        let id = words(QUIET, &format!("({})", found.procedure));
        rows.add(Tone::Title, &found.procedure, "", format!("{} {id}", styled(&found.title)));
        rows.inside(&found.procedure, 0, |rows| {
            if !found.deadlines.is_empty() {
                rows.heading("deadlines", headings::deadlines());
                found.deadlines.iter().for_each(|found| deadline(rows, found));
            }
            found.steps.iter().for_each(|found| step(rows, found));
        });
    }
    page(rows, width)
}

/// A contact by itself.
pub fn contacts(header: &Header, found: &ContactView, width: usize) -> String {
    let mut rows = Rows::new(&header.language);
    banners(&mut rows, header);
    rows.heading("contact", headings::contact());
    contact(&mut rows, found);
    reservations(&mut rows, &found.freshness.reservations);
    page(rows, width)
}
