//! The order in which a pack reaches the disk, read from the system calls: a process that is killed leaves everything in the
//! page cache, so that only a loss of power would show a mistake.

use std::process::Command;

use super::super::phone::core_at;
use super::super::repository::Server;
use super::{child, folder, passes, possible, two_releases};
use crate::SyncMode;
use crate::pack::sha256_hex;

#[test]
fn a_pack_reaches_the_disk_before_its_rows_and_they_before_the_old_pack_goes() {
    if !possible("the test of the order of fsyncs", Command::new("strace").args(["-f", "true"])) {
        return;
    }
    let (first, second) = two_releases();
    let folder = tempfile::tempdir().unwrap();
    core_at(folder.path(), &first).unwrap().sync(&Server::honest(&first), SyncMode::All).unwrap();
    let log = tempfile::NamedTempFile::new().unwrap();
    let strace = "strace -f -y -s 1 -e trace=write,pwrite64,fsync,fdatasync,/rename,/unlink -o";
    let mut before: Vec<&str> = strace.split(' ').collect();
    before.push(log.path().to_str().unwrap());
    passes(&mut child(&before, "sync::tests::faults::order::a_sync", folder.path()));

    let log = std::fs::read_to_string(log.path()).unwrap();
    let calls = Calls(log.lines().collect());
    let hash = |repository: &super::Repository| sha256_hex(&repository.packs()["facts"].1);
    let (old, new) = (hash(&first), hash(&second));
    let renamed = calls.first("rename", &format!("packs/facts.{new}.part"));
    let gone = calls.first("unlink", &format!("packs/facts.{old}.zst"));
    let written = calls.first("write", &format!("packs/facts.{new}.part"));
    assert!(renamed < gone, "the new pack is there before the old one goes");
    calls.are_on_disk("trust.db-wal", written);
    calls.are_on_disk(&format!("packs/facts.{new}.part"), renamed);
    assert!(calls.between(renamed, gone, "sync", "/packs>").is_some(), "the folder is not synced");
    calls.are_on_disk("content.db-wal", gone);
    let rows = calls.last_before(gone, "write", "content.db-wal");
    assert!(renamed < rows, "rows were written before their pack");
    calls.are_on_disk("trust.db-wal", calls.0.len());
}

/// The child.
#[test]
#[ignore = "run by the test above"]
fn a_sync() {
    let Some(folder) = folder() else { return };
    let (_, second) = two_releases();
    let core = core_at(&folder, &second).unwrap();
    let report = core.sync(&Server::honest(&second), SyncMode::All).unwrap();
    assert_eq!(report.problem, None);
    // Closing folds the log into the database, which is another story.
    std::mem::forget(core);
}

/// What strace wrote, a line for each call.
struct Calls<'a>(Vec<&'a str>);

impl Calls<'_> {
    fn is(&self, at: usize, call: &str, file: &str) -> bool {
        let line = self.0[at];
        let name = line.split('(').next().unwrap_or_default();
        name.contains(call) && line.contains(file)
    }

    fn first(&self, call: &str, file: &str) -> usize {
        let found = (0..self.0.len()).find(|at| self.is(*at, call, file));
        found.unwrap_or_else(|| panic!("no {call} of {file} in\n{}", self.0.join("\n")))
    }

    fn between(&self, from: usize, to: usize, call: &str, file: &str) -> Option<usize> {
        (from..to).find(|at| self.is(*at, call, file))
    }

    fn last_before(&self, end: usize, call: &str, file: &str) -> usize {
        let found = (0..end).rev().find(|at| self.is(*at, call, file));
        found.unwrap_or_else(|| panic!("no {call} of {file} before {}", self.0[end]))
    }

    /// What was written to a file before a call was synced before it too.
    fn are_on_disk(&self, file: &str, end: usize) {
        let written = self.last_before(end, "write", file);
        let synced = self.between(written, end, "sync", file);
        assert!(synced.is_some(), "{file} is written and not synced before line {end}");
    }
}
