//! Whether the app's own words can be read, and whether each language has those that Italian has.
//!
//! What is compiled into the app is held to the same by its build; the other languages travel in packs and are only
//! checked here.

use cittadini_l10n_build::{Catalogue, Difference, compare, remarks_in_text};
use fluent_bundle::FluentResource;

use crate::draft::COMPILED_IN;
use crate::finding::{Place, Problem, both, did_you_mean};
use crate::source::scalars::nearest;

use super::checker::Checker;
use super::script::in_wrong_script;

/// Checks the Fluent files.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    let italian = content.ui.get("it").and_then(|ftl| Catalogue::parse(ftl, "it").ok());
    for (lang, ftl) in &content.ui {
        let file = format!("ui/{lang}.ftl");
        if !content.languages.contains(lang) && !COMPILED_IN.contains(&lang.as_str()) {
            checker.warning(&Place::top(&file), no_such_language(lang));
        }
        let remarks = remarks_in_text(ftl);
        for line in &remarks {
            checker.error(&Place { file: file.clone(), line: *line, column: 1 }, remark_in_text());
        }
        let catalogue = match Catalogue::parse(ftl, lang) {
            Ok(catalogue) => catalogue,
            Err(_) if !remarks.is_empty() => continue,
            Err(_) => {
                unreadable(checker, &file, ftl);
                continue;
            }
        };
        if let Some(italian) = italian.as_ref().filter(|_| lang != "it") {
            against_italian(checker, (lang, &file, ftl), italian, &catalogue);
        }
    }
}

fn unreadable(checker: &mut Checker<'_>, file: &str, ftl: &str) {
    let Err((_, errors)) = FluentResource::try_new(ftl.to_owned()) else {
        checker.error(&Place::top(file), not_fluent("a message has no text, or stands twice"));
        return;
    };
    for error in errors {
        let (line, column) = position(ftl, error.pos.start);
        let place = Place { file: file.to_owned(), line, column };
        checker.error(&place, not_fluent(&error.kind.to_string()));
    }
}

fn against_italian(
    checker: &mut Checker<'_>,
    (lang, file, ftl): (&str, &str, &str),
    italian: &Catalogue,
    found: &Catalogue,
) {
    let mut missing = Vec::new();
    for difference in compare(italian, found) {
        match difference {
            Difference::Missing(id) => missing.push(id),
            Difference::Unknown(id) => {
                let near = nearest(&id, italian.messages.keys().map(String::as_str));
                checker.error(&message(file, ftl, &id), unknown_message(&id, near));
            }
            Difference::Variables { id, expected, .. } => {
                let wanted: Vec<String> =
                    expected.iter().map(|name| format!("{{ ${name} }}")).collect();
                checker.error(&message(file, ftl, &id), other_variables(&id, &wanted.join(" ")));
            }
        }
    }
    for (id, text) in &found.samples {
        let same = italian.samples.get(id) == Some(text) && text.split_whitespace().count() > 2;
        if (same && !lang.starts_with("it")) || in_wrong_script(lang, text) {
            checker.error(&message(file, ftl, id), not_translated(id, lang));
        }
    }
    if !missing.is_empty() {
        checker.warning(&Place::top(file), missing_messages(lang, &missing));
    }
}

/// Where a message stands.
fn message(file: &str, ftl: &str, id: &str) -> Place {
    let begins =
        |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    let line = ftl.lines().position(begins).map_or(1, |at| at + 1);
    Place { file: file.to_owned(), line, column: 1 }
}

fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

fn not_fluent(reason: &str) -> Problem {
    Problem::new(
        "not-fluent",
        both(
            format!("Da qui il file Fluent non si riesce a leggere ({reason})."),
            format!("From here the Fluent file cannot be read ({reason})."),
        ),
        both(
            "Ogni riga è «nome = testo»; controlla le parentesi graffe.",
            "Every line is “name = text”; check the curly brackets.",
        ),
    )
}

fn remark_in_text() -> Problem {
    Problem::new(
        "remark-in-text",
        both(
            "Questo commento sta dentro un messaggio: chi legge lo vedrebbe.",
            "This comment stands inside a message: readers would see it.",
        ),
        both(
            "Spostalo sopra il messaggio, con «#» all'inizio della riga.",
            "Move it above the message, with “#” at the start of the line.",
        ),
    )
}

fn no_such_language(lang: &str) -> Problem {
    Problem::new(
        "ui-without-language",
        both(
            format!("Per «{lang}» ci sono le parole dell'app, ma nessun testo."),
            format!("For “{lang}” there are the app's own words, but no texts."),
        ),
        both(
            format!("Crea la cartella text/{lang}, altrimenti questo file non viene pubblicato."),
            format!("Create the folder text/{lang}, else this file is not published."),
        ),
    )
}

fn unknown_message(id: &str, near: Option<&str>) -> Problem {
    let fix = did_you_mean(near, both("Togli la riga.", "Remove the line."));
    Problem::new(
        "unknown-message",
        both(
            format!("L'app non ha un messaggio «{id}»."),
            format!("The app has no message “{id}”."),
        ),
        fix,
    )
}

fn other_variables(id: &str, wanted: &str) -> Problem {
    let (it, en) = match wanted {
        "" => ("nessuna".to_owned(), "none".to_owned()),
        wanted => (wanted.to_owned(), wanted.to_owned()),
    };
    Problem::new(
        "placeholders-differ",
        both(
            format!("Il messaggio «{id}» non usa le variabili di quello italiano."),
            format!("The message “{id}” does not use the variables of the Italian one."),
        ),
        both(format!("Deve usare: {it}."), format!("It must use: {en}.")),
    )
}

fn not_translated(id: &str, lang: &str) -> Problem {
    Problem::new(
        "not-translated",
        both(
            format!("Il messaggio «{id}» non è scritto in «{lang}»."),
            format!("The message “{id}” is not written in “{lang}”."),
        ),
        both(
            "Traducilo, oppure togli la riga: allora il lettore vede un'altra delle sue lingue.",
            "Translate it, or remove the line: then the reader sees another of her languages.",
        ),
    )
}

fn missing_messages(lang: &str, missing: &[String]) -> Problem {
    let count = missing.len();
    let some: Vec<&str> = missing.iter().map(String::as_str).take(5).collect();
    let list = some.join(", ");
    let dots = if count > some.len() { ", …" } else { "" };
    Problem::new(
        "missing-messages",
        both(
            format!("In «{lang}» mancano {count} messaggi dell'app: {list}{dots}"),
            format!("In “{lang}” {count} messages of the app are missing: {list}{dots}"),
        ),
        both(
            "Traducili quando puoi: fino ad allora il lettore li vede in un'altra delle sue lingue.",
            "Translate them when you can: until then the reader sees them in another of her languages.",
        ),
    )
}

#[cfg(test)]
#[path = "ui_tests.rs"]
mod tests;
