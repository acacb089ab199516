//! What changed.

use cittadini_core::screens::{Change, ChangeDetail, ChangedItem, Changes};

use crate::terminal::style::{QUIET, words};

use super::header::banners;
use super::headings;
use super::page::page;
use super::rows::{Rows, Tone, joined};
use super::text::{day, sign, styled};

/// What changed between two releases.
pub fn changes(screen: &Changes, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = rows.headings.say(headings::changes());
    rows.add(Tone::Title, "title", "", title);
    between(&mut rows, screen);
    if screen.items.is_empty() {
        let none = rows.headings.say(headings::changes_none());
        rows.body("none", none);
    }
    for found in &screen.items {
        item(&mut rows, found);
    }
    page(rows, width)
}

/// The two releases that are compared.
fn between(rows: &mut Rows, screen: &Changes) {
    let release = |rows: &Rows, number: Option<u64>, made: &Option<String>| {
        let number = number?.to_string();
        let made = day(made.as_deref()?);
        Some(rows.headings.say(headings::change_release(made, number)))
    };
    let from = release(rows, screen.from_release, &screen.from_day);
    let Some(to) = release(rows, screen.to_release, &screen.to_day) else { return };
    let line = rows.headings.say(match from {
        Some(from) => headings::changes_between(from, to),
        None => headings::changes_until(to),
    });
    rows.quiet("between", line);
}

fn item(rows: &mut Rows, item: &ChangedItem) {
    let how = rows.headings.say(headings::change_how(match item.how {
        Change::Added => "added",
        Change::Changed => "changed",
        Change::Removed => "removed",
    }));
    // No dash and no arrow: in a line from right to left they would point the wrong way.
    let title = format!("{} {}", styled(&item.title), words(QUIET, &format!("({how})")));
    let marker = item.freshness.as_ref().map_or("•".to_owned(), |fresh| sign(fresh.state));
    rows.add(Tone::Item, &item.id, &marker, title);
    rows.inside(&item.id, 2, |rows| {
        for (number, found) in item.details.iter().enumerate() {
            detail(rows, &format!("{number}.{}", found.kind), found);
        }
        let titles = item.procedures.iter().map(|procedure| &procedure.title);
        rows.named("procedures", headings::change_procedures(), Some(joined(titles)));
        if let Some(freshness) = &item.freshness {
            rows.doubt(freshness);
        }
    });
}

fn detail(rows: &mut Rows, key: &str, detail: &ChangeDetail) {
    let text = match &detail.part {
        Some(part) => format!("{}: {}", styled(part), styled(&detail.text)),
        None => styled(&detail.text),
    };
    match (&detail.before, &detail.after) {
        (Some(before), Some(after)) => {
            rows.bullet(key, text);
            rows.inside(key, 2, |rows| {
                rows.named("before", headings::change_before(), Some(styled(before)));
                rows.named("after", headings::change_now(), Some(styled(after)));
            });
        }
        (Some(only), None) | (None, Some(only)) => {
            rows.bullet(key, format!("{text}: {}", styled(only)));
        }
        (None, None) => rows.bullet(key, text),
    }
}
