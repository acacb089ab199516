//! A larger corpus than there is, for latency and size: pages put together from sentences of real ones, and languages
//! repeated under other tags until there are as many as a phone may carry.
//!
//! Its vocabulary is smaller than that of as many real pages, so a speller has it easier here.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::bench::random::Random;
use crate::terminal::{Outcome, aside};

use super::data::{Collection, Document, Form, Query};
use super::engine::Engine;
use super::evaluate::{index_one, latencies};
use super::latency::{Latency, Slow, Slowest, Times};
use super::metrics::DEPTH;
use super::report::{Forms, Index, forms};
use super::table;

/// How many languages are indexed.
const SLOTS: usize = 12;

/// The second language in which a reader's words are looked up, beside the official one.
const COMMON: &str = "en";

/// A language of the corpus, under a tag of its own.
#[derive(Debug, PartialEq, Eq)]
struct Slot<'a> {
    /// The language, or the language with `-x-` and a number.
    tag: String,
    /// Whose pages and queries it has.
    language: &'a str,
    /// Which of the slots of this language it is.
    round: usize,
}

/// What was measured.
#[derive(Debug)]
pub(super) struct Larger {
    engine: &'static str,
    slots: usize,
    pages: usize,
    /// The reader's language alone.
    one: Forms<Latency>,
    /// With the official language and English.
    three: Forms<Latency>,
    slowest: Vec<Slow>,
    index: Index,
}

/// Indexes so many pages in each of twelve languages, and asks all queries.
pub(super) fn measure(
    mut engine: Box<dyn Engine>,
    collection: &Collection,
    official: &str,
    pages: usize,
) -> Outcome<Larger> {
    let slots = slots(collection);
    let mut index = Index::default();
    for slot in &slots {
        let real = collection.documents.get(slot.language).map(Vec::as_slice).unwrap_or_default();
        index_one(&mut *engine, &slot.tag, &resampled(&slot.tag, real, pages), &mut index)?;
    }
    index.bytes = engine.index_bytes()?;
    let (mut one, mut three) = (BTreeMap::new(), BTreeMap::new());
    let mut slowest = Slowest::default();
    for slot in &slots {
        aside(format!("{}: asking", slot.tag))?;
        let together = together(&slot.tag, official, collection);
        for (form, words) in asked(slot, collection, slots.len()) {
            let answer = engine.search(&[&slot.tag], words, DEPTH)?;
            slowest.note(answer.took, &slot.tag, form, words);
            let times: &mut Times = one.entry(form).or_default();
            times.note(answer.took);
            let times: &mut Times = three.entry(form).or_default();
            times.note(engine.search(&together, words, DEPTH)?.took);
        }
    }
    Ok(Larger {
        engine: engine.name(),
        slots: slots.len(),
        pages,
        one: latencies(one),
        three: latencies(three),
        slowest: slowest.list(),
        index,
    })
}

/// The languages in turn, until there are enough.
fn slots(collection: &Collection) -> Vec<Slot<'_>> {
    let languages: Vec<&str> = collection.languages().map(|(language, ..)| language).collect();
    let rounds = SLOTS.div_ceil(languages.len().max(1));
    let slot = |round: usize, language: &str| match round {
        0 => language.to_owned(),
        _ => format!("{language}-x-{}", round + 1),
    };
    (0..rounds)
        .flat_map(|round| languages.iter().map(move |language| (round, *language)))
        .map(|(round, language)| Slot { tag: slot(round, language), language, round })
        .take(SLOTS)
        .collect()
}

/// Pages with the title of one page, as many lines as another has, and each line from anywhere.
fn resampled(seed: &str, real: &[Document], pages: usize) -> Vec<Document> {
    let mut random = Random::from(seed);
    let lines: Vec<&str> = real.iter().flat_map(|page| page.body.lines()).collect();
    let mut page = |number: usize| {
        let title = random.pick(real)?.title.clone();
        let length = random.pick(real)?.body.lines().count();
        let body: Vec<&str> = (0..length).filter_map(|_| random.pick(&lines).copied()).collect();
        Some(Document { page: number.to_string(), title, body: body.join("\n") })
    };
    (0..pages).filter_map(&mut page).collect()
}

/// What a phone searches: the reader's language, the official one and English, each once.
fn together<'a>(tag: &'a str, official: &'a str, collection: &Collection) -> Vec<&'a str> {
    let mut languages = vec![tag];
    for also in [official, COMMON] {
        if collection.documents.contains_key(also) && !languages.contains(&also) {
            languages.push(also);
        }
    }
    languages
}

/// The queries of a slot: those of its language, dealt out to its slots in turn.
fn asked<'a>(
    slot: &Slot<'_>,
    collection: &'a Collection,
    slots: usize,
) -> impl Iterator<Item = (Form, &'a str)> {
    let languages = collection.languages().count().max(1);
    let rounds = slots.div_ceil(languages);
    let queries: &[Query] =
        collection.queries.get(slot.language).map(Vec::as_slice).unwrap_or_default();
    let round = slot.round;
    let mine = queries.iter().enumerate().filter(move |(at, _)| at % rounds == round);
    mine.flat_map(|(_, query)| {
        Form::ALL.into_iter().filter_map(|form| Some((form, query.words(form)?)))
    })
}

impl Larger {
    /// The JSON of `--json`.
    pub(super) fn object(&self) -> Value {
        json!({
            "engine": self.engine,
            "slots": self.slots,
            "pages_per_slot": self.pages,
            "latency": forms(&self.one, |latency| json!(latency)),
            "latency_three_languages": forms(&self.three, |latency| json!(latency)),
            "slowest": self.slowest,
            "index": self.index.object(),
        })
    }

    /// Prints it.
    pub(super) fn print(&self) -> Outcome {
        let what = format!("{}: {} languages × {} pages", self.engine, self.slots, self.pages);
        table::print_latency(&format!("{what}, one language searched"), &self.one, &self.slowest)?;
        table::print_latency("with the official language and English", &self.three, &[])?;
        table::print_index(&self.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collection() -> Collection {
        let page = |name: &str| Document {
            page: name.into(),
            title: format!("Title {name}"),
            body: format!("{name} one\n{name} two"),
        };
        let documents =
            ["de", "en", "uk", "zh"].map(|tag| (tag.into(), vec![page("a"), page("b")]));
        let query = |words: &str| Query::short("a", words.into());
        let queries: Vec<Query> = ["1", "2", "3", "4", "5", "6", "7"].map(query).into();
        let queries = ["de", "en", "uk"].map(|tag| (tag.into(), queries.clone()));
        Collection { documents: documents.into(), queries: queries.into() }
    }

    #[test]
    fn languages_are_repeated_under_tags_of_the_same_language_up_to_twelve() {
        let collection = collection();
        let slots = slots(&collection);
        let tags: Vec<&str> = slots.iter().map(|slot| slot.tag.as_str()).collect();
        assert_eq!(tags.len(), SLOTS);
        assert_eq!(tags.get(..5), Some(["de", "en", "uk", "de-x-2", "en-x-2"].as_slice()));
    }

    #[test]
    fn every_query_is_asked_in_one_slot_of_its_language() {
        let collection = collection();
        let slots = slots(&collection);
        let uk = slots.iter().filter(|slot| slot.language == "uk");
        let mut words: Vec<&str> =
            uk.flat_map(|slot| asked(slot, &collection, SLOTS)).map(|(_, words)| words).collect();
        words.sort_unstable();
        assert_eq!(words, ["1", "2", "3", "4", "5", "6", "7"]);
    }

    #[test]
    fn pages_are_as_many_as_wanted_and_the_same_in_every_run() {
        let real = collection().documents.remove("de").unwrap_or_default();
        let pages = resampled("de", &real, 50);
        assert_eq!(pages.len(), 50);
        assert!(pages.iter().all(|page| page.body.lines().count() == 2));
        assert_eq!(pages, resampled("de", &real, 50));
        assert_ne!(pages, resampled("de-x-2", &real, 50));
        assert_eq!(resampled("de", &[], 50), []);
    }

    #[test]
    fn each_language_is_searched_once() {
        let collection = collection();
        assert_eq!(together("uk-x-2", "de", &collection), ["uk-x-2", "de", "en"]);
        assert_eq!(together("de", "de", &collection), ["de", "en"]);
        assert_eq!(together("en", "it", &collection), ["en"]);
    }
}
