//! A territory that a reader added from a poster, and the small file that says so. The file is written last: a folder
//! without it is a left-over of something that was never added.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Invitation, of_root};
use crate::order;
use crate::{Error, Result, storage};

/// Added territories stand apart from those that came with the app, so that no floor of one can become one of the other.
const FOLDER: &str = "added";
const FILE: &str = "territory.json";

/// What is remembered of an added territory. Its name and id never change, whatever it publishes later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Added {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The address of its repository.
    pub(crate) repository: String,
    /// The root whose fingerprint was compared, as text.
    pub(crate) root: String,
    pub(crate) root_version: u64,
    /// The inbox that the reader agreed to; another one needs another word from her.
    #[serde(default)]
    pub(crate) inbox: Option<String>,
}

impl Added {
    /// What will be remembered of an invitation whose root came and fits.
    pub(crate) fn new(invitation: &Invitation, root: Vec<u8>) -> Result<Self> {
        let root = String::from_utf8(root).map_err(|_| Error::Untrusted {
            file: "root.json".into(),
            reason: "is no text".into(),
        })?;
        Ok(Self {
            id: invitation.id.clone(),
            name: invitation.name.clone(),
            repository: invitation.repository.clone(),
            root,
            root_version: invitation.root_version,
            inbox: None,
        })
    }

    /// The host of its repository, as posters and screens show it.
    pub(crate) fn host(&self) -> String {
        super::host(&self.repository)
    }

    pub(crate) fn folder(data: &Path, id: &str) -> PathBuf {
        data.join(FOLDER).join(id)
    }

    /// Those that were added. Left-overs are removed, and whatever has the id of a territory that the app brings now: the
    /// app's word counts, and nothing that was believed on a poster's may stay under that name.
    pub(crate) fn all(data: &Path, shipped: impl Fn(&str) -> bool) -> Result<Vec<Self>> {
        let mut all = Vec::new();
        for folder in storage::folders_in(&data.join(FOLDER)) {
            match Self::read(&folder) {
                Some(added) if !shipped(&added.id) => all.push(added),
                _ => Self::remove(&folder)?,
            }
        }
        order::sort_by(&mut all, |one, other| one.id.cmp(&other.id));
        Ok(all)
    }

    fn read(folder: &Path) -> Option<Self> {
        let added: Self = serde_json::from_slice(&storage::read(&folder.join(FILE))?).ok()?;
        let fingerprint = of_root(added.root.as_bytes());
        let Self { id, name, repository, root_version, .. } = &added;
        let sound = Invitation::new(repository, id, name, *root_version, &fingerprint).is_ok();
        (sound && folder.file_name()? == id.as_str()).then_some(added)
    }

    /// Writes the file: from now on the territory is there.
    pub(crate) fn save(&self, data: &Path) -> Result<()> {
        let json = serde_json::to_vec(self)
            .map_err(|source| Error::Json { context: FILE.into(), source })?;
        storage::write(&Self::folder(data, &self.id).join(FILE), &json)
    }

    /// Forgets that the territory was added; what is left is a left-over.
    pub(crate) fn forget(data: &Path, id: &str) -> Result<()> {
        storage::remove(&Self::folder(data, id).join(FILE))
    }

    /// Removes a folder, the file first.
    pub(crate) fn remove(folder: &Path) -> Result<()> {
        storage::remove(&folder.join(FILE))?;
        match storage::exists(folder) {
            true => storage::remove_folder(folder),
            false => Ok(()),
        }
    }
}
