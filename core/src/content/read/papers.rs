//! Whether the reader's papers are still valid on the day of the appointment.

use jiff::civil::Date;

use super::Reading;
use super::runs::SLOTS;
use crate::dates::{BadDate, event_date, valid_until};
use crate::l10n::{Message, messages};
use crate::model::{Document, Issuer};
use crate::screens::{PaperDate, Text, TimelinePaper};
use crate::{Error, Result};

impl Reading<'_> {
    /// The papers, in the order in which they were given; a document that the release does not have is left out.
    pub(super) fn papers(
        &self,
        papers: &[PaperDate],
        appointment: Option<&std::result::Result<Date, BadDate>>,
    ) -> Result<Vec<TimelinePaper>> {
        let needed_on = appointment.and_then(|day| day.as_ref().ok()).copied();
        let mut views = Vec::new();
        for paper in papers {
            if let Some(document) = self.item::<Document>("document", &paper.document)? {
                views.push(self.paper(paper, &document, needed_on.unwrap_or(self.today))?);
            }
        }
        Ok(views)
    }

    fn paper(
        &self,
        paper: &PaperDate,
        document: &Document,
        needed_on: Date,
    ) -> Result<TimelinePaper> {
        let issuer = paper.issuer.as_deref().map(issuer).transpose()?;
        let (until, text) = match event_date("issue", &paper.date, self.today) {
            Err(bad) => (None, self.what_is_wrong(&bad)),
            Ok(from) => match valid_until(self.calendar()?, &document.validity, issuer, from) {
                Ok(Some(until)) => (Some(until), self.paper_text(until, needed_on)),
                Ok(None) => (None, self.say(&messages::paper_validity_unknown())),
                Err(reason) => (None, self.why_no_days(reason.into())),
            },
        };
        Ok(TimelinePaper {
            document: paper.document.clone(),
            title: self.required(&paper.document, "title")?,
            valid_until: until.map(|day| day.to_string()),
            valid: until.map(|day| needed_on <= day),
            text,
            freshness: self.freshness(&document.meta),
        })
    }

    fn paper_text(&self, until: Date, needed_on: Date) -> Text {
        let (message, days): (Message, &[Date]) = if needed_on <= until {
            (messages::paper_valid(SLOTS[0]), &[until])
        } else {
            (messages::paper_too_old(SLOTS[1], SLOTS[0]), &[until, needed_on])
        };
        self.say_with_dates(&message, days)
    }
}

fn issuer(slug: &str) -> Result<Issuer> {
    match slug {
        "home" => Ok(Issuer::Home),
        "consulate" => Ok(Issuer::Consulate),
        "italian_office" => Ok(Issuer::ItalianOffice),
        other => Err(Error::InvalidInput(format!(
            "«{other}» is no issuer; there are home, consulate and italian_office"
        ))),
    }
}
