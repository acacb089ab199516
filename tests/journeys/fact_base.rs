//! The content model has a place for all that the fact base says of a procedure: its three hardest, loaded in full.
//!
//! `tests/fact_base/<id>.yaml` are the blocks of the fact base, word for word. Two of the procedures are real content,
//! the third stands in `tests/fact_base/content`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use cittadini::draft::{Draft, draft};
use cittadini::finding::Severity;
use cittadini::source::load::{Content, load};
use cittadini_core::model::{
    Condition, Deadline, DeadlineKind, Document, Fee, MarkKind, Procedure, Record, TranslationKind,
    Words,
};
use cittadini_tests::{day, project};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

/// The three hardest, each with the content folder it stands in.
const HARDEST: [(&str, &str); 3] = [
    ("cittadinanza-residenza", "content"),
    ("ricongiungimento-familiare", "content"),
    ("permesso-minore-eta", "tests/fact_base/content"),
];

/// The keys of a procedure in the fact base.
const KEYS: [&str; 19] = [
    "id",
    "title_it",
    "group",
    "for_who",
    "eligibility",
    "steps",
    "documents",
    "costs",
    "deadlines",
    "duration",
    "validity",
    "legal_basis",
    "portal",
    "mistakes",
    "conflicts",
    "volatile",
    "unsourced",
    "sources",
    "confidence",
];

/// What the fact base calls the offices, and what the content does.
const OFFICES: [(&str, &str); 11] = [
    ("COM_ANAGRAFE", "anagrafe"),
    ("COM_SOCIALI", "servizi-sociali"),
    ("COM_STATO_CIVILE", "stato-civile"),
    ("COM_TECNICO", "ufficio-tecnico"),
    ("CONSOLATO_IT", "consolato-italiano"),
    ("CONSOLATO_ORIGINE", "consolato-origine"),
    ("POSTE_SA", "poste-sportello-amico"),
    ("PREFETTURA", "prefettura-cittadinanza"),
    ("QUESTURA_UI", "questura-immigrazione"),
    ("SPAZIO_IMM", "spazio-immigrazione"),
    ("SUI", "sportello-unico-immigrazione"),
];

#[test]
fn the_hardest_procedures_stand_in_content_without_an_error() {
    for folder in ["content", "tests/fact_base/content"] {
        let content = content(folder);
        let today = day(0).to_zoned(TimeZone::UTC).date();
        let findings = cittadini::check::check(&content, today);
        let errors: Vec<_> =
            findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert_eq!(errors, Vec::<&cittadini::finding::Finding>::new(), "in {folder}");
    }
}

#[test]
fn each_of_the_nineteen_keys_has_its_place() {
    for (id, folder) in HARDEST {
        let block = block(id);
        let mut written: Vec<&str> = block.iter().map(|(key, _)| key.as_str()).collect();
        written.sort_unstable();
        let mut keys = KEYS.to_vec();
        keys.sort_unstable();
        assert_eq!(written, keys, "the block of {id} has other keys than the fact base");

        let arrived = Arrived::on_a_phone(&drafted(folder), id);
        for (key, said) in &block {
            assert!(
                arrived.has_a_place_for(key, said),
                "the key «{key}» of {id} has no place on the phone: the fact base says {said}"
            );
        }
    }
}

#[test]
fn a_key_without_its_place_is_noticed() {
    let nothing = Arrived::default();
    for (id, _) in HARDEST {
        for (key, said) in block(id) {
            let says_nothing = said == json!([]) || said == json!("");
            // The low confidence of the minors' permit is what a phone takes when none is given.
            let is_default = key == "confidence" && said == json!("low");
            assert_eq!(
                nothing.has_a_place_for(&key, &said),
                says_nothing || is_default,
                "the key «{key}» of {id}"
            );
        }
    }
}

#[test]
fn nothing_is_lost_on_the_way_to_the_phone() {
    for folder in ["content", "tests/fact_base/content"] {
        for pack in drafted(folder).packs {
            for line in &pack.records {
                let sent: Value = serde_json::from_str(line).unwrap();
                let record: Record = serde_json::from_str(line).unwrap();
                assert_ne!(record, Record::Unknown, "a phone knows no such kind: {line}");
                assert_eq!(serde_json::to_value(&record).unwrap(), sent, "in {}", pack.name);
                if let Record::Procedure(procedure) = &record {
                    understood(procedure);
                }
            }
        }
    }
}

/// Nothing in a procedure asks the reader to update.
fn understood(procedure: &Procedure) {
    let id = &procedure.meta.id;
    for step in &procedure.steps {
        assert!(!step.needs_update(), "{id}: the step «{}»", step.id);
        let asked = step.documents.iter().map(|document| (&document.document, &document.when));
        for (what, when) in asked.chain(step.fees.iter().map(|fee| (&fee.fee, &fee.when))) {
            let unknown = matches!(when, Some(Condition::Unknown(_)));
            assert!(!unknown, "{id}: the condition of «{what}» in «{}»", step.id);
        }
    }
    for rule in &procedure.eligibility {
        let unknown = matches!(rule.when, Some(Condition::Unknown(_)));
        assert!(!unknown, "{id}: the condition «{}»", rule.id);
    }
    assert!(procedure.meta.marks.iter().all(|mark| mark.kind != MarkKind::Unknown), "{id}");
}

/// What a phone knows of one procedure.
#[derive(Default)]
struct Arrived {
    procedure: Procedure,
    words: Words,
    documents: BTreeMap<String, Document>,
    fees: BTreeMap<String, Fee>,
    deadlines: BTreeMap<String, Deadline>,
}

impl Arrived {
    /// Reads the lines of the packs as a phone does. Nothing but what the procedure names is taken along.
    fn on_a_phone(draft: &Draft, id: &str) -> Self {
        let mut arrived = Self::default();
        for line in lines(draft, "facts") {
            match serde_json::from_str(line).unwrap() {
                Record::Procedure(procedure) if procedure.meta.id == id => {
                    arrived.procedure = procedure;
                }
                Record::Document(item) => {
                    arrived.documents.insert(item.meta.id.clone(), item);
                }
                Record::Fee(item) => {
                    arrived.fees.insert(item.meta.id.clone(), item);
                }
                Record::Deadline(item) => {
                    arrived.deadlines.insert(item.meta.id.clone(), item);
                }
                _ => {}
            }
        }
        for line in lines(draft, "text-it") {
            match serde_json::from_str(line).unwrap() {
                Record::Words(words) if words.id == id => arrived.words = words,
                _ => {}
            }
        }
        let (documents, fees, deadlines) =
            (arrived.asked_documents(), arrived.asked_fees(), arrived.named_deadlines());
        arrived.documents.retain(|id, _| documents.contains(id));
        arrived.fees.retain(|id, _| fees.contains(id));
        arrived.deadlines.retain(|id, _| deadlines.contains(id));
        arrived
    }

    fn asked_documents(&self) -> BTreeSet<String> {
        let steps = self.procedure.steps.iter();
        steps.flat_map(|step| &step.documents).map(|asked| asked.document.clone()).collect()
    }

    fn asked_fees(&self) -> BTreeSet<String> {
        let steps = self.procedure.steps.iter();
        steps.flat_map(|step| &step.fees).map(|asked| asked.fee.clone()).collect()
    }

    fn named_deadlines(&self) -> BTreeSet<String> {
        let steps = self.procedure.steps.iter();
        steps.flat_map(|step| &step.deadlines).chain(&self.procedure.deadlines).cloned().collect()
    }

    /// Whether what the fact base says under a key is somewhere here.
    fn has_a_place_for(&self, key: &str, said: &Value) -> bool {
        let Procedure { meta, .. } = &self.procedure;
        match key {
            "id" => meta.id == text(said),
            "title_it" => self.says("title"),
            "group" => self.procedure.group == text(said),
            "for_who" => self.says("who_for"),
            "eligibility" => self.has_requirements(said),
            "steps" => self.has_steps(said),
            "documents" => count(said) <= self.documents.len() && self.documents_are_all_there(),
            "costs" => self.has_costs(said),
            "deadlines" => count(said) <= self.deadlines.len() && self.deadlines_are_all_there(),
            "duration" => self.has_duration(),
            "validity" => self.procedure.result_validity.is_some() || self.says("result"),
            "legal_basis" => {
                let cited = self.procedure.norms.iter().filter(|norm| !norm.cite.is_empty());
                count(said) <= cited.count()
            }
            "portal" => text(said).is_empty() || self.procedure.official_url == first_url(said),
            "mistakes" => {
                let mut mistakes = self.procedure.mistakes.iter();
                count(said) <= mistakes.len()
                    && mistakes.all(|slug| self.says(&format!("mistake.{slug}")))
            }
            "conflicts" => self.is_marked(said, MarkKind::Conflict),
            "volatile" => self.is_marked(said, MarkKind::Volatile),
            "unsourced" => self.is_marked(said, MarkKind::Unsourced),
            "sources" => {
                !meta.sources.is_empty()
                    && meta.sources.iter().all(|source| {
                        (source.norm.is_some() || source.url.is_some()) && source.read_on.is_some()
                    })
            }
            "confidence" => serde_json::to_value(meta.confidence).unwrap() == *said,
            _ => false,
        }
    }

    /// Whether Italian has a sentence under a key of the procedure's words.
    fn says(&self, key: &str) -> bool {
        self.words.translation == TranslationKind::Original
            && self.words.values.get(key).is_some_and(|sentence| !sentence.trim().is_empty())
    }

    fn has_requirements(&self, said: &Value) -> bool {
        let mut rules = self.procedure.eligibility.iter();
        count(said) <= rules.len()
            && rules.all(|rule| self.says(&format!("eligibility.{}", rule.id)))
    }

    /// As many steps as the fact base has, with words, and each of its offices in one of them.
    fn has_steps(&self, said: &Value) -> bool {
        let steps = &self.procedure.steps;
        let mut offices = list(said).iter().map(|step| text(&step["office"]));
        count(said) <= steps.len()
            && steps.iter().all(|step| {
                self.says(&format!("step.{}.title", step.id))
                    && self.says(&format!("step.{}.do", step.id))
            })
            && offices.all(|code| {
                let known = OFFICES.iter().find(|(office, _)| *office == code);
                known.is_some_and(|(_, kind)| {
                    steps.iter().any(|step| step.office_type.as_deref() == Some(*kind))
                })
            })
    }

    fn documents_are_all_there(&self) -> bool {
        self.asked_documents().iter().all(|id| self.documents.contains_key(id))
    }

    fn deadlines_are_all_there(&self) -> bool {
        self.named_deadlines().iter().all(|id| self.deadlines.contains_key(id))
    }

    /// Every step is paid or free, and every amount that the fact base gives to the cent is the amount of a fee.
    fn has_costs(&self, said: &Value) -> bool {
        let mut steps = self.procedure.steps.iter();
        let amounts = self.fees.values().flat_map(|fee| &fee.amounts);
        let known: BTreeSet<u64> = amounts.filter_map(|amount| amount.cents).collect();
        !self.procedure.steps.is_empty()
            && steps.all(|step| step.free == step.fees.is_empty())
            && self.asked_fees().iter().all(|id| self.fees.contains_key(id))
            && list(said)
                .iter()
                .flat_map(|cost| cents(text(cost)))
                .all(|cents| known.contains(&cents))
    }

    /// As a term of waiting, on a step, or as a reservation that nobody knows it.
    fn has_duration(&self) -> bool {
        let mut deadlines = self.deadlines.values();
        let mut steps = self.procedure.steps.iter();
        deadlines.any(|deadline| {
            let unknown =
                || deadline.meta.marks.iter().any(|mark| mark.kind == MarkKind::Unsourced);
            deadline.deadline_kind == DeadlineKind::WaitNorm
                && (deadline.span.is_some() || deadline.usual.is_some() || unknown())
        }) || steps.any(|step| step.law_duration.is_some() || step.usual_duration.is_some())
    }

    /// Whether reservations of a kind are carried. How many is not asked: editors settle them one by one.
    fn is_marked(&self, said: &Value, kind: MarkKind) -> bool {
        count(said) == 0 || self.procedure.meta.marks.iter().any(|mark| mark.kind == kind)
    }
}

fn content(folder: &str) -> Content {
    load(&project().join(folder), None).unwrap_or_else(|error| panic!("{}", error.say().en))
}

fn drafted(folder: &str) -> Draft {
    draft(&content(folder)).unwrap_or_else(|error| panic!("{folder}: {}", error.say().en))
}

fn lines<'d>(draft: &'d Draft, name: &str) -> &'d [String] {
    let pack = draft.packs.iter().find(|pack| pack.name == name);
    &pack.unwrap_or_else(|| panic!("no pack «{name}»")).records
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn count(value: &Value) -> usize {
    list(value).len()
}

fn first_url(value: &Value) -> Option<String> {
    let words = text(value).split_whitespace();
    words
        .map(|word| word.trim_end_matches([';', ',']))
        .find(|word| word.starts_with("http"))
        .map(str::to_owned)
}

/// The amounts in a sentence that are written to the cent.
fn cents(sentence: &str) -> Vec<u64> {
    let words = sentence.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    words
        .filter_map(|word| word.split_once('.'))
        .filter(|(_, cents)| cents.len() == 2)
        .filter_map(|(euros, cents)| format!("{euros}{cents}").parse().ok())
        .collect()
}

/// A block of the fact base, in order.
fn block(id: &str) -> Vec<(String, Value)> {
    let path: PathBuf = project().join("tests/fact_base").join(format!("{id}.yaml"));
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let mut block: Vec<(String, Value)> = Vec::new();
    for line in source.lines() {
        match line.strip_prefix("  - ") {
            Some(entry) => {
                let (_, last) = block.last_mut().expect("a key before the first entry");
                last.as_array_mut().expect("a list").push(flow(entry));
            }
            None => {
                let (key, rest) = line.split_once(':').expect("a key");
                let value = if rest.trim().is_empty() { json!([]) } else { flow(rest) };
                block.push((key.to_owned(), value));
            }
        }
    }
    block
}

/// A value that stands on one line. The content tool's own reader is not public, and the fact base writes no more YAML
/// than this: words, quoted texts, and lists and maps in brackets.
fn flow(source: &str) -> Value {
    let mut rest = source;
    let value = flow_value(&mut rest);
    assert_eq!(rest.trim(), "", "after the value in {source:?}");
    value
}

fn flow_value(rest: &mut &str) -> Value {
    *rest = rest.trim_start();
    if taken(rest, '[') {
        let mut values = Vec::new();
        while !taken(rest, ']') {
            values.push(flow_value(rest));
            taken(rest, ',');
        }
        return Value::Array(values);
    }
    if taken(rest, '{') {
        let mut fields = serde_json::Map::new();
        while !taken(rest, '}') {
            let (key, value) = rest.split_once(':').expect("a key and its value");
            *rest = value;
            fields.insert(key.trim().to_owned(), flow_value(rest));
            taken(rest, ',');
        }
        return Value::Object(fields);
    }
    if rest.starts_with('"') {
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        let quoted = values.next().expect("a text").expect("a text that is closed");
        *rest = &rest[values.byte_offset()..];
        return Value::String(quoted);
    }
    let end = rest.find([',', ']', '}']).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    assert!(!word.trim().is_empty(), "a value is missing before {after:?}");
    *rest = after;
    Value::String(word.trim().to_owned())
}

/// Takes a bracket or comma if it comes next.
fn taken(rest: &mut &str, wanted: char) -> bool {
    match rest.trim_start().strip_prefix(wanted) {
        Some(after) => {
            *rest = after;
            true
        }
        None => false,
    }
}
