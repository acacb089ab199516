//! Words of one language, asked by somebody who is shown the pages of another: both are searched, and a page has the better
//! of its places.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::terminal::Outcome;

use super::data::{Collection, Form, Query};
use super::engine::Engine;
use super::metrics::{DEPTH, Score, Tally};

/// The pairs of languages.
#[derive(Debug, Serialize)]
pub(super) struct Cross {
    /// The language that everybody meets at the counter.
    pub(super) official: String,
    /// The mean over all pages shown in another language and asked for in the official one.
    pub(super) mean: Score,
    /// Every pair, as `language of the pages<-language of the query`.
    pub(super) pairs: BTreeMap<String, Score>,
}

/// Asks every pair of languages. `None` where there are no two, or nobody asks in the official one.
pub(super) fn measure(
    engine: &dyn Engine,
    collection: &Collection,
    official: &str,
) -> Outcome<Option<Cross>> {
    let mut pairs = BTreeMap::new();
    let mut of_official = Vec::new();
    for (asked, _, queries) in collection.languages() {
        for shown in collection.documents.keys().filter(|shown| *shown != asked) {
            let Some(score) = pair(engine, queries, &[shown, asked])? else { continue };
            pairs.insert(format!("{shown}<-{asked}"), score);
            if asked == official {
                of_official.push(score);
            }
        }
    }
    let mean = Score::mean(of_official.iter());
    Ok(mean.map(|mean| Cross { official: official.to_owned(), mean, pairs }))
}

fn pair(engine: &dyn Engine, queries: &[Query], languages: &[&str]) -> Outcome<Option<Score>> {
    let mut tally = Tally::default();
    for query in queries {
        let Some(words) = query.words(Form::Short) else { continue };
        tally.count(&engine.search(languages, words, DEPTH)?.pages, &query.page);
    }
    Ok(tally.score())
}
