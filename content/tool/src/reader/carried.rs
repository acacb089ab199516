//! `reader export` and `reader import`: a release that goes from one device to another as a file.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use cittadini_core::Core;
use cittadini_core::dates::day_in_italy;
use cittadini_core::sync::ExportReport;

use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::interrupt::on_interrupt;
use crate::terminal::style::{GOOD, WARN, paint, size};
use crate::terminal::words::messages;

use super::sync::answer;

/// Writes what is installed into a file.
pub(super) fn export(console: &mut Console, core: Core, file: &Path) -> Outcome {
    let core = interruptible(core)?;
    let report = core.export_release(file).map_err(|error| Failure::core(console, &error))?;
    match console.json {
        true => console.object(&report)?,
        false => console.print(&readable(console, file, &report))?,
    }
    Ok(())
}

/// Takes a file in.
pub(super) fn import(console: &mut Console, core: Core, file: &Path) -> Outcome {
    let core = interruptible(core)?;
    let started = Instant::now();
    let report = core.import_release(file).map_err(|error| Failure::core(console, &error))?;
    answer(console, &report, started)
}

fn interruptible(core: Core) -> Outcome<Arc<Core>> {
    let core = Arc::new(core);
    let interrupted = Arc::clone(&core);
    on_interrupt(move || interrupted.interrupt())?;
    Ok(core)
}

fn readable(console: &Console, file: &Path, report: &ExportReport) -> String {
    let path = file.display().to_string();
    let done = messages::export_done(path, report.release.to_string(), size(report.bytes));
    let mut lines = vec![paint(GOOD, &console.say(done))];
    if let Some(made) = report.generated {
        let made = messages::export_made(day_in_italy(made).to_string());
        lines.push(format!("  {}", console.say(made)));
    }
    lines.push(format!("  {}", report.packs.join(", ")));
    if !report.left_out.is_empty() {
        let missing = messages::export_left_out(report.left_out.join(", "));
        lines.push(format!("  {}", paint(WARN, &console.say(missing))));
    }
    lines.join("\n")
}
