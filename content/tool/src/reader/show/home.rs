//! The first screen, and the list of procedures.

use cittadini_core::screens::{Home, LanguageChoice, ProcedureCard, ProcedureGroup, Procedures};

use crate::terminal::style::{QUIET, TITLE, words};

use super::header::{banners, standing};
use super::headings;
use super::office::{contact, short};
use super::page::page;
use super::rows::{Rows, Tone};
use super::text::{sign, styled};
use super::triage::tree;

/// The first screen.
pub fn home(screen: &Home, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = match &screen.territory {
        Some(territory) => format!("{territory} — {}", styled(&screen.title)),
        None => styled(&screen.title),
    };
    rows.add(Tone::Title, "title", "", title);
    standing(&mut rows, &screen.header);
    if !screen.trees.is_empty() {
        rows.heading("trees", headings::questions());
        for found in &screen.trees {
            tree(&mut rows, found);
        }
    }
    groups(&mut rows, &screen.groups);
    if !screen.desks.is_empty() {
        rows.heading("desks", headings::desks());
        for desk in &screen.desks {
            short(&mut rows, desk);
        }
    }
    if !screen.emergency.is_empty() {
        rows.heading("emergency", headings::emergency());
        for found in &screen.emergency {
            contact(&mut rows, found);
        }
    }
    choices(&mut rows, screen);
    page(rows, width)
}

/// The list of procedures.
pub fn procedures(screen: &Procedures, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = rows.headings.say(headings::procedures());
    rows.add(Tone::Title, "title", "", title);
    standing(&mut rows, &screen.header);
    groups(&mut rows, &screen.groups);
    if screen.groups.is_empty() {
        let none = rows.headings.say(headings::no_procedures());
        rows.body("none", none);
    }
    page(rows, width)
}

fn groups(rows: &mut Rows, groups: &[ProcedureGroup]) {
    for group in groups {
        rows.add(Tone::Heading, &group.id, "", styled(&group.title));
        for procedure in &group.procedures {
            card(rows, procedure);
        }
    }
}

/// A procedure in a list.
pub(super) fn card(rows: &mut Rows, card: &ProcedureCard) {
    let title = format!(
        "{} {}",
        words(TITLE, &styled(&card.title)),
        words(QUIET, &format!("({})", card.id))
    );
    rows.add(Tone::Body, &card.id, &sign(card.freshness.state), title);
    rows.inside(&card.id, 2, |rows| {
        if card.title.language != "it" && card.title_it.plain() != card.title.plain() {
            rows.quiet("it", card.title_it.plain());
        }
        rows.say("short", card.short.as_ref());
        rows.doubt(&card.freshness);
        if let Some(label) = &card.translation {
            rows.quiet("translation", styled(&label.label));
        }
        rows.say("update", card.needs_update.as_ref());
    });
}

fn choices(rows: &mut Rows, screen: &Home) {
    let name = |language: &LanguageChoice| format!("{} ({})", language.name, language.tag);
    let languages: Vec<String> = screen.languages.iter().map(name).collect();
    let municipalities: Vec<&str> =
        screen.municipalities.iter().map(|found| found.name.as_str()).collect();
    for (key, heading, list) in [
        ("languages", headings::languages(), languages.join(" · ")),
        ("municipalities", headings::municipalities(), municipalities.join(" · ")),
    ] {
        if !list.is_empty() {
            rows.heading(key, heading);
            rows.body(&format!("{key}.list"), list);
        }
    }
}
