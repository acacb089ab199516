//! The small part of YAML in which editors write: lists, maps and text, each with its place.
//!
//! Everything is text until the schema says what it should be, so that `no`, `1.10` and `09:00` stay what was written.
//! Anchors, aliases, tags and several documents are refused: none is needed, and each surprises somebody.

use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

use crate::finding::{Place, Problem};

use super::yaml_problems as problems;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;

/// How deep lists and maps may stand in each other.
pub const MAX_DEPTH: usize = 32;

/// A value and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text. `plain` when it stands without quotes, and so may be meant as a number or a word of the form.
    Scalar {
        /// The text.
        text: String,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order it was written. No key stands twice.
    Map(Vec<(Key, Node)>),
}

/// The key of an entry and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub text: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Node {
    /// Its place in a file.
    pub fn place(&self, file: &str) -> Place {
        Place { file: file.to_owned(), line: self.line, column: self.column }
    }

    /// The value under a key, if this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(found, _)| found.text == key).map(|(_, node)| node)
    }

    /// The entries, if this is a list; else none.
    pub fn list(&self) -> &[Node] {
        match &self.value {
            Value::List(nodes) => nodes,
            _ => &[],
        }
    }

    /// The entries, if this is a map; else none.
    pub fn map(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The text, if this is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether nothing was written after the key.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }

    /// Whether nothing was written after the key, or only quotes with nothing between them.
    pub fn is_blank(&self) -> bool {
        self.is_empty() || self.text().is_some_and(|text| text.trim().is_empty())
    }

    /// Whether it is the word `unknown`, which says that nobody knows.
    pub fn is_unknown(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if text == "unknown")
    }
}

impl Key {
    /// Its place in a file.
    pub fn place(&self, file: &str) -> Place {
        Place { file: file.to_owned(), line: self.line, column: self.column }
    }
}

/// A problem and its place in the file that is being read.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) problem: Problem,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Reads the bytes of a file. The byte order mark that some editors write is ignored, and so are Windows line ends.
pub(crate) fn parse(bytes: &[u8]) -> Result<Node, Placed> {
    let text = decode(bytes)?;
    read(text).map_err(|placed| within(text, placed))
}

fn read(text: &str) -> Result<Node, Placed> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| broken(text, &error))?;
        builder.take(event, &span.start)?;
    }
    builder.root.ok_or_else(|| Placed { problem: problems::empty_file(), line: 1, column: 1 })
}

/// What is missed after the last line is shown at the end of it.
fn within(text: &str, placed: Placed) -> Placed {
    let last = text.lines().count().max(1);
    if placed.line <= last {
        return placed;
    }
    let column = text.lines().last().map_or(0, |line| line.chars().count()) + 1;
    Placed { line: last, column, ..placed }
}

/// The text of a file that must be UTF-8 and not too large, without its byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, Placed> {
    let top = |problem| Placed { problem, line: 1, column: 1 };
    if bytes.len() > MAX_BYTES {
        return Err(top(problems::too_large(MAX_BYTES)));
    }
    if is_utf16(bytes) {
        return Err(top(problems::not_utf8()));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let last = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let column = String::from_utf8_lossy(last).chars().count() + 1;
        Placed { problem: problems::not_utf8(), line, column }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Whether the bytes are what Windows calls Unicode, with its mark or without: of a Latin letter one byte is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

/// What the parser cannot read. A tab that indents makes it stumble only later: the tab itself is shown.
fn broken(text: &str, error: &ScanError) -> Placed {
    let marker = error.marker();
    for (line, written) in (1..=marker.line() + 1).zip(text.lines()) {
        let mut indent = written.chars().take_while(|letter| matches!(letter, ' ' | '\t'));
        let column = indent.position(|letter| letter == '\t');
        if let (Some(column), false) = (column, written.trim().is_empty()) {
            return Placed { problem: problems::tab(), line, column: column + 1 };
        }
    }
    if problems::is_too_deep(error.info()) {
        return at(marker, problems::too_deep(MAX_DEPTH));
    }
    let written = text.lines().nth(marker.line().saturating_sub(1)).unwrap_or_default();
    at(marker, problems::not_yaml(written, error.info()))
}

fn at(marker: &Marker, problem: Problem) -> Placed {
    Placed { problem, line: marker.line().max(1), column: marker.col() + 1 }
}

/// A list or map that is not finished.
struct Open {
    place: (usize, usize),
    body: Body,
}

enum Body {
    List(Vec<Node>),
    Map { entries: Vec<(Key, Node)>, lines: HashMap<String, usize>, key: Option<Key> },
}

/// Builds the tree from the parser's events, without recursion.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, marker: &Marker) -> Result<(), Placed> {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(at(marker, problems::several_documents()));
                }
                Ok(())
            }
            Event::Alias(_) => Err(at(marker, problems::alias())),
            Event::Scalar(text, style, anchor, tag) => {
                plain_only(anchor, tag.is_some(), marker)?;
                let text = match style {
                    ScalarStyle::Literal | ScalarStyle::Folded => text.trim_end().to_owned(),
                    _ => text.into_owned(),
                };
                self.scalar(text, style == ScalarStyle::Plain, marker)
            }
            Event::SequenceStart(anchor, tag) => {
                plain_only(anchor, tag.is_some(), marker)?;
                self.begin(Body::List(Vec::new()), marker)
            }
            Event::MappingStart(anchor, tag) => {
                plain_only(anchor, tag.is_some(), marker)?;
                let (entries, lines) = (Vec::new(), HashMap::new());
                self.begin(Body::Map { entries, lines, key: None }, marker)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
    }

    fn begin(&mut self, body: Body, marker: &Marker) -> Result<(), Placed> {
        if self.open.len() >= MAX_DEPTH {
            return Err(at(marker, problems::too_deep(MAX_DEPTH)));
        }
        if self.expects_key() {
            return Err(at(marker, problems::key_is_no_text()));
        }
        self.open.push(Open { place: (marker.line().max(1), marker.col() + 1), body });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Placed> {
        let Some(Open { place: (line, column), body }) = self.open.pop() else { return Ok(()) };
        let value = match body {
            Body::List(nodes) => Value::List(nodes),
            Body::Map { entries, .. } => Value::Map(entries),
        };
        self.put(Node { value, line, column });
        Ok(())
    }

    fn scalar(&mut self, text: String, plain: bool, marker: &Marker) -> Result<(), Placed> {
        let (line, column) = (marker.line().max(1), marker.col() + 1);
        if !self.expects_key() {
            let (line, column) = match self.key() {
                // What is missing after a key is missed there, not where the next thing begins.
                Some(key) if plain && text.is_empty() => (key.line, key.column),
                _ => (line, column),
            };
            self.put(Node { value: Value::Scalar { text, plain }, line, column });
            return Ok(());
        }
        if let Some(Open { body: Body::Map { lines, key, .. }, .. }) = self.open.last_mut() {
            if let Some(first) = lines.insert(text.clone(), line) {
                return Err(at(marker, problems::duplicate_key(&text, first)));
            }
            *key = Some(Key { text, line, column });
        }
        Ok(())
    }

    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { body: Body::Map { key: None, .. }, .. }))
    }

    /// The key whose value comes next.
    fn key(&self) -> Option<&Key> {
        match self.open.last() {
            Some(Open { body: Body::Map { key, .. }, .. }) => key.as_ref(),
            _ => None,
        }
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut().map(|open| &mut open.body) {
            None => self.root = Some(node),
            Some(Body::List(nodes)) => nodes.push(node),
            Some(Body::Map { entries, key, .. }) => {
                if let Some(key) = key.take() {
                    entries.push((key, node));
                }
            }
        }
    }
}

fn plain_only(anchor: usize, tagged: bool, marker: &Marker) -> Result<(), Placed> {
    if anchor != 0 {
        return Err(at(marker, problems::alias()));
    }
    if tagged {
        return Err(at(marker, problems::tag()));
    }
    Ok(())
}

#[cfg(test)]
#[path = "yaml_tests.rs"]
mod tests;
