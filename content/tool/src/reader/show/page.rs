//! Rows below each other.

use crate::terminal::style::{BAD, HEADING, QUIET, TITLE, paint};

use super::column::{width_of, wrap};
use super::rows::{Row, Rows, Tone};

/// A screen on a terminal of a width.
pub(super) fn page(rows: Rows, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for row in rows.done() {
        if gap_before(row.tone) && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
        }
        lines.extend(set(&row, width));
        if gap_after(row.tone) {
            lines.push(String::new());
        }
    }
    lines.join("\n")
}

/// The lines of a row in a column.
pub(super) fn set(row: &Row, width: usize) -> Vec<String> {
    let marker = match row.marker.as_str() {
        "" => String::new(),
        marker => format!("{marker} "),
    };
    let first = format!("{}{marker}", " ".repeat(row.indent));
    let next = " ".repeat(width_of(&first));
    let room = width.saturating_sub(width_of(&first));
    let lines = wrap(&row.text, room).into_iter().enumerate();
    lines
        .map(|(number, line)| {
            let line = coloured(row.tone, &line);
            format!("{}{line}", if number == 0 { &first } else { &next })
        })
        .collect()
}

/// A blank line stands above what begins something.
pub(super) fn gap_before(tone: Tone) -> bool {
    matches!(tone, Tone::Heading | Tone::Item | Tone::Title | Tone::Lead)
}

fn gap_after(tone: Tone) -> bool {
    matches!(tone, Tone::Title)
}

fn coloured(tone: Tone, line: &str) -> String {
    match tone {
        Tone::Banner => paint(BAD, line),
        Tone::Title | Tone::Item => paint(TITLE, line),
        Tone::Heading => paint(HEADING, line),
        Tone::Body | Tone::Lead => line.to_owned(),
        Tone::Quiet => paint(QUIET, line),
    }
}
