//! When offices are open.

use cittadini_core::screens::{
    HoursClosure, HoursDay, HoursNow, HoursScreen, HoursStatus, LanguageHours, OpenNow, OpenOffice,
};

use crate::terminal::style::{BAD, GOOD, QUIET, WARN, words};

use super::header::{banners, standing};
use super::headings;
use super::office::{appointment, days, phone, reservations, unknown};
use super::page::page;
use super::rows::{Rows, Tone, joined};
use super::text::{chip, styled};

/// When an office is open.
pub fn hours(screen: &HoursScreen, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    let office = &screen.office;
    banners(&mut rows, &screen.header);
    rows.add(Tone::Title, "title", "", office.name_it.clone());
    let state = chip(office.freshness.state, &rows.headings);
    rows.body("freshness", format!("{state} · {}", styled(&office.freshness.label)));
    now(&mut rows, &screen.now);
    unknown(&mut rows, office);
    appointment(&mut rows, office);
    if !screen.days.is_empty() {
        rows.heading("days", headings::next_days());
    }
    for found in &screen.days {
        day(&mut rows, found);
    }
    if !screen.closures.is_empty() {
        rows.heading("closures", headings::closures());
    }
    for found in &screen.closures {
        closure(&mut rows, found);
    }
    if !screen.languages.is_empty() {
        rows.heading("languages", headings::languages_spoken());
    }
    for found in &screen.languages {
        language(&mut rows, found);
    }
    for (number, note) in screen.notes.iter().enumerate() {
        rows.add(Tone::Lead, &format!("note.{number}"), "", styled(note));
    }
    reservations(&mut rows, &office.freshness.reservations);
    page(rows, width)
}

/// The offices that are open.
pub fn open_now(screen: &OpenNow, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = rows.headings.say(match &screen.municipality {
        Some(name) => headings::offices_of(name.as_str()),
        None => headings::offices_all(),
    });
    rows.add(Tone::Title, "title", "", title);
    standing(&mut rows, &screen.header);
    rows.say("none", screen.none.as_ref());
    for found in &screen.offices {
        office(&mut rows, found);
    }
    if let Some(unknown) = &screen.unknown_text {
        rows.add(Tone::Lead, "unknown", "?", styled(unknown));
    }
    page(rows, width)
}

fn office(rows: &mut Rows, office: &OpenOffice) {
    let name = format!("{} {}", office.name_it, words(QUIET, &format!("({})", office.id)));
    rows.add(Tone::Item, &office.id, "", name);
    rows.inside(&office.id, 2, |rows| {
        rows.quiet("types", joined(&office.types));
        now(rows, &office.now);
        rows.body("address", office.address.clone().unwrap_or_default());
        phone(rows, office.phone.as_deref());
        days(rows, &office.fitting);
        for spoken in &office.languages {
            let key = format!("language.{}", spoken.language);
            rows.add(Tone::Body, &key, marker(spoken.now), styled(&spoken.text));
        }
        rows.doubt(&office.freshness);
    });
}

/// The status, and why it is closed all day.
fn now(rows: &mut Rows, now: &HoursNow) {
    rows.add(Tone::Body, "status", &sign(now.status), styled(&now.text));
    rows.say("because", now.because.as_ref());
}

fn day(rows: &mut Rows, day: &HoursDay) {
    let line = format!("{}: {}", styled(&day.day), joined(&day.spans));
    let line = match &day.closed_because {
        Some(because) => format!("{line} · {}", styled(because)),
        None => line,
    };
    rows.body(&day.date, line);
}

fn closure(rows: &mut Rows, closure: &HoursClosure) {
    let reason = closure.reason.as_ref().map(|reason| format!(" · {}", styled(reason)));
    let key = format!("{}.{}", closure.from, closure.to);
    rows.bullet(&key, format!("{}{}", styled(&closure.text), reason.unwrap_or_default()));
    rows.inside(&key, 2, |rows| days(rows, &closure.hours));
}

fn language(rows: &mut Rows, language: &LanguageHours) {
    rows.add(Tone::Body, &language.language, marker(language.now), styled(&language.text));
    rows.inside(&language.language, 2, |rows| {
        rows.say("when", language.when.as_ref());
        days(rows, &language.hours);
    });
}

fn marker(now: bool) -> &'static str {
    if now { "●" } else { "•" }
}

fn sign(status: HoursStatus) -> String {
    match status {
        HoursStatus::Open => words(GOOD, "●"),
        HoursStatus::OpenForService | HoursStatus::OpenByAppointment => words(WARN, "◐"),
        HoursStatus::Closed | HoursStatus::ClosedToPublic => words(BAD, "○"),
        HoursStatus::Unknown => "?".to_owned(),
    }
}
