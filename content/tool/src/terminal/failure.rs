//! Why a verb ended without doing what was asked.

use std::io;
use std::path::Path;

use cittadini_core::ApiError;
use serde_json::json;

use super::console::Console;
use super::words::messages;
use crate::keys::SHORTEST_PASSPHRASE;
use crate::{host, signed};

/// The exit codes, as `cittadini reader` promises them.
pub mod exit {
    /// Done.
    pub const DONE: u8 = 0;
    /// Anything that has no code of its own.
    pub const FAILED: u8 = 1;
    /// The command line makes no sense.
    pub const USAGE: u8 = 2;
    /// No usable connection.
    pub const OFFLINE: u8 = 3;
    /// What arrived is not what was signed.
    pub const UNTRUSTED: u8 = 4;
    /// The program is too old for the data.
    pub const OUTDATED: u8 = 5;
    /// The disk is full.
    pub const STORAGE_FULL: u8 = 6;
    /// The data is locked, or its key is gone.
    pub const LOCKED: u8 = 7;
    /// What was asked for is not there or makes no sense.
    pub const INVALID_INPUT: u8 = 8;
    /// Nothing is wrong: others have to sign before it goes on.
    pub const WAITING: u8 = 9;
}

/// A verb that did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// The answer is written and says what is wrong.
    Answered(u8),
    /// Nothing was answered yet.
    Error {
        /// A stable name for programs.
        kind: &'static str,
        /// A sentence for people.
        sentence: String,
        /// The core's own word, for programs and logs; the sentence where there is none.
        reason: Option<String>,
        /// The exit code.
        code: u8,
    },
    /// The answer cannot be written.
    Output(io::Error),
}

/// What a verb returns.
pub type Outcome<T = ()> = Result<T, Failure>;

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// A failure that has no exit code of its own.
    pub fn new(kind: &'static str, sentence: impl Into<String>) -> Self {
        Self::Error { kind, sentence: sentence.into(), reason: None, code: exit::FAILED }
    }

    /// The file system refused.
    pub fn file(console: &Console, path: &Path, error: &io::Error) -> Self {
        let message = messages::error_file(path.display().to_string(), error.to_string());
        Self::new("Io", console.say(message))
    }

    /// Keys or a repository refused.
    pub fn repository(console: &Console, error: signed::Error) -> Self {
        use signed::Error as E;
        let (kind, message) = match error {
            E::Io { path, source, .. } => {
                ("Io", messages::error_file(path.display().to_string(), source.to_string()))
            }
            E::Damaged { file, reason } => ("Damaged", messages::error_damaged(file, reason)),
            E::KeyMissing { role, wanted, found, pattern } => (
                "KeyMissing",
                messages::error_key_missing(found.to_string(), pattern, role, wanted.to_string()),
            ),
            E::Interrupted => ("Interrupted", messages::error_interrupted()),
            E::WrongPassphrase { key } => ("WrongPassphrase", messages::error_passphrase(key)),
            E::MistypedPassphrase { key } => {
                ("MistypedPassphrase", messages::error_passphrase_mistyped(key))
            }
            E::ShortPassphrase { key } => {
                let shortest = SHORTEST_PASSPHRASE.to_string();
                ("ShortPassphrase", messages::error_short_passphrase(key, shortest))
            }
            other => ("Refused", messages::error_refused(other.to_string())),
        };
        Self::new(kind, console.say(message))
    }

    /// A place refused, or what lies there.
    pub fn host(console: &Console, error: host::Error) -> Self {
        use host::Error as E;
        let (kind, message) = match error {
            E::Release(error) => return Self::repository(console, error),
            E::Address { place } => ("Address", messages::error_place_address(place)),
            E::Credentials { place } => ("Credentials", messages::error_place_credentials(place)),
            E::Program { program } => ("ProgramMissing", messages::error_place_program(program)),
            E::Unreachable { place, reason, .. } => {
                ("Unreachable", messages::error_place_unreachable(place, reason))
            }
            E::Ahead { place, file, theirs, ours } => (
                "Ahead",
                messages::error_place_ahead(file, ours.to_string(), place, theirs.to_string()),
            ),
            E::Diverged { place, file } => {
                ("Diverged", messages::error_place_diverged(file, place))
            }
            E::Foreign { place, file } => ("Foreign", messages::error_place_foreign(file, place)),
            E::Raced { place } => ("Raced", messages::error_place_raced(place)),
            E::Empty { place } => ("Empty", messages::error_place_empty(place)),
        };
        Self::new(kind, console.say(message))
    }

    /// The core refused.
    pub fn core(console: &Console, error: &ApiError) -> Self {
        use ApiError as E;
        let (kind, code, message) = match error {
            E::Offline { .. } => ("Offline", exit::OFFLINE, messages::reader_offline()),
            E::Untrusted { .. } => ("Untrusted", exit::UNTRUSTED, messages::reader_untrusted()),
            E::Outdated { .. } => ("Outdated", exit::OUTDATED, messages::reader_outdated()),
            E::Locked { .. } => ("Locked", exit::LOCKED, messages::reader_locked()),
            E::KeyLost { .. } => ("KeyLost", exit::LOCKED, messages::reader_key_lost()),
            E::StorageFull { .. } => {
                ("StorageFull", exit::STORAGE_FULL, messages::reader_storage_full())
            }
            E::Interrupted => ("Interrupted", exit::FAILED, messages::reader_interrupted()),
            E::InvalidInput { .. } => {
                ("InvalidInput", exit::INVALID_INPUT, messages::reader_invalid())
            }
            _ => ("Internal", exit::FAILED, messages::reader_internal()),
        };
        let mut sentence = console.say(message);
        let reason = reason(error).filter(|reason| !reason.is_empty()).map(str::to_owned);
        if let Some(reason) = &reason {
            let reason = messages::reader_reason(reason.as_str());
            sentence = format!("{sentence} {}", console.say(reason));
        }
        Self::Error { kind, sentence, reason, code }
    }

    /// Something that was asked for is not there.
    pub fn invalid(sentence: String) -> Self {
        Self::Error { kind: "InvalidInput", sentence, reason: None, code: exit::INVALID_INPUT }
    }

    /// Tells what happened, where that was not done yet, and hands back the exit code. With `--json` the object goes to
    /// standard output and the sentence to standard error as well.
    pub fn tell(self, console: &mut Console) -> u8 {
        match self {
            Self::Answered(code) => code,
            Self::Error { kind, sentence, reason, code } => {
                let reason = reason.as_ref().unwrap_or(&sentence);
                let object = json!({ "error": { "kind": kind, "reason": reason } });
                // When neither stream can be written to, the exit code must do.
                let _ = console.complain(&sentence);
                if console.json {
                    let _ = console.object(&object);
                }
                code
            }
            // Whoever reads has seen enough: `cittadini … | head`.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => exit::DONE,
            Self::Output(error) => {
                let _ = console.complain(&console.say(messages::error_output(error.to_string())));
                exit::FAILED
            }
        }
    }
}

/// What the core says happened.
fn reason(error: &ApiError) -> Option<&str> {
    match error {
        ApiError::Offline { reason }
        | ApiError::Untrusted { reason }
        | ApiError::Outdated { reason }
        | ApiError::Locked { reason }
        | ApiError::KeyLost { reason }
        | ApiError::StorageFull { reason }
        | ApiError::InvalidInput { reason }
        | ApiError::Internal { reason } => Some(reason),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn every_error_of_the_core_has_its_exit_code() {
        let console = Console::to(Box::new(io::sink()), Box::new(io::sink()));
        let reason = String::new;
        for (error, code) in [
            (ApiError::Offline { reason: reason() }, 3),
            (ApiError::Untrusted { reason: reason() }, 4),
            (ApiError::Outdated { reason: reason() }, 5),
            (ApiError::StorageFull { reason: reason() }, 6),
            (ApiError::Locked { reason: reason() }, 7),
            (ApiError::KeyLost { reason: reason() }, 7),
            (ApiError::InvalidInput { reason: reason() }, 8),
            (ApiError::Interrupted, 1),
            (ApiError::Internal { reason: reason() }, 1),
        ] {
            let Failure::Error { code: found, .. } = Failure::core(&console, &error) else {
                panic!("{error}")
            };
            assert_eq!(found, code, "{error}");
        }
    }

    #[test]
    fn a_reader_that_closes_the_pipe_is_no_failure() {
        let mut console = Console::to(Box::new(io::sink()), Box::new(io::sink()));
        let failure = Failure::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!(failure.tell(&mut console), exit::DONE);
    }
}
