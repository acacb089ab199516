//! Facts put into prose: a sentence with its placeholders becomes runs.

use super::Reading;
use super::amount::Amount;
use crate::Result;
use crate::content::markup::{self, Piece};
use crate::l10n::{Message, messages};
use crate::model::{Contact, ContactKind, Deadline, Fee, OfficeType, Term};
use crate::screens::Run;

impl Reading<'_> {
    /// The runs of a sentence. `None` when a placeholder cannot be filled in: then the next language is asked. As a last
    /// resort (Italian) what is missing is said in words, so that no sentence has a hole.
    pub(super) fn runs(
        &self,
        sentence: &str,
        language: &str,
        last_resort: bool,
    ) -> Result<Option<Vec<Run>>> {
        let Ok(pieces) = markup::parse(sentence) else {
            return Ok(last_resort.then(|| vec![Run::Text { text: sentence.to_owned() }]));
        };
        let mut runs = Vec::new();
        for piece in pieces {
            match self.piece(piece, language)? {
                Some(more) => runs.extend(more),
                None if last_resort => {
                    runs.extend(self.words_run(&messages::amount_unknown(), language));
                }
                None => return Ok(None),
            }
        }
        Ok(Some(runs))
    }

    fn piece(&self, piece: Piece, language: &str) -> Result<Option<Vec<Run>>> {
        Ok(match piece {
            Piece::Text(text) => Some(vec![Run::Text { text }]),
            Piece::Strong(text) => Some(vec![Run::Strong { text }]),
            Piece::Term { id, label } => self.term_run(id, label, language)?,
            Piece::Fee(id) => self
                .item::<Fee>("fee", &id)?
                .map(|fee| self.amount_runs(&Amount::of(&fee, self.today), language)),
            Piece::Deadline(id) => self
                .item::<Deadline>("deadline", &id)?
                .and_then(|deadline| deadline.span)
                .map(|span| self.words_run(&span_message(span), language)),
            Piece::Office(office_type) => self.office_runs(&office_type, language)?,
            Piece::Contact(id) => {
                self.item::<Contact>("contact", &id)?.map(|contact| vec![contact_run(&contact)])
            }
        })
    }

    fn term_run(
        &self,
        id: String,
        label: Option<String>,
        language: &str,
    ) -> Result<Option<Vec<Run>>> {
        let Some(term) = self.item::<Term>("term", &id)? else { return Ok(None) };
        let text = match label {
            Some(label) => label,
            None if language == "it" || term.keep_italian => term.name_it,
            None => match self.text(&id, "name")? {
                Some(name) if name.language == language => name.plain(),
                _ => term.name_it,
            },
        };
        self.terms_seen.borrow_mut().insert(id.clone());
        Ok(Some(vec![Run::Term { id, text }]))
    }

    fn office_runs(&self, office_type: &str, language: &str) -> Result<Option<Vec<Run>>> {
        if let Some(office) = self.offices_of_type(office_type)?.first() {
            return Ok(Some(vec![Run::Strong { text: office.name_it.clone() }]));
        }
        let Some(found) = self.item::<OfficeType>("office_type", office_type)? else {
            return Ok(None);
        };
        let text = match self.text(office_type, "title")? {
            Some(title) if title.language == language => title.plain(),
            _ => found.name_it,
        };
        Ok(Some(vec![Run::Strong { text }]))
    }

    /// An amount as runs inside a sentence of a language.
    pub(super) fn amount_runs(&self, amount: &Amount, language: &str) -> Vec<Run> {
        match *amount {
            Amount::Exact(cents) => vec![Run::Money { cents }],
            Amount::Range(min, max) => self.woven(
                &messages::amount_range(SLOTS[1], SLOTS[0]),
                language,
                &[Run::Money { cents: min }, Run::Money { cents: max }],
            ),
            Amount::Unknown => self.words_run(&messages::amount_unknown(), language),
        }
    }

    /// The app's own words inside a sentence of a given language.
    pub(super) fn words_run(&self, message: &Message, language: &str) -> Vec<Run> {
        vec![Run::Text { text: self.context.l10n.say_in(language, message).text }]
    }

    /// A message whose variables are runs of their own: each variable was given as one of [`SLOTS`].
    pub(super) fn woven(&self, message: &Message, language: &str, runs: &[Run]) -> Vec<Run> {
        let said = self.context.l10n.say_in(language, message).text;
        let mut woven = Vec::new();
        let mut words = String::new();
        for letter in said.chars() {
            let slot = SLOTS.iter().position(|slot| slot.starts_with(letter));
            match slot.and_then(|slot| runs.get(slot)) {
                Some(run) => {
                    push_words(&mut woven, &mut words);
                    woven.push(run.clone());
                }
                None => words.push(letter),
            }
        }
        push_words(&mut woven, &mut words);
        woven
    }
}

/// Characters that no text has, standing for a run inside a message.
pub(super) const SLOTS: [&str; 2] = ["\u{E000}", "\u{E001}"];

fn push_words(runs: &mut Vec<Run>, words: &mut String) {
    if !words.is_empty() {
        runs.push(Run::Text { text: std::mem::take(words) });
    }
}

/// The message that says a span.
pub(super) fn span_message(span: crate::model::Duration) -> Message {
    messages::span(span.n, unit_slug(span.unit))
}

/// The message that says a range of time.
pub(super) fn range_message(range: crate::model::DurationRange) -> Message {
    messages::span_range(range.max, range.min, unit_slug(range.unit))
}

fn unit_slug(unit: crate::model::Unit) -> &'static str {
    use crate::model::Unit;
    match unit {
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::WorkingDays => "working_days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Unknown => "unknown",
    }
}

/// A contact, ready to be tapped.
pub(super) fn contact_run(contact: &Contact) -> Run {
    let value = contact.value.clone();
    match contact.contact_kind {
        ContactKind::Phone | ContactKind::Hotline => Run::Phone { number: value },
        ContactKind::Email | ContactKind::Pec => {
            Run::Link { url: format!("mailto:{value}"), text: value }
        }
        ContactKind::Web => Run::Link { url: value.clone(), text: value },
        ContactKind::Unknown => Run::Text { text: value },
    }
}
