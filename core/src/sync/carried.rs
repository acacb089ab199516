//! The steps of a session with a file that somebody carried by hand, as far as they differ from those with a server.

use super::config::ExpectedTerritory;
use super::mirrors::stored_catalog;
use super::session::{Purpose, SyncSession};
use super::trust::TrustStore;
use crate::{Error, Result};

/// The territory whose catalogue is stored, if one is. It was verified when it was stored.
pub(crate) fn territory(trust: &TrustStore) -> Result<Option<ExpectedTerritory>> {
    let id = stored_catalog(trust)?.territory;
    Ok((!id.is_empty()).then(|| id.as_str().into()))
}

impl SyncSession {
    /// The file does not hold a role or a pack: the pack is looked for in the form in which phones hand it on, and stays as
    /// it is if it is not there either.
    pub(super) fn not_carried(&mut self, purpose: Purpose) -> Result<()> {
        if purpose == Purpose::Role {
            self.search = None;
            self.report.left_out.extend(self.roles.pop_front());
            return Ok(());
        }
        let Some(task) = self.tasks.front_mut() else {
            return Err(Error::Internal("a pack that was not planned".to_owned()));
        };
        if !std::mem::replace(&mut task.handed_on, true) {
            return Ok(());
        }
        let pack = task.target.pack.clone();
        self.report.left_out.push(pack);
        self.done_with_task();
        Ok(())
    }
}
