//! The sentences for facts that were written into prose.

use std::collections::BTreeSet;

use crate::finding::{Problem, both};

/// Placeholders as they are written, with the small word between the last two.
fn either<'a>(kind: &str, ids: impl IntoIterator<Item = &'a &'a str>, or: &str) -> String {
    let written: Vec<String> = ids.into_iter().map(|id| format!("{{{kind}:{id}}}")).collect();
    written.join(&format!(" {or} "))
}

pub(super) fn money(written: &str, fees: &Vec<&str>) -> Problem {
    let list = fees.join(", ");
    Problem::new(
        "amount-in-prose",
        both(
            format!("«{written}» è l'importo di un costo che c'è già: {list}."),
            format!("“{written}” is the amount of a fee that exists already: {list}."),
        ),
        both(
            format!(
                "Al posto della cifra scrivi {}: così, quando l'importo cambia, cambia da solo in tutte le lingue. Se è un'altra spesa, crea per lei una voce in facts/fees.",
                either("fee", fees, "oppure")
            ),
            format!(
                "Instead of the figure write {}: when the amount changes, it then changes by itself in all languages. If it is something else that is paid, give it an item of its own in facts/fees.",
                either("fee", fees, "or")
            ),
        ),
    )
}

pub(super) fn unknown_money(written: &str) -> Problem {
    Problem::new(
        "amount-in-prose",
        both(
            format!("«{written}» sta scritto nella frase: quando cambia, nessuno se ne accorge."),
            format!("“{written}” stands in the sentence: when it changes, nobody will notice."),
        ),
        both(
            "Se è una spesa, crea una voce in facts/fees e scrivi {fee:…}. Se è un limite o un esempio, di' dove si trova l'importo aggiornato invece della cifra.",
            "If it is something to pay, create an item in facts/fees and write {fee:…}. If it is a limit or an example, say where the current amount can be found instead of the figure.",
        ),
    )
}

pub(super) fn span(written: &str, deadlines: &BTreeSet<&str>, own: bool) -> Problem {
    let list = deadlines.iter().copied().collect::<Vec<_>>().join(", ");
    let fix = if own {
        both(
            "Togli il numero: il telefono scrive da solo la durata accanto a questo testo.",
            "Leave the number out: the phone writes the span beside this text by itself.",
        )
    } else {
        both(
            format!(
                "Al posto del numero scrivi {}: così, quando il termine cambia, cambia da solo in tutte le lingue. Se è un altro termine, crea per lui una voce in facts/deadlines.",
                either("deadline", deadlines, "oppure")
            ),
            format!(
                "Instead of the number write {}: when the term changes, it then changes by itself in all languages. If it is another term, give it an item of its own in facts/deadlines.",
                either("deadline", deadlines, "or")
            ),
        )
    };
    Problem::new(
        "term-in-prose",
        both(
            format!("«{written}» è la durata di un termine che c'è già: {list}."),
            format!("“{written}” is the span of a term that exists already: {list}."),
        ),
        fix,
    )
}

pub(super) fn shown(written: &str) -> Problem {
    Problem::new(
        "term-in-prose",
        both(
            format!("«{written}» sta già nei dati: il telefono lo scrive da solo."),
            format!("“{written}” stands in the facts already: the phone says it itself."),
        ),
        both(
            "Togli il numero dalla frase: se i dati cambiano, la frase resterebbe sbagliata.",
            "Take the number out of the sentence: if the facts change, the sentence would stay wrong.",
        ),
    )
}

pub(super) fn day(written: &str, field: &str) -> Problem {
    Problem::new(
        "date-in-prose",
        both(
            format!("«{written}» è un giorno che sta già nei dati («{field}»)."),
            format!("“{written}” is a day that stands in the facts already (“{field}”)."),
        ),
        both(
            "Togli il giorno dalla frase: se i dati cambiano, la frase resterebbe sbagliata.",
            "Take the day out of the sentence: if the facts change, the sentence would stay wrong.",
        ),
    )
}

pub(super) fn own(written: &str) -> Problem {
    Problem::new(
        "number-in-prose",
        both(
            format!("«{written}» sta già nei dati di questo contatto."),
            format!("“{written}” stands in the facts of this contact already."),
        ),
        both(
            "Toglilo dal testo: il telefono lo scrive da solo.",
            "Take it out of the text: the phone writes it by itself.",
        ),
    )
}

pub(super) fn contact(written: &str, id: &str) -> Problem {
    Problem::new(
        "number-in-prose",
        both(
            format!("«{written}» è un contatto che c'è già: {id}."),
            format!("“{written}” is a contact that exists already: {id}."),
        ),
        both(
            format!(
                "Al suo posto scrivi {{contact:{id}}}: il lettore può toccarlo, e se cambia, cambia in tutte le lingue."
            ),
            format!(
                "Instead of it write {{contact:{id}}}: the reader can tap it, and when it changes, it changes in all languages."
            ),
        ),
    )
}

pub(super) fn office(written: &str, id: &str) -> Problem {
    Problem::new(
        "number-in-prose",
        both(
            format!("«{written}» è il telefono di un ufficio: {id}."),
            format!("“{written}” is the telephone of an office: {id}."),
        ),
        both(
            "Togli il numero: il telefono del lettore mostra da solo quello del suo ufficio. Per nominare l'ufficio scrivi {office:tipo}.",
            "Take the number out: the reader's phone shows that of their own office. To name the office write {office:type}.",
        ),
    )
}

pub(super) fn account(written: &str, id: &str) -> Problem {
    Problem::new(
        "number-in-prose",
        both(
            format!("«{written}» è il conto su cui si paga {id}."),
            format!("“{written}” is the account to which {id} is paid."),
        ),
        both(
            "Togli il numero: il telefono mostra il conto accanto al costo.",
            "Take the number out: the phone shows the account beside the fee.",
        ),
    )
}

pub(super) fn like_a_phone(written: &str) -> Problem {
    Problem::new(
        "number-in-prose",
        both(
            format!("«{written}» sembra un numero di telefono."),
            format!("“{written}” looks like a telephone number."),
        ),
        both(
            "Crea una voce in facts/contacts e scrivi {contact:…}: così il lettore può toccarlo, e se cambia, si corregge in un posto solo.",
            "Create an item in facts/contacts and write {contact:…}: the reader can then tap it, and when it changes, it is mended in one place.",
        ),
    )
}
