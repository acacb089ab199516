//! The messages of one Fluent file and the variables of each.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast;

use crate::BuildError;

/// What one Fluent file offers.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Variables by message.
    pub messages: BTreeMap<String, BTreeSet<String>>,
    /// Variables that a message chooses by as by a number: `[1]`, `[few]`. Words would never fit such a choice, and every
    /// value would read like the last one.
    pub numbers: BTreeMap<String, BTreeSet<String>>,
    /// The plain text of simple messages, for documentation.
    pub samples: BTreeMap<String, String>,
}

impl Catalogue {
    /// Reads a file; all faults at once.
    pub fn read(path: &Path) -> Result<Self, BuildError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| BuildError::Io { path: path.to_owned(), source })?;
        Self::parse(&text, &path.display().to_string())
    }

    /// Parses Fluent source; `name` stands in the faults.
    pub fn parse(text: &str, name: &str) -> Result<Self, BuildError> {
        let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| {
            BuildError::Faults(
                errors
                    .iter()
                    .map(|error| format!("{name}:{}: {error}", line_of(text, error.pos.start)))
                    .collect(),
            )
        })?;
        let mut catalogue = Self::default();
        let mut faults: Vec<String> = remarks_in_text(text)
            .into_iter()
            .map(|line| {
                format!(
                    "{name}:{line}: an indented remark is shown as text; put it above its message"
                )
            })
            .collect();
        for entry in &resource.body {
            if let ast::Entry::Message(message) = entry {
                catalogue.add(message, name, &mut faults);
            }
        }
        if faults.is_empty() { Ok(catalogue) } else { Err(BuildError::Faults(faults)) }
    }

    fn add(&mut self, message: &ast::Message<&str>, name: &str, faults: &mut Vec<String>) {
        let id = message.id.name.to_owned();
        let Some(pattern) = &message.value else {
            faults.push(format!("{name}: «{id}» has no value"));
            return;
        };
        let mut variables = BTreeSet::new();
        pattern_variables(pattern, &mut variables);
        let mut numbers = BTreeSet::new();
        pattern_numbers(pattern, &mut numbers);
        self.numbers.insert(id.clone(), numbers);
        self.samples.insert(id.clone(), sample(pattern));
        if self.messages.insert(id.clone(), variables).is_some() {
            faults.push(format!("{name}: «{id}» stands twice"));
        }
    }
}

/// In what a language differs from the reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Difference {
    /// It lacks a message.
    #[error("«{0}» is missing")]
    Missing(String),
    /// It has a message that the reference does not have.
    #[error("«{0}» is in no other language; is it misspelt?")]
    Unknown(String),
    /// A message does not use the variables that the reference uses.
    #[error("«{id}» must use the variables {expected:?}, but uses {found:?}")]
    Variables {
        /// The message.
        id: String,
        /// What the reference uses.
        expected: BTreeSet<String>,
        /// What the language uses.
        found: BTreeSet<String>,
    },
}

/// What a language lacks or has too much.
pub fn compare(expected: &Catalogue, found: &Catalogue) -> Vec<Difference> {
    let mut differences = Vec::new();
    for (id, variables) in &expected.messages {
        match found.messages.get(id) {
            None => differences.push(Difference::Missing(id.clone())),
            Some(other) if other != variables => differences.push(Difference::Variables {
                id: id.clone(),
                expected: variables.clone(),
                found: other.clone(),
            }),
            Some(_) => {}
        }
    }
    let unknown = found.messages.keys().filter(|id| !expected.messages.contains_key(*id));
    differences.extend(unknown.cloned().map(Difference::Unknown));
    differences
}

/// The lines with a remark that Fluent takes for text, since it stands inside a message: only `#` in the first column begins
/// a comment.
pub fn remarks_in_text(text: &str) -> Vec<usize> {
    let is_remark =
        |line: &str| line.starts_with([' ', '\t']) && line.trim_start().starts_with('#');
    text.lines().zip(1..).filter(|(line, _)| is_remark(line)).map(|(_, number)| number).collect()
}

fn line_of(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

fn sample(pattern: &ast::Pattern<&str>) -> String {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            ast::PatternElement::TextElement { value } => (*value).to_owned(),
            ast::PatternElement::Placeable { .. } => "…".to_owned(),
        })
        .collect::<String>()
        .replace('\n', " ")
}

fn pattern_numbers(pattern: &ast::Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable {
            expression: ast::Expression::Select { selector, variants },
        } = element
        else {
            continue;
        };
        if variants.iter().any(|variant| is_number(&variant.key)) {
            inline_variables(selector, out);
        }
        variants.iter().for_each(|variant| pattern_numbers(&variant.value, out));
    }
}

fn is_number(key: &ast::VariantKey<&str>) -> bool {
    match key {
        ast::VariantKey::NumberLiteral { .. } => true,
        ast::VariantKey::Identifier { name } => {
            ["zero", "one", "two", "few", "many"].contains(name)
        }
    }
}

fn pattern_variables(pattern: &ast::Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            expression_variables(expression, out);
        }
    }
}

fn expression_variables(expression: &ast::Expression<&str>, out: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => inline_variables(inline, out),
        ast::Expression::Select { selector, variants } => {
            inline_variables(selector, out);
            for variant in variants {
                pattern_variables(&variant.value, out);
            }
        }
    }
}

fn inline_variables(inline: &ast::InlineExpression<&str>, out: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            out.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => expression_variables(expression, out),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline_variables(argument, out);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Catalogue {
        Catalogue::parse(text, "x.ftl").unwrap()
    }

    #[test]
    fn a_missing_message_is_a_fault() {
        let differences = compare(&parse("a = A\nb = B\n"), &parse("a = A\n"));
        assert_eq!(differences, [Difference::Missing("b".into())]);
    }

    #[test]
    fn a_variable_that_one_language_forgets_is_a_fault() {
        let expected = parse("a = { $n ->\n    [one] x\n   *[other] { $m }\n}\n");
        assert_eq!(compare(&expected, &parse("a = { $n }\n")).len(), 1);
    }

    #[test]
    fn what_is_chosen_by_like_a_number_is_a_number() {
        let catalogue = parse(
            "day = { $d ->\n    [1] x\n   *[2] y\n}\nspan = { $unit ->\n   *[days] { $n ->\n        [one] x\n       *[other] { $m }\n    }\n}\n",
        );
        let numbers = |id: &str| catalogue.numbers[id].iter().cloned().collect::<Vec<_>>();
        assert_eq!((numbers("day"), numbers("span")), (vec!["d".into()], vec!["n".into()]));
    }

    #[test]
    fn a_remark_inside_a_message_is_a_fault_since_readers_would_see_it() {
        let text = "# fine\na = { $n ->\n    [one] x\n    # not seen?\n   *[other] y\n}\n";
        let error = Catalogue::parse(text, "it.ftl").unwrap_err();
        assert!(error.to_string().starts_with("it.ftl:4: "), "{error}");
    }

    #[test]
    fn a_syntax_error_names_its_line() {
        let error = Catalogue::parse("a = A\nb = { $n\n", "it.ftl").unwrap_err();
        assert!(error.to_string().starts_with("it.ftl:"), "{error}");
    }
}
