//! Whether values can be what they say: telephones that can be dialled, spans that last, amounts that somebody pays,
//! sources that were read already. Hours are looked at in [`super::hours`].

use cittadini_core::model::{Contact, ContactKind, Deadline, Fee, Meta, Office, Procedure, Record};

use crate::finding::{Place, Problem, both};
use crate::source::compile::Item;
use crate::source::kind::Kind;
use crate::source::scalars::{email, url};

use super::checker::{Checker, place};
use super::hours;

/// Above this nobody pays a fee at a counter; a point was forgotten.
const MOST_CENTS: u64 = 1_000_000;

/// Checks the values of one item.
pub(super) fn item(checker: &mut Checker<'_>, item: &Item, meta: Option<&Meta>) {
    if let Some(meta) = meta {
        read_already(checker, item, meta);
    }
    match &item.record {
        Record::Office(office) => {
            of_office(checker, item, office);
            hours::of_office(checker, item, office);
        }
        Record::Contact(contact) => of_contact(checker, item, contact),
        Record::Fee(fee) => of_fee(checker, item, fee),
        Record::Deadline(deadline) => of_deadline(checker, item, deadline),
        Record::Procedure(procedure) => of_procedure(checker, item, procedure),
        _ => {}
    }
}

/// Whoever opens the app in danger must find a number to call, whatever else is in it.
pub(super) fn emergency(checker: &mut Checker<'_>) {
    let content = checker.content;
    let helps = |item: &Item| matches!(&item.record, Record::Contact(contact) if contact.emergency);
    if content.of_kind(Kind::Procedure).next().is_some()
        && !content.of_kind(Kind::Contact).any(helps)
    {
        checker.warning(&Place::top("facts/contacts"), no_emergency());
    }
}

fn read_already(checker: &mut Checker<'_>, item: &Item, meta: &Meta) {
    for (at, source) in meta.sources.iter().enumerate() {
        if source.read_on.is_some_and(|day| day > checker.today) {
            checker.warning(&place(item, &format!("sources.{at}.read_on")), read_in_future());
        }
    }
}

fn of_office(checker: &mut Checker<'_>, item: &Item, office: &Office) {
    let phones = [("phone", office.phone.as_ref()), {
        let appointment = office.appointment.as_ref();
        ("appointment.phone", appointment.and_then(|how| how.phone.as_ref()))
    }];
    for (field, phone) in phones {
        if let Some(phone) = phone.filter(|phone| !can_be_dialled(phone)) {
            checker.error(&place(item, field), not_a_phone(phone));
        }
    }
}

/// A number is digits, with blanks and the usual signs between them.
fn can_be_dialled(phone: &str) -> bool {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let known = |letter: char| letter.is_ascii_digit() || " +./-()".contains(letter);
    (3..=15).contains(&digits) && phone.chars().all(known)
}

fn of_contact(checker: &mut Checker<'_>, item: &Item, contact: &Contact) {
    let value = contact.value.as_str();
    let problem = match contact.contact_kind {
        ContactKind::Phone | ContactKind::Hotline if !can_be_dialled(value) => not_a_phone(value),
        ContactKind::Email | ContactKind::Pec if email(value).is_err() => not_an_address(value),
        ContactKind::Web if url(value).is_err() => not_an_address(value),
        _ => return,
    };
    checker.error(&place(item, "value"), problem);
}

fn of_fee(checker: &mut Checker<'_>, item: &Item, fee: &Fee) {
    for (at, amount) in fee.amounts.iter().enumerate() {
        let here = place(item, &format!("amounts.{at}"));
        match amount.max_cents.or(amount.cents) {
            Some(0) => checker.warning(&here, costs_nothing()),
            Some(cents) if cents >= MOST_CENTS => checker.warning(&here, costs_much()),
            _ => {}
        }
    }
}

fn of_deadline(checker: &mut Checker<'_>, item: &Item, deadline: &Deadline) {
    if deadline.span.is_some_and(|span| span.n == 0) {
        checker.error(&place(item, "span"), lasts_nothing());
    }
}

fn of_procedure(checker: &mut Checker<'_>, item: &Item, procedure: &Procedure) {
    if procedure.result_validity.is_some_and(|span| span.n == 0) {
        checker.error(&place(item, "result_validity"), lasts_nothing());
    }
    for (at, step) in procedure.steps.iter().enumerate() {
        if step.law_duration.is_some_and(|span| span.n == 0) {
            checker.error(&place(item, &format!("steps.{at}.law_duration")), lasts_nothing());
        }
    }
}

fn no_emergency() -> Problem {
    Problem::new(
        "no-emergency-contact",
        both(
            "Nessun contatto è per le emergenze: chi apre l'app in pericolo non trova un numero.",
            "No contact is for emergencies: whoever opens the app in danger finds no number.",
        ),
        both(
            "Metti «emergency: true» nei numeri gratuiti come 112 e 1522.",
            "Put “emergency: true” into the free numbers such as 112 and 1522.",
        ),
    )
}

fn read_in_future() -> Problem {
    Problem::new(
        "read-in-future",
        both(
            "La fonte porta un giorno di lettura che deve ancora venire.",
            "The source bears a day of reading that is still to come.",
        ),
        both("Correggi «read_on».", "Mend “read_on”."),
    )
}

fn not_a_phone(written: &str) -> Problem {
    Problem::new(
        "not-a-phone",
        both(
            format!("«{written}» non è un numero che si può chiamare."),
            format!("“{written}” is not a number that can be called."),
        ),
        both(
            "Scrivi solo cifre, spazi e i segni + . / - ( ); se nessuno lo sa, in un ufficio scrivi «unknown».",
            "Write digits, blanks and the signs + . / - ( ) only; if nobody knows it, in an office write “unknown”.",
        ),
    )
}

fn not_an_address(written: &str) -> Problem {
    Problem::new(
        "not-an-address",
        both(
            format!("«{written}» non è un indirizzo del tipo che «contact_kind» dice."),
            format!("“{written}” is not an address of the kind that “contact_kind” says."),
        ),
        both(
            "Scrivi l'indirizzo intero: nome@dominio per la posta, https://… per una pagina.",
            "Write the whole address: name@domain for mail, https://… for a page.",
        ),
    )
}

fn costs_nothing() -> Problem {
    Problem::new(
        "costs-nothing",
        both("L'importo è zero.", "The amount is zero."),
        both(
            "Se il passo è gratis, togli il costo e scrivi «free: true»; se nessuno sa quanto costa, «unknown».",
            "If the step is free, remove the fee and write “free: true”; if nobody knows what it costs, “unknown”.",
        ),
    )
}

fn costs_much() -> Problem {
    Problem::new(
        "costs-much",
        both("L'importo supera 10.000 euro.", "The amount is above 10,000 euro."),
        both(
            "Controlla il punto dei centesimi: sedici euro si scrive 16.00.",
            "Check the point before the cents: sixteen euro is written 16.00.",
        ),
    )
}

fn lasts_nothing() -> Problem {
    Problem::new(
        "lasts-nothing",
        both("La durata è zero.", "The span is zero."),
        both(
            "Scrivi quanto dura, per esempio «60 days»; se nessuno lo sa, togli il campo o scrivi «unknown».",
            "Write how long it lasts, “60 days” for example; if nobody knows, remove the field or write “unknown”.",
        ),
    )
}

#[cfg(test)]
#[path = "values_tests.rs"]
mod tests;
