//! A language to translate into: its folder, the app's words, and what to begin with.

use std::collections::BTreeMap;
use std::path::Path;

use cittadini_core::l10n::{PSEUDO_LOCALE, name_of};

use crate::draft::COMPILED_IN;
use crate::source::files::Files;
use crate::source::kind::Kind;
use crate::source::scalars::language_tag;
use crate::source::words;

use super::error::ScaffoldError;
use super::taken::Taken;
use super::write::NewFile;

/// Tags that phones spell otherwise, and the one that stands for them here.
const SPELT_OTHERWISE: [(&str, &str); 1] = [("tl", "fil")];

/// The order in which a language is best translated. Kinds that have no words are left out.
const FIRST_THINGS_FIRST: [Kind; 11] = [
    Kind::Procedure,
    Kind::OfficeType,
    Kind::Document,
    Kind::Fee,
    Kind::Deadline,
    Kind::Contact,
    Kind::Term,
    Kind::Notice,
    Kind::Service,
    Kind::Tree,
    Kind::Phrase,
];

/// A language to be.
#[derive(Debug, Clone)]
pub struct NewLanguage {
    /// Its tag in the usual spelling.
    pub tag: String,
    /// Whether the app knows what the language is called in itself.
    pub has_name: bool,
    /// Its files.
    pub files: Vec<NewFile>,
    /// What there is to translate, what matters most first.
    pub to_translate: Vec<ToTranslate>,
}

/// Something to translate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToTranslate {
    /// `emergency`, `app`, or a kind of items.
    pub what: &'static str,
    /// How many items; messages, of the app's words.
    pub items: usize,
    /// How many sentences these have.
    pub sentences: usize,
}

/// A new language. Nothing of it is translated, and so phones hear of it only when some item is.
///
/// # Errors
/// See [`ScaffoldError`].
pub fn language(dir: &Path, tag: &str) -> Result<NewLanguage, ScaffoldError> {
    let taken = Taken::of(dir)?;
    let tag = normal(tag)?;
    if dir.join("text").join(&tag).exists() {
        return Err(ScaffoldError::LanguageExists(tag));
    }
    let readme = NewFile { path: format!("text/{tag}/README.md"), text: readme(&tag) };
    let mut files = vec![readme];
    let mut to_translate = texts(dir, &taken);
    let ui = format!("ui/{tag}.ftl");
    let italian = std::fs::read_to_string(dir.join("ui/it.ftl")).ok();
    if let Some(italian) = italian.filter(|_| !COMPILED_IN.contains(&tag.as_str())) {
        let first = usize::from(to_translate.first().is_some_and(|part| part.what == "emergency"));
        to_translate.insert(first, messages(&italian));
        if !dir.join(&ui).exists() {
            files.push(NewFile { path: ui, text: untranslated(&italian, &tag) });
        }
    }
    Ok(NewLanguage { has_name: name_of(&tag) != tag, tag, files, to_translate })
}

fn normal(tag: &str) -> Result<String, ScaffoldError> {
    let refused = || ScaffoldError::NotALanguage(tag.to_owned());
    let normal = language_tag(tag).ok_or_else(refused)?;
    let known = SPELT_OTHERWISE.iter().find(|(other, _)| *other == normal);
    let normal = known.map_or(normal, |(_, here)| (*here).to_owned());
    match normal.as_str() {
        "it" | PSEUDO_LOCALE => Err(refused()),
        _ => Ok(normal),
    }
}

/// The app's Italian words as comments: a message that is not translated must not look as if it were.
fn untranslated(italian: &str, tag: &str) -> String {
    let mut text = format!(
        "# Le parole dell'app in «{tag}». Qui sotto ci sono quelle italiane, come commenti: per tradurre una voce,\n\
         # togli il # e lo spazio davanti alle sue righe e traduci quello che segue il segno =.\n\
         # Quello che sta tra {{ }} resta com'è. Quello che non è tradotto si legge in un'altra lingua.\n\n"
    );
    for line in italian.lines() {
        if !line.is_empty() && !line.starts_with('#') {
            text.push_str("# ");
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// A message begins with its name at the beginning of a line; what belongs to it stands further in.
fn messages(italian: &str) -> ToTranslate {
    let begins = |line: &&str| line.starts_with(|first: char| first.is_ascii_alphabetic());
    let count = italian.lines().filter(begins).count();
    ToTranslate { what: "app", items: count, sentences: count }
}

/// The Italian words, by kind.
fn texts(dir: &Path, taken: &Taken<'_>) -> Vec<ToTranslate> {
    let mut files = Files::of(dir);
    let mut parts: BTreeMap<usize, ToTranslate> = BTreeMap::new();
    for (id, words) in words::language(&mut files, "it") {
        let Some(kind) = taken.kind(&id).filter(|_| !words.only_aliases()) else { continue };
        let (place, what) = match kind == Kind::Contact && is_emergency(&mut files, &id) {
            true => (0, "emergency"),
            false => {
                let place = FIRST_THINGS_FIRST.iter().position(|first| *first == kind);
                (place.unwrap_or(FIRST_THINGS_FIRST.len()) + 1, kind.wire())
            }
        };
        let part = parts.entry(place).or_insert(ToTranslate { what, items: 0, sentences: 0 });
        part.items += 1;
        part.sentences += words.values.len();
    }
    parts.into_values().collect()
}

fn is_emergency(files: &mut Files<'_>, id: &str) -> bool {
    let file = Kind::Contact.file(id, "");
    let node = file.and_then(|file| files.node(&file));
    node.is_some_and(|node| node.get("emergency").and_then(|word| word.text()) == Some("true"))
}

fn readme(tag: &str) -> String {
    format!(
        "# Testi in «{tag}»\n\n\
         Per tradurre una voce, copia il suo file da `text/it/` in questa cartella e traduci ogni frase. Le chiavi e i\n\
         segnaposto (`{{fee:…}}`, `[[term:…]]`) restano come sono. Poi registra com'è nata la traduzione:\n\n\
         ```sh\ncittadini translated --language {tag} --kind human --by traduzioni <id>\n```\n\n\
         Finché nessuna voce è tradotta, la lingua non viene pubblicata. Quello che manca si legge in italiano, e il\n\
         telefono lo dice. `aliases:` non si traduce: elenca come le persone chiamano la cosa in questa lingua quando la\n\
         cercano, e può stare anche da solo in un file. Questo file tiene la cartella nel repository; nessun programma lo legge.\n"
    )
}
