//! A check under way, and where in an item's file a value stands.

use jiff::civil::Date;

use crate::finding::{Finding, Place, Problem};
use crate::progress::Progress;
use crate::source::compile::Item;
use crate::source::load::Content;
use crate::source::yaml::{Node, Value};

/// A check under way.
pub(super) struct Checker<'a> {
    pub(super) content: &'a Content,
    pub(super) today: Date,
    pub(super) findings: Vec<Finding>,
    /// Files of words, each gone through twice.
    pub(super) progress: Progress<'a>,
}

impl Checker<'_> {
    pub(super) fn error(&mut self, place: &Place, problem: Problem) {
        self.findings.push(problem.error(place));
    }

    pub(super) fn warning(&mut self, place: &Place, problem: Problem) {
        self.findings.push(problem.warning(place));
    }
}

/// Where in an item's file a value stands: `steps.0.office_type`. What is not there is shown at the nearest that is.
pub(super) fn place(item: &Item, path: &str) -> Place {
    place_in(&item.node, &item.file, path)
}

/// The same in a file that is no item of its own.
pub(super) fn place_in(node: &Node, file: &str, path: &str) -> Place {
    let mut node = node;
    for part in path.split('.') {
        match child(node, part) {
            Some(inner) => node = inner,
            None => break,
        }
    }
    node.place(file)
}

fn child<'n>(node: &'n Node, part: &str) -> Option<&'n Node> {
    match &node.value {
        Value::List(nodes) => nodes.get(part.parse::<usize>().ok()?),
        Value::Map(_) => node.get(part),
        Value::Scalar { .. } => None,
    }
}
