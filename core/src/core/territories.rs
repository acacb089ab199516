//! The calls on territories: list them, look at what a poster offers, add it, choose, remove.

use std::sync::{Arc, PoisonError};

use super::Core;
use super::open::Open;
use super::opened::Opened;
use super::place::Place;
use crate::ports::Transport;
use crate::screens::{Territories, TerritoryOffer};
use crate::sync::{Expiry, Languages, PackStore, SyncReport, fetch_pinned_root};
use crate::territories::Added;
use crate::{ApiError, Error, Result, storage};

impl Core {
    /// The territories that are known: those that came with the app, then those that the reader added. No network.
    pub fn territories(&self) -> Result<Territories, ApiError> {
        let _changing = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let _running = self.running.begin();
        let ids = self.opened(|opened| Ok(opened.ids_beside()))?;
        let mut territories =
            self.opened(|opened| opened.view_own())?.into_iter().collect::<Vec<_>>();
        for id in ids {
            let catalog = self.visited(&id)?.map(|open| open.catalog()).transpose()?;
            let catalog = catalog.unwrap_or_default();
            territories.extend(self.opened(|opened| Ok(opened.view_beside(&id, &catalog)))?);
        }
        Ok(Territories { territories })
    }

    /// What the QR code of a poster offers: show name, host and fingerprint, let the reader compare them with the poster,
    /// and call [`Core::add_territory`] with the same text when she says so. No network; nothing is kept.
    ///
    /// # Errors
    /// `InvalidInput` when the text is no such code, or claims a territory that is known.
    pub fn territory_offer(&self, qr: &str) -> Result<TerritoryOffer, ApiError> {
        let _running = self.running.begin();
        let offered = self.opened(|opened| opened.accept(qr))?;
        Ok(TerritoryOffer {
            fingerprint: offered.grouped(),
            id: offered.id,
            name: offered.name,
            host: offered.host,
            repository: offered.repository,
        })
    }

    /// Adds the territory of a QR code, once the reader has confirmed [`Core::territory_offer`]. Touches the network through
    /// `transport` and blocks, as [`Core::sync`] does. What is read stays what it was: [`Core::choose_territory`] changes that.
    ///
    /// # Errors
    /// As [`Core::territory_offer`] and [`Core::sync`]: then nothing was added.
    pub fn add_territory(
        &self,
        qr: &str,
        transport: &dyn Transport,
    ) -> Result<SyncReport, ApiError> {
        let _one_at_a_time = self.begin_sync()?;
        let _running = self.running.begin();
        let (offered, own, data) = self.opened(|opened| {
            Ok((opened.accept(qr)?, Arc::clone(&opened.own), opened.data().to_owned()))
        })?;
        let root = fetch_pinned_root(&offered, transport, &self.interrupted)?;
        let added = Added::new(&offered, root)?;
        let folder = Added::folder(&data, &added.id);
        // What an addition that was killed has left.
        Added::remove(&folder)?;
        let filled = self.fill(&own, Place::added(&data, &added), transport).and_then(|filled| {
            // The last of all: from now on the territory is there.
            added.save(&data)?;
            Ok(filled)
        });
        let (open, report) = filled.inspect_err(|_| {
            // It would be cleaned by the next opening, too.
            drop(Added::remove(&folder));
        })?;
        self.remember_interrupts(&added.id, &open);
        self.opened(|opened| {
            opened.note_added(added, open);
            Ok(())
        })?;
        Ok(report)
    }

    /// Fetches a territory into its new folder. Without its facts it is nothing that could be read.
    fn fill(
        &self,
        own: &Arc<Open>,
        place: Place,
        transport: &dyn Transport,
    ) -> Result<(Arc<Open>, SyncReport), ApiError> {
        let open = Open::beside(own, place)?;
        let address = open.repository()?.to_owned();
        let session = self.session(&open, &address, Expiry::Now, Languages::All)?;
        let report = self.drive(&open, session, transport)?;
        if open.content.installed("facts")?.is_some() {
            return Ok((Arc::new(open), report));
        }
        let without_facts = || {
            let reason = "the territory has no facts".to_owned();
            Error::Untrusted { file: "facts.pack".into(), reason }.into()
        };
        Err(report.problem.map_or_else(without_facts, ApiError::from))
    }

    /// Reads another territory from now on, also after the next opening. Calls that run end in the one where they began.
    /// Each territory keeps the municipality that was chosen in it. No network: one that came with the app and was never
    /// synced is empty, and says so.
    ///
    /// # Errors
    /// `InvalidInput` when there is no territory of that id.
    pub fn choose_territory(&self, id: &str) -> Result<(), ApiError> {
        let _changing = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let _running = self.running.begin();
        let open = self.open_known(id)?;
        open.shared.settings.set_territory(open.place.kept_as.as_deref())?;
        self.opened(|opened| {
            opened.read_from(open);
            Ok(())
        })
    }

    /// Removes a territory that the reader added, with everything that was fetched of it. If it is the one that is read,
    /// the app's own is read from now on. Waits for what runs in it; no network.
    ///
    /// # Errors
    /// `InvalidInput` when there is none of that id, when it came with the app, and when a transport calls it.
    pub fn remove_territory(&self, id: &str) -> Result<(), ApiError> {
        let _one_at_a_time = self.begin_sync()?;
        let _changing = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let _running = self.running.begin();
        let (own, data) = self.opened(|opened| {
            opened.find_added(id).ok_or_else(|| not_added(id))?;
            Ok((Arc::clone(&opened.own), opened.data().to_owned()))
        })?;
        let settings = &own.shared.settings;
        if settings.territory()?.as_deref() == Some(id) {
            settings.set_territory(None)?;
        }
        Added::forget(&data, id)?;
        settings.forget_territory(id)?;
        let open = self.opened(|opened| Ok(opened.forget_added(id)))?;
        self.statements.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
        if let Some(open) = open {
            self.running.wait_until(|| Arc::strong_count(&open) == 1);
        }
        Ok(Added::remove(&Added::folder(&data, id))?)
    }

    /// Keeps whether the reader agrees that her feedback goes to the inbox of a territory that she added. The agreement is
    /// for the address that its catalogue names today; another one is asked about again. No network.
    ///
    /// # Errors
    /// `InvalidInput` when there is no added territory of that id, or when it has no inbox.
    pub fn agree_to_inbox(&self, id: &str, agreed: bool) -> Result<(), ApiError> {
        let _changing = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let _running = self.running.begin();
        let (mut added, data) = self.opened(|opened| {
            let added = opened.find_added(id).ok_or_else(|| not_added(id))?;
            Ok((added.clone(), opened.data().to_owned()))
        })?;
        let catalog = self.open_known(id)?.catalog()?;
        if catalog.inbox.is_none() {
            return Err(Error::InvalidInput(format!("the territory «{id}» has no inbox")).into());
        }
        added.inbox = catalog.inbox.filter(|_| agreed);
        added.save(&data)?;
        self.opened(|opened| {
            opened.note_changed(added);
            Ok(())
        })
    }

    /// The address to which feedback about the territory that is read may be sent; none where there is no inbox, and none of an
    /// added territory until the reader agreed to it. No network.
    pub fn inbox(&self) -> Result<Option<String>, ApiError> {
        let _running = self.running.begin();
        self.opened(|opened| opened.inbox())
    }

    /// A known territory, opened if need be. It stays open. Call it with `changing` held: nothing is opened twice.
    fn open_known(&self, id: &str) -> Result<Arc<Open>, ApiError> {
        let (open, place) = self.opened(|opened| opened.look_up(id))?;
        let Some(place) = place else { return Ok(open) };
        let open = Arc::new(Open::beside(&open, place)?);
        self.remember_interrupts(id, &open);
        self.opened(|opened| {
            opened.keep_open(id, Arc::clone(&open));
            Ok(())
        })?;
        Ok(open)
    }

    /// A known territory that has something on the device. Call it with `changing` held.
    fn visited(&self, id: &str) -> Result<Option<Arc<Open>>, ApiError> {
        let place = self.opened(|opened| Ok(opened.look_up(id)?.1))?;
        match place {
            Some(place) if !storage::exists(&place.folder) => Ok(None),
            _ => self.open_known(id).map(Some),
        }
    }

    fn remember_interrupts(&self, id: &str, open: &Open) {
        let mut statements = self.statements.lock().unwrap_or_else(PoisonError::into_inner);
        statements.insert(id.to_owned(), open.content.interrupts());
    }

    fn opened<T>(&self, look: impl FnOnce(&mut Opened) -> Result<T>) -> Result<T, ApiError> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(look(open.as_mut().ok_or(Error::Closed)?)?)
    }
}

fn not_added(id: &str) -> Error {
    Error::InvalidInput(format!("there is no territory «{id}» that you added"))
}
