//! The words of an item along the reader's chain of languages.

use std::rc::Rc;

use jiff::civil::Date;

use super::Reading;
use crate::Result;
use crate::l10n::{L10n, Message, direction, messages, name_of};
use crate::model::{Meta, Risk, TranslationKind, Words};
use crate::order;
use crate::screens::{Run, Text, Translation, TranslationLabel};
use crate::sqlite::SqlContext as _;

/// The words of one item, in the order in which the reader wants them; Italian is always last.
pub(super) struct EntityWords {
    languages: Vec<(String, Words)>,
    original_hash: Option<String>,
}

impl EntityWords {
    fn is_stale(&self, words: &Words) -> bool {
        words.translation != TranslationKind::Original
            && self.original_hash.as_ref().is_some_and(|hash| *hash != words.source_hash)
    }
}

impl Reading<'_> {
    /// A sentence of an item in the first language that has it whole.
    pub(super) fn text(&self, id: &str, key: &str) -> Result<Option<Text>> {
        let words = self.words_of(id)?;
        for (language, entry) in &words.languages {
            let Some(sentence) = entry.values.get(key) else { continue };
            let last_resort = language == "it";
            if let Some(runs) = self.runs(sentence, language, last_resort)? {
                return Ok(Some(Text {
                    runs,
                    language: language.clone(),
                    direction: direction(language),
                    translation: translation(entry.translation),
                    stale: words.is_stale(entry),
                    fallback: self.context.chain.first().is_some_and(|first| first != language),
                }));
            }
        }
        Ok(None)
    }

    /// A sentence that every release has; where a broken one has not, the id stands in for it.
    pub(super) fn required(&self, id: &str, key: &str) -> Result<Text> {
        Ok(self.text(id, key)?.unwrap_or_else(|| self.literal(id)))
    }

    /// A sentence in Italian, whatever the reader's language.
    pub(super) fn italian(&self, id: &str, key: &str) -> Result<Text> {
        let words = self.words_of(id)?;
        let sentence = words
            .languages
            .iter()
            .find(|(language, _)| language == "it")
            .and_then(|(_, entry)| entry.values.get(key));
        let runs = match sentence {
            Some(sentence) => self.runs(sentence, "it", true)?,
            None => None,
        };
        Ok(runs.map_or_else(|| self.literal(id), |runs| original("it", runs)))
    }

    /// Italian words from the facts themselves: a name, a note.
    pub(super) fn literal(&self, words: &str) -> Text {
        original("it", vec![Run::Text { text: words.to_owned() }])
    }

    /// The app's own words.
    pub(super) fn say(&self, message: &Message) -> Text {
        self.say_once(message, &[], || self.say_from(&self.context.l10n, message))
    }

    /// Long lists say the same few sentences again and again.
    fn say_once(&self, message: &Message, days: &[Date], say: impl FnOnce() -> Text) -> Text {
        let key = (message.clone(), days.to_vec());
        if let Some(said) = self.said.borrow().get(&key) {
            return said.clone();
        }
        let text = say();
        self.said.borrow_mut().insert(key, text.clone());
        text
    }

    /// Words of another source than this territory's own.
    pub(super) fn say_from(&self, l10n: &L10n, message: &Message) -> Text {
        let said = l10n.say(message);
        let mut text = original(&said.language, vec![Run::Text { text: said.text }]);
        text.fallback = self.context.chain.first().is_some_and(|first| *first != said.language);
        text
    }

    /// The app's own words one after the other: `address, telephone`. `None` for an empty list.
    pub(super) fn listed(&self, entries: impl IntoIterator<Item = String>) -> Option<Text> {
        let list = self.joined(entries)?;
        Some(self.runs_text(vec![Run::Text { text: list }], self.first_language()))
    }

    /// The same, for use inside another message.
    pub(super) fn joined(&self, entries: impl IntoIterator<Item = String>) -> Option<String> {
        entries.into_iter().reduce(|list, next| self.plain_words(&messages::list_join(list, next)))
    }

    /// The app's own words around a day: the message was given `SLOTS[0]` for it.
    pub(super) fn say_with_date(&self, message: &Message, day: Date) -> Text {
        self.say_with_dates(message, &[day])
    }

    /// The app's own words around days: the message was given one of `SLOTS` for each.
    pub(super) fn say_with_dates(&self, message: &Message, days: &[Date]) -> Text {
        self.say_once(message, days, || {
            let language = self.first_language();
            let runs: Vec<Run> =
                days.iter().map(|day| Run::Date { iso: day.to_string() }).collect();
            self.runs_text(self.woven(message, language, &runs), language)
        })
    }

    /// The reader's first choice.
    pub(super) fn first_language(&self) -> &str {
        self.context.chain.first().map_or("it", String::as_str)
    }

    /// Runs of the app's own words as a sentence. They may stand in another language than the one asked for.
    pub(super) fn runs_text(&self, runs: Vec<Run>, language: &str) -> Text {
        let spoken = self.context.l10n.language_for(language);
        let mut text = original(&spoken, runs);
        text.fallback = spoken != language;
        text
    }

    /// How the translation of an item is to be labelled. `None` for an original.
    pub(super) fn translation_label(&self, meta: &Meta) -> Result<Option<TranslationLabel>> {
        let words = self.words_of(&meta.id)?;
        let Some((language, entry)) = words.languages.first() else { return Ok(None) };
        let stale = words.is_stale(entry);
        let missing = self.context.chain.first().is_some_and(|first| first != language);
        let message = if missing {
            messages::translation_fallback(name_of(language))
        } else if stale {
            messages::translation_stale()
        } else if entry.translation == TranslationKind::Machine {
            messages::translation_machine()
        } else {
            return Ok(None);
        };
        Ok(Some(TranslationLabel {
            label: self.say(&message),
            dismissible: meta.risk != Risk::High,
            stale,
        }))
    }

    /// Forgets the words that were looked up.
    pub(super) fn forget_words(&self) {
        self.words.borrow_mut().clear();
    }

    fn words_of(&self, id: &str) -> Result<Rc<EntityWords>> {
        if let Some(words) = self.words.borrow().get(id) {
            return Ok(Rc::clone(words));
        }
        let words = Rc::new(self.load_words(id)?);
        self.words.borrow_mut().insert(id.to_owned(), Rc::clone(&words));
        Ok(words)
    }

    fn load_words(&self, id: &str) -> Result<EntityWords> {
        let mut languages = Vec::new();
        let mut original_hash = None;
        let chain = self.context.chain.iter().map(String::as_str);
        for language in chain.filter(|language| *language != "it").chain(["it"]) {
            // Aliases alone are to be found by, and no translation.
            if let Some(words) = self.words_in(id, language)?.filter(|it| !it.values.is_empty()) {
                if words.translation == TranslationKind::Original {
                    original_hash = Some(words.source_hash.clone());
                }
                languages.push((language.to_owned(), words));
            }
        }
        // Italian may be her first choice, or stand before others in her chain.
        order::sort_by_key(&mut languages, |(language, _)| {
            self.context.chain.iter().position(|tag| tag == language).unwrap_or(usize::MAX)
        });
        Ok(EntityWords { languages, original_hash })
    }

    pub(super) fn words_in(&self, id: &str, language: &str) -> Result<Option<Words>> {
        use rusqlite::OptionalExtension;
        let line: Option<String> = self
            .db
            .prepare_cached(
                "SELECT line FROM record WHERE pack = ?1 AND id = ?2 AND kind = 'words'",
            )
            .and_then(|mut statement| {
                statement.query_row((format!("text-{language}"), id), |row| row.get(0)).optional()
            })
            .context("reading words")?;
        Ok(line.and_then(|line| serde_json::from_str(&line).ok()))
    }
}

/// A sentence that was written in its language.
pub(super) fn original(language: &str, runs: Vec<Run>) -> Text {
    Text {
        runs,
        language: language.to_owned(),
        direction: direction(language),
        translation: Translation::Original,
        stale: false,
        fallback: false,
    }
}

fn translation(kind: TranslationKind) -> Translation {
    match kind {
        TranslationKind::Original => Translation::Original,
        TranslationKind::Human => Translation::Human,
        TranslationKind::Reviewed => Translation::Reviewed,
        TranslationKind::Machine => Translation::Machine,
    }
}
