//! Names of territories: which letters a poster may use, and when two names would be taken for one another.

/// Letters with marks that the languages of Italy and of its neighbours write, and what they are without.
const MARKED: [(&str, &str); 20] = [
    ("àáâãäåāăą", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ďđ", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ìíîïĩīĭį", "i"),
    ("ķ", "k"),
    ("ĺļľł", "l"),
    ("ñńņň", "n"),
    ("òóôõöøōŏő", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťț", "t"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýŷÿ", "y"),
    ("źżž", "z"),
];

/// Groups of letters that look like another letter in most typefaces.
const ALIKE: [(&str, &str); 5] = [("i", "l"), ("1", "l"), ("0", "o"), ("rn", "m"), ("vv", "w")];

/// The fewest and the most characters of a name.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=80;

/// Whether a poster may carry a name: 3 to 80 letters of Latin script, digits, single spaces, `'`, `-` and `.`, with a
/// letter first. Letters of other scripts look like Latin ones, and a name must not look like another.
pub fn is_plain_name(name: &str) -> bool {
    let plain =
        |letter: char| is_latin(letter) || letter.is_ascii_digit() || " '-.".contains(letter);
    LENGTH.contains(&name.chars().count())
        && name.chars().all(plain)
        && name.chars().next().is_some_and(is_latin)
        && !name.ends_with(' ')
        && !name.contains("  ")
}

/// Whether somebody could take one name for the other: case, marks, spaces and punctuation do not count, nor do letters
/// that look alike.
pub fn looks_like(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

fn folded(name: &str) -> String {
    let letters = name.to_lowercase();
    let mut folded = String::with_capacity(letters.len());
    for letter in letters.chars().filter(|letter| letter.is_alphanumeric()) {
        match without_mark(letter) {
            Some(bare) => folded.push_str(bare),
            None => folded.push(letter),
        }
    }
    ALIKE.iter().fold(folded, |name, (letters, alike)| name.replace(letters, alike))
}

fn is_latin(letter: char) -> bool {
    let mut small = letter.to_lowercase();
    letter.is_ascii_alphabetic()
        || matches!((small.next(), small.next()), (Some(small), None) if without_mark(small).is_some())
}

fn without_mark(letter: char) -> Option<&'static str> {
    MARKED.iter().find(|(marked, _)| marked.contains(letter)).map(|(_, bare)| *bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_italian_consortia_are_plain() {
        for name in
            ["Comuni Insieme", "Valle d'Aosta", "Forlì-Cesena", "Ambito 3 S. Donà", "Überetsch"]
        {
            assert!(is_plain_name(name), "{name}");
        }
    }

    #[test]
    fn another_script_a_hidden_sign_or_an_odd_shape_is_no_name() {
        let cyrillic = "\u{410}dda";
        let names = [
            "",
            "Ad",
            cyrillic,
            "Adda\u{202e}",
            "Adda\u{301}",
            "Adda\u{200b}",
            "Ad\nda",
            "Adda<b>",
            " Adda",
            "Adda ",
            "Ad  da",
            "123",
            "'''",
            "Àdda\u{37e}",
            "\u{ff21}dda",
            "\u{131}sola",
        ];
        for name in names {
            assert!(!is_plain_name(name), "{name:?}");
        }
        assert!(!is_plain_name(&"a".repeat(81)));
    }

    #[test]
    fn a_name_in_another_spelling_looks_like_the_first() {
        for other in ["ADDA", "Ad-da", "À d d a", "adda.", "Adda'", "\u{41}\u{301}dda"] {
            assert!(looks_like("Adda", other), "{other}");
        }
        for (one, other) in
            [("Milano", "Mllano"), ("Milano", "MILAN0"), ("Como", "Corno"), ("Lodi", "l0d1")]
        {
            assert!(looks_like(one, other), "{one} {other}");
        }
        assert!(!looks_like("Adda", "Adige"));
    }
}
