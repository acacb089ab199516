//! `cittadini publish`: check, sign, and write what phones fetch.

use cittadini_core::dates::day_in_italy;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;

use super::super::args::PublishArgs;
use super::release;
use crate::draft::Draft;
use crate::keys::Keys;
use crate::repository::{PackReport, Progress, PublishOptions, PublishReport, publish};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::interrupt::on_interrupt;
use crate::terminal::moment::clock;
use crate::terminal::progress::Bar;
use crate::terminal::style::{GOOD, QUIET, count, paint, size};
use crate::terminal::words::{Words, messages};

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &PublishArgs) -> Outcome {
    check_keys(console, args)?;
    let now = clock(args.clock).now();
    let draft = release::release(console, &args.content, day_in_italy(now))?;
    check_territory(console, args, &draft)?;
    let stopped = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&stopped);
    on_interrupt(move || stop.store(true, Ordering::SeqCst))?;
    let report = sign(console, &draft, &args.keys, &args.to, (now, args.dev), &stopped)?;
    show(console, &report, &args.to)?;
    Ok(())
}

/// Says what is wrong with the keys before the work begins.
fn check_keys(console: &Console, args: &PublishArgs) -> Outcome {
    if !args.keys.join("root.json").is_file() {
        let path = args.keys.display().to_string();
        return Err(Failure::new("NoKeys", console.say(messages::error_keys_folder(path))));
    }
    let keys = Keys::open(&args.keys).map_err(|error| Failure::repository(console, error))?;
    if keys.root().signed.development && !args.dev {
        let sentence = console.say(messages::error_development_keys());
        return Err(Failure::new("DevelopmentKeys", sentence));
    }
    Ok(())
}

/// Says so when the keys are those of another territory.
fn check_territory(console: &Console, args: &PublishArgs, draft: &Draft) -> Outcome {
    let keys = Keys::open(&args.keys).map_err(|error| Failure::repository(console, error))?;
    let theirs = &keys.root().signed.territory;
    if *theirs == draft.territory {
        return Ok(());
    }
    let message = messages::error_other_territory(draft.territory.as_str(), theirs.as_str());
    Err(Failure::new("OtherTerritory", console.say(message)))
}

/// Publishes, with a progress bar. `stopped` ends it before anything that phones read has changed.
pub(super) fn sign(
    console: &Console,
    draft: &Draft,
    keys: &Path,
    to: &Path,
    (now, dev): (Timestamp, bool),
    stopped: &AtomicBool,
) -> Outcome<PublishReport> {
    let bar = Bar::start(console, String::new());
    let watch = |progress: &Progress<'_>| {
        follow(&bar, &console.words, progress);
        match stopped.load(Ordering::SeqCst) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    };
    publish(draft, keys, to, PublishOptions { now, dev }, &watch)
        .map_err(|error| Failure::repository(console, error))
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

fn show(console: &mut Console, report: &PublishReport, to: &Path) -> io::Result<()> {
    if console.json {
        return console.object(report);
    }
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
    console.print(&lines.join("\n"))
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
