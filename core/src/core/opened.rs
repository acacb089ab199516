//! The territories of one data folder: which are known, which are open, which one is read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::InterruptHandle;

use super::Config;
use super::open::{Open, Shared};
use super::place::{Place, Root};
use crate::model::Catalog;
use crate::order;
use crate::ports::Clock;
use crate::screens::TerritoryView;
use crate::territories::{
    Added, Invitation, List, Shipped, grouped, host, looks_like, of_root, state, usable,
};
use crate::{Error, Result};

/// What [`super::Core`] holds while it is open. A territory that was visited stays open, so that nothing is opened twice
/// while a reading of it may still run.
pub(super) struct Opened {
    data: PathBuf,
    pub(super) own: Arc<Open>,
    pub(super) current: Arc<Open>,
    others: BTreeMap<String, Arc<Open>>,
    shipped: Vec<Shipped>,
    added: Vec<Added>,
}

impl Opened {
    /// Opens the app's own territory, and the one that was read last.
    pub(super) fn new(config: &Config, clock: Arc<dyn Clock>) -> Result<Self> {
        let list = config.territories.as_deref().map(List::parse).transpose()?.unwrap_or_default();
        let shared = Shared::new(config, clock)?;
        let data = config.data_dir.clone();
        let shipped = list.territories;
        let added = Added::all(&data, |id| shipped.iter().any(|known| known.id == id))?;
        let own = Arc::new(Open::own(shared, Place::own(config, shipped.first()))?);
        let current = Arc::clone(&own);
        let mut opened = Self { data, own, current, others: BTreeMap::new(), shipped, added };
        // A territory that is gone leaves the app's own.
        if let Some(id) = opened.own.shared.settings.territory()?
            && let Some(place) = opened.place(&id)
        {
            let open = Arc::new(Open::beside(&opened.own, place)?);
            opened.keep_open(&id, Arc::clone(&open));
            opened.read_from(open);
        }
        Ok(opened)
    }

    /// The app's own territory by id and name: as its catalogue says, or the list before there is one.
    fn own_catalog(&self) -> Result<Catalog> {
        let catalog = self.own.catalog()?;
        let Some(shipped) = self.shipped.first().filter(|_| catalog.territory.is_empty()) else {
            return Ok(catalog);
        };
        Ok(Catalog {
            territory: shipped.id.clone(),
            name_it: shipped.name_it.clone(),
            municipalities: shipped.municipalities.clone(),
            ..catalog
        })
    }

    fn is_own(&self, id: &str) -> Result<bool> {
        Ok(self.own_catalog()?.territory == id)
    }

    /// The other territories that came with the app.
    fn shipped_beside(&self) -> impl Iterator<Item = &Shipped> {
        self.shipped.iter().skip(1)
    }

    pub(super) fn data(&self) -> &Path {
        &self.data
    }

    pub(super) fn find_added(&self, id: &str) -> Option<&Added> {
        self.added.iter().find(|added| added.id == id)
    }

    /// Where a territory other than the app's own lies, if it is known.
    fn place(&self, id: &str) -> Option<Place> {
        let shipped = self.shipped_beside().find(|shipped| shipped.id == id);
        let shipped = shipped.map(|shipped| Place::shipped(&self.data, shipped));
        shipped.or_else(|| self.find_added(id).map(|added| Place::added(&self.data, added)))
    }

    /// A known territory: open already, or where it lies.
    pub(super) fn look_up(&self, id: &str) -> Result<(Arc<Open>, Option<Place>)> {
        if self.is_own(id)? {
            return Ok((Arc::clone(&self.own), None));
        }
        if let Some(open) = self.others.get(id) {
            return Ok((Arc::clone(open), None));
        }
        match self.place(id) {
            Some(place) => Ok((Arc::clone(&self.own), Some(place))),
            None => Err(Error::InvalidInput(format!("there is no territory «{id}»"))),
        }
    }

    /// Keeps a territory open until the core closes or it is removed.
    pub(super) fn keep_open(&mut self, id: &str, open: Arc<Open>) {
        self.others.insert(id.to_owned(), open);
    }

    /// Reads this territory, which is open, from now on.
    pub(super) fn read_from(&mut self, open: Arc<Open>) {
        self.current = open;
    }

    /// Notes a territory that was added, and is open.
    pub(super) fn note_added(&mut self, added: Added, open: Arc<Open>) {
        self.others.insert(added.id.clone(), open);
        self.added.push(added);
        order::sort_by(&mut self.added, |one, other| one.id.cmp(&other.id));
    }

    /// Notes what was changed of an added territory.
    pub(super) fn note_changed(&mut self, changed: Added) {
        if let Some(added) = self.added.iter_mut().find(|added| added.id == changed.id) {
            *added = changed;
        }
    }

    /// Forgets an added territory, and hands it back if it is open.
    pub(super) fn forget_added(&mut self, id: &str) -> Option<Arc<Open>> {
        self.added.retain(|added| added.id != id);
        let open = self.others.remove(id)?;
        if Arc::ptr_eq(&open, &self.current) {
            self.current = Arc::clone(&self.own);
        }
        Some(open)
    }

    /// Reads a QR code, and refuses one that claims to be what is known already, in whatever spelling: a sticker over a
    /// poster must not stand in for the territory beneath.
    pub(super) fn accept(&self, qr: &str) -> Result<Invitation> {
        let offered = Invitation::parse(qr)?;
        let own = self.own_catalog()?;
        if own.territory.is_empty() && self.own.trust.is_some() {
            let reason =
                "the app's own territory is not known yet: update it first, then add another";
            return Err(Error::InvalidInput(reason.into()));
        }
        if let Some(name) = self.known_by_id(&own, &offered.id) {
            return Err(known(&name));
        }
        match self.known_names(&own).find(|name| looks_like(name, &offered.name)) {
            Some(name) => Err(known(name)),
            None => Ok(offered),
        }
    }

    fn known_by_id(&self, own: &Catalog, id: &str) -> Option<String> {
        let own = (own.territory == id).then(|| own.name_it.clone());
        let shipped =
            || self.shipped.iter().find(|known| known.id == id).map(|known| known.name_it.clone());
        own.or_else(shipped).or_else(|| self.find_added(id).map(|added| added.name.clone()))
    }

    /// Names of territories, and of the municipalities of those that came with the app.
    fn known_names<'a>(&'a self, own: &'a Catalog) -> impl Iterator<Item = &'a str> {
        let shipped = self.shipped.iter();
        let shipped =
            shipped.flat_map(|known| [&known.name_it].into_iter().chain(&known.municipalities));
        let own = [&own.name_it].into_iter().chain(&own.municipalities);
        let names = own.chain(shipped).chain(self.added.iter().map(|added| &added.name));
        names.map(String::as_str)
    }

    /// The inbox that the territory that is read offers, if it may be used.
    pub(super) fn inbox(&self) -> Result<Option<String>> {
        let added = self.current.place.kept_as.as_deref().and_then(|id| self.find_added(id));
        Ok(usable(self.current.catalog()?.inbox, added))
    }

    /// What stops the readings of all that are open.
    pub(super) fn interrupts(&self) -> BTreeMap<String, Arc<[InterruptHandle]>> {
        let others = self.others.iter().map(|(id, open)| (id.clone(), open.content.interrupts()));
        order::map(others.chain([(String::new(), self.own.content.interrupts())]))
    }

    /// The ids of all that are known beside the app's own.
    pub(super) fn ids_beside(&self) -> Vec<String> {
        let shipped = self.shipped_beside().map(|shipped| shipped.id.clone());
        shipped.chain(self.added.iter().map(|added| added.id.clone())).collect()
    }

    /// The app's own territory, as it is listed; none before anything is known of it.
    pub(super) fn view_own(&self) -> Result<Option<TerritoryView>> {
        let catalog = self.own_catalog()?;
        if catalog.territory.is_empty() {
            return Ok(None);
        }
        let view = self.view(
            catalog.territory.clone(),
            catalog.name_it.clone(),
            &self.own.place,
            &catalog,
        );
        Ok(Some(view))
    }

    /// Another territory, as it is listed.
    pub(super) fn view_beside(&self, id: &str, catalog: &Catalog) -> Option<TerritoryView> {
        let place = self.place(id)?;
        let name = match self.find_added(id) {
            Some(added) => added.name.clone(),
            None => self.shipped_beside().find(|shipped| shipped.id == id)?.name_it.clone(),
        };
        Some(self.view(id.to_owned(), name, &place, catalog))
    }

    fn view(&self, id: String, name: String, place: &Place, catalog: &Catalog) -> TerritoryView {
        let root = match &place.root {
            Root::Shipped(root) => root.as_deref(),
            Root::Pinned(root) => Some(root.as_slice()),
        };
        let added = self.find_added(&id);
        TerritoryView {
            host: place.addresses.first().map(|address| host(address)).unwrap_or_default(),
            fingerprint: root.map(|root| grouped(&of_root(root))).unwrap_or_default(),
            came_with_app: place.added.is_none(),
            current: place.folder == self.current.place.folder,
            inbox: state(catalog.inbox.as_deref(), added),
            id,
            name,
        }
    }
}

fn known(name: &str) -> Error {
    Error::InvalidInput(format!(
        "«{name}» is known already, and a code only adds: if this poster says so, it may be forged. Nothing was changed"
    ))
}
