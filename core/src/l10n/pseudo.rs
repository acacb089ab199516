//! A language for developers: English with accents, longer, in brackets, so that a forgotten or clipped string shows.

/// The BCP 47 tag of the pseudo-locale.
pub const PSEUDO_LOCALE: &str = "en-XA";

/// Accents the letters of a sentence and makes it a third longer.
pub(crate) fn accent(text: &str) -> String {
    let accented: String = text.chars().map(accented).collect();
    let padding = "~".repeat(text.chars().count().div_ceil(3));
    format!("[{accented}{padding}]")
}

fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        'y' => 'ý',
        'c' => 'ç',
        'n' => 'ñ',
        's' => 'š',
        'A' => 'Á',
        'E' => 'É',
        'I' => 'Í',
        'O' => 'Ó',
        'U' => 'Ú',
        'C' => 'Ç',
        'N' => 'Ñ',
        'S' => 'Š',
        other => other,
    }
}
