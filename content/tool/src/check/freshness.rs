//! What every item carries: sources, and until when it may be relied on.

use cittadini_core::model::{MarkKind, Meta, Record, Source};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::finding::{Problem, both};
use crate::source::compile::Item;
use crate::source::kind::Kind;

use super::checker::{Checker, place};

/// Checks what an item carries.
pub(super) fn item(checker: &mut Checker<'_>, item: &Item) {
    let Some(meta) = meta(&item.record) else { return };
    // What a municipality does not say itself it has from its territory, which is checked already.
    let says = |field| item.kind != Kind::Municipality || item.node.get(field).is_some();
    if ["sources", "marks", "verify_by"].into_iter().any(says) {
        sources(checker, item, meta);
    }
    if says("verify_by") {
        days(checker, item, meta);
    } else if let Some(field) = ["risk", "marks"].into_iter().find(|field| says(field)) {
        checker.error(&place(item, field), own_verify_by(field));
    }
    if meta.replaced_by.as_deref() == Some(item.id.as_str()) {
        checker.error(&place(item, "replaced_by"), replaced_by_itself());
    }
}

fn sources(checker: &mut Checker<'_>, item: &Item, meta: &Meta) {
    let unsourced = meta.marks.iter().any(|mark| mark.kind == MarkKind::Unsourced);
    if meta.sources.is_empty() && !unsourced {
        checker.error(&place(item, "sources"), no_sources());
    }
    for (at, source) in meta.sources.iter().enumerate() {
        if matches!(source, Source { norm: None, url: None, .. }) {
            checker.error(&place(item, &format!("sources.{at}")), empty_source());
        }
    }
}

fn days(checker: &mut Checker<'_>, item: &Item, meta: &Meta) {
    if let (Some(from), Some(until)) = (meta.valid_from, meta.valid_until)
        && until < from
    {
        checker.error(&place(item, "valid_until"), ends_before(from, until));
    }
    let (Some(on), Some(by)) = (meta.verified_on, meta.verify_by) else { return };
    let limit = meta.risk.fresh_days(!meta.marks.is_empty());
    if on > checker.today {
        checker.warning(&place(item, "verified_on"), verified_in_future(on));
    }
    if by < on {
        checker.error(&place(item, "verify_by"), ends_before(on, by));
    } else if on.checked_add(limit.days()).is_ok_and(|last| by > last) {
        checker.error(&place(item, "verify_by"), too_far(limit, on));
    } else if by < checker.today {
        checker.warning(&place(item, "verify_by"), stale(by));
    }
}

/// What a record of any kind carries.
pub(super) fn meta(record: &Record) -> Option<&Meta> {
    Some(match record {
        Record::Procedure(item) => &item.meta,
        Record::Document(item) => &item.meta,
        Record::Fee(item) => &item.meta,
        Record::Deadline(item) => &item.meta,
        Record::Term(item) => &item.meta,
        Record::Tree(item) => &item.meta,
        Record::Service(item) => &item.meta,
        Record::Contact(item) => &item.meta,
        Record::OfficeType(item) => &item.meta,
        Record::Organisation(item) => &item.meta,
        Record::Office(item) => &item.meta,
        Record::Territory(item) => &item.meta,
        Record::Municipality(item) => &item.meta,
        Record::Notice(item) => &item.meta,
        Record::Phrase(item) => &item.meta,
        Record::Holiday(item) => &item.meta,
        Record::OperatorNote(item) => &item.meta,
        Record::Words(_) | Record::Ui(_) | Record::Unknown => return None,
    })
}

fn no_sources() -> Problem {
    Problem::new(
        "no-sources",
        both("La voce non ha nessuna fonte.", "The item has no source."),
        both(
            "Aggiungi una norma o una pagina con il giorno in cui l'hai letta, oppure un «marks» con «kind: unsourced».",
            "Add a norm or a page with the day you read it, or a mark with “kind: unsourced”.",
        ),
    )
}

fn empty_source() -> Problem {
    Problem::new(
        "empty-source",
        both(
            "La fonte non dice né norma né indirizzo.",
            "The source names neither a norm nor an address.",
        ),
        both("Aggiungi «norm» o «url».", "Add “norm” or “url”."),
    )
}

/// The sentence for two days of which the second is the earlier.
pub(super) fn ends_before(from: Date, until: Date) -> Problem {
    Problem::new(
        "ends-before-it-begins",
        both(
            format!("Il {until} viene prima del {from}: così finisce prima di cominciare."),
            format!("{until} comes before {from}: like this it ends before it begins."),
        ),
        both("Correggi uno dei due giorni.", "Mend one of the two days."),
    )
}

fn too_far(limit: i32, on: Date) -> Problem {
    Problem::new(
        "verify-by-too-far",
        both(
            format!("La prossima verifica è a più di {limit} giorni da quella del {on}."),
            format!("The next check is more than {limit} days after that of {on}."),
        ),
        both(
            "Al più: 90 giorni se il rischio è high, 180 se medium, 365 se low, 60 se c'è una riserva in «marks».",
            "At most: 90 days if the risk is high, 180 if medium, 365 if low, 60 if there is a reservation in “marks”.",
        ),
    )
}

fn own_verify_by(field: &str) -> Problem {
    Problem::new(
        "no-verify-by",
        both(
            format!("Il comune ha un «{field}» suo, ma non dice quando va verificato di nuovo."),
            format!(
                "The municipality has its own “{field}”, but does not say when to check again."
            ),
        ),
        both(
            "Aggiungi qui anche «verified_on», «verified_by» e «verify_by».",
            "Add “verified_on”, “verified_by” and “verify_by” here, too.",
        ),
    )
}

fn stale(by: Date) -> Problem {
    Problem::new(
        "to-verify",
        both(
            format!("La voce andava verificata entro il {by}."),
            format!("The item was to be checked by {by}."),
        ),
        both(
            "Confrontala con le fonti, poi aggiorna «verified_on» e «verify_by».",
            "Compare it with its sources, then update “verified_on” and “verify_by”.",
        ),
    )
}

fn verified_in_future(on: Date) -> Problem {
    Problem::new(
        "verified-in-future",
        both(
            format!("La verifica porta un giorno che deve ancora venire: {on}."),
            format!("The check bears a day that is still to come: {on}."),
        ),
        both("Scrivi il giorno in cui hai letto le fonti.", "Write the day you read the sources."),
    )
}

fn replaced_by_itself() -> Problem {
    Problem::new(
        "replaced-by-itself",
        both(
            "La voce dice di essere sostituita da sé stessa.",
            "The item says that it is replaced by itself.",
        ),
        both(
            "Scrivi l'id di quella che la sostituisce.",
            "Write the id of the one that replaces it.",
        ),
    )
}
