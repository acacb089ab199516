//! Reading and checking a content folder, for every verb that needs one.

use jiff::civil::Date;

use super::super::args::ContentArgs;
use crate::check::check_watched;
use crate::finding::{Both, Finding, Severity};
use crate::progress::Draw;
use crate::source::load::{Content, load_watched};
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
    let bar = Bar::start(console, console.say(messages::work_reading()));
    let draw: Draw<'_> = &|done, of| bar.steps(done, of);
    let content = load_watched(&args.content, args.territory.as_deref(), draw)
        .map_err(|error| both("Content", console, &error.say()))?;
    bar.say(console.say(messages::work_checking()));
    let findings = check_watched(&content, today, draw);
    Ok(Checked { content, findings })
}

/// A failure whose sentence comes in both languages.
pub(super) fn both(kind: &'static str, console: &Console, sentence: &Both) -> Failure {
    Failure::new(kind, console.language.of(&sentence.it, &sentence.en))
}
