//! The command's own words: typed messages, said by the first language that has them.

use cittadini_core::l10n::Argument;
use clap::ValueEnum;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

const ITALIAN: &str = include_str!("../../ftl/it.ftl");
const ENGLISH: &str = include_str!("../../ftl/en.ftl");

/// Typed messages, one function each, written at build time from `ftl/`.
#[allow(missing_docs)]
pub mod messages {
    use super::{Argument, Message};
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// A message with its variables, in no language yet.
#[derive(Debug, Clone)]
pub struct Message {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    /// Only the generated functions call this.
    pub fn new(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { id, arguments }
    }
}

/// The languages of the content team.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
}

impl Language {
    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }
}

impl Language {
    /// The sentence in this language.
    pub fn of<'a>(self, italian: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::It => italian,
            Self::En => english,
        }
    }
}

/// A chain of languages with their messages.
pub struct Words {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words of the command itself.
    pub fn of_command(language: Language) -> Self {
        match language {
            Language::It => Self::new([("it", ITALIAN)]),
            Language::En => Self::new([("en", ENGLISH), ("it", ITALIAN)]),
        }
    }

    /// Languages with their Fluent source; the first that has a message says it.
    pub fn new<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let bundles = sources.into_iter().filter_map(|(tag, source)| bundle(tag, source));
        Self { bundles: bundles.collect() }
    }

    /// Says a message. The build checks that every language has every message, so the id never shows.
    pub fn say(&self, message: Message) -> String {
        self.find(message.id, &message.arguments).unwrap_or_else(|| message.id.to_owned())
    }

    /// The message of an id that is made up at run time, such as the help of an option.
    pub fn look(&self, id: &str) -> Option<String> {
        self.find(id, &[])
    }

    fn find(&self, id: &str, arguments: &[(&'static str, Argument)]) -> Option<String> {
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            values.set(*name, value);
        }
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&values), &mut errors);
            errors.is_empty().then(|| text.into_owned())
        })
    }
}

fn bundle(tag: &str, source: &str) -> Option<FluentBundle<FluentResource>> {
    let language: LanguageIdentifier = tag.parse().ok()?;
    let resource = FluentResource::try_new(source.to_owned()).ok()?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Invisible marks around values would end up in paths that somebody copies.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).ok()?;
    Some(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_count() {
        let say = |language, n: u32| Words::of_command(language).say(messages::check_errors(n));
        assert_eq!(say(Language::It, 0), "nessun errore");
        assert_eq!(say(Language::It, 1), "1 errore");
        assert_eq!(say(Language::En, 2), "2 errors");
    }
}
