//! By which day: one term, and all terms of a procedure.

use cittadini_core::screens::{
    DeadlineScreen, TermState, TimelineEntry, TimelinePaper, TimelineScreen,
};

use crate::terminal::style::{BAD, GOOD, QUIET, WARN, words};

use super::header::banners;
use super::headings;
use super::page::page;
use super::rows::{Rows, Tone};
use super::text::{day, styled};

/// One term, counted from a day.
pub fn deadline(screen: &DeadlineScreen, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = match &screen.deadline {
        Some(deadline) => styled(&deadline.title),
        None => rows.headings.say(headings::by_which_day()),
    };
    rows.add(Tone::Title, "title", "", title);
    let from = rows.headings.say(headings::counted_from(day(&screen.from)));
    rows.quiet("from", from);
    rows.say("problem", screen.problem.as_ref());
    for (number, sentence) in screen.explanation.iter().enumerate() {
        rows.body(&format!("explanation.{number}"), styled(sentence));
    }
    if let Some(deadline) = &screen.deadline {
        rows.say("consequence", deadline.consequence.as_ref());
        rows.doubt(&deadline.freshness);
    }
    rows.quiet("article", screen.article.clone());
    page(rows, width)
}

/// All terms of a procedure for somebody's own dates.
pub fn timeline(screen: &TimelineScreen, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    rows.add(Tone::Title, "title", "", styled(&screen.title));
    for event in &screen.events {
        let line = match (&event.date, &event.problem) {
            (Some(date), _) => format!("{}: {}", styled(&event.name), day(date)),
            (None, Some(problem)) => words(WARN, &problem.plain()),
            (None, None) => continue,
        };
        rows.bullet(&event.event, line);
    }
    rows.heading("entries", headings::by_which_day());
    for found in &screen.entries {
        entry(&mut rows, found);
    }
    if !screen.papers.is_empty() {
        rows.heading("papers", headings::documents());
        for (number, found) in screen.papers.iter().enumerate() {
            paper(&mut rows, number, found);
        }
    }
    page(rows, width)
}

fn entry(rows: &mut Rows, entry: &TimelineEntry) {
    let id = entry.deadline.id.as_str();
    rows.add(Tone::Item, id, &sign(entry.state), styled(&entry.deadline.title));
    rows.inside(id, 2, |rows| {
        rows.say("problem", entry.problem.as_ref());
        for (number, sentence) in entry.explanation.iter().enumerate() {
            rows.body(&format!("explanation.{number}"), styled(sentence));
        }
        rows.say("consequence", entry.deadline.consequence.as_ref());
        rows.doubt(&entry.deadline.freshness);
    });
}

fn paper(rows: &mut Rows, number: usize, paper: &TimelinePaper) {
    let sign = match paper.valid {
        Some(true) => words(GOOD, "●"),
        Some(false) => words(BAD, "○"),
        None => words(WARN, "◐"),
    };
    let line = format!("{}: {}", styled(&paper.title), styled(&paper.text));
    rows.add(Tone::Body, &format!("{}.{number}", paper.document), &sign, line);
}

fn sign(state: TermState) -> String {
    match state {
        TermState::Passed => words(BAD, "○"),
        TermState::Today | TermState::MayAsk => words(WARN, "◐"),
        TermState::Open => words(GOOD, "●"),
        TermState::TooEarly | TermState::Waiting => words(QUIET, "◷"),
        TermState::Unknown => words(WARN, "?"),
    }
}
