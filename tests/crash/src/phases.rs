//! What is wrapped around transport and store to hear where a sync is. Both hand on every call as it is.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use cittadini_core::Result;
use cittadini_core::content::ContentStore;
use cittadini_core::pack::VerifiedPack;
use cittadini_core::ports::{Request, Response, Transport, TransportError};
use cittadini_core::sync::{Arrival, HttpTransport, Installed, PackStore};

use super::say;

/// Says `download FILE OFFSET` when a pack begins to arrive, `piece FILE BYTES` as it grows, `verify FILE` when it is there.
pub(crate) struct Wire(pub(crate) HttpTransport);

impl Transport for Wire {
    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        self.0.get(request)
    }

    fn get_in_pieces(
        &self,
        request: &Request,
        arrived: &mut dyn FnMut(&Response) -> ControlFlow<()>,
    ) -> Result<Response, TransportError> {
        let Some(pack) =
            request.url.rsplit('/').next().filter(|_| request.url.contains("/targets/"))
        else {
            return self.0.get_in_pieces(request, arrived);
        };
        announce(&format!("download {pack} {}", request.offset));
        let answer = self.0.get_in_pieces(request, &mut |so_far| {
            let heard = arrived(so_far);
            let begin = if so_far.status == 206 { request.offset } else { 0 };
            announce(&format!("piece {pack} {}", begin + so_far.body.len() as u64));
            heard
        });
        announce(&format!("verify {pack}"));
        answer
    }
}

/// Says `apply PACK` when a verified pack is handed over and again when its file has its name, before its rows are written;
/// `commit PACK` at the very moment when SQLite's index of the log counts a transaction more: the end of the old file and the
/// words in `trust.db` come then.
pub(crate) struct Packs<'a> {
    content: &'a ContentStore,
    data: PathBuf,
}

impl<'a> Packs<'a> {
    pub(crate) fn new(content: &'a ContentStore, data: &Path) -> Self {
        Self { content, data: data.to_owned() }
    }

    /// How many transactions the log has seen: `iChange` in the header of the index (<https://sqlite.org/walformat.html>, 2.1).
    fn transactions(&self) -> Option<[u8; 4]> {
        let mut counter = [0; 4];
        let mut index = File::open(self.data.join("content.db-shm")).ok()?;
        index.seek(SeekFrom::Start(8)).ok()?;
        index.read_exact(&mut counter).ok()?;
        Some(counter)
    }
}

impl PackStore for Packs<'_> {
    fn installed(&self, pack: &str) -> Result<Option<Installed>> {
        self.content.installed(pack)
    }

    fn raw(&self, pack: &str) -> Result<Option<Vec<u8>>> {
        self.content.raw(pack)
    }

    fn apply(&self, pack: &VerifiedPack, floor: u64, arrival: &Arrival) -> Result<u64> {
        let name = &pack.header().pack;
        let file = self.data.join("packs").join(format!("{name}.{}.zst", pack.raw_sha256()));
        let before = self.transactions();
        announce(&format!("apply {name}"));
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let over = || over.load(Ordering::Relaxed);
                wait_until(|| file.exists() || over());
                announce(&format!("apply {name}"));
                wait_until(|| self.transactions() != before || over());
                announce(&format!("commit {name}"));
            });
            let applied = self.content.apply(pack, floor, arrival);
            over.store(true, Ordering::Relaxed);
            applied
        })
    }

    fn remove(&self, pack: &str) -> Result<()> {
        self.content.remove(pack)
    }
}

fn wait_until(come: impl Fn() -> bool) {
    while !come() {
        std::thread::yield_now();
    }
}

/// Whoever listens no longer has no use for the rest either.
fn announce(line: &str) {
    drop(say(line));
}
