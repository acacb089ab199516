//! One procedure in two languages, row by row: what the person reads and what the official reads.

use cittadini_core::screens::ProcedureScreen;

use crate::terminal::style::{QUIET, paint};

use super::column::padded;
use super::page::{gap_before, set};
use super::procedure::rows;
use super::rows::Row;

const BETWEEN: &str = " │ ";

/// Two languages of one procedure beside each other: the same rows in the same order.
pub fn side_by_side(left: &ProcedureScreen, right: &ProcedureScreen, width: usize) -> String {
    let column = width.saturating_sub(BETWEEN.chars().count()) / 2;
    let between = paint(QUIET, BETWEEN.trim());
    let mut lines: Vec<String> = Vec::new();
    // Where one side is Italian, the other need not repeat the official title.
    let italian = [left, right].iter().any(|screen| screen.title.language == "it");
    let said = |screen: &ProcedureScreen| -> Vec<Row> {
        rows(screen).done().into_iter().filter(|row| !italian || row.key != "title_it").collect()
    };
    for (left, right) in pairs(said(left), said(right)) {
        if [&left, &right].into_iter().flatten().any(|row| gap_before(row.tone)) {
            lines.push(format!("{} {between}", padded("", column)));
        }
        let set = |row: Option<&Row>| row.map(|row| set(row, column)).unwrap_or_default();
        let (left, right) = (set(left.as_ref()), set(right.as_ref()));
        for number in 0..left.len().max(right.len()) {
            let cell = |lines: &[String]| lines.get(number).cloned().unwrap_or_default();
            let line = format!("{} {between} {}", padded(&cell(&left), column), cell(&right));
            lines.push(line.trim_end().to_owned());
        }
    }
    lines.join("\n")
}

/// Rows that say the same thing, by their keys. What only one language says stands alone.
fn pairs(left: Vec<Row>, right: Vec<Row>) -> Vec<(Option<Row>, Option<Row>)> {
    let mut pairs = Vec::new();
    let mut right = std::collections::VecDeque::from(right);
    for row in left {
        if let Some(found) = right.iter().position(|other| other.key == row.key) {
            pairs.extend(right.drain(..found).map(|alone| (None, Some(alone))));
            pairs.push((Some(row), right.pop_front()));
        } else {
            pairs.push((Some(row), None));
        }
    }
    pairs.extend(right.into_iter().map(|alone| (None, Some(alone))));
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::rows::Tone;
    use super::*;

    fn row(key: &str) -> Row {
        Row {
            key: key.into(),
            tone: Tone::Body,
            indent: 0,
            marker: String::new(),
            text: key.into(),
        }
    }

    #[test]
    fn what_one_language_lacks_leaves_a_gap_and_shifts_nothing() {
        let pairs = pairs(vec![row("a"), row("b"), row("c")], vec![row("a"), row("x"), row("c")]);
        let keys: Vec<(String, String)> = pairs
            .into_iter()
            .map(|(left, right)| {
                let key = |row: Option<Row>| row.map_or_else(String::new, |row| row.key);
                (key(left), key(right))
            })
            .collect();
        let expected = [("a", "a"), ("b", ""), ("", "x"), ("c", "c")];
        assert_eq!(keys, expected.map(|(left, right)| (left.to_owned(), right.to_owned())));
    }
}
