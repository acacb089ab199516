//! The words of each language of the project for money, time and numbers.

mod latin;
mod other;

use super::vocabulary::Source;
use latin::{ALBANIAN, ENGLISH, FILIPINO, FRENCH, ITALIAN, SPANISH};
use other::{ARABIC, BENGALI, CHINESE, SINHALA, UKRAINIAN, URDU};

/// All languages that are listed.
const ALL: [&Source; 12] = [
    &ITALIAN, &ENGLISH, &FRENCH, &SPANISH, &ARABIC, &CHINESE, &FILIPINO, &UKRAINIAN, &ALBANIAN,
    &SINHALA, &URDU, &BENGALI,
];

/// The words of a language. One that nobody has listed has only signs and digits.
pub(super) fn listed(lang: &str) -> &'static Source {
    let primary = lang.split('-').next().unwrap_or_default();
    let listed = ALL.iter().find(|it| it.languages.contains(&primary));
    listed.copied().unwrap_or(&Source::NONE)
}
