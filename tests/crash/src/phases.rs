//! What is wrapped around transport and store to hear where a sync is. Both hand on every call as it is.

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

/// Says `apply PACK` when a verified pack is handed over, and `commit PACK` when its file has its name: the transaction, the
/// end of the old file and the words in `trust.db` come then.
pub(crate) struct Packs<'a> {
    content: &'a ContentStore,
    folder: PathBuf,
}

impl<'a> Packs<'a> {
    pub(crate) fn new(content: &'a ContentStore, data: &Path) -> Self {
        Self { content, folder: data.join("packs") }
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
        let file = self.folder.join(format!("{name}.{}.zst", pack.raw_sha256()));
        announce(&format!("apply {name}"));
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !file.exists() && !over.load(Ordering::Relaxed) {
                    std::thread::yield_now();
                }
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

/// Whoever listens no longer has no use for the rest either.
fn announce(line: &str) {
    drop(say(line));
}
