//! Any tree with any answers: nothing panics, every walk ends, and no way is longer than the mark of progress says.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::{End, TriageAnswer, longest_way, replies, walk};
use super::TODAY;
use crate::model::Tree;

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "c", "d", "e", "x", "today", ""]).prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        word().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}".prop_map(Value::from),
    ]
}

fn condition() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        (word(), value()).prop_map(|(fact, value)| json!({"eq": [fact, value]})),
        (word(), prop::collection::vec(value(), 0..3))
            .prop_map(|(fact, all)| json!({"in": [fact, all]})),
        (prop::sample::select(vec!["lt", "le", "gt", "ge", "age"]), word(), any::<i64>())
            .prop_map(|(operator, fact, n)| json!({ operator: [fact, n] })),
        (word(), word(), any::<i64>())
            .prop_map(|(from, to, n)| json!({"date_diff": [from, to, n]})),
        value().prop_map(|value| json!({ "near": value })),
    ];
    leaf.prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(|all| json!({ "all": all })),
            prop::collection::vec(inner.clone(), 0..3).prop_map(|any| json!({ "any": any })),
            inner.prop_map(|not| json!({ "not": not })),
        ]
    })
}

fn node() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec!["single", "multi", "date", "number", "yesno", "newer"]);
    let branch = (prop::option::of(condition()), word()).prop_map(|(when, go)| match when {
        Some(when) => json!({"when": when, "go": go}),
        None => json!({ "go": go }),
    });
    let question = (kind, word(), prop::collection::vec(word(), 0..4), prop::collection::vec(branch, 0..4))
        .prop_map(|(kind, fact, options, next)| {
            json!({"node": "question", "question_kind": kind, "fact": fact, "options": options, "next": next})
        });
    prop_oneof![
        5 => question,
        1 => Just(json!({"node": "outcome"})),
        1 => Just(json!({"node": "newer", "with": ["more"]})),
    ]
}

fn any_tree() -> impl Strategy<Value = Tree> {
    (word(), prop::collection::btree_map(word(), node(), 0..7)).prop_map(|(start, nodes)| {
        serde_json::from_value(json!({"id": "t", "start": start, "nodes": nodes})).unwrap()
    })
}

fn answers() -> impl Strategy<Value = Vec<TriageAnswer>> {
    let text = prop_oneof![
        word(),
        Just("skip".to_owned()),
        Just("yes".to_owned()),
        Just("a,b".to_owned()),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "\\PC{0,12}",
    ];
    let answer = (word(), text).prop_map(|(question, value)| TriageAnswer { question, value });
    prop::collection::vec(answer, 0..6)
}

proptest! {
    #[test]
    fn any_tree_with_any_answers_ends(tree in any_tree(), answers in answers()) {
        let read = replies(&tree, &answers, TODAY);
        // What cannot be read leaves a reader who skips.
        let replies = read.unwrap_or_default();
        let walked = walk(&tree, &replies, TODAY);
        let longest = longest_way(&tree, &tree.start).len();
        prop_assert!(longest <= tree.nodes.len() && walked.asked.len() <= tree.nodes.len());
        match walked.end {
            End::Question(id) => {
                prop_assert!(!replies.contains_key(id));
                prop_assert!(!longest_way(&tree, id).is_empty());
            }
            End::Outcome(id) => prop_assert!(tree.nodes.contains_key(id)),
            End::Unknown => {}
        }
    }

    /// Whoever answers one question after the other, whatever it is, comes to an end.
    #[test]
    fn skipping_whatever_is_asked_comes_to_an_end(tree in any_tree()) {
        let mut replies = std::collections::BTreeMap::new();
        for _ in 0..=tree.nodes.len() {
            match walk(&tree, &replies, TODAY).end {
                End::Question(id) => replies.insert(id.to_owned(), super::Reply::Skipped),
                _ => return Ok(()),
            };
        }
        prop_assert!(false, "the tree asks for ever");
    }
}
