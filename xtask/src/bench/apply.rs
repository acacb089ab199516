//! A process that brings a phone up to date, and looks at nothing but what happens on the phone: how long it takes to unpack,
//! verify and write, and how much memory that wants. The network's share is left out.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cittadini_core::ports::{SystemClock, Transport as _};
use cittadini_core::sync::{HttpTransport, Next, SyncReport, SyncSession};
use cittadini_core::{Config, Core, SyncMode};
use serde::{Deserialize, Serialize};

use crate::terminal::{Outcome, milliseconds, say};

use super::memory::Memory;

/// The phone, and where its repository is.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Task {
    /// Brings this data folder up to date, and prints what was measured as JSON.
    #[arg(long, hide = true, value_name = "DIR", requires_all = ["root", "repository"])]
    pub(super) apply: Option<PathBuf>,
    #[arg(long, hide = true, value_name = "FILE")]
    pub(super) root: Option<PathBuf>,
    #[arg(long, hide = true, value_name = "URL")]
    pub(super) repository: Option<String>,
}

/// What it took on the phone.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Applied {
    /// The longest of the packs, in milliseconds.
    pub(super) longest_ms: f64,
    /// The most memory while the sync ran, above that of the app with its first screen on.
    pub(super) peak_kb: u64,
    /// How many packs came as patches, and how many whole.
    pub(super) patches: usize,
    pub(super) whole: usize,
}

/// Measures in a process of its own.
pub(super) fn measure(task: &Task) -> Outcome<Applied> {
    let Task { apply: Some(folder), root: Some(root), repository: Some(repository) } = task else {
        return Err("a phone, its root and its repository".into());
    };
    let output = Command::new(std::env::current_exe()?)
        .args(["bench", "--repository", repository])
        .arg("--apply")
        .arg(folder)
        .arg("--root")
        .arg(root)
        .output()?;
    match output.status.success() {
        true => Ok(serde_json::from_slice(&output.stdout)?),
        false => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned().into()),
    }
}

/// That process.
pub(super) fn run(task: &Task) -> Outcome {
    let (Some(data_dir), Some(root)) = (task.apply.clone(), &task.root) else {
        return Err("a phone and its root".into());
    };
    let config = Config {
        data_dir,
        root: Some(fs::read(root)?),
        repository: task.repository.clone(),
        ..Config::default()
    };
    let core = Core::open(config, Arc::new(SystemClock))?;
    core.home()?;
    let transport = HttpTransport::new()?;
    let before = Memory::now()?;
    Memory::forget_peak()?;
    let (report, longest) = drive(&core, core.sync_session(SyncMode::All)?, &transport)?;
    if let Some(problem) = report.problem {
        return Err(format!("the sync is not complete: {}", problem.reason).into());
    }
    let patches = report.applied.iter().filter(|pack| pack.patch).count();
    let applied = Applied {
        longest_ms: milliseconds(longest),
        peak_kb: Memory::now()?.peak_kb.saturating_sub(before.resident_kb),
        patches,
        whole: report.applied.len() - patches,
    };
    say!("{}", serde_json::to_string(&applied)?)?;
    Ok(())
}

/// Goes through a session, and watches each of its writes.
fn drive(
    core: &Core,
    mut session: SyncSession,
    transport: &HttpTransport,
) -> Outcome<(SyncReport, Duration)> {
    let mut longest = Duration::ZERO;
    loop {
        match session.next()? {
            Next::Fetch(request) => session.feed(transport.get(&request))?,
            Next::Apply => {
                let start = Instant::now();
                core.apply(&mut session)?;
                longest = longest.max(start.elapsed());
            }
            Next::Done(report) => return Ok((report, longest)),
        }
    }
}
