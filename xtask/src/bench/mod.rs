//! `cargo xtask bench`: an optimised build, 70 procedures in 12 languages, and the bounds that the project holds; every kind
//! of sync besides, on the content as it is and on 300 procedures in 10 languages.
//!
//! A bench measures and never fails: timings on a shared machine say nothing about a change. This process starts cargo; the
//! optimised one publishes and syncs; a fresh one for each opening reads, and one for each measured sync applies, so that
//! their memory is that of an app that was just started.

mod apply;
mod check;
pub(crate) mod content;
mod figures;
mod hours;
mod install;
mod memory;
pub(crate) mod random;
mod reader;
mod search;
mod sync;
mod triage;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::optimised;
use crate::search::peers;
use crate::terminal::Outcome;

/// How the bench prints, and which of its processes this is.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
    /// This process is optimised already.
    #[arg(long, hide = true)]
    inner: bool,
    /// Reads the data folder, and prints what was measured as JSON.
    #[arg(long, hide = true, value_name = "DIR")]
    read: Option<PathBuf>,
    /// Compares how well search engines find pages, instead: plain FTS5 and the one of the Integreat app beside ours.
    #[arg(long, requires_all = ["documents", "queries"])]
    peers: bool,
    /// The pages for `--peers`: a folder with `<language>.jsonl`, as for `eval-search`.
    #[arg(long, value_name = "DIR", requires = "peers")]
    documents: Option<PathBuf>,
    /// The queries for `--peers`: a folder with `<language>.jsonl`, as for `eval-search`.
    #[arg(long, value_name = "DIR", requires = "peers")]
    queries: Option<PathBuf>,
    #[command(flatten)]
    apply: apply::Task,
}

/// Runs the bench.
pub(crate) fn run(options: &Options) -> Outcome {
    match options {
        Options { read: Some(folder), .. } => reader::run(folder),
        Options { apply, .. } if apply.apply.is_some() => apply::run(apply),
        Options {
            inner: true, json, documents: Some(documents), queries: Some(queries), ..
        } => peers::run(documents, queries, *json),
        Options { inner: true, json, .. } => inner(*json),
        Options { .. } => optimised::again(),
    }
}

fn inner(json: bool) -> Outcome {
    let folder = tempfile::Builder::new().prefix("cittadini-bench-").tempdir()?;
    let mut figures = install::measure(folder.path())?;
    let everything = folder.path().join(install::EVERYTHING);
    figures.extend(openings(&everything)?);
    figures.extend(hours::measure(folder.path())?);
    figures.extend(sync::measure(folder.path())?);
    figures.extend(check::measure(folder.path())?);
    match json {
        true => figures.print_json(),
        false => figures.print_table(),
    }
}

/// How many times the app is started; medians count.
const OPENINGS: usize = 5;

fn openings(data: &Path) -> Outcome<figures::Figures> {
    let mut runs = Vec::with_capacity(OPENINGS);
    for _ in 0..OPENINGS {
        let output =
            Command::new(std::env::current_exe()?).args(["bench", "--read"]).arg(data).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned().into());
        }
        runs.push(figures::Figures::parse(&output.stdout)?);
    }
    Ok(figures::Figures::medians(&runs))
}
