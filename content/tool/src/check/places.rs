//! Whether every municipality has the offices that the steps name, and what nobody knows about them.

use std::collections::{BTreeMap, BTreeSet};

use cittadini_core::content::markup::{self, Piece};
use cittadini_core::model::{Municipality, Node, Office, OfficeType, Record};

use crate::finding::{Place, Problem, both};
use crate::source::compile::Item;
use crate::source::kind::Kind;
use crate::source::load::Content;

use super::checker::{Checker, place};

/// How many fields of the offices that serve a municipality nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknowns {
    /// The municipality's id.
    pub municipality: String,
    /// Its Italian name.
    pub name_it: String,
    /// The offices that serve it.
    pub offices: usize,
    /// How many of them have no known address.
    pub addresses: usize,
    /// How many of them have no known telephone.
    pub phones: usize,
    /// How many of them have no known hours.
    pub hours: usize,
}

/// What is unknown, municipality by municipality.
pub fn unknown_fields(content: &Content) -> Vec<Unknowns> {
    municipalities(content)
        .map(|(item, municipality)| unknowns(content, item, municipality))
        .collect()
}

fn unknowns(content: &Content, item: &Item, municipality: &Municipality) -> Unknowns {
    let ids: BTreeSet<&String> = municipality.offices.values().flatten().collect();
    let offices: Vec<&Office> = ids.iter().filter_map(|id| office(content, id)).collect();
    let count = |unknown: fn(&Office) -> bool| offices.iter().filter(|o| unknown(o)).count();
    Unknowns {
        municipality: item.id.clone(),
        name_it: municipality.name_it.clone(),
        offices: offices.len(),
        addresses: count(|office| office.address.is_none()),
        phones: count(|office| office.phone.is_none()),
        hours: count(|office| office.hours.is_none()),
    }
}

pub(super) fn municipalities(content: &Content) -> impl Iterator<Item = (&Item, &Municipality)> {
    content.of_kind(Kind::Municipality).filter_map(|item| match &item.record {
        Record::Municipality(municipality) => Some((item, municipality)),
        _ => None,
    })
}

fn office<'c>(content: &'c Content, id: &str) -> Option<&'c Office> {
    match content.items.get(id).map(|item| &item.record) {
        Some(Record::Office(office)) => Some(office),
        _ => None,
    }
}

/// Checks all municipalities.
pub(super) fn all(checker: &mut Checker<'_>) {
    unresolved(checker);
    for (item, municipality) in municipalities(checker.content) {
        for (kind, ids) in &municipality.offices {
            wrong_types(checker, item, kind, ids);
        }
        let unknowns = unknowns(checker.content, item, municipality);
        if unknowns.addresses + unknowns.phones + unknowns.hours > 0 {
            checker.warning(&place(item, "name_it"), unknown_warning(&unknowns));
        }
    }
}

/// Reports every type of office that somebody is sent to and that some municipality does not have: at the municipality;
/// when none has it, at the territory's list, or where somebody is sent if the list does not name it.
fn unresolved(checker: &mut Checker<'_>) {
    let content = checker.content;
    for (kind, place) in to_resolve(content) {
        let without = without(content, &kind);
        if without.len() == municipalities(content).count() {
            let place = emptied(content, &kind).unwrap_or(place);
            refuse(checker, &kind, &without, &place);
            continue;
        }
        for (item, municipality) in municipalities(content) {
            if !has_office(municipality, &kind) {
                let problem = lacks_office(&municipality.name_it, &kind, &place);
                checker.error(&self::place(item, "name_it"), problem);
            }
        }
    }
}

/// Where the territory names a type of office without saying which office it is.
fn emptied(content: &Content, kind: &str) -> Option<Place> {
    let territory = content.of_kind(Kind::Territory).next()?;
    Some(territory.node.get("offices")?.get(kind)?.place(&territory.file))
}

/// Reports a type of office to which a place sends somebody and which these municipalities do not have, if any.
pub(super) fn refuse(checker: &mut Checker<'_>, kind: &str, without: &[&str], place: &Place) {
    if !without.is_empty() {
        let problem = no_office(kind, &checker.content.territory, without);
        checker.error(place, problem);
    }
}

/// The types of office that every municipality must have: somebody is sent to them, and not everybody has their own.
pub(crate) fn needed_office_types(content: &Content) -> Vec<String> {
    to_resolve(content).map(|(kind, _)| kind).collect()
}

fn to_resolve(content: &Content) -> impl Iterator<Item = (String, Place)> {
    needed(content).into_iter().filter(|(kind, _)| must_be_resolved(content, kind))
}

/// Whether each municipality must say which office of a type is its own.
pub(super) fn must_be_resolved(content: &Content, kind: &str) -> bool {
    let record = content.items.get(kind).map(|item| &item.record);
    matches!(record, Some(Record::OfficeType(OfficeType { anywhere: false, .. })))
}

/// The names of the municipalities that have no office of a type.
pub(super) fn without<'c>(content: &'c Content, kind: &str) -> Vec<&'c str> {
    municipalities(content)
        .filter(|(_, municipality)| !has_office(municipality, kind))
        .map(|(_, municipality)| municipality.name_it.as_str())
        .collect()
}

/// Whether a municipality has an office of a type.
pub(super) fn has_office(municipality: &Municipality, kind: &str) -> bool {
    municipality.offices.get(kind).is_some_and(|offices| !offices.is_empty())
}

/// The types of office that somebody is sent to, each with the first place that does so.
fn needed(content: &Content) -> BTreeMap<String, Place> {
    let mut needed = BTreeMap::new();
    let mut need = |kind: &str, place: Place| {
        needed.entry(kind.to_owned()).or_insert(place);
    };
    for item in content.items.values() {
        match &item.record {
            Record::Procedure(procedure) => {
                for (at, step) in procedure.steps.iter().enumerate() {
                    if let Some(kind) = &step.office_type {
                        need(kind, place(item, &format!("steps.{at}.office_type")));
                    }
                }
            }
            Record::Document(document) => {
                if let Some(kind) = &document.issuer_office_type {
                    need(kind, place(item, "issuer_office_type"));
                }
            }
            Record::Tree(tree) => {
                for (id, node) in &tree.nodes {
                    let Node::Outcome { office_types, .. } = node else { continue };
                    for kind in office_types {
                        need(kind, place(item, &format!("nodes.{id}.office_types")));
                    }
                }
            }
            _ => {}
        }
    }
    for words in content.words.get("it").into_iter().flat_map(BTreeMap::values) {
        for sentence in words.values.values() {
            for piece in markup::parse(&sentence.text).unwrap_or_default() {
                if let Piece::Office(kind) = piece {
                    let (line, column) = (sentence.line, sentence.column);
                    need(&kind, Place { file: words.file.clone(), line, column });
                }
            }
        }
    }
    needed
}

/// Reports offices that stand under a type that they do not have themselves.
fn wrong_types(checker: &mut Checker<'_>, item: &Item, kind: &str, ids: &[String]) {
    for id in ids {
        let Some(office) = office(checker.content, id) else { continue };
        if !office.office_types.iter().any(|own| own == kind) {
            checker.error(&place(item, &format!("offices.{kind}")), not_of_type(id, kind));
        }
    }
}

fn lacks_office(municipality: &str, kind: &str, needed: &Place) -> Problem {
    let Place { file, line, .. } = needed;
    Problem::new(
        "office-not-resolved",
        both(
            format!(
                "Per «{municipality}» manca l'ufficio di tipo «{kind}»: {file} riga {line} ci manda il lettore."
            ),
            format!(
                "For “{municipality}” the office of type “{kind}” is missing: {file} line {line} sends the reader there."
            ),
        ),
        both(
            format!("Aggiungi sotto «offices» di questo comune: «{kind}: [id-dell-ufficio]»."),
            format!("Add under “offices” of this municipality: “{kind}: [id-of-the-office]”."),
        ),
    )
}

fn no_office(kind: &str, territory: &str, without: &[&str]) -> Problem {
    let list = without.join(", ");
    Problem::new(
        "office-not-resolved",
        both(
            format!("Nel territorio «{territory}» nessun ufficio di tipo «{kind}» serve: {list}."),
            format!("In the territory “{territory}” no office of type “{kind}” serves: {list}."),
        ),
        both(
            "Scrivi in territory.yaml, sotto «offices», quale ufficio è; se ognuno ha il suo (un consolato, un datore di lavoro), metti «anywhere: true» nel tipo di ufficio.",
            "Write in territory.yaml under “offices” which office it is; if everybody has their own (a consulate, an employer), put “anywhere: true” in the office type.",
        ),
    )
}

fn not_of_type(id: &str, kind: &str) -> Problem {
    Problem::new(
        "office-type-mismatch",
        both(
            format!("L'ufficio «{id}» non dice di essere di tipo «{kind}»."),
            format!("The office “{id}” does not say that it is of type “{kind}”."),
        ),
        both(
            "Aggiungi il tipo a «office_types» dell'ufficio o correggi l'elenco del territorio.",
            "Add the type to “office_types” of the office or mend the territory's list.",
        ),
    )
}

fn unknown_warning(unknowns: &Unknowns) -> Problem {
    let Unknowns { name_it, offices, addresses, phones, hours, .. } = unknowns;
    Problem::new(
        "unknown-office-fields",
        both(
            format!(
                "{name_it}: su {offices} uffici mancano {addresses} indirizzi, {phones} telefoni, {hours} orari."
            ),
            format!(
                "{name_it}: of {offices} offices {addresses} addresses, {phones} telephones and {hours} opening hours are unknown."
            ),
        ),
        both(
            "Chiedi agli uffici e completa i file; non indovinare.",
            "Ask the offices and complete the files; do not guess.",
        ),
    )
}
