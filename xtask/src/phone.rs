//! A phone: a data folder, opened by the real core.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cittadini::serve::{Server, Traffic};
use cittadini_core::ports::{Clock, FixedClock, SystemClock};
use cittadini_core::sync::{HttpTransport, SyncReport};
use cittadini_core::{ApiError, Config, Core, SyncMode};
use jiff::Timestamp;

use crate::terminal::{Outcome, bytes, say};

/// A data folder and the root that came with its app.
pub(crate) struct Phone {
    folder: PathBuf,
    root: Vec<u8>,
}

/// What a sync did, and what passed the server's socket for it.
pub(crate) struct Cost {
    /// What the core says.
    pub(crate) report: SyncReport,
    /// How long it took.
    pub(crate) took: Duration,
    /// Bytes in both directions, headers included.
    pub(crate) bytes: u64,
    /// Requests as the server counted them.
    pub(crate) requests: u64,
}

impl Cost {
    /// Prints one line.
    pub(crate) fn show(&self, what: &str) -> Outcome {
        say!("{what}: {}, requests: {}", bytes(self.bytes), self.requests)?;
        Ok(())
    }
}

impl Phone {
    /// A phone that has nothing yet.
    pub(crate) fn new(folder: &Path, root: &Path) -> Outcome<Self> {
        Ok(Self { folder: folder.to_owned(), root: std::fs::read(root)? })
    }

    /// Opens the app, which looks for updates at an address if it has one.
    pub(crate) fn open(&self, repository: Option<&str>) -> Result<Core, ApiError> {
        self.open_by(repository, Arc::new(SystemClock))
    }

    /// Opens the app with a clock.
    pub(crate) fn open_with_clock(&self, clock: Arc<dyn Clock>) -> Result<Core, ApiError> {
        self.open_by(None, clock)
    }

    fn open_by(&self, repository: Option<&str>, clock: Arc<dyn Clock>) -> Result<Core, ApiError> {
        let config = Config { repository: repository.map(str::to_owned), ..self.config() };
        Core::open(config, clock)
    }

    /// Opens an app that carries a release.
    pub(crate) fn open_with_seed(&self, seed: &Path) -> Result<Core, ApiError> {
        let config = Config { seed: Some(seed.to_owned()), ..self.config() };
        Core::open(config, Arc::new(SystemClock))
    }

    fn config(&self) -> Config {
        Config { data_dir: self.folder.clone(), root: Some(self.root.clone()), ..Config::default() }
    }

    /// Syncs over HTTP and reads the server's counters. Every pack that was wanted must have arrived.
    pub(crate) fn sync(&self, server: &Server, mode: SyncMode) -> Outcome<Cost> {
        Self::count(&self.open(Some(&server.url()))?, server, mode)
    }

    /// The same at another moment than now.
    pub(crate) fn sync_at(
        &self,
        server: &Server,
        mode: SyncMode,
        moment: Timestamp,
    ) -> Outcome<Cost> {
        let core = self.open_by(Some(&server.url()), Arc::new(FixedClock(moment)))?;
        Self::count(&core, server, mode)
    }

    fn count(core: &Core, server: &Server, mode: SyncMode) -> Outcome<Cost> {
        server.reset_traffic();
        let (transport, start) = (HttpTransport::new()?, Instant::now());
        let report = core.sync(&transport, mode)?;
        let took = start.elapsed();
        let traffic = settled(server);
        if let Some(problem) = &report.problem {
            return Err(format!("the sync is not complete: {}", problem.reason).into());
        }
        let bytes = traffic.bytes_in + traffic.bytes_out;
        Ok(Cost { report, took, bytes, requests: traffic.requests })
    }

    /// Syncs from an address, whatever comes of it.
    pub(crate) fn try_sync(&self, repository: &str) -> Result<SyncReport, ApiError> {
        let core = self.open(Some(repository))?;
        core.sync(&HttpTransport::new()?, SyncMode::All)
    }
}

/// The counters once nothing moves any more: the server counts a piece just after the phone may have read it.
fn settled(server: &Server) -> Traffic {
    let mut before = server.traffic();
    loop {
        std::thread::sleep(Duration::from_millis(20));
        let now = server.traffic();
        if now == before {
            return now;
        }
        before = now;
    }
}
