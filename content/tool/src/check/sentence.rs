//! Whether a sentence is well formed, says what the Italian one says, and says it in its own language.

use std::collections::BTreeSet;

use cittadini_core::content::markup::{self, MarkupError, Piece};

use crate::finding::{Place, Problem, both, did_you_mean};
use crate::source::kind::Kind;
use crate::source::scalars::nearest;
use crate::source::words::ItemWords;

use super::checker::Checker;
use super::names::Names;
use super::script::{Trouble, trouble};

/// Checks all sentences of an item in one language.
pub(super) fn all(
    checker: &mut Checker<'_>,
    names: &Names,
    lang: &str,
    words: &ItemWords,
    original: Option<&ItemWords>,
) {
    for (key, sentence) in &words.values {
        let place =
            Place { file: words.file.clone(), line: sentence.line, column: sentence.column };
        let pieces = match markup::parse(&sentence.text) {
            Ok(pieces) => pieces,
            Err(error) => {
                checker.error(&place, malformed(&sentence.text, &error));
                continue;
            }
        };
        references(checker, &place, &pieces);
        if has_html(&sentence.text) {
            checker.error(&place, html());
        }
        if lang == "it" {
            continue;
        }
        let italian =
            original.and_then(|original| original.values.get(key)).map(|it| it.text.as_str());
        if let Some(italian) = italian {
            same_placeholders(checker, &place, &pieces, italian);
        }
        if key == "say" && words_are_spoken(checker, &words.file) {
            continue;
        }
        if let Some(trouble) = trouble(names, lang, &pieces, &sentence.text, italian) {
            checker.error(&place, foreign(lang, &trouble));
        }
    }
}

/// Whether `say` tells how an Italian word sounds (a term), and is no sentence to translate (a phrase).
fn words_are_spoken(checker: &Checker<'_>, file: &str) -> bool {
    let id = file.rsplit('/').next().and_then(|name| name.strip_suffix(".yaml"));
    id.and_then(|id| checker.content.known.get(id)) == Some(&Kind::Term)
}

/// What a sentence takes from the facts, as kind and id.
fn taken(pieces: &[Piece]) -> BTreeSet<(Kind, &str)> {
    pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Term { id, .. } => Some((Kind::Term, id.as_str())),
            Piece::Fee(id) => Some((Kind::Fee, id.as_str())),
            Piece::Deadline(id) => Some((Kind::Deadline, id.as_str())),
            Piece::Office(id) => Some((Kind::OfficeType, id.as_str())),
            Piece::Contact(id) => Some((Kind::Contact, id.as_str())),
            Piece::Text(_) | Piece::Strong(_) => None,
        })
        .collect()
}

fn references(checker: &mut Checker<'_>, place: &Place, pieces: &[Piece]) {
    let known = &checker.content.known;
    for (kind, id) in taken(pieces) {
        match known.get(id) {
            Some(found) if *found == kind => {}
            found => {
                let same_kind = known.iter().filter(|(_, other)| **other == kind);
                let near = nearest(id, same_kind.map(|(id, _)| id.as_str()));
                checker.error(place, dangling(kind, id, found.copied(), near));
            }
        }
    }
}

fn same_placeholders(checker: &mut Checker<'_>, place: &Place, pieces: &[Piece], italian: &str) {
    let Ok(original) = markup::parse(italian) else { return };
    let (here, there) = (taken(pieces), taken(&original));
    let missing: Vec<String> = there.difference(&here).map(|taken| written(*taken)).collect();
    let extra: Vec<String> = here.difference(&there).map(|taken| written(*taken)).collect();
    if !missing.is_empty() || !extra.is_empty() {
        checker.error(place, placeholders_differ(&missing, &extra));
    }
}

fn written((kind, id): (Kind, &str)) -> String {
    match kind {
        Kind::Term => format!("[[term:{id}]]"),
        Kind::OfficeType => format!("{{office:{id}}}"),
        kind => format!("{{{}:{id}}}", kind.wire()),
    }
}

/// Whether something looks like a tag. «<» before a digit or a blank is no tag.
pub(super) fn has_html(text: &str) -> bool {
    text.split('<').skip(1).any(|after| {
        after.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/')
            && after.contains('>')
    })
}

fn malformed(text: &str, error: &MarkupError) -> Problem {
    let rest: String = text.get(error.at..).unwrap_or_default().chars().take(30).collect();
    Problem::new(
        "malformed-markup",
        both(
            format!("Da «{rest}» il testo non si riesce a leggere."),
            format!("From “{rest}” the text cannot be read: {}.", error.reason),
        ),
        both(
            "Ogni «**», «[[» e «{» va chiuso e non può stare dentro un altro; si usano solo **forte**, [[term:id]], [[term:id|parole]], {fee:id}, {deadline:id}, {office:tipo}, {contact:id}.",
            "Every “**”, “[[” and “{” must be closed and may not stand inside another; only **strong**, [[term:id]], [[term:id|words]], {fee:id}, {deadline:id}, {office:type}, {contact:id} are used.",
        ),
    )
}

fn html() -> Problem {
    Problem::new(
        "html",
        both("Nel testo c'è HTML.", "There is HTML in the text."),
        both(
            "Usa **forte** e i collegamenti [[term:id]].",
            "Use **strong** and links [[term:id]].",
        ),
    )
}

fn dangling(kind: Kind, id: &str, found: Option<Kind>, near: Option<&str>) -> Problem {
    let message = match found {
        Some(found) => both(
            format!("«{id}» è di tipo «{}», non «{}».", found.name_it(), kind.name_it()),
            format!("“{id}” is of kind “{}”, not “{}”.", found.name_en(), kind.name_en()),
        ),
        None => both(
            format!("Il testo nomina «{id}», ma questa voce ({}) non esiste.", kind.name_it()),
            format!("The text names “{id}”, but there is no such {}.", kind.name_en()),
        ),
    };
    let fix = did_you_mean(
        near,
        both("Crea la voce o togli il riferimento.", "Create the item or remove the reference."),
    );
    Problem::new("dangling-id", message, fix)
}

fn placeholders_differ(missing: &[String], extra: &[String]) -> Problem {
    let list = |label: &str, items: &[String]| match items {
        [] => String::new(),
        items => format!(" {label}: {}.", items.join(" ")),
    };
    Problem::new(
        "placeholders-differ",
        both(
            format!(
                "I segnaposto non sono quelli dell'italiano.{}{}",
                list("Mancano", missing),
                list("In più", extra)
            ),
            format!(
                "The placeholders are not those of the Italian text.{}{}",
                list("Missing", missing),
                list("Too many", extra)
            ),
        ),
        both(
            "Metti gli stessi segnaposto del testo italiano, nell'ordine che serve alla lingua.",
            "Use the same placeholders as the Italian text, in the order that the language needs.",
        ),
    )
}

fn foreign(lang: &str, trouble: &Trouble) -> Problem {
    let message = match trouble {
        Trouble::LeftInItalian => both(
            format!("Il testo in «{lang}» è uguale a quello italiano."),
            format!("The text in “{lang}” is the same as the Italian one."),
        ),
        Trouble::ItalianWords(text) => both(
            format!("Nel testo in «{lang}» questo è ancora italiano: «{text}»"),
            format!("In the text in “{lang}” this is still Italian: “{text}”"),
        ),
        Trouble::WrongScript => both(
            format!("Il testo non è nella scrittura della lingua «{lang}»."),
            format!("The text is not in the script of the language “{lang}”."),
        ),
        Trouble::LatinWords(run) => both(
            format!("Nel testo in «{lang}» ci sono parole non tradotte: «{run}»."),
            format!("The text in “{lang}” holds words that are not translated: “{run}”."),
        ),
    };
    Problem::new(
        "not-translated",
        message,
        both(
            "Traduci; un nome italiano da tenere va come [[term:id]], o tra «virgolette».",
            "Translate; an Italian name to keep goes as [[term:id]], or in «quotation marks».",
        ),
    )
}
