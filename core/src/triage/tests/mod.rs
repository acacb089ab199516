#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod answers;
mod anything;
mod conditions;
mod walks;

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::{Reply, TriageAnswer, Walk, WrongAnswer, replies, walk};
use crate::model::{Condition, Tree};

const TODAY: Date = date(2026, 11, 23);

fn condition(json: Value) -> Condition {
    serde_json::from_value(json).unwrap()
}

fn tree(nodes: Value) -> Tree {
    serde_json::from_value(json!({"id": "tree", "start": "a", "nodes": nodes})).unwrap()
}

fn question(kind: &str, options: &[&str], next: Value) -> Value {
    json!({"node": "question", "question_kind": kind, "fact": kind, "options": options, "next": next})
}

fn outcome() -> Value {
    json!({"node": "outcome", "verdict": "likely_yes", "contacts": ["c"]})
}

fn given(answers: &[(&str, &str)]) -> Vec<TriageAnswer> {
    let given = answers.iter().map(|(question, value)| TriageAnswer {
        question: (*question).to_owned(),
        value: (*value).to_owned(),
    });
    given.collect()
}

fn read(tree: &Tree, question: &str, value: &str) -> Result<Reply, WrongAnswer> {
    replies(tree, &given(&[(question, value)]), TODAY).map(|mut all| all.remove(question).unwrap())
}

fn walked<'t>(tree: &'t Tree, answers: &[(&str, &str)]) -> Walk<'t> {
    walk(tree, &replies(tree, &given(answers), TODAY).unwrap(), TODAY)
}
