//! The engines side by side: the same pages and queries through each, one table.

use std::path::Path;

use clap::ValueEnum;
use serde_json::{Map, Value};

use crate::terminal::{Outcome, heading, note, say};

use super::data::{Collection, Form};
use super::engine::Kind;
use super::evaluate;
use super::metrics::Score;
use super::report::Report;

/// Measures all engines and prints them.
pub(crate) fn run(documents: &Path, queries: &Path, json: bool) -> Outcome {
    let collection = Collection::read(documents, queries)?;
    let official = collection.official(None)?;
    let mut reports = Vec::new();
    for kind in Kind::value_variants() {
        let report = evaluate::evaluate(kind.start()?, &collection, Some(&official))?;
        reports.push((*kind, report));
    }
    match json {
        true => Ok(say!("{}", object(&reports))?),
        false => print(&reports),
    }
}

/// The engines by their names on the command line, each as `eval-search --json` prints it.
fn object(reports: &[(Kind, Report)]) -> Value {
    let name = |kind: &Kind| kind.to_possible_value().map(|value| value.get_name().to_owned());
    let engines: Map<String, Value> =
        reports.iter().filter_map(|(kind, report)| Some((name(kind)?, report.object()))).collect();
    serde_json::json!({ "engines": engines })
}

fn print(reports: &[(Kind, Report)]) -> Outcome {
    heading("recall and empty answers in percent, means of the languages; milliseconds")?;
    note(format!(
        "  {:<11} {:<22} {:>5} {:>5} {:>5} {:>6} {:>5} {:>7} {:>7}",
        "queries", "engine", "R@1", "R@3", "R@10", "MRR@10", "empty", "p50", "p99"
    ))?;
    for form in Form::ALL {
        for (_, report) in reports {
            let Some(score) = report.mean.get(&form) else { continue };
            let latency = report.latency.get(&form);
            let times = latency.map(|at| format!("{:>7.2} {:>7.2}", at.p50_ms, at.p99_ms));
            row(form.name(), report.engine, score, &times.unwrap_or_default())?;
        }
    }
    for (_, report) in reports {
        if let Some(cross) = &report.cross {
            row(&format!("xx<-{}", cross.official), report.engine, &cross.mean, "")?;
        }
    }
    heading("index")?;
    for (_, report) in reports {
        let (ratio, seconds) = (report.index.ratio(), report.index.build_ms / 1000.0);
        say!("  {:<22} {ratio:.3} of the text, built in {seconds:.1} s", report.engine)?;
    }
    Ok(())
}

fn row(queries: &str, engine: &str, score: &Score, times: &str) -> Outcome {
    let Score { r1, r3, r10, mrr, empty } = score;
    let line = format!(
        "  {queries:<11} {engine:<22} {r1:>5.1} {r3:>5.1} {r10:>5.1} {mrr:>6.3} {empty:>5.1} {times}"
    );
    Ok(say!("{}", line.trim_end())?)
}
