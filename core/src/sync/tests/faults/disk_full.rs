//! A disk that is full at one write after the other: the old state stays, and the reader is told.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::phone::core_at;
use super::super::repository::{Repository, Server};
use super::{child, folder, passes, possible, two_releases};
use crate::sync::{Problem, ProblemKind, SyncReport};
use crate::{ApiError, Core, SyncMode};

/// What a file takes at least.
const PAGE: u64 = 4_096;

/// What a test that is ignored otherwise says, in a namespace of its own: nobody else sees what it mounts. `None` where that
/// cannot be had.
fn on_a_disk_of_its_own(test: &str) -> Option<String> {
    let unshare = ["unshare", "--mount", "--"];
    let name = "the tests with a small disk";
    if !possible(name, Command::new(unshare[0]).args(&unshare[1..]).arg("true")) {
        return None;
    }
    let disk = tempfile::tempdir().unwrap();
    let test = format!("sync::tests::faults::disk_full::{test}");
    Some(passes(&mut child(&unshare, &test, disk.path())))
}

fn mount(size: &str, disk: &Path) {
    let mount = ["-t", "tmpfs", "-o", size, "tmpfs"];
    assert!(Command::new("mount").args(mount).arg(disk).status().unwrap().success());
}

#[test]
fn a_disk_that_is_full_at_any_write_leaves_the_old_state_and_says_so() {
    let Some(said) = on_a_disk_of_its_own("on_a_disk_of_one_mib") else { return };
    for write in ["trust.db", "dl/", "packs/", "a pack"] {
        let refused = |line: &str| line.starts_with("no room: ") && line.contains(write);
        assert!(said.lines().any(refused), "{write} never failed:\n{said}");
    }
}

/// The child: in a namespace of its own, so that nobody else sees what it mounts.
#[test]
#[ignore = "run by the test above"]
fn on_a_disk_of_one_mib() {
    let Some(disk) = folder() else { return };
    mount("size=1m", &disk);
    let (first, second) = two_releases();
    let data = disk.join("data");
    sync(&core_at(&data, &first).unwrap(), &first).unwrap();
    let before = tempfile::tempdir().unwrap();
    copy(&data, before.path());
    let mut refused = BTreeSet::new();
    let mut pages = 0;
    loop {
        fs::remove_dir_all(&data).unwrap();
        copy(before.path(), &data);
        let ballast = fill(&disk, pages * PAGE);
        let outcome = attempt(&data, &second);
        fs::remove_file(ballast).unwrap();
        let found = installed(&data);
        assert!(found == state(&first) || found == state(&second), "{pages} pages: {found:?}");
        let Some(reason) = outcome else { break };
        refused.insert(reason);
        let report = sync(&core_at(&data, &second).unwrap(), &second).unwrap();
        assert_eq!(report.problem, None, "{pages} pages");
        assert_eq!(installed(&data), state(&second), "{pages} pages");
        pages += 1;
    }
    let mut said = std::io::stdout();
    for reason in refused {
        writeln!(said, "no room: {reason}").unwrap();
    }
    writeln!(said, "it fits into {pages} pages").unwrap();
}

/// Opens and syncs. What was refused for want of room; nothing if it fitted. Whatever opens can be read.
fn attempt(data: &Path, repository: &Repository) -> Option<String> {
    let synced = core_at(data, repository).and_then(|core| {
        let synced = sync(&core, repository);
        core.home().unwrap();
        synced
    });
    match synced {
        Ok(SyncReport { problem: None, .. }) => None,
        Ok(SyncReport {
            problem: Some(Problem { kind: ProblemKind::StorageFull, reason }),
            ..
        })
        | Err(ApiError::StorageFull { reason }) => Some(reason),
        other => panic!("{other:?}"),
    }
}

fn sync(core: &Core, repository: &Repository) -> Result<SyncReport, ApiError> {
    core.sync(&Server::honest(repository), SyncMode::All)
}

/// Leaves so much room and no more.
fn fill(disk: &Path, room: u64) -> PathBuf {
    let path = disk.join("ballast");
    let mut ballast = File::create(&path).unwrap();
    let mut length = 0;
    while ballast.write_all(&[7; PAGE as usize]).is_ok() {
        length += PAGE;
    }
    ballast
        .set_len(length.checked_sub(room).expect("the disk is too small for the release"))
        .unwrap();
    path
}

/// What the database holds, which must be sound.
fn installed(data: &Path) -> Vec<(String, u64, String)> {
    let database = rusqlite::Connection::open(data.join("content.db")).unwrap();
    let word: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(word, "ok");
    let mut packs =
        database.prepare("SELECT name, seq, raw_sha256 FROM pack ORDER BY name").unwrap();
    let rows = packs.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

fn state(repository: &Repository) -> Vec<(String, u64, String)> {
    let packs = repository.packs().into_iter();
    packs.map(|(name, (seq, raw))| (name, seq, crate::pack::sha256_hex(&raw))).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

#[test]
fn a_stick_that_is_full_is_left_as_it_was_and_says_so() {
    on_a_disk_of_its_own("an_export_to_a_stick_of_64_kib");
}

/// The child.
#[test]
#[ignore = "run by the test above"]
fn an_export_to_a_stick_of_64_kib() {
    let Some(stick) = folder() else { return };
    mount("size=64k", &stick);
    let (_, second) = two_releases();
    let data = tempfile::tempdir().unwrap();
    let core = core_at(data.path(), &second).unwrap();
    core.sync(&Server::honest(&second), SyncMode::All).unwrap();
    let file = stick.join("x.release");
    fs::write(&file, "what was there").unwrap();
    let full = core.export_release(&file).unwrap_err();
    assert!(matches!(full, ApiError::StorageFull { .. }), "{full}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "what was there");
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 1);
    core.export_release(&data.path().join("x.release")).unwrap();
}
