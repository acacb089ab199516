//! Types in words, for sentences about what is missing or wrong, and for the comments of a file to fill in.

use crate::finding::{Both, both};
use crate::source::kind::Kind;

use super::field::Type;

impl Type {
    /// What may be written.
    pub(crate) fn name(self) -> Both {
        match self {
            Self::Text => both("un testo", "a text"),
            Self::Slug => both("un nome breve", "a short name"),
            Self::Id(kinds) => kind_names(kinds),
            Self::Date => both("un giorno", "a day"),
            Self::MonthDay => both("un giorno dell'anno", "a day of the year"),
            Self::Amount => both("un importo", "an amount"),
            Self::Span | Self::SpanRange => both("un periodo di tempo", "a span of time"),
            Self::Days => both("i giorni della settimana", "the days of the week"),
            Self::Times => both("un orario", "hours"),
            Self::Bool => both("«true» o «false»", "“true” or “false”"),
            Self::Integer => both("un numero intero", "a whole number"),
            Self::Choice(words) => {
                let list = words.join(", ");
                both(format!("una di queste parole: {list}"), format!("one of these words: {list}"))
            }
            Self::Url => both("un indirizzo web", "a web address"),
            Self::Email => both("un indirizzo e-mail", "an e-mail address"),
            Self::Language => both("una sigla di lingua", "a language tag"),
            Self::Istat => both("un codice ISTAT", "an ISTAT code"),
            Self::Condition => both("una condizione", "a condition"),
            Self::Answer => {
                both("una risposta, o un elenco di risposte", "an answer, or a list of answers")
            }
            Self::OverlayValue => both("il valore nuovo del campo", "the new value of the field"),
            Self::List(Self::Record(_)) => {
                both("un elenco di voci con i loro campi", "a list of entries with their fields")
            }
            Self::List(inner) => {
                let Both { it, en } = inner.name();
                both(
                    format!("un elenco, [primo, secondo]: ognuno è {it}"),
                    format!("a list, [first, second]: each is {en}"),
                )
            }
            Self::Record(_) | Self::Tagged(..) => both("dei campi", "fields"),
            Self::MapOf(..) => both("dei nomi con il loro valore", "names with their value"),
        }
    }

    /// Whether the name lists all there is to write.
    pub(crate) fn name_says_all(self) -> bool {
        matches!(self, Self::Bool | Self::Choice(_))
    }

    /// Values as editors write them, with commas between them, the first being a right one. Empty where a type has too
    /// many forms for that, or where its name lists them.
    pub(crate) fn examples(self) -> &'static str {
        match self {
            Self::Slug => "permesso-valido",
            Self::Date => "2026-11-21",
            Self::MonthDay => "12-07",
            Self::Amount => "16.00, 77.00-116.00, unknown",
            Self::Span => "60 days, 8 working_days, 6 months, 2 years, 48 hours",
            Self::SpanRange => "4-12 months, 30-60 days",
            Self::Days => "mon, tue, wed, thu, fri, sat, sun, mon-fri, [mon, wed]",
            Self::Times => "09:00-12:30",
            Self::Bool => "true, false",
            Self::Integer => "2",
            Self::Url => "\"https://www.interno.gov.it/\"",
            Self::Email => "ufficio@comune.example",
            Self::Language => "it, en, ar, zh-Hans, uk",
            Self::Istat => "\"015027\"",
            Self::Condition => "{eq: [permit_kind, famiglia]}",
            Self::Answer => "permesso, [uno, due], 2026-11-23, skip",
            _ => "",
        }
    }
}

fn kind_names(kinds: &[Kind]) -> Both {
    if kinds.is_empty() {
        return both("l'id di una voce", "the id of an item");
    }
    let it: Vec<&str> = kinds.iter().map(|kind| kind.name_it()).collect();
    let en: Vec<&str> = kinds.iter().map(|kind| kind.name_en()).collect();
    both(format!("l'id di: {}", it.join(", ")), format!("the id of: {}", en.join(", ")))
}
