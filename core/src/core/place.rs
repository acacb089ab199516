//! Where one territory lies on the device, where its content comes from, and what it must call itself.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::Config;
use crate::content::ContentStore;
use crate::sync::{ExpectedTerritory, Opened, TrustStore};
use crate::territories::{Added, Shipped};
use crate::{Result, sqlite};

/// What is needed to open one territory.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The folder of its databases and packs.
    pub(super) folder: PathBuf,
    pub(super) root: Root,
    /// Addresses of its repository, the first to be asked first.
    pub(super) addresses: Vec<String>,
    pub(super) expected: Option<ExpectedTerritory>,
    /// The id under which the reader's choices in it are kept; none for the app's own territory.
    pub(super) kept_as: Option<String>,
    /// Its name and its host, if it did not come with the app.
    pub(super) added: Option<(String, String)>,
}

/// What a territory starts from.
#[derive(Debug, Clone)]
pub(super) enum Root {
    /// The newest root that came with the app, if one did. It may begin a new lineage.
    Shipped(Option<Vec<u8>>),
    /// The root of a poster. It begins, and nothing after it begins anew.
    Pinned(Vec<u8>),
}

impl Place {
    /// The app's own territory. What the shell names by itself counts before `territories.json`.
    pub(super) fn own(config: &Config, shipped: Option<&Shipped>) -> Self {
        let root = config.root.clone().or_else(|| Some(shipped?.root.clone().into_bytes()));
        let addresses = match (&config.repository, shipped) {
            (Some(address), _) => vec![address.clone()],
            (None, Some(shipped)) => shipped.repository.clone(),
            (None, None) => Vec::new(),
        };
        let named = config.root.is_none() && config.repository.is_none();
        Self {
            folder: config.data_dir.clone(),
            root: Root::Shipped(root),
            addresses,
            expected: shipped.filter(|_| named).map(|shipped| shipped.id.as_str().into()),
            kept_as: None,
            added: None,
        }
    }

    /// Another territory that came with the app.
    pub(super) fn shipped(data: &Path, shipped: &Shipped) -> Self {
        Self {
            folder: data.join("territories").join(&shipped.id),
            root: Root::Shipped(Some(shipped.root.clone().into_bytes())),
            addresses: shipped.repository.clone(),
            expected: Some(shipped.id.as_str().into()),
            kept_as: Some(shipped.id.clone()),
            added: None,
        }
    }

    /// A territory that the reader added. Its name is held too, at every sync.
    pub(super) fn added(data: &Path, added: &Added) -> Self {
        let name = Some(added.name.clone());
        Self {
            folder: Added::folder(data, &added.id),
            root: Root::Pinned(added.root.clone().into_bytes()),
            addresses: vec![added.repository.clone()],
            expected: Some(ExpectedTerritory { id: added.id.clone(), name }),
            kept_as: Some(added.id.clone()),
            added: Some((added.name.clone(), added.host())),
        }
    }

    /// Opens `trust.db`; `None` where nothing can be trusted.
    pub(super) fn open_trust(&self, now: Timestamp) -> Result<Option<(TrustStore, Opened)>> {
        let path = self.folder.join("trust.db");
        match &self.root {
            Root::Shipped(root) => {
                let opened = TrustStore::open(&path, root.as_deref())?;
                if let Some((store, Opened::NewLineage)) = &opened {
                    // Keys of a territory that were lost for good: its content starts anew, like its floors.
                    ContentStore::discard(&self.folder)?;
                    store.note_lineage(now)?;
                }
                Ok(opened)
            }
            Root::Pinned(root) => open_pinned(&path, root).map(Some),
        }
    }
}

/// The root of the poster is offered only where there is none: beside one that is stored it could start a new lineage.
fn open_pinned(path: &Path, root: &[u8]) -> Result<(TrustStore, Opened)> {
    let moved_to = match TrustStore::open(path, None) {
        Ok(Some(opened)) => return Ok(opened),
        Ok(None) => None,
        Err(error) if sqlite::is_corrupt(&error) => Some(sqlite::move_aside(path)?),
        Err(error) => return Err(error),
    };
    let (store, opened) = TrustStore::open(path, Some(root))?
        .ok_or_else(|| crate::Error::Internal("a root was given and none is trusted".into()))?;
    Ok((store, moved_to.map_or(opened, |moved_to| Opened::Recovered { moved_to })))
}
