//! What shells read: one method a screen.

use crate::ApiError;
use crate::content::Reading;
use crate::screens::{
    Changes, DeadlineQuery, DeadlineScreen, FreshnessScreen, Home, HoursScreen, Labels, Notices,
    OfficeFilter, OfficeScreen, Offices, OpenNow, ProcedureScreen, Procedures, SearchScreen, Since,
    Terms, TimelineQuery, TimelineScreen, Trees, TriageScreen,
};
use crate::triage::TriageAnswer;

use super::Core;

impl Core {
    /// The first screen. Without content it is empty, and says so.
    pub fn home(&self) -> Result<Home, ApiError> {
        self.read(|reading| reading.home())
    }

    /// The words of a shell's frame, in the reader's language: read them again when her language changes and after a
    /// sync. What a shell says before there is a core is its own.
    pub fn labels(&self) -> Result<Labels, ApiError> {
        self.read(|reading| Ok(reading.labels()))
    }

    /// All procedures for the reader, by group.
    pub fn procedures(&self) -> Result<Procedures, ApiError> {
        self.read(|reading| reading.procedures())
    }

    /// One procedure, whole. `InvalidInput` when there is none of that id.
    pub fn procedure(&self, id: &str) -> Result<ProcedureScreen, ApiError> {
        self.read(|reading| reading.procedure(id))
    }

    /// The offices of the reader's municipality; all of them when she has not chosen one.
    pub fn offices(&self) -> Result<Offices, ApiError> {
        self.read(|reading| reading.offices())
    }

    /// One office. `InvalidInput` when there is none of that id.
    pub fn office(&self, id: &str) -> Result<OfficeScreen, ApiError> {
        self.read(|reading| reading.office(id))
    }

    /// When an office is open: now, in the next days, and who speaks which language when. `InvalidInput` when there is none
    /// of that id.
    pub fn hours(&self, office_id: &str) -> Result<HoursScreen, ApiError> {
        self.read(|reading| reading.hours(office_id))
    }

    /// The offices of the reader's municipality that are open now, or that the filter asks for. `InvalidInput` when its
    /// moment is none.
    pub fn open_now(&self, filter: &OfficeFilter) -> Result<OpenNow, ApiError> {
        self.read(|reading| reading.open_now(filter))
    }

    /// The glossary.
    pub fn terms(&self) -> Result<Terms, ApiError> {
        self.read(|reading| reading.terms())
    }

    /// The notices that hold today, the gravest first.
    pub fn notices(&self) -> Result<Notices, ApiError> {
        self.read(|reading| reading.notices())
    }

    /// The question trees that the reader can go through.
    pub fn trees(&self) -> Result<Trees, ApiError> {
        self.read(|reading| reading.trees())
    }

    /// A step through a tree: the first question on the way that has no answer yet, or what the answers come to. Hand in all
    /// answers each time, the last one added; nothing of them is stored. Answers off the way are ignored.
    ///
    /// # Errors
    /// `InvalidInput` when there is no such tree or question, when an answer cannot be one, when a day does not exist, or
    /// when somebody would be born in the future.
    pub fn triage(&self, tree: &str, answers: &[TriageAnswer]) -> Result<TriageScreen, ApiError> {
        self.read(|reading| reading.triage(tree, answers))
    }

    /// What changed for the reader since a release or a day, and only that; without it everything that is remembered:
    /// about a season. `InvalidInput` when the day is none.
    pub fn changes(&self, since: Option<&Since>) -> Result<Changes, ApiError> {
        self.read(|reading| reading.changes(since))
    }

    /// By which day: a term of the content or so much time, counted from a day (ISO 8601). The second needs no content. Kept
    /// nowhere.
    ///
    /// # Errors
    /// `InvalidInput` when the day is none, or lies outside the years 1900 to 2199; when there is no such term; when the unit
    /// is none.
    pub fn deadline(&self, query: &DeadlineQuery, from: &str) -> Result<DeadlineScreen, ApiError> {
        self.read(|reading| reading.deadline(query, from))
    }

    /// All terms of a procedure for the reader's own dates. What is missing or wrong stands at its term, and the others are
    /// shown. Kept nowhere.
    ///
    /// # Errors
    /// `InvalidInput` when there is no such procedure, or no such issuer of papers.
    pub fn timeline(&self, query: &TimelineQuery) -> Result<TimelineScreen, ApiError> {
        self.read(|reading| reading.timeline(query))
    }

    /// The freshness of every item and of the whole.
    pub fn freshness(&self) -> Result<FreshnessScreen, ApiError> {
        self.read(|reading| reading.freshness_screen())
    }

    /// What answers some words, in any language and spelling, best first; at most `limit` and never more than 50. Any text is a query, and
    /// none is an error. Call it with each letter: a search ends the one before it, which is then `Interrupted`. Nothing of it is kept.
    ///
    /// The first search in a language writes its index if there is none (see [`Core::prepare_search`]).
    pub fn search(&self, query: &str, limit: u32) -> Result<SearchScreen, ApiError> {
        let search = self.searches.begin();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        self.with(|open| {
            open.prepare_search(&|| search.is_newest())?;
            let context = open.read_context(self.clock.now())?;
            open.content.read(|connection| {
                let reading = Reading::new(connection, &context)?;
                search.reading(open.content.reading_interrupt(), || {
                    reading.search(&open.searched, query, limit, &|| search.is_newest())
                })
            })
        })
    }

    /// Writes the indexes that the reader's searches need and that are missing, her own language first. Worth calling on a thread of its
    /// own once the first screen stands; without it the first search does it. Nothing happens when none is missing; can be
    /// interrupted, and goes on the next time.
    pub fn prepare_search(&self) -> Result<(), ApiError> {
        self.with(|open| open.prepare_search(&|| true))
    }
}
