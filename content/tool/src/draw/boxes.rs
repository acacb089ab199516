//! What stands in the box of a node, line by line, and how tall that makes it.

use cittadini_core::model::{Node, Tree, Verdict};

use crate::terminal::words::messages;

use super::condition::Teller;
use super::layout::{Port, Shape};
use super::text::wrap;
use super::words::Speaker;

/// How wide every box is.
pub(super) const WIDTH: f64 = 380.0;

/// The room between the edge of a box and its words.
pub(super) const PADDING: f64 = 12.0;

/// The size of ordinary words, and the height of their lines.
pub(super) const SIZE: f64 = 13.0;
const LINE: f64 = 18.0;

/// The height of the coloured strip on top, in which the id stands.
pub(super) const HEAD: f64 = 26.0;

/// How a line of words looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Strong,
    Quiet,
}

/// A line of words, at its height in the box.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) y: f64,
    pub(super) indent: f64,
    pub(super) look: Look,
    pub(super) text: String,
}

/// What a node is drawn as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Question { sensitive: bool },
    Outcome(Verdict),
    Unknown,
}

/// A node as a box.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Box {
    pub(super) id: String,
    pub(super) sort: Sort,
    /// What stands beside the id.
    pub(super) label: String,
    pub(super) lines: Vec<Line>,
    /// Where ways leave, each with the strip of its words: top and bottom.
    pub(super) ways: Vec<(f64, f64)>,
    ports: Vec<Port>,
    height: f64,
}

impl Box {
    pub(super) fn shape(&self) -> Shape {
        Shape { height: self.height, ports: self.ports.clone() }
    }

    fn new(id: &str, sort: Sort, label: String) -> Self {
        let (lines, ways, ports) = (Vec::new(), Vec::new(), Vec::new());
        Self { id: id.to_owned(), sort, label, lines, ways, ports, height: HEAD + 4.0 }
    }

    fn words(&mut self, look: Look, indent: f64, text: &str) {
        let room = WIDTH - 2.0 * PADDING - indent;
        for text in wrap(text, SIZE, look == Look::Strong, room) {
            self.height += LINE;
            self.lines.push(Line { y: self.height - 4.0, indent, look, text });
        }
    }

    fn gap(&mut self, gap: f64) {
        self.height += gap;
    }

    /// A way out, with its words in a strip of its own.
    fn way(&mut self, look: Look, text: &str, to: Option<usize>) {
        self.gap(4.0);
        let top = self.height;
        self.words(look, 0.0, text);
        self.gap(5.0);
        self.ways.push((top, self.height));
        self.ports.extend(to.map(|to| Port { y: (top + self.height) / 2.0, to }));
    }

    /// A heading with the entries of a list below it, nothing where there are none.
    fn list(&mut self, heading: &str, entries: &[String]) {
        if entries.is_empty() {
            return;
        }
        self.gap(5.0);
        self.words(Look::Strong, 0.0, heading);
        for entry in entries {
            self.words(Look::Plain, 10.0, &format!("• {entry}"));
        }
    }
}

/// The boxes of a tree, the start first.
pub(super) fn of(speaker: &Speaker<'_>, tree: &Tree) -> Vec<Box> {
    let mut ids: Vec<&str> = tree.nodes.keys().map(String::as_str).collect();
    ids.sort_by_key(|id| *id != tree.start);
    let at = |id: &str| ids.iter().position(|known| *known == id);
    let boxes = ids.iter().filter_map(|id| {
        let node = tree.nodes.get(*id)?;
        let mut drawn = match node {
            Node::Question { .. } => question(speaker, tree, id, node, &at),
            Node::Outcome { .. } => outcome(speaker, tree, id, node),
            Node::Unknown => Box::new(id, Sort::Unknown, "?".to_owned()),
        };
        drawn.gap(PADDING / 2.0);
        Some(drawn)
    });
    boxes.collect()
}

fn question(
    speaker: &Speaker<'_>,
    tree: &Tree,
    id: &str,
    node: &Node,
    at: &dyn Fn(&str) -> Option<usize>,
) -> Box {
    let Node::Question { question_kind, fact, options, next, sensitive, .. } = node else {
        return Box::new(id, Sort::Unknown, "?".to_owned());
    };
    let label = speaker.say(messages::draw_kind(question_kind.slug()));
    let mut drawn = Box::new(id, Sort::Question { sensitive: *sensitive }, label);
    let sentence = |key: &str| speaker.sentence(&tree.meta.id, &format!("{id}.{key}"));
    drawn.words(Look::Strong, 0.0, &sentence("text").unwrap_or_default());
    if let Some(help) = sentence("help") {
        drawn.words(Look::Quiet, 0.0, &help);
    }
    if *sensitive {
        drawn.words(Look::Quiet, 0.0, &speaker.say(messages::draw_sensitive()));
    }
    drawn.gap(4.0);
    let teller = Teller { speaker, tree, id, fact };
    for branch in next {
        let look = if branch.when.is_some() { Look::Plain } else { Look::Quiet };
        drawn.way(look, &teller.branch(branch, &teller.unnamed(options, next)), at(&branch.go));
    }
    drawn
}

fn outcome(speaker: &Speaker<'_>, tree: &Tree, id: &str, node: &Node) -> Box {
    let Node::Outcome { verdict, procedures, services, contacts, office_types } = node else {
        return Box::new(id, Sort::Unknown, "?".to_owned());
    };
    let label = speaker.say(messages::draw_verdict(super::svg::verdict(*verdict)));
    let mut drawn = Box::new(id, Sort::Outcome(*verdict), label);
    let text = speaker.sentence(&tree.meta.id, &format!("{id}.text")).unwrap_or_default();
    drawn.words(Look::Plain, 0.0, &text);
    let titles = |ids: &[String]| ids.iter().map(|id| speaker.title(id)).collect::<Vec<_>>();
    drawn.list(&speaker.say(messages::draw_procedures()), &titles(procedures));
    drawn.list(&speaker.say(messages::draw_services()), &titles(services));
    drawn.list(&speaker.say(messages::draw_offices()), &titles(office_types));
    let contacts: Vec<String> = contacts
        .iter()
        .map(|id| match speaker.value(id) {
            Some(value) => format!("{}: {value}", speaker.title(id)),
            None => speaker.title(id),
        })
        .collect();
    drawn.list(&speaker.say(messages::draw_contacts()), &contacts);
    drawn
}
