//! Findings as an answer: sentences for a person, one object for a program.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::args::ContentArgs;
use super::content::Checked;
use crate::check::{Unknowns, unknown_fields};
use crate::finding::{Finding, Severity};
use crate::terminal::console::Console;
use crate::terminal::failure::Outcome;
use crate::terminal::style::{BAD, GOOD, QUIET, TITLE, WARN, count, paint};
use crate::terminal::words::{Language, messages};

/// The answer as an object.
#[derive(Serialize)]
struct Report<'a> {
    errors: u32,
    warnings: u32,
    findings: Vec<FindingReport<'a>>,
    /// What is not known about the offices, by municipality.
    unknown: BTreeMap<String, UnknownReport>,
    /// The pictures that were drawn.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    drawn: &'a [String],
}

#[derive(Serialize)]
pub(super) struct FindingReport<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    severity: &'static str,
    rule: &'static str,
    message: &'a str,
    fix: &'a str,
}

/// How many offices serve a municipality, and how many of them lack which field.
#[derive(Serialize)]
struct UnknownReport {
    offices: usize,
    address: usize,
    phone: usize,
    hours: usize,
}

/// Shows the findings of some severities, the pictures that were drawn, and the summary.
pub(super) fn show(
    console: &mut Console,
    args: &ContentArgs,
    checked: &Checked,
    severities: &[Severity],
    drawn: &[String],
) -> Outcome {
    let shown = || checked.findings.iter().filter(|finding| severities.contains(&finding.severity));
    if console.json {
        let language = console.language;
        console.object(&Report {
            errors: checked.count(Severity::Error),
            warnings: checked.count(Severity::Warning),
            findings: shown().map(|finding| report(finding, language)).collect(),
            unknown: unknown(checked),
            drawn,
        })?;
        return Ok(());
    }
    let mut text = String::new();
    for finding in shown() {
        text.push_str(&readable(console, args, finding));
        text.push_str("\n\n");
    }
    text.push_str(&unknown_readable(console, checked));
    for file in drawn {
        text.push_str(&format!("{}\n", console.say(messages::draw_done(file.as_str()))));
    }
    text.push_str(&summary(console, checked));
    console.print(&text)?;
    Ok(())
}

/// A finding as an object.
pub(super) fn report(finding: &Finding, language: Language) -> FindingReport<'_> {
    FindingReport {
        file: &finding.file,
        line: finding.line,
        column: finding.column,
        severity: severity(finding.severity),
        rule: finding.rule,
        message: language.of(&finding.message_it, &finding.message_en),
        fix: language.of(&finding.fix_it, &finding.fix_en),
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The place first, as editors and terminals make it a link.
pub(super) fn readable(console: &Console, args: &ContentArgs, finding: &Finding) -> String {
    let (style, word) = match finding.severity {
        Severity::Error => (BAD, messages::error_prefix()),
        Severity::Warning => (WARN, messages::warning_prefix()),
    };
    let file = args.content.join(&finding.file).display().to_string();
    let place = messages::check_place(finding.column.to_string(), file, finding.line.to_string());
    let message = console.language.of(&finding.message_it, &finding.message_en);
    let fix = console.language.of(&finding.fix_it, &finding.fix_en);
    format!(
        "{} {} {}\n  {message}\n  {}",
        paint(TITLE, &console.say(place)),
        paint(style, &console.say(word)),
        paint(QUIET, finding.rule),
        paint(GOOD, &console.say(messages::check_fix(fix))),
    )
}

fn summary(console: &Console, checked: &Checked) -> String {
    let errors = checked.count(Severity::Error);
    let warnings = checked.count(Severity::Warning);
    let style = match (errors, warnings) {
        (0, 0) => GOOD,
        (0, _) => WARN,
        _ => BAD,
    };
    let errors = console.say(messages::check_errors(errors));
    let warnings = console.say(messages::check_warnings(warnings));
    paint(style, &console.say(messages::check_summary(errors, warnings)))
}

fn unknown(checked: &Checked) -> BTreeMap<String, UnknownReport> {
    let unknown = unknown_fields(&checked.content).into_iter().map(|found| {
        let Unknowns { name_it, offices, addresses, phones, hours, .. } = found;
        (name_it, UnknownReport { offices, address: addresses, phone: phones, hours })
    });
    unknown.collect()
}

fn unknown_readable(console: &Console, checked: &Checked) -> String {
    let mut lines = vec![console.say(messages::check_unknown())];
    for (municipality, unknown) in unknown(checked) {
        let UnknownReport { offices, address, phone, hours } = unknown;
        let of = |field: &str, n: usize| {
            (n > 0).then(|| console.say(messages::check_unknown_field(field, count(n))))
        };
        let fields = [of("address", address), of("phone", phone), of("hours", hours)];
        let list = fields.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if !list.is_empty() {
            let line = messages::check_unknown_line(list, municipality, count(offices));
            lines.push(format!("  {}", console.say(line)));
        }
    }
    match lines.len() {
        1 => String::new(),
        _ => format!("{}\n\n", lines.join("\n")),
    }
}
