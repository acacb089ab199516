//! The release to be, for every verb that makes one.

use jiff::civil::Date;

use super::super::args::ContentArgs;
use super::{content, findings};
use crate::draft::{Draft, draft};
use crate::finding::Severity;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome, exit};
use crate::terminal::words::messages;

/// The release to be. With errors in the content they are all shown, and there is none.
pub(super) fn release(console: &mut Console, args: &ContentArgs, today: Date) -> Outcome<Draft> {
    let checked = content::check(console, args, today)?;
    let errors = checked.count(Severity::Error);
    if errors > 0 {
        findings::show(console, args, &checked, &[Severity::Error], &[])?;
        console.complain(&console.say(messages::error_has_errors(errors)))?;
        return Err(Failure::Answered(exit::FAILED));
    }
    draft(&checked.content).map_err(|error| content::both("Content", console, &error.say()))
}
