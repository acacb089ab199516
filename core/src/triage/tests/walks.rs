//! Where answers lead.

use serde_json::{Value, json};

use super::super::{End, Reply, longest_way};
use super::{outcome, question, tree, walked};
use crate::model::Tree;

/// `a` asks whether one works, `b` since when; who does not work is done.
fn work() -> Tree {
    tree(json!({
        "a": question("yesno", &[], json!([
            {"when": {"eq": ["yesno", false]}, "go": "no"},
            {"when": {"not": {"eq": ["yesno", true]}}, "go": "no"},
            {"go": "b"},
        ])),
        "b": {"node": "question", "question_kind": "number", "fact": "years", "skip_allowed": false, "next": [
            {"when": {"all": [{"eq": ["yesno", true]}, {"ge": ["years", 10]}]}, "go": "long"},
            {"go": "ask"},
        ]},
        "no": outcome(), "long": outcome(), "ask": outcome(),
    }))
}

fn ids<'t>(walk: &super::Walk<'t>) -> Vec<&'t str> {
    walk.asked.iter().map(|asked| asked.node).collect()
}

#[test]
fn a_walk_stops_at_the_first_question_without_answer_and_ends_at_an_outcome() {
    let tree = work();
    assert_eq!(walked(&tree, &[]).end, End::Question("a"));
    let second = walked(&tree, &[("a", "yes")]);
    assert_eq!((second.end, ids(&second)), (End::Question("b"), vec!["a"]));
    let end = walked(&tree, &[("a", "yes"), ("b", "10")]);
    assert_eq!((end.end, ids(&end)), (End::Outcome("long"), vec!["a", "b"]));
    assert_eq!(walked(&tree, &[("a", "yes"), ("b", "9")]).end, End::Outcome("ask"));
    assert_eq!(walked(&tree, &[("a", "no")]).end, End::Outcome("no"));
}

#[test]
fn a_skipped_question_takes_no_way_with_a_condition_and_may_be_skipped_whatever_the_tree_says() {
    let tree = work();
    assert_eq!(walked(&tree, &[("a", "skip")]).end, End::Question("b"));
    let walk = walked(&tree, &[("a", "skip"), ("b", "12")]);
    assert_eq!(walk.end, End::Outcome("ask"));
    assert_eq!(walk.asked[0].reply, Reply::Skipped);
    assert_eq!(walked(&tree, &[("a", "yes"), ("b", "")]).end, End::Outcome("ask"));
}

#[test]
fn answers_off_the_way_are_ignored() {
    let tree = work();
    let walk = walked(&tree, &[("a", "no"), ("b", "12")]);
    assert_eq!((walk.end, ids(&walk)), (End::Outcome("no"), vec!["a"]));
}

#[test]
fn what_is_damaged_or_newer_ends_where_only_a_person_can_tell() {
    let newer_kind: Value =
        json!({"node": "question", "question_kind": "map", "fact": "x", "next": [{"go": "z"}]});
    for (why, nodes) in [
        ("no start", json!({"z": outcome()})),
        ("a newer node", json!({"a": {"node": "map", "places": [1]}})),
        ("a newer kind of question", json!({"a": newer_kind, "z": outcome()})),
        (
            "nothing to choose from",
            json!({"a": question("single", &[], json!([{"go": "z"}])), "z": outcome()}),
        ),
    ] {
        assert_eq!(walked(&tree(nodes), &[]).end, End::Unknown, "{why}");
    }
    let after = |next: Value| tree(json!({"a": question("yesno", &[], next), "z": outcome()}));
    for (why, next) in [
        ("a missing node", json!([{"go": "nowhere"}])),
        ("itself", json!([{"go": "a"}])),
        ("no way", json!([])),
        ("no way for this answer", json!([{"when": {"eq": ["yesno", false]}, "go": "z"}])),
        (
            "a condition that cannot be read",
            json!([{"when": {"near": ["place", 3]}, "go": "z"}, {"go": "z"}]),
        ),
    ] {
        let tree = after(next);
        let walk = walked(&tree, &[("a", "yes")]);
        assert_eq!((walk.end, ids(&walk)), (End::Unknown, vec!["a"]), "{why}");
    }
}

#[test]
fn a_condition_that_cannot_be_read_does_not_matter_where_the_rest_decides() {
    let next = json!([
        {"when": {"all": [{"eq": ["yesno", false]}, {"near": ["place", 3]}]}, "go": "no"},
        {"when": {"any": [{"eq": ["yesno", true]}, {"near": ["place", 3]}]}, "go": "z"},
        {"go": "no"},
    ]);
    let tree = tree(json!({"a": question("yesno", &[], next), "z": outcome(), "no": outcome()}));
    assert_eq!(walked(&tree, &[("a", "yes")]).end, End::Outcome("z"));
    assert_eq!(walked(&tree, &[("a", "no")]).end, End::Unknown);
}

#[test]
fn the_longest_way_counts_questions_and_goes_round_no_circle() {
    let tree = work();
    assert_eq!(longest_way(&tree, "a"), ["a", "b"]);
    assert_eq!(longest_way(&tree, "b"), ["b"]);
    assert!(longest_way(&tree, "no").is_empty() && longest_way(&tree, "nowhere").is_empty());
    let circle = super::tree(json!({
        "a": question("yesno", &[], json!([{"go": "b"}, {"go": "a"}])),
        "b": question("yesno", &[], json!([{"go": "a"}, {"go": "z"}])),
        "z": outcome(),
    }));
    assert_eq!(longest_way(&circle, "a"), ["a", "b"]);
}

#[test]
fn a_tree_deeper_than_a_stack_is_walked_and_measured() {
    let mut nodes = serde_json::Map::new();
    for depth in 0..50_000 {
        let id = if depth == 0 { "a".to_owned() } else { format!("n{depth}") };
        nodes.insert(id, question("yesno", &[], json!([{"go": format!("n{}", depth + 1)}])));
    }
    nodes.insert("n50000".into(), outcome());
    let tree = tree(Value::Object(nodes));
    assert_eq!(longest_way(&tree, "a").len(), 50_000);
}
