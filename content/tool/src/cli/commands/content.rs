//! Reading and checking a content folder, for every verb that needs one.

use jiff::civil::Date;

use super::super::args::ContentArgs;
use super::super::console::Console;
use super::super::failure::{Failure, Outcome, exit};
use super::super::progress::Bar;
use super::super::style::count;
use super::super::words::messages;
use super::check;
use crate::draft::{Draft, draft};
use crate::finding::{Both, Finding, Severity};
use crate::source::load::{Content, load};

/// A content folder, and all that is wrong with it.
pub(super) struct Checked {
    pub(super) content: Content,
    pub(super) findings: Vec<Finding>,
}

impl Checked {
    /// How many findings are of a severity.
    pub(super) fn count(&self, severity: Severity) -> u32 {
        count(self.findings.iter().filter(|finding| finding.severity == severity).count())
    }
}

/// Reads and checks the content.
pub(super) fn check(console: &Console, args: &ContentArgs, today: Date) -> Outcome<Checked> {
    let _bar = Bar::start(console, console.say(messages::work_checking()));
    let content = load(&args.content, args.territory.as_deref())
        .map_err(|error| both("Content", console, &error.say()))?;
    let findings = crate::check::check(&content, today);
    Ok(Checked { content, findings })
}

/// The release to be. With errors in the content they are all shown, and there is none.
pub(super) fn release(console: &mut Console, args: &ContentArgs, today: Date) -> Outcome<Draft> {
    let checked = check(console, args, today)?;
    let errors = checked.count(Severity::Error);
    if errors > 0 {
        check::show(console, args, &checked, &[Severity::Error])?;
        console.complain(&console.say(messages::error_has_errors(errors)))?;
        return Err(Failure::Answered(exit::FAILED));
    }
    draft(&checked.content).map_err(|error| both("Content", console, &error.say()))
}

/// A failure whose sentence comes in both languages.
pub(super) fn both(kind: &'static str, console: &Console, sentence: &Both) -> Failure {
    Failure::new(kind, console.language.of(&sentence.it, &sentence.en))
}
