//! The page around the code.

use cittadini_core::l10n::{direction, name_of};
use cittadini_core::model::Catalog;
use cittadini_core::screens::Direction;
use cittadini_core::territories::Invitation;

use super::words::{self, languages};
use crate::terminal::words::Words;

const STYLE: &str = include_str!("poster.css");

/// The page. Nothing in it is asked of anywhere else, and there is no script.
pub(super) fn page(
    invitation: &Invitation,
    catalog: &Catalog,
    development: bool,
    code: &str,
) -> String {
    let languages = languages(&catalog.languages);
    let blocks: Vec<String> =
        languages.iter().map(|(tag, words)| block(tag, words, &invitation.name)).collect();
    let italian = languages.first().map(|(_, words)| words);
    let title = italian.map(|words| words.say(words::title(invitation.name.as_str())));
    let trial = italian
        .filter(|_| development)
        .map(|words| format!("<p class=\"trial\">{}</p>", escaped(&words.say(words::trial()))));
    format!(
        "<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{trial}<h1>{name}</h1>\n<p class=\"places\">{places}</p>\n<div class=\"offer\">\n{code}\n{compared}\n</div>\n{blocks}\n</main>\n</body>\n</html>\n",
        title = escaped(&title.unwrap_or_default()),
        trial = trial.unwrap_or_default(),
        name = escaped(&invitation.name),
        places = escaped(&catalog.municipalities.join(" · ")),
        compared = compared(invitation, &languages),
        blocks = blocks.join("\n"),
    )
}

/// What a person compares with her screen, named in every language.
fn compared(invitation: &Invitation, languages: &[(&str, Words)]) -> String {
    let named = |label: fn() -> crate::terminal::words::Message| {
        let said = languages.iter().map(|(tag, words)| {
            let (lang, dir) = (escaped(tag), dir(tag));
            format!("<span lang=\"{lang}\" dir=\"{dir}\">{}</span>", escaped(&words.say(label())))
        });
        said.collect::<Vec<_>>().join(" · ")
    };
    let groups: Vec<String> = invitation.grouped().split(' ').map(str::to_owned).collect();
    let lines: Vec<String> = groups.chunks(4).map(|line| line.join(" ")).collect();
    let rows = [
        (named(words::name), escaped(&invitation.name), "name"),
        (named(words::site), escaped(&invitation.host), "site"),
        (named(words::address), escaped(&invitation.repository), "address"),
        (named(words::fingerprint), lines.join("<br>"), "fingerprint"),
    ];
    let rows = rows.map(|(label, value, class)| {
        format!("<dt>{label}</dt><dd class=\"{class}\" dir=\"ltr\">{value}</dd>")
    });
    format!("<dl>{}</dl>", rows.join("\n"))
}

fn block(tag: &str, words: &Words, name: &str) -> String {
    let say = |message| escaped(&words.say(message));
    format!(
        "<section lang=\"{tag}\" dir=\"{dir}\"><h2>{language}</h2><p>{what}</p><p>{how}</p><p class=\"compare\">{compare}</p></section>",
        dir = dir(tag),
        language = escaped(name_of(tag)),
        what = say(words::what(name)),
        how = say(words::how()),
        compare = say(words::compare()),
    )
}

fn dir(tag: &str) -> &'static str {
    match direction(tag) {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
