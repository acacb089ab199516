//! What stands above and below every screen.

use cittadini_core::screens::{Header, SourceView};

use super::headings;
use super::rows::{Rows, Tone};
use super::text::{day, link, styled};

/// The banners, and where the content comes from.
pub(super) fn banners(rows: &mut Rows, header: &Header) {
    for (number, banner) in header.banners.iter().enumerate() {
        rows.add(Tone::Banner, &format!("banner.{number}"), "▲", styled(&banner.text));
    }
}

/// The reader's municipality and the day of the content, on one line.
pub(super) fn standing(rows: &mut Rows, header: &Header) {
    let place = match &header.municipality {
        Some(name) => name.clone(),
        None => rows.headings.say(headings::not_chosen()),
    };
    let municipality = rows.headings.say(headings::municipality());
    let mut line = format!("{municipality}: {place}");
    if let Some(content) = &header.content_of {
        let of = rows.headings.say(headings::release_of());
        line = format!("{line} · {of} {}", day(content));
    }
    if let Some(checked) = &header.last_checked {
        let last = rows.headings.say(headings::last_checked());
        line = format!("{line} · {last}: {}", day(checked));
    }
    rows.quiet("standing", line);
}

/// Where everything was read.
pub(super) fn sources(rows: &mut Rows, sources: &[SourceView]) {
    if sources.is_empty() {
        return;
    }
    rows.heading("sources", headings::sources());
    for (number, source) in sources.iter().enumerate() {
        let mut line = source.title.clone();
        if let Some(url) = source.url.as_deref().filter(|url| *url != line) {
            line = format!("{line} {}", link(url));
        }
        if let Some(read) = &source.read_on {
            let read = rows.headings.say(headings::read_on(day(read)));
            line = format!("{line} ({read})");
        }
        rows.bullet(&format!("source.{number}"), line);
    }
}
