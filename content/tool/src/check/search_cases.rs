//! Whether the tables of searches hold what people type, and not what stands in the content: a table of titles and aliases
//! proves nothing of a search.

use std::collections::{BTreeMap, BTreeSet};

use cittadini_core::model::Record;
use cittadini_core::search::fold;

use crate::finding::{Place, Problem, both};
use crate::source::cases::Cases;
use crate::source::kind::Kind;
use crate::source::load::Content;

use super::checker::{Checker, place_in};
use super::names::normal;

/// How many of a hundred queries may be a title or an alias as it stands.
const MOST_KNOWN_PERCENT: usize = 30;

/// Checks all tables of searches.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    if content.search_cases.is_empty() {
        return;
    }
    let names = names(content);
    for (lang, table) in &content.search_cases {
        if !content.languages.contains(lang) {
            checker.error(&Place::top(&table.file), no_language(lang));
        }
        of_language(checker, &names, table);
    }
}

fn of_language(checker: &mut Checker<'_>, names: &BTreeSet<String>, table: &Cases) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut known = Vec::new();
    let mut found = BTreeSet::new();
    for case in &table.cases {
        let query = case.text("query").unwrap_or_default();
        let folded = folded(query);
        if names.contains(&folded) {
            known.push(query);
        }
        match seen.get(&folded) {
            Some(line) => {
                checker.error(&place_in(&case.node, &table.file, "query"), twice(query, *line));
            }
            None => drop(seen.insert(folded, case.node.line)),
        }
        found.extend(case.text("procedure"));
    }
    if known.len() * 100 > table.cases.len() * MOST_KNOWN_PERCENT {
        checker.error(&Place::top(&table.file), too_easy(&known, table.cases.len()));
    }
    let procedures = checker.content.of_kind(Kind::Procedure).map(|item| item.id.as_str());
    let missing: Vec<&str> = procedures.filter(|id| !found.contains(id)).collect();
    if !missing.is_empty() && !table.cases.is_empty() {
        checker.warning(&Place::top(&table.file), never_searched(&missing));
    }
}

/// Every title, name and alias in every language, folded.
fn names(content: &Content) -> BTreeSet<String> {
    let words = content.words.values().flat_map(BTreeMap::values).flat_map(|words| {
        let titles = ["title", "name"].into_iter().filter_map(|key| words.values.get(key));
        titles.chain(&words.aliases).map(|sentence| sentence.text.as_str())
    });
    let in_facts = content.items.values().flat_map(|item| {
        let (aka, acronym) = match &item.record {
            Record::Term(term) => (term.aka.as_slice(), term.acronym.as_deref()),
            Record::Document(document) => (document.aka.as_slice(), None),
            _ => (&[][..], None),
        };
        let name_it = item.json.get("name_it").and_then(serde_json::Value::as_str);
        aka.iter().map(String::as_str).chain(acronym).chain(name_it)
    });
    words.chain(in_facts).map(folded).collect()
}

/// Small letters without diacritics, and one blank for everything that is neither letter nor digit.
fn folded(text: &str) -> String {
    normal(&fold(text))
}

fn no_language(lang: &str) -> Problem {
    Problem::new(
        "search-cases-without-language",
        both(
            format!("Nessun testo è in «{lang}», la lingua di queste ricerche."),
            format!("There are no texts in “{lang}”, the language of these searches."),
        ),
        both(
            "Chiama il file con la sigla di una lingua della cartella text.",
            "Name the file after the tag of a language of the folder text.",
        ),
    )
}

fn twice(query: &str, line: usize) -> Problem {
    Problem::new(
        "duplicate-query",
        both(
            format!(
                "La ricerca «{query}» c'è già, alla riga {line} (maiuscole e accenti non contano)."
            ),
            format!(
                "The search “{query}” is there already, in line {line} (capitals and accents do not count)."
            ),
        ),
        both(
            "Lasciane una: una ricerca ha una sola procedura giusta.",
            "Keep one: a search has one right procedure.",
        ),
    )
}

fn too_easy(known: &[&str], count: usize) -> Problem {
    let some: Vec<&str> = known.iter().copied().take(5).collect();
    let (list, equal) = (some.join(", "), known.len());
    Problem::new(
        "search-cases-too-easy",
        both(
            format!(
                "{equal} ricerche su {count} sono uguali a un titolo o a un alias, al massimo {MOST_KNOWN_PERCENT} su 100 possono esserlo: {list}."
            ),
            format!(
                "{equal} searches of {count} equal a title or an alias, {MOST_KNOWN_PERCENT} in 100 may at most: {list}."
            ),
        ),
        both(
            "Scrivi le ricerche come le scrivono le persone, con errori e frasi a metà; non copiarle negli alias.",
            "Write the searches as people type them, with mistakes and half sentences; do not copy them into the aliases.",
        ),
    )
}

fn never_searched(missing: &[&str]) -> Problem {
    let list = missing.join(", ");
    Problem::new(
        "procedure-without-search",
        both(
            format!("In queste ricerche nessuno cerca: {list}."),
            format!("In these searches nobody looks for: {list}."),
        ),
        both(
            "Aggiungi come la cercherebbe una persona che ne ha bisogno.",
            "Add how a person who needs it would look for it.",
        ),
    )
}
