//! Which territories there are, and what a poster offers.

use cittadini_core::screens::{InboxState, Territories, TerritoryOffer, TerritoryView};

/// What a poster offers: to be shown, compared with the poster, and confirmed by the reader before it is added.
#[uniffi::remote(Record)]
pub struct TerritoryOffer {
    /// The id of the territory.
    pub id: String,
    /// The name that it gives itself.
    pub name: String,
    /// The host that its content would come from.
    pub host: String,
    /// The address of its repository.
    pub repository: String,
    /// The fingerprint of its root, in groups of four digits, as the poster prints it.
    pub fingerprint: String,
}

/// Whether the words of a reader may be sent to a territory.
#[uniffi::remote(Enum)]
pub enum InboxState {
    /// It has no inbox.
    None,
    /// It has one, did not come with the app, and the reader has not agreed to it.
    Ask,
    /// It has one that may be used.
    Agreed,
}

/// A territory that is known.
#[uniffi::remote(Record)]
pub struct TerritoryView {
    /// Its id.
    pub id: String,
    /// Its Italian name.
    pub name: String,
    /// The host that its content comes from; empty where no address is known.
    pub host: String,
    /// The fingerprint of the root with which it is known, in groups of four digits; empty without a root.
    pub fingerprint: String,
    /// Whether it came with the app. One that did not says so on every screen.
    pub came_with_app: bool,
    /// Whether it is the one that is read.
    pub current: bool,
    /// Whether feedback may be sent to it.
    pub inbox: InboxState,
}

/// The territories that are known, the app's own first, those that were added last.
#[uniffi::remote(Record)]
pub struct Territories {
    /// The territories.
    pub territories: Vec<TerritoryView>,
}
