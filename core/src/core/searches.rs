//! One search at a time: the newest. Each letter that is typed begins one, and ends the one before it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::InterruptHandle;

/// The searches of a core.
#[derive(Default)]
pub(super) struct Searches {
    newest: AtomicU64,
    /// What stops the search that reads now.
    reading: Mutex<Option<Arc<InterruptHandle>>>,
}

/// One search.
pub(super) struct Search<'s> {
    searches: &'s Searches,
    number: u64,
}

impl Searches {
    /// Begins a search, and ends the one before it.
    pub(super) fn begin(&self) -> Search<'_> {
        let number = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        let reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(search) = reading.as_deref() {
            search.interrupt();
        }
        Search { searches: self, number }
    }

    fn set(&self, reading: Option<Arc<InterruptHandle>>) {
        *self.reading.lock().unwrap_or_else(PoisonError::into_inner) = reading;
    }
}

impl Search<'_> {
    /// Whether no other has begun since.
    pub(super) fn is_newest(&self) -> bool {
        self.searches.newest.load(Ordering::SeqCst) == self.number
    }

    /// Reads, and can be stopped meanwhile. Call it with the connection at hand, so that nobody else's reading is stopped.
    pub(super) fn reading<T>(&self, stop: Arc<InterruptHandle>, read: impl FnOnce() -> T) -> T {
        self.searches.set(Some(stop));
        let read = read();
        self.searches.set(None);
        read
    }
}
