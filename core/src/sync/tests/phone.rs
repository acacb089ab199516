//! A phone: a trust.db on disk and packs in memory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};

use super::repository::{BASE, Repository, Server, pack};
use crate::pack::VerifiedPack;
use crate::ports::{FixedClock, Transport};
use crate::sync::{
    Arrival, Expiry, Installed, Languages, PackStore, PartFiles, SessionConfig, SyncReport,
    SyncSession, TrustStore, Wanted, run,
};
use crate::{ApiError, Config, Core, Error, Result};

#[derive(Default)]
pub(super) struct FakePacks {
    pub packs: Mutex<BTreeMap<String, (u64, Vec<u8>)>>,
    /// The release that the last pack came with.
    pub arrival: Mutex<Option<Arrival>>,
    /// Packs that no longer fit on the disk.
    pub too_big: Vec<&'static str>,
    spoilt: Mutex<Vec<String>>,
}

impl FakePacks {
    /// The canonical bytes of a pack are gone from the disk; its rows are not.
    pub(super) fn spoil(&self, pack: &str) {
        self.spoilt.lock().unwrap().push(pack.to_owned());
    }
}

impl PackStore for FakePacks {
    fn installed(&self, pack: &str) -> Result<Option<Installed>> {
        let packs = self.packs.lock().unwrap();
        Ok(packs
            .get(pack)
            .map(|(seq, raw)| Installed { seq: *seq, raw_sha256: crate::pack::sha256_hex(raw) }))
    }

    fn raw(&self, pack: &str) -> Result<Option<Vec<u8>>> {
        let spoilt = self.spoilt.lock().unwrap().iter().any(|name| name == pack);
        Ok(self.packs.lock().unwrap().get(pack).filter(|_| !spoilt).map(|(_, raw)| raw.clone()))
    }

    fn apply(&self, pack: &VerifiedPack, floor: u64, arrival: &Arrival) -> Result<u64> {
        let (name, seq) = (pack.header().pack.clone(), pack.header().seq);
        if seq < floor {
            return Err(Error::Untrusted { file: name, reason: "below the floor".into() });
        }
        if self.too_big.contains(&&*name) {
            let source = std::io::ErrorKind::StorageFull.into();
            return Err(Error::Io { context: "writing", path: name.into(), source });
        }
        let mut packs = self.packs.lock().unwrap();
        let old = packs.get(&name).map(|(_, raw)| String::from_utf8(raw.clone()).unwrap());
        let known: Vec<&str> = old.as_deref().unwrap_or_default().lines().collect();
        let changed =
            pack.records().iter().filter(|record| !known.contains(&pack.line(record))).count();
        packs.insert(name, (seq, pack.raw().to_vec()));
        *self.arrival.lock().unwrap() = Some(*arrival);
        Ok(changed as u64)
    }

    fn remove(&self, pack: &str) -> Result<()> {
        self.packs.lock().unwrap().remove(pack);
        Ok(())
    }
}

pub(super) struct Phone {
    pub packs: FakePacks,
    pub trust: Arc<TrustStore>,
    pub now: Timestamp,
    pub folder: tempfile::TempDir,
}

pub(super) fn today() -> Timestamp {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

pub(super) fn hours_later(moment: Timestamp, hours: i64) -> Timestamp {
    moment.checked_add(SignedDuration::from_hours(hours)).unwrap()
}

impl Phone {
    pub(super) fn new(root: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (trust, _) = TrustStore::open_with_root(&folder.path().join("trust.db"), root).unwrap();
        Self { packs: FakePacks::default(), trust: Arc::new(trust), now: today(), folder }
    }

    /// A phone that has synced once.
    pub(super) fn synced(repository: &Repository) -> Self {
        let phone = Self::new(&repository.root());
        assert_eq!(phone.sync(&Server::honest(repository)).unwrap().problem, None);
        phone
    }

    pub(super) fn config(&self) -> SessionConfig {
        SessionConfig {
            base_url: BASE.into(),
            now: self.now,
            expiry: Expiry::Now,
            wanted: Wanted { languages: Languages::All, operator: false },
            territory: Some("adda".into()),
        }
    }

    pub(super) fn parts_folder(&self) -> PathBuf {
        self.folder.path().join("dl")
    }

    /// A session as the core begins it: only what a server sends is kept in parts.
    pub(super) fn session(&self, config: SessionConfig) -> Result<SyncSession> {
        let server = config.expiry == Expiry::Now;
        let session = SyncSession::new(config, Arc::clone(&self.trust))?;
        Ok(match server {
            true => session.keeping_parts(PartFiles::new(self.parts_folder())),
            false => session,
        })
    }

    pub(super) fn run(
        &self,
        config: SessionConfig,
        transport: &dyn Transport,
    ) -> Result<SyncReport> {
        let session = self.session(config)?;
        run(session, transport, &self.packs, &AtomicBool::new(false), &|_| ())
    }

    pub(super) fn sync(&self, server: &Server<'_>) -> Result<SyncReport> {
        self.run(self.config(), server)
    }

    pub(super) fn seq(&self, pack: &str) -> Option<u64> {
        self.packs.installed(pack).unwrap().map(|installed| installed.seq)
    }
}

/// The core as a shell opens it, with everything on the disk.
pub(super) fn core_at(data: &Path, repository: &Repository) -> Result<Core, ApiError> {
    let config = Config {
        data_dir: data.to_owned(),
        root: Some(repository.root()),
        repository: Some(BASE.into()),
        ..Config::default()
    };
    Core::open(config, Arc::new(FixedClock(today())))
}

/// Facts, Arabic, Italian, and an operators' pack.
pub(super) fn repository() -> Repository {
    let mut repository = Repository::new(today());
    let filler = "x".repeat(400);
    let facts: Vec<(String, &str)> = (0..20).map(|n| (format!("fee-{n:02}"), &*filler)).collect();
    let facts: Vec<(&str, &str)> = facts.iter().map(|(id, words)| (&**id, *words)).collect();
    repository.put("facts", 1, pack("facts", 1, None, &facts));
    repository.put("text-ar", 1, pack("text-ar", 1, Some(1), &[("a", "marhaban")]));
    repository.put("text-it", 1, pack("text-it", 1, Some(1), &[("a", "ciao")]));
    repository.put("operator", 1, pack("operator", 1, None, &[("n", "nota")]));
    repository.release();
    repository
}

/// The same facts with one fee changed.
pub(super) fn edited_facts(seq: u64) -> Vec<u8> {
    let filler = "x".repeat(400);
    let records: Vec<(String, &str)> = (0..20)
        .map(|n| (format!("fee-{n:02}"), if n == 7 { "changed" } else { &*filler }))
        .collect();
    let records: Vec<(&str, &str)> = records.iter().map(|(id, words)| (&**id, *words)).collect();
    pack("facts", seq, None, &records)
}
