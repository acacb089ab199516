//! `cittadini export`: the newest release in one file, for phones without a network.

use std::path::Path;

use cittadini_core::dates::day_in_italy;
use jiff::Timestamp;
use serde::Serialize;

use super::super::args::ExportArgs;
use crate::repository::{ExportReport, write_export};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::style::{GOOD, count, paint, size};
use crate::terminal::words::messages;

/// What an export answers to a program.
#[derive(Serialize)]
struct Answer<'a> {
    file: &'a Path,
    #[serde(flatten)]
    report: &'a ExportReport,
    /// How old the newest of its packs is, in days of Italy.
    age_days: i64,
}

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &ExportArgs) -> Outcome {
    let now = clock(args.clock).now();
    let report = write_export(&args.repository, &args.file, now)
        .map_err(|error| Failure::repository(console, error))?;
    let age_days = days_between(report.generated, now);
    if console.json {
        console.object(&Answer { file: &args.file, report: &report, age_days })?;
        return Ok(());
    }
    let path = args.file.display().to_string();
    let done = messages::export_done(path, report.release.to_string(), size(report.bytes));
    let made = day_in_italy(report.generated).to_string();
    let age = messages::export_age(made, count(age_days));
    let until = messages::export_until(day_in_italy(report.until).to_string());
    let lines = [
        paint(GOOD, &console.say(done)),
        format!("  {}", console.say(age)),
        format!("  {}", console.say(until)),
    ];
    console.print(&lines.join("\n"))?;
    Ok(())
}

fn days_between(then: Timestamp, now: Timestamp) -> i64 {
    let days = day_in_italy(now).duration_since(day_in_italy(then)).as_hours() / 24;
    days.max(0)
}
