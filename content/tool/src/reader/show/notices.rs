//! The notices.

use cittadini_core::screens::{NoticeView, Notices};

use super::header::banners;
use super::headings;
use super::page::page;
use super::rows::{Rows, Tone};
use super::text::{day, styled};

/// The notices that hold today.
pub fn notices(screen: &Notices, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = rows.headings.say(headings::notices());
    rows.add(Tone::Title, "title", "", title);
    if screen.notices.is_empty() {
        let none = rows.headings.say(headings::no_notices());
        rows.body("none", none);
    }
    for found in &screen.notices {
        notice(&mut rows, found);
    }
    page(rows, width)
}

fn notice(rows: &mut Rows, notice: &NoticeView) {
    let marker = if notice.severity == "urgent" { "‼" } else { "•" };
    rows.add(Tone::Item, &notice.id, marker, styled(&notice.title));
    rows.inside(&notice.id, 2, |rows| {
        rows.body("body", styled(&notice.body));
        rows.say("translation", notice.translation.as_ref().map(|label| &label.label));
        let until = rows.headings.say(headings::notice_until(day(&notice.expires_on)));
        rows.quiet("until", until);
    });
}
