//! A file to fill in, written along the form that `check` reads: a field that the form gains stands here, too.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::schema::{Field, Type};

/// Where the comments begin, in columns, unless the line is longer.
const COMMENTS: usize = 34;

/// What is known already: YAML by the path of its field, such as `owner` or `steps.0.id`.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    values: BTreeMap<String, String>,
    hints: BTreeMap<String, String>,
    wanted: BTreeSet<String>,
}

impl Given {
    /// A word that YAML reads as it is: a slug, an id, a day.
    pub(super) fn word(&mut self, path: &str, word: impl ToString) {
        self.values.insert(path.to_owned(), word.to_string());
    }

    /// A text on one line, in quotes.
    pub(super) fn text(&mut self, path: &str, text: &str) {
        self.values.insert(path.to_owned(), quoted(text));
    }

    /// A list of words.
    pub(super) fn words(&mut self, path: &str, words: &[String]) {
        self.values.insert(path.to_owned(), format!("[{}]", words.join(", ")));
    }

    /// A field that the form lets out and the check wants, or one like it.
    pub(super) fn want(&mut self, path: &str) {
        self.wanted.insert(path.to_owned());
    }

    /// What may go into a field that is not known yet.
    pub(super) fn hint(&mut self, path: &str, words: &[String]) {
        if !words.is_empty() {
            self.hints.insert(path.to_owned(), words.join(", "));
        }
    }

    fn get(&self, path: &str) -> Option<&str> {
        self.values.get(path).map(String::as_str)
    }

    /// Whether something below a path is known.
    fn is_below(&self, path: &str) -> bool {
        let below = format!("{path}.");
        self.values.keys().any(|known| known.starts_with(&below))
    }
}

/// A text as YAML in quotes, whatever stands in it: each run of blanks and line ends becomes one blank.
fn quoted(text: &str) -> String {
    let visible = text.replace(|letter: char| letter.is_control(), " ");
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let escaped = line.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// What stands where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    /// Nothing, so that `check` names it.
    Empty,
    /// An example, so that the file can be read; never written to a disk.
    Example,
}

/// How a field stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Its value is known.
    Known,
    /// It is to be filled in.
    Open,
    /// It may be left out, and is a comment.
    Optional,
}

/// The YAML of a record with these fields: those that must be there, in the order of the form, and the others as comments.
pub(super) fn record<'f>(
    fields: impl Iterator<Item = &'f Field>,
    given: &Given,
    blank: Blank,
) -> String {
    let mut page = Page { given, blank, text: String::new() };
    for field in fields {
        page.field(field, field.name, 0);
    }
    page.text
}

/// The entries of a list of records, one for each that is given below `path`.
pub(super) fn entries(path: &str, fields: &[Field], given: &Given, blank: Blank) -> String {
    let mut page = Page { given, blank, text: String::new() };
    page.entries(path, fields, 0);
    page.text
}

struct Page<'g> {
    given: &'g Given,
    blank: Blank,
    text: String,
}

impl Page<'_> {
    fn is_active(&self, field: &Field, path: &str) -> bool {
        let given = self.given;
        let known = given.get(path).is_some() || given.is_below(path);
        field.required || known || given.wanted.contains(path)
    }

    fn field(&mut self, field: &Field, path: &str, indent: usize) {
        let (name, known) = (field.name, self.given.get(path));
        let hint = self.given.hints.get(path).map(String::as_str);
        let comment = |state| comment(field, hint, state);
        if !self.is_active(field, path) {
            let value = value(field.ty, Blank::Empty, false);
            self.line(indent, &format!("# {name}:{value}"), &comment(State::Optional));
            return;
        }
        if let Some(known) = known {
            self.line(indent, &format!("{name}: {known}"), &comment(State::Known));
            return;
        }
        let comment = comment(State::Open);
        match field.ty {
            _ if field.unknown => self.line(indent, &format!("{name}: unknown"), &comment),
            Type::List(Type::Record(fields)) => {
                self.line(indent, &format!("{name}:"), &comment);
                self.entries(path, fields, indent);
            }
            Type::Record(fields) => {
                self.line(indent, &format!("{name}:"), &comment);
                for inner in fields {
                    self.field(inner, &format!("{path}.{}", inner.name), indent + 2);
                }
            }
            ty => {
                let value = value(ty, self.blank, true);
                self.line(indent, &format!("{name}:{value}"), &comment);
            }
        }
    }

    /// Entries below a key: as many as are given, one at least. What must be there comes first, so that a comment can be
    /// turned into a field without moving the hyphen.
    fn entries(&mut self, path: &str, fields: &[Field], indent: usize) {
        let mut at = 0;
        loop {
            let here = format!("{path}.{at}");
            let begin = self.text.len();
            for active in [true, false] {
                for field in fields {
                    let path = format!("{here}.{}", field.name);
                    if self.is_active(field, &path) == active {
                        self.field(field, &path, indent + 4);
                    }
                }
            }
            // The hyphen stands before the first field.
            let hyphen = begin + indent + 2;
            if self.text.get(hyphen..=hyphen) == Some(" ") {
                self.text.replace_range(hyphen..=hyphen, "-");
            }
            at += 1;
            if !self.given.is_below(&format!("{path}.{at}")) {
                break;
            }
        }
    }

    fn line(&mut self, indent: usize, code: &str, comment: &str) {
        let line = format!("{:indent$}{code}", "");
        let line = match comment {
            "" => line.trim_end().to_owned(),
            comment => format!("{line:COMMENTS$} # {comment}"),
        };
        self.text.push_str(&line);
        self.text.push('\n');
    }
}

/// What stands after the colon, with the blank before it.
fn value(ty: Type, blank: Blank, required: bool) -> String {
    let value = match (blank, ty) {
        (Blank::Example, ty) => example(ty),
        (Blank::Empty, Type::Text | Type::Url | Type::Istat) => "\"\"".to_owned(),
        (Blank::Empty, Type::List(_)) if !required => "[]".to_owned(),
        (Blank::Empty, _) => String::new(),
    };
    match value.as_str() {
        "" => value,
        value => format!(" {value}"),
    }
}

/// A value of a type, as an editor would write it.
fn example(ty: Type) -> String {
    match ty {
        Type::Text | Type::Id(_) => "esempio".to_owned(),
        Type::Choice(words) => words.first().copied().unwrap_or_default().to_owned(),
        Type::List(_) => "[]".to_owned(),
        Type::MapOf(..) => "{}".to_owned(),
        ty => ty.examples().split(", ").next().unwrap_or_default().to_owned(),
    }
}

/// What goes into a field, and what is allowed there.
fn comment(field: &Field, hint: Option<&str>, state: State) -> String {
    let allowed = match (state, field.ty) {
        // Its fields follow below.
        (State::Open, Type::List(Type::Record(_)) | Type::Record(_)) if !field.unknown => {
            String::new()
        }
        (State::Known, ty) if !matches!(ty, Type::Choice(_)) => String::new(),
        (_, ty) => allowed(ty, field.says.is_empty()),
    };
    let hint = hint.map(|hint| format!("ci sono: {hint}")).unwrap_or_default();
    let parts = [field.says, &allowed, &hint];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The values that a type allows. What any text may be needs no words, unless there are no others.
fn allowed(ty: Type, alone: bool) -> String {
    match ty {
        Type::Choice(words) => words.join(", "),
        Type::Text | Type::Url | Type::Slug | Type::Istat | Type::MapOf(..) if !alone => {
            String::new()
        }
        Type::Record(fields) => format!("{{{}}}", names(fields)),
        Type::List(Type::Record(fields)) => format!("elenco di {{{}}}", names(fields)),
        Type::List(Type::Slug) => "elenco di nomi brevi".to_owned(),
        Type::List(inner) => format!("elenco: {}", allowed(*inner, true)),
        ty => match (ty.name().it, ty.examples()) {
            (name, "") => name,
            (name, _) if ty.name_says_all() => name,
            (_, examples) if !alone => format!("come {examples}"),
            (name, examples) => format!("{name}, come {examples}"),
        },
    }
}

/// The names of fields; those that may be left out with a question mark, as in `content/README.md`.
fn names(fields: &[Field]) -> String {
    let name = |field: &Field| match field.required {
        true => field.name.to_owned(),
        false => format!("{}?", field.name),
    };
    fields.iter().map(name).collect::<Vec<_>>().join(", ")
}
