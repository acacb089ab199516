//! Whether every way through a question tree ends at an outcome, and every outcome with somebody to talk to.

use std::collections::BTreeSet;

use cittadini_core::model::{ContactKind, Node, QuestionKind, Record, Tree};
use cittadini_core::triage::longest_way;
use serde_json::Value;

use crate::finding::{Problem, both};
use crate::source::compile::Item;
use crate::source::load::Content;
use crate::source::scalars::nearest;

use super::answers::{self, Question, Uncovered};
use super::checker::{Checker, place};
use super::structure::twice;
use super::topics;

/// Checks a tree.
pub(super) fn item(checker: &mut Checker<'_>, item: &Item) {
    let Record::Tree(tree) = &item.record else { return };
    if !tree.nodes.contains_key(&tree.start) {
        checker.error(&place(item, "start"), no_node(&tree.start));
    }
    let asked = answers::asked(tree);
    // What no way leads to is reported as such, and may ask about anything.
    let all = tree.nodes.values().filter_map(Question::of).map(|question| question.fact).collect();
    for (id, node) in &tree.nodes {
        if let Some(question) = Question::of(node) {
            of_question(checker, item, tree, id, &question);
            let known = asked.get(id.as_str()).unwrap_or(&all);
            of_conditions(checker, item, tree, id, &question, known);
            topics::of_question(checker, item, tree, id, &question);
        } else if !leads_to_somebody(checker.content, node) {
            checker.error(&place(item, &format!("nodes.{id}")), nobody(id));
        }
    }
    ways(checker, item, tree);
    length(checker, item, tree);
}

/// How many questions anybody may have to answer.
const MOST_QUESTIONS: usize = 8;

/// Reports a way with too many questions, at the first that is too much.
fn length(checker: &mut Checker<'_>, item: &Item, tree: &Tree) {
    let way = longest_way(tree, &tree.start);
    if let Some(first) = way.get(MOST_QUESTIONS) {
        checker.error(&place(item, &format!("nodes.{first}")), too_long(&way));
    }
}

/// Whether an outcome names somebody who answers. A page of the web does not.
fn leads_to_somebody(content: &Content, node: &Node) -> bool {
    let Node::Outcome { contacts, office_types, services, .. } = node else { return true };
    let record = |id: &String| content.items.get(id).map(|item| &item.record);
    let by_service = services.iter().filter_map(record).any(|record| match record {
        Record::Service(service) => {
            let organisation = record_of(content, &service.organisation);
            let own = match organisation {
                Some(Record::Organisation(organisation)) => organisation.contacts.as_slice(),
                _ => &[],
            };
            !service.offices.is_empty() || own.iter().any(|id| answers_people(content, id))
        }
        _ => true,
    });
    // What does not exist was reported where it is named.
    !office_types.is_empty() || by_service || contacts.iter().any(|id| answers_people(content, id))
}

fn record_of<'c>(content: &'c Content, id: &str) -> Option<&'c Record> {
    content.items.get(id).map(|item| &item.record)
}

/// Whether somebody answers at a contact.
pub(super) fn answers_people(content: &Content, id: &str) -> bool {
    match record_of(content, id) {
        Some(Record::Contact(contact)) => contact.contact_kind != ContactKind::Web,
        _ => true,
    }
}

fn of_question(
    checker: &mut Checker<'_>,
    item: &Item,
    tree: &Tree,
    id: &str,
    question: &Question<'_>,
) {
    let here = |path: &str| place(item, &format!("nodes.{id}{path}"));
    if !question.skip_allowed {
        checker.error(&here(".skip_allowed"), must_be_skippable(id));
    }
    let choice = matches!(question.kind, QuestionKind::Single | QuestionKind::Multi);
    if choice && question.options.len() < 2 {
        checker.error(&here(""), no_options(id));
    }
    for (at, option) in question.options.iter().enumerate() {
        if question.options.iter().take(at).any(|earlier| earlier == option) {
            checker.error(&here(&format!(".options.{at}")), twice(option, "options"));
        }
    }
    for (at, branch) in question.next.iter().enumerate() {
        if !tree.nodes.contains_key(&branch.go) {
            checker.error(&here(&format!(".next.{at}.go")), no_node(&branch.go));
        }
        if question.next.iter().take(at).any(|earlier| earlier.when.is_none()) {
            checker.error(&here(&format!(".next.{at}")), after_fallback(id));
        }
    }
    if question.has_fallback() {
        return;
    }
    match question.uncovered() {
        Uncovered::Answer(answer) => checker.error(&here(".next"), no_way_for(id, &answer)),
        Uncovered::Uncountable => checker.error(&here(".next"), no_way_out(id)),
        Uncovered::Nothing => checker.error(&here(".next"), no_way_when_skipped(id)),
    }
}

/// Reports conditions that no answer can make true: they name what nobody asked, or an answer that cannot be given.
fn of_conditions(
    checker: &mut Checker<'_>,
    item: &Item,
    tree: &Tree,
    id: &str,
    question: &Question<'_>,
    known: &BTreeSet<&str>,
) {
    for (at, branch) in question.next.iter().enumerate() {
        let mut problems = Vec::new();
        let mut look = |expression| {
            for fact in answers::facts(expression) {
                if !known.contains(fact) {
                    problems.push(never_asked(fact, known));
                } else if let Some(possible) = possible_answers(tree, fact) {
                    let impossible = |value: &&Value| !possible.contains(*value);
                    let values = answers::wanted(expression).into_iter().filter(impossible);
                    problems.extend(values.map(|value| no_such_answer(fact, value, &possible)));
                }
            }
        };
        if let Some(when) = &branch.when {
            answers::each(when, &mut look);
        }
        let here = place(item, &format!("nodes.{id}.next.{at}.when"));
        problems.into_iter().for_each(|problem| checker.error(&here, problem));
    }
}

/// The answers that the questions about a fact allow. `None` where any number or day may be answered.
fn possible_answers(tree: &Tree, fact: &str) -> Option<Vec<Value>> {
    let mut possible = Vec::new();
    for question in tree.nodes.values().filter_map(Question::of).filter(|it| it.fact == fact) {
        match question.kind {
            QuestionKind::Single | QuestionKind::Multi => {
                possible.extend(question.options.iter().map(|option| Value::from(option.as_str())));
            }
            QuestionKind::Yesno => possible.extend([Value::from(true), Value::from(false)]),
            _ => return None,
        }
    }
    Some(possible)
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
            "Aggiungi in «contacts» un telefono o una e-mail, oppure «office_types» o «services»: una pagina web da sola non basta.",
            "Add a telephone or an e-mail to “contacts”, or “office_types” or “services”: a web page alone is not enough.",
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

const ADD_FALLBACK_IT: &str = "Aggiungi in fondo a «next» una riga senza «when»: {go: …}.";
const ADD_FALLBACK_EN: &str = "Add a line without “when” at the end of “next”: {go: …}.";

fn no_way_out(id: &str) -> Problem {
    Problem::new(
        "no-way-out",
        both(
            format!("Dopo la domanda «{id}» qualche risposta non porta da nessuna parte."),
            format!("After the question “{id}” some answer leads nowhere."),
        ),
        both(ADD_FALLBACK_IT, ADD_FALLBACK_EN),
    )
}

fn no_way_for(id: &str, answer: &str) -> Problem {
    let (it, en) = match answer {
        "true" => ("sì (true)", "yes (true)"),
        "false" => ("no (false)", "no (false)"),
        other => (other, other),
    };
    Problem::new(
        "no-way-out",
        both(
            format!("Chi alla domanda «{id}» risponde «{it}» può non arrivare da nessuna parte."),
            format!("Who answers “{en}” to the question “{id}” may arrive nowhere."),
        ),
        both(
            format!("Scrivi in «next» dove porta questa risposta. {ADD_FALLBACK_IT}"),
            format!("Write in “next” where this answer leads. {ADD_FALLBACK_EN}"),
        ),
    )
}

fn no_way_when_skipped(id: &str) -> Problem {
    Problem::new(
        "no-way-out",
        both(
            format!("Chi salta la domanda «{id}» non arriva da nessuna parte."),
            format!("Who skips the question “{id}” arrives nowhere."),
        ),
        both(ADD_FALLBACK_IT, ADD_FALLBACK_EN),
    )
}

fn must_be_skippable(id: &str) -> Problem {
    Problem::new(
        "not-skippable",
        both(
            format!("La domanda «{id}» non si può saltare."),
            format!("The question “{id}” cannot be skipped."),
        ),
        both(
            "Togli «skip_allowed: false»: nessuno deve rispondere per sapere a chi rivolgersi.",
            "Remove “skip_allowed: false”: nobody has to answer to learn whom to turn to.",
        ),
    )
}

fn too_long(way: &[&str]) -> Problem {
    let (count, list) = (way.len(), way.join(" → "));
    Problem::new(
        "too-many-questions",
        both(
            format!("Questa strada ha {count} domande, al massimo sono {MOST_QUESTIONS}: {list}."),
            format!("This way has {count} questions, at most there are {MOST_QUESTIONS}: {list}."),
        ),
        both(
            "Togli una domanda, o fai finire prima questa strada allo sportello.",
            "Remove a question, or let this way end earlier at the desk.",
        ),
    )
}

fn after_fallback(id: &str) -> Problem {
    Problem::new(
        "branch-never-taken",
        both(
            format!(
                "Nella domanda «{id}» questa riga viene dopo quella senza «when» e non serve mai."
            ),
            format!(
                "In the question “{id}” this line comes after the one without “when” and is never used."
            ),
        ),
        both("Sposta in fondo la riga senza «when».", "Move the line without “when” to the end."),
    )
}

fn never_asked(fact: &str, known: &BTreeSet<&str>) -> Problem {
    let list = known.iter().copied().collect::<Vec<_>>().join(", ");
    let (it, en) = match nearest(fact, known.iter().copied()) {
        Some(near) => (format!("Volevi scrivere «{near}»? "), format!("Did you mean “{near}”? ")),
        None => (String::new(), String::new()),
    };
    Problem::new(
        "fact-never-asked",
        both(
            format!("La condizione guarda «{fact}», ma fin qui nessuna domanda lo chiede."),
            format!("The condition looks at “{fact}”, but no question has asked it so far."),
        ),
        both(
            format!(
                "{it}Fin qui si sa solo: {list}. Correggi il nome o aggiungi prima la domanda."
            ),
            format!("{en}So far this is known: {list}. Mend the name or add the question before."),
        ),
    )
}

fn no_such_answer(fact: &str, value: &Value, possible: &[Value]) -> Problem {
    let bare = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let list = possible.iter().map(bare).collect::<Vec<_>>().join(", ");
    let value = bare(value);
    Problem::new(
        "no-such-answer",
        both(
            format!("La condizione aspetta «{value}», ma a «{fact}» nessuno può rispondere così."),
            format!("The condition waits for “{value}”, but nobody can answer that to “{fact}”."),
        ),
        both(
            format!("Usa una delle risposte che ci sono: {list}."),
            format!("Use one of the answers there are: {list}."),
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
