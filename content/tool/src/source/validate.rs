//! Walks what an editor wrote along the form, reports all that is wrong at once, and gives the wire form of what is right.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use crate::finding::{Finding, Place, Problem};

use super::kind::Kind;
use super::schema::{self, Field, Type};
use super::yaml::{Key, Node, Value};
use super::{condition, scalars, validate_problems as problems};

/// What there is to refer to: the kind of each id.
pub(crate) type Known = BTreeMap<String, Kind>;

/// A walk through one file.
pub(crate) struct Walk<'a> {
    pub(crate) file: &'a str,
    pub(crate) known: &'a Known,
    pub(crate) findings: &'a mut Vec<Finding>,
}

impl Walk<'_> {
    pub(super) fn error(&mut self, place: &Place, problem: Problem) {
        self.findings.push(problem.error(place));
    }

    pub(super) fn error_at(&mut self, node: &Node, problem: Problem) {
        self.error(&node.place(self.file), problem);
    }

    /// The wire form of a value. `None` when something in it is wrong and was reported.
    pub(crate) fn value(&mut self, node: &Node, ty: Type) -> Option<Json> {
        match ty {
            Type::List(inner) => self.list(node, *inner),
            Type::Record(fields) => self.record(node, fields.iter()).map(Json::Object),
            Type::Tagged(tag, forms) => self.tagged(node, tag, forms),
            Type::MapOf(key, value) => self.map_of(node, *key, *value),
            Type::Days => self.days(node),
            Type::Answer => self.answer(node),
            Type::Condition => {
                condition::read(node, &mut |node, problem| self.error_at(node, problem))
            }
            _ => self.scalar(node, ty),
        }
    }

    fn scalar(&mut self, node: &Node, ty: Type) -> Option<Json> {
        let Some(text) = node.text().filter(|_| !node.is_empty()) else {
            self.error_at(node, problems::expected(ty, node));
            return None;
        };
        if text.trim().is_empty() {
            self.error_at(node, problems::empty());
            return None;
        }
        self.word(text, &node.place(self.file), ty)
    }

    /// The wire form of one text, which may be a value or a key.
    fn word(&mut self, text: &str, place: &Place, ty: Type) -> Option<Json> {
        match scalars::scalar(ty, text)? {
            Ok(value) => {
                if let Type::Id(kinds) = ty {
                    self.reference(text, kinds, place);
                }
                Some(value)
            }
            Err(problem) => {
                self.error(place, problem);
                None
            }
        }
    }

    /// Reports an id that leads nowhere. The value itself stands: the item can be checked further.
    fn reference(&mut self, id: &str, kinds: &'static [Kind], place: &Place) {
        match self.known.get(id) {
            Some(kind) if kinds.is_empty() || kinds.contains(kind) => {}
            Some(kind) => self.error(place, problems::wrong_kind(id, *kind, kinds)),
            None => {
                let candidates = self
                    .known
                    .iter()
                    .filter(|(_, kind)| kinds.is_empty() || kinds.contains(kind))
                    .map(|(id, _)| id.as_str());
                let near = scalars::nearest(id, candidates);
                self.error(place, problems::dangling(id, kinds, near));
            }
        }
    }

    fn list(&mut self, node: &Node, inner: Type) -> Option<Json> {
        let Value::List(nodes) = &node.value else {
            self.error_at(node, problems::not_a_list());
            return None;
        };
        let values: Vec<Option<Json>> = nodes.iter().map(|node| self.value(node, inner)).collect();
        values.into_iter().collect::<Option<Vec<Json>>>().map(Json::Array)
    }

    /// One answer, or several with commas between them.
    fn answer(&mut self, node: &Node) -> Option<Json> {
        let Value::List(nodes) = &node.value else { return self.scalar(node, Type::Text) };
        let mut answers = Vec::new();
        for node in nodes {
            answers.push(self.scalar(node, Type::Text)?.as_str()?.to_owned());
        }
        Some(Json::from(answers.join(",")))
    }

    fn days(&mut self, node: &Node) -> Option<Json> {
        let single = std::slice::from_ref(node);
        let nodes = if let Value::List(nodes) = &node.value { nodes.as_slice() } else { single };
        let mut all = BTreeSet::new();
        let mut good = !nodes.is_empty();
        if nodes.is_empty() {
            self.error_at(node, problems::empty());
        }
        for node in nodes {
            match scalars::days(node.text().unwrap_or_default()) {
                Ok(days) => all.extend(days),
                Err(problem) => {
                    self.error_at(node, problem);
                    good = false;
                }
            }
        }
        good.then(|| scalars::day_names(&all))
    }

    fn map_of(&mut self, node: &Node, key_type: Type, value_type: Type) -> Option<Json> {
        let Value::Map(entries) = &node.value else {
            self.error_at(node, problems::not_a_record());
            return None;
        };
        let mut map = Map::new();
        let mut good = true;
        for (key, node) in entries {
            let name = self.word(&key.text, &key.place(self.file), key_type);
            let value = self.value(node, value_type);
            good &= name.is_some() && value.is_some();
            map.extend(value.map(|value| (key.text.clone(), value)));
        }
        good.then_some(Json::Object(map))
    }

    fn tagged(
        &mut self,
        node: &Node,
        tag: &'static str,
        forms: &'static [(&'static str, &'static [Field])],
    ) -> Option<Json> {
        let names: Vec<&str> = forms.iter().map(|(name, _)| *name).collect();
        let written = node.get(tag).and_then(Node::text);
        let Some((name, fields)) = forms.iter().find(|(name, _)| Some(*name) == written) else {
            let place = node.get(tag).unwrap_or(node);
            self.error_at(place, problems::which_form(tag, &names));
            return None;
        };
        let tag_field = schema::must(tag, Type::Slug);
        let mut map = self.record(node, fields.iter().chain([&tag_field]))?;
        map.insert(tag.to_owned(), Json::from(*name));
        Some(Json::Object(map))
    }

    /// The wire form of a map with these fields.
    pub(crate) fn record<'f>(
        &mut self,
        node: &Node,
        fields: impl Iterator<Item = &'f Field> + Clone,
    ) -> Option<Map<String, Json>> {
        let Value::Map(entries) = &node.value else {
            self.error_at(node, problems::not_a_record());
            return None;
        };
        let mut map = Map::new();
        let mut good = true;
        // What is too much does not keep the rest from being checked.
        self.all_known(entries, fields.clone());
        for field in fields {
            match entries.iter().find(|(key, _)| key.text == field.name) {
                Some((_, child)) if field.unknown && child.is_unknown() => {}
                Some((key, child)) if child.is_blank() => {
                    self.error(&key.place(self.file), problems::empty_field(field));
                    good = false;
                }
                Some((_, child)) => match self.field(node, child, field.ty) {
                    Some(value) => put(&mut map, field, value),
                    None => good = false,
                },
                None if field.required => {
                    self.error_at(node, problems::missing(field));
                    good = false;
                }
                None => {}
            }
        }
        good.then_some(map)
    }

    fn all_known<'f>(
        &mut self,
        entries: &[(Key, Node)],
        fields: impl Iterator<Item = &'f Field> + Clone,
    ) {
        for (key, _) in entries {
            if fields.clone().all(|field| field.name != key.text) {
                let names: Vec<&str> = fields.clone().map(|field| field.name).collect();
                self.error(&key.place(self.file), problems::unknown_field(&key.text, &names));
            }
        }
    }

    fn field(&mut self, record: &Node, child: &Node, ty: Type) -> Option<Json> {
        match ty {
            Type::OverlayValue => self.overlay_value(record, child),
            _ => self.value(child, ty),
        }
    }

    /// The value of an overlay has the type of the field it replaces.
    fn overlay_value(&mut self, overlay: &Node, value: &Node) -> Option<Json> {
        let item = overlay.get("item").and_then(Node::text)?;
        let path_node = overlay.get("field")?;
        let path = path_node.text()?;
        // An item that does not exist was reported with the field `item`.
        let kind = *self.known.get(item)?;
        let Some(field) = schema::overlaid(kind, path) else {
            self.error_at(path_node, problems::no_such_overlay(item, kind, path));
            return None;
        };
        if field.unknown && value.is_unknown() {
            return Some(Json::Null);
        }
        self.value(value, field.ty)
    }
}

/// Puts a value into the record. Amounts and times become two fields.
fn put(map: &mut Map<String, Json>, field: &Field, value: Json) {
    match (field.ty, value) {
        (Type::Amount | Type::Times, Json::Object(parts)) => map.extend(parts),
        (_, value) => {
            map.insert(field.name.to_owned(), value);
        }
    }
}
