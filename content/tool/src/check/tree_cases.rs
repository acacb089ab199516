//! Whether the trees give the answers that their tables of cases say they must, and whether every outcome has a case.

use std::collections::BTreeSet;

use cittadini_core::model::{Node as TreeNode, Record, Tree};
use cittadini_core::triage::{Answer, End, Reply, TriageAnswer, Walk, WrongAnswer, replies, walk};
use jiff::civil::Date;
use serde_json::Value as Json;

use crate::finding::{Both, Place, Problem, both, did_you_mean};
use crate::source::cases::{Case, Cases};
use crate::source::compile::Item;
use crate::source::kind::Kind;
use crate::source::scalars::nearest;
use crate::source::yaml::Node;

use super::checker::{Checker, place, place_in};

/// Checks all tables of cases.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    for (id, table) in &content.tree_cases {
        match content.items.get(id).map(|item| (item, &item.record)) {
            Some((item, Record::Tree(tree))) => of_tree(checker, item, tree, table),
            // A tree with a mistake of its own was reported.
            _ if content.known.get(id) == Some(&Kind::Tree) => {}
            _ => {
                let trees = content.of_kind(Kind::Tree).map(|item| item.id.as_str());
                checker.error(&Place::top(&table.file), no_tree(id, nearest(id, trees)));
            }
        }
    }
    for item in content.of_kind(Kind::Tree) {
        if !content.tree_cases.contains_key(&item.id) {
            checker.warning(&Place::top(&item.file), no_table(&item.id));
        }
    }
}

fn of_tree(checker: &mut Checker<'_>, item: &Item, tree: &Tree, table: &Cases) {
    let mut reached = BTreeSet::new();
    for case in &table.cases {
        reached.extend(of_case(checker, tree, &table.file, case));
    }
    if table.cases.is_empty() {
        return;
    }
    for (id, node) in &tree.nodes {
        if matches!(node, TreeNode::Outcome { .. }) && !reached.contains(id) {
            checker.warning(&place(item, &format!("nodes.{id}")), no_case(id, &table.file));
        }
    }
}

/// Runs a case. Returns the outcome that it comes to.
fn of_case(checker: &mut Checker<'_>, tree: &Tree, file: &str, case: &Case) -> Option<String> {
    let wanted = case.text("outcome")?;
    let today = case.text("today").and_then(|day| day.parse().ok()).unwrap_or(checker.today);
    let at_outcome = place_in(&case.node, file, "outcome");
    if !matches!(tree.nodes.get(wanted), Some(TreeNode::Outcome { .. })) {
        let outcomes =
            tree.nodes.iter().filter(|(_, node)| matches!(node, TreeNode::Outcome { .. }));
        let near = nearest(wanted, outcomes.map(|(id, _)| id.as_str()));
        checker.error(&at_outcome, no_outcome(wanted, near));
        return None;
    }
    let answers = answers(checker, tree, file, case, today)?;
    let replies = replies(tree, &answers, today).ok()?;
    let walked = walk(tree, &replies, today);
    let came = match walked.end {
        End::Outcome(id) => Some(id),
        End::Question(_) | End::Unknown => None,
    };
    if came != Some(wanted) {
        checker.error(&at_outcome, wrong_outcome(case, wanted, &walked));
        return None;
    }
    let unused = |answer: &&TriageAnswer| {
        let given = case.fields.get("answers").and_then(|all| all.get(&answer.question)).is_some();
        given && walked.asked.iter().all(|asked| asked.node != answer.question)
    };
    for answer in answers.iter().filter(unused) {
        let here = place_in(&case.node, file, &format!("answers.{}", answer.question));
        checker.warning(&here, never_asked(&answer.question));
    }
    came.map(str::to_owned)
}

/// The answers of a case, and a skip for every other question. `None` when one cannot be given, which was reported.
fn answers(
    checker: &mut Checker<'_>,
    tree: &Tree,
    file: &str,
    case: &Case,
    today: Date,
) -> Option<Vec<TriageAnswer>> {
    let written = case.node.get("answers").map(Node::map).unwrap_or_default();
    let values = case.fields.get("answers").and_then(Json::as_object)?;
    let mut answers = Vec::new();
    let mut good = true;
    for (key, node) in written {
        let value = values.get(&key.text).and_then(Json::as_str).unwrap_or_default();
        let answer = TriageAnswer { question: key.text.clone(), value: value.to_owned() };
        if let Err(wrong) = replies(tree, std::slice::from_ref(&answer), today) {
            good = false;
            let place = match &wrong {
                WrongAnswer::NoSuchQuestion { .. } => key.place(file),
                _ => node.place(file),
            };
            checker.error(&place, not_an_answer(&wrong, value));
        }
        answers.push(answer);
    }
    let questions = tree.nodes.iter().filter(|(_, node)| matches!(node, TreeNode::Question { .. }));
    for (id, _) in questions.filter(|(id, _)| !values.contains_key(*id)) {
        answers.push(TriageAnswer { question: id.clone(), value: String::new() });
    }
    good.then_some(answers)
}

/// The way of a walk: `bisogno: permesso → scadenza: (saltata) → o-chiedi`.
fn way(walked: &Walk<'_>) -> Both {
    let say = |skipped: &str, unknown: &str| {
        let mut parts: Vec<String> = Vec::new();
        for asked in &walked.asked {
            let answer = match &asked.reply {
                Reply::Skipped => skipped.to_owned(),
                Reply::Given(Answer::Options(options)) => options.join(", "),
                Reply::Given(answer) => {
                    let fact = answer.fact();
                    fact.as_str().map_or_else(|| fact.to_string(), str::to_owned)
                }
            };
            parts.push(format!("{}: {answer}", asked.node));
        }
        parts.push(match walked.end {
            End::Outcome(id) | End::Question(id) => id.to_owned(),
            End::Unknown => unknown.to_owned(),
        });
        parts.join(" → ")
    };
    both(say("(saltata)", "(nessun esito)"), say("(skipped)", "(no outcome)"))
}

fn wrong_outcome(case: &Case, wanted: &str, walked: &Walk<'_>) -> Problem {
    let way = way(walked);
    let why = case.text("why").unwrap_or_default();
    Problem::new(
        "case-fails",
        both(
            format!("Caso «{why}»: doveva finire in «{wanted}», ma la strada è {}.", way.it),
            format!("Case “{why}”: it was to end at “{wanted}”, but the way is {}.", way.en),
        ),
        both(
            "Correggi l'albero; cambia il caso solo se adesso la risposta giusta è un'altra.",
            "Mend the tree; change the case only if another answer is right now.",
        ),
    )
}

fn not_an_answer(wrong: &WrongAnswer, value: &str) -> Problem {
    let (message, fix) = match wrong {
        WrongAnswer::NoSuchQuestion { question, questions } => {
            let near = nearest(question, questions.iter().map(String::as_str));
            let list = questions.join(", ");
            (
                both(
                    format!("L'albero non ha la domanda «{question}»."),
                    format!("The tree has no question “{question}”."),
                ),
                did_you_mean(
                    near,
                    both(
                        format!("Usa una delle domande che ci sono: {list}."),
                        format!("Use one of the questions there are: {list}."),
                    ),
                ),
            )
        }
        WrongAnswer::NotPossible { question, possible } => (
            both(
                format!("A «{question}» nessuno può rispondere «{value}»."),
                format!("Nobody can answer “{value}” to “{question}”."),
            ),
            both(
                format!("Risposte possibili: {possible}."),
                format!("Possible answers: {possible}."),
            ),
        ),
        WrongAnswer::Twice(question) => (
            both(
                format!("La domanda «{question}» ha due risposte."),
                format!("The question “{question}” has two answers."),
            ),
            both("Lasciane una.", "Leave one of them."),
        ),
        WrongAnswer::NoSuchDay(_) => (
            both(
                format!("Il giorno «{value}» non esiste nel calendario."),
                format!("The day “{value}” does not exist in the calendar."),
            ),
            both("Scrivi un giorno che esiste.", "Write a day that exists."),
        ),
        WrongAnswer::BornInTheFuture(_) | WrongAnswer::BornTooLongAgo(_) => (
            both(
                format!("Nessuno può essere nato il {value}."),
                format!("Nobody can have been born on {value}."),
            ),
            both(
                "Scrivi un giorno di nascita possibile, o indica «today» nel caso.",
                "Write a possible day of birth, or give “today” in the case.",
            ),
        ),
    };
    Problem::new("case-answer", message, fix)
}

fn no_tree(id: &str, near: Option<&str>) -> Problem {
    Problem::new(
        "case-without-tree",
        both(
            format!("L'albero «{id}», a cui si riferiscono questi casi, non esiste."),
            format!("There is no tree “{id}”, which these cases are about."),
        ),
        did_you_mean(
            near,
            both(
                "Chiama il file con l'id di un albero di facts/trees.",
                "Name the file after the id of a tree in facts/trees.",
            ),
        ),
    )
}

fn no_outcome(id: &str, near: Option<&str>) -> Problem {
    Problem::new(
        "case-outcome",
        both(
            format!("L'albero non ha l'esito «{id}»."),
            format!("The tree has no outcome “{id}”."),
        ),
        did_you_mean(
            near,
            both(
                "Usa il nome di un nodo dell'albero che è un esito.",
                "Use the name of a node of the tree that is an outcome.",
            ),
        ),
    )
}

fn never_asked(question: &str) -> Problem {
    Problem::new(
        "case-answer-unused",
        both(
            format!("In questo caso la domanda «{question}» non viene mai fatta."),
            format!("In this case the question “{question}” is never asked."),
        ),
        both("Togli la risposta dal caso.", "Remove the answer from the case."),
    )
}

fn no_table(id: &str) -> Problem {
    Problem::new(
        "tree-without-cases",
        both(
            format!("L'albero «{id}» non ha una tabella di casi."),
            format!("The tree “{id}” has no table of cases."),
        ),
        both(
            format!("Scrivi in tests/trees/{id}.yaml chi risponde che cosa e dove deve arrivare."),
            format!("Write in tests/trees/{id}.yaml who answers what and where it must lead."),
        ),
    )
}

fn no_case(id: &str, file: &str) -> Problem {
    Problem::new(
        "outcome-without-case",
        both(
            format!("Nessun caso arriva all'esito «{id}»."),
            format!("No case arrives at the outcome “{id}”."),
        ),
        both(
            format!("Aggiungi in {file} un caso che finisce lì."),
            format!("Add a case to {file} that ends there."),
        ),
    )
}
