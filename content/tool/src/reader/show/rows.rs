//! What a screen says, row by row, before anybody knows how wide the terminal is.

use std::collections::BTreeSet;

use cittadini_core::l10n::direction;
use cittadini_core::screens::{Direction, Freshness, Text};

use crate::terminal::words::Message;

use super::headings::Headings;
use super::text::{doubt, styled};

/// How a row is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// What must be said before anything else.
    Banner,
    /// The screen's title.
    Title,
    /// Begins a part of the screen.
    Heading,
    /// Begins a step or an office: a blank line and its name.
    Item,
    /// A sentence with some room above.
    Lead,
    /// A sentence.
    Body,
    /// A sentence that matters less.
    Quiet,
}

/// One thing to say.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// What it is, the same in every language: `step.pagare/fee.f-stampa-permesso`.
    pub(super) key: String,
    pub(super) tone: Tone,
    /// How many columns in.
    pub(super) indent: usize,
    /// What stands in front: `1.`, `☐`, `•`.
    pub(super) marker: String,
    pub(super) text: String,
}

/// The rows of a screen, as they are put together.
pub(super) struct Rows {
    pub(super) headings: Headings,
    /// The direction of the reader's script.
    pub(super) direction: Direction,
    rows: Vec<Row>,
    path: Vec<String>,
    indent: usize,
    explained: BTreeSet<String>,
}

impl Rows {
    /// No rows yet, in a reader's language.
    pub(super) fn new(language: &str) -> Self {
        let headings = Headings::new(language);
        let direction = direction(language);
        Self {
            headings,
            direction,
            rows: Vec::new(),
            path: Vec::new(),
            indent: 0,
            explained: BTreeSet::new(),
        }
    }

    /// All rows.
    pub(super) fn done(self) -> Vec<Row> {
        self.rows
    }

    /// Whether something is explained for the first time on this screen. The second time its name is enough.
    pub(super) fn first_time(&mut self, id: &str) -> bool {
        self.explained.insert(id.to_owned())
    }

    /// Adds a row.
    pub(super) fn add(&mut self, tone: Tone, key: &str, marker: &str, text: String) {
        let mut path = self.path.clone();
        path.push(key.to_owned());
        let row =
            Row { key: path.join("/"), tone, indent: self.indent, marker: marker.to_owned(), text };
        if !row.text.trim().is_empty() {
            self.rows.push(row);
        }
    }

    /// A heading of the screen's own.
    pub(super) fn heading(&mut self, key: &str, heading: Message) {
        let text = self.headings.say(heading);
        self.add(Tone::Heading, key, "", text);
    }

    /// A sentence.
    pub(super) fn body(&mut self, key: &str, text: impl Into<String>) {
        self.add(Tone::Body, key, "", text.into());
    }

    /// A sentence of the core, if there is one.
    pub(super) fn say(&mut self, key: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.body(key, styled(text));
        }
    }

    /// What is doubtful about an item, if anything is.
    pub(super) fn doubt(&mut self, freshness: &Freshness) {
        if let Some(doubt) = doubt(freshness) {
            self.body("doubt", doubt);
        }
    }

    /// A sentence that matters less.
    pub(super) fn quiet(&mut self, key: &str, text: impl Into<String>) {
        self.add(Tone::Quiet, key, "", text.into());
    }

    /// An entry of a list.
    pub(super) fn bullet(&mut self, key: &str, text: impl Into<String>) {
        self.add(Tone::Body, key, "•", text.into());
    }

    /// A name and what belongs to it: `Telefono: 02 …`.
    pub(super) fn named(&mut self, key: &str, name: Message, text: Option<String>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let name = self.headings.say(name);
            self.body(key, format!("{name}: {text}"));
        }
    }

    /// A heading with the sentences of a list below it; nothing where the list is empty.
    pub(super) fn list(&mut self, key: &str, heading: Message, texts: &[Text]) {
        if !texts.is_empty() {
            self.heading(key, heading);
            for (number, text) in texts.iter().enumerate() {
                self.bullet(&format!("{key}.{number}"), styled(text));
            }
        }
    }

    /// A heading with one sentence below it; nothing where there is no sentence.
    pub(super) fn section(&mut self, key: &str, heading: Message, text: Option<&Text>) {
        if text.is_some() {
            self.heading(key, heading);
            self.say(&format!("{key}.text"), text);
        }
    }

    /// Rows that belong to what stands above, some columns in.
    pub(super) fn inside(&mut self, key: &str, indent: usize, fill: impl FnOnce(&mut Self)) {
        self.path.push(key.to_owned());
        self.indent += indent;
        fill(self);
        self.indent -= indent;
        self.path.pop();
    }
}

/// Sentences one after the other: `originale · 2 copie`.
pub(super) fn joined<'a>(texts: impl IntoIterator<Item = &'a Text>) -> String {
    texts.into_iter().map(styled).collect::<Vec<_>>().join(" · ")
}
