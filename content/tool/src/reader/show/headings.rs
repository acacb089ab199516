//! The reader's own words: what stands above and before the sentences of the core.

use cittadini_core::l10n::Argument;

use crate::terminal::words::{Message, Words};

pub(super) use typed::*;

/// Typed headings, one function each, written at build time from `ftl/reader/`.
#[allow(unreachable_pub)]
mod typed {
    use super::{Argument, Message};
    include!(concat!(env!("OUT_DIR"), "/headings.rs"));
}

const ITALIAN: &str = include_str!("../../../ftl/reader/it.ftl");
const ENGLISH: &str = include_str!("../../../ftl/reader/en.ftl");
const ARABIC: &str = include_str!("../../../ftl/reader/ar.ftl");

/// Headings in the reader's language; in Italian where they are not translated yet.
pub(super) struct Headings(Words);

impl Headings {
    pub(super) fn new(language: &str) -> Self {
        let sources = [("it", ITALIAN), ("en", ENGLISH), ("ar", ARABIC)];
        let own = sources.into_iter().filter(|(tag, _)| *tag == language);
        Self(Words::new(own.chain([("it", ITALIAN)])))
    }

    pub(super) fn say(&self, message: Message) -> String {
        self.0.say(message)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use cittadini_l10n_build::Catalogue;

    use super::*;

    #[test]
    fn the_terminal_and_an_app_call_the_same_thing_by_the_same_word() {
        let mut compared = 0;
        for (language, own, app) in [
            ("it", ITALIAN, include_str!("../../../../ui/it.ftl")),
            ("en", ENGLISH, include_str!("../../../../ui/en.ftl")),
            ("ar", ARABIC, include_str!("../../../../ui/ar.ftl")),
        ] {
            let own = Catalogue::parse(own, "reader").unwrap().samples;
            for (id, words) in Catalogue::parse(app, "app").unwrap().samples {
                let id = id.strip_prefix("heading-").or_else(|| id.strip_prefix("detail-"));
                let Some((id, said)) = id.and_then(|id| own.get_key_value(id)) else { continue };
                if id != "step-free" {
                    assert_eq!(said, &words, "{language}: {id}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 90, "{compared} words compared");
    }
}
