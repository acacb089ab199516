//! Another process that answers each line of JSON with a line of JSON.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::terminal::Outcome;

/// The process. It ends with this value.
pub(super) struct Pipe {
    child: Child,
    lines: RefCell<Lines>,
}

struct Lines {
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Pipe {
    pub(super) fn start(command: &mut Command) -> Outcome<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{program}: {error}"))?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(format!("{program} cannot be talked to").into());
        };
        let lines = RefCell::new(Lines { to, from: BufReader::new(from) });
        Ok(Self { child, lines })
    }

    /// Asks and waits. An error also when the answer is one, or the process has ended.
    pub(super) fn ask<T: DeserializeOwned>(&self, question: &Value) -> Outcome<T> {
        let mut lines = self.lines.borrow_mut();
        writeln!(lines.to, "{question}")?;
        lines.to.flush()?;
        let mut line = String::new();
        if lines.from.read_line(&mut line)? == 0 {
            return Err("the engine's process ended without an answer".into());
        }
        let answer: Value = serde_json::from_str(&line)?;
        match answer.get("error").and_then(Value::as_str) {
            Some(error) => Err(error.into()),
            None => Ok(serde_json::from_value(answer)?),
        }
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    fn process(script: &str) -> Pipe {
        Pipe::start(Command::new("sh").args(["-c", script])).unwrap()
    }

    #[test]
    fn each_line_is_answered_by_a_line() {
        let echo = process("while read -r line; do printf '%s\\n' \"$line\"; done");
        for words in ["casa", "due\nrighe \"qui\"", "සිංහල"] {
            let answer: Value = echo.ask(&json!({ "words": words })).unwrap();
            assert_eq!(answer, json!({ "words": words }));
        }
    }

    #[test]
    fn an_error_or_an_end_of_the_process_is_an_error() {
        let question = json!({});
        let broken = process("read -r line; echo '{\"error\": \"no index\"}'; read -r line");
        assert_eq!(broken.ask::<Value>(&question).unwrap_err().to_string(), "no index");
        assert!(broken.ask::<Value>(&question).is_err());
        assert!(process("read -r line; echo nonsense").ask::<Value>(&question).is_err());
        assert!(Pipe::start(&mut Command::new("no-such-program")).is_err());
    }
}
