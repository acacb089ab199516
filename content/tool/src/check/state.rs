//! How far each translation can be trusted, and whether its original has changed since.

use cittadini_core::model::TranslationKind;

use crate::draft::source_hash;
use crate::finding::{Place, Problem, both};
use crate::source::words::ItemWords;

use super::checker::Checker;

/// Checks the states of all translations.
pub(super) fn all(checker: &mut Checker<'_>) {
    let content = checker.content;
    for lang in content.languages.iter().filter(|lang| *lang != "it") {
        let states = content.state.get(lang);
        let mut unknown = 0usize;
        for (id, words) in content.words.get(lang).into_iter().flatten() {
            let original = content.words.get("it").and_then(|words| words.get(id));
            let readable = |original: &&ItemWords| {
                !original.broken && !original.only_aliases() && content.known.contains_key(id)
            };
            let Some(original) = original.filter(readable).filter(|_| !words.only_aliases()) else {
                continue;
            };
            match states.and_then(|states| states.get(id)) {
                None => unknown += 1,
                Some(state) if state.source != source_hash(original) => {
                    checker.warning(&Place::top(&words.file), stale(lang, state.kind));
                }
                Some(_) => {}
            }
        }
        if unknown > 0 {
            checker
                .warning(&Place::top(format!("state/{lang}.yaml")), unknown_state(lang, unknown));
        }
    }
}

fn unknown_state(lang: &str, count: usize) -> Problem {
    Problem::new(
        "unknown-state",
        both(
            format!(
                "Di {count} traduzioni in «{lang}» lo stato è sconosciuto: vale come «machine»."
            ),
            format!(
                "The state of {count} translations into “{lang}” is unknown: they count as “machine”."
            ),
        ),
        both(
            format!(
                "Registra come sono nate con «cittadini translated --language {lang} --kind … --by …»."
            ),
            format!(
                "Record how they came about with “cittadini translated --language {lang} --kind … --by …”."
            ),
        ),
    )
}

fn stale(lang: &str, kind: TranslationKind) -> Problem {
    let (it, en) = match kind {
        TranslationKind::Reviewed => ("rivista", "reviewed"),
        TranslationKind::Human => ("umana", "human"),
        _ => ("automatica", "machine"),
    };
    Problem::new(
        "stale-translation",
        both(
            format!("Il testo italiano è cambiato dopo questa traduzione ({it}, {lang})."),
            format!("The Italian text has changed since this translation ({en}, {lang})."),
        ),
        both(
            "Rivedi la traduzione, poi registrala di nuovo con «cittadini translated».",
            "Go over the translation, then record it again with “cittadini translated”.",
        ),
    )
}
