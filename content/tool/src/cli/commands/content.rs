//! Reading and checking a content folder, for every verb that needs one.

use jiff::civil::Date;

use super::super::args::ContentArgs;
use crate::finding::{Both, Finding, Severity};
use crate::source::load::{Content, load};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::progress::Bar;
use crate::terminal::style::count;
use crate::terminal::words::messages;

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

/// A failure whose sentence comes in both languages.
pub(super) fn both(kind: &'static str, console: &Console, sentence: &Both) -> Failure {
    Failure::new(kind, console.language.of(&sentence.it, &sentence.en))
}
