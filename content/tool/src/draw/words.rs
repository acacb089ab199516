//! The words of a picture: sentences of items with their facts filled in, as a phone fills them in.

use cittadini_core::content::markup::{self, Piece};
use cittadini_core::l10n::{L10n, messages};
use cittadini_core::model::{Record, Unit};
use cittadini_core::screens::Run;
use jiff::civil::Date;

use crate::source::load::Content;
use crate::terminal::words::{Language, Message, Words};

/// Who finds the words.
pub(super) struct Speaker<'c> {
    pub(super) content: &'c Content,
    language: String,
    today: Date,
    own: Words,
    l10n: Option<L10n>,
}

impl<'c> Speaker<'c> {
    pub(super) fn new(content: &'c Content, language: &str, today: Date) -> Self {
        let own = if language == Language::En.tag() { Language::En } else { Language::It };
        let fetch = |tag: &str| content.ui.get(tag).cloned();
        Self {
            content,
            language: language.to_owned(),
            today,
            own: Words::of_command(own),
            l10n: L10n::new(&[language.to_owned()], fetch).ok(),
        }
    }

    /// The picture's own words.
    pub(super) fn say(&self, message: Message) -> String {
        self.own.say(message)
    }

    /// A sentence of an item, without markup. `None` where Italian has none, either.
    pub(super) fn sentence(&self, id: &str, key: &str) -> Option<String> {
        let in_language = |language: &str| {
            Some(self.content.words.get(language)?.get(id)?.values.get(key)?.text.as_str())
        };
        let text = in_language(&self.language).or_else(|| in_language("it"))?;
        let Ok(pieces) = markup::parse(text) else { return Some(text.to_owned()) };
        Some(pieces.into_iter().map(|piece| self.piece(piece)).collect())
    }

    /// The title of an item, and its id where it has none.
    pub(super) fn title(&self, id: &str) -> String {
        self.sentence(id, "title").unwrap_or_else(|| id.to_owned())
    }

    /// The number or address of a contact.
    pub(super) fn value(&self, contact: &str) -> Option<&'c str> {
        match self.record(contact) {
            Some(Record::Contact(contact)) => Some(&contact.value),
            _ => None,
        }
    }

    fn record(&self, id: &str) -> Option<&'c Record> {
        self.content.items.get(id).map(|item| &item.record)
    }

    fn piece(&self, piece: Piece) -> String {
        match piece {
            Piece::Text(text) | Piece::Strong(text) => text,
            Piece::Term { label: Some(label), .. } => label,
            Piece::Term { id, label: None } => match self.record(&id) {
                Some(Record::Term(term)) => term.name_it.clone(),
                _ => id,
            },
            Piece::Fee(id) => self.amount(&id).unwrap_or(format!("[{id}]")),
            Piece::Deadline(id) => self.span(&id).unwrap_or(format!("[{id}]")),
            Piece::Office(id) => self.title(&id),
            Piece::Contact(id) => self.value(&id).unwrap_or(&id).to_owned(),
        }
    }

    fn amount(&self, id: &str) -> Option<String> {
        let Some(Record::Fee(fee)) = self.record(id) else { return None };
        let amount = fee.amount_on(self.today)?;
        let money = |cents| Run::Money { cents }.plain();
        let least = money(amount.cents?);
        Some(match amount.max_cents {
            Some(most) => format!("{least} – {}", money(most)),
            None => least,
        })
    }

    fn span(&self, id: &str) -> Option<String> {
        let Some(Record::Deadline(deadline)) = self.record(id) else { return None };
        let span = deadline.span?;
        let unit = match span.unit {
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::WorkingDays => "working_days",
            Unit::Months => "months",
            Unit::Years => "years",
            Unit::Unknown => return None,
        };
        Some(self.l10n.as_ref()?.say(&messages::span(span.n, unit)).text)
    }
}
