//! The reader's choices.

use cittadini_core::l10n::name_of;
use cittadini_core::model::Audience;
use cittadini_core::personal::Settings;

use super::headings;
use super::page::page;
use super::rows::{Rows, Tone};

/// The reader's choices.
pub fn settings(settings: &Settings, width: usize) -> String {
    let first = settings.languages.first().map_or("it", String::as_str);
    let mut rows = Rows::new(first);
    let title = rows.headings.say(headings::settings());
    rows.add(Tone::Title, "title", "", title);
    let languages = settings.languages.iter().map(|tag| format!("{} ({tag})", name_of(tag)));
    let languages = languages.collect::<Vec<_>>().join(" → ");
    rows.named("languages", headings::languages(), Some(languages));
    let municipality = match &settings.municipality {
        Some(name) => name.clone(),
        None => rows.headings.say(headings::not_chosen()),
    };
    rows.named("municipality", headings::municipality(), Some(municipality));
    let audience = match settings.audience {
        Audience::Operator => "operator",
        Audience::Employer => "employer",
        Audience::Person | Audience::Unknown => "person",
    };
    rows.named("audience", headings::audience(), Some(audience.to_owned()));
    for (key, name, chosen) in [
        ("wifi_only", headings::wifi_only(), settings.wifi_only),
        ("data_saver", headings::data_saver(), settings.data_saver),
    ] {
        let chosen = if chosen { headings::yes() } else { headings::no() };
        let chosen = rows.headings.say(chosen);
        rows.named(key, name, Some(chosen));
    }
    page(rows, width)
}
