//! Territories, and what a poster offers.

use cittadini_core::screens::{InboxState, Territories, TerritoryOffer, TerritoryView};

use super::headings;
use super::page::page;
use super::rows::{Rows, Tone};

/// What a poster offers, in the language of the command: what is to be compared with it.
pub fn territory_offer(offer: &TerritoryOffer, language: &str, width: usize) -> String {
    let mut rows = Rows::new(language);
    rows.add(Tone::Title, "name", "", offer.name.clone());
    rows.named("id", headings::territory(), Some(offer.id.clone()));
    rows.named("host", headings::host(), Some(offer.host.clone()));
    rows.named("fingerprint", headings::fingerprint(), Some(offer.fingerprint.clone()));
    page(rows, width)
}

/// The territories that are known, in the language of the command.
pub fn territories(territories: &Territories, language: &str, width: usize) -> String {
    let mut rows = Rows::new(language);
    let title = rows.headings.say(headings::territories());
    rows.add(Tone::Title, "title", "", title);
    for territory in &territories.territories {
        one(&mut rows, territory);
    }
    page(rows, width)
}

fn one(rows: &mut Rows, territory: &TerritoryView) {
    let mark = if territory.current { "→ " } else { "" };
    let name = format!("{mark}{} ({})", territory.name, territory.id);
    rows.add(Tone::Heading, &territory.id, "", name);
    rows.inside(&territory.id, 2, |rows| {
        let origin = match territory.came_with_app {
            true => rows.headings.say(headings::came_with_app()),
            false => rows.headings.say(headings::added_by_you()),
        };
        rows.body("origin", origin);
        let said = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        rows.named("host", headings::host(), said(&territory.host));
        rows.named("fingerprint", headings::fingerprint(), said(&territory.fingerprint));
        let inbox = match territory.inbox {
            InboxState::None => None,
            InboxState::Ask => Some(rows.headings.say(headings::inbox_ask())),
            InboxState::Agreed => Some(rows.headings.say(headings::inbox_agreed())),
        };
        rows.named("inbox", headings::inbox(), inbox);
    });
}
