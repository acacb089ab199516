//! Question trees: the next question, or what the answers come to.

use cittadini_core::screens::{
    ServiceView, TreeCard, Trees, TriageContact, TriageOutcome, TriageQuestion, TriageScreen,
};

use crate::terminal::style::{QUIET, TITLE, words};

use super::header::{banners, sources, standing};
use super::headings;
use super::home::card;
use super::office::{contact, reservations, short};
use super::page::page;
use super::rows::{Rows, Tone, joined};
use super::text::{chip, sign, styled};

/// The trees that there are.
pub fn trees(screen: &Trees, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = rows.headings.say(headings::trees());
    rows.add(Tone::Title, "title", "", title);
    standing(&mut rows, &screen.header);
    if screen.trees.is_empty() {
        let none = rows.headings.say(headings::no_trees());
        rows.body("none", none);
    }
    for found in &screen.trees {
        tree(&mut rows, found);
    }
    page(rows, width)
}

/// A tree in a list.
pub(super) fn tree(rows: &mut Rows, tree: &TreeCard) {
    let id = words(QUIET, &format!("({} · {})", tree.id, tree.purpose));
    let title = format!("{} {id}", words(TITLE, &styled(&tree.title)));
    rows.add(Tone::Body, &tree.id, &sign(tree.freshness.state), title);
    rows.inside(&tree.id, 2, |rows| {
        rows.doubt(&tree.freshness);
        rows.say("translation", tree.translation.as_ref().map(|label| &label.label));
    });
}

/// A step through a tree.
pub fn triage(screen: &TriageScreen, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    rows.add(Tone::Title, "title", "", styled(&screen.title));
    let state = chip(screen.freshness.state, &rows.headings);
    rows.body("freshness", format!("{state} · {}", styled(&screen.freshness.label)));
    rows.say("translation", screen.translation.as_ref().map(|label| &label.label));
    if let Some(found) = &screen.question {
        question(&mut rows, found);
    }
    if let Some(found) = &screen.outcome {
        outcome(&mut rows, found);
    }
    trace(&mut rows, screen);
    // Whoever is in the middle of questions wants the next one.
    if screen.outcome.is_some() {
        reservations(&mut rows, &screen.freshness.reservations);
        sources(&mut rows, &screen.sources);
    }
    page(rows, width)
}

fn question(rows: &mut Rows, question: &TriageQuestion) {
    rows.add(Tone::Heading, "progress", "", styled(&question.progress));
    rows.add(Tone::Item, "question", "?", styled(&question.text));
    rows.inside("question", 2, |rows| {
        rows.say("help", question.help.as_ref());
        for option in &question.options {
            let id = words(QUIET, &format!("({})", option.id));
            rows.bullet(&option.id, format!("{} {id}", styled(&option.text)));
        }
        rows.bullet("skip", format!("{} {}", styled(&question.skip), words(QUIET, "(skip)")));
        let how = rows.headings.say(headings::answer_with(question.id.as_str()));
        rows.quiet("how", how);
    });
}

fn outcome(rows: &mut Rows, outcome: &TriageOutcome) {
    let marker = if outcome.verdict == "urgent" { "‼" } else { "→" };
    rows.add(Tone::Item, "verdict", marker, styled(&outcome.verdict_text));
    rows.inside("verdict", 2, |rows| {
        rows.body("text", styled(&outcome.text));
        rows.say("caution", outcome.caution.as_ref());
        rows.say("update", outcome.needs_update.as_ref());
    });
    if let Some(found) = &outcome.contact {
        somebody(rows, found);
    }
    if !outcome.procedures.is_empty() {
        rows.heading("procedures", headings::procedures());
        outcome.procedures.iter().for_each(|procedure| card(rows, procedure));
    }
    if !outcome.services.is_empty() {
        rows.heading("services", headings::services());
        outcome.services.iter().for_each(|found| service(rows, found));
    }
    if !outcome.offices.is_empty() {
        rows.heading("offices", headings::further_offices());
        outcome.offices.iter().for_each(|office| short(rows, office));
    }
    if !outcome.contacts.is_empty() {
        rows.heading("contacts", headings::further_contacts());
        outcome.contacts.iter().for_each(|found| contact(rows, found));
    }
}

fn somebody(rows: &mut Rows, found: &TriageContact) {
    rows.heading("contact", headings::contact());
    if let Some(found) = &found.contact {
        contact(rows, found);
    }
    if let Some(office) = &found.office {
        short(rows, office);
    }
    rows.say("choose", found.choose_municipality.as_ref());
}

fn service(rows: &mut Rows, service: &ServiceView) {
    let id = words(QUIET, &format!("({})", service.id));
    let title = format!("{} {id}", words(TITLE, &styled(&service.title)));
    rows.add(Tone::Body, &service.id, &sign(service.freshness.state), title);
    rows.inside(&service.id, 2, |rows| {
        rows.body("organisation", service.organisation.clone().unwrap_or_default());
        rows.body("what", styled(&service.what));
        rows.named("for", headings::who_for(), Some(styled(&service.for_whom)));
        rows.say("how", service.how.as_ref());
        rows.say("free", service.free.as_ref());
        rows.named("cost", headings::costs(), service.cost.as_ref().map(styled));
        rows.named("languages", headings::languages_spoken(), Some(service.languages.join(", ")));
        service.offices.iter().for_each(|office| short(rows, office));
        service.contacts.iter().for_each(|found| contact(rows, found));
        rows.doubt(&service.freshness);
    });
}

fn trace(rows: &mut Rows, screen: &TriageScreen) {
    if screen.trace.is_empty() {
        return;
    }
    rows.heading("trace", headings::your_answers());
    for asked in &screen.trace {
        let line = format!("{} — {}", styled(&asked.text), joined(&asked.answers));
        rows.bullet(&asked.question, line);
    }
}
