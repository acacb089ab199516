//! Words in a column: how wide they are, and where a line ends.

/// Breaks a text into lines of a width, at its spaces. Only a word wider than the column is cut.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().flat_map(|word| cut(word, width.max(8))) {
        if !line.is_empty() && width_of(&line) + 1 + width_of(&word) > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A text with spaces up to a width.
pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(width_of(text))))
}

/// How many columns a text takes. Colours and marks that sit on other letters take none, ideographs two.
pub(super) fn width_of(text: &str) -> usize {
    let mut in_colour = false;
    let mut width = 0;
    for letter in text.chars() {
        match letter {
            '\u{1b}' => in_colour = true,
            'm' if in_colour => in_colour = false,
            _ if in_colour => {}
            _ => width += columns(letter),
        }
    }
    width
}

fn columns(letter: char) -> usize {
    match u32::from(letter) {
        0x0300..=0x036f | 0x0610..=0x061a | 0x064b..=0x065f | 0x0670 | 0x06d6..=0x06ed => 0,
        0x200b..=0x200f | 0x202a..=0x202e | 0x2066..=0x2069 | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 2,
        0xfe30..=0xfe6f | 0xff00..=0xff60 | 0x1f300..=0x1f64f => 2,
        _ => 1,
    }
}

/// A word in pieces no wider than a line. A coloured word stays whole: its colour must not spill.
fn cut(word: &str, width: usize) -> Vec<String> {
    if width_of(word) <= width || word.contains('\u{1b}') {
        return vec![word.to_owned()];
    }
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(width).map(|piece| piece.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_spaces() {
        assert_eq!(wrap("uno due tre quattro", 12), ["uno due tre", "quattro"]);
        assert_eq!(wrap("", 12), Vec::<String>::new());
    }

    #[test]
    fn a_long_address_is_cut_rather_than_let_out_of_its_column() {
        assert!(
            wrap("https://www.portaleimmigrazione.it", 10).iter().all(|line| width_of(line) <= 10)
        );
    }

    #[test]
    fn colours_and_vowel_marks_take_no_room() {
        assert_eq!(width_of("\u{1b}[1mciao\u{1b}[0m"), 4);
        assert_eq!(width_of("مُدّة"), 3);
        assert_eq!(width_of("中文"), 4);
    }
}
