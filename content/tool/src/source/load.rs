//! Loads a content folder: all items, all words, and all that is wrong with their files.

use std::collections::BTreeMap;
use std::path::Path;

use crate::finding::{Both, Finding, Place, Problem, Severity, both};
use crate::progress::{Draw, UNSEEN};

use super::cases::{self, Cases};
use super::compile::{self, Item, Origin};
use super::files::{Files, Named};
use super::kind::{FACT_FOLDERS, Kind};
use super::validate::Known;
use super::words::{self, ItemWords, State};
use super::yaml::Node;
use super::{scalars, schema, territory};

/// The folders of a content folder: those that are read here, and those that stand beside them.
const FOLDERS: [&str; 9] =
    ["facts", "territories", "operators", "text", "ui", "state", "drafts", "tests", "tool"];

/// What a content folder holds, for one territory.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// The territory that was loaded.
    pub territory: String,
    /// `it`, then every language that has a folder, sorted.
    pub languages: Vec<String>,
    /// The items that could be read, by id.
    pub items: BTreeMap<String, Item>,
    /// The kind of every id there is, also of those whose file could not be read.
    pub known: BTreeMap<String, Kind>,
    /// What the municipalities' files of overlays hold, by file.
    pub overlays: BTreeMap<String, Node>,
    /// For each language the words by item.
    pub words: BTreeMap<String, BTreeMap<String, ItemWords>>,
    /// For each language that has such a file, how its translations came about, by item.
    pub state: BTreeMap<String, BTreeMap<String, State>>,
    /// The Fluent source of each language that has one.
    pub ui: BTreeMap<String, String>,
    /// The tables of cases for trees, by the tree's id.
    pub tree_cases: BTreeMap<String, Cases>,
    /// The tables of cases for dates, by the name of the file.
    pub date_cases: BTreeMap<String, Cases>,
    /// The tables of what people type into the search (`query`) and of what must be found (`procedure`), by language.
    pub search_cases: BTreeMap<String, Cases>,
    /// What was wrong with the files themselves.
    pub findings: Vec<Finding>,
}

/// Why a content folder cannot be loaded at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// There is no such folder, or it holds no content.
    #[error("{0}: not a content folder (it has no “facts” and no “territories”)")]
    NotContent(String),
    /// No territory was named, and there are several, or none.
    #[error("name one territory: {}", .0.join(", "))]
    WhichTerritory(Vec<String>),
    /// The territory that was named is not there.
    #[error("there is no territory “{0}”; there are: {list}", list = .1.join(", "))]
    NoSuchTerritory(String, Vec<String>),
}

impl LoadError {
    /// The same as a sentence for editors.
    pub fn say(&self) -> Both {
        match self {
            Self::NotContent(path) => both(
                format!(
                    "«{path}» non è una cartella di contenuti: mancano «facts» e «territories»."
                ),
                format!(
                    "“{path}” is not a content folder: it has no “facts” and no “territories”."
                ),
            ),
            Self::WhichTerritory(there) if there.is_empty() => both(
                "La cartella «territories» non contiene nessun territorio.",
                "The folder “territories” holds no territory.",
            ),
            Self::WhichTerritory(there) => both(
                format!(
                    "I territori sono più d'uno: scegli con --territory tra {}.",
                    there.join(", ")
                ),
                format!(
                    "There are several territories: choose with --territory among {}.",
                    there.join(", ")
                ),
            ),
            Self::NoSuchTerritory(id, there) => both(
                format!("Il territorio «{id}» non esiste. Ci sono: {}.", there.join(", ")),
                format!("There is no territory “{id}”. There are: {}.", there.join(", ")),
            ),
        }
    }
}

impl Content {
    /// The items of a kind, by id.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items.values().filter(move |item| item.kind == kind)
    }

    /// Whether some file could not be read, so that nothing may be built.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// The territories of a content folder.
pub fn territories(dir: &Path) -> Vec<String> {
    Files::of(dir).folders("territories")
}

/// Loads a content folder for one territory: the named one, or the only one there is.
///
/// # Errors
/// Only when there is nothing to load. What is wrong inside the files is in [`Content::findings`].
pub fn load(dir: &Path, territory: Option<&str>) -> Result<Content, LoadError> {
    load_languages(dir, territory, &|_| true, UNSEEN)
}

/// The same, drawing how many of the files are read.
///
/// # Errors
/// Those of [`load`].
pub fn load_watched(
    dir: &Path,
    territory: Option<&str>,
    draw: Draw<'_>,
) -> Result<Content, LoadError> {
    load_languages(dir, territory, &|_| true, draw)
}

/// The same with the words of Italian and of those languages alone that are wanted.
///
/// # Errors
/// Those of [`load`].
pub fn load_languages(
    dir: &Path,
    territory: Option<&str>,
    wanted: &dyn Fn(&str) -> bool,
    draw: Draw<'_>,
) -> Result<Content, LoadError> {
    if !dir.join("facts").is_dir() && !dir.join("territories").is_dir() {
        return Err(LoadError::NotContent(dir.display().to_string()));
    }
    let id = choose(territories(dir), territory)?;
    let mut files = Files::watched(dir, draw);
    let mut content = Content { territory: id.clone(), ..Content::default() };
    files.misspelt_folders(&FOLDERS);
    load_items(&mut files, &mut content, &id);
    load_words(&mut files, &mut content, wanted);
    load_cases(&mut files, &mut content);
    content.findings = files.findings;
    content.findings.sort();
    content.findings.dedup();
    Ok(content)
}

fn choose(there: Vec<String>, wanted: Option<&str>) -> Result<String, LoadError> {
    match (wanted, there.as_slice()) {
        (Some(wanted), _) if there.iter().any(|id| id == wanted) => Ok(wanted.to_owned()),
        (Some(wanted), _) => Err(LoadError::NoSuchTerritory(wanted.to_owned(), there)),
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(LoadError::WhichTerritory(there)),
    }
}

fn load_items(files: &mut Files<'_>, content: &mut Content, territory: &str) {
    let folders: Vec<&str> = FACT_FOLDERS.iter().map(|(folder, _)| *folder).collect();
    files.only_folders("facts", &folders);
    let facts = facts(files);
    let place = territory::Source::read(files, territory);
    let notes = notes(files);

    let mut ids = fact_ids(&facts);
    ids.extend(place.ids());
    ids.extend(note_ids(&notes));
    content.known = unique(files, ids);

    let known = &content.known;
    let mut items: Vec<Item> = facts
        .iter()
        // Of two files with one id the first counts; the other was reported.
        .filter(|(named, kind)| known.get(&named.id) == Some(kind))
        .filter_map(|(named, kind)| compile::named(files, named, *kind, known))
        .collect();
    items.extend(place.compile(files, known, &mut content.overlays));
    items.extend(notes.iter().filter_map(|(named, node)| note(files, named, node, known)));
    content.items = items.into_iter().map(|item| (item.id.clone(), item)).collect();
}

/// Every id of a content folder, of all territories, with its kind and where it was given. A retired item still has its
/// file, and so its id.
pub(crate) fn all_ids(dir: &Path) -> BTreeMap<String, (Kind, Place)> {
    let mut files = Files::of(dir);
    let mut ids = fact_ids(&facts(&mut files));
    for territory in files.folders("territories") {
        ids.extend(territory::Source::read(&mut files, &territory).ids());
    }
    ids.extend(note_ids(&notes(&mut files)));
    ids.into_iter().map(|(id, kind, place)| (id, (kind, place))).collect()
}

fn facts(files: &mut Files<'_>) -> Vec<(Named, Kind)> {
    let mut facts = Vec::new();
    for (folder, kind) in FACT_FOLDERS {
        let named = files.named(&format!("facts/{folder}"), ".yaml");
        facts.extend(named.into_iter().map(|named| (named, kind)));
    }
    facts
}

fn fact_ids(facts: &[(Named, Kind)]) -> Vec<(String, Kind, Place)> {
    facts.iter().map(|(named, kind)| (named.id.clone(), *kind, Place::top(&named.file))).collect()
}

fn note_ids(notes: &[(Named, Node)]) -> impl Iterator<Item = (String, Kind, Place)> {
    notes.iter().filter_map(|(named, node)| {
        let id = node.get("id")?;
        Some((id.text()?.to_owned(), Kind::OperatorNote, id.place(&named.file)))
    })
}

/// The kind of each id. Ids that are no slugs or stand twice are reported; the first one counts.
fn unique(files: &mut Files<'_>, ids: Vec<(String, Kind, Place)>) -> Known {
    let mut known: BTreeMap<String, (Kind, Place)> = BTreeMap::new();
    for (id, kind, place) in ids {
        if !is_id(&id) {
            files.error(&place, not_an_id(&id));
        }
        if let Some((_, first)) = known.get(&id) {
            let problem = twice(&id, first);
            files.error(&place, problem);
        } else {
            known.insert(id, (kind, place));
        }
    }
    known.into_iter().map(|(id, (kind, _))| (id, kind)).collect()
}

/// Whether a text can be the id of an item.
pub(crate) fn is_id(id: &str) -> bool {
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    // In the packs of words, «ui» is the name of the app's own.
    !id.is_empty() && id.bytes().all(good) && id != "ui"
}

/// The operators' notes, each with the file it stands in.
fn notes(files: &mut Files<'_>) -> Vec<(Named, Node)> {
    let mut notes = Vec::new();
    for named in files.named("operators", ".yaml") {
        let Some(node) = files.node(&named.file) else { continue };
        if node.list().is_empty() {
            files.error(&node.place(&named.file), no_notes());
        }
        notes.extend(node.list().iter().map(|node| (named.clone(), node.clone())));
    }
    notes
}

fn note(files: &mut Files<'_>, named: &Named, node: &Node, known: &Known) -> Option<Item> {
    if known.get(&named.id) != Some(&Kind::Procedure) {
        // Like words without an item: an editor may take a procedure away first and its notes later.
        files.findings.push(no_procedure(&named.id).warning(&Place::top(&named.file)));
        return None;
    }
    let id = node.get("id").and_then(Node::text).unwrap_or_default();
    let origin = Origin { id, kind: Kind::OperatorNote, file: &named.file };
    let mut fields = compile::fields(origin, node, known, &mut files.findings)?;
    fields.insert("procedure".to_owned(), named.id.as_str().into());
    compile::item(origin, node, fields, &mut files.findings)
}

fn load_words(files: &mut Files<'_>, content: &mut Content, wanted: &dyn Fn(&str) -> bool) {
    files.no_files("text");
    content.languages = vec!["it".to_owned()];
    let folders = files.folders("text").into_iter();
    content.languages.extend(folders.filter(|lang| lang != "it" && wanted(lang)));
    for lang in content.languages.clone() {
        if !scalars::is_language(&lang) {
            files.error(&Place::top(format!("text/{lang}")), not_a_language(&lang));
        }
        content.words.insert(lang.clone(), words::language(files, &lang));
        if let Some(states) = words::states(files, &lang) {
            content.state.insert(lang, states);
        }
    }
    for named in files.named("state", ".yaml") {
        if !content.languages.contains(&named.id) {
            let problem = state_of_no_language(&named.id).warning(&Place::top(&named.file));
            files.findings.push(problem);
        }
    }
    for named in files.named("ui", ".ftl") {
        content.ui.extend(files.text(&named.file).map(|text| (named.id, text)));
    }
}

/// The folders of `tests`: what must keep its answer.
const TESTS: [&str; 3] = ["trees", "dates", "search"];

fn load_cases(files: &mut Files<'_>, content: &mut Content) {
    files.only_folders("tests", &TESTS);
    content.tree_cases = cases::read(files, "trees", schema::TREE_CASES, &content.known);
    content.date_cases = cases::read(files, "dates", schema::DATE_CASES, &content.known);
    content.search_cases = cases::read(files, "search", schema::SEARCH_CASES, &content.known);
}

fn not_an_id(id: &str) -> Problem {
    Problem::new(
        "not-an-id",
        both(
            format!("«{id}» non può essere l'id di una voce."),
            format!("“{id}” cannot be the id of an item."),
        ),
        both(
            "Usa solo lettere minuscole senza accento, cifre e trattini.",
            "Use only small letters without accents, digits and hyphens.",
        ),
    )
}

fn twice(id: &str, first: &Place) -> Problem {
    Problem::new(
        "duplicate-id",
        both(
            format!("L'id «{id}» c'è già: {} riga {}.", first.file, first.line),
            format!("The id “{id}” exists already: {} line {}.", first.file, first.line),
        ),
        both(
            "Dai a una delle due voci un altro id: ogni id vale per una voce sola, di qualunque tipo.",
            "Give one of the two items another id: an id belongs to one item only, of whatever kind.",
        ),
    )
}

fn no_notes() -> Problem {
    Problem::new(
        "no-notes",
        both("Qui ci vuole un elenco di note.", "This must be a list of notes."),
        both(
            "Comincia ogni nota con «- id: …» o elimina il file.",
            "Begin each note with “- id: …” or delete the file.",
        ),
    )
}

fn no_procedure(id: &str) -> Problem {
    Problem::new(
        "orphan-notes",
        both(
            format!("La procedura «{id}» non esiste: queste note non vengono pubblicate."),
            format!("There is no procedure “{id}”: these notes are not published."),
        ),
        both(
            "Elimina il file, o chiamalo con l'id della procedura a cui si riferiscono le note.",
            "Delete the file, or name it after the id of the procedure that the notes are about.",
        ),
    )
}

fn state_of_no_language(lang: &str) -> Problem {
    Problem::new(
        "state-without-language",
        both(
            format!("Per «{lang}» c'è lo stato delle traduzioni, ma nessun testo."),
            format!("For “{lang}” there is the state of translations, but no texts."),
        ),
        both(
            format!("Elimina il file, o ripristina la cartella text/{lang}."),
            format!("Delete the file, or restore the folder text/{lang}."),
        ),
    )
}

fn not_a_language(lang: &str) -> Problem {
    Problem::new(
        "not-a-language",
        both(
            format!("«{lang}» non è una sigla di lingua."),
            format!("“{lang}” is not a language tag."),
        ),
        both(
            "Chiama la cartella per esempio en, ar, zh-Hans.",
            "Name the folder for example en, ar, zh-Hans.",
        ),
    )
}
