//! Services: what an organisation offers.

use cittadini_core::screens::{ContactView, Freshness, OfficeView, ServiceView, Text};

/// Something an organisation offers.
#[uniffi::remote(Record)]
pub struct ServiceView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// What it does.
    pub what: Text,
    /// Whom it is for.
    pub for_whom: Text,
    /// How one gets it.
    pub how: Option<Text>,
    /// The Italian name of the organisation.
    pub organisation: Option<String>,
    /// Says that it costs nothing.
    pub free: Option<Text>,
    /// What it costs, in words: an amount, a range, or "not known".
    pub cost: Option<Text>,
    /// The languages spoken, each by its name in itself.
    pub languages: Vec<String>,
    /// The offices that offer it to the reader's municipality; all of them when she has not chosen one.
    pub offices: Vec<OfficeView>,
    /// How to reach the organisation.
    pub contacts: Vec<ContactView>,
    /// Its freshness.
    pub freshness: Freshness,
}
