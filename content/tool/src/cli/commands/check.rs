//! `cittadini check`: all findings at once.

use super::super::args::CheckArgs;
use super::{content, findings};
use crate::finding::Severity;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome, exit};
use crate::terminal::moment::day_or_today;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &CheckArgs) -> Outcome {
    let today = day_or_today(args.today);
    let checked = content::check(console, &args.content, today)?;
    findings::show(console, &args.content, &checked, &[Severity::Error, Severity::Warning])?;
    match checked.count(Severity::Error) {
        0 => Ok(()),
        _ => Err(Failure::Answered(exit::FAILED)),
    }
}
