//! A folder of an rsync daemon, by way of the program `rsync`.
//!
//! `rsync` writes each file under another name and renames it, so that nobody reads half of one. Passwords come from where
//! `rsync` looks for them (`RSYNC_PASSWORD`), and `RSYNC_CONNECT_PROG` leads the connection through another program.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tempfile::TempDir;

use super::{Error, Host, LONGEST, Listed, Listing, Result, Watch, is_release_file};
use crate::repository::layout::{Layout, TIMESTAMP};
use crate::signed;

const PROGRAM: &str = "rsync";

/// The exit codes that may mean "there is no such folder".
const NO_FOLDER: [i32; 2] = [3, 23];

/// Seconds without a byte after which it gives up.
const TIMEOUT: &str = "--timeout=60";

/// A folder of an rsync module.
#[derive(Debug, Clone)]
pub struct Rsync {
    address: String,
}

impl Rsync {
    /// The place at an address, `rsync://host/module/path`. Sends nothing yet.
    pub fn new(address: &str) -> Self {
        Self { address: address.to_owned() }
    }

    fn refused(&self, context: &'static str, reason: impl ToString) -> Error {
        Error::unreachable(context, &self.address, reason)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        // The listing gives times in the zone of whoever asks.
        command.arg(TIMEOUT).env("TZ", "UTC").env("LC_ALL", "C").stdin(Stdio::piped());
        command
    }

    /// Runs the program with names on its standard input. Returns its exit code and what it printed.
    fn run(&self, command: &mut Command, names: &[String]) -> Result<(i32, String, String)> {
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(|error| {
                match error.kind() {
                    ErrorKind::NotFound => Error::Program { program: PROGRAM },
                    _ => self.refused("starting rsync for", error),
                }
            })?;
        if let Some(mut input) = child.stdin.take() {
            // A program that has ended already says why in its exit code.
            let _ = input.write_all(names.join("\n").as_bytes());
        }
        let output =
            child.wait_with_output().map_err(|error| self.refused("running rsync for", error))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok((output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr)))
    }

    fn must(&self, context: &'static str, command: &mut Command, names: &[String]) -> Result<()> {
        match self.run(command, names)? {
            (0, ..) => Ok(()),
            (_, _, said) => Err(self.refused(context, last_word(&said))),
        }
    }

    /// Lists one folder; one that is not there yet is empty.
    fn list_folder(&self, folder: &str, listing: &mut Listing) -> Result<()> {
        let mut command = self.command();
        command.args(["--list-only", "--no-human-readable", "--recursive"]);
        command.arg(format!("{}/{folder}/", self.address));
        let (code, lines, said) = self.run(&mut command, &[])?;
        match code {
            0 => {}
            code if is_no_folder(code, &said) => return Ok(()),
            _ => return Err(self.refused("listing", last_word(&said))),
        }
        for line in lines.lines().filter(|line| line.starts_with('-')) {
            let (file, listed) = parse_line(line)
                .ok_or_else(|| self.refused("listing", format!("cannot read «{line}»")))?;
            let name = format!("{folder}/{file}");
            if is_release_file(&name) {
                listing.insert(name, listed);
            }
        }
        Ok(())
    }

    /// `--ignore-existing` is silent about what somebody else has put there in the meantime. Targets have their hash in
    /// their names; the others are read back.
    fn must_be_ours(&self, names: &[String], from: &Path) -> Result<()> {
        let numbered = names.iter().filter(|name| name.starts_with("metadata/")).cloned();
        let numbered: Vec<String> = numbered.collect();
        if numbered.is_empty() {
            return Ok(());
        }
        let there = self.read(&numbered)?;
        let own = Layout::new(from);
        for name in numbered {
            if there.get(&name) != Some(&own.read(&name)?) {
                return Err(Error::Diverged { place: self.address.clone(), file: name });
            }
        }
        Ok(())
    }

    /// Copies files of a folder to the place, whole and readable by everybody.
    fn send(&self, names: &[String], from: &Path, how: &[&str]) -> Result<()> {
        let mut command = self.command();
        command
            .args(["--times", "--chmod=D755,F644", "--mkpath", "--files-from=-"])
            .args(how)
            .arg(format!("{}/", from.display()))
            .arg(format!("{}/", self.address));
        self.must("writing to", &mut command, names)
    }
}

impl Host for Rsync {
    fn list(&self) -> Result<Listing> {
        let mut listing = Listing::new();
        for folder in ["metadata", "targets"] {
            self.list_folder(folder, &mut listing)?;
        }
        Ok(listing)
    }

    fn read(&self, names: &[String]) -> Result<BTreeMap<String, Vec<u8>>> {
        let folder = temporary(&self.address)?;
        let mut command = self.command();
        // Not --files-from: a daemon of version 3.5.0 says of every file in a folder of its module that it has vanished.
        command
            .args(["--recursive", "--include=/metadata/", "--include=/targets/"])
            .args(["--include-from=-", "--exclude=*"])
            .arg(format!("--max-size={LONGEST}"))
            .arg(format!("{}/", self.address))
            .arg(format!("{}/", folder.path().display()));
        let patterns: Vec<String> = names.iter().map(|name| format!("/{name}")).collect();
        let (code, _, said) = self.run(&mut command, &patterns)?;
        match code {
            0 => {}
            code if is_no_folder(code, &said) => return Ok(BTreeMap::new()),
            _ => return Err(self.refused("reading from", last_word(&said))),
        }
        let layout = Layout::new(folder.path());
        let mut found = BTreeMap::new();
        for name in names {
            if let Some(bytes) = layout.read_if_there(name)? {
                found.insert(name.clone(), bytes);
            }
        }
        Ok(found)
    }

    fn add(&self, names: &[String], from: &Path, watch: Watch<'_>) -> Result<()> {
        if names.is_empty() {
            return Ok(());
        }
        self.send(names, from, &["--ignore-existing"])?;
        self.must_be_ours(names, from)?;
        // All of them went in one connection: to stop between them would need one for each.
        match names.iter().filter(|name| watch(name).is_break()).count() {
            0 => Ok(()),
            _ => Err(signed::Error::Interrupted.into()),
        }
    }

    fn replace_timestamp(&self, bytes: &[u8], known: Option<&[u8]>) -> Result<()> {
        let name = TIMESTAMP.to_owned();
        let there = self.read(std::slice::from_ref(&name))?.remove(&name);
        if there.as_deref() != known {
            return Err(Error::Raced { place: self.address.clone() });
        }
        let folder = temporary(&self.address)?;
        let layout = Layout::new(folder.path());
        layout.create()?;
        layout.write(TIMESTAMP, bytes)?;
        // Two timestamps have the same length as a rule, and may have the same second.
        self.send(&[name], folder.path(), &["--ignore-times"])
    }

    fn remove(&self, names: &[String]) -> Result<()> {
        if names.is_empty() {
            return Ok(());
        }
        let nothing = temporary(&self.address)?;
        Layout::new(nothing.path()).create()?;
        let mut command = self.command();
        command
            .args(["--delete-missing-args", "--files-from=-"])
            .arg(format!("{}/", nothing.path().display()))
            .arg(format!("{}/", self.address));
        self.must("deleting in", &mut command, names)
    }
}

fn temporary(place: &str) -> Result<TempDir> {
    tempfile::tempdir().map_err(|error| Error::unreachable("making a folder for", place, error))
}

/// Whether all that is wrong is that there is no such folder.
fn is_no_folder(code: i32, said: &str) -> bool {
    // The last lines of such an answer: the code, and the other side hanging up.
    let closing = |line: &&str| {
        line.trim().is_empty() || is_code(line) || line.contains("read error: Connection reset")
    };
    let lines: Vec<&str> = said.lines().filter(|line| !closing(line)).collect();
    let no_folder = |line: &&str| {
        line.contains(" change_dir ") && line.ends_with("failed: No such file or directory (2)")
    };
    NO_FOLDER.contains(&code) && !lines.is_empty() && lines.iter().all(no_folder)
}

/// Whether a line only names the exit code.
fn is_code(line: &str) -> bool {
    line.starts_with("rsync error:") || line.starts_with("rsync warning:")
}

/// `rsync` explains itself before its last line, which names the code alone.
fn last_word(said: &str) -> String {
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    let words = lines.iter().find(|line| !is_code(line));
    words.or(lines.last()).map_or_else(String::new, |line| (*line).trim().to_owned())
}

/// Reads `-rw-r--r--          1,234 2026/11/23 09:00:00 1.root.json`.
fn parse_line(line: &str) -> Option<(&str, Listed)> {
    let mut rest = line;
    let mut word = || {
        let (first, after) = rest.trim_start().split_once(' ')?;
        rest = after;
        Some(first)
    };
    let (_mode, size, day, time) = (word()?, word()?, word()?, word()?);
    let size = size.replace(',', "").parse().ok()?;
    let moment: DateTime = format!("{}T{time}", day.replace('/', "-")).parse().ok()?;
    let modified = TimeZone::UTC.to_timestamp(moment).ok()?;
    Some((rest, Listed { size, modified }))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn a_line_of_the_listing_is_read_with_its_moment() {
        let (name, listed) =
            parse_line("-rw-r--r--      1,234,567 2026/11/23 09:00:01 1.root.json").unwrap();
        assert_eq!((name, listed.size), ("1.root.json", 1_234_567));
        assert_eq!(listed.modified, "2026-11-23T09:00:01Z".parse::<Timestamp>().unwrap());
        assert!(parse_line("-rw-r--r-- x").is_none());
    }

    #[test]
    fn only_a_missing_folder_passes_for_empty() {
        let said = "rsync: [sender] change_dir \"p/metadata\" (in m) failed: No such file or directory (2)\n\
                    rsync error: some files/attrs were not transferred (code 23) at main.c(1956)\n\
                    rsync: [Receiver] read error: Connection reset by peer (104)";
        assert!(is_no_folder(23, said) && is_no_folder(3, said));
        assert!(!is_no_folder(12, said) && !is_no_folder(23, ""));
        let denied = said.replace("No such file or directory (2)", "Permission denied (13)");
        assert!(!is_no_folder(23, &denied));
        assert!(!is_no_folder(23, &said.replace("change_dir", "link_stat")));
        assert!(!is_no_folder(23, &format!("file has vanished: \"/p/x\" (in m)\n{said}")));
    }

    #[test]
    fn the_reason_is_what_comes_before_the_code() {
        let said = "@ERROR: Unknown module 'm'\nrsync error: error starting protocol (code 5)";
        assert_eq!(last_word(said), "@ERROR: Unknown module 'm'");
    }

    proptest::proptest! {
        #[test]
        fn no_listing_of_a_host_makes_it_panic(line in ".*") {
            let _ = parse_line(&line);
            let _ = parse_line(&format!("-rw-r--r-- {line}"));
        }
    }
}
