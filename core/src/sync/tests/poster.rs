//! A phone of the Adda before a poster of the Adige.

use std::sync::Arc;

use super::phone::{repository, today};
use super::repository::{BASE, Fault, Repository, Server, key, pack_of};
use super::web::Web;
use crate::ports::FixedClock;
use crate::sync::SyncReport;
use crate::territories::{Invitation, List, Shipped, of_root};
use crate::{ApiError, Config, Core, SyncMode};

pub(super) const ADIGE: &str = "https://contenuti.example/adige";

/// A repository of a territory, with facts that name it and words in Italian.
pub(super) fn other(id: &'static str, name: &'static str, online: u8) -> Repository {
    let mut repository = Repository::of(id, name, today(), key(online));
    put_facts(&mut repository, 1, name);
    repository.put("text-it", 1, pack_of(id, "text-it", 1, Some(1), &[("a", "ciao")]));
    repository.release();
    repository
}

/// Facts in which the territory calls itself so.
pub(super) fn put_facts(repository: &mut Repository, seq: u64, name: &str) {
    let id = repository.territory;
    let header = serde_json::json!({"territory": id, "pack": "facts", "seq": seq, "schema": "1.0"});
    let municipality = serde_json::json!({"id": "comune-1", "kind": "municipality", "istat": "1", "name_it": "Trento"});
    let territory =
        serde_json::json!({"id": format!("territorio-{id}"), "kind": "territory", "name_it": name});
    let raw = format!("{header}\n{municipality}\n{territory}\n");
    repository.put("facts", seq, raw.into_bytes());
}

/// The QR code of a poster for a repository at an address.
pub(super) fn poster(repository: &Repository, address: &str) -> String {
    let (id, name) = (repository.territory, repository.name);
    Invitation::new(address, id, name, 1, &of_root(&repository.root())).unwrap().link()
}

/// The phone, its own repository, the other one.
pub(super) struct Wall {
    pub(super) own: Repository,
    pub(super) adige: Repository,
    pub(super) folder: tempfile::TempDir,
    pub(super) core: Core,
}

impl Wall {
    pub(super) fn new() -> Self {
        let (own, adige) = (repository(), other("adige", "Adige Nord", 7));
        let folder = tempfile::tempdir().unwrap();
        let core = open(folder.path(), &[shipped(&own, BASE)]).unwrap();
        let wall = Self { own, adige, folder, core };
        wall.sync().unwrap();
        wall
    }

    pub(super) fn web(&self) -> Web<'_> {
        Web::of(vec![(BASE, Server::honest(&self.own)), (ADIGE, Server::honest(&self.adige))])
    }

    pub(super) fn sync(&self) -> Result<SyncReport, ApiError> {
        self.core.sync(&self.web(), SyncMode::All)
    }

    pub(super) fn qr(&self) -> String {
        poster(&self.adige, ADIGE)
    }

    pub(super) fn add(&self) -> Result<SyncReport, ApiError> {
        self.core.add_territory(&self.qr(), &self.web())
    }

    /// The same, and one file of the new territory meets a fault.
    pub(super) fn add_while(&self, path: &str, fault: Fault) -> Result<SyncReport, ApiError> {
        let server = Server::with(&self.adige, path, fault);
        self.core.add_territory(&self.qr(), &Web::of(vec![(ADIGE, server)]))
    }

    /// The phone is switched off and on.
    pub(super) fn restart(&mut self) {
        let shipped = [shipped(&self.own, BASE)];
        self.restart_with(&shipped);
    }

    pub(super) fn restart_with(&mut self, shipped: &[Shipped]) {
        self.core.close().unwrap();
        self.core = open(self.folder.path(), shipped).unwrap();
    }

    /// What is known, by id.
    pub(super) fn known(&self) -> Vec<String> {
        let all = self.core.territories().unwrap().territories;
        all.into_iter().map(|territory| territory.id).collect()
    }

    pub(super) fn nothing_is_left(&self) {
        let left = crate::storage::folders_in(&self.folder.path().join("added"));
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(self.known(), ["adda"]);
    }
}

/// A territory as the app ships it.
pub(super) fn shipped(repository: &Repository, address: &str) -> Shipped {
    Shipped {
        id: repository.territory.into(),
        name_it: repository.name.into(),
        municipalities: vec!["Lodi".into()],
        repository: vec![address.into()],
        root: String::from_utf8(repository.root()).unwrap(),
    }
}

pub(super) fn open(data: &std::path::Path, shipped: &[Shipped]) -> Result<Core, ApiError> {
    let config = Config {
        data_dir: data.to_owned(),
        territories: Some(List { territories: shipped.to_vec() }.to_bytes().unwrap()),
        ..Config::default()
    };
    Core::open(config, Arc::new(FixedClock(today())))
}
