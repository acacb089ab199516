//! How wide words are, and where a line ends.

/// The share of the font's size that a letter takes, in a font as wide as any that may stand in for ours (DejaVu Sans), so that
/// nothing is ever cut off.
fn share(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '’' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '"' => 0.44,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | '→' => 1.0,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 0.6,
        letter if letter.is_uppercase() => 0.76,
        letter if letter.is_ascii() || ('\u{a0}'..'\u{250}').contains(&letter) => 0.64,
        _ => 1.05,
    }
}

/// The width of a text in a size.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let letters: f64 = text.chars().map(share).sum();
    letters * size * if bold { 1.12 } else { 1.0 }
}

/// A text in lines no wider than `room`. A word that is wider is broken.
pub(super) fn wrap(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, size, bold) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            if !line.is_empty() && width(&format!("{line}{letter}"), size, bold) > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
