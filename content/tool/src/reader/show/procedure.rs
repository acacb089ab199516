//! One procedure, whole.

use cittadini_core::screens::ProcedureScreen;

use super::deadline::deadline;
use super::header::{banners, sources, standing};
use super::headings;
use super::office::{contact, reservations};
use super::page::page;
use super::rows::{Rows, Tone};
use super::step::step;
use super::text::{chip, link, styled};
use super::triage::tree;

/// One procedure.
pub fn procedure(screen: &ProcedureScreen, width: usize) -> String {
    page(rows(screen), width)
}

/// What the screen says, with the same keys in every language.
pub(super) fn rows(screen: &ProcedureScreen) -> Rows {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    opening(&mut rows, screen);
    rows.section("who_for", headings::who_for(), screen.who_for.as_ref());
    rows.section("result", headings::result(), screen.result.as_ref());
    rows.list("eligibility", headings::eligibility(), &screen.eligibility);
    if let Some(found) = &screen.tree {
        rows.heading("tree", headings::questions());
        tree(&mut rows, found);
    }
    rows.heading("costs", headings::costs());
    rows.body("total", styled(&screen.total.text));
    if !screen.deadlines.is_empty() {
        rows.heading("deadlines", headings::deadlines());
        for found in &screen.deadlines {
            deadline(&mut rows, found);
        }
    }
    rows.heading("steps", headings::steps());
    for found in &screen.steps {
        step(&mut rows, found);
    }
    rows.list("mistakes", headings::mistakes(), &screen.mistakes);
    rows.list("rights", headings::rights(), &screen.rights);
    rows.section("appeal", headings::appeal(), screen.appeal.as_ref());
    rows.section("scam", headings::scam(), screen.scam.as_ref());
    closing(&mut rows, screen);
    rows
}

/// The title, and how far all this can be relied on.
fn opening(rows: &mut Rows, screen: &ProcedureScreen) {
    rows.add(Tone::Title, "title", "", styled(&screen.title));
    if screen.title_it.plain() != screen.title.plain() {
        rows.quiet("title_it", screen.title_it.plain());
    }
    let state = chip(screen.freshness.state, &rows.headings);
    rows.body("freshness", format!("{state} · {}", styled(&screen.freshness.label)));
    if let Some(label) = &screen.translation {
        rows.body("translation", format!("⚠ {}", styled(&label.label)));
    }
    rows.say("update", screen.needs_update.as_ref());
    rows.named("replaced_by", headings::replaced_by(), screen.replaced_by.clone());
    standing(rows, &screen.header);
    let short = screen.short.as_ref().map(styled).unwrap_or_default();
    rows.add(Tone::Lead, "short", "", short);
}

fn closing(rows: &mut Rows, screen: &ProcedureScreen) {
    if let Some(found) = &screen.contact {
        rows.heading("contact", headings::contact());
        contact(rows, found);
    }
    if !screen.terms.is_empty() {
        rows.heading("terms", headings::glossary());
        for term in &screen.terms {
            let name = match term.name.language == "it" {
                true => styled(&term.name),
                false => format!("{} ({})", styled(&term.name), term.name_it),
            };
            rows.bullet(&term.id, format!("{name}: {}", styled(&term.definition)));
        }
    }
    if !screen.norms.is_empty() {
        rows.heading("norms", headings::norms());
        for (number, norm) in screen.norms.iter().enumerate() {
            rows.bullet(&format!("norm.{number}"), norm.as_str());
        }
    }
    if let Some(url) = &screen.official_url {
        rows.heading("official", headings::official_page());
        rows.body("official.url", link(url));
    }
    sources(rows, &screen.sources);
    reservations(rows, &screen.freshness.reservations);
}
