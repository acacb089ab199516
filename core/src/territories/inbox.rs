//! Whether words of a reader may be sent to a territory: to one that was added only once she agreed, and only to the
//! address that she agreed to.

use super::Added;
use crate::screens::InboxState;

/// What there is to say of the inbox that a catalogue names. `added` is absent for a territory that came with the app.
pub(crate) fn state(inbox: Option<&str>, added: Option<&Added>) -> InboxState {
    match (inbox, added) {
        (None, _) => InboxState::None,
        (Some(inbox), Some(added)) if added.inbox.as_deref() != Some(inbox) => InboxState::Ask,
        _ => InboxState::Agreed,
    }
}

/// The inbox that may be used.
pub(crate) fn usable(inbox: Option<String>, added: Option<&Added>) -> Option<String> {
    match state(inbox.as_deref(), added) {
        InboxState::Agreed => inbox,
        InboxState::None | InboxState::Ask => None,
    }
}
