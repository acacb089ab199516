//! The sync as a machine that the shell drives: it fetches what `syncNext` names, feeds what came, and yields in between.

use cittadini_core::ports::{Response, TransportError};
use cittadini_core::sync::{NetworkKind, Next, Occasion, SyncSession};
use cittadini_core::{ApiError, SyncMode};
use serde_json::json;
use wasm_bindgen::prelude::*;

use super::Core;
use super::error::{Thrown, from_word, to_json};

#[wasm_bindgen]
impl Core {
    /// Whether to sync now, as JSON: `{"due","mode","not_before"}`. `network`: `offline`, `metered` or `unmetered`. `occasion`:
    /// `opened`, `background` or `asked`.
    ///
    /// Throws `InvalidInput` when it is none of these.
    #[wasm_bindgen(js_name = syncDue)]
    pub fn sync_due(&self, network: &str, occasion: &str) -> Result<String, Thrown> {
        let network: NetworkKind = from_word(network)?;
        let occasion: Occasion = from_word(occasion)?;
        to_json(&self.inner.sync_due(network, occasion)?)
    }

    /// Begins a sync. `only_mine`: the reader's languages and Italian; otherwise every language. An earlier sync that has
    /// not ended is dropped; nothing of it is lost.
    ///
    /// Throws `InvalidInput` without a root or a repository.
    #[wasm_bindgen(js_name = syncBegin)]
    pub fn sync_begin(&self, only_mine: bool) -> Result<(), Thrown> {
        let mode = if only_mine { SyncMode::OnlyMine } else { SyncMode::All };
        let session = self.inner.sync_session(mode)?;
        self.session.replace(Some(session));
        Ok(())
    }

    /// What to do next, as JSON: `{"fetch":{"url","offset","cap"}}`, `{"apply":true}` or `{"done":report}`. After a fetch
    /// call `syncFeed` or `syncFeedError`, after an apply `syncApply`. Asking twice gives the same answer.
    ///
    /// Throws what ends the sync: `Offline`, `Untrusted`, `Outdated`, `StorageFull`. What was stored before stays readable.
    #[wasm_bindgen(js_name = syncNext)]
    pub fn sync_next(&self) -> Result<String, Thrown> {
        let next = self.with_session(|session| Ok(session.next()?))?;
        to_json(&match next {
            Next::Fetch(asked) => {
                json!({ "fetch": { "url": asked.url, "offset": asked.offset, "cap": asked.cap } })
            }
            Next::Apply => json!({ "apply": true }),
            Next::Done(report) => json!({ "done": report }),
        })
    }

    /// Takes an answer. `status`: of any answer, 404 and 500 too. `body`: what arrived, `cap` bytes at most; a part when the
    /// connection broke. `announced`: the `Content-Length`, where the body was not compressed on the way. `retry_after`: the
    /// `Retry-After`, as it stands there.
    #[wasm_bindgen(js_name = syncFeed)]
    pub fn sync_feed(
        &self,
        status: u16,
        body: Vec<u8>,
        announced: Option<f64>,
        content_range: Option<String>,
        retry_after: Option<String>,
    ) -> Result<(), Thrown> {
        // A whole number of bytes that a browser can count is exact.
        let announced = announced.filter(|length| *length >= 0.0).map(|length| length as u64);
        let response = Response { status, body, announced, content_range, retry_after };
        self.with_session(|session| Ok(session.feed(Ok(response))?))
    }

    /// Tells the sync that nothing came back.
    #[wasm_bindgen(js_name = syncFeedError)]
    pub fn sync_feed_error(&self, reason: String) -> Result<(), Thrown> {
        self.with_session(|session| Ok(session.feed(Err(TransportError::Connection { reason }))?))
    }

    /// Looks at what is installed, or writes one pack: blocks for one transaction.
    #[wasm_bindgen(js_name = syncApply)]
    pub fn sync_apply(&self) -> Result<(), Thrown> {
        self.with_session(|session| self.inner.apply(session))
    }

    /// Where the sync stands. `null` when none was begun.
    #[wasm_bindgen(js_name = syncProgress)]
    pub fn sync_progress(&self) -> Result<String, Thrown> {
        to_json(&self.session.borrow().as_ref().map(SyncSession::progress))
    }

    /// Drops a sync that has not ended. Nothing is lost.
    #[wasm_bindgen(js_name = syncStop)]
    pub fn sync_stop(&self) {
        self.session.replace(None);
    }
}

impl Core {
    fn with_session<T>(
        &self,
        act: impl FnOnce(&mut SyncSession) -> Result<T, ApiError>,
    ) -> Result<T, Thrown> {
        match self.session.borrow_mut().as_mut() {
            Some(session) => Ok(act(session)?),
            None => Err(ApiError::InvalidInput { reason: "no sync was begun".into() }.into()),
        }
    }
}
