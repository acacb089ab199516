//! `cargo xtask eval-search`: how well pages are found that somebody asks for, how fast, and how large the index is.
//!
//! It takes any documents and queries of the form that [`data`] describes and decides nothing about searching: engines do.
//! As every bench, it measures and never fails because of a figure.

mod cross;
mod data;
mod engine;
mod evaluate;
mod latency;
mod metrics;
mod plain;
mod report;
mod table;

use std::path::PathBuf;

use crate::optimised;
use crate::terminal::{Outcome, say};

use data::Collection;
use engine::Kind;

/// What is searched, by what, and how the figures are printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A folder with `<language>.jsonl`, a page a line: `page`, `title`, `body`.
    #[arg(long, value_name = "DIR")]
    documents: PathBuf,
    /// A folder with `<language>.jsonl`, a query a line: `page` (the right one) and `full`, `short`, `full_typo`,
    /// `short_typo`, `short_lazy`, as far as there are.
    #[arg(long, value_name = "DIR")]
    queries: PathBuf,
    /// What searches.
    #[arg(long, value_enum, default_value_t)]
    engine: Kind,
    /// The language in which every page is there and in which foreign words are asked for; `de` or the first, if not said.
    #[arg(long, value_name = "LANGUAGE")]
    official: Option<String>,
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
    let collection = Collection::read(&options.documents, &options.queries)?;
    let official = collection.official(options.official.as_deref())?;
    let engine = options.engine.start()?;
    let report = evaluate::evaluate(engine, &collection, &official)?;
    match options.json {
        true => Ok(say!("{}", report.object())?),
        false => table::print(&report),
    }
}
