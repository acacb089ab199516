//! A small territory, its keys, and a clock that stands still.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cittadini_core::model::Catalog;
use jiff::Timestamp;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::draft::{Draft, DraftPack};
use crate::keys::{self, KeysOptions};
use crate::repository::{PublishOptions, PublishReport, Result, publish, quiet};

pub(crate) const NOW: &str = "2026-03-02T08:00:00Z";

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) struct World {
    folder: TempDir,
    pub(crate) draft: Draft,
    pub(crate) now: Timestamp,
}

impl World {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let world = Self { folder, draft: draft(), now: at(NOW) };
        keys::init(&world.keys(), &KeysOptions::development("prova", world.now)).unwrap();
        world
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.folder.path().join("keys")
    }

    pub(crate) fn repository(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn try_publish(&self) -> Result<PublishReport> {
        self.publish_to(&self.repository())
    }

    pub(crate) fn publish_to(&self, to: &Path) -> Result<PublishReport> {
        let options = PublishOptions { now: self.now, dev: true };
        publish(&self.draft, &self.keys(), to, options, &quiet)
    }

    pub(crate) fn publish(&self) -> PublishReport {
        self.try_publish().unwrap()
    }

    pub(crate) fn pack(&mut self, name: &str) -> &mut DraftPack {
        self.draft.packs.iter_mut().find(|pack| pack.name == name).unwrap()
    }

    /// Sets the amount of one fee.
    pub(crate) fn set_fee(&mut self, cents: u32) {
        let line = fee("fee-permit", cents);
        let facts = self.pack("facts");
        *facts.records.iter_mut().find(|line| line.contains("fee-permit")).unwrap() = line;
    }

    pub(crate) fn drop_record(&mut self, pack: &str, id: &str) {
        let id = format!("\"id\":\"{id}\"");
        self.pack(pack).records.retain(|line| !line.contains(&id));
    }

    /// What a metadata file says, by the version that is current.
    pub(crate) fn signed(&self, role: &str) -> Value {
        let metadata = self.repository().join("metadata");
        let read = |name: String| -> Value {
            serde_json::from_slice(&std::fs::read(metadata.join(name)).unwrap()).unwrap()
        };
        let timestamp = read("timestamp.json".into())["signed"].take();
        if role == "timestamp" {
            return timestamp;
        }
        let version = &timestamp["meta"]["snapshot.json"]["version"];
        let snapshot = read(format!("{version}.snapshot.json"))["signed"].take();
        if role == "snapshot" {
            return snapshot;
        }
        let version = &snapshot["meta"][format!("{role}.json")]["version"];
        read(format!("{version}.{role}.json"))["signed"].take()
    }

    pub(crate) fn target(&self, role: &str, target: &str) -> Vec<u8> {
        let entry = &self.signed(role)["targets"][target];
        let sha256 = entry["hashes"]["sha256"].as_str().unwrap();
        std::fs::read(self.repository().join("targets").join(format!("{sha256}.{target}"))).unwrap()
    }
}

/// Every file of a folder with its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for part in ["metadata", "targets"] {
        for entry in std::fs::read_dir(folder.join(part)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            all.insert(format!("{part}/{name}"), std::fs::read(entry.path()).unwrap());
        }
    }
    all
}

/// The files that a report names, without the hashes in front of targets.
pub(crate) fn written(report: &PublishReport) -> Vec<String> {
    report
        .files_written
        .iter()
        .map(|file| match file.strip_prefix("targets/") {
            Some(target) => target.split_once('.').unwrap().1.to_owned(),
            None => file.strip_prefix("metadata/").unwrap().to_owned(),
        })
        .collect()
}

fn draft() -> Draft {
    let catalog = Catalog {
        territory: "prova".into(),
        name_it: "Territorio di prova".into(),
        languages: vec!["it".into(), "ar".into()],
        ..Catalog::default()
    };
    let mut facts = vec![fee("fee-permit", 8046)];
    facts.extend((0..200).map(procedure));
    facts.sort();
    Draft {
        territory: "prova".into(),
        catalog,
        packs: vec![
            DraftPack { name: "text-it".into(), records: words("it"), uses: uses() },
            DraftPack { name: "text-ar".into(), records: words("ar"), uses: uses() },
            DraftPack { name: "facts".into(), records: facts, uses: BTreeSet::new() },
        ],
    }
}

pub(crate) fn uses() -> BTreeSet<String> {
    BTreeSet::from(["fee-permit".into(), "procedure-007".into()])
}

fn fee(id: &str, cents: u32) -> String {
    json!({"id": id, "kind": "fee", "cents": cents}).to_string()
}

/// A record that zstd cannot make nothing of.
fn procedure(number: u32) -> String {
    let noise = cittadini_core::pack::sha256_hex(&number.to_be_bytes());
    json!({"id": format!("procedure-{number:03}"), "kind": "procedure", "title": noise}).to_string()
}

pub(crate) fn words(language: &str) -> Vec<String> {
    (0..200)
        .map(|number| {
            let noise = cittadini_core::pack::sha256_hex(format!("{language}{number}").as_bytes());
            json!({"id": format!("procedure-{number:03}"), "kind": "words", "title": noise})
                .to_string()
        })
        .collect()
}
