//! What changed for a reader since a release or a day.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Freshness, Header, Text};

/// Since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "since", rename_all = "snake_case")]
pub enum Since {
    /// What this release and all later ones changed. Who has read release 7 asks for 8.
    Release {
        /// The release's number.
        number: u64,
    },
    /// What has arrived on this device on this day and after it.
    Day {
        /// ISO 8601, `2026-11-23`.
        iso: String,
    },
}

impl FromStr for Since {
    type Err = String;

    /// `12` is a release, `2026-11-23` a day.
    fn from_str(text: &str) -> Result<Self, String> {
        if let Ok(number) = text.parse() {
            return Ok(Self::Release { number });
        }
        match text.parse::<jiff::civil::Date>() {
            Ok(day) => Ok(Self::Day { iso: day.to_string() }),
            Err(_) => Err(format!("«{text}» is neither a release's number nor a day")),
        }
    }
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The reader did not have it.
    Added,
    /// It says something else.
    Changed,
    /// She has it no more.
    Removed,
}

/// A procedure that an item belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureName {
    /// Its id.
    pub id: String,
    /// Its title in the reader's language.
    pub title: Text,
}

/// One thing that an item says differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeDetail {
    /// A slug for a pictogram: `amount`, `address`, `hours`, `document_added`, `instructions` …
    pub kind: String,
    /// The part of the item that it is about: a step of a procedure, a type of office of a municipality.
    pub part: Option<Text>,
    /// What is different: the name of a value ("Amount"), or a sentence.
    pub text: Text,
    /// What it was; with no `after`, what was removed. Absent for a sentence, and for what was added.
    pub before: Option<Text>,
    /// What it is; with no `before`, what was added. Absent for a sentence, and for what was removed.
    pub after: Option<Text>,
}

/// An item that changed for the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedItem {
    /// Its id.
    pub id: String,
    /// Its kind: `procedure`, `notice`, `fee`, `deadline`, `document`, `municipality`, `office`, `contact`, `service`.
    pub kind: String,
    /// What became of it.
    pub how: Change,
    /// Its title in the reader's language; that of a removed item may be left in Italian only.
    pub title: Text,
    /// The procedures it belongs to. Empty for a procedure itself.
    pub procedures: Vec<ProcedureName>,
    /// What it says differently. Empty for an item that was added or removed.
    pub details: Vec<ChangeDetail>,
    /// Its freshness. Absent for an item that was removed.
    pub freshness: Option<Freshness>,
}

/// What changed between two releases, for the reader: where she lives, for whom she reads, in her language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// What stands above every screen.
    pub header: Header,
    /// The release that is compared with: the one this device had before. Absent when nothing changed, or when it is no
    /// longer known.
    pub from_release: Option<u64>,
    /// The release that is installed, as far as is known.
    pub to_release: Option<u64>,
    /// The day of the release compared with, ISO 8601.
    pub from_day: Option<String>,
    /// The day of the installed release, ISO 8601.
    pub to_day: Option<String>,
    /// The items, procedures first.
    pub items: Vec<ChangedItem>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_release_and_a_date_a_day() {
        assert_eq!("12".parse(), Ok(Since::Release { number: 12 }));
        assert_eq!("2026-11-23".parse(), Ok(Since::Day { iso: "2026-11-23".into() }));
        for wrong in ["", "-1", "ieri", "2026-13-01"] {
            assert!(wrong.parse::<Since>().is_err(), "{wrong}");
        }
    }
}
