//! `cittadini publish`: check, sign, and write what phones fetch.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use cittadini_core::dates::day_in_italy;
use jiff::Timestamp;
use serde::Serialize;

use super::super::args::PublishArgs;
use super::keys::tell_waiting;
use super::places::{Destination, stop_on_interrupt};
use super::release;
use crate::draft::Draft;
use crate::host::MirrorReport;
use crate::keys::Keys;
use crate::repository::{PackReport, Progress, PublishOptions, PublishReport, publish_with};
use crate::signed;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::passphrase::Asked;
use crate::terminal::progress::Bar;
use crate::terminal::style::{GOOD, QUIET, count, paint, size};
use crate::terminal::words::{Words, messages};

/// What a publish answers to a program.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    publish: &'a PublishReport,
    #[serde(skip_serializing_if = "Option::is_none")]
    mirror: Option<&'a MirrorReport>,
}

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &PublishArgs) -> Outcome {
    let asked = Asked::new(console, args.passphrase.passphrase_file.as_ref());
    let keys = open_keys(console, &args.keys)?.with_passphrases(Box::new(asked));
    check_development(console, &keys, args.dev)?;
    let now = clock(args.clock).now();
    let draft = release::release(console, &args.content, day_in_italy(now))?;
    check_territory(console, &keys, &draft)?;
    let to = Destination::of(console, &args.to, args.repository.as_ref(), args.prune)?;
    let stopped = stop_on_interrupt()?;
    let taken = to.check(console, &keys)?;
    let how = How { now, dev: args.dev, taken: &taken, stopped: &stopped };
    let report = match sign(console, &draft, &keys, &to.repository, &how) {
        Err(signed::Error::Waiting { missing }) => {
            return Err(tell_waiting(console, &args.keys, &missing));
        }
        signed => signed.map_err(|error| Failure::repository(console, error))?,
    };
    let mirrored = to.send(console, now, &stopped)?;
    if console.json {
        console.object(&Answer { publish: &report, mirror: mirrored.as_ref() })?;
        return Ok(());
    }
    let mut lines = lines(console, &report, &to.repository);
    lines.extend(mirrored.iter().flat_map(|report| to.lines(console, report)));
    console.print(&lines.join("\n"))?;
    Ok(())
}

/// Opens a key folder, or says that there is none.
pub(super) fn open_keys(console: &Console, folder: &Path) -> Outcome<Keys> {
    if !folder.join("root.json").is_file() {
        let path = folder.display().to_string();
        return Err(Failure::new("NoKeys", console.say(messages::error_keys_folder(path))));
    }
    Keys::open(folder).map_err(|error| Failure::repository(console, error))
}

/// Says so before the work begins when the keys are for development and nobody asked for such.
pub(super) fn check_development(console: &Console, keys: &Keys, dev: bool) -> Outcome {
    refuse_development(console, keys.root().signed.development, dev)
}

/// The same for a root, wherever it was read.
pub(super) fn refuse_development(console: &Console, development: bool, dev: bool) -> Outcome {
    match development && !dev {
        false => Ok(()),
        true => {
            let sentence = console.say(messages::error_development_keys());
            Err(Failure::new("DevelopmentKeys", sentence))
        }
    }
}

/// Says so when the keys are those of another territory.
fn check_territory(console: &Console, keys: &Keys, draft: &Draft) -> Outcome {
    let theirs = &keys.root().signed.territory;
    if *theirs == draft.territory {
        return Ok(());
    }
    let message = messages::error_other_territory(draft.territory.as_str(), theirs.as_str());
    Err(Failure::new("OtherTerritory", console.say(message)))
}

/// How a release is signed.
pub(super) struct How<'a> {
    /// The moment from which expiry counts.
    pub(super) now: Timestamp,
    /// Whether development keys may sign.
    pub(super) dev: bool,
    /// The files that lie at the place already.
    pub(super) taken: &'a BTreeSet<String>,
    /// Ends the work before anything that phones read has changed.
    pub(super) stopped: &'a AtomicBool,
}

/// Publishes into a folder, with a progress bar.
pub(super) fn sign(
    console: &Console,
    draft: &Draft,
    keys: &Keys,
    to: &Path,
    how: &How<'_>,
) -> signed::Result<PublishReport> {
    let bar = Bar::start(console, String::new());
    let watch = |progress: &Progress<'_>| {
        follow(&bar, &console.words, progress);
        match how.stopped.load(Ordering::SeqCst) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    };
    let options = PublishOptions { now: how.now, dev: how.dev };
    publish_with(draft, keys, to, options, how.taken, &watch)
}

fn follow(bar: &Bar, words: &Words, progress: &Progress<'_>) {
    match progress {
        Progress::Pack { name, done, of } => {
            bar.steps(*done as u64, *of as u64);
            bar.say(words.say(messages::work_publishing(*name)));
        }
        Progress::Writing { .. } => bar.say(words.say(messages::work_writing())),
        Progress::Verifying => bar.say(words.say(messages::work_verifying())),
    }
}

/// What was published, for a person.
fn lines(console: &Console, report: &PublishReport, to: &Path) -> Vec<String> {
    let files = console.say(messages::publish_files(count(report.files_written.len())));
    let path = to.display().to_string();
    let done = messages::publish_done(files, path, report.release.to_string(), size(report.bytes));
    let mut lines = vec![paint(GOOD, &console.say(done))];
    if !report.packs.iter().any(|pack| pack.changed) {
        lines.push(console.say(messages::publish_nothing()));
    }
    for pack in &report.packs {
        let line = pack_line(console, pack);
        lines.push(format!("  {}", if pack.changed { line } else { paint(QUIET, &line) }));
    }
    lines
}

fn pack_line(console: &Console, pack: &PackReport) -> String {
    let state = match (pack.changed, pack.seq) {
        (true, 1) => "new",
        (true, _) => "changed",
        (false, _) => "same",
    };
    let full = size(pack.full_bytes);
    let line = messages::publish_pack(pack.name.as_str(), pack.seq.to_string(), full, state);
    let mut line = console.say(line);
    if !pack.patches.is_empty() {
        let patches = pack.patches.iter().map(|patch| {
            console.say(messages::publish_patch(patch.from.to_string(), size(patch.bytes)))
        });
        let patches = patches.collect::<Vec<_>>().join(", ");
        line = format!("{line}; {} {patches}", console.say(messages::publish_patches()));
    }
    line
}
