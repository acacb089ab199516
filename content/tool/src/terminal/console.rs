//! Where the command writes: words to a person, or one JSON object to a program.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use super::style::{BAD, WARN, paint};
use super::words::{Language, Message, Words, messages};

/// The widest line that is pleasant to read.
const WIDEST: usize = 100;

/// Standard output and standard error, in one language.
pub struct Console {
    /// What the command says itself.
    pub words: Words,
    /// The language it says it in.
    pub language: Language,
    /// Whether the answer is one JSON object.
    pub json: bool,
    /// The width of the terminal, or what is assumed of it.
    pub width: usize,
    /// Whether somebody watches, so that a progress bar makes sense.
    pub watched: bool,
    out: Box<dyn Write>,
    err: Box<dyn Write>,
}

impl Console {
    /// The terminal, or wherever the two streams lead. Colours are left out where nobody sees them.
    pub fn standard() -> Self {
        let width = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        Self {
            width: width.unwrap_or(80).min(WIDEST),
            watched: io::stderr().is_terminal(),
            ..Self::to(Box::new(anstream::stdout()), Box::new(anstream::stderr()))
        }
    }

    /// Two streams of one's own: for tests, and for the demo.
    pub fn to(out: Box<dyn Write>, err: Box<dyn Write>) -> Self {
        let language = Language::default();
        let words = Words::of_command(language);
        Self { words, language, json: false, width: 80, watched: false, out, err }
    }

    /// Takes another language.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
        self.words = Words::of_command(language);
    }

    /// Says a message in the command's language.
    pub fn say(&self, message: Message) -> String {
        self.words.say(message)
    }

    /// Writes text as it is, and its line end, to standard output.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", text.trim_end_matches('\n'))?;
        self.out.flush()
    }

    /// Writes one object on one line to standard output.
    pub fn object(&mut self, value: &impl Serialize) -> io::Result<()> {
        let line = serde_json::to_string(value).map_err(io::Error::other)?;
        self.print(&line)
    }

    /// Writes a sentence about a failure to standard error.
    pub fn complain(&mut self, sentence: &str) -> io::Result<()> {
        let prefix = paint(BAD, &self.say(messages::error_prefix()));
        writeln!(self.err, "{prefix}: {sentence}")
    }

    /// Writes a sentence that is worth reading, and no failure, to standard error.
    pub fn warn(&mut self, sentence: &str) -> io::Result<()> {
        let prefix = paint(WARN, &self.say(messages::warning_prefix()));
        writeln!(self.err, "{prefix}: {sentence}")
    }

    /// Writes a line without a prefix to standard error.
    pub fn note(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.err, "{line}")
    }
}
