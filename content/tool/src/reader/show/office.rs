//! Offices and contacts.

use cittadini_core::screens::{ContactView, DayHours, OfficeScreen, OfficeView, Offices, Text};

use crate::terminal::style::{QUIET, TITLE, words};

use super::header::{banners, sources, standing};
use super::headings;
use super::page::page;
use super::rows::{Rows, Tone, joined};
use super::text::{chip, isolated, link, sign, styled};

/// The offices of a municipality.
pub fn offices(screen: &Offices, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = rows.headings.say(match &screen.municipality {
        Some(name) => headings::offices_of(name.as_str()),
        None => headings::offices_all(),
    });
    rows.add(Tone::Title, "title", "", title);
    standing(&mut rows, &screen.header);
    if screen.offices.is_empty() {
        let none = rows.headings.say(headings::offices_none());
        rows.body("none", none);
    }
    for office in &screen.offices {
        let name = format!("{} {}", office.name_it, words(QUIET, &format!("({})", office.id)));
        rows.add(Tone::Item, &office.id, &sign(office.freshness.state), name);
        rows.inside(&office.id, 2, |rows| {
            types(rows, office);
            details(rows, office);
        });
    }
    page(rows, width)
}

/// One office.
pub fn office(screen: &OfficeScreen, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    let office = &screen.office;
    banners(&mut rows, &screen.header);
    rows.add(Tone::Title, "title", "", office.name_it.clone());
    let state = chip(office.freshness.state, &rows.headings);
    rows.body("freshness", format!("{state} · {}", styled(&office.freshness.label)));
    types(&mut rows, office);
    details(&mut rows, office);
    rows.list("what", headings::done_here(), &screen.what);
    if !screen.contacts.is_empty() {
        rows.heading("contacts", headings::contact());
        for found in &screen.contacts {
            contact(&mut rows, found);
        }
    }
    reservations(&mut rows, &office.freshness.reservations);
    sources(&mut rows, &screen.sources);
    page(rows, width)
}

/// An office in a few lines: its name and how to reach it.
pub(super) fn short(rows: &mut Rows, office: &OfficeView) {
    let name =
        format!("{} {}", words(TITLE, &office.name_it), words(QUIET, &format!("({})", office.id)));
    rows.add(Tone::Body, &office.id, &sign(office.freshness.state), name);
    rows.inside(&office.id, 2, |rows| {
        reach(rows, office);
        unknown(rows, office);
    });
}

/// What kinds of office it is.
fn types(rows: &mut Rows, office: &OfficeView) {
    if !office.types.is_empty() {
        rows.quiet("types", joined(&office.types));
    }
}

/// Everything about an office below its name.
pub(super) fn details(rows: &mut Rows, office: &OfficeView) {
    reach(rows, office);
    week(rows, &office.hours);
    rows.say("hours-unknown", office.hours_unknown.as_ref().filter(|_| office.unknown.is_none()));
    unknown(rows, office);
    appointment(rows, office);
    if !office.languages.is_empty() {
        rows.named("languages", headings::languages_spoken(), Some(joined(&office.languages)));
    }
    let step_free = office.step_free.map(|free| if free { "yes" } else { "no" });
    if let Some(free) = step_free {
        let free = rows.headings.say(headings::step_free(free));
        rows.body("step-free", free);
    }
    rows.doubt(&office.freshness);
}

/// How one gets an appointment.
pub(super) fn appointment(rows: &mut Rows, office: &OfficeView) {
    for (number, how) in office.appointment.iter().enumerate() {
        rows.body(&format!("appointment.{number}"), styled(how));
    }
}

/// What nobody knows, and whom to ask.
pub(super) fn unknown(rows: &mut Rows, office: &OfficeView) {
    if let Some(unknown) = &office.unknown {
        rows.add(Tone::Body, "unknown", "?", styled(unknown));
    }
}

/// The address and the ways to write and call.
fn reach(rows: &mut Rows, office: &OfficeView) {
    if let Some(address) = &office.address {
        rows.body("address", address.as_str());
    }
    phone(rows, office.phone.as_deref());
    rows.named("email", headings::email(), office.email.clone());
    rows.named("pec", headings::pec(), office.pec.clone());
    rows.named("url", headings::website(), office.url.as_deref().map(link));
}

/// A telephone, if it is known.
pub(super) fn phone(rows: &mut Rows, phone: Option<&str>) {
    let number = phone.map(|number| isolated(number, rows.direction));
    rows.named("phone", headings::phone(), number);
}

/// The week, days with the same hours together.
fn week(rows: &mut Rows, hours: &[DayHours]) {
    let mut spans: Vec<(&DayHours, &DayHours)> = Vec::new();
    for day in hours {
        match spans.last_mut() {
            Some((first, last)) if plain(&first.spans) == plain(&day.spans) => *last = day,
            _ => spans.push((day, day)),
        }
    }
    if !spans.is_empty() {
        let heading = rows.headings.say(headings::hours());
        rows.body("hours", format!("{heading}:"));
    }
    for (first, last) in spans {
        let days = match first.weekday == last.weekday {
            true => styled(&first.day),
            false => format!("{}–{}", styled(&first.day), styled(&last.day)),
        };
        let line = format!("{days}: {}", joined(&first.spans));
        rows.inside("week", 2, |rows| rows.body(&first.weekday.to_string(), line));
    }
}

/// Days with their hours, one a line.
pub(super) fn days(rows: &mut Rows, days: &[DayHours]) {
    for day in days {
        rows.body(
            &day.weekday.to_string(),
            format!("{}: {}", styled(&day.day), joined(&day.spans)),
        );
    }
}

fn plain(texts: &[Text]) -> Vec<String> {
    texts.iter().map(Text::plain).collect()
}

/// A way to reach somebody.
pub(super) fn contact(rows: &mut Rows, contact: &ContactView) {
    let value = words(TITLE, &styled(&contact.value));
    let mut line = format!("{} — {value}", styled(&contact.title));
    if contact.free {
        let free = rows.headings.say(headings::call_free());
        line = format!("{line} ({free})");
    }
    rows.bullet(&contact.id, line);
    rows.inside(&contact.id, 2, |rows| {
        rows.say("what", contact.what.as_ref());
        rows.doubt(&contact.freshness);
    });
}

/// What is doubtful about an item.
pub(super) fn reservations(rows: &mut Rows, reservations: &[Text]) {
    if !reservations.is_empty() {
        rows.heading("reservations", headings::doubts());
    }
    for (number, reservation) in reservations.iter().enumerate() {
        rows.bullet(&format!("reservation.{number}"), styled(reservation));
    }
}
