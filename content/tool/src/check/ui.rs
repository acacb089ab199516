//! Whether the app's own words can be read at all.

use fluent_bundle::FluentResource;

use crate::draft::COMPILED_IN;
use crate::finding::{Place, Problem, both};

use super::checker::Checker;

/// Checks the Fluent files.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    for (lang, ftl) in &content.ui {
        let file = format!("ui/{lang}.ftl");
        if !content.languages.contains(lang) && !COMPILED_IN.contains(&lang.as_str()) {
            checker.warning(&Place::top(&file), no_such_language(lang));
        }
        let Err((_, errors)) = FluentResource::try_new(ftl.clone()) else { continue };
        for error in errors {
            let (line, column) = position(ftl, error.pos.start);
            checker.error(
                &Place { file: file.clone(), line, column },
                not_fluent(&error.kind.to_string()),
            );
        }
    }
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
