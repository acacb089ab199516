//! Tables of cases under `tests/`: what must keep its answer, as strict as everything else that editors write.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::files::Files;
use super::schema::Field;
use super::validate::{Known, Walk};
use super::yaml::Node;

/// The key under which a file lists its cases.
const CASES: &str = "cases";

/// A file of cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cases {
    /// The file, relative to the content folder.
    pub file: String,
    /// The cases that could be read, in their order.
    pub cases: Vec<Case>,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What was written, with its places.
    pub node: Node,
    /// The same as values, of the types that the form of the file names.
    pub fields: Map<String, Json>,
}

impl Case {
    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field)?.as_str()
    }
}

/// Reads the files of a folder under `tests/` along a form, by the name of the file. A file with a mistake was reported and
/// has no cases.
pub(super) fn read(
    files: &mut Files<'_>,
    folder: &str,
    form: &'static [Field],
    known: &Known,
) -> BTreeMap<String, Cases> {
    let mut all = BTreeMap::new();
    for named in files.named(&format!("tests/{folder}"), ".yaml") {
        let Some(node) = files.node(&named.file) else { continue };
        let mut walk = Walk { file: &named.file, known, findings: &mut files.findings };
        let mut fields = walk.record(&node, form.iter()).unwrap_or_default();
        let written = node.get(CASES).map(Node::list).unwrap_or_default();
        let values = match fields.remove(CASES) {
            Some(Json::Array(values)) => values,
            _ => Vec::new(),
        };
        let cases = written.iter().zip(values).filter_map(|(node, value)| match value {
            Json::Object(fields) => Some(Case { node: node.clone(), fields }),
            _ => None,
        });
        all.insert(named.id, Cases { cases: cases.collect(), file: named.file });
    }
    all
}
