//! What changed for a reader: each item as it was before a release, compared with what it is now.
//!
//! The log keeps lines ([`past`]); each kind of item has a file that says how two versions of it differ for a reader
//! ([`Told`]). Values are put into words by the functions of the other screens, so that a fee reads here as it does there.

mod contact;
mod deadline;
mod details;
mod document;
mod fee;
mod links;
mod municipality;
mod notice;
mod office;
mod past;
mod procedure;
mod service;
mod step;
#[cfg(test)]
mod tests;
mod what;

use serde::de::DeserializeOwned;

use super::Reading;
use crate::Result;
use crate::model::{
    Contact, Deadline, Document, Fee, Meta, Municipality, Notice, Office, Overlay, Procedure,
    Service,
};
use crate::order;
use crate::screens::{Change, ChangedItem, Changes, Since, Text};
use details::Details;
use links::{Links, Procedures};
use past::{Lines, Past};
use what::What;

/// An item whose changes are told.
trait Told: DeserializeOwned {
    /// What the log calls it. The place in [`KINDS`] is the place on the screen.
    const KIND: &'static str;
    /// Whether a reader meets it by itself. If not, what comes or goes is told by the procedure that names it.
    const STANDS_ALONE: bool;

    fn meta(&self) -> &Meta;

    /// The Italian name, where the title is no translated word.
    fn name_it(&self) -> Option<&str> {
        None
    }

    /// Whether it is shown to somebody who lives in a municipality.
    fn is_shown(&self, _reading: &Reading<'_>, _here: Option<&Municipality>) -> bool {
        true
    }

    /// Whether it belongs to a procedure, for somebody who lives in a municipality. `before` is what it was.
    fn belongs_to(&self, before: Option<&Self>, to: &Links, here: Option<&Municipality>) -> bool;

    /// What it says differently from before.
    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()>;
}

/// The kinds in the order in which they stand on the screen. Other kinds (terms, trees, phrases, types of office,
/// organisations) a reader meets inside these, and what this core does not know it shows nowhere.
const KINDS: [&str; 9] = [
    Procedure::KIND,
    Notice::KIND,
    Fee::KIND,
    Deadline::KIND,
    Document::KIND,
    Municipality::KIND,
    Office::KIND,
    Contact::KIND,
    Service::KIND,
];

/// An item as a line has it.
enum Version<T> {
    /// There is no line.
    Absent,
    /// This core cannot read the line.
    Unreadable,
    Read(T),
}

impl Reading<'_> {
    /// What changed for the reader since a release or a day; without it everything that is logged. Two changes that undo
    /// each other are none.
    pub fn changes(&self, since: Option<&Since>) -> Result<Changes> {
        let installed = self.installed_release()?;
        let mut changes = Changes {
            header: self.header()?,
            from_release: None,
            to_release: installed.number,
            from_day: None,
            to_day: installed.day,
            items: Vec::new(),
        };
        let Some(past) = self.past(since)? else { return Ok(changes) };
        changes.from_release = past.from.number;
        changes.from_day.clone_from(&past.from.day);
        let mut procedures = Procedures::default();
        for id in past.items.keys() {
            changes.items.extend(self.changed(&past, id, &mut procedures)?);
        }
        order::sort_by_key(&mut changes.items, |item| {
            let place = KINDS.iter().position(|kind| *kind == item.kind);
            (place, item.title.plain().to_lowercase(), item.id.clone())
        });
        Ok(changes)
    }

    fn changed(
        &self,
        past: &Past,
        id: &str,
        procedures: &mut Procedures,
    ) -> Result<Option<ChangedItem>> {
        let Some((kind, lines)) = past.items.get(id).and_then(|item| item.fact.as_ref()) else {
            return Ok(None);
        };
        let compare = match kind.as_str() {
            Procedure::KIND => Self::compare::<Procedure>,
            Notice::KIND => Self::compare::<Notice>,
            Fee::KIND => Self::compare::<Fee>,
            Deadline::KIND => Self::compare::<Deadline>,
            Document::KIND => Self::compare::<Document>,
            Municipality::KIND => Self::compare::<Municipality>,
            Office::KIND => Self::compare::<Office>,
            Contact::KIND => Self::compare::<Contact>,
            Service::KIND => Self::compare::<Service>,
            _ => return Ok(None),
        };
        compare(self, past, id, lines, procedures)
    }

    fn compare<T: Told>(
        &self,
        past: &Past,
        id: &str,
        lines: &Lines,
        procedures: &mut Procedures,
    ) -> Result<Option<ChangedItem>> {
        let now = self.version::<T>(&self.overlays, id, lines.new.as_deref())?;
        let was = self.version::<T>(&past.overlays, id, lines.old.as_deref())?;
        let shown = |item: T, here| {
            Some(item).filter(|item| self.is_for_reader(item.meta()) && item.is_shown(self, here))
        };
        let now = match now {
            Version::Absent => None,
            Version::Read(now) => shown(now, self.municipality.as_ref()),
            // This core shows it on no screen; that is no news about the item.
            Version::Unreadable => return Ok(None),
        };
        let (was, now) = match (was, now) {
            (Version::Absent, now) => (None, now),
            (Version::Read(was), now) => (shown(was, past.municipality.as_ref()), now),
            (Version::Unreadable, Some(now)) if !lines.say_the_same() => {
                let mut details = Details::new(self, past);
                details.sentence(What::Revised);
                let item =
                    self.changed_item(past, Change::Changed, (None, &now), details, procedures)?;
                return Ok(Some(item));
            }
            (Version::Unreadable, _) => return Ok(None),
        };
        let mut details = Details::new(self, past);
        let (how, item) = match (&was, &now) {
            // Retired before and after: no list shows it.
            (Some(was), Some(now)) if is_retired(was) && is_retired(now) => return Ok(None),
            (Some(was), Some(now)) => {
                tell(was.meta(), now.meta(), &mut details)?;
                now.tell(was, &mut details)?;
                (Change::Changed, now)
            }
            (None, Some(now)) => (Change::Added, now),
            (Some(was), None) => (Change::Removed, was),
            (None, None) => return Ok(None),
        };
        let is_news = if how == Change::Changed { details.found_any() } else { T::STANDS_ALONE };
        if !is_news {
            return Ok(None);
        }
        self.changed_item(past, how, (was.as_ref(), item), details, procedures).map(Some)
    }

    fn version<T: Told>(
        &self,
        overlays: &[Overlay],
        id: &str,
        line: Option<&str>,
    ) -> Result<Version<T>> {
        let Some(line) = line else { return Ok(Version::Absent) };
        let read = self.parse_with(overlays, id, line)?;
        Ok(read.map_or(Version::Unreadable, Version::Read))
    }

    fn changed_item<T: Told>(
        &self,
        past: &Past,
        how: Change,
        (was, item): (Option<&T>, &T),
        details: Details<'_, '_>,
        procedures: &mut Procedures,
    ) -> Result<ChangedItem> {
        let gone = how == Change::Removed;
        let here = if gone { &past.municipality } else { &self.municipality };
        let belongs = |to: &Links| item.belongs_to(was, to, here.as_ref());
        Ok(ChangedItem {
            id: item.meta().id.clone(),
            kind: T::KIND.to_owned(),
            how,
            title: self.changed_title(past, item.meta(), item.name_it())?,
            procedures: procedures.filter(self, &belongs)?,
            details: details.done(),
            freshness: (!gone).then(|| self.freshness(item.meta())),
        })
    }

    fn changed_title(&self, past: &Past, meta: &Meta, name_it: Option<&str>) -> Result<Text> {
        match name_it {
            Some(name) => Ok(self.literal(name)),
            None => self.former_title(past, &meta.id),
        }
    }

    /// The title of an item that may be gone: then it is the Italian one that the reader had.
    fn former_title(&self, past: &Past, id: &str) -> Result<Text> {
        if let Some(title) = self.text(id, "title")? {
            return Ok(title);
        }
        Ok(self.former_text(past, id, "title")?.unwrap_or_else(|| self.literal(id)))
    }

    /// An Italian sentence that the reader had and that is gone or different.
    fn former_text(&self, past: &Past, id: &str, key: &str) -> Result<Option<Text>> {
        let Some(words) = past.words(id) else { return Ok(None) };
        let Some(sentence) = words.values.get(key) else { return Ok(None) };
        let Some(runs) = self.runs(sentence, "it", true)? else { return Ok(None) };
        let fallback = self.first_language() != "it";
        Ok(Some(Text { fallback, ..super::words::original("it", runs) }))
    }
}

fn is_retired<T: Told>(item: &T) -> bool {
    item.meta().replaced_by.is_some()
}

/// What every item can say of itself.
fn tell(before: &Meta, after: &Meta, details: &mut Details<'_, '_>) -> Result<()> {
    if before.replaced_by != after.replaced_by
        && let Some(successor) = &after.replaced_by
    {
        let title = details.reading.former_title(details.past, successor)?;
        details.added(What::ReplacedBy, title);
    }
    let (from, until) = (details.day(before.valid_from), details.day(before.valid_until));
    details.value(What::ValidFrom, from, details.day(after.valid_from));
    details.value(What::ValidUntil, until, details.day(after.valid_until));
    Ok(())
}
