//! What a search found.

use cittadini_core::screens::{FoundText, SearchHit, SearchScreen};

use super::header::banners;
use super::page::page;
use super::rows::{Rows, Tone};
use super::text::styled;

/// Around a word that was found: a terminal has no colour that everybody sees.
const MARK: &str = "*";

/// The results of a search.
pub fn search(screen: &SearchScreen, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    rows.say("showing", screen.showing.as_ref());
    rows.say("nothing", screen.nothing.as_ref());
    for found in &screen.hits {
        hit(&mut rows, found);
    }
    page(rows, width)
}

fn hit(rows: &mut Rows, hit: &SearchHit) {
    let mut title = marked(&hit.title);
    if hit.title_it.text != hit.title.text {
        title = format!("{title} — {}", marked(&hit.title_it));
    }
    rows.add(Tone::Item, &hit.id, "", format!("{title} ({}: {})", hit.label.plain(), hit.id));
    rows.inside(&hit.id, 2, |rows| {
        rows.say("step", hit.step.as_ref().map(|step| &step.title));
        if let Some(snippet) = &hit.snippet {
            rows.quiet("snippet", marked(snippet));
        }
        for procedure in &hit.procedures {
            rows.body(&procedure.id, styled(&procedure.title));
        }
    });
}

/// A text with signs around what was found.
fn marked(found: &FoundText) -> String {
    let units: Vec<u16> = found.text.encode_utf16().collect();
    let part = |from: u32, to: u32| {
        String::from_utf16_lossy(units.get(from as usize..to as usize).unwrap_or_default())
    };
    let mut marked = String::new();
    let mut written = 0;
    for range in &found.ranges {
        marked.push_str(&part(written, range.start));
        marked.push_str(&format!("{MARK}{}{MARK}", part(range.start, range.end)));
        written = range.end;
    }
    marked + &part(written, u32::try_from(units.len()).unwrap_or(u32::MAX))
}
