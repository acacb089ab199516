//! How far long work is, told to whoever wants to draw it.

use std::cell::Cell;

/// Draws how many of how many steps are done.
pub type Draw<'d> = &'d dyn Fn(u64, u64);

/// Draws nothing.
pub const UNSEEN: Draw<'static> = &|_, _| {};

/// Steps that are counted while they are done.
pub(crate) struct Progress<'d> {
    draw: Draw<'d>,
    done: Cell<u64>,
    of: u64,
}

impl<'d> Progress<'d> {
    /// Nothing of so many steps is done.
    pub(crate) fn new(draw: Draw<'d>, of: usize) -> Self {
        Self { draw, done: Cell::new(0), of: u64::try_from(of).unwrap_or(u64::MAX) }
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        self.done.set(self.done.get() + 1);
        (self.draw)(self.done.get().min(self.of), self.of);
    }
}
