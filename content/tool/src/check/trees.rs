//! Whether every way through a question tree ends at an outcome, and every outcome with somebody to talk to.

use std::collections::BTreeSet;

use cittadini_core::model::{Branch, Condition, Expression, Node, QuestionKind, Record, Tree};
use serde_json::Value;

use crate::finding::{Problem, both};
use crate::source::compile::Item;

use super::checker::{Checker, place};

/// Checks a tree.
pub(super) fn item(checker: &mut Checker<'_>, item: &Item) {
    let Record::Tree(tree) = &item.record else { return };
    if !tree.nodes.contains_key(&tree.start) {
        checker.error(&place(item, "start"), no_node(&tree.start));
    }
    for (id, node) in &tree.nodes {
        match node {
            Node::Question { question_kind, fact, options, next, .. } => {
                let question = Question { kind: *question_kind, fact, options, next };
                of_question(checker, item, tree, id, &question);
            }
            Node::Outcome { contacts, office_types, services, .. } => {
                if contacts.is_empty() && office_types.is_empty() && services.is_empty() {
                    checker.error(&place(item, &format!("nodes.{id}")), nobody(id));
                }
            }
            Node::Unknown => {}
        }
    }
    ways(checker, item, tree);
}

struct Question<'a> {
    kind: QuestionKind,
    fact: &'a str,
    options: &'a [String],
    next: &'a [Branch],
}

fn of_question(
    checker: &mut Checker<'_>,
    item: &Item,
    tree: &Tree,
    id: &str,
    question: &Question<'_>,
) {
    let choice = matches!(question.kind, QuestionKind::Single | QuestionKind::Multi);
    if choice && question.options.len() < 2 {
        checker.error(&place(item, &format!("nodes.{id}")), no_options(id));
    }
    for (at, branch) in question.next.iter().enumerate() {
        if !tree.nodes.contains_key(&branch.go) {
            checker.error(&place(item, &format!("nodes.{id}.next.{at}.go")), no_node(&branch.go));
        }
    }
    if !question.next.iter().any(|branch| branch.when.is_none()) && !covers_all(question) {
        checker.error(&place(item, &format!("nodes.{id}.next")), no_way_out(id));
    }
}

/// Whether each answer of a question with one answer has its branch.
fn covers_all(question: &Question<'_>) -> bool {
    let answered = |wanted: &Value| {
        question.next.iter().any(|branch| match &branch.when {
            Some(Condition::Known(Expression::Eq(fact, value))) => {
                fact == question.fact && value == wanted
            }
            Some(Condition::Known(Expression::In(fact, values))) => {
                fact == question.fact && values.contains(wanted)
            }
            _ => false,
        })
    };
    match question.kind {
        QuestionKind::Single => {
            question.options.iter().all(|option| answered(&Value::from(option.as_str())))
        }
        QuestionKind::Yesno => answered(&Value::from(true)) && answered(&Value::from(false)),
        _ => false,
    }
}

/// Follows all ways from the start: none may return to itself, and every node should be reached.
fn ways(checker: &mut Checker<'_>, item: &Item, tree: &Tree) {
    let mut done = BTreeSet::new();
    let mut open: Vec<(&str, bool)> = vec![(&tree.start, false)];
    let mut path: Vec<&str> = Vec::new();
    while let Some((id, leaving)) = open.pop() {
        if leaving {
            path.pop();
            done.insert(id);
            continue;
        }
        if path.contains(&id) {
            checker.error(&place(item, &format!("nodes.{id}")), circle(id));
            continue;
        }
        let Some(node) = tree.nodes.get(id).filter(|_| !done.contains(id)) else { continue };
        path.push(id);
        open.push((id, true));
        if let Node::Question { next, .. } = node {
            open.extend(next.iter().map(|branch| (branch.go.as_str(), false)));
        }
    }
    for id in tree.nodes.keys().filter(|id| !done.contains(id.as_str())) {
        checker.error(&place(item, &format!("nodes.{id}")), unreached(id));
    }
}

fn no_node(id: &str) -> Problem {
    Problem::new(
        "no-such-node",
        both(format!("L'albero non ha il nodo «{id}»."), format!("The tree has no node “{id}”.")),
        both("Correggi il nome o aggiungi il nodo.", "Mend the name or add the node."),
    )
}

fn nobody(id: &str) -> Problem {
    Problem::new(
        "outcome-without-contact",
        both(
            format!("L'esito «{id}» lascia il lettore senza nessuno a cui rivolgersi."),
            format!("The outcome “{id}” leaves the reader without anybody to turn to."),
        ),
        both(
            "Aggiungi «contacts», «office_types» o «services».",
            "Add “contacts”, “office_types” or “services”.",
        ),
    )
}

fn no_options(id: &str) -> Problem {
    Problem::new(
        "no-options",
        both(
            format!("La domanda «{id}» non ha almeno due risposte."),
            format!("The question “{id}” has not at least two answers."),
        ),
        both("Aggiungi «options».", "Add “options”."),
    )
}

fn no_way_out(id: &str) -> Problem {
    Problem::new(
        "no-way-out",
        both(
            format!("Dopo la domanda «{id}» qualche risposta non porta da nessuna parte."),
            format!("After the question “{id}” some answer leads nowhere."),
        ),
        both(
            "Aggiungi in fondo a «next» una riga senza «when»: {go: …}.",
            "Add a line without “when” at the end of “next”: {go: …}.",
        ),
    )
}

fn circle(id: &str) -> Problem {
    Problem::new(
        "circle",
        both(
            format!("Una strada torna alla domanda «{id}» e non finisce mai."),
            format!("A way returns to the question “{id}” and never ends."),
        ),
        both("Cambia un «go» in modo che porti avanti.", "Change a “go” so that it leads on."),
    )
}

fn unreached(id: &str) -> Problem {
    Problem::new(
        "unreached-node",
        both(
            format!("Nessuna risposta porta al nodo «{id}»."),
            format!("No answer leads to the node “{id}”."),
        ),
        both(
            "Toglilo o aggiungi la risposta che ci porta.",
            "Remove it or add the answer that leads to it.",
        ),
    )
}
