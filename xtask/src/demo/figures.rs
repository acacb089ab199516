//! What the demo measured.

use std::time::{Duration, Instant};

use cittadini_core::Core;
use cittadini_core::screens::{Home, Offices};

use crate::phone::Cost;
use crate::terminal::{Outcome, bytes, heading, milliseconds, note, say};

/// How often a procedure is read for its time; the median counts.
const READS: usize = 21;

/// The figures, which follow the content that was shown.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    procedures: usize,
    languages: usize,
    offices: usize,
    first_sync_bytes: u64,
    first_sync_requests: u64,
    no_change_bytes: u64,
    no_change_requests: u64,
    edit_sync_bytes: u64,
    edit_sync_requests: u64,
    records_written: u64,
    open_ms: f64,
    procedure_ms: f64,
}

impl Figures {
    /// Notes what the first two syncs cost.
    pub(crate) fn sync(&mut self, first: &Cost, no_change: &Cost) {
        self.first_sync_bytes = first.bytes;
        self.first_sync_requests = first.requests;
        self.no_change_bytes = no_change.bytes;
        self.no_change_requests = no_change.requests;
    }

    /// Notes what a changed fee cost.
    pub(crate) fn edit(&mut self, cost: &Cost) {
        self.edit_sync_bytes = cost.bytes;
        self.edit_sync_requests = cost.requests;
        self.records_written = cost.report.records_written;
    }

    /// Notes how long it took to open the app and see the first screen, and what there is to read.
    pub(crate) fn open(&mut self, took: Duration, home: &Home, offices: &Offices) {
        self.open_ms = milliseconds(took);
        self.procedures = home.groups.iter().map(|group| group.procedures.len()).sum();
        self.languages = home.languages.len();
        self.offices = offices.offices.len();
    }

    /// Measures how long it takes to read a procedure.
    pub(crate) fn procedure(&mut self, core: &Core, id: &str) -> Outcome {
        let mut times = Vec::with_capacity(READS);
        for _ in 0..READS {
            let start = Instant::now();
            core.procedure(id)?;
            times.push(start.elapsed());
        }
        times.sort();
        self.procedure_ms = times.get(READS / 2).copied().map(milliseconds).unwrap_or_default();
        Ok(())
    }

    /// Prints them with the bounds to hold.
    pub(crate) fn show(&self) -> Outcome {
        heading("6. What it cost")?;
        let Self { procedures, languages, offices, .. } = self;
        say!("  {procedures} procedures, {languages} languages, {offices} offices")?;
        self.transfer("first sync", self.first_sync_bytes, self.first_sync_requests, "")?;
        let bound = "(at most 1 KB, 1 request)";
        self.transfer("nothing new", self.no_change_bytes, self.no_change_requests, bound)?;
        let bound = "(at most 8 KB, 6 requests)";
        self.transfer("one fee changed", self.edit_sync_bytes, self.edit_sync_requests, bound)?;
        say!(
            "  open and first screen {:.1} ms, a procedure {:.2} ms",
            self.open_ms,
            self.procedure_ms
        )?;
        note("  bytes are counted at the server's socket: both directions, headers included")?;
        Ok(())
    }

    fn transfer(&self, what: &str, size: u64, requests: u64, bound: &str) -> Outcome {
        let line = format!("  {what:<16} {:>9}, requests: {requests:>2} {bound}", bytes(size));
        say!("{}", line.trim_end())?;
        Ok(())
    }

    /// All of them on one line.
    pub(crate) fn to_json(&self) -> String {
        serde_json::json!({
            "procedures": self.procedures,
            "languages": self.languages,
            "offices": self.offices,
            "first_sync_bytes": self.first_sync_bytes,
            "first_sync_requests": self.first_sync_requests,
            "no_change_bytes": self.no_change_bytes,
            "no_change_requests": self.no_change_requests,
            "edit_sync_bytes": self.edit_sync_bytes,
            "edit_sync_requests": self.edit_sync_requests,
            "records_written": self.records_written,
            "open_ms": self.open_ms,
            "procedure_ms": self.procedure_ms,
        })
        .to_string()
    }
}
