//! What the conditions of a question tree make of its answers: which facts they ask about, and whether every answer has
//! its way.

use std::collections::{BTreeMap, BTreeSet};

use cittadini_core::model::{Branch, Condition, Expression, Node, QuestionKind, Tree};
use cittadini_core::triage::holds;
use serde_json::Value;

/// A question, without what only its words and looks concern.
pub(super) struct Question<'a> {
    pub(super) kind: QuestionKind,
    pub(super) fact: &'a str,
    pub(super) options: &'a [String],
    pub(super) skip_allowed: bool,
    pub(super) sensitive: bool,
    pub(super) next: &'a [Branch],
}

impl<'a> Question<'a> {
    /// The question in a node, if it is one.
    pub(super) fn of(node: &'a Node) -> Option<Self> {
        let Node::Question { question_kind, fact, options, skip_allowed, sensitive, next } = node
        else {
            return None;
        };
        Some(Self {
            kind: *question_kind,
            fact,
            options,
            skip_allowed: *skip_allowed,
            sensitive: *sensitive,
            next,
        })
    }

    /// Whether there is a way for every answer and for none.
    pub(super) fn has_fallback(&self) -> bool {
        self.next.iter().any(|branch| branch.when.is_none())
    }

    /// The first answer for which no branch is sure to hold, whatever else was answered. `None` where there is none, and
    /// where the answers cannot be counted.
    pub(super) fn uncovered(&self) -> Uncovered {
        let Some(answers) = self.answers() else { return Uncovered::Uncountable };
        let sure = |answer: &Value| {
            let known = |fact: &str| (fact == self.fact).then_some(answer);
            self.next.iter().any(|branch| {
                branch.when.as_ref().is_none_or(|when| holds(when, &known, None) == Some(true))
            })
        };
        match answers.into_iter().find(|answer| !sure(answer)) {
            Some(Value::String(answer)) => Uncovered::Answer(answer),
            Some(answer) => Uncovered::Answer(answer.to_string()),
            None => Uncovered::Nothing,
        }
    }

    /// All answers between which the conditions can tell.
    fn answers(&self) -> Option<Vec<Value>> {
        match self.kind {
            QuestionKind::Single => {
                Some(self.options.iter().map(|it| it.as_str().into()).collect())
            }
            QuestionKind::Yesno => Some(vec![true.into(), false.into()]),
            QuestionKind::Number => {
                let mut bounds = BTreeSet::from([0]);
                for condition in self.next.iter().filter_map(|branch| branch.when.as_ref()) {
                    each(condition, &mut |expression| bounds.extend(bound(expression)));
                }
                let around = |bound: i64| [-1, 0, 1].map(|step| bound.saturating_add(step));
                let around = bounds.into_iter().flat_map(around).filter(|number| *number >= 0);
                Some(around.map(Value::from).collect())
            }
            _ => None,
        }
    }
}

/// What of a question has no way.
pub(super) enum Uncovered {
    Nothing,
    Answer(String),
    Uncountable,
}

/// The facts that may be known at each node: those of the questions on the ways to it, and its own.
pub(super) fn asked(tree: &Tree) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut asked: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut open = vec![(tree.start.as_str(), BTreeSet::new())];
    while let Some((id, mut facts)) = open.pop() {
        let Some(node) = tree.nodes.get(id) else { continue };
        let question = Question::of(node);
        facts.extend(question.as_ref().map(|question| question.fact));
        let there = asked.entry(id).or_default();
        // A node is gone through again only with something new, so that circles end.
        if !there.is_empty() && facts.is_subset(there) {
            continue;
        }
        there.extend(facts);
        let facts = there.clone();
        let next = question.map(|question| question.next).unwrap_or_default();
        open.extend(next.iter().map(|branch| (branch.go.as_str(), facts.clone())));
    }
    asked
}

/// Calls `visit` with every expression in a condition that is no list and no negation.
pub(super) fn each<'c>(condition: &'c Condition, visit: &mut impl FnMut(&'c Expression)) {
    let Condition::Known(expression) = condition else { return };
    match expression {
        Expression::All(parts) | Expression::Any(parts) => {
            parts.iter().for_each(|part| each(part, visit));
        }
        Expression::Not(inner) => each(inner, visit),
        single => visit(single),
    }
}

/// The facts that an expression compares.
pub(super) fn facts(expression: &Expression) -> Vec<&str> {
    match expression {
        Expression::Eq(fact, _)
        | Expression::In(fact, _)
        | Expression::Lt(fact, _)
        | Expression::Le(fact, _)
        | Expression::Gt(fact, _)
        | Expression::Ge(fact, _)
        | Expression::Age(fact, _) => vec![fact],
        Expression::DateDiff(from, to, _) => {
            [from, to].into_iter().map(String::as_str).filter(|fact| *fact != "today").collect()
        }
        Expression::All(_) | Expression::Any(_) | Expression::Not(_) => Vec::new(),
    }
}

/// The values that an expression wants a fact to have.
pub(super) fn wanted(expression: &Expression) -> Vec<&Value> {
    match expression {
        Expression::Eq(_, value) => vec![value],
        Expression::In(_, values) => values.iter().collect(),
        _ => Vec::new(),
    }
}

fn bound(expression: &Expression) -> Vec<i64> {
    match expression {
        Expression::Lt(_, n)
        | Expression::Le(_, n)
        | Expression::Gt(_, n)
        | Expression::Ge(_, n) => {
            vec![*n]
        }
        other => wanted(other).into_iter().filter_map(Value::as_i64).collect(),
    }
}
