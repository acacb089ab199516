//! `cargo xtask test`: every suite of the project, one after the other, with the minutes of each.
//!
//! Everything is built once for all suites. A suite that fails stops no other.

pub(crate) mod build;
mod hosts;
mod python;
mod suites;
mod targets;
pub(crate) mod tools;

use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Style};

use crate::terminal::{Outcome, heading, say};

use build::Built;

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();
const LEFT_OUT: Style = AnsiColor::Yellow.on_default();

/// Which suites run.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The long run too: property tests with many more cases, the demo, the benches.
    #[arg(long)]
    full: bool,
}

/// How a suite ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    Failed(String),
    /// What it needs is not here and cannot be installed.
    Skipped(String),
    /// What it needs comes from elsewhere than a registry of packages and cannot be had today. It did not run, but holds
    /// no change up, not even where `CI` is set.
    LeftOut(String),
}

impl Verdict {
    pub(crate) fn of(outcome: Outcome) -> Self {
        match outcome {
            Ok(()) => Self::Passed,
            Err(error) => Self::Failed(error.to_string()),
        }
    }
}

/// A suite that has run.
struct Done {
    name: &'static str,
    verdict: Verdict,
    took: Duration,
}

/// Runs the suites and prints the summary. An error when one failed, or was skipped where `CI` is set.
pub(crate) fn run(options: &Options) -> Outcome {
    let mut done = Vec::new();
    let built = timed(&mut done, "build", || build::everything().map_err(|e| e.to_string()));
    for suite in suites::all(options.full) {
        match &built {
            Some(built) => timed_verdict(&mut done, suite.name, || (suite.run)(built)),
            None => done.push(not_built(suite.name)),
        }
    }
    summary(&done)
}

fn not_built(name: &'static str) -> Done {
    Done { name, verdict: Verdict::Skipped("nothing was built".into()), took: Duration::ZERO }
}

fn timed(
    done: &mut Vec<Done>,
    name: &'static str,
    run: impl FnOnce() -> Result<Built, String>,
) -> Option<Built> {
    let mut built = None;
    timed_verdict(done, name, || match run() {
        Ok(result) => {
            built = Some(result);
            Verdict::Passed
        }
        Err(reason) => Verdict::Failed(reason),
    });
    built
}

fn timed_verdict(done: &mut Vec<Done>, name: &'static str, run: impl FnOnce() -> Verdict) {
    let _ = heading(format!("suite: {name}"));
    let start = Instant::now();
    let verdict = run();
    done.push(Done { name, verdict, took: start.elapsed() });
}

fn summary(done: &[Done]) -> Outcome {
    heading("summary")?;
    let (mut passed, mut failed, mut skipped, mut left_out) = (0, 0, 0, 0);
    for Done { name, verdict, took } in done {
        let minutes = took.as_secs_f64() / 60.0;
        let (style, word, why, count) = match verdict {
            Verdict::Passed => (GOOD, "passed", "", &mut passed),
            Verdict::Failed(why) => (BAD, "FAILED", why.as_str(), &mut failed),
            Verdict::Skipped(why) => (LEFT_OUT, "SKIPPED", why.as_str(), &mut skipped),
            Verdict::LeftOut(why) => (LEFT_OUT, "SKIPPED", why.as_str(), &mut left_out),
        };
        *count += 1;
        let row = format!("  {name:<24} {style}{word:<7}{style:#} {minutes:>6.1} min  {why}");
        say!("{}", row.trim_end())?;
    }
    say!("suites: {passed} passed, {failed} failed, {} skipped", skipped + left_out)?;
    judge(failed, skipped, hosted())
}

fn judge(failed: u32, skipped: u32, hosted: bool) -> Outcome {
    match (failed, skipped) {
        (1.., _) => Err("not every suite passed".into()),
        (_, 1..) if hosted => Err("a suite was skipped, and CI is set".into()),
        _ => Ok(()),
    }
}

/// Whether this is the machine that decides about a change.
fn hosted() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn a_skipped_suite_is_a_failure_on_the_machine_that_decides() {
        assert!(judge(0, 1, false).is_ok());
        assert!(judge(0, 1, true).is_err());
        assert!(judge(0, 0, true).is_ok());
        assert!(judge(1, 0, false).is_err());
    }
}
