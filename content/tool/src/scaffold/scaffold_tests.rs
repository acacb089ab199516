#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cittadini_core::model::Risk;
use jiff::civil::date;
use proptest::prelude::*;

use super::template::{Blank, Given};
use super::*;
use crate::check::{check, text_keys};
use crate::finding::{Finding, Severity};
use crate::sample;
use crate::source::compile::{self, Origin};
use crate::source::kind::Kind;
use crate::source::load::load;
use crate::source::schema::{self, Field, Type};
use crate::source::yaml::{self, Node};

const KINDS: [Kind; 17] = [
    Kind::Procedure,
    Kind::Document,
    Kind::Fee,
    Kind::Deadline,
    Kind::Term,
    Kind::Tree,
    Kind::Service,
    Kind::Contact,
    Kind::OfficeType,
    Kind::Organisation,
    Kind::Phrase,
    Kind::Holiday,
    Kind::Territory,
    Kind::Municipality,
    Kind::Office,
    Kind::Notice,
    Kind::OperatorNote,
];

fn answers(risk: Risk) -> Answers {
    Answers { owner: "redazione".to_owned(), risk, today: date(2026, 11, 23) }
}

fn blank(kind: Kind, blank: Blank) -> String {
    let form = schema::form(kind);
    template::record(form.meta.iter().chain(form.own), &Given::default(), blank)
}

/// The file with every comment that stands for a field made a field.
fn uncommented(text: &str) -> String {
    let line = |line: &str| match line.split_once("# ") {
        Some((blank, field)) if blank.trim().is_empty() => format!("{blank}{field}\n"),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// What is not as the form says: fields that it does not know, and fields that it wants and that are not there.
fn differs<'f>(
    node: &Node,
    fields: impl Iterator<Item = &'f Field> + Clone,
    all: bool,
    path: &str,
    found: &mut Vec<String>,
) {
    for (key, _) in node.map() {
        if !fields.clone().any(|field| field.name == key.text) {
            found.push(format!("{path}{}: unknown", key.text));
        }
    }
    for field in fields.filter(|field| all || field.required) {
        let path = format!("{path}{}", field.name);
        let Some(child) = node.get(field.name) else {
            found.push(format!("{path}: missing"));
            continue;
        };
        match field.ty {
            Type::List(Type::Record(inner)) if field.required && !field.unknown => {
                assert!(!child.list().is_empty(), "{path} has no entry");
                for entry in child.list() {
                    differs(entry, inner.iter(), all, &format!("{path}."), found);
                }
            }
            Type::Record(inner) if field.required && !field.unknown => {
                differs(child, inner.iter(), all, &format!("{path}."), found);
            }
            _ => {}
        }
    }
}

#[test]
fn every_field_that_must_be_there_stands_in_the_scaffold_and_no_field_is_made_up() {
    for kind in KINDS {
        let text = blank(kind, Blank::Empty);
        for (all, text) in [(false, text.clone()), (true, uncommented(&text))] {
            let node = yaml::parse(text.as_bytes()).unwrap_or_else(|error| {
                panic!("{kind:?} line {}: {:?}\n{text}", error.line, error.problem)
            });
            let mut found = Vec::new();
            differs(&node, schema::form(kind).fields(), all, "", &mut found);
            assert_eq!(found, Vec::<String>::new(), "{kind:?}, all fields: {all}\n{text}");
        }
    }
}

#[test]
fn what_nobody_knows_is_unknown_or_empty_and_never_a_guess() {
    for kind in KINDS {
        let text = blank(kind, Blank::Empty);
        let node = yaml::parse(text.as_bytes()).unwrap();
        for field in schema::form(kind).fields().filter(|field| field.required) {
            let child = node.get(field.name).unwrap();
            let lists =
                child.list().iter().all(|entry| entry.map().iter().all(|(_, v)| no_guess(v)));
            assert!(lists && (no_guess(child) || !child.list().is_empty()), "{}", field.name);
        }
    }
}

fn no_guess(node: &Node) -> bool {
    node.is_blank() || node.is_unknown()
}

#[test]
fn a_scaffold_filled_with_examples_has_the_form_of_its_kind() {
    for kind in KINDS {
        let text = blank(kind, Blank::Example);
        let node = yaml::parse(text.as_bytes()).unwrap();
        let mut findings = Vec::new();
        let origin = Origin { id: "prova", kind, file: "" };
        let fields = compile::fields(origin, &node, &BTreeMap::new(), &mut findings);
        assert!(fields.is_some(), "{kind:?}: {findings:#?}\n{text}");
        findings.retain(|finding| finding.rule != "dangling-id");
        assert_eq!(findings, [], "{kind:?}");
    }
}

#[test]
fn every_line_says_what_goes_in() {
    let dir = sample::folder();
    let new = NewProcedure { id: "prova".to_owned(), steps: Vec::new() };
    let text = procedure(dir.path(), &new, &answers(Risk::High)).unwrap()[0].text.clone();
    let silent: Vec<&str> = text.lines().filter(|line| !line.contains("# ")).collect();
    assert_eq!(silent, Vec::<&str>::new());
    assert!(text.contains("me, office, employer, school"), "the allowed words\n{text}");
    assert!(text.contains("altro, ingresso_soggiorno"), "the groups that there are\n{text}");
}

#[test]
fn the_words_are_those_that_check_wants() {
    for kind in KINDS {
        let Some(file) = words::words("prova", kind, &Given::default()) else { continue };
        let node = yaml::parse(file.text.as_bytes()).unwrap();
        let written: BTreeSet<&str> = node.map().iter().map(|(key, _)| key.text.as_str()).collect();
        let all = yaml::parse(uncommented(&without_prose(&file.text)).as_bytes()).unwrap();
        let all: BTreeSet<&str> = all.map().iter().map(|(key, _)| key.text.as_str()).collect();
        let keys = text_keys(&words::stand_in("prova", kind, &Given::default()).unwrap());
        let wanted = |must: bool| -> BTreeSet<&str> {
            keys.iter().filter(|key| key.required || !must).map(|key| key.name.as_str()).collect()
        };
        assert_eq!((written, all), (wanted(true), wanted(false)), "{kind:?}");
    }
}

/// A file of words without its first lines, which are for people.
fn without_prose(text: &str) -> String {
    text.lines().skip_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_kinds_with_words_have_a_file_of_words() {
    let with_words: Vec<Kind> = KINDS
        .into_iter()
        .filter(|kind| words::words("prova", *kind, &Given::default()).is_some())
        .collect();
    assert_eq!(with_words.len(), 11, "{with_words:?}");
    assert!(with_words.contains(&Kind::Procedure) && !with_words.contains(&Kind::Office));
}

fn found_in(dir: &Path, files: &[NewFile]) -> Vec<Finding> {
    let mut found = check(&load(dir, Some("valle")).unwrap(), date(2026, 11, 23));
    found.retain(|finding| files.iter().any(|file| file.path == finding.file));
    found
}

#[test]
fn check_names_every_blank_and_nothing_else() {
    let dir = sample::folder();
    let new = NewProcedure { id: "prova".to_owned(), steps: vec!["uno".into(), "due".into()] };
    let files = procedure(dir.path(), &new, &answers(Risk::High)).unwrap();
    write(dir.path(), &files).unwrap();
    for finding in found_in(dir.path(), &files) {
        assert_eq!((finding.rule, finding.severity), ("empty-value", Severity::Error));
        let file = files.iter().find(|file| file.path == finding.file).unwrap();
        let line = file.text.lines().nth(finding.line - 1).unwrap();
        let field = line.trim_start_matches([' ', '-']).split(':').next().unwrap();
        assert!(finding.message_it.contains(&format!("«{field}» è vuoto")), "{line}: {finding:?}");
        assert!(finding.fix_it.starts_with("Scrivi ") && finding.fix_en.starts_with("Write "));
    }
    let blanks = files.iter().flat_map(|file| file.text.lines()).filter(|line| {
        let code = line.split(" #").next().unwrap().trim_end();
        let list = ["sources:", "eligibility:", "steps:", "norms:"].contains(&code);
        !line.trim_start().starts_with('#')
            && !list
            && (code.ends_with(':') || code.ends_with("\"\""))
    });
    assert_eq!(blanks.count(), found_in(dir.path(), &files).len());
}

#[test]
fn it_is_to_be_verified_again_as_late_as_the_check_allows() {
    for (risk, days) in
        [(Risk::High, "2027-02-21"), (Risk::Medium, "2027-05-22"), (Risk::Low, "2027-11-23")]
    {
        let dir = sample::folder();
        let new = NewOffice {
            id: "sportello".to_owned(),
            territory: None,
            types: vec!["anagrafe".to_owned()],
            organisation: Some("ente".to_owned()),
            name: Some("Sportello \"nuovo\": uno".to_owned()),
        };
        let mut files = office(dir.path(), &new, &answers(risk)).unwrap();
        assert!(files[0].text.contains(&format!("verify_by: {days}")), "{}", files[0].text);
        files[0].text = files[0].text.replace("url: \"\" ", "url: \"https://www.example.it\" ");
        files[0].text = files[0].text.replace("read_on: ", "read_on: 2026-11-20");
        files[0].text = files[0].text.replace("confidence: ", "confidence: low");
        write(dir.path(), &files).unwrap();
        assert_eq!(found_in(dir.path(), &files), []);
    }
}

#[test]
fn an_id_that_exists_anywhere_is_refused() {
    let dir = sample::folder();
    sample::write(dir.path(), "territories/monte/offices/lontano.yaml", "x: y\n");
    sample::write(dir.path(), "drafts/facts/trees/pronto.yaml", "x: y\n");
    sample::write(dir.path(), "text/ar/sola.yaml", "title: \"x\"\n");
    for (id, file) in [
        ("p-due", "facts/procedures/p-due.yaml"),
        ("c-uno", "facts/contacts/c-uno.yaml"),
        ("anagrafe-alfa", "territories/valle/offices/anagrafe-alfa.yaml"),
        ("avviso", "territories/valle/notices/avviso.yaml"),
        ("valle", "territories/valle/territory.yaml"),
        ("comune-015001", "territories/valle/territory.yaml"),
        ("nota", "operators/p-uno.yaml"),
        ("lontano", "territories/monte/offices/lontano.yaml"),
        ("pronto", "drafts/facts/trees/pronto.yaml"),
        ("sola", "text/ar/sola.yaml"),
    ] {
        let new = NewProcedure { id: id.to_owned(), steps: Vec::new() };
        match procedure(dir.path(), &new, &answers(Risk::High)) {
            Err(ScaffoldError::Taken { file: found, .. }) => assert_eq!(found, file),
            other => panic!("{id}: {other:?}"),
        }
    }
    for id in ["", "ui", "Prova", "prova_uno", "perché", "../prova", "prova.uno", "a b"] {
        let new = NewProcedure { id: id.to_owned(), steps: Vec::new() };
        let refused = procedure(dir.path(), &new, &answers(Risk::High));
        assert!(matches!(refused, Err(ScaffoldError::NotAnId(_))), "{id}");
    }
}

fn everything(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut open = vec![dir.to_owned()];
    while let Some(folder) = open.pop() {
        all.insert(folder.display().to_string(), Vec::new());
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => {
                    drop(all.insert(path.display().to_string(), std::fs::read(&path).unwrap()))
                }
            }
        }
    }
    all
}

#[test]
fn all_files_are_written_or_none_and_none_is_overwritten() {
    let dir = sample::folder();
    let before = everything(dir.path());
    let file = |path: &str| NewFile { path: path.to_owned(), text: "x: y\n".to_owned() };
    for second in ["facts/procedures/p-uno.yaml", "facts/procedures/p-uno.yaml/altro/x.yaml"] {
        let files =
            [file("territories/monte/offices/uno.yaml"), file("text/fr/x.yaml"), file(second)];
        let refused = write(dir.path(), &files).unwrap_err();
        assert!(refused.say().it.contains("p-uno.yaml"), "{}", refused.say().it);
        assert_eq!(everything(dir.path()), before);
    }
}

fn tag(tag: &str) -> Result<String, String> {
    let dir = sample::folder();
    language(dir.path(), tag).map(|new| new.tag).map_err(|error| error.say().it)
}

#[test]
fn a_language_gets_its_usual_spelling_or_a_sentence() {
    for (written, usual) in [
        ("fr", "fr"),
        ("zh-hans", "zh-Hans"),
        ("IT-Simple", "it-simple"),
        ("tl", "fil"),
        ("UK", "uk"),
    ] {
        assert_eq!(tag(written), Ok(usual.to_owned()));
    }
    for wrong in ["it", "francese", "f", "", "und", "en-XA", "../fr", "fr/x", "zh Hans"] {
        assert!(tag(wrong).unwrap_err().contains("sigla"), "{wrong}");
    }
    assert!(tag("ar").unwrap_err().contains("c'è già"));
}

#[test]
fn a_new_language_says_nothing_in_words_that_are_not_its_own() {
    let dir = sample::folder();
    let new = language(dir.path(), "fr").unwrap();
    let ui = new.files.iter().find(|file| file.path == "ui/fr.ftl").unwrap();
    assert!(ui.text.contains("# ciao = Ciao"), "{}", ui.text);
    let resource = fluent_bundle::FluentResource::try_new(ui.text.clone()).unwrap();
    let mut bundle = fluent_bundle::FluentBundle::<_>::default();
    bundle.add_resource(resource).unwrap();
    assert!(!bundle.has_message("ciao"));
    let first: Vec<(&str, usize)> =
        new.to_translate.iter().map(|part| (part.what, part.items)).collect();
    assert_eq!(first[..3], [("emergency", 1), ("app", 1), ("procedure", 2)]);
}

#[test]
fn the_words_of_the_app_are_not_written_for_a_language_that_is_compiled_in() {
    let dir = sample::folder();
    let paths: Vec<String> =
        language(dir.path(), "en").unwrap().files.into_iter().map(|file| file.path).collect();
    assert_eq!(paths, ["text/en/README.md"]);
}

fn valley(municipalities: &[&str]) -> NewTerritory {
    NewTerritory {
        id: "monte".to_owned(),
        name: "Monte".to_owned(),
        municipalities: municipalities.iter().map(|text| (*text).to_owned()).collect(),
        ask: None,
        organisation: None,
        types: Vec::new(),
    }
}

#[test]
fn a_municipality_is_a_code_and_a_name_and_belongs_to_one_territory() {
    let dir = sample::folder();
    let territory = |new: &NewTerritory| territory(dir.path(), new, &answers(Risk::High));
    for wrong in [&["15=Alfa"][..], &["015003"], &["015003="], &["015003=A", "015003=B"], &["=A"]] {
        let refused = territory(&valley(wrong));
        assert!(matches!(refused, Err(ScaffoldError::NotAMunicipality(_))), "{wrong:?}");
    }
    assert!(matches!(territory(&valley(&["015001=Alfa"])), Err(ScaffoldError::Taken { .. })));
    assert!(matches!(territory(&valley(&[])), Err(ScaffoldError::Nameless)));
    let itself = NewTerritory { ask: Some("monte".to_owned()), ..valley(&["015003=Gamma"]) };
    assert!(matches!(territory(&itself), Err(ScaffoldError::Taken { .. })));
    let files = territory(&valley(&["015003=Gamma di Sopra", "015004=Delta"])).unwrap();
    let node = yaml::parse(files[0].text.as_bytes()).unwrap();
    let names: Vec<Option<&str>> = node
        .get("municipalities")
        .unwrap()
        .list()
        .iter()
        .map(|entry| entry.get("name_it").unwrap().text())
        .collect();
    assert_eq!(names, [Some("Gamma di Sopra"), Some("Delta")]);
}

proptest! {
    #[test]
    fn a_name_stays_one_text_whatever_stands_in_it(name in "\\PC*|[\\x00-\\x7f]{0,20}") {
        let mut given = Given::default();
        given.text("name_it", &name);
        let form = schema::form(Kind::Office);
        let text = template::record(form.own.iter(), &given, Blank::Empty);
        let node = yaml::parse(text.as_bytes()).unwrap();
        let kept: Vec<&str> = node.get("name_it").unwrap().text().unwrap().split_whitespace().collect();
        let visible = name.replace(char::is_control, " ");
        let said: Vec<&str> = visible.split_whitespace().collect();
        prop_assert_eq!(kept, said);
    }
}
