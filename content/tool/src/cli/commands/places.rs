//! Where a release is made and where it goes from there, for every verb that publishes.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;

use crate::host::{self, Host, MirrorReport, Place};
use crate::keys::Keys;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::interrupt::on_interrupt;
use crate::terminal::progress::Bar;
use crate::terminal::style::{GOOD, count, paint, size};
use crate::terminal::words::messages;

/// The folder in which a release is made, and the place that it is mirrored to.
pub(super) struct Destination {
    /// The folder, which is kept.
    pub(super) repository: PathBuf,
    mirror: Option<Mirror>,
    prune: bool,
}

struct Mirror {
    place: String,
    host: Box<dyn Host>,
}

impl Destination {
    /// A folder alone is both; every other place takes a folder as well.
    pub(super) fn of(
        console: &Console,
        to: &Place,
        repository: Option<&PathBuf>,
        prune: bool,
    ) -> Outcome<Self> {
        let place = to.to_string();
        match (to, repository) {
            (Place::Folder(folder), None) => {
                Ok(Self { repository: folder.clone(), mirror: None, prune })
            }
            (_, None) => {
                let sentence = console.say(messages::error_place_folder(place));
                Err(Failure::new("NoRepository", sentence))
            }
            (to, Some(repository)) => {
                let host = to.open().map_err(|error| Failure::host(console, error))?;
                let mirror = Some(Mirror { place, host });
                Ok(Self { repository: repository.clone(), mirror, prune })
            }
        }
    }

    /// Looks whether the place may be published to, before anything is signed. Returns the files that it has.
    pub(super) fn check(&self, console: &Console, keys: &Keys) -> Outcome<BTreeSet<String>> {
        let Some(Mirror { place, host }) = &self.mirror else { return Ok(BTreeSet::new()) };
        let _bar = Bar::start(console, console.say(messages::work_looking(place.as_str())));
        host::check_before(&self.repository, host.as_ref(), place, keys)
            .map_err(|error| Failure::host(console, error))
    }

    /// The same for somebody who cannot be asked: what is newer at the place is verified and taken in first.
    pub(super) fn check_or_take(
        &self,
        console: &Console,
        keys: &Keys,
        now: Timestamp,
    ) -> Outcome<BTreeSet<String>> {
        let Some(Mirror { place, host }) = &self.mirror else { return Ok(BTreeSet::new()) };
        let failed = |error| Failure::host(console, error);
        let look = || host::check_before(&self.repository, host.as_ref(), place, keys);
        match look() {
            Err(host::Error::Ahead { .. }) => {
                host::fetch(host.as_ref(), place, &self.repository, keys, now).map_err(failed)?;
                look().map_err(failed)
            }
            looked => looked.map_err(failed),
        }
    }

    /// Brings the release of the folder to the place, and deletes there what is too old, if that was asked for.
    pub(super) fn send(
        &self,
        console: &Console,
        now: Timestamp,
        stopped: &AtomicBool,
    ) -> Outcome<Option<MirrorReport>> {
        let failed = |error| Failure::host(console, error);
        let Some(Mirror { place, host }) = &self.mirror else {
            return self.prune_folder(console, now);
        };
        let bar = Bar::start(console, console.say(messages::work_looking(place.as_str())));
        let watch = |name: &str, done: usize, of: usize| {
            bar.steps(done as u64, of as u64);
            bar.say(console.say(messages::work_sending(name)));
            match stopped.load(Ordering::SeqCst) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        };
        let mut report =
            host::mirror(&self.repository, host.as_ref(), place, now, &watch).map_err(failed)?;
        if self.prune {
            report.pruned =
                host::prune(&self.repository, host.as_ref(), place, now).map_err(failed)?;
        }
        Ok(Some(report))
    }

    fn prune_folder(&self, console: &Console, now: Timestamp) -> Outcome<Option<MirrorReport>> {
        if !self.prune {
            return Ok(None);
        }
        let place = self.repository.display().to_string();
        let folder = host::Folder::new(&self.repository);
        let pruned = host::prune(&self.repository, &folder, &place, now)
            .map_err(|error| Failure::host(console, error))?;
        Ok(Some(MirrorReport { pruned, ..MirrorReport::default() }))
    }

    /// What happened at the place, in a line or two.
    pub(super) fn lines(&self, console: &Console, report: &MirrorReport) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(Mirror { place, .. }) = &self.mirror {
            let said = match report.sent.len() {
                0 => messages::mirror_same(place.as_str()),
                sent => messages::mirror_done(
                    report.kept.to_string(),
                    place.as_str(),
                    sent.to_string(),
                    size(report.bytes),
                ),
            };
            lines.push(paint(GOOD, &console.say(said)));
        }
        if !report.pruned.is_empty() {
            lines.push(console.say(messages::mirror_pruned(count(report.pruned.len()))));
        }
        lines
    }
}

/// Set by the first Ctrl-C: nothing that phones read has changed then, and the work may be done again.
pub(super) fn stop_on_interrupt() -> Outcome<Arc<AtomicBool>> {
    let stopped = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&stopped);
    on_interrupt(move || stop.store(true, Ordering::SeqCst))?;
    Ok(stopped)
}
