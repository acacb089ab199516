//! Whether an office's hours can be: exceptions that end after they begin, spans that do not stand twice, languages that are
//! spoken while it is open.

use cittadini_core::model::{HoursException, Office, OpeningHours, SpokenLanguage, Weekday};
use jiff::civil::Date;

use crate::finding::{Problem, both};
use crate::source::compile::Item;

use super::checker::{Checker, place};
use super::freshness::ends_before;

/// Checks the hours of an office.
pub(super) fn of_office(checker: &mut Checker<'_>, item: &Item, office: &Office) {
    let week = office.hours.as_deref().unwrap_or_default();
    stand_twice(checker, item, "hours", week);
    for (at, exception) in office.exceptions.iter().enumerate() {
        of_exception(checker, item, &format!("exceptions.{at}"), exception);
    }
    same_days(checker, item, &office.exceptions);
    for (at, spoken) in office.languages.iter().enumerate() {
        let field = format!("languages.{at}.hours");
        stand_twice(checker, item, &field, &spoken.hours);
        if office.hours.is_some() {
            while_closed(checker, item, &field, spoken, office);
        }
    }
}

fn of_exception(checker: &mut Checker<'_>, item: &Item, field: &str, exception: &HoursException) {
    let HoursException { from, to, hours, .. } = exception;
    if to < from {
        checker.error(&place(item, &format!("{field}.to")), ends_before(*from, *to));
        return;
    }
    stand_twice(checker, item, &format!("{field}.hours"), hours);
    let days: Vec<_> =
        from.series(jiff::ToSpan::days(1)).take_while(|day| day <= to).take(7).collect();
    for (at, span) in hours.iter().enumerate() {
        let falls = |day: &Date| span.days.contains(&cittadini_core::dates::hours::weekday(*day));
        if !days.iter().any(falls) {
            checker.warning(&place(item, &format!("{field}.hours.{at}.days")), on_no_day());
        }
    }
}

/// Of two exceptions of the same days nobody can tell which one is meant.
fn same_days(checker: &mut Checker<'_>, item: &Item, exceptions: &[HoursException]) {
    for (at, one) in exceptions.iter().enumerate() {
        let mut earlier = exceptions.iter().take(at);
        if earlier.any(|other| (other.from, other.to) == (one.from, one.to)) {
            checker.warning(&place(item, &format!("exceptions.{at}")), excepted_twice());
        }
    }
}

fn stand_twice(checker: &mut Checker<'_>, item: &Item, field: &str, hours: &[OpeningHours]) {
    for (at, span) in hours.iter().enumerate() {
        if hours.iter().take(at).any(|earlier| overlap(earlier, span)) {
            checker.warning(&place(item, &format!("{field}.{at}")), open_twice());
        }
    }
}

/// Whether two spans of the same service stand on the same day at the same time.
fn overlap(one: &OpeningHours, other: &OpeningHours) -> bool {
    one.service == other.service
        && one.by_appointment == other.by_appointment
        && one.days.iter().any(|day| other.days.contains(day))
        && one.open < other.close
        && other.open < one.close
}

/// A language is spoken where somebody may come in: in the week, or by an exception.
fn while_closed(
    checker: &mut Checker<'_>,
    item: &Item,
    field: &str,
    spoken: &SpokenLanguage,
    office: &Office,
) {
    let exceptional = office.exceptions.iter().flat_map(|exception| &exception.hours);
    let mut open: Vec<_> = office.hours.iter().flatten().chain(exceptional).collect();
    open.sort_by_key(|known| known.open);
    for (at, span) in spoken.hours.iter().enumerate() {
        if !span.days.iter().all(|day| is_covered(span, *day, &open)) {
            checker.warning(&place(item, &format!("{field}.{at}")), spoken_while_closed());
        }
    }
}

/// Whether spans, sorted by when they begin, leave no gap in another on a day.
fn is_covered(span: &OpeningHours, day: Weekday, open: &[&OpeningHours]) -> bool {
    let of_day = open.iter().filter(|known| known.days.contains(&day));
    let reached = of_day.fold(span.open, |reached, known| match known.open <= reached {
        true => reached.max(known.close),
        false => reached,
    });
    reached >= span.close
}

fn open_twice() -> Problem {
    Problem::new(
        "hours-twice",
        both(
            "In questo orario l'ufficio è già aperto per una riga precedente.",
            "At this time the office is open already by an earlier line.",
        ),
        both(
            "Unisci le due righe, o scrivi in «service» per che cosa vale ciascuna.",
            "Join the two lines, or write in “service” what each of them is for.",
        ),
    )
}

fn on_no_day() -> Problem {
    Problem::new(
        "hours-on-no-day",
        both(
            "Tra «from» e «to» non c'è nessuno di questi giorni della settimana: l'orario non vale mai.",
            "Between “from” and “to” there is none of these days of the week: the hours never hold.",
        ),
        both("Correggi «days» o i due giorni.", "Mend “days” or the two dates."),
    )
}

fn excepted_twice() -> Problem {
    Problem::new(
        "exception-twice",
        both(
            "Per questi giorni c'è già un'eccezione: il telefono non sa quale vale.",
            "For these days there is an exception already: a phone cannot know which one holds.",
        ),
        both("Tieni una sola riga per gli stessi giorni.", "Keep one line for the same days."),
    )
}

fn spoken_while_closed() -> Problem {
    Problem::new(
        "spoken-while-closed",
        both(
            "In uno di questi giorni l'ufficio è chiuso per una parte di quest'orario: la lingua non si parla.",
            "On one of these days the office is closed for a part of this time: nobody speaks the language then.",
        ),
        both(
            "Correggi l'orario della lingua o quello dell'ufficio.",
            "Mend the hours of the language or those of the office.",
        ),
    )
}

#[cfg(test)]
#[path = "hours_tests.rs"]
mod tests;
