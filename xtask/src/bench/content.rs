//! Content of any size, grown from the real one: for the bench that which the project will have, 70 procedures in 12 languages.
//!
//! Procedures, fees, deadlines and terms are copied under new ids. In the copies the words of most sentences stand in
//! another order, so that compression finds about as much to save as between different texts; sentences with marks stay as
//! they are, which still flatters the sizes a little.

use std::collections::{BTreeMap, BTreeSet};

use cittadini::draft::{COMPILED_IN, Draft, DraftPack};
use serde_json::Value;

use crate::terminal::Outcome;

use super::random::Random;

/// How much there is to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) procedures: usize,
    /// At most those that are listed below.
    pub(crate) languages: usize,
    /// Another edition has other words in most sentences, and other amounts.
    pub(crate) edition: u32,
}

/// What the bench measures.
pub(super) const BENCH: Size = Size { procedures: 70, languages: 12, edition: 0 };

/// Each set of fees, deadlines and terms serves the copies of a procedure whose number leaves the same remainder.
const SETS: usize = 6;

/// The languages, and the one whose real text each grows from.
const LANGUAGES: [(&str, &str); 12] = [
    ("it", "it"),
    ("it-simple", "it"),
    ("en", "it"),
    ("fr", "it"),
    ("es", "it"),
    ("sq", "it"),
    ("fil", "it"),
    ("ar", "ar"),
    ("ur", "ar"),
    ("bn", "ar"),
    ("uk", "ar"),
    ("zh-Hans", "ar"),
];

/// Grows a draft.
pub(crate) fn grow(real: &Draft, size: Size) -> Outcome<Draft> {
    let facts = pack(real, "facts")?;
    let family = Family::of(facts, size)?;
    let mut packs = vec![family.facts(facts)?];
    let languages = LANGUAGES.iter().take(size.languages);
    for (language, from) in languages.clone() {
        let from = pack(real, &format!("text-{from}"))?;
        packs.push(family.words(language, from)?);
    }
    let mut catalog = real.catalog.clone();
    catalog.languages = languages.map(|(language, _)| (*language).to_owned()).collect();
    Ok(Draft { territory: real.territory.clone(), catalog, packs })
}

fn pack<'a>(draft: &'a Draft, name: &str) -> Outcome<&'a DraftPack> {
    let found = draft.packs.iter().find(|pack| pack.name == name);
    found.ok_or_else(|| format!("the project's content has no pack «{name}»").into())
}

/// Raises the first known amount of a fee, as an editor would.
pub(super) fn raise_a_fee(draft: &mut Draft) -> Outcome {
    let facts = draft.packs.iter_mut().find(|pack| pack.name == "facts");
    for line in facts.into_iter().flat_map(|pack| pack.records.iter_mut()) {
        let mut record: Value = serde_json::from_str(line)?;
        if text(&record, "kind") != "fee" {
            continue;
        }
        if let Some(cents) = record.pointer_mut("/amounts/0/cents")
            && let Some(amount) = cents.as_u64()
        {
            *cents = (amount + 100).into();
            *line = record.to_string();
            return Ok(());
        }
    }
    Err("the project's content has no fee with a known amount".into())
}

/// Rewrites the words of the first procedure in a language: all its sentences, as an editor would at most.
pub(super) fn rewrite_a_procedure(draft: &mut Draft, language: &str, seed: &str) -> Outcome {
    let procedures: BTreeSet<String> = ids_of(pack(draft, "facts")?, "procedure")?;
    let name = format!("text-{language}");
    let words = draft.packs.iter_mut().find(|pack| pack.name == name);
    for line in words.into_iter().flat_map(|pack| pack.records.iter_mut()) {
        let record: Value = serde_json::from_str(line)?;
        if procedures.contains(text(&record, "id")) {
            *line = reorder(line, seed)?;
            return Ok(());
        }
    }
    Err(format!("the project's content has no procedure in «{language}»").into())
}

fn ids_of(pack: &DraftPack, kind: &str) -> Outcome<BTreeSet<String>> {
    let mut ids = BTreeSet::new();
    for line in &pack.records {
        let record: Value = serde_json::from_str(line)?;
        if text(&record, "kind") == kind {
            ids.insert(text(&record, "id").to_owned());
        }
    }
    Ok(ids)
}

/// Which ids are copied, and how often.
struct Family {
    procedures: BTreeSet<String>,
    shared: BTreeSet<String>,
    size: Size,
}

impl Family {
    fn of(facts: &DraftPack, size: Size) -> Outcome<Self> {
        let mut shared = BTreeSet::new();
        for kind in ["fee", "deadline", "term"] {
            shared.extend(ids_of(facts, kind)?);
        }
        Ok(Self { procedures: ids_of(facts, "procedure")?, shared, size })
    }

    fn facts(&self, real: &DraftPack) -> Outcome<DraftPack> {
        let records = self.copies(&real.records, |_, _, line| self.raised(line))?;
        let name = real.name.clone();
        Ok(DraftPack { name, records: records.into_values().collect(), uses: BTreeSet::new() })
    }

    /// What tells an edition from the others in a seed; nothing for the first.
    fn edition(&self) -> String {
        match self.size.edition {
            0 => String::new(),
            edition => format!(" {edition}"),
        }
    }

    /// A fee with the amounts of its edition; anything else as it is.
    fn raised(&self, line: String) -> Outcome<String> {
        let mut record: Value = serde_json::from_str(&line)?;
        if self.size.edition == 0 || text(&record, "kind") != "fee" {
            return Ok(line);
        }
        let amounts = record.pointer_mut("/amounts").and_then(Value::as_array_mut);
        for cents in amounts.into_iter().flatten().filter_map(|amount| amount.get_mut("cents")) {
            if let Some(amount) = cents.as_u64() {
                *cents = (amount + 100 * u64::from(self.size.edition)).into();
            }
        }
        Ok(record.to_string())
    }

    fn words(&self, language: &str, real: &DraftPack) -> Outcome<DraftPack> {
        let records: Vec<String> = match COMPILED_IN.contains(&language) {
            true => real.records.iter().filter(|line| !is_ui(line)).cloned().collect(),
            false => real.records.clone(),
        };
        let records = self.copies(&records, |id, copy, line| match copy {
            0 if language == real.name.trim_start_matches("text-") => Ok(line),
            _ => reorder(&line, &format!("{language} {id}{}", self.edition())),
        })?;
        let uses = records.keys().filter(|id| *id != "ui").cloned().collect();
        let name = format!("text-{language}");
        Ok(DraftPack { name, records: records.into_values().collect(), uses })
    }

    /// The copies of each record by their new ids.
    fn copies(
        &self,
        lines: &[String],
        change: impl Fn(&str, usize, String) -> Outcome<String>,
    ) -> Outcome<BTreeMap<String, String>> {
        let mut copies = BTreeMap::new();
        for line in lines {
            let record: Value = serde_json::from_str(line)?;
            let id = text(&record, "id");
            for copy in 0..self.copies_of(id) {
                let id = self.renamed(id, copy);
                let line = change(&id, copy, self.rename_all(line, copy))?;
                copies.insert(id, line);
            }
        }
        Ok(copies)
    }

    fn copies_of(&self, id: &str) -> usize {
        let place = self.procedures.iter().position(|procedure| procedure == id);
        match place {
            // 70 of 3 procedures: 24, 23 and 23.
            Some(place) => {
                (self.size.procedures + self.procedures.len() - 1 - place) / self.procedures.len()
            }
            None if self.shared.contains(id) => SETS,
            None => 1,
        }
    }

    fn renamed(&self, id: &str, copy: usize) -> String {
        match (self.procedures.contains(id), self.shared.contains(id)) {
            (true, _) => format!("{id}-{copy:02}"),
            (_, true) => format!("{id}-{:02}", copy % SETS),
            _ => id.to_owned(),
        }
    }

    /// Puts the new ids wherever a record names an old one: as a whole string, or in a mark within a sentence.
    fn rename_all(&self, line: &str, copy: usize) -> String {
        let mut line = line.to_owned();
        for id in self.procedures.iter().chain(&self.shared) {
            if !line.contains(id.as_str()) {
                continue;
            }
            let new = self.renamed(id, copy);
            for (before, after) in [("\"", "\""), (":", "}"), (":", "|"), (":", "]")] {
                line =
                    line.replace(&format!("{before}{id}{after}"), &format!("{before}{new}{after}"));
            }
        }
        line
    }
}

/// A field of a record.
fn text<'a>(record: &'a Value, field: &str) -> &'a str {
    record.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn is_ui(line: &str) -> bool {
    line.contains("\"kind\":\"ui\"")
}

/// Puts the words of every sentence without marks into another order.
fn reorder(line: &str, seed: &str) -> Outcome<String> {
    let mut record: Value = serde_json::from_str(line)?;
    let mut random = Random::from(seed);
    for (_, sentence) in
        record.pointer_mut("/values").and_then(Value::as_object_mut).into_iter().flatten()
    {
        let Some(text) = sentence.as_str().filter(|text| !text.contains(['*', '[', '{'])) else {
            continue;
        };
        let mut words: Vec<&str> = text.split_whitespace().collect();
        random.shuffle(&mut words);
        *sentence = words.join(" ").into();
    }
    Ok(record.to_string())
}
