//! The details of one item, as they are put together.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::Reading;
use super::super::contacts::left_to_right;
use super::past::Past;
use super::what::What;
use crate::Result;
use crate::l10n::{Message, messages};
use crate::screens::{ChangeDetail, Run, Text};

/// What an item says differently, as far as it was looked at.
pub(super) struct Details<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) past: &'r Past,
    part: Option<Text>,
    found: Vec<ChangeDetail>,
}

impl<'r, 'a> Details<'r, 'a> {
    pub(super) fn new(reading: &'r Reading<'a>, past: &'r Past) -> Self {
        Self { reading, past, part: None, found: Vec::new() }
    }

    pub(super) fn done(self) -> Vec<ChangeDetail> {
        self.found
    }

    pub(super) fn found_any(&self) -> bool {
        !self.found.is_empty()
    }

    /// Looks at one part of the item.
    pub(super) fn inside(
        &mut self,
        part: Text,
        look: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.part = Some(part);
        let looked = look(self);
        self.part = None;
        looked
    }

    /// Whether a detail of that kind was found in the part that is looked at.
    pub(super) fn has(&self, what: What) -> bool {
        self.found.iter().any(|detail| detail.kind == what.slug() && detail.part == self.part)
    }

    /// A value in words, before and now. Nothing where both say the same.
    pub(super) fn value(&mut self, what: What, before: Option<Text>, after: Option<Text>) {
        self.value_or(what, before, after, &messages::change_not_stated());
    }

    /// A value that somebody may not know, before and now.
    pub(super) fn known(&mut self, what: What, before: Option<Text>, after: Option<Text>) {
        self.value_or(what, before, after, &messages::change_unknown());
    }

    fn value_or(
        &mut self,
        what: What,
        before: Option<Text>,
        after: Option<Text>,
        missing: &Message,
    ) {
        if before != after {
            let or_missing = |text: Option<Text>| text.unwrap_or_else(|| self.reading.say(missing));
            let (before, after) = (or_missing(before), or_missing(after));
            self.add(what, self.reading.say(&what.message()), Some(before), Some(after));
        }
    }

    /// Something that is there no more.
    pub(super) fn removed(&mut self, what: What, text: Text) {
        self.add(what, self.reading.say(&what.message()), Some(text), None);
    }

    /// Something that is there now.
    pub(super) fn added(&mut self, what: What, text: Text) {
        self.add(what, self.reading.say(&what.message()), None, Some(text));
    }

    /// A sentence, once.
    pub(super) fn sentence(&mut self, what: What) {
        if !self.has(what) {
            let text = self.reading.say(&what.message());
            self.add(what, text, None, None);
        }
    }

    /// A sentence where a value differs.
    pub(super) fn if_differs<T: PartialEq>(&mut self, what: What, before: &T, after: &T) {
        if before != after {
            self.sentence(what);
        }
    }

    /// That the words of an item were revised, where they were.
    pub(super) fn description(&mut self, id: &str) {
        if !self.past.changed_keys(id).is_empty() {
            self.sentence(What::Description);
        }
    }

    /// A detail under words of its own.
    pub(super) fn add(
        &mut self,
        what: What,
        text: Text,
        before: Option<Text>,
        after: Option<Text>,
    ) {
        let (kind, part) = (what.slug().to_owned(), self.part.clone());
        self.found.push(ChangeDetail { kind, part, text, before, after });
    }

    /// Words of the facts, in Italian.
    pub(super) fn literal(&self, words: Option<&String>) -> Option<Text> {
        words.map(|words| self.reading.literal(words))
    }

    /// A day.
    pub(super) fn day(&self, day: Option<Date>) -> Option<Text> {
        let run = |day: Date| vec![Run::Date { iso: day.to_string() }];
        day.map(|day| self.reading.runs_text(run(day), self.reading.first_language()))
    }

    /// An address on the web.
    pub(super) fn link(&self, url: Option<&String>) -> Option<Text> {
        url.map(|url| left_to_right(Run::Link { url: url.clone(), text: url.clone() }))
    }

    /// A list in words. `None` for an empty one.
    pub(super) fn list(&self, entries: impl IntoIterator<Item = Message>) -> Option<Text> {
        let said = entries.into_iter().map(|message| self.reading.plain_words(&message));
        self.reading.listed(said)
    }

    /// Sentences that came instead of others: those that went before, those that came now, pair by pair.
    pub(super) fn instead(&mut self, what: What, before: &[Text], after: &[Text]) {
        let without = |texts: &[Text], others: &[Text]| -> Vec<Text> {
            texts.iter().filter(|text| !others.contains(text)).cloned().collect()
        };
        let (gone, come) = (without(before, after), without(after, before));
        for number in 0..gone.len().max(come.len()) {
            self.value(what, gone.get(number).cloned(), come.get(number).cloned());
        }
    }

    /// Items that are named no more, and items that are named now.
    pub(super) fn named(
        &mut self,
        (removed, added): (What, What),
        before: &BTreeSet<&str>,
        after: &BTreeSet<&str>,
    ) -> Result<()> {
        for id in before.difference(after) {
            let title = self.reading.former_title(self.past, id)?;
            self.removed(removed, title);
        }
        for id in after.difference(before) {
            let title = self.reading.required(id, "title")?;
            self.added(added, title);
        }
        Ok(())
    }

    /// A sentence of an item that has it, or had it: then in Italian. As a last resort the slug stands in for it.
    pub(super) fn sentence_of(&self, id: &str, key: &str, slug: &str) -> Result<Text> {
        if let Some(text) = self.reading.text(id, key)? {
            return Ok(text);
        }
        let former = self.reading.former_text(self.past, id, key)?;
        Ok(former.unwrap_or_else(|| self.reading.literal(slug)))
    }
}
