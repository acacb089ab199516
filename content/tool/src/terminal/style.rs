//! Colours, and sizes as people read them. What prints them takes the colours out where nobody sees them.

use anstyle::{AnsiColor, Style};

/// A title.
pub const TITLE: Style = Style::new().bold();
/// What holds a screen together.
pub const HEADING: Style = AnsiColor::Cyan.on_default().bold();
/// What matters less.
pub const QUIET: Style = Style::new().dimmed();
/// A word that the glossary explains, or an address.
pub const LINKED: Style = Style::new().underline();
/// Good news.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// Look twice.
pub const WARN: Style = AnsiColor::Yellow.on_default().bold();
/// Bad news.
pub const BAD: Style = AnsiColor::Red.on_default().bold();

/// A line in a style.
pub fn paint(style: Style, line: &str) -> String {
    match line.contains('\u{1b}') {
        false => format!("{style}{line}{style:#}"),
        true => words(style, line),
    }
}

/// A text in a style that may still be broken into lines: each word carries its own. Words that have one keep it.
pub fn words(style: Style, text: &str) -> String {
    let word = |word: &str| match word {
        "" => String::new(),
        word if word.contains('\u{1b}') => word.to_owned(),
        word => format!("{style}{word}{style:#}"),
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A number of bytes: `812 B`, `12,4 kB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{},{} kB", bytes / 1_000, bytes % 1_000 / 100),
        _ => format!("{},{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// A count for a message. No message counts further than this.
pub fn count(n: impl TryInto<u32>) -> u32 {
    n.try_into().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(999), "999 B");
        assert_eq!(size(12_345), "12,3 kB");
        assert_eq!(size(2_050_000), "2,0 MB");
    }

    #[test]
    fn every_word_carries_its_own_colour() {
        assert_eq!(words(TITLE, "a b").matches("\u{1b}[1m").count(), 2);
    }
}
