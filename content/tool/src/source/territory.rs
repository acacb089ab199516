//! A territory: its own record, its municipalities, offices, overlays and notices.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::finding::{Place, Problem, both};

use super::compile::{self, Item, Origin};
use super::files::{Files, Named};
use super::kind::Kind;
use super::schema::{self, MUNICIPALITIES, MUNICIPALITY_META, Type};
use super::validate::{Known, Walk};
use super::yaml::{Node, Value};

/// What a territory's folder holds, before it is compiled.
pub(super) struct Source {
    id: String,
    file: String,
    node: Option<Node>,
    municipalities: Vec<Node>,
    offices: Vec<Named>,
    notices: Vec<Named>,
    overlays: Vec<Named>,
}

impl Source {
    /// Lists the files of a territory and reads its own.
    pub(super) fn read(files: &mut Files<'_>, id: &str) -> Self {
        let folder = format!("territories/{id}");
        let file = format!("{folder}/territory.yaml");
        files.only_folders(&folder, &["territory.yaml", "offices", "overlays", "notices"]);
        let (node, municipalities) = match files.node(&file) {
            Some(node) => {
                let (node, municipalities) = split(files, &file, node);
                (Some(node), municipalities)
            }
            None => (None, Vec::new()),
        };
        Self {
            id: id.to_owned(),
            file,
            node,
            municipalities,
            offices: files.named(&format!("{folder}/offices"), ".yaml"),
            notices: files.named(&format!("{folder}/notices"), ".yaml"),
            overlays: files.named(&format!("{folder}/overlays"), ".yaml"),
        }
    }

    /// The items it brings: id, kind, and where the id was given.
    pub(super) fn ids(&self) -> Vec<(String, Kind, Place)> {
        let named = |kind| move |named: &Named| (named.id.clone(), kind, Place::top(&named.file));
        let mut ids = vec![(self.id.clone(), Kind::Territory, Place::top(&self.file))];
        ids.extend(self.offices.iter().map(named(Kind::Office)));
        ids.extend(self.notices.iter().map(named(Kind::Notice)));
        ids.extend(self.municipalities.iter().filter_map(|node| {
            Some((municipality_id(node)?, Kind::Municipality, node.place(&self.file)))
        }));
        ids
    }

    /// Compiles all that is right. Keeps what the files of overlays hold, for the places of later findings.
    pub(super) fn compile(
        &self,
        files: &mut Files<'_>,
        known: &Known,
        written: &mut BTreeMap<String, Node>,
    ) -> Vec<Item> {
        let mut items = Vec::new();
        for (named, kind) in self
            .offices
            .iter()
            .map(|named| (named, Kind::Office))
            .chain(self.notices.iter().map(|named| (named, Kind::Notice)))
        {
            items.extend(compile::named(files, named, kind, known));
        }
        let overlays = self.overlays(files, known, written);
        items.extend(self.own_items(files, known, overlays));
        items
    }

    fn own_items(
        &self,
        files: &mut Files<'_>,
        known: &Known,
        mut overlays: BTreeMap<String, Json>,
    ) -> Vec<Item> {
        let Some(node) = &self.node else { return Vec::new() };
        let origin = Origin { id: &self.id, kind: Kind::Territory, file: &self.file };
        let territory = compile::fields(origin, node, known, &mut files.findings);
        let mut items = Vec::new();
        let common = territory.clone().unwrap_or_default();
        for node in &self.municipalities {
            let own = municipality_id(node).and_then(|id| overlays.remove(&id));
            let item = self.municipality(files, known, node, &common, own);
            // Without the territory's own fields a municipality would be blamed for what it lacks.
            items.extend(item.filter(|_| territory.is_some()));
        }
        if let Some(mut fields) = territory {
            fields.remove("offices");
            items.extend(compile::item(origin, node, fields, &mut files.findings));
        }
        items
    }

    fn municipality(
        &self,
        files: &mut Files<'_>,
        known: &Known,
        node: &Node,
        territory: &Map<String, Json>,
        overlays: Option<Json>,
    ) -> Option<Item> {
        let id = municipality_id(node).unwrap_or_default();
        let origin = Origin { id: &id, kind: Kind::Municipality, file: &self.file };
        let mut fields = compile::fields(origin, node, known, &mut files.findings)?;
        for name in MUNICIPALITY_META.iter().map(|field| field.name) {
            if let (false, Some(value)) = (fields.contains_key(name), territory.get(name)) {
                fields.insert(name.to_owned(), value.clone());
            }
        }
        let mut offices = Map::new();
        for map in [territory.get("offices"), fields.get("offices")].into_iter().flatten() {
            offices.extend(map.as_object().cloned().unwrap_or_default());
        }
        fields.insert("offices".to_owned(), Json::Object(offices));
        fields.insert("territory".to_owned(), Json::from(self.id.as_str()));
        fields.extend(overlays.map(|overlays| ("overlays".to_owned(), overlays)));
        compile::item(origin, node, fields, &mut files.findings)
    }

    /// The overlays by the id of their municipality.
    fn overlays(
        &self,
        files: &mut Files<'_>,
        known: &Known,
        written: &mut BTreeMap<String, Node>,
    ) -> BTreeMap<String, Json> {
        let mut all = BTreeMap::new();
        for named in &self.overlays {
            let id = format!("comune-{}", named.id);
            // Without a list of municipalities none can be missing from it.
            if !self.municipalities.is_empty() && known.get(&id) != Some(&Kind::Municipality) {
                files.error(&Place::top(&named.file), no_municipality(&named.id));
            }
            let Some(node) = files.node(&named.file) else { continue };
            let mut walk = Walk { file: &named.file, known, findings: &mut files.findings };
            let overlays = walk.value(&node, Type::List(&schema::OVERLAY));
            all.extend(overlays.map(|overlays| (id, overlays)));
            written.insert(named.file.clone(), node);
        }
        all
    }
}

fn municipality_id(node: &Node) -> Option<String> {
    Some(format!("comune-{}", node.get("istat")?.text()?))
}

/// Takes the list of municipalities out of the territory's own fields.
fn split(files: &mut Files<'_>, file: &str, mut node: Node) -> (Node, Vec<Node>) {
    let Value::Map(entries) = &mut node.value else { return (node, Vec::new()) };
    let at = entries.iter().position(|(key, _)| key.text == MUNICIPALITIES);
    let taken = at.map(|at| entries.remove(at).1);
    let municipalities = match taken.map(|node| (node.place(file), node.value)) {
        Some((_, Value::List(nodes))) if !nodes.is_empty() => nodes,
        found => {
            let place = found.map_or_else(|| node.place(file), |(place, _)| place);
            files.error(&place, no_municipalities());
            Vec::new()
        }
    };
    (node, municipalities)
}

fn no_municipalities() -> Problem {
    Problem::new(
        "no-municipalities",
        both(
            "Il territorio non ha un elenco di comuni.",
            "The territory has no list of municipalities.",
        ),
        both(
            "Aggiungi «municipalities:» con almeno un comune (istat, name_it, patron_saint).",
            "Add “municipalities:” with at least one municipality (istat, name_it, patron_saint).",
        ),
    )
}

/// The sentence for the code of a municipality that the territory does not have.
pub(crate) fn no_municipality(istat: &str) -> Problem {
    Problem::new(
        "no-such-municipality",
        both(
            format!("Nel territorio non c'è un comune con il codice «{istat}»."),
            format!("The territory has no municipality with the code “{istat}”."),
        ),
        both(
            "Usa il codice ISTAT (sei cifre) di un comune che sta in territory.yaml.",
            "Use the ISTAT code (six digits) of a municipality that stands in territory.yaml.",
        ),
    )
}
