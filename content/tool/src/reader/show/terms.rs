//! The glossary.

use cittadini_core::screens::{TermView, Terms};

use super::header::banners;
use super::headings;
use super::page::page;
use super::rows::{Rows, Tone};
use super::text::styled;

/// The glossary.
pub fn terms(screen: &Terms, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = rows.headings.say(headings::glossary());
    rows.add(Tone::Title, "title", "", title);
    for found in &screen.terms {
        term(&mut rows, found);
    }
    page(rows, width)
}

fn term(rows: &mut Rows, term: &TermView) {
    let mut name = term.name_it.clone();
    if let Some(acronym) = term.acronym.as_ref().filter(|acronym| !name.contains(*acronym)) {
        name = format!("{name} ({acronym})");
    }
    if term.name.plain() != term.name_it {
        name = format!("{name} — {}", styled(&term.name));
    }
    rows.add(Tone::Item, &term.id, "", name);
    rows.inside(&term.id, 2, |rows| {
        rows.body("definition", styled(&term.definition));
        rows.named("say", headings::say_it(), term.say.as_ref().map(styled));
        rows.named("example", headings::example(), term.example.as_ref().map(styled));
    });
}
