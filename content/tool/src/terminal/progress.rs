//! Progress on standard error, seen only where somebody watches.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::console::Console;

const TICK: Duration = Duration::from_millis(120);

/// A bar, or a spinner as long as nobody knows how much there is. It goes away when dropped.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    /// Something that takes as long as it takes.
    pub(crate) fn start(console: &Console, what: String) -> Self {
        let target = match console.watched {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(None, target).with_message(what);
        bar.set_style(style("{spinner} {msg}"));
        bar.enable_steady_tick(TICK);
        Self(bar)
    }

    /// Says what is being done now.
    pub(crate) fn say(&self, what: String) {
        self.0.set_message(what);
    }

    /// How many of how many steps are done.
    pub(crate) fn steps(&self, done: u64, of: u64) {
        self.measure("{spinner} {bar:24} {pos}/{len} {msg}", done, of);
    }

    /// How many of how many bytes have arrived.
    pub(crate) fn bytes(&self, done: u64, of: u64) {
        self.measure("{spinner} {bar:24} {bytes}/{total_bytes} {msg}", done, of);
    }

    fn measure(&self, template: &str, done: u64, of: u64) {
        if self.0.length() != Some(of) {
            self.0.set_style(style(template));
            self.0.set_length(of);
        }
        self.0.set_position(done);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}
