//! `reader sync`: fetch, verify, keep, and say what it cost.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use cittadini_core::sync::{HttpTransport, ProblemKind, SyncProgress, SyncReport, SyncStage};
use cittadini_core::{ApiError, Core, SyncMode};
use serde::Serialize;

use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::interrupt::on_interrupt;
use crate::terminal::progress::Bar;
use crate::terminal::style::{BAD, GOOD, WARN, count, paint, size};
use crate::terminal::words::{Message, messages};

use super::args::Options;

/// How often the progress is looked at.
const POLL: Duration = Duration::from_millis(80);

/// The answer as an object.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    report: &'a SyncReport,
    ms: u64,
}

/// Runs the verb.
pub(super) fn run(
    console: &mut Console,
    core: Core,
    options: &Options,
    only_mine: bool,
) -> Outcome {
    if options.repository.is_none() && options.territories.is_none() && !reads_added(&core) {
        return Err(Failure::invalid(console.say(messages::reader_no_repository())));
    }
    let mode = if only_mine { SyncMode::OnlyMine } else { SyncMode::All };
    over_network(console, core, refused, move |core, transport| core.sync(transport, mode))
}

/// An added territory knows its address.
fn reads_added(core: &Core) -> bool {
    core.territories().is_ok_and(|known| {
        known.territories.iter().any(|territory| territory.current && !territory.came_with_app)
    })
}

/// A call that fetches: with a progress bar, stopped by Ctrl-C, and its report.
pub(super) fn over_network(
    console: &mut Console,
    core: Core,
    refused: impl FnOnce(&Console, &ApiError) -> Failure,
    call: impl FnOnce(&Core, &HttpTransport) -> Result<SyncReport, ApiError>,
) -> Outcome {
    let core = Arc::new(core);
    let transport = HttpTransport::new().map_err(|error| Failure::core(console, &error.into()))?;
    let (interrupted, stop) = (Arc::clone(&core), transport.stop());
    on_interrupt(move || {
        interrupted.interrupt();
        stop.store(true, Ordering::SeqCst);
    })?;
    let started = Instant::now();
    let synced = watched(console, &core, || call(&core, &transport));
    let report = synced.map_err(|error| refused(console, &error))?;
    answer(console, &report, started)
}

/// Says what a sync or a file has brought since it was begun.
pub(super) fn answer(console: &mut Console, report: &SyncReport, started: Instant) -> Outcome {
    let ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    match console.json {
        true => console.object(&Answer { report, ms })?,
        false => console.print(&readable(console, report, ms))?,
    }
    match &report.problem {
        None => Ok(()),
        Some(problem) => Err(partly(console, &problem_error(problem.kind, &problem.reason))?),
    }
}

/// The address was given, so that an input that is missing can only be the root.
fn refused(console: &Console, error: &ApiError) -> Failure {
    match error {
        ApiError::InvalidInput { .. } => Failure::invalid(console.say(messages::reader_no_root())),
        other => Failure::core(console, other),
    }
}

/// Syncs with a progress bar. The core starts no thread, so the one that looks at the progress is ours.
fn watched(
    console: &Console,
    core: &Core,
    call: impl FnOnce() -> Result<SyncReport, ApiError>,
) -> Result<SyncReport, ApiError> {
    let done = AtomicBool::new(false);
    let bar = Bar::start(console, console.say(messages::sync_checking()));
    std::thread::scope(|scope| {
        if console.watched {
            let words = &console.words;
            let (bar, done) = (&bar, &done);
            scope.spawn(move || {
                while !done.load(Ordering::SeqCst) {
                    let progress = core.sync_progress();
                    bar.say(words.say(stage(&progress)));
                    if progress.bytes_total > 0 {
                        bar.bytes(progress.bytes_done, progress.bytes_total);
                    }
                    std::thread::sleep(POLL);
                }
            });
        }
        let report = call();
        done.store(true, Ordering::SeqCst);
        report
    })
}

fn stage(progress: &SyncProgress) -> Message {
    match progress.stage {
        SyncStage::Checking => messages::sync_checking(),
        SyncStage::Downloading => messages::sync_downloading(),
        SyncStage::Applying | SyncStage::Done => messages::sync_applying(),
    }
}

/// What befell single packs, as the error it would be had it befallen all.
fn problem_error(kind: ProblemKind, reason: &str) -> ApiError {
    let reason = reason.to_owned();
    match kind {
        ProblemKind::Offline => ApiError::Offline { reason },
        ProblemKind::StorageFull => ApiError::StorageFull { reason },
        ProblemKind::Outdated => ApiError::Outdated { reason },
        ProblemKind::Untrusted => ApiError::Untrusted { reason },
    }
}

/// Says the problem on standard error; the answer is printed already.
fn partly(console: &mut Console, error: &ApiError) -> Outcome<Failure> {
    match Failure::core(console, error) {
        Failure::Error { sentence, code, .. } => {
            console.complain(&sentence)?;
            Ok(Failure::Answered(code))
        }
        other => Ok(other),
    }
}

fn readable(console: &Console, report: &SyncReport, ms: u64) -> String {
    let release = report.release.to_string();
    let (style, done) = match (&report.problem, report.up_to_date) {
        (Some(_), _) => (BAD, messages::sync_partly(release)),
        (None, true) => (GOOD, messages::sync_up_to_date(release)),
        (None, false) => (GOOD, messages::sync_done(release)),
    };
    let requests = console.say(messages::sync_requests(report.requests));
    let records = |n: u64| console.say(messages::sync_records(count(n)));
    let cost = messages::sync_cost(
        ms.to_string(),
        records(report.records_written),
        requests,
        size(report.bytes),
    );
    let mut lines = vec![paint(style, &console.say(done)), format!("  {}", console.say(cost))];
    for pack in &report.applied {
        let way = if pack.patch { "patch" } else { "full" };
        let name = pack.pack.as_str();
        let records = records(pack.records_written);
        let line = messages::sync_pack(name, records, pack.seq.to_string(), size(pack.bytes), way);
        lines.push(format!("  {}", console.say(line)));
    }
    for refused in &report.refused {
        let name = format!("{}: ", refused.file);
        let reason = refused.reason.strip_prefix(&name).unwrap_or(&refused.reason);
        let line = messages::sync_refused(refused.file.as_str(), reason);
        lines.push(format!("  {}", paint(WARN, &console.say(line))));
    }
    if !report.left_out.is_empty() {
        let missing = messages::sync_left_out(report.left_out.join(", "));
        lines.push(format!("  {}", paint(WARN, &console.say(missing))));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sync_answers_one_line_with_all_that_was_promised() {
        let report = SyncReport::default();
        let line = serde_json::to_string(&Answer { report: &report, ms: 3 }).unwrap_or_default();
        assert!(!line.contains('\n'));
        for name in [
            "release",
            "bytes",
            "requests",
            "ms",
            "records_written",
            "applied",
            "refused",
            "left_out",
        ] {
            assert!(line.contains(&format!("\"{name}\":")), "{name} in {line}");
        }
    }
}
