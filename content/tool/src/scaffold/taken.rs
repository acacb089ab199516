//! Which ids there are, in the whole folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::finding::Place;
use crate::source::files::Files;
use crate::source::kind::Kind;
use crate::source::load::{all_ids, is_id};

use super::error::ScaffoldError;

/// Where items wait to be published. They have their ids already.
const DRAFTS: &str = "drafts";

/// The ids of a content folder, of all territories and kinds.
pub(super) struct Taken<'d> {
    dir: &'d Path,
    ids: BTreeMap<String, (Kind, Place)>,
    waiting: BTreeMap<String, (Kind, Place)>,
}

impl<'d> Taken<'d> {
    /// Reads a content folder.
    pub(super) fn of(dir: &'d Path) -> Result<Self, ScaffoldError> {
        if !dir.join("facts").is_dir() && !dir.join("territories").is_dir() {
            return Err(ScaffoldError::NotContent(dir.display().to_string()));
        }
        Ok(Self { dir, ids: all_ids(dir), waiting: all_ids(&dir.join(DRAFTS)) })
    }

    /// Whether a new item may have an id. Words whose item is gone still hold its id.
    pub(super) fn check_free(&self, id: &str) -> Result<(), ScaffoldError> {
        if !is_id(id) {
            return Err(ScaffoldError::NotAnId(id.to_owned()));
        }
        let taken = |file: String| ScaffoldError::Taken { id: id.to_owned(), file };
        if let Some((_, place)) = self.ids.get(id) {
            return Err(taken(place.file.clone()));
        }
        if let Some((_, place)) = self.waiting.get(id) {
            return Err(taken(format!("{DRAFTS}/{}", place.file)));
        }
        match self.words_of(id) {
            Some(file) => Err(taken(file)),
            None => Ok(()),
        }
    }

    fn words_of(&self, id: &str) -> Option<String> {
        let mut languages: Vec<String> = std::fs::read_dir(self.dir.join("text"))
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        languages.sort();
        let files = languages.into_iter().map(|lang| format!("text/{lang}/{id}.yaml"));
        files.into_iter().find(|file| self.dir.join(file).exists())
    }

    /// Whether there is an item of a kind; else which there are.
    pub(super) fn check_there(&self, kind: Kind, id: &str) -> Result<(), ScaffoldError> {
        match self.ids.get(id) {
            Some((found, _)) if *found == kind => Ok(()),
            _ => Err(ScaffoldError::NoSuch { kind, id: id.to_owned(), there: self.all(kind) }),
        }
    }

    /// The kind of an item.
    pub(super) fn kind(&self, id: &str) -> Option<Kind> {
        self.ids.get(id).map(|(kind, _)| *kind)
    }

    /// What the items of a kind have in a field, each value once.
    pub(super) fn values(&self, kind: Kind, field: &str) -> Vec<String> {
        let mut files = Files::of(self.dir);
        let of_kind = self.ids.values().filter(|(found, _)| *found == kind);
        let values: BTreeSet<String> = of_kind
            .filter_map(|(_, place)| files.node(&place.file)?.get(field)?.text().map(str::to_owned))
            .filter(|value| !value.is_empty())
            .collect();
        values.into_iter().collect()
    }

    /// All items of a kind.
    pub(super) fn all(&self, kind: Kind) -> Vec<String> {
        let found = self.ids.iter().filter(|(_, (found, _))| *found == kind);
        found.map(|(id, _)| id.clone()).collect()
    }
}
