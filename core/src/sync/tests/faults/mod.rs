//! Faults of the device: no room at any write, and the order in which a pack reaches the disk. Both need a process of its own,
//! which is this very test program with a test that is ignored otherwise.

mod disk_full;
mod order;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::phone::repository;
use super::repository::{Repository, pack};
use crate::pack::sha256_hex;

/// Tells the child where to work; without it the child has nothing to do.
const FOLDER: &str = "CITTADINI_TEST_FOLDER";

fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

/// This program, running one of its tests that are ignored, behind another program.
fn child(before: &[&str], test: &str, folder: &Path) -> Command {
    let this = std::env::current_exe().unwrap();
    let this = this.to_str().unwrap();
    let mut all = before.to_vec();
    all.extend([this, "--ignored", "--exact", "--nocapture", test]);
    let mut command = Command::new(all[0]);
    command.args(&all[1..]).env(FOLDER, folder);
    command
}

/// Runs it; its test must have run.
fn passes(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}\n{complained}");
    said
}

/// Whether a test can be run here. Where it cannot, it says so past the harness; in CI it fails.
fn possible(test: &str, probe: &mut Command) -> bool {
    if probe.output().is_ok_and(|output| output.status.success()) {
        return true;
    }
    let ci = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(!ci, "{test} cannot be run here: {probe:?} fails");
    let mut stderr = std::io::stderr();
    writeln!(stderr, "\nSKIPPED: {test}, because {probe:?} fails").unwrap();
    false
}

/// Two releases that differ in the facts alone; the second has 130 KB on the wire.
fn two_releases() -> (Repository, Repository) {
    let first = repository();
    let mut second = first.clone();
    let noise: String = (0..4_000_u32).map(|n| sha256_hex(&n.to_le_bytes())).collect();
    second.put("facts", 2, pack("facts", 2, None, &[("a", &noise)]));
    second.release();
    (first, second)
}
