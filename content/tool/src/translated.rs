//! Records how translations came about: the only writer of `state/<lang>.yaml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use cittadini_core::model::TranslationKind;
use jiff::civil::Date;

use crate::draft::source_hash;
use crate::finding::{Both, Finding, both};
use crate::source::files::Files;
use crate::source::scalars;
use crate::source::words::{self, ItemWords, State};

/// Why nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum TranslatedError {
    /// Italian is the original, or this is no language tag.
    #[error("“{0}” is not a language that is translated into")]
    NotALanguage(String),
    /// A translation is by machine, human, or reviewed.
    #[error("a translation is by machine, human, or reviewed")]
    NotAKind,
    /// Roles are slugs, never names.
    #[error("“{0}” is not a role")]
    NotARole(String),
    /// These items have no words in one of the two languages.
    #[error("no words in Italian or no translation: {}", .0.join(", "))]
    NoWords(Vec<String>),
    /// The files must be mended first.
    #[error("{} errors in the words or in the file of states", .0.len())]
    Unsound(Vec<Finding>),
    /// The file could not be written. The old one is as it was.
    #[error("{0}: {1}")]
    Write(String, #[source] std::io::Error),
}

impl TranslatedError {
    /// The same as a sentence for editors.
    pub fn say(&self) -> Both {
        match self {
            Self::NotALanguage(lang) => both(
                format!(
                    "«{lang}» non è una lingua in cui si traduce. Scrivi per esempio en, ar, zh-Hans."
                ),
                format!(
                    "“{lang}” is not a language that is translated into. Write for example en, ar, zh-Hans."
                ),
            ),
            Self::NotAKind => both(
                "Una traduzione è «machine», «human» o «reviewed».",
                "A translation is “machine”, “human” or “reviewed”.",
            ),
            Self::NotARole(role) => both(
                format!(
                    "«{role}» non è un ruolo: usa lettere minuscole e trattini, mai il nome di una persona."
                ),
                format!(
                    "“{role}” is not a role: use small letters and hyphens, never a person's name."
                ),
            ),
            Self::NoWords(ids) => both(
                format!("Manca il testo italiano o la traduzione di: {}.", ids.join(", ")),
                format!(
                    "The Italian words or the translation are missing for: {}.",
                    ids.join(", ")
                ),
            ),
            Self::Unsound(findings) => both(
                format!(
                    "Prima correggi gli errori nei file ({}): «cittadini check» li elenca.",
                    findings.len()
                ),
                format!(
                    "First mend the errors in the files ({}): “cittadini check” lists them.",
                    findings.len()
                ),
            ),
            Self::Write(file, error) => both(
                format!("Il file «{file}» non si può scrivere: {error}."),
                format!("The file “{file}” cannot be written: {error}."),
            ),
        }
    }
}

/// Records that the translations of these items (none means all there are) into a language were made from the Italian
/// words as they stand now. Returns how many were recorded. States of translations that are gone are dropped.
///
/// # Errors
/// See [`TranslatedError`]; then the file is as it was.
pub fn record_translations(
    dir: &Path,
    lang: &str,
    ids: &[String],
    kind: TranslationKind,
    by_role: &str,
    on: Date,
) -> Result<usize, TranslatedError> {
    if lang == "it" || !scalars::is_language(lang) {
        return Err(TranslatedError::NotALanguage(lang.to_owned()));
    }
    if kind == TranslationKind::Original {
        return Err(TranslatedError::NotAKind);
    }
    if !scalars::is_slug(by_role) {
        return Err(TranslatedError::NotARole(by_role.to_owned()));
    }
    let mut files = Files::of(dir);
    let italian = words::language(&mut files, "it");
    let translated = words::language(&mut files, lang);
    let mut states = words::states(&mut files, lang).unwrap_or_default();
    if !files.findings.is_empty() {
        return Err(TranslatedError::Unsound(files.findings));
    }
    let wanted: Vec<&String> = match ids {
        [] => translated.iter().filter(|(_, it)| !it.only_aliases()).map(|(id, _)| id).collect(),
        ids => ids.iter().collect(),
    };
    let to_read = |words: Option<&ItemWords>| words.is_some_and(|words| !words.only_aliases());
    let complete = |id: &str| to_read(translated.get(id)) && to_read(italian.get(id));
    let without: Vec<String> =
        wanted.iter().filter(|id| !complete(id)).map(|id| (*id).clone()).collect();
    if !without.is_empty() {
        return Err(TranslatedError::NoWords(without));
    }
    for id in &wanted {
        let Some(original) = italian.get(*id) else { continue };
        let by = by_role.to_owned();
        let state = State { source: source_hash(original), kind, by, on, line: 0 };
        states.insert((*id).clone(), state);
    }
    states.retain(|id, _| complete(id));
    write(dir, lang, &states)?;
    Ok(wanted.len())
}

fn write(dir: &Path, lang: &str, states: &BTreeMap<String, State>) -> Result<(), TranslatedError> {
    let file = format!("state/{lang}.yaml");
    let folder = dir.join("state");
    let fresh = folder.join(format!(".{lang}.yaml.new"));
    let failed = |error| TranslatedError::Write(file.clone(), error);
    std::fs::create_dir_all(&folder).map_err(failed)?;
    std::fs::write(&fresh, text(states)).map_err(failed)?;
    std::fs::rename(&fresh, dir.join(&file)).map_err(failed)
}

fn text(states: &BTreeMap<String, State>) -> String {
    let mut text = String::from("# Written by «cittadini translated», not by hand.\n");
    if states.is_empty() {
        text.push_str("{}\n");
    }
    for (id, State { source, kind, by, on, .. }) in states {
        let kind = match kind {
            TranslationKind::Human => "human",
            TranslationKind::Reviewed => "reviewed",
            TranslationKind::Machine | TranslationKind::Original => "machine",
        };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{id}: {{source: \"{source}\", kind: {kind}, by: {by}, on: {on}}}");
    }
    text
}

#[cfg(test)]
#[path = "translated_tests.rs"]
mod tests;
