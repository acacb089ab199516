//! The process that is killed: `crash-reader` of `tests/crash`, and what it announces.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use super::judge::State;
use crate::terminal::Outcome;

/// The phases, as the reader names them.
pub(super) const PHASES: [&str; 4] = ["download", "verify", "apply", "commit"];

/// A program and the data folder of its phone.
pub(super) struct Reader {
    program: PathBuf,
    data: PathBuf,
    root: PathBuf,
}

/// When to kill: so long after the phase was announced so many times.
pub(super) struct Kill {
    pub(super) phase: &'static str,
    pub(super) times: usize,
    pub(super) later: Duration,
}

/// What was heard of the downloads: by file, where they began and how far they came.
#[derive(Debug, Default)]
pub(super) struct Heard {
    pub(super) begun: BTreeMap<String, u64>,
    pub(super) arrived: BTreeMap<String, u64>,
}

impl Reader {
    pub(super) fn new(program: &Path, data: &Path, root: &Path) -> Self {
        Self { program: program.to_owned(), data: data.to_owned(), root: root.to_owned() }
    }

    pub(super) fn data(&self) -> &Path {
        &self.data
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--data").arg(&self.data).arg("--root").arg(&self.root);
        command.stdin(Stdio::null());
        command
    }

    /// Syncs in peace.
    pub(super) fn sync(&self, url: &str) -> Outcome {
        let output = self.command().args(["sync", url]).output()?;
        match output.status.success() {
            true => Ok(()),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
        }
    }

    /// Opens what is there and reads it.
    pub(super) fn check(&self) -> Outcome<State> {
        let output = self.command().arg("check").output()?;
        match output.status.success() {
            true => State::parse(&output.stdout),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
        }
    }

    /// Syncs, and kills the process if the moment comes. Whether it came, and what was heard.
    pub(super) fn sync_until(&self, url: &str, kill: Option<&Kill>) -> Outcome<(bool, Heard)> {
        let mut command = self.command();
        command.args(["sync", url]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let listened = listen(&mut child, kill);
        // Also after an error: nobody is left behind.
        if listened.is_err() {
            child.kill()?;
        }
        child.wait()?;
        listened
    }
}

fn listen(child: &mut Child, kill: Option<&Kill>) -> Outcome<(bool, Heard)> {
    let mut lines = BufReader::new(child.stdout.take().ok_or("no pipe")?);
    let (mut heard, mut left) = (Heard::default(), kill.map_or(0, |kill| kill.times));
    let mut killed = false;
    while let Some(line) = next(&mut lines)? {
        let mut words = line.split(' ');
        let (phase, file) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let number = words.next().and_then(|number| number.parse().ok());
        match (phase, number) {
            ("download", Some(offset)) => {
                heard.begun.entry(file.to_owned()).or_insert(offset);
                // A body that was cut goes on from here.
                heard.arrived.insert(file.to_owned(), offset);
            }
            ("piece", Some(bytes)) => drop(heard.arrived.insert(file.to_owned(), bytes)),
            _ => {}
        }
        if let Some(kill) = kill.filter(|kill| kill.phase == phase && !killed) {
            match left {
                0 => {
                    std::thread::sleep(kill.later);
                    killed = child.try_wait()?.is_none();
                    child.kill()?;
                }
                _ => left -= 1,
            }
        }
    }
    Ok((killed, heard))
}

/// The next line; none once the process is gone, though it may have died in the middle of one.
fn next(lines: &mut BufReader<ChildStdout>) -> Outcome<Option<String>> {
    let mut line = String::new();
    match lines.read_line(&mut line)? {
        0 => Ok(None),
        _ if !line.ends_with('\n') => Ok(None),
        _ => Ok(Some(line.trim_end().to_owned())),
    }
}
