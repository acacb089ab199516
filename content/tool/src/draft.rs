//! The packs of a release before they get their numbers and signatures: the same content gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use cittadini_core::content::markup::{self, Piece};
use cittadini_core::model::{Catalog, Record, TranslationKind, UiStrings, Words};
use cittadini_core::pack::sha256_hex;

use crate::finding::{Both, both};
use crate::source::kind::Kind;
use crate::source::load::Content;
use crate::source::words::{ItemWords, State};

/// The languages whose UI strings are compiled into the core and so travel in no pack.
pub const COMPILED_IN: [&str; 2] = ["it", "en"];

/// All packs of one territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The territory's id.
    pub territory: String,
    /// What the catalogue says, as far as the content decides it.
    pub catalog: Catalog,
    /// The packs: `facts`, `operator`, then one `text-<language>` for each language that is published.
    pub packs: Vec<DraftPack>,
}

/// The records of one pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftPack {
    /// `facts`, `operator`, or `text-<language>`.
    pub name: String,
    /// Canonical JSON lines, sorted by id, without line ends.
    pub records: Vec<String>,
    /// For a text pack: the ids of the facts that its words belong to or speak of.
    pub uses: BTreeSet<String>,
}

/// Why there is no draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// Files could not be read; [`Content::findings`] says which.
    #[error("{0} errors in the content files")]
    Unsound(usize),
    /// A record cannot be written as JSON.
    #[error("“{id}” cannot be written as JSON: {reason}")]
    NotJson {
        /// The item's id.
        id: String,
        /// The serialiser's complaint.
        reason: String,
    },
}

impl DraftError {
    /// The same as a sentence for editors.
    pub fn say(&self) -> Both {
        match self {
            Self::Unsound(errors) => both(
                format!(
                    "Ci sono {errors} errori nei file: correggili, poi riprova («cittadini check» li elenca)."
                ),
                format!(
                    "There are {errors} errors in the files: mend them, then try again (“cittadini check” lists them)."
                ),
            ),
            Self::NotJson { id, reason } => both(
                format!(
                    "La voce «{id}» non si può scrivere: {reason}. È un difetto del programma."
                ),
                format!(
                    "The item “{id}” cannot be written: {reason}. This is a defect of the program."
                ),
            ),
        }
    }
}

/// Makes the packs of the territory that was loaded.
///
/// # Errors
/// [`DraftError::Unsound`] when a file could not be read.
pub fn draft(content: &Content) -> Result<Draft, DraftError> {
    draft_in(content, &spoken(content))
}

/// The languages that are published: Italian, and those into which some item is translated. Of a language that was only
/// begun, phones do not hear.
pub(crate) fn spoken(content: &Content) -> Vec<String> {
    let translated = |lang: &&String| {
        let words = content.words.get(*lang);
        words
            .into_iter()
            .flatten()
            .any(|(id, words)| content.items.contains_key(id) && !words.only_aliases())
    };
    content.languages.iter().filter(|lang| *lang == "it" || translated(lang)).cloned().collect()
}

/// The same with a pack for each of these languages.
pub(crate) fn draft_in(content: &Content, languages: &[String]) -> Result<Draft, DraftError> {
    if content.has_errors() {
        let errors = content
            .findings
            .iter()
            .filter(|finding| finding.severity == crate::finding::Severity::Error);
        return Err(DraftError::Unsound(errors.count()));
    }
    let mut packs = vec![
        fact_pack(content, "facts", |kind| kind != Kind::OperatorNote)?,
        fact_pack(content, "operator", |kind| kind == Kind::OperatorNote)?,
    ];
    for lang in languages {
        packs.push(text_pack(content, lang)?);
    }
    Ok(Draft { territory: content.territory.clone(), catalog: catalog(content, languages), packs })
}

fn catalog(content: &Content, languages: &[String]) -> Catalog {
    let name_it = content.items.get(&content.territory).map(|item| &item.record);
    let mut municipalities: Vec<String> = content
        .of_kind(Kind::Municipality)
        .filter_map(|item| match &item.record {
            Record::Municipality(municipality) => Some(municipality.name_it.clone()),
            _ => None,
        })
        .collect();
    municipalities.sort();
    Catalog {
        territory: content.territory.clone(),
        name_it: match name_it {
            Some(Record::Territory(territory)) => territory.name_it.clone(),
            _ => String::new(),
        },
        languages: languages.to_vec(),
        municipalities,
        ..Catalog::default()
    }
}

fn fact_pack(
    content: &Content,
    name: &str,
    wanted: impl Fn(Kind) -> bool,
) -> Result<DraftPack, DraftError> {
    let records: Result<Vec<String>, DraftError> = content
        .items
        .values()
        .filter(|item| wanted(item.kind))
        .map(|item| line(&item.id, &item.record))
        .collect();
    Ok(DraftPack { name: name.to_owned(), records: records?, uses: BTreeSet::new() })
}

fn text_pack(content: &Content, lang: &str) -> Result<DraftPack, DraftError> {
    let mut records = BTreeMap::new();
    let mut uses = BTreeSet::new();
    for (id, words) in content.words.get(lang).into_iter().flatten() {
        // Words whose item is gone are not built; `check` says so.
        if !content.items.contains_key(id) {
            continue;
        }
        let record = Record::Words(words_record(content, lang, id, words));
        records.insert(id.clone(), line(id, &record)?);
        uses.insert(id.clone());
        uses.extend(words.values.values().flat_map(|sentence| mentioned(&sentence.text)));
    }
    if let Some(ftl) = content.ui.get(lang).filter(|_| !COMPILED_IN.contains(&lang)) {
        let ui = UiStrings { id: "ui".to_owned(), ftl: ftl.clone() };
        records.insert("ui".to_owned(), line("ui", &Record::Ui(ui))?);
    }
    Ok(DraftPack { name: format!("text-{lang}"), records: records.into_values().collect(), uses })
}

fn words_record(content: &Content, lang: &str, id: &str, words: &ItemWords) -> Words {
    let values = sentences(words);
    let aliases = words.aliases.iter().map(|alias| alias.text.clone()).collect();
    let original = content.words.get("it").and_then(|words| words.get(id)).map(source_hash);
    let state: Option<&State> = content.state.get(lang).and_then(|states| states.get(id));
    let (translation, source_hash, by, on) = match (lang, state) {
        // Nothing in it was translated.
        _ if words.only_aliases() => (TranslationKind::Original, source_hash(words), None, None),
        ("it", _) => (TranslationKind::Original, original.unwrap_or_default(), None, None),
        (_, Some(state)) => {
            (state.kind, state.source.clone(), Some(state.by.clone()), Some(state.on))
        }
        (_, None) => (TranslationKind::Machine, original.unwrap_or_default(), None, None),
    };
    Words { id: id.to_owned(), translation, source_hash, by, on, values, aliases }
}

fn sentences(words: &ItemWords) -> BTreeMap<String, String> {
    words.values.iter().map(|(key, sentence)| (key.clone(), sentence.text.clone())).collect()
}

/// What tells one state of an original from another: the first 16 digits of the SHA-256 of its sentences as canonical
/// JSON. Aliases are no sentences: nobody translates them.
pub fn source_hash(words: &ItemWords) -> String {
    let json: serde_json::Map<String, serde_json::Value> =
        sentences(words).into_iter().map(|(key, text)| (key, text.into())).collect();
    let mut hash = sha256_hex(serde_json::Value::Object(json).to_string().as_bytes());
    hash.truncate(16);
    hash
}

/// The ids that a sentence speaks of. None when it is not well formed.
pub(crate) fn mentioned(text: &str) -> Vec<String> {
    let id = |piece| match piece {
        Piece::Term { id, .. }
        | Piece::Fee(id)
        | Piece::Deadline(id)
        | Piece::Office(id)
        | Piece::Contact(id) => Some(id),
        Piece::Text(_) | Piece::Strong(_) => None,
    };
    markup::parse(text).unwrap_or_default().into_iter().filter_map(id).collect()
}

/// A record as canonical JSON: going through `Value` sorts its keys.
fn line(id: &str, record: &Record) -> Result<String, DraftError> {
    let value = serde_json::to_value(record)
        .map_err(|error| DraftError::NotJson { id: id.to_owned(), reason: error.to_string() })?;
    Ok(value.to_string())
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
