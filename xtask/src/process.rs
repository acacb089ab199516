//! Starting programs, none of which may hang for ever.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::terminal::Outcome;

/// The longest time for one program. A deadlock then costs its own suite, not the whole run.
const LONGEST: Duration = Duration::from_secs(20 * 60);

/// Runs a program. An error unless it ends with 0, and in time.
pub(crate) fn succeed(command: &mut Command) -> Outcome {
    succeed_within(command, LONGEST)
}

fn succeed_within(command: &mut Command, longest: Duration) -> Outcome {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_owned();
    let program = program.to_string_lossy();
    let mut child = command.spawn().map_err(|error| format!("{program}: {error}"))?;
    let start = Instant::now();
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(format!("{program}: {status}").into()),
            None if start.elapsed() > longest => {
                child.kill()?;
                child.wait()?;
                return Err(format!("{program}: stopped, it ran for {longest:?}").into());
            }
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_end_with_0_is_a_success() {
        assert!(succeed(Command::new("sh").args(["-c", "exit 0"])).is_ok());
        assert!(succeed(Command::new("sh").args(["-c", "exit 3"])).is_err());
        assert!(succeed(&mut Command::new("no-such-program")).is_err());
    }

    #[test]
    fn a_program_that_hangs_is_stopped() {
        let mut hangs = Command::new("sleep");
        let start = Instant::now();
        assert!(succeed_within(hangs.arg("60"), Duration::from_millis(50)).is_err());
        assert!(start.elapsed() < Duration::from_secs(30));
    }
}
