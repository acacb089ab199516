//! Read models: one function a screen, each a few SELECTs by id.
//!
//! A [`Reading`] lives for one screen. It knows who reads (language chain, municipality, audience), what day it is in
//! Italy, and what is installed, and remembers the words it has looked up.

mod amount;
mod calendar;
mod changes;
mod contacts;
mod deadlines;
mod documents;
mod fees;
mod found_text;
mod freshness;
mod freshness_screen;
mod header;
mod home;
mod hours;
mod labels;
mod notices;
mod offices;
mod papers;
mod procedure;
mod runs;
mod search;
mod services;
mod steps;
mod term_days;
mod terms;
mod timeline;
mod triage;
mod triage_outcome;
mod words;

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::overlay::lay_over;
use crate::dates::{Calendar, day_in_italy};
use crate::l10n::{L10n, Message};
use crate::model::{Audience, Meta, Municipality, Overlay, Territory};
use crate::screens::{OfficeView, Text};
use crate::sqlite::SqlContext as _;
use crate::{Error, Result};
pub use hours::OfficeMemory;
pub use search::searched_languages;
use words::EntityWords;

/// What is known of the release that is installed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleaseState {
    /// Whether the trusted root is a development root.
    pub development: bool,
    /// Whether the newest content was confirmed by a server.
    pub confirmed: bool,
    /// When the content was made.
    pub generated: Option<Timestamp>,
    /// The last successful check.
    pub last_checked: Option<Timestamp>,
    /// When an update of the app brought other keys, and the content began anew.
    pub lineage_began: Option<Timestamp>,
}

/// A territory that did not come with the app.
pub struct AddedTerritory {
    /// The name under which it was added.
    pub name: String,
    /// The host that its content comes from.
    pub host: String,
    /// The app's words without those of its packs: what is said of a territory must not come from it.
    pub words: Arc<L10n>,
}

/// Who reads, and when.
pub struct ReadContext {
    /// The reader's languages, her first choice first.
    pub chain: Vec<String>,
    /// The app's words along that chain.
    pub l10n: Arc<L10n>,
    /// The ISTAT code or the name of her municipality.
    pub municipality: Option<String>,
    /// What she reads as.
    pub audience: Audience,
    /// The present moment by the device's clock.
    pub now: Timestamp,
    /// What is installed.
    pub release: ReleaseState,
    /// Whether the reader's settings were damaged and begun anew.
    pub settings_lost: bool,
    /// What was read of offices last.
    pub offices: Arc<OfficeMemory>,
    /// What must be said of the territory, if it did not come with the app.
    pub added: Option<AddedTerritory>,
}

/// One screen's reading.
pub struct Reading<'a> {
    db: &'a Connection,
    context: &'a ReadContext,
    today: Date,
    /// The day of the content: nobody can have verified anything in it later.
    made_on: Option<Date>,
    clock_is_behind: bool,
    municipality: Option<Municipality>,
    territory: Option<Territory>,
    overlays: Vec<Overlay>,
    calendar: OnceCell<Calendar>,
    words: RefCell<BTreeMap<String, Rc<EntityWords>>>,
    said: RefCell<HashMap<(Message, Vec<Date>), Text>>,
    offices: RefCell<BTreeMap<String, Rc<[OfficeView]>>>,
    terms_seen: RefCell<BTreeSet<String>>,
}

impl<'a> Reading<'a> {
    /// Starts a reading.
    pub fn new(db: &'a Connection, context: &'a ReadContext) -> Result<Self> {
        let now_in_italy = day_in_italy(context.now);
        let made_on = context.release.generated.map(day_in_italy);
        let mut reading = Self {
            db,
            context,
            // A clock that stands before the content was made is wrong: the content's own day is nearer to the truth.
            today: made_on.map_or(now_in_italy, |made| made.max(now_in_italy)),
            made_on,
            clock_is_behind: made_on.is_some_and(|made| now_in_italy < made),
            municipality: None,
            territory: None,
            overlays: Vec::new(),
            calendar: OnceCell::new(),
            words: RefCell::default(),
            said: RefCell::default(),
            offices: RefCell::default(),
            terms_seen: RefCell::default(),
        };
        reading.territory = reading.all::<Territory>("territory")?.into_iter().next();
        if let Some(name) = &context.municipality {
            let all = reading.all::<Municipality>("municipality")?;
            reading.municipality = all.into_iter().find(|municipality| {
                municipality.istat == *name
                    || municipality.name_it.to_lowercase() == name.trim().to_lowercase()
            });
        }
        reading.overlays = reading
            .territory
            .iter()
            .flat_map(|territory| &territory.overlays)
            .chain(reading.municipality.iter().flat_map(|municipality| &municipality.overlays))
            .cloned()
            .collect();
        Ok(reading)
    }

    /// One item, with the overlays of the reader's municipality. `None` when there is none of that kind, or when this
    /// core cannot read it.
    fn item<T: DeserializeOwned>(&self, kind: &str, id: &str) -> Result<Option<T>> {
        let line: Option<String> = self
            .db
            .prepare_cached(
                "SELECT line FROM record WHERE pack = 'facts' AND id = ?1 AND kind = ?2",
            )
            .and_then(|mut statement| statement.query_row((id, kind), |row| row.get(0)).optional())
            .context("reading an item")?;
        line.map(|line| self.parse(id, &line)).transpose().map(Option::flatten)
    }

    /// The ids of all items of a kind.
    fn ids(&self, kind: &str) -> Result<Vec<String>> {
        let mut statement = self
            .db
            .prepare_cached("SELECT id FROM record WHERE kind = ?1 AND pack = 'facts' ORDER BY id")
            .context("listing items")?;
        let rows = statement.query_map([kind], |row| row.get(0)).context("listing items")?;
        rows.collect::<rusqlite::Result<_>>().context("listing items")
    }

    /// All items of a kind, by id.
    fn all<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<T>> {
        let mut items = Vec::new();
        self.each(kind, |id, line| {
            items.extend(self.parse(id, line)?);
            Ok(())
        })?;
        Ok(items)
    }

    /// Looks at the id and the line of every item of a kind, by id, without copying them.
    fn each(&self, kind: &str, mut look: impl FnMut(&str, &str) -> Result<()>) -> Result<()> {
        const WHAT: &str = "reading items";
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT id, line FROM record WHERE kind = ?1 AND pack = 'facts' ORDER BY id",
            )
            .context(WHAT)?;
        let mut rows = statement.query([kind]).context(WHAT)?;
        while let Some(row) = rows.next().context(WHAT)? {
            let text = |column| Ok(row.get_ref(column)?.as_str()?);
            let (id, line) = text(0).and_then(|id| Ok((id, text(1)?))).context(WHAT)?;
            look(id, line)?;
        }
        Ok(())
    }

    fn parse<T: DeserializeOwned>(&self, id: &str, line: &str) -> Result<Option<T>> {
        self.parse_with(&self.overlays, id, line)
    }

    fn parse_with<T: DeserializeOwned>(
        &self,
        overlays: &[Overlay],
        id: &str,
        line: &str,
    ) -> Result<Option<T>> {
        let line = overlaid(overlays, id, line)?;
        // A record in a shape that this core cannot read concerns that item alone.
        Ok(serde_json::from_str(&line).ok())
    }

    fn is_for_reader(&self, meta: &Meta) -> bool {
        self.is_for(&meta.audience)
    }

    fn is_for(&self, audience: &[Audience]) -> bool {
        audience.is_empty()
            || audience.contains(&self.context.audience)
            || self.context.audience == Audience::Operator
    }
}

/// The line of an item with what is said differently here. A line again, and no value: to read every kind of item out of
/// values too would cost a phone a hundred kilobytes of code.
fn overlaid<'l>(overlays: &[Overlay], id: &str, line: &'l str) -> Result<Cow<'l, str>> {
    if !overlays.iter().any(|overlay| overlay.item == id) {
        return Ok(Cow::Borrowed(line));
    }
    let json = |source| Error::Json { context: id.to_owned(), source };
    let mut value: Value = serde_json::from_str(line).map_err(json)?;
    lay_over(id, &mut value, overlays);
    serde_json::to_string(&value).map(Cow::Owned).map_err(json)
}
