//! Passphrases: from a file, from the environment, or typed where nobody can read along.
//!
//! In this order: `--passphrase-file` (its first line; `/dev/fd/3` is a file descriptor), `CITTADINI_PASSPHRASE_ROOT_1` for
//! the key `root-1`, `CITTADINI_PASSPHRASE` for all, and the terminal, if somebody sits there.

use std::path::PathBuf;

use zeroize::Zeroizing;

use super::console::Console;
use super::words::{Language, Words, messages};
use crate::keys::{Passphrase, Passphrases};
use crate::signed::{Error, Result};

/// The variable for all keys; for one of them its name follows.
const VARIABLE: &str = "CITTADINI_PASSPHRASE";

/// Where this command line finds passphrases.
#[derive(Debug)]
pub(crate) struct Asked {
    file: Option<PathBuf>,
    language: Language,
    somebody_watches: bool,
}

impl Asked {
    /// The sources of a command line.
    pub(crate) fn new(console: &Console, file: Option<&PathBuf>) -> Self {
        Self { file: file.cloned(), language: console.language, somebody_watches: console.watched }
    }

    /// What was said beforehand, without anybody being asked.
    fn told(&self, key: &str) -> Result<Option<Passphrase>> {
        if let Some(path) = &self.file {
            let text = std::fs::read_to_string(path)
                .map(Zeroizing::new)
                .map_err(|source| Error::Io { context: "reading", path: path.clone(), source })?;
            let first = text.lines().next().unwrap_or_default().to_owned();
            return Ok(Some(first.into()));
        }
        let own = format!("{VARIABLE}_{}", key.to_uppercase().replace('-', "_"));
        let told = [own.as_str(), VARIABLE].into_iter().find_map(|name| std::env::var(name).ok());
        Ok(told.map(Passphrase::from))
    }

    fn ask(&self, message: super::words::Message) -> Result<Option<Passphrase>> {
        if !self.somebody_watches {
            return Ok(None);
        }
        let prompt = format!("{} ", Words::of_command(self.language).say(message));
        let typed = rpassword::prompt_password(prompt)
            .map_err(|error| Error::Refused(format!("no passphrase can be typed here: {error}")))?;
        Ok(Some(typed.into()).filter(|typed: &Passphrase| !typed.is_empty()))
    }
}

impl Passphrases for Asked {
    fn open(&self, key: &str, attempt: u32) -> Result<Option<Passphrase>> {
        match self.told(key)? {
            Some(told) if attempt == 1 => Ok(Some(told)),
            Some(_) => Err(Error::WrongPassphrase { key: key.to_owned() }),
            None if attempt == 1 => self.ask(messages::passphrase_open(key)),
            None => self.ask(messages::passphrase_again(key)),
        }
    }

    fn choose(&self, key: &str) -> Result<Passphrase> {
        if let Some(told) = self.told(key)? {
            return Ok(told);
        }
        let short = || Error::ShortPassphrase { key: key.to_owned() };
        let first = self.ask(messages::passphrase_choose(key))?.ok_or_else(short)?;
        let second = self.ask(messages::passphrase_repeat(key))?.ok_or_else(short)?;
        match first == second {
            true => Ok(first),
            false => Err(Error::MistypedPassphrase { key: key.to_owned() }),
        }
    }
}
