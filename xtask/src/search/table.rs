//! The figures of one engine for people.

use crate::terminal::{Outcome, bytes, heading, note, say};

use super::cross::Cross;
use super::latency::{Latency, Slow};
use super::metrics::Score;
use super::report::{Forms, Index, Report};

/// Prints everything.
pub(super) fn print(report: &Report) -> Outcome {
    for (form, mean) in &report.mean {
        heading(format!(
            "{}, {}: {} languages",
            report.engine,
            form.name(),
            report.languages.len()
        ))?;
        head("language")?;
        for (language, scores) in &report.languages {
            if let Some(score) = scores.get(form) {
                row(language, score)?;
            }
        }
        row("mean", mean)?;
    }
    if let Some(cross) = &report.cross {
        print_cross(cross)?;
    }
    print_latency("one language searched", &report.latency, &report.slowest)?;
    print_index(&report.index)
}

fn head(first: &str) -> Outcome {
    Ok(note(format!(
        "  {first:<24} {:>6} {:>6} {:>6} {:>7} {:>7}",
        "R@1", "R@3", "R@10", "MRR@10", "empty"
    ))?)
}

fn row(first: &str, score: &Score) -> Outcome {
    let Score { r1, r3, r10, mrr, empty } = score;
    Ok(say!("  {first:<24} {r1:>6.1} {r3:>6.1} {r10:>6.1} {mrr:>7.3} {empty:>7.1}")?)
}

fn print_cross(cross: &Cross) -> Outcome {
    heading(format!("short words of another language; official is {}", cross.official))?;
    head("pages<-query")?;
    for (pair, score) in &cross.pairs {
        row(pair, score)?;
    }
    row(&format!("mean of <-{}", cross.official), &cross.mean)
}

/// Prints how long searches took, and the longest.
pub(super) fn print_latency(what: &str, latency: &Forms<Latency>, slowest: &[Slow]) -> Outcome {
    heading(format!("milliseconds a search, {what}"))?;
    note(format!("  {:<24} {:>8} {:>8} {:>8}", "", "p50", "p99", "longest"))?;
    for (form, Latency { p50_ms, p99_ms, most_ms }) in latency {
        say!("  {:<24} {p50_ms:>8.2} {p99_ms:>8.2} {most_ms:>8.2}", form.name())?;
    }
    for Slow { ms, language, form, words } in slowest {
        note(format!("  {ms:>8.2} ms  {language}, {form}: {words}"))?;
    }
    Ok(())
}

/// Prints what the index weighs.
pub(super) fn print_index(index: &Index) -> Outcome {
    heading("index")?;
    let (weight, text) = (bytes(index.bytes), bytes(index.text_bytes));
    say!("  {weight} for {text} of text: {:.3}", index.ratio())?;
    say!("  {} pages in {:.1} s", index.pages, index.build_ms / 1000.0)?;
    Ok(())
}
