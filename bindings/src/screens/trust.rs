//! What every screen says about itself: how old it is, and how far it can be relied on.

use cittadini_core::screens::{
    Banner, BannerKind, Direction, Freshness, FreshnessScreen, FreshnessState, Header,
    InstalledPack, OverdueItem, Text, TranslationLabel,
};

/// Whether an item may still be relied on.
#[uniffi::remote(Enum)]
pub enum FreshnessState {
    /// Checked recently enough.
    Fresh,
    /// Past its day: check with the office.
    Check,
    /// Too old, or no longer valid: do not rely on it.
    DoNotRely,
}

/// The freshness of an item. Content cannot hide it.
#[uniffi::remote(Record)]
pub struct Freshness {
    /// The state today.
    pub state: FreshnessState,
    /// The state in words.
    pub label: Text,
    /// The day somebody last checked it, ISO 8601.
    pub verified_on: Option<String>,
    /// The last day on which it counts as fresh, ISO 8601.
    pub verify_by: Option<String>,
    /// What is doubtful about it: no source, changes often, sources disagree.
    pub reservations: Vec<Text>,
}

/// How the translation of an item is labelled.
#[uniffi::remote(Record)]
pub struct TranslationLabel {
    /// The label in words.
    pub label: Text,
    /// Whether the reader may put it away. On an item of high risk she may not.
    pub dismissible: bool,
    /// Whether the Italian has changed since.
    pub stale: bool,
}

/// What a banner is about.
#[uniffi::remote(Enum)]
pub enum BannerKind {
    /// The territory did not come with the app: the reader added it from a poster. Names the territory and its host.
    AddedTerritory,
    /// The content is signed with development keys: it is not for use.
    Development,
    /// An update of the app brought other keys for good, and the content began anew.
    NewLineage,
    /// Nothing has been installed yet.
    Empty,
    /// The content came with the app or from a file; whether it is the newest is not confirmed.
    NotConfirmed,
    /// No successful check for 7 days or more.
    NotCheckedQuiet,
    /// No successful check for 30 days or more.
    NotCheckedVisible,
    /// No successful check for 90 days or more.
    NotCheckedStrong,
    SettingsLost,
    /// The device's clock stands before the day the content was made.
    Clock,
}

/// A sentence that stands above a screen.
#[uniffi::remote(Record)]
pub struct Banner {
    /// What it is about.
    pub kind: BannerKind,
    /// The sentence.
    pub text: Text,
}

/// What stands above every screen.
#[uniffi::remote(Record)]
pub struct Header {
    /// The reader's first language.
    pub language: String,
    /// The direction of its script, and so of the screen.
    pub direction: Direction,
    /// The municipality chosen.
    pub municipality: Option<String>,
    /// The day of the content, ISO 8601.
    pub content_of: Option<String>,
    /// The moment of the last successful check, RFC 3339.
    pub last_checked: Option<String>,
    /// Today in Italy, ISO 8601.
    pub today: String,
    /// What must be said.
    pub banners: Vec<Banner>,
}

/// A pack that is installed.
#[uniffi::remote(Record)]
pub struct InstalledPack {
    /// Its name.
    pub pack: String,
    /// Its `seq`.
    pub seq: u64,
    /// How many records it has.
    pub records: u64,
}

/// An item that is not fresh.
#[uniffi::remote(Record)]
pub struct OverdueItem {
    /// The item's id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its name.
    pub title: Text,
    /// Its freshness.
    pub freshness: Freshness,
}

/// How old everything is.
#[uniffi::remote(Record)]
pub struct FreshnessScreen {
    /// What stands above every screen.
    pub header: Header,
    /// The worst state among all items.
    pub state: Option<FreshnessState>,
    /// How many items are fresh.
    pub fresh: u64,
    /// How many are to be checked.
    pub check: u64,
    /// How many must not be relied on.
    pub do_not_rely: u64,
    /// What is installed.
    pub packs: Vec<InstalledPack>,
    /// The items that are not fresh, the worst first.
    pub overdue: Vec<OverdueItem>,
}
