//! Drives a session over a blocking [`Transport`]: phones, PCs, the command. The browser has its own driver.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use super::packs::PackStore;
use super::report::{SyncProgress, SyncReport};
use super::session::{Next, SyncSession};
use crate::ports::Transport;
use crate::{Error, Result};

/// Runs a session to its end. Blocks, uses the network through `transport`, and starts no thread.
///
/// `interrupt` is looked at between two steps, and between two pieces of a file where the transport hands them over;
/// `progress` is called before each.
///
/// # Errors
/// [`Error::Interrupted`] if the shell asked to stop; otherwise as [`SyncSession::next`]. Packs that were applied before an
/// error stay applied.
pub fn run(
    mut session: SyncSession,
    transport: &dyn Transport,
    packs: &dyn PackStore,
    interrupt: &AtomicBool,
    progress: &dyn Fn(SyncProgress),
) -> Result<SyncReport> {
    loop {
        if interrupt.load(Ordering::Relaxed) {
            return Err(Error::Interrupted);
        }
        let next = session.next()?;
        progress(session.progress());
        match next {
            Next::Fetch(request) => {
                let answer = transport.get_in_pieces(&request, &mut |so_far| match interrupt
                    .load(Ordering::Relaxed)
                {
                    true => ControlFlow::Break(()),
                    false => session.arrived(so_far),
                });
                if interrupt.load(Ordering::Relaxed) {
                    // Not judged: what was stopped here is no fault of the network.
                    answer.iter().for_each(|so_far| session.stopped(so_far));
                    return Err(Error::Interrupted);
                }
                session.feed(answer)?;
            }
            Next::Apply => session.apply(packs)?,
            Next::Done(report) => return Ok(report),
        }
    }
}
