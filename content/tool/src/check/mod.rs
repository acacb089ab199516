//! Strict when written: what would mislead a reader is found here, all at once, before anything is signed.
//!
//! References and types are checked while loading, since they have no meaning without each other; the rest is here.

mod freshness;
mod keys;
mod languages;
mod places;
mod readability;
mod script;
mod sentence;
mod state;
mod structure;
mod trees;
mod ui;

use jiff::civil::Date;

use crate::finding::{Finding, Place, Problem};
use crate::source::compile::Item;
use crate::source::load::Content;
use crate::source::yaml::{Node, Value};

pub use places::{Unknowns, unknown_fields};

/// Everything that is wrong with a content folder on a day, sorted by file and line: what loading found, and what only
/// the whole can show. Nothing that merely ages is an error.
pub fn check(content: &Content, today: Date) -> Vec<Finding> {
    let mut checker = Checker { content, today, findings: content.findings.clone() };
    for item in content.items.values() {
        freshness::item(&mut checker, item);
        structure::item(&mut checker, item);
        trees::item(&mut checker, item);
    }
    places::all(&mut checker);
    languages::all(&mut checker);
    readability::all(&mut checker);
    state::all(&mut checker);
    ui::all(&mut checker);
    checker.findings.sort();
    checker.findings.dedup();
    checker.findings
}

/// A check under way.
struct Checker<'a> {
    content: &'a Content,
    today: Date,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    fn error(&mut self, place: &Place, problem: Problem) {
        self.findings.push(problem.error(place));
    }

    fn warning(&mut self, place: &Place, problem: Problem) {
        self.findings.push(problem.warning(place));
    }
}

/// Where in an item's file a value stands: `steps.0.office_type`. What is not there is shown at the nearest that is.
fn place(item: &Item, path: &str) -> Place {
    let mut node = &item.node;
    for part in path.split('.') {
        match child(node, part) {
            Some(inner) => node = inner,
            None => break,
        }
    }
    node.place(&item.file)
}

fn child<'n>(node: &'n Node, part: &str) -> Option<&'n Node> {
    match &node.value {
        Value::List(nodes) => nodes.get(part.parse::<usize>().ok()?),
        Value::Map(_) => node.get(part),
        Value::Scalar { .. } => None,
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
