//! The search: rows of the index become procedures, papers, offices and words of the offices.

use std::cell::RefCell;

use rusqlite::OptionalExtension as _;

use super::Reading;
use crate::content::searchable;
use crate::l10n::messages;
use crate::model::{Meta, Words};
use crate::screens::{FoundStep, HitKind, ProcedureName, SearchHit, SearchScreen, Text};
use crate::search::{Answer, Finder, Found, Marker, Memory, Page, Pages};
use crate::sqlite::SqlContext as _;
use crate::{Error, Result};

use super::found_text::{best_sentence, corrected, cut, found_text, matched};

/// The most results that a search gives.
const MOST: usize = 50;

/// A kind of item that is searched.
struct Searched {
    /// The kind of its record.
    record: &'static str,
    kind: HitKind,
    /// How much it weighs. People look for what to do: a paper, an office or a word stands before a procedure only when it
    /// answers much better.
    weight: f32,
}

const SEARCHED: [Searched; 7] = [
    Searched { record: "procedure", kind: HitKind::Procedure, weight: 1.0 },
    Searched { record: "contact", kind: HitKind::Contact, weight: 0.75 },
    Searched { record: "service", kind: HitKind::Service, weight: 0.75 },
    Searched { record: "office", kind: HitKind::Office, weight: 0.7 },
    Searched { record: "office_type", kind: HitKind::OfficeType, weight: 0.7 },
    Searched { record: "document", kind: HitKind::Document, weight: 0.7 },
    Searched { record: "term", kind: HitKind::Term, weight: 0.65 },
];

fn searched(record: &str) -> Option<&'static Searched> {
    SEARCHED.iter().find(|searched| searched.record == record)
}

/// The step that a key of a text belongs to: `step.<id>.do`.
fn step_of(key: &str) -> Option<&str> {
    key.strip_prefix("step.")?.split('.').next()
}

/// The rows of the index as pages: all rows of an item are one.
struct Items<'r, 'a> {
    reading: &'r Reading<'a>,
    wanted: &'r dyn Fn() -> bool,
    weights: RefCell<Vec<(String, Option<f32>)>>,
}

impl Pages for Items<'_, '_> {
    fn page(&self, _language: &str, row: i64) -> Result<Option<Page>> {
        const WHAT: &str = "reading what was found";
        if !(self.wanted)() {
            return Err(Error::Interrupted);
        }
        let found: Option<(String, String, String)> = self
            .reading
            .db
            .prepare_cached("SELECT id, kind, line FROM record WHERE rowid = ?1")
            .and_then(|mut select| {
                select
                    .query_row([row], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                    .optional()
            })
            .context(WHAT)?;
        let Some((id, kind, line)) = found else { return Ok(None) };
        let Some(weight) = self.weight(&id)? else { return Ok(None) };
        Ok(searchable::fields(&kind, &line).map(|fields| Page { id, fields, weight }))
    }
}

impl Items<'_, '_> {
    /// How much an item weighs. None when the reader may not find it. An item has several rows, and is asked for at each.
    fn weight(&self, id: &str) -> Result<Option<f32>> {
        if let Some((_, known)) = self.weights.borrow().iter().find(|(known, _)| known == id) {
            return Ok(*known);
        }
        let weight = self.reading.searched_item(id)?.map(|(searched, _)| searched.weight);
        self.weights.borrow_mut().push((id.to_owned(), weight));
        Ok(weight)
    }
}

/// The languages in which somebody searches: her own, Italian, which the counter speaks, and English. Her first choice first.
pub fn searched_languages(chain: &[String]) -> Vec<String> {
    let mut languages: Vec<String> = Vec::new();
    let first = chain.first().map(String::as_str);
    for language in first.into_iter().chain(["it", "en"]) {
        if !languages.iter().any(|known| known == language) {
            languages.push(language.to_owned());
        }
    }
    languages
}

impl Reading<'_> {
    /// What answers some words, best first. `wanted` is asked now and then, and ends the search with `Interrupted` when it says no.
    pub fn search(
        &self,
        memory: &Memory,
        typed: &str,
        limit: usize,
        wanted: &dyn Fn() -> bool,
    ) -> Result<SearchScreen> {
        let items = Items { reading: self, wanted, weights: RefCell::default() };
        let finder = Finder::new(self.db, memory);
        let answer = finder.find(
            typed,
            &searched_languages(&self.context.chain),
            &items,
            limit.min(MOST),
        )?;
        let mut hits = Vec::new();
        for found in &answer.found {
            hits.extend(self.hit(found, &answer)?);
        }
        let corrected = corrected(typed, &answer);
        Ok(SearchScreen {
            header: self.header()?,
            query: typed.to_owned(),
            showing: corrected.clone().map(|words| self.say(&messages::search_showing(words))),
            corrected,
            nothing: hits.is_empty().then(|| self.say(&messages::search_nothing())),
            hits,
        })
    }

    /// An item that the reader may find.
    fn searched_item(&self, id: &str) -> Result<Option<(&'static Searched, Meta)>> {
        let found: Option<(String, String)> = self
            .db
            .prepare_cached("SELECT kind, line FROM record WHERE pack = 'facts' AND id = ?1")
            .and_then(|mut select| {
                select.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .context("reading what was found")?;
        let Some((kind, line)) = found else { return Ok(None) };
        let Some(searched) = searched(&kind) else { return Ok(None) };
        let meta = self.parse::<Meta>(id, &line)?;
        let meta = meta.filter(|meta| self.is_for_reader(meta) && meta.replaced_by.is_none());
        Ok(meta.map(|meta| (searched, meta)))
    }

    fn hit(&self, found: &Found, answer: &Answer) -> Result<Option<SearchHit>> {
        let id = &found.page.id;
        let Some((searched, meta)) = self.searched_item(id)? else { return Ok(None) };
        let marker = answer.markers.iter().find(|marker| marker.language == found.language);
        let title = self.title_of(searched, found, Self::text)?;
        let title_it = self.title_of(searched, found, |reading, id, key| {
            reading.has_italian(id, key)?.then(|| reading.italian(id, key)).transpose()
        })?;
        let (step, snippet) = match marker {
            Some(marker) => self.around(found, marker)?,
            None => (None, None),
        };
        Ok(Some(SearchHit {
            kind: searched.kind,
            label: self.say(&messages::search_kind(searched.record)),
            why: marker.map(|marker| matched(&found.page.fields, marker)).unwrap_or_default(),
            title: found_text(&title, &answer.markers),
            title_it: found_text(&title_it, &answer.markers),
            snippet: snippet.map(|snippet| found_text(&snippet, &answer.markers)),
            step,
            procedures: self.asking_for(searched.kind, id)?,
            offices: self.offices_for(searched.kind, id)?,
            contact: match searched.kind {
                HitKind::Contact => self.contact(id)?,
                _ => None,
            },
            freshness: self.freshness(&meta),
            translation: self.translation_label(&meta)?,
            id: id.clone(),
        }))
    }

    /// What an item is called, under whichever key its kind says so; or its name in the facts.
    fn title_of(
        &self,
        searched: &Searched,
        found: &Found,
        text: impl Fn(&Self, &str, &str) -> Result<Option<Text>>,
    ) -> Result<Text> {
        let id = &found.page.id;
        for key in searchable::TITLES {
            if let Some(title) = text(self, id, key)? {
                return Ok(title);
            }
        }
        let name = self.item::<searchable::Named>(searched.record, id)?;
        let name = name.map(|named| named.name_it).filter(|name| !name.is_empty());
        Ok(self.literal(&name.unwrap_or_else(|| id.clone())))
    }

    /// The sentence of an item that answers best, and the step that it belongs to.
    fn around(&self, found: &Found, marker: &Marker) -> Result<(Option<FoundStep>, Option<Text>)> {
        let id = &found.page.id;
        let words = self.words_in(id, &found.language)?;
        let Some(key) = words.as_ref().and_then(|words| best_sentence(words, marker)) else {
            return Ok((None, None));
        };
        let sentence = match found.language.as_str() {
            "it" => Some(self.italian(id, key)?),
            // In words that she reads, where those are not the ones that were found.
            _ => self.text(id, key)?,
        };
        let step = match step_of(key) {
            Some(step) => self
                .text(id, &format!("step.{step}.title"))?
                .map(|title| FoundStep { id: step.to_owned(), title }),
            None => None,
        };
        Ok((step, sentence.map(|sentence| cut(&sentence, marker))))
    }

    /// The procedures that ask for a paper.
    fn asking_for(&self, kind: HitKind, id: &str) -> Result<Vec<ProcedureName>> {
        if kind != HitKind::Document {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        let named = format!("\"{id}\"");
        self.each("procedure", |procedure, line| {
            if line.contains(&named) {
                names.push(procedure.to_owned());
            }
            Ok(())
        })?;
        let mut procedures = Vec::new();
        for id in names {
            if self.searched_item(&id)?.is_some() {
                procedures.push(ProcedureName { title: self.required(&id, "title")?, id });
            }
        }
        Ok(procedures)
    }

    /// The offices of a type in the reader's municipality.
    fn offices_for(&self, kind: HitKind, id: &str) -> Result<Vec<String>> {
        if kind != HitKind::OfficeType {
            return Ok(Vec::new());
        }
        Ok(self.offices_of_type(id)?.iter().map(|office| office.id.clone()).collect())
    }

    fn has_italian(&self, id: &str, key: &str) -> Result<bool> {
        Ok(self.words_in(id, "it")?.is_some_and(|words: Words| words.values.contains_key(key)))
    }
}
