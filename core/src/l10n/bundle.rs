//! Fluent bundles in the order in which the reader wants them.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Message, PSEUDO_LOCALE, pseudo};
use crate::{Error, Result};

const ITALIAN: &str = include_str!("../../../content/ui/it.ftl");
const ENGLISH: &str = include_str!("../../../content/ui/en.ftl");

/// A message in words, and the language that had it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// The BCP 47 tag of the language.
    pub language: String,
}

/// The app's words along one reader's chain of languages.
pub struct L10n {
    bundles: Vec<(String, FluentBundle<FluentResource>)>,
}

impl L10n {
    /// Sets up a chain, the reader's first language first. `fetch` hands out the Fluent source of a language that is not
    /// compiled in; a language that has none, or whose source is broken, is left out: the next one answers.
    pub fn new(chain: &[String], fetch: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut bundles = Vec::new();
        for tag in chain.iter().map(String::as_str).chain(["it"]) {
            if bundles.iter().any(|(have, _)| have == tag) {
                continue;
            }
            let source = match tag {
                "it" => Some(ITALIAN.to_owned()),
                "en" | PSEUDO_LOCALE => Some(ENGLISH.to_owned()),
                other => fetch(other),
            };
            if let Some(bundle) = source.and_then(|source| bundle(tag, source)) {
                bundles.push((tag.to_owned(), bundle));
            }
        }
        if bundles.is_empty() {
            return Err(Error::Internal("the Italian UI strings cannot be read".into()));
        }
        Ok(Self { bundles })
    }

    /// Says a message in the reader's first language, or the next that has it.
    pub fn say(&self, message: &Message) -> Said {
        let first = self.bundles.first().map_or("it", |(tag, _)| tag);
        self.say_in(first, message)
    }

    /// The language that answers for `language`: itself where it is in the chain, else the first of the chain.
    pub fn language_for(&self, language: &str) -> String {
        let found = self.bundles.iter().find(|(tag, _)| tag == language);
        found.or(self.bundles.first()).map_or_else(|| "it".to_owned(), |(tag, _)| tag.clone())
    }

    /// Says a message in a given language of the chain, so that it fits into a sentence of that language; else in the
    /// first language that has it.
    pub fn say_in(&self, language: &str, message: &Message) -> Said {
        let mut arguments = FluentArgs::new();
        for (name, value) in &message.arguments {
            arguments.set(*name, value);
        }
        let wanted = self.bundles.iter().filter(|(tag, _)| tag == language);
        wanted
            .chain(&self.bundles)
            .find_map(|(tag, bundle)| say_in(tag, bundle, message, &arguments))
            .unwrap_or_else(|| Said { text: message.id.to_owned(), language: "it".into() })
    }
}

fn say_in(
    tag: &str,
    bundle: &FluentBundle<FluentResource>,
    message: &Message,
    arguments: &FluentArgs<'_>,
) -> Option<Said> {
    let pattern = bundle.get_message(message.id)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
    if !errors.is_empty() {
        return None;
    }
    let text = if tag == PSEUDO_LOCALE { pseudo::accent(&text) } else { text.into_owned() };
    Some(Said { text, language: tag.to_owned() })
}

fn bundle(tag: &str, source: String) -> Option<FluentBundle<FluentResource>> {
    // The pseudo-locale counts as English does.
    let language: LanguageIdentifier =
        if tag == PSEUDO_LOCALE { "en" } else { tag }.parse().ok()?;
    let resource = FluentResource::try_new(source).ok()?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Shells set the direction of each run; invisible marks would end up in calendar files and slips.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).ok()?;
    Some(bundle)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::l10n::messages;

    const ARABIC: &str = include_str!("../../../content/ui/ar.ftl");

    fn l10n(chain: &[&str]) -> L10n {
        let chain: Vec<String> = chain.iter().map(|tag| (*tag).to_owned()).collect();
        L10n::new(&chain, |tag| (tag == "ar").then(|| ARABIC.to_owned())).unwrap()
    }

    #[test]
    fn arabic_counts_in_its_six_forms() {
        let arabic = l10n(&["ar"]);
        let say = |n: u32| arabic.say(&messages::span(n, "days")).text;
        let forms: std::collections::BTreeSet<String> = [0, 1, 2, 3, 11, 100]
            .map(|n: u32| say(n).replace(&n.to_string(), "#"))
            .into_iter()
            .collect();
        assert!(forms.len() >= 5, "{forms:?}");
        assert_eq!(say(2), "يومان");
        assert!(say(60).contains("يوم"), "{}", say(60));
    }

    #[test]
    fn the_chain_ends_in_italian() {
        let said = l10n(&["si", "uk"]).say(&messages::free());
        assert_eq!(said, Said { text: "Gratis".into(), language: "it".into() });
    }

    #[test]
    fn the_reader_s_own_order_is_kept() {
        assert_eq!(l10n(&["si", "en"]).say(&messages::free()).language, "en");
    }

    #[test]
    fn the_pseudo_locale_changes_every_word_and_keeps_numbers() {
        let said = l10n(&[PSEUDO_LOCALE]).say(&messages::span(60_u32, "days"));
        assert!(said.text.contains("60") && !said.text.contains("days"), "{}", said.text);
    }
}
