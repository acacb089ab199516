//! The steps of a session that keep what arrived of a pack, so that a cut, an interruption or a kill costs little of it.

use std::ops::ControlFlow;

use super::install::Arrived;
use super::parts::PartFiles;
use super::plan::Task;
use super::session::{Purpose, SyncSession};
use crate::Result;
use crate::ports::Response;

/// Bytes that are written at once. A kill may cost so many, and what a transport has at hand when it falls: 64 KiB together,
/// as long as a transport hands over no more than half of that at a time.
pub(super) const PIECE: usize = 32 * 1024;

impl SyncSession {
    /// Keeps what arrives of packs in these files, and goes on with what is there.
    #[must_use]
    pub fn keeping_parts(mut self, parts: PartFiles) -> Self {
        self.parts = Some(parts);
        self
    }

    /// Hears what has arrived so far of the answer that [`Self::feed`] will take, and keeps it. A driver whose transport
    /// cannot tell leaves it out. A break means that there is no room, and no sense in reading on.
    pub fn arrived(&mut self, so_far: &Response) -> ControlFlow<()> {
        self.keep(so_far, PIECE);
        match self.not_kept {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    }

    /// Keeps the last of an answer that stopped in the middle.
    pub(super) fn stopped(&mut self, so_far: &Response) {
        self.keep(so_far, 1);
    }

    fn keep(&mut self, so_far: &Response, least: usize) {
        let Some((Purpose::Pack, asked)) = &mut self.asked else { return };
        let (Some(parts), Some(task)) = (&self.parts, self.tasks.front()) else { return };
        let Some((offset, bytes)) = asked.unsaved(so_far, least) else { return };
        match parts.write(task.source().hash(), offset, bytes) {
            Ok(()) => asked.saved(offset.saturating_add(bytes.len() as u64)),
            Err(error) => self.not_kept = Some(error),
        }
    }

    /// Asks for the next pack, or for the rest of it.
    pub(super) fn ask_for_pack(&mut self, task: &Task) -> Result<()> {
        let source = task.source();
        self.ask(Purpose::Pack, task.file());
        let (Some(parts), false) = (&self.parts, source.file.mutable) else { return Ok(()) };
        let part = parts.load(source.hash(), source.length());
        if part.len() as u64 == source.length() {
            self.asked = None;
            return self.take_pack(part, Arrived::Resumed);
        }
        if let Some((_, asked)) = &mut self.asked {
            asked.go_on_from(part);
        }
        Ok(())
    }

    /// Forgets what arrived of the first task's file.
    pub(super) fn forget_part(&self) {
        if let (Some(parts), Some(task)) = (&self.parts, self.tasks.front()) {
            parts.remove(task.source().hash());
        }
    }
}
