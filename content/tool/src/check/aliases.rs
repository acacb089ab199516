//! Whether aliases are what people type into a search: short names, each once, of items that somebody looks for.

use std::collections::BTreeSet;

use cittadini_core::content::markup::{self, Piece};

use crate::finding::{Place, Problem, both};
use crate::source::compile::Item;
use crate::source::words::{ItemWords, Sentence};

use super::checker::Checker;
use super::sentence::has_html;

/// How many an item may have in one language.
const MOST: usize = 40;

/// The characters that an alias may have: one letter finds everything, and nobody types a paragraph.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=60;

/// Checks the aliases of all languages.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    for (id, words) in content.words.values().flatten() {
        if let Some(item) = content.items.get(id) {
            of_item(checker, item, words);
        }
    }
}

fn of_item(checker: &mut Checker<'_>, item: &Item, words: &ItemWords) {
    let Some(first) = words.aliases.first() else { return };
    if !item.kind.has_aliases() {
        checker.error(&place(words, first), not_here(item));
        return;
    }
    if let Some(too_many) = words.aliases.get(MOST) {
        checker.error(&place(words, too_many), many(words.aliases.len()));
    }
    let titles = titles(item, words);
    let mut seen = BTreeSet::new();
    for alias in &words.aliases {
        let place = place(words, alias);
        let folded = alias.text.to_lowercase();
        let length = alias.text.chars().count();
        if !LENGTHS.contains(&length) {
            checker.error(&place, wrong_length(&alias.text, length));
        }
        if is_marked_up(&alias.text) {
            checker.error(&place, marked_up(&alias.text));
        }
        if titles.contains(&folded) {
            checker.warning(&place, same_as_title(&alias.text));
        }
        if !seen.insert(folded) {
            checker.error(&place, twice(&alias.text));
        }
    }
}

/// What the item is called where it is shown, in small letters.
fn titles(item: &Item, words: &ItemWords) -> Vec<String> {
    let own = ["title", "name"].iter().filter_map(|key| words.values.get(*key));
    let own: Vec<String> = own.map(|title| title.text.to_lowercase()).collect();
    match item.json.get("name_it").and_then(serde_json::Value::as_str) {
        // An office has no other title.
        Some(name) if own.is_empty() => vec![name.to_lowercase()],
        _ => own,
    }
}

/// Whether anything in it is more than plain words.
fn is_marked_up(alias: &str) -> bool {
    let plain =
        |pieces: Vec<Piece>| matches!(pieces.as_slice(), [Piece::Text(text)] if text == alias);
    has_html(alias) || !markup::parse(alias).is_ok_and(plain)
}

fn place(words: &ItemWords, alias: &Sentence) -> Place {
    Place { file: words.file.clone(), line: alias.line, column: alias.column }
}

fn not_here(item: &Item) -> Problem {
    Problem::new(
        "aliases-not-searched",
        both(
            format!(
                "Una voce di tipo «{}» non si cerca: qui «aliases» non serve.",
                item.kind.name_it()
            ),
            format!(
                "An item of kind “{}” is not searched: “aliases” is of no use here.",
                item.kind.name_en()
            ),
        ),
        both(
            "Sposta gli alias nella procedura, nel documento, nella voce del glossario, nel servizio, nel contatto o nell'ufficio che le persone cercano.",
            "Move the aliases to the procedure, document, term, service, contact or office that people look for.",
        ),
    )
}

fn many(count: usize) -> Problem {
    Problem::new(
        "too-many-aliases",
        both(
            format!("Gli alias sono {count}: al massimo {MOST}."),
            format!("There are {count} aliases: {MOST} at most."),
        ),
        both(
            "Tieni quelli che le persone usano di più; i plurali e gli errori di battitura li trova la ricerca.",
            "Keep those that people use most; the search finds plurals and slips of the pen by itself.",
        ),
    )
}

fn wrong_length(alias: &str, length: usize) -> Problem {
    let (least, most) = (LENGTHS.start(), LENGTHS.end());
    Problem::new(
        "alias-length",
        both(
            format!("L'alias «{alias}» ha {length} caratteri: ne servono da {least} a {most}."),
            format!("The alias “{alias}” has {length} characters: {least} to {most} are needed."),
        ),
        both(
            "Scrivi le poche parole con cui una persona cerca, non una frase.",
            "Write the few words by which a person looks for it, not a sentence.",
        ),
    )
}

fn marked_up(alias: &str) -> Problem {
    Problem::new(
        "alias-markup",
        both(
            format!("L'alias «{alias}» non è fatto di sole parole."),
            format!("The alias “{alias}” is not made of words alone."),
        ),
        both(
            "Togli asterischi, parentesi quadre e graffe, segnaposto e HTML: un alias è ciò che si scrive nella ricerca.",
            "Remove asterisks, square brackets and braces, placeholders and HTML: an alias is what is typed into a search.",
        ),
    )
}

fn twice(alias: &str) -> Problem {
    Problem::new(
        "duplicate-alias",
        both(
            format!("L'alias «{alias}» c'è già (maiuscole e minuscole non contano)."),
            format!("The alias “{alias}” is there already (capitals do not count)."),
        ),
        both("Lasciane uno.", "Keep one."),
    )
}

fn same_as_title(alias: &str) -> Problem {
    Problem::new(
        "alias-is-title",
        both(
            format!("L'alias «{alias}» è già il titolo: la ricerca lo trova comunque."),
            format!("The alias “{alias}” is the title already: the search finds it anyway."),
        ),
        both("Toglilo.", "Remove it."),
    )
}
