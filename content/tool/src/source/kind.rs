//! The kinds of items, and in which folder each is written.

/// A kind of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Procedure,
    Document,
    Fee,
    Deadline,
    Term,
    Tree,
    Service,
    Contact,
    OfficeType,
    Organisation,
    Phrase,
    Holiday,
    Territory,
    Municipality,
    Office,
    Notice,
    OperatorNote,
}

/// The folders under `facts/` and what they hold.
pub(crate) const FACT_FOLDERS: [(&str, Kind); 12] = [
    ("procedures", Kind::Procedure),
    ("documents", Kind::Document),
    ("fees", Kind::Fee),
    ("deadlines", Kind::Deadline),
    ("terms", Kind::Term),
    ("trees", Kind::Tree),
    ("services", Kind::Service),
    ("contacts", Kind::Contact),
    ("office-types", Kind::OfficeType),
    ("organisations", Kind::Organisation),
    ("phrases", Kind::Phrase),
    ("holidays", Kind::Holiday),
];

impl Kind {
    /// The word in the records of a pack.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::Document => "document",
            Self::Fee => "fee",
            Self::Deadline => "deadline",
            Self::Term => "term",
            Self::Tree => "tree",
            Self::Service => "service",
            Self::Contact => "contact",
            Self::OfficeType => "office_type",
            Self::Organisation => "organisation",
            Self::Phrase => "phrase",
            Self::Holiday => "holiday",
            Self::Territory => "territory",
            Self::Municipality => "municipality",
            Self::Office => "office",
            Self::Notice => "notice",
            Self::OperatorNote => "operator_note",
        }
    }

    /// The file of an item, relative to the content folder. `None` for operators' notes: many share one file.
    pub fn file(self, id: &str, territory: &str) -> Option<String> {
        let folder = match self {
            Self::Territory | Self::Municipality => {
                return Some(format!("territories/{territory}/territory.yaml"));
            }
            Self::Office => format!("territories/{territory}/offices"),
            Self::Notice => format!("territories/{territory}/notices"),
            Self::OperatorNote => return None,
            fact => {
                let (folder, _) = FACT_FOLDERS.iter().find(|(_, kind)| *kind == fact)?;
                format!("facts/{folder}")
            }
        };
        Some(format!("{folder}/{id}.yaml"))
    }

    /// Whether its words may have `aliases`: people look for it by names of their own.
    pub(crate) fn has_aliases(self) -> bool {
        matches!(
            self,
            Self::Procedure
                | Self::Document
                | Self::Term
                | Self::Service
                | Self::Contact
                | Self::OfficeType
                | Self::Office
        )
    }

    /// What editors call it, in Italian.
    pub fn name_it(self) -> &'static str {
        match self {
            Self::Procedure => "procedura",
            Self::Document => "documento",
            Self::Fee => "costo",
            Self::Deadline => "termine di tempo",
            Self::Term => "voce del glossario",
            Self::Tree => "albero di domande",
            Self::Service => "servizio",
            Self::Contact => "contatto",
            Self::OfficeType => "tipo di ufficio",
            Self::Organisation => "ente",
            Self::Phrase => "frase",
            Self::Holiday => "giorno festivo",
            Self::Territory => "territorio",
            Self::Municipality => "comune",
            Self::Office => "ufficio",
            Self::Notice => "avviso",
            Self::OperatorNote => "nota per operatori",
        }
    }

    /// What editors call it, in English.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Term => "glossary term",
            Self::Tree => "question tree",
            Self::OfficeType => "office type",
            Self::OperatorNote => "operator note",
            other => other.wire(),
        }
    }
}
