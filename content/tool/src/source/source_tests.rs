#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::kind::Kind;
use super::load::{Content, load};
use super::schema::{self, Field, Type};
use super::yaml::Node;
use crate::finding::Finding;
use crate::sample;

fn sample_content() -> Content {
    let dir = sample::folder();
    let content = load(dir.path(), None).unwrap();
    assert_eq!(content.findings, []);
    content
}

fn findings(file: &str, from: &str, to: &str) -> Vec<Finding> {
    let dir = sample::folder();
    sample::change(dir.path(), file, from, to);
    load(dir.path(), None).unwrap().findings
}

fn one(file: &str, from: &str, to: &str) -> Finding {
    let found = findings(file, from, to);
    let [finding] = found.as_slice() else { panic!("{found:#?}") };
    finding.clone()
}

/// The fields of the form that no example of the kind uses, at any depth.
fn unused(node: &Node, ty: Type, path: &str, seen: &mut BTreeSet<String>) {
    match ty {
        Type::List(inner) => node.list().iter().for_each(|node| unused(node, *inner, path, seen)),
        Type::MapOf(_, value) => {
            node.map().iter().for_each(|(_, node)| unused(node, *value, path, seen));
        }
        Type::Record(fields) => used_fields(node, fields.iter(), path, seen),
        Type::Tagged(tag, forms) => {
            let form = forms.iter().find(|(name, _)| node.get(tag).unwrap().text() == Some(name));
            used_fields(node, form.unwrap().1.iter(), path, seen);
        }
        _ => {}
    }
}

fn used_fields<'f>(
    node: &Node,
    fields: impl Iterator<Item = &'f Field>,
    path: &str,
    seen: &mut BTreeSet<String>,
) {
    for field in fields {
        let path = format!("{path}.{}", field.name);
        if let Some(child) = node.get(field.name) {
            unused(child, field.ty, &path, seen);
            seen.insert(path);
        }
    }
}

fn all_fields(ty: Type, path: &str, all: &mut BTreeSet<String>) {
    let record = |fields: &[Field], all: &mut BTreeSet<String>| {
        for field in fields {
            let path = format!("{path}.{}", field.name);
            all_fields(field.ty, &path, all);
            all.insert(path);
        }
    };
    match ty {
        Type::List(inner) | Type::MapOf(_, inner) => all_fields(*inner, path, all),
        Type::Record(fields) => record(fields, all),
        Type::Tagged(_, forms) => forms.iter().for_each(|(_, fields)| record(fields, all)),
        _ => {}
    }
}

#[test]
fn the_sample_uses_every_field_of_every_kind_and_nothing_is_lost() {
    let content = sample_content();
    let kinds: BTreeSet<Kind> = content.items.values().map(|item| item.kind).collect();
    assert_eq!(kinds.len(), 17);
    for kind in kinds {
        let mut all = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for field in schema::form(kind).fields() {
            all_fields(field.ty, field.name, &mut all);
            all.insert(field.name.to_owned());
            for item in content.of_kind(kind) {
                if let Some(child) = item.node.get(field.name) {
                    unused(child, field.ty, field.name, &mut seen);
                    seen.insert(field.name.to_owned());
                }
            }
        }
        // Services are free or not; offices' exceptions and languages share the form of hours.
        all.retain(|path| {
            let shared =
                path.starts_with("exceptions.hours.") || path.starts_with("languages.hours.");
            !shared && path != "free"
        });
        // What a municipality says itself, it says like any other item.
        if kind == Kind::Municipality {
            all.retain(|path| !schema::MUNICIPALITY_META.iter().any(|f| path.starts_with(f.name)));
        }
        let missing: Vec<&String> = all.difference(&seen).collect();
        assert!(missing.is_empty(), "{kind:?}: {missing:?}");
    }
}

#[test]
fn what_compiles_comes_back_from_the_model_unchanged() {
    for item in sample_content().items.values() {
        let again: cittadini_core::model::Record =
            serde_json::from_value(item.json.clone()).unwrap();
        assert_eq!(again, item.record);
        assert_eq!(serde_json::to_value(&again).unwrap(), item.json);
        assert_ne!(again, cittadini_core::model::Record::Unknown);
        assert!(!item.json.to_string().contains("\"unknown\""), "{}", item.json);
    }
}

#[test]
fn conveniences_become_the_wire_form() {
    let content = sample_content();
    let json = |id: &str| content.items[id].json.clone();
    assert_eq!(
        json("f-uno")["amounts"],
        json!([
            {"cents": 1600, "valid_from": "2013-06-26", "valid_until": "2026-12-31"},
            {"cents": 7700, "max_cents": 11600, "valid_from": "2027-01-01", "valid_until": "2027-12-31"},
            {"valid_from": "2028-01-01"},
        ])
    );
    let hours = &json("anagrafe-alfa")["hours"];
    assert_eq!(hours[0]["days"], json!(["monday", "tuesday", "wednesday", "thursday", "friday"]));
    assert_eq!((&hours[1]["open"], &hours[1]["close"]), (&json!("14:00:00"), &json!("16:00:00")));
    let step = &json("p-uno")["steps"][1];
    assert_eq!(step["law_duration"], json!({"n": 8, "unit": "working_days"}));
    assert_eq!(step["when"], json!({"eq": ["registered", true]}));
}

#[test]
fn a_municipality_has_what_its_territory_says_unless_it_says_otherwise() {
    let content = sample_content();
    let alfa = &content.items["comune-015001"].json;
    let beta = &content.items["comune-015002"].json;
    assert_eq!(alfa["offices"], json!({"anagrafe": ["anagrafe-alfa"]}));
    assert_eq!((&alfa["owner"], &beta["owner"]), (&json!("redazione"), &json!("sportello")));
    assert_eq!(beta.get("patron_saint"), None);
    assert_eq!(alfa["overlays"][0]["value"], json!({"n": 30, "unit": "days"}));
    assert_eq!(alfa["overlays"][1]["value"], Json::Null);
    assert_eq!(content.items["valle"].json.get("offices"), None);
}

#[test]
fn a_misspelt_field_is_reported_with_the_nearest_and_its_place() {
    let finding = one("facts/contacts/c-uno.yaml", "emergency:", "emergenci:");
    assert_eq!((finding.rule, finding.line, finding.column), ("unknown-field", 5, 1));
    assert!(finding.fix_en.contains("“emergency”") && finding.fix_it.contains("«emergency»"));
}

#[test]
fn each_kind_of_mistake_has_its_rule() {
    for (file, from, to, rule) in [
        ("facts/contacts/c-uno.yaml", "value: \"112\"\n", "", "missing-field"),
        ("facts/contacts/c-uno.yaml", "hotline", "hotlin", "not-allowed"),
        ("facts/contacts/c-uno.yaml", "free: true", "free: si", "not-a-bool"),
        ("facts/contacts/c-uno.yaml", "2026-11-21", "2026-11-31", "not-a-date"),
        ("facts/fees/f-uno.yaml", "16.00", "\"16,00\"", "not-an-amount"),
        ("facts/fees/f-uno.yaml", "{lt: [age, 18]}", "{under: [age, 18]}", "not-a-condition"),
        ("facts/procedures/p-uno.yaml", "appeal: t-uno", "appeal: t-due", "dangling-id"),
        ("facts/procedures/p-uno.yaml", "appeal: t-uno", "appeal: f-uno", "wrong-kind"),
        ("facts/procedures/p-uno.yaml", "related: [p-due]", "related: p-due", "not-a-list"),
        ("facts/trees/albero.yaml", "si: {node: outcome", "si: {node: end", "missing-form"),
        (
            "territories/valle/overlays/015001.yaml",
            "steps.spedire.law_duration",
            "steps.spedire.price",
            "overlay-field",
        ),
        (
            "territories/valle/territory.yaml",
            "value: \"https://www.example.it/v\"",
            "value: ciao",
            "not-a-url",
        ),
        ("territories/valle/offices/anagrafe-alfa.yaml", "mon-fri", "lun-ven", "not-days"),
        ("text/it/c-uno.yaml", "\"Emergenze\"", "{fee:f-uno}", "not-a-sentence"),
        ("text/it/c-uno.yaml", "\"Emergenze\"", "Sportello #2", "cut-sentence"),
    ] {
        assert_eq!(one(file, from, to).rule, rule, "{file}: {to}");
    }
}

#[test]
fn what_is_empty_is_named_with_what_to_write() {
    let contact = "facts/contacts/c-uno.yaml";
    for (file, from, to, line, message, fix) in [
        (contact, "value: \"112\"", "value: \"\"", 2, "«value»", "Scrivi un testo."),
        (contact, "free: true", "free:   # vero?", 4, "«free»", "oppure togli il campo"),
        (contact, "hotline", "", 1, "«contact_kind»", "phone, hotline, email, pec, web"),
        (
            contact,
            "languages: [it]",
            "languages:",
            3,
            "«languages»",
            "ognuno è una sigla di lingua",
        ),
        (
            "facts/fees/f-uno.yaml",
            "amount: unknown",
            "amount: \"\"",
            5,
            "«amount»",
            "se nessuno lo sa, «unknown»",
        ),
        ("text/it/c-uno.yaml", "\"Emergenze\"", "\" \"", 1, "«title»", "Scrivi la frase"),
        ("text/it/c-uno.yaml", "\"Emergenze\"", "", 1, "«title»", "Scrivi la frase"),
    ] {
        let found = one(file, from, to);
        assert_eq!((found.rule, found.line, found.column > 0), ("empty-value", line, true), "{to}");
        assert!(found.message_it.contains(&format!("{message} è vuoto")), "{}", found.message_it);
        assert!(found.fix_it.contains(fix), "{to}: {}", found.fix_it);
        assert!(found.fix_en.starts_with("Write "), "{}", found.fix_en);
    }
}

/// The fields that `content/README.md` lists for a kind, in its order, each with whether it may be left out.
fn described(heading: &str) -> Vec<(String, bool)> {
    const README: &str = include_str!("../../../README.md");
    let (_, after) = README.split_once(&format!("\n# {heading}")).unwrap();
    let lines =
        after.lines().skip(1).take_while(|line| !line.starts_with("# facts/") && *line != "```");
    let lines = lines.take_while(|line| !line.starts_with("# territories/"));
    lines
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .map(|line| {
            let (name, rest) = line.split_once(':').unwrap();
            (name.to_owned(), rest.contains("# ?"))
        })
        .collect()
}

#[test]
fn the_handbook_lists_the_fields_of_the_form_in_the_same_order() {
    for (heading, kind) in [
        ("facts/procedures/<id>.yaml", Kind::Procedure),
        ("facts/documents/<id>.yaml", Kind::Document),
        ("facts/fees/<id>.yaml", Kind::Fee),
        ("facts/deadlines/<id>.yaml", Kind::Deadline),
        ("facts/terms/<id>.yaml", Kind::Term),
        ("facts/office-types/<id>.yaml", Kind::OfficeType),
        ("facts/organisations/<id>.yaml", Kind::Organisation),
        ("facts/contacts/<id>.yaml", Kind::Contact),
        ("facts/phrases/<id>.yaml", Kind::Phrase),
        ("facts/trees/<id>.yaml", Kind::Tree),
        ("territories/<id>/offices/<id>.yaml", Kind::Office),
        ("territories/<id>/notices/<id>.yaml", Kind::Notice),
    ] {
        let described = described(heading);
        let form: Vec<(String, bool)> = schema::form(kind)
            .own
            .iter()
            .filter(|field| field.required || described.iter().any(|(name, _)| name == field.name))
            .map(|field| (field.name.to_owned(), !field.required))
            .collect();
        assert_eq!(described, form, "{heading}");
    }
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let found = findings(
        "facts/contacts/c-uno.yaml",
        "value: \"112\"\nlanguages: [it]\nfree: true",
        "languages: it\nfree: si\ncolour: red",
    );
    assert_eq!(found.len(), 4, "{found:#?}");
}

#[test]
fn an_id_belongs_to_one_item() {
    let dir = sample::folder();
    let contact = std::fs::read_to_string(dir.path().join("facts/contacts/c-uno.yaml")).unwrap();
    sample::write(dir.path(), "facts/contacts/f-uno.yaml", &contact);
    sample::write(dir.path(), "facts/contacts/Altro_Id.yaml", &contact);
    sample::write(dir.path(), "facts/contatti/x.yaml", &contact);
    let rules: Vec<&str> =
        load(dir.path(), None).unwrap().findings.iter().map(|f| f.rule).collect();
    assert!(rules.contains(&"duplicate-id") && rules.contains(&"not-an-id"), "{rules:?}");
    assert!(rules.contains(&"unknown-folder"), "{rules:?}");
}

#[test]
fn one_territory_is_loaded_at_a_time() {
    let dir = sample::folder();
    assert!(load(dir.path(), Some("monte")).is_err());
    sample::write(dir.path(), "territories/monte/territory.yaml", "a: b\n");
    assert!(load(dir.path(), None).is_err());
    assert_eq!(load(dir.path(), Some("valle")).unwrap().territory, "valle");
    assert!(load(&dir.path().join("nowhere"), None).is_err());
}

/// A way to spoil a file.
#[derive(Debug, Clone)]
enum Damage {
    Flip(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Swap(prop::sample::Index, prop::sample::Index),
    Drop(prop::sample::Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        at().prop_map(Damage::Cut),
        (at(), at()).prop_map(|(a, b)| Damage::Swap(a, b)),
        at().prop_map(Damage::Drop),
    ]
}

fn spoil(bytes: &mut Vec<u8>, damage: &Damage) {
    if bytes.is_empty() {
        return;
    }
    let mut lines: Vec<Vec<u8>> =
        bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    match damage {
        Damage::Flip(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Damage::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Damage::Swap(a, b) => {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            lines.swap(a, b);
            *bytes = lines.concat();
        }
        Damage::Drop(at) => {
            lines.remove(at.index(lines.len()));
            *bytes = lines.concat();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn no_damage_to_a_file_panics(
        which in 0..6usize,
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let file = [
            "facts/procedures/p-uno.yaml",
            "facts/trees/albero.yaml",
            "territories/valle/territory.yaml",
            "territories/valle/offices/anagrafe-alfa.yaml",
            "operators/p-uno.yaml",
            "text/it/p-uno.yaml",
        ][which];
        let dir = sample::folder();
        let mut bytes = std::fs::read(dir.path().join(file)).unwrap();
        for damage in &damages {
            spoil(&mut bytes, damage);
        }
        std::fs::write(dir.path().join(file), bytes).unwrap();
        let content = load(dir.path(), Some("valle")).unwrap();
        for finding in crate::check::check(&content, jiff::civil::date(2026, 11, 23)) {
            prop_assert!(finding.line > 0 && finding.column > 0 && !finding.message_it.is_empty());
        }
    }
}
