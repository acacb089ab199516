//! Notices: what is new, dated and expiring.

use cittadini_core::screens::{Freshness, Header, NoticeView, Notices, Text, TranslationLabel};

/// A notice that holds today.
#[uniffi::remote(Record)]
pub struct NoticeView {
    /// Its id.
    pub id: String,
    /// How much it matters: `urgent`, `change`, `info`.
    pub severity: String,
    /// What it is about.
    pub title: Text,
    /// What it says.
    pub body: Text,
    /// The first day it is shown, ISO 8601.
    pub publish_from: String,
    /// The last day it is shown, ISO 8601.
    pub expires_on: String,
    /// Ids of the procedures and offices it is about.
    pub affects: Vec<String>,
    /// How its translation is labelled.
    pub translation: Option<TranslationLabel>,
    /// Its freshness.
    pub freshness: Freshness,
}

/// The notices for the reader's municipality that hold today.
#[uniffi::remote(Record)]
pub struct Notices {
    /// What stands above every screen.
    pub header: Header,
    /// The notices, the gravest first, then the newest.
    pub notices: Vec<NoticeView>,
}
