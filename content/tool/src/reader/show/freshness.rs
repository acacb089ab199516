//! How old everything is.

use cittadini_core::screens::FreshnessScreen;

use crate::terminal::style::count;

use super::header::{banners, standing};
use super::headings;
use super::page::page;
use super::rows::{Rows, Tone};
use super::text::{chip, day, sign, styled};

/// How old everything is.
pub fn freshness(screen: &FreshnessScreen, width: usize) -> String {
    let mut rows = Rows::new(&screen.header.language);
    banners(&mut rows, &screen.header);
    let title = rows.headings.say(headings::freshness_title());
    rows.add(Tone::Title, "title", "", title);
    if let Some(state) = screen.state {
        let state = chip(state, &rows.headings);
        rows.body("state", state);
    }
    let [fresh, check, rely] =
        [screen.fresh, screen.check, screen.do_not_rely].map(|n| n.to_string());
    let counts = rows.headings.say(headings::freshness_counts(check, fresh, rely));
    rows.body("counts", counts);
    standing(&mut rows, &screen.header);
    overdue(&mut rows, screen);
    if !screen.packs.is_empty() {
        rows.heading("installed", headings::installed());
        for pack in &screen.packs {
            let records = rows.headings.say(headings::records(count(pack.records)));
            rows.bullet(&pack.pack, format!("{} {} · {records}", pack.pack, pack.seq));
        }
    }
    page(rows, width)
}

fn overdue(rows: &mut Rows, screen: &FreshnessScreen) {
    if screen.overdue.is_empty() {
        let nothing = rows.headings.say(headings::nothing_overdue());
        rows.body("nothing", nothing);
    }
    for item in &screen.overdue {
        let name = format!("{} ({} {})", styled(&item.title), item.kind, item.id);
        rows.add(Tone::Item, &item.id, &sign(item.freshness.state), name);
        rows.inside(&item.id, 2, |rows| {
            rows.body("label", styled(&item.freshness.label));
            if let Some(by) = &item.freshness.verify_by {
                let by = rows.headings.say(headings::to_check_on(day(by)));
                rows.quiet("by", by);
            }
            for (number, reservation) in item.freshness.reservations.iter().enumerate() {
                rows.quiet(&format!("reservation.{number}"), styled(reservation));
            }
        });
    }
}
