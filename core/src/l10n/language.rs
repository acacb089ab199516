//! What the core knows of languages themselves.

use crate::screens::Direction;

/// The direction of the script of a language.
pub fn direction(tag: &str) -> Direction {
    match tag.split('-').next().unwrap_or(tag) {
        "ar" | "ur" | "fa" | "he" | "ps" | "ckb" | "ug" | "yi" | "dv" => Direction::Rtl,
        _ => Direction::Ltr,
    }
}

/// The name of a language in itself; the tag, where the core does not know it.
pub fn name_of(tag: &str) -> &str {
    match tag {
        "it" => "Italiano",
        "it-simple" => "Italiano facile",
        "en" => "English",
        "fr" => "Français",
        "es" => "Español",
        "ar" => "العربية",
        "zh-Hans" => "简体中文",
        "fil" => "Filipino",
        "uk" => "Українська",
        "sq" => "Shqip",
        "si" => "සිංහල",
        "ur" => "اردو",
        "bn" => "বাংলা",
        other => other,
    }
}
