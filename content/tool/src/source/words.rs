//! The words of items, and how their translations came about.

use std::collections::BTreeMap;

use cittadini_core::model::TranslationKind;
use jiff::civil::Date;

use crate::finding::{Problem, both};

use super::files::Files;
use super::schema;
use super::validate::{Known, Walk};
use super::yaml::{Key, Node, Value};

/// The key of the names by which people look for an item.
const ALIASES: &str = "aliases";

/// A sentence and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence, in the restricted form.
    pub text: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// The words of one item in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemWords {
    /// The file, relative to the content folder.
    pub file: String,
    /// The sentences by key.
    pub values: BTreeMap<String, Sentence>,
    /// What people call it in this language, in the order it was written.
    pub aliases: Vec<Sentence>,
    /// Whether something could not be read, so that what seems missing may only be broken.
    pub broken: bool,
}

impl ItemWords {
    /// Whether there are names to find the item by and nothing to read, so that nothing is translated.
    pub fn only_aliases(&self) -> bool {
        self.values.is_empty() && !self.aliases.is_empty() && !self.broken
    }
}

/// How one translation came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The hash of the original it was made from.
    pub source: String,
    /// By machine, by a person, or read by a second one.
    pub kind: TranslationKind,
    /// The role that made it.
    pub by: String,
    /// The day it was made.
    pub on: Date,
    /// The line in the file of states.
    pub line: usize,
}

/// The words of one language, by item.
pub(crate) fn language(files: &mut Files<'_>, lang: &str) -> BTreeMap<String, ItemWords> {
    let mut all = BTreeMap::new();
    for named in files.named(&format!("text/{lang}"), ".yaml") {
        let words = match files.node(&named.file) {
            Some(node) => {
                let source = files.text(&named.file).unwrap_or_default();
                item(files, &named.file, &node, &source)
            }
            None => ItemWords { file: named.file, broken: true, ..ItemWords::default() },
        };
        all.insert(named.id, words);
    }
    all
}

/// Whether a sentence without quotes was cut short where YAML sees a comment.
fn is_cut(node: &Node, lines: &[&str]) -> bool {
    let Value::Scalar { plain: true, .. } = node.value else { return false };
    let line = lines.get(node.line.saturating_sub(1)).copied().unwrap_or_default();
    let written: String = line.chars().skip(node.column.saturating_sub(1)).collect();
    written.contains(" #")
}

fn item(files: &mut Files<'_>, file: &str, node: &Node, source: &str) -> ItemWords {
    let mut words = ItemWords { file: file.to_owned(), ..ItemWords::default() };
    let Value::Map(entries) = &node.value else {
        files.error(&node.place(file), not_words());
        words.broken = true;
        return words;
    };
    let lines: Vec<&str> = source.lines().collect();
    for (key, value) in entries {
        match value.text() {
            _ if key.text == ALIASES => words.aliases = aliases(files, file, key, value, &lines),
            Some(_) if value.is_blank() => {
                files.error(&key.place(file), empty(&key.text));
                words.broken = true;
            }
            Some(text) => {
                if is_cut(value, &lines) {
                    files.error(&value.place(file), cut());
                }
                words.values.insert(key.text.clone(), sentence(value, text));
            }
            None => {
                files.error(&value.place(file), not_a_sentence(&key.text));
                words.broken = true;
            }
        }
    }
    words
}

fn sentence(node: &Node, text: &str) -> Sentence {
    Sentence { text: text.trim().to_owned(), line: node.line, column: node.column }
}

fn aliases(
    files: &mut Files<'_>,
    file: &str,
    key: &Key,
    value: &Node,
    lines: &[&str],
) -> Vec<Sentence> {
    if !matches!(value.value, Value::List(_)) {
        files.error(&key.place(file), not_aliases());
    }
    let mut aliases = Vec::new();
    for node in value.list() {
        match node.text() {
            Some(text) if !node.is_blank() => {
                if is_cut(node, lines) {
                    files.error(&node.place(file), cut());
                }
                aliases.push(sentence(node, text));
            }
            _ => files.error(&node.place(file), not_aliases()),
        }
    }
    aliases
}

/// The states of one language's translations. None when there is no file.
pub(crate) fn states(files: &mut Files<'_>, lang: &str) -> Option<BTreeMap<String, State>> {
    let file = format!("state/{lang}.yaml");
    if !files.root.join(&file).is_file() {
        return None;
    }
    let node = files.node(&file)?;
    let known = Known::new();
    let mut states = BTreeMap::new();
    for (key, value) in node.map() {
        let mut walk = Walk { file: &file, known: &known, findings: &mut files.findings };
        if walk.value(value, schema::STATE).is_some() {
            states.extend(state(value, key.line).map(|state| (key.text.clone(), state)));
        }
    }
    Some(states)
}

fn state(node: &Node, line: usize) -> Option<State> {
    let text = |key: &str| node.get(key).and_then(Node::text);
    Some(State {
        source: text("source")?.to_owned(),
        kind: match text("kind")? {
            "human" => TranslationKind::Human,
            "reviewed" => TranslationKind::Reviewed,
            _ => TranslationKind::Machine,
        },
        by: text("by")?.to_owned(),
        on: text("on")?.parse().ok()?,
        line,
    })
}

fn not_words() -> Problem {
    Problem::new(
        "not-words",
        both(
            "Un file di testi ha una chiave e una frase per riga.",
            "A file of words has one key and one sentence a line.",
        ),
        both(
            "Scrivi per esempio: title: \"Marca da bollo\"",
            "Write for example: title: \"Revenue stamp\"",
        ),
    )
}

fn cut() -> Problem {
    Problem::new(
        "cut-sentence",
        both(
            "Tutto quello che segue « #» è un commento: la frase finisce lì.",
            "Everything after “ #” is a comment: the sentence ends there.",
        ),
        both(
            "Metti la frase tra virgolette; un commento va su una riga sua.",
            "Put the sentence in quotes; a comment goes on a line of its own.",
        ),
    )
}

fn empty(key: &str) -> Problem {
    Problem::new(
        "empty-value",
        both(format!("Il testo «{key}» è vuoto."), format!("The text “{key}” is empty.")),
        both(
            format!("Scrivi la frase tra virgolette, sulla stessa riga: {key}: \"…\""),
            format!("Write the sentence in quotes, on the same line: {key}: \"…\""),
        ),
    )
}

fn not_aliases() -> Problem {
    Problem::new(
        "not-aliases",
        both(
            "Qui ci vuole un elenco di nomi brevi, con i quali le persone cercano questa voce.",
            "This must be a list of short names by which people look for this item.",
        ),
        both(
            "Scrivi per esempio: aliases: [\"pds\", \"permesso\"]; senza nomi, togli la riga.",
            "Write for example: aliases: [\"pds\", \"permesso\"]; without names, remove the line.",
        ),
    )
}

fn not_a_sentence(key: &str) -> Problem {
    Problem::new(
        "not-a-sentence",
        both(
            format!("Dopo «{key}» non c'è una frase."),
            format!("There is no sentence after “{key}”."),
        ),
        both(
            "Scrivi la frase sulla stessa riga; se comincia con «{», «[» o «*», mettila tra virgolette. Le chiavi sono piatte: «step.<passo>.do», senza rientri.",
            "Write the sentence on the same line; if it begins with “{”, “[” or “*”, put it in quotes. Keys are flat: “step.<step>.do”, without indentation.",
        ),
    )
}
