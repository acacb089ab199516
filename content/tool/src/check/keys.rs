//! Which sentences each item needs.

use cittadini_core::model::{Node, Procedure, Record, Step, Tree};

/// A key of an item's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextKey {
    pub(crate) name: String,
    pub(crate) required: bool,
}

/// The keys of an item's words. Empty for kinds that have none.
pub(crate) fn keys(record: &Record) -> Vec<TextKey> {
    match record {
        Record::Procedure(procedure) => of_procedure(procedure),
        Record::Document(_) => fixed(&["title"], &["looks_like", "how_to_get"]),
        Record::Fee(fee) => {
            let exempt = fee.exempt.iter().map(|exempt| must(format!("exempt.{}", exempt.id)));
            fixed(&["title"], &["how"]).into_iter().chain(exempt).collect()
        }
        Record::Deadline(_) => fixed(&["title"], &["consequence"]),
        Record::Term(_) => fixed(&["name", "definition"], &["say", "example"]),
        Record::Tree(tree) => of_tree(tree),
        Record::Service(_) => fixed(&["title", "what", "for_whom"], &["how"]),
        Record::Contact(_) => fixed(&["title"], &["what"]),
        Record::OfficeType(_) => fixed(&["title", "what"], &[]),
        Record::Notice(_) => fixed(&["title", "body"], &[]),
        Record::Phrase(phrase) => {
            let replies = phrase.replies.iter().map(|reply| must(format!("reply.{reply}")));
            fixed(&["say"], &[]).into_iter().chain(replies).collect()
        }
        Record::Organisation(_)
        | Record::Office(_)
        | Record::Territory(_)
        | Record::Municipality(_)
        | Record::Holiday(_)
        | Record::OperatorNote(_)
        | Record::Words(_)
        | Record::Ui(_)
        | Record::Unknown => Vec::new(),
    }
}

fn must(name: impl Into<String>) -> TextKey {
    TextKey { name: name.into(), required: true }
}

fn may(name: impl Into<String>) -> TextKey {
    TextKey { name: name.into(), required: false }
}

fn fixed(required: &[&str], optional: &[&str]) -> Vec<TextKey> {
    let required = required.iter().map(|name| must(*name));
    required.chain(optional.iter().map(|name| may(*name))).collect()
}

fn of_procedure(procedure: &Procedure) -> Vec<TextKey> {
    let mut keys = fixed(&["title", "short", "who_for", "result"], &["scam", "appeal"]);
    let listed = |prefix: &'static str, ids: &[String]| -> Vec<TextKey> {
        ids.iter().map(|id| must(format!("{prefix}.{id}"))).collect()
    };
    keys.extend(procedure.eligibility.iter().map(|rule| must(format!("eligibility.{}", rule.id))));
    keys.extend(listed("mistake", &procedure.mistakes));
    keys.extend(listed("right", &procedure.rights));
    keys.extend(procedure.steps.iter().flat_map(of_step));
    keys
}

fn of_step(step: &Step) -> Vec<TextKey> {
    let id = &step.id;
    let mut keys = vec![must(format!("step.{id}.title")), must(format!("step.{id}.do"))];
    keys.extend(["receive", "if_refused", "optional"].map(|name| may(format!("step.{id}.{name}"))));
    let documents = step.documents.iter();
    keys.extend(documents.map(|asked| may(format!("step.{id}.document.{}", asked.document))));
    keys
}

fn of_tree(tree: &Tree) -> Vec<TextKey> {
    let mut keys = fixed(&["title"], &[]);
    for (id, node) in &tree.nodes {
        keys.push(must(format!("{id}.text")));
        if let Node::Question { options, .. } = node {
            keys.push(may(format!("{id}.help")));
            keys.extend(options.iter().map(|option| must(format!("{id}.option.{option}"))));
        }
    }
    keys
}
