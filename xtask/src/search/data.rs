//! Documents and queries as they lie in two folders: `<language>.jsonl`, one JSON object a line.
//!
//! Fields that are not known are left aside, so that data of others can be used as they are. What cannot be understood is an
//! error that names the file and the line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::terminal::{Outcome, aside};

/// A page in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Document {
    /// Which page it is: the same name in every language.
    pub(super) page: String,
    pub(super) title: String,
    pub(super) body: String,
}

impl Document {
    /// How much text it has, in bytes of UTF-8.
    pub(super) fn bytes(&self) -> u64 {
        (self.title.len() + self.body.len()) as u64
    }
}

/// The ways in which one question is asked, and their names in files and figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// A sentence.
    Full,
    /// Up to three words.
    Short,
    /// The sentence, misspelt.
    FullTypo,
    /// The words, misspelt.
    ShortTypo,
    /// The words without diacritics, or as a keyboard makes it easy.
    ShortLazy,
}

impl Form {
    pub(super) const ALL: [Self; 5] =
        [Self::Full, Self::Short, Self::FullTypo, Self::ShortTypo, Self::ShortLazy];

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::FullTypo => "full_typo",
            Self::ShortTypo => "short_typo",
            Self::ShortLazy => "short_lazy",
        }
    }
}

/// A question and the page that answers it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Query {
    pub(super) page: String,
    full: Option<String>,
    short: Option<String>,
    full_typo: Option<String>,
    short_typo: Option<String>,
    short_lazy: Option<String>,
}

impl Query {
    /// A query that has one form only: a few words.
    pub(super) fn short(page: &str, words: String) -> Self {
        Self {
            page: page.to_owned(),
            full: None,
            short: Some(words),
            full_typo: None,
            short_typo: None,
            short_lazy: None,
        }
    }

    /// Its words in a form, if it has that form.
    pub(super) fn words(&self, form: Form) -> Option<&str> {
        match form {
            Form::Full => self.full.as_deref(),
            Form::Short => self.short.as_deref(),
            Form::FullTypo => self.full_typo.as_deref(),
            Form::ShortTypo => self.short_typo.as_deref(),
            Form::ShortLazy => self.short_lazy.as_deref(),
        }
    }
}

/// Everything that is searched and asked, by language.
#[derive(Debug)]
pub(super) struct Collection {
    pub(super) documents: BTreeMap<String, Vec<Document>>,
    pub(super) queries: BTreeMap<String, Vec<Query>>,
}

impl Collection {
    /// Reads both folders. An error when no language has pages and queries.
    pub(super) fn read(documents: &Path, queries: &Path) -> Outcome<Self> {
        let collection = Self { documents: folder(documents)?, queries: folder(queries)? };
        if collection.languages().next().is_none() {
            return Err(format!(
                "no language has a file in {} and in {}",
                documents.display(),
                queries.display()
            )
            .into());
        }
        collection.note_what_cannot_be_found()?;
        Ok(collection)
    }

    /// The languages with pages and queries, with both.
    pub(super) fn languages(&self) -> impl Iterator<Item = (&str, &[Document], &[Query])> {
        self.documents.iter().filter_map(|(language, documents)| {
            let queries = self.queries.get(language)?;
            Some((language.as_str(), documents.as_slice(), queries.as_slice()))
        })
    }

    /// The official language: the one that was named, else German, else the first.
    pub(super) fn official(&self, named: Option<&str>) -> Outcome<String> {
        let has = |wanted: &str| self.languages().any(|(language, ..)| language == wanted);
        match named {
            Some(named) if has(named) => Ok(named.to_owned()),
            Some(named) => Err(format!("the language {named} has no pages or no queries").into()),
            None if has("de") => Ok("de".to_owned()),
            None => {
                let first = self.languages().next().map(|(language, ..)| language.to_owned());
                first.ok_or_else(|| "no language has pages and queries".into())
            }
        }
    }

    /// Says what counts as not found whatever an engine does, and what is not asked at all.
    fn note_what_cannot_be_found(&self) -> Outcome {
        for (language, documents, queries) in self.languages() {
            let pages: BTreeSet<&str> = documents.iter().map(|found| found.page.as_str()).collect();
            let lost = queries.iter().filter(|query| !pages.contains(query.page.as_str())).count();
            if lost > 0 {
                aside(format!("{language}: {lost} queries ask for a page that is not there"))?;
            }
        }
        for language in self.queries.keys().filter(|tag| !self.documents.contains_key(*tag)) {
            aside(format!("{language}: has queries and no pages; left out"))?;
        }
        Ok(())
    }
}

/// All files of a folder, by language.
fn folder<T: DeserializeOwned>(folder: &Path) -> Outcome<BTreeMap<String, Vec<T>>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut languages = BTreeMap::new();
    for entry in entries {
        let path = entry?.path();
        let Some(language) = path.file_stem().and_then(|name| name.to_str()) else { continue };
        if path.extension().is_some_and(|ending| ending == "jsonl") {
            languages.insert(language.to_owned(), lines(&path)?);
        }
    }
    match languages.is_empty() {
        true => Err(format!("{} has no <language>.jsonl", folder.display()).into()),
        false => Ok(languages),
    }
}

/// All records of a file. Empty lines are none.
fn lines<T: DeserializeOwned>(path: &Path) -> Outcome<Vec<T>> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut records = Vec::new();
    for (number, line) in (1..).zip(BufReader::new(file).lines()) {
        let at = |error: &dyn std::fmt::Display| format!("{}:{number}: {error}", path.display());
        let line = line.map_err(|error| at(&error))?;
        let line = line.trim_start_matches('\u{feff}').trim();
        if !line.is_empty() {
            records.push(serde_json::from_str(line).map_err(|error| at(&error))?);
        }
    }
    match records.is_empty() {
        true => Err(format!("{} is empty", path.display()).into()),
        false => Ok(records),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const PAGE: &str = r#"{"page": "p", "title": "t", "body": "b", "region": 7}"#;
    const QUERY: &str = r#"{"id": "x", "page": "p", "short": "t", "full": null}"#;

    fn write(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    fn error(documents: &[(&str, &str)], queries: &[(&str, &str)]) -> String {
        let (documents, queries) = (write(documents), write(queries));
        Collection::read(documents.path(), queries.path()).unwrap_err().to_string()
    }

    #[test]
    fn languages_are_the_names_of_files_and_unknown_fields_do_no_harm() {
        let documents = write(&[
            ("si.jsonl", &format!("\u{feff}{PAGE}\r\n\n")),
            ("zh-Hans.jsonl", PAGE),
            ("README.md", "no data"),
        ]);
        let queries = write(&[("si.jsonl", QUERY), ("fr.jsonl", QUERY)]);
        let read = Collection::read(documents.path(), queries.path()).unwrap();
        assert_eq!(read.documents.keys().collect::<Vec<_>>(), ["si", "zh-Hans"]);
        let (language, pages, asked) = read.languages().next().unwrap();
        assert_eq!((language, pages.len(), asked.len()), ("si", 1, 1));
        assert_eq!(asked.first().unwrap().words(Form::Short), Some("t"));
        assert_eq!(asked.first().unwrap().words(Form::Full), None);
        assert_eq!(read.official(None).unwrap(), "si");
        assert!(read.official(Some("fr")).unwrap_err().to_string().contains("fr"));
    }

    #[test]
    fn what_cannot_be_read_is_named_with_file_and_line() {
        let good = [("it.jsonl", PAGE)];
        let broken = format!("{PAGE}\n\n{{\"page\": \"q\"");
        assert!(error(&[("it.jsonl", &broken)], &good).contains("it.jsonl:3: "));
        let missing = error(&[("it.jsonl", r#"{"page": "q", "title": "t"}"#)], &good);
        assert!(missing.contains("it.jsonl:1: missing field `body`"), "{missing}");
        assert!(error(&good, &[("it.jsonl", "[]")]).contains("it.jsonl:1: "));
        assert!(error(&good, &[("it.jsonl", "\n")]).contains("it.jsonl is empty"));
        assert!(error(&good, &[("it.txt", QUERY)]).contains("no <language>.jsonl"));
        assert!(error(&good, &[("en.jsonl", QUERY)]).contains("no language"));
        let nowhere = Collection::read(Path::new("/nowhere"), Path::new("/nowhere"));
        assert!(nowhere.unwrap_err().to_string().contains("/nowhere"));
    }

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_line() {
        let documents = write(&[]);
        fs::write(documents.path().join("it.jsonl"), b"\n\xff\xfe\n").unwrap();
        let queries = write(&[("it.jsonl", QUERY)]);
        let error = Collection::read(documents.path(), queries.path()).unwrap_err();
        assert!(error.to_string().contains("it.jsonl:2: "), "{error}");
    }
}
