//! The releases that are synced, each served on a port of its own, and what a phone holds of each.

use std::fs;
use std::path::{Path, PathBuf};

use cittadini::serve::Server;

use super::judge::State;
use super::reader::Reader;
use crate::bench::content::{self, Size};
use crate::folder;
use crate::release::{Place, check_and_build};
use crate::terminal::Outcome;

/// How many there are: the phone has the first, and goes from one to the next.
const RELEASES: u32 = 4;

/// How many languages each has.
const LANGUAGES: usize = 10;

/// All of them.
pub(super) struct Releases {
    servers: Vec<Server>,
    /// What a phone holds that has a release whole.
    pub(super) states: Vec<State>,
    root: PathBuf,
    /// The data folder of a phone that has the first.
    first: PathBuf,
    folder: PathBuf,
}

impl Releases {
    /// Publishes them one after the other, and lets a phone take each in peace.
    pub(super) fn make(folder: &Path, procedures: usize, program: &Path) -> Outcome<Self> {
        let real = check_and_build(&folder::content())?.draft;
        let place = Place::at(folder);
        place.make_keys(&real.territory)?;
        let mut releases = Self {
            servers: Vec::new(),
            states: Vec::new(),
            root: place.root(),
            first: folder.join("first"),
            folder: folder.to_owned(),
        };
        let calm = Reader::new(program, &folder.join("calm"), &releases.root);
        for edition in 0..RELEASES {
            let size = Size { procedures, languages: LANGUAGES, edition };
            place.publish(&content::grow(&real, size)?)?;
            let served = folder.join(format!("release-{edition}"));
            folder::copy(&place.repository(), &served)?;
            let server = Server::start(&served, 0)?;
            calm.sync(&server.url())?;
            releases.states.push(calm.check()?);
            releases.servers.push(server);
            if edition == 0 {
                folder::copy(calm.data(), &releases.first)?;
            }
        }
        Ok(releases)
    }

    /// Where a release is served; nothing after the last.
    pub(super) fn url(&self, release: usize) -> Option<String> {
        self.servers.get(release).map(Server::url)
    }

    /// A reader whose phone has the first release.
    pub(super) fn phone(&self, program: &Path) -> Outcome<Reader> {
        let data = self.folder.join("phone");
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        folder::copy(&self.first, &data)?;
        Ok(Reader::new(program, &data, &self.root))
    }
}
