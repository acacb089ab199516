//! Looks at a release file as a phone would to which it is carried, without keeping anything of it.

use std::collections::BTreeMap;
use std::io::{Read, Seek};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::archive::{Archive, RELEASE_URL};
use super::config::{Expiry, Languages, SessionConfig, Wanted};
use super::driver::run;
use super::packs::{Arrival, Installed, PackStore};
use super::report::SyncReport;
use super::session::SyncSession;
use super::trust::TrustStore;
use crate::Result;
use crate::pack::VerifiedPack;

/// Takes a release file in as a phone does that has this root and nothing else, packs of operators too, and forgets it. Keeps
/// one pack in memory at a time. What single packs lack stands in the report.
///
/// # Errors
/// As a sync: [`crate::Error::Untrusted`] if it would be refused at `now`; [`crate::Error::Interrupted`].
pub fn prove<R: Read + Seek + Send>(
    file: &Archive<R>,
    root: &[u8],
    now: Timestamp,
    interrupt: &AtomicBool,
) -> Result<SyncReport> {
    let config = SessionConfig {
        base_url: RELEASE_URL.to_owned(),
        now,
        expiry: Expiry::Carried,
        wanted: Wanted { languages: Languages::All, operator: true },
        territory: None,
    };
    let session = SyncSession::new(config, Arc::new(TrustStore::in_memory(root)?))?;
    run(session, file, &Seen::default(), interrupt, &|_| ())
}

/// Remembers of packs only which they were.
#[derive(Default)]
struct Seen(Mutex<BTreeMap<String, Installed>>);

impl Seen {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Installed>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PackStore for Seen {
    fn installed(&self, pack: &str) -> Result<Option<Installed>> {
        Ok(self.lock().get(pack).cloned())
    }

    fn raw(&self, _pack: &str) -> Result<Option<Vec<u8>>> {
        Ok(None)
    }

    fn apply(&self, pack: &VerifiedPack, _floor: u64, _arrival: &Arrival) -> Result<u64> {
        let state = Installed { seq: pack.header().seq, raw_sha256: pack.raw_sha256().to_owned() };
        self.lock().insert(pack.header().pack.clone(), state);
        Ok(0)
    }

    fn remove(&self, pack: &str) -> Result<()> {
        self.lock().remove(pack);
        Ok(())
    }
}
