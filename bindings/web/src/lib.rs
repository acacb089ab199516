//! The core as a browser sees it, for one dedicated Worker.
//!
//! It owns names and nothing else: each method hands its arguments to the core and its answer back. A rule found here is a
//! bug. A screen is one JSON text in the form that `cittadini reader --json` prints; an error is an `Error` whose `kind` is a
//! variant of `ApiError`. Documentation is written for the readers of TypeScript.
#![cfg(target_family = "wasm")]

mod error;
mod sync;

use std::cell::RefCell;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cittadini_core::personal::Settings;
use cittadini_core::ports::SystemClock;
use cittadini_core::screens::{DeadlineQuery, OfficeFilter, Since, TimelineQuery};
use cittadini_core::sync::{Archive, SyncSession};
use cittadini_core::triage::TriageAnswer;
use cittadini_core::{ApiError, Config};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use error::{Thrown, from_json, to_json};

/// The data folder inside the browser's storage of this origin.
const FOLDER: &str = "/cittadini";

/// Takes the browser's private storage. Await it once, before `Core.open`; without it everything is kept in memory and
/// forgotten with the Worker, as on a shared PC.
///
/// Throws `Locked` when another tab has it, and `Internal` where the browser has no such storage.
#[wasm_bindgen(js_name = persist)]
pub async fn persist() -> Result<(), JsValue> {
    let taken = cittadini_core::storage::persist(Path::new(FOLDER)).await;
    taken.map_err(|error| Thrown::from(ApiError::from(error)).into())
}

/// The core. Hold one, in a dedicated Worker: every call blocks until it is done, most for a few milliseconds. None touches
/// the network. Every call may throw `Locked`, `StorageFull` or `Internal`, and throws `InvalidInput` once the core is
/// closed.
#[wasm_bindgen]
pub struct Core {
    inner: cittadini_core::Core,
    session: RefCell<Option<SyncSession>>,
}

#[wasm_bindgen]
impl Core {
    /// Opens the data of this origin. `root`: the bytes of the newest TUF root that came with the page. `repository`: the
    /// address of the folder with `metadata/` and `targets/`.
    ///
    /// Throws `Locked` when it is open already, `Outdated` when a newer page wrote it, `Untrusted` when the root does not
    /// verify.
    pub fn open(root: Option<Vec<u8>>, repository: Option<String>) -> Result<Core, Thrown> {
        error::show_panics();
        let data_dir = PathBuf::from(FOLDER);
        let config = Config { data_dir, root, repository, ..Config::default() };
        let inner = cittadini_core::Core::open(config, Arc::new(SystemClock))?;
        Ok(Self { inner, session: RefCell::default() })
    }

    /// Takes in the bytes of a seed, when nothing is installed yet. Takes a second or two. Throws `Untrusted` when it does
    /// not verify.
    #[wasm_bindgen(js_name = takeInSeed)]
    pub fn take_in_seed(&self, seed: Vec<u8>) -> Result<(), Thrown> {
        let seed = Archive::new(Cursor::new(seed)).map_err(ApiError::from)?;
        Ok(self.inner.take_in_seed(&seed)?)
    }

    /// The reader's settings.
    pub fn settings(&self) -> Result<String, Thrown> {
        screen(self.inner.settings())
    }

    /// Keeps the reader's settings; the next screen follows them.
    ///
    /// Throws `InvalidInput` when content is installed and has no such municipality, or when no language is named.
    #[wasm_bindgen(js_name = setSettings)]
    pub fn set_settings(&self, settings: &str) -> Result<(), Thrown> {
        let settings: Settings = from_json(settings)?;
        Ok(self.inner.set_settings(&settings)?)
    }

    /// The first screen. Without content it is empty, and says so.
    pub fn home(&self) -> Result<String, Thrown> {
        screen(self.inner.home())
    }

    /// The words of the page's frame, in the reader's language: read them again when her language changes and after a sync.
    pub fn labels(&self) -> Result<String, Thrown> {
        screen(self.inner.labels())
    }

    /// All procedures for the reader, by group.
    pub fn procedures(&self) -> Result<String, Thrown> {
        screen(self.inner.procedures())
    }

    /// One procedure, whole. Throws `InvalidInput` when there is none of that id.
    pub fn procedure(&self, id: &str) -> Result<String, Thrown> {
        screen(self.inner.procedure(id))
    }

    /// The offices of the reader's municipality; all of them when she has not chosen one.
    pub fn offices(&self) -> Result<String, Thrown> {
        screen(self.inner.offices())
    }

    /// One office. Throws `InvalidInput` when there is none of that id.
    pub fn office(&self, id: &str) -> Result<String, Thrown> {
        screen(self.inner.office(id))
    }

    /// What answers some words, in any language and spelling, best first: a `SearchScreen` as JSON; at most `limit` and never more than
    /// 50. Any text is a query, and none is an error. Blocks for milliseconds, the first time in a language for longer: see
    /// `prepareSearch`. Nothing of it is kept.
    pub fn search(&self, query: &str, limit: u32) -> Result<String, Thrown> {
        screen(self.inner.search(query, limit))
    }

    /// Writes the indexes that the reader's searches need and that are missing, her own language first. Worth calling once the first
    /// screen stands; without it the first search does it.
    #[wasm_bindgen(js_name = prepareSearch)]
    pub fn prepare_search(&self) -> Result<(), Thrown> {
        Ok(self.inner.prepare_search()?)
    }

    /// The glossary.
    pub fn terms(&self) -> Result<String, Thrown> {
        screen(self.inner.terms())
    }

    /// The notices that hold today for the reader's municipality, the gravest first.
    pub fn notices(&self) -> Result<String, Thrown> {
        screen(self.inner.notices())
    }

    /// What changed for the reader since a release; without one everything that is remembered.
    pub fn changes(&self, since_release: Option<u32>) -> Result<String, Thrown> {
        let since = since_release.map(|number| Since::Release { number: number.into() });
        screen(self.inner.changes(since.as_ref()))
    }

    /// By which day: `query` is a `DeadlineQuery` as JSON, `{"span": {"n": 8, "unit": "working_days"}}` or
    /// `{"term": {"id": "…"}}`, `from` a day. Kept nowhere. Throws `InvalidInput` when one of them is none.
    pub fn deadline(&self, query: &str, from: &str) -> Result<String, Thrown> {
        let query: DeadlineQuery = from_json(query)?;
        screen(self.inner.deadline(&query, from))
    }

    /// All terms of a procedure for the reader's own dates; `query` is a `TimelineQuery` as JSON. Kept nowhere. Throws
    /// `InvalidInput` when there is no such procedure.
    pub fn timeline(&self, query: &str) -> Result<String, Thrown> {
        let query: TimelineQuery = from_json(query)?;
        screen(self.inner.timeline(&query))
    }

    /// The question trees there are.
    pub fn trees(&self) -> Result<String, Thrown> {
        screen(self.inner.trees())
    }

    /// A step through a question tree; `answers` is a list of `TriageAnswer` as JSON, all of them each time. Kept nowhere.
    /// Throws `InvalidInput` when there is no such tree, question or answer.
    pub fn triage(&self, tree: &str, answers: &str) -> Result<String, Thrown> {
        let answers: Vec<TriageAnswer> = from_json(answers)?;
        screen(self.inner.triage(tree, &answers))
    }

    /// When an office is open: now, in the next days, and who speaks which language when.
    pub fn hours(&self, office_id: &str) -> Result<String, Thrown> {
        screen(self.inner.hours(office_id))
    }

    /// The offices of the reader's municipality that are open now; `filter` is an `OfficeFilter` as JSON. Throws
    /// `InvalidInput` when its moment is none.
    #[wasm_bindgen(js_name = openNow)]
    pub fn open_now(&self, filter: &str) -> Result<String, Thrown> {
        let filter: OfficeFilter = from_json(filter)?;
        screen(self.inner.open_now(&filter))
    }

    /// The freshness of every item and of the whole.
    pub fn freshness(&self) -> Result<String, Thrown> {
        screen(self.inner.freshness())
    }

    /// The release that is installed in one file, for a phone or a browser without a network to take in. Takes a second or
    /// two, and is read as that phone would read it before it is handed out.
    ///
    /// Throws `InvalidInput` when there is no whole release to hand on, or one that nobody can take in any more: sync first.
    #[wasm_bindgen(js_name = exportRelease)]
    pub fn export_release(&self) -> Result<Vec<u8>, Thrown> {
        let mut file = Cursor::new(Vec::new());
        self.inner.export_release_to(&mut file)?;
        Ok(file.into_inner())
    }

    /// Takes in the bytes of a file that somebody handed over, verified as a sync is, and answers with the report as JSON.
    /// Takes a second or two; a sync that has not ended is dropped, and nothing of it is lost. An older file changes nothing.
    ///
    /// Throws `Untrusted` when the file is damaged, of another territory, or too old to be believed; `Outdated`.
    #[wasm_bindgen(js_name = importRelease)]
    pub fn import_release(&self, file: Vec<u8>) -> Result<String, Thrown> {
        let file = Archive::new(Cursor::new(file)).map_err(ApiError::from)?;
        self.session.replace(None);
        to_json(&self.inner.import_archive(&file)?)
    }

    /// The territories that are known. A browser asks the host of its page and no other: it reads one, and adds none.
    pub fn territories(&self) -> Result<String, Thrown> {
        screen(self.inner.territories())
    }

    /// Always throws `InvalidInput`: a browser asks the host of its page and no other.
    #[wasm_bindgen(js_name = addTerritory)]
    pub fn add_territory(&self, _qr: &str) -> Result<(), Thrown> {
        let reason = "a browser asks the host of its page and no other: open the address of the poster, or use the app";
        Err(ApiError::InvalidInput { reason: reason.into() }.into())
    }

    /// Closes the core and ends its sync: later calls throw `InvalidInput`.
    pub fn close(&self) -> Result<(), Thrown> {
        self.session.replace(None);
        Ok(self.inner.close()?)
    }
}

fn screen<T: Serialize>(read: Result<T, ApiError>) -> Result<String, Thrown> {
    to_json(&read?)
}
