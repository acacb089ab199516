//! Who is inside the core: so that closing can wait for the others, and never for itself.

use std::sync::{Condvar, Mutex, PoisonError};
use std::thread::{self, ThreadId};

/// The threads that are inside a call.
#[derive(Default)]
pub(crate) struct Running {
    threads: Mutex<Vec<ThreadId>>,
    ended: Condvar,
}

/// One call; it ends with the value.
pub(crate) struct Call<'a>(&'a Running);

impl Running {
    /// Notes that this thread has begun a call.
    pub(crate) fn begin(&self) -> Call<'_> {
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(thread::current().id());
        Call(self)
    }

    /// Whether this thread is inside a call already: then it is in code of the shell that the core called.
    pub(crate) fn is_inside(&self) -> bool {
        let threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        threads.contains(&thread::current().id())
    }

    /// Waits until something holds that can only change when a call ends.
    pub(crate) fn wait_until(&self, holds: impl Fn() -> bool) {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        while !holds() {
            threads = self.ended.wait(threads).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits until no call is running. A thread that is inside a call itself (a `Transport` that closes the core) does
    /// not wait: it would wait for itself.
    pub(crate) fn wait(&self) {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        if threads.contains(&thread::current().id()) {
            return;
        }
        while !threads.is_empty() {
            threads = self.ended.wait(threads).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        let mut threads = self.0.threads.lock().unwrap_or_else(PoisonError::into_inner);
        let me = thread::current().id();
        if let Some(place) = threads.iter().position(|thread| *thread == me) {
            threads.swap_remove(place);
        }
        self.0.ended.notify_all();
    }
}
