//! What the commands print.

use std::fmt::{Arguments, Display};
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use anstyle::{AnsiColor, Style};

/// Whatever went wrong, as one sentence for a developer.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const TITLE: Style = AnsiColor::Cyan.on_default().bold();
const NOTE: Style = Style::new().dimmed();

/// Prints a line on standard output.
macro_rules! say {
    () => { $crate::terminal::line(format_args!("")) };
    ($($words:tt)*) => { $crate::terminal::line(format_args!($($words)*)) };
}
pub(crate) use say;

/// Prints a line on standard output. Styles vanish where it is no terminal.
pub(crate) fn line(words: Arguments<'_>) -> io::Result<()> {
    writeln!(anstream::stdout(), "{words}")
}

/// Prints a heading with an empty line above it.
pub(crate) fn heading(words: impl Display) -> io::Result<()> {
    say!("\n{TITLE}{words}{TITLE:#}")
}

/// Prints a line of less weight.
pub(crate) fn note(words: impl Display) -> io::Result<()> {
    say!("{NOTE}{words}{NOTE:#}")
}

/// Prints a line on standard error: how long work goes, beside what it prints in the end.
pub(crate) fn aside(words: impl Display) -> io::Result<()> {
    writeln!(anstream::stderr(), "{NOTE}{words}{NOTE:#}")
}

/// Whether to wait between screens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    waits: bool,
}

impl Pace {
    /// Waits if that is wanted and somebody is there to press Enter.
    pub(crate) fn new(wanted: bool) -> Self {
        Self { waits: wanted && io::stdin().is_terminal() && io::stdout().is_terminal() }
    }

    /// Waits for Enter.
    pub(crate) fn pause(self) -> io::Result<()> {
        if self.waits {
            note("\n  Enter: next screen")?;
            io::stdin().read_line(&mut String::new())?;
        }
        Ok(())
    }
}

/// Milliseconds to the hundredth.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 100_000.0).round() / 100.0
}

/// A number of bytes for people: `812 B`, `12.4 KB`.
pub(crate) fn bytes(count: u64) -> String {
    match count {
        0..1024 => format!("{count} B"),
        _ => format!("{:.1} KB", count as f64 / 1024.0),
    }
}
