//! The way through a tree that answers take, and how long it may still be.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::Value;

use crate::model::{Branch, Node, QuestionKind, Tree};

use super::answer::Reply;
use super::condition::{holds, is_readable};

/// A question on the way, and what the reader did with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<'t> {
    /// The id of the question.
    pub node: &'t str,
    /// What the reader did.
    pub reply: Reply,
}

/// Where a walk ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End<'t> {
    /// At a question with neither answer nor skip: it is to be asked now.
    Question(&'t str),
    /// At an outcome.
    Outcome(&'t str),
    /// At something that this core cannot read, or that is not there: only a person can tell.
    Unknown,
}

/// A walk through a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk<'t> {
    /// The questions on the way, in order.
    pub asked: Vec<Asked<'t>>,
    /// Where it ends.
    pub end: End<'t>,
}

/// Walks from the start as far as the answers lead. Every question may be skipped, whatever the tree says; of its branches
/// the first is taken that is sure to hold. A branch with a condition of a newer release that what is known does not decide
/// ends the walk: what it says might be what matters to this reader.
///
/// Ends always, at the latest when it would come to a question a second time. Answers to questions off the way are ignored.
pub fn walk<'t>(tree: &'t Tree, replies: &BTreeMap<String, Reply>, today: Date) -> Walk<'t> {
    let mut facts: BTreeMap<&str, Value> = BTreeMap::new();
    let mut asked: Vec<Asked<'t>> = Vec::new();
    let mut passed = BTreeSet::new();
    let mut at = tree.start.as_str();
    let end = loop {
        let Some((id, node)) = tree.nodes.get_key_value(at).filter(|_| passed.insert(at)) else {
            break End::Unknown;
        };
        let (fact, next) = match node {
            Node::Outcome { .. } => break End::Outcome(id),
            Node::Question { fact, next, .. } if can_be_asked(node) => (fact, next),
            _ => break End::Unknown,
        };
        let Some(reply) = replies.get(id) else { break End::Question(id) };
        if let Reply::Given(answer) = reply {
            facts.insert(fact, answer.fact());
        }
        asked.push(Asked { node: id, reply: reply.clone() });
        match taken(next, &facts, today) {
            Some(branch) => at = &branch.go,
            None => break End::Unknown,
        }
    };
    Walk { asked, end }
}

/// Whether this core knows how to ask a question: its kind, and what there is to choose from.
fn can_be_asked(node: &Node) -> bool {
    match node {
        Node::Question { question_kind, options, .. } => match question_kind {
            QuestionKind::Single | QuestionKind::Multi => !options.is_empty(),
            QuestionKind::Date | QuestionKind::Number | QuestionKind::Yesno => true,
            QuestionKind::Unknown => false,
        },
        _ => false,
    }
}

/// The branch that is taken. `None` where none is sure to hold, or where one that cannot be read might.
fn taken<'t>(next: &'t [Branch], facts: &BTreeMap<&str, Value>, today: Date) -> Option<&'t Branch> {
    let known = |fact: &str| facts.get(fact);
    for branch in next {
        let Some(when) = &branch.when else { return Some(branch) };
        match holds(when, &known, Some(today)) {
            Some(true) => return Some(branch),
            None if !is_readable(when) => return None,
            _ => {}
        }
    }
    None
}

/// The questions on the longest way from a node to an end, whatever is answered; the node itself is the first of them. A way
/// back to what was passed already is none.
pub fn longest_way<'t>(tree: &'t Tree, from: &'t str) -> Vec<&'t str> {
    // How many questions come from a node on, and where the longest way goes.
    let mut longest: BTreeMap<&str, (usize, Option<&str>)> = BTreeMap::new();
    for id in children_first(tree, from) {
        let next = next_of(tree, id).map(|branch| branch.go.as_str());
        let known = next.filter_map(|go| Some((longest.get(go)?.0, go)));
        // Of several the first that the tree names.
        let best = known.fold(None, |best: Option<(usize, &str)>, found| match best {
            Some(best) if best.0 >= found.0 => Some(best),
            _ => Some(found),
        });
        let own = usize::from(tree.nodes.get(id).is_some_and(can_be_asked));
        let further = best.map_or(0, |(count, _)| count);
        longest.insert(id, (own * (own + further), best.map(|(_, go)| go)));
    }
    let mut way = Vec::new();
    let mut at = Some(from);
    while let Some(id) = at {
        match longest.get(id) {
            Some((count, next)) if *count > 0 => {
                way.push(id);
                at = *next;
            }
            _ => break,
        }
    }
    way
}

fn next_of<'t>(tree: &'t Tree, id: &str) -> impl Iterator<Item = &'t Branch> + use<'t> {
    match tree.nodes.get(id) {
        Some(Node::Question { next, .. }) => next.as_slice(),
        _ => &[],
    }
    .iter()
}

/// Every node that can be reached, each after those it leads to. Not recursive: a tree may be deeper than a stack.
fn children_first<'t>(tree: &'t Tree, from: &'t str) -> Vec<&'t str> {
    let mut done = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![(from, false)];
    while let Some((id, leaving)) = open.pop() {
        if leaving {
            done.push(id);
        } else if seen.insert(id) {
            open.push((id, true));
            open.extend(next_of(tree, id).map(|branch| (branch.go.as_str(), false)));
        }
    }
    done
}
