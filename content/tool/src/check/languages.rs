//! Whether every item has its words, in Italian first, and whether each translation has what Italian has.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Place, Problem, Severity, both};
use crate::source::compile::Item;
use crate::source::load::is_id;
use crate::source::scalars::nearest;
use crate::source::words::ItemWords;

use super::checker::{Checker, place};
use super::keys::{TextKey, keys};
use super::names::Names;
use super::sentence;

/// Checks the words of all languages.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    let names = Names::of(content);
    let none = BTreeMap::new();
    let italian = content.words.get("it").unwrap_or(&none);
    let broken: BTreeSet<&str> = content
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.file.as_str())
        .collect();
    let mut misnamed = BTreeSet::new();
    for item in content.items.values() {
        let words = italian.get(&item.id);
        if !original(checker, item, words, broken.contains(item.file.as_str())) {
            misnamed.insert(item.id.as_str());
        }
    }
    for lang in &content.languages {
        let all = content.words.get(lang).unwrap_or(&none);
        orphans(checker, lang, all);
        for (id, words) in all {
            wordless(checker, id, words);
            sentence::all(checker, &names, lang, words, italian.get(id));
            checker.progress.step();
        }
        if lang != "it" {
            translations(checker, lang, all, italian, &misnamed);
        }
    }
}

/// Checks that an item has all its Italian words, and no others. Returns whether the keys are those of the item, so that
/// translations can be held against them. `broken` says that the item itself has a mistake, which its keys may share.
fn original(
    checker: &mut Checker<'_>,
    item: &Item,
    words: Option<&ItemWords>,
    broken: bool,
) -> bool {
    let keys = keys(&item.record);
    let Some(words) = words else {
        // An id that cannot be one must change first.
        if !keys.is_empty() && is_id(&item.id) {
            checker.error(&place(item, ""), no_words(&item.id));
        }
        return true;
    };
    if keys.is_empty() {
        return true;
    }
    for TextKey { name, .. } in keys.iter().filter(|key| key.required) {
        if !words.broken && !words.values.contains_key(name) {
            checker.error(&Place::top(&words.file), no_key(name));
        }
    }
    let mut sound = true;
    for (name, sentence) in words.values.iter().filter(|_| !broken) {
        if !keys.iter().any(|key| key.name == *name) {
            let near = nearest(name, keys.iter().map(|key| key.name.as_str()));
            checker.error(&at(words, sentence), unknown_key(name, near));
            sound = false;
        }
    }
    sound
}

/// Reports the words of an item whose kind has none. Those of an office are its aliases alone.
fn wordless(checker: &mut Checker<'_>, id: &str, words: &ItemWords) {
    let Some(item) = checker.content.items.get(id) else { return };
    if keys(&item.record).is_empty() && !words.only_aliases() {
        checker.error(&Place::top(&words.file), wants_no_words(item));
    }
}

fn at(words: &ItemWords, sentence: &crate::source::words::Sentence) -> Place {
    Place { file: words.file.clone(), line: sentence.line, column: sentence.column }
}

/// Reports words whose item does not exist. An editor may have removed the item first, so nothing is wrong yet.
fn orphans(checker: &mut Checker<'_>, lang: &str, all: &BTreeMap<String, ItemWords>) {
    for (id, words) in all {
        if !checker.content.known.contains_key(id) {
            checker.warning(&Place::top(&words.file), orphan(id, lang));
        }
    }
}

/// Checks one language against Italian.
fn translations(
    checker: &mut Checker<'_>,
    lang: &str,
    all: &BTreeMap<String, ItemWords>,
    italian: &BTreeMap<String, ItemWords>,
    misnamed: &BTreeSet<&str>,
) {
    let mut missing = BTreeSet::new();
    let known = |id: &&String| checker.content.known.contains_key(*id);
    let translatable = italian.iter().filter(|(_, original)| !original.only_aliases());
    for (id, original) in translatable.filter(|(id, _)| known(id)) {
        match all.get(id).filter(|words| !words.only_aliases()) {
            Some(words) if words.broken || original.broken => {}
            // Whoever mends the key in Italian mends what seems wrong here.
            Some(_) if misnamed.contains(id.as_str()) => {}
            Some(words) => same_keys(checker, words, original),
            None => {
                missing.insert(id.as_str());
            }
        }
    }
    if !missing.is_empty() {
        checker.warning(
            &Place::top(format!("text/{lang}")),
            untranslated(lang, &missing, all.is_empty()),
        );
    }
}

fn same_keys(checker: &mut Checker<'_>, words: &ItemWords, original: &ItemWords) {
    for name in original.values.keys().filter(|name| !words.values.contains_key(*name)) {
        checker.error(&Place::top(&words.file), no_key(name));
    }
    for (name, sentence) in &words.values {
        if !original.values.contains_key(name) {
            let near = nearest(name, original.values.keys().map(String::as_str));
            checker.error(&at(words, sentence), not_in_italian(name, near));
        }
    }
}

fn no_words(id: &str) -> Problem {
    Problem::new(
        "no-words",
        both(
            format!("La voce «{id}» non ha testi in italiano."),
            format!("The item “{id}” has no Italian words."),
        ),
        both(
            format!("Crea il file text/it/{id}.yaml."),
            format!("Create the file text/it/{id}.yaml."),
        ),
    )
}

fn wants_no_words(item: &Item) -> Problem {
    let fix = match item.kind.has_aliases() {
        true => both(
            "Lascia solo «aliases», o elimina questo file.",
            "Keep “aliases” alone, or delete this file.",
        ),
        false => both("Elimina questo file.", "Delete this file."),
    };
    Problem::new(
        "wants-no-words",
        both(
            format!("Una voce di tipo «{}» non ha testi: «{}».", item.kind.name_it(), item.id),
            format!("An item of kind “{}” has no words: “{}”.", item.kind.name_en(), item.id),
        ),
        fix,
    )
}

fn no_key(name: &str) -> Problem {
    Problem::new(
        "missing-text",
        both(format!("Manca il testo «{name}»."), format!("The text “{name}” is missing.")),
        both(format!("Aggiungi la riga «{name}: …»."), format!("Add the line “{name}: …”.")),
    )
}

fn did_you_mean(near: Option<&str>) -> (String, String) {
    match near {
        Some(near) => (format!("Volevi scrivere «{near}»? "), format!("Did you mean “{near}”? ")),
        None => (String::new(), String::new()),
    }
}

fn unknown_key(name: &str, near: Option<&str>) -> Problem {
    let (it, en) = did_you_mean(near);
    Problem::new(
        "unknown-text",
        both(
            format!("La voce non ha un testo «{name}»."),
            format!("The item has no text “{name}”."),
        ),
        both(
            format!("{it}Togli la riga, o aggiungi alla voce ciò di cui parla."),
            format!("{en}Remove the line, or add to the item what it speaks of."),
        ),
    )
}

fn not_in_italian(name: &str, near: Option<&str>) -> Problem {
    let (it, en) = did_you_mean(near);
    Problem::new(
        "unknown-text",
        both(
            format!("In italiano il testo «{name}» non c'è."),
            format!("There is no text “{name}” in Italian."),
        ),
        both(
            format!("{it}Togli la riga, o scrivi prima il testo in italiano."),
            format!("{en}Remove the line, or write the Italian text first."),
        ),
    )
}

fn orphan(id: &str, lang: &str) -> Problem {
    Problem::new(
        "orphan-words",
        both(
            format!("La voce «{id}» non esiste: questi testi ({lang}) non vengono pubblicati."),
            format!("There is no item “{id}”: these words ({lang}) are not published."),
        ),
        both("Elimina il file o ripristina la voce.", "Delete the file or restore the item."),
    )
}

fn untranslated(lang: &str, missing: &BTreeSet<&str>, begun: bool) -> Problem {
    let count = missing.len();
    let some: Vec<&str> = missing.iter().copied().take(5).collect();
    let list = some.join(", ");
    let dots = if count > some.len() { ", …" } else { "." };
    let (it, en) = match count {
        1 => ("mancano i testi di una voce".to_owned(), "the words of one item".to_owned()),
        many => (format!("mancano i testi di {many} voci"), format!("the words of {many} items")),
    };
    Problem::new(
        "untranslated",
        both(
            format!("In «{lang}» {it}: {list}{dots}"),
            format!("In “{lang}” {en} are missing: {list}{dots}"),
        ),
        match begun {
            true => both(
                "Traduci la prima: fino ad allora la lingua non viene pubblicata.",
                "Translate the first: until then the language is not published.",
            ),
            false => both(
                "Traducili quando puoi: fino ad allora il lettore vede l'italiano.",
                "Translate them when you can: until then the reader sees Italian.",
            ),
        },
    )
}
