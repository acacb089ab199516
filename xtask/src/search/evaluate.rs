//! Goes through all languages and forms with one engine.

use std::collections::BTreeMap;
use std::time::Instant;

use crate::terminal::{Outcome, aside, milliseconds};

use super::cross::{self, Cross};
use super::data::{Collection, Document, Form};
use super::engine::Engine;
use super::latency::{Latency, Slowest, Times};
use super::metrics::{DEPTH, Score, Tally};
use super::report::{Forms, Index, Report};

/// Indexes everything, asks everything, and says what came out. Without an official language nothing is asked across
/// languages.
pub(super) fn evaluate(
    mut engine: Box<dyn Engine>,
    collection: &Collection,
    official: Option<&str>,
) -> Outcome<Report> {
    let mut index = Index::default();
    for (language, documents) in &collection.documents {
        index_one(&mut *engine, language, documents, &mut index)?;
    }
    index.bytes = engine.index_bytes()?;
    let mut asked = Asked::default();
    for (language, _, queries) in collection.languages() {
        let start = Instant::now();
        let mut scores = Forms::new();
        for form in Form::ALL {
            let mut tally = Tally::default();
            for query in queries {
                let Some(words) = query.words(form) else { continue };
                let answer = engine.search(&[language], words, DEPTH)?;
                tally.count(&answer.pages, &query.page);
                asked.slowest.note(answer.took, language, form, words);
                asked.times.entry(form).or_default().note(answer.took);
            }
            scores.extend(tally.score().map(|score| (form, score)));
        }
        asked.languages.insert(language.to_owned(), scores);
        progress(&*engine, language, "asked", start)?;
    }
    let cross = match official {
        Some(official) => across(&*engine, collection, official)?,
        None => None,
    };
    Ok(Report {
        engine: engine.name(),
        mean: mean(&asked.languages),
        languages: asked.languages,
        cross,
        latency: latencies(asked.times),
        slowest: asked.slowest.list(),
        index,
    })
}

fn across(engine: &dyn Engine, collection: &Collection, official: &str) -> Outcome<Option<Cross>> {
    let start = Instant::now();
    let cross = cross::measure(engine, collection, official)?;
    progress(engine, "each language against each other", "asked", start)?;
    Ok(cross)
}

/// What is gathered while asking.
#[derive(Default)]
struct Asked {
    languages: BTreeMap<String, Forms<Score>>,
    times: BTreeMap<Form, Times>,
    slowest: Slowest,
}

/// Lets an engine take in the pages of a language, and counts them.
pub(super) fn index_one(
    engine: &mut dyn Engine,
    language: &str,
    documents: &[Document],
    index: &mut Index,
) -> Outcome {
    let start = Instant::now();
    engine.index(language, documents)?;
    index.build_ms += milliseconds(start.elapsed());
    index.pages += documents.len();
    index.text_bytes += documents.iter().map(Document::bytes).sum::<u64>();
    progress(engine, language, &format!("{} pages indexed", documents.len()), start)
}

/// What the times come to.
pub(super) fn latencies(times: BTreeMap<Form, Times>) -> Forms<Latency> {
    times.into_iter().filter_map(|(form, times)| Some((form, times.figures()?))).collect()
}

fn mean(languages: &BTreeMap<String, Forms<Score>>) -> Forms<Score> {
    let of = |form: Form| Score::mean(languages.values().filter_map(|scores| scores.get(&form)));
    Form::ALL.into_iter().filter_map(|form| Some((form, of(form)?))).collect()
}

fn progress(engine: &dyn Engine, language: &str, what: &str, start: Instant) -> Outcome {
    let seconds = start.elapsed().as_secs_f64();
    Ok(aside(format!("{}, {language}: {what} in {seconds:.1} s", engine.name()))?)
}
