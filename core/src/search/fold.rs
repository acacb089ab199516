//! One spelling for all the ways in which a word is typed: no case, no diacritics where people leave them out, one form
//! for letters that keyboards tell apart and readers do not.
//!
//! The marks of Latin, Greek, Cyrillic, Hebrew and Arabic are dropped; those of Indic scripts are letters, and stay. Index
//! and query go through the same function, so it does not matter that the result is nobody's spelling.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_compatible;

/// Below this lie the scripts whose letters fold one by one.
const TABLE_LENGTH: usize = 0x800;

/// A letter that folds to nothing.
const DROPPED: u16 = 0;

/// A letter that folds to several.
const SEVERAL: u16 = u16::MAX;

static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    (0..TABLE_LENGTH as u32).map(|code| char::from_u32(code).map_or(DROPPED, entry)).collect()
});

fn entry(letter: char) -> u16 {
    let mut folded = String::new();
    slowly(letter, |letter| folded.push(letter));
    match (folded.pop(), folded.is_empty()) {
        (None, _) => DROPPED,
        (Some(only), true) => u16::try_from(u32::from(only)).unwrap_or(SEVERAL),
        _ => SEVERAL,
    }
}

/// Folds a text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Folds a text and adds it to another. Marks that stand in another order than usual are left so: keyboards write them in order, and
/// putting them right would cost a phone another table.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    let table = TABLE.as_slice();
    for letter in text.chars() {
        match table.get(letter as usize).copied().unwrap_or(SEVERAL) {
            DROPPED => {}
            SEVERAL => slowly(letter, |letter| folded.push(letter)),
            code => folded.extend(char::from_u32(u32::from(code))),
        }
    }
}

/// Calls with the letters of a folded text one by one, each as sixteen bits; what is no letter and no digit is a space.
pub(super) fn each_letter(text: &str, mut call: impl FnMut(u16)) {
    let table = LETTERS.as_slice();
    for letter in text.chars() {
        match table.get(letter as usize).copied().unwrap_or(SEVERAL) {
            DROPPED => {}
            SEVERAL => slowly(letter, |letter| call(sixteen_bits(letter))),
            code => call(code),
        }
    }
}

/// What counts as a space between words.
pub(super) const SPACE: u16 = b' ' as u16;

static LETTERS: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let spaced = |code: u16| match char::from_u32(u32::from(code)) {
        Some(letter) if code != DROPPED => sixteen_bits(letter),
        _ => code,
    };
    TABLE.iter().map(|code| if *code == SEVERAL { SEVERAL } else { spaced(*code) }).collect()
});

fn sixteen_bits(letter: char) -> u16 {
    match letter.is_alphanumeric() || letter >= '\u{900}' && !letter.is_whitespace() {
        true => (u32::from(letter) & 0xffff) as u16,
        false => SPACE,
    }
}

/// A letter without the table: taken apart, small, and what is left of it one by one.
fn slowly(letter: char, mut call: impl FnMut(char)) {
    let mut lower =
        |letter: char| letter.to_lowercase().for_each(|letter| apart(letter, &mut call));
    decompose_compatible(letter, &mut lower);
}

/// Small letters may be taken apart again: of «İ» a dot is left.
fn apart(letter: char, call: &mut impl FnMut(char)) {
    decompose_compatible(letter, |letter| {
        if is_dropped(letter) {
            return;
        }
        match several(letter) {
            Some(letters) => letters.chars().for_each(&mut *call),
            None => call(one_for(letter)),
        }
    });
}

/// Marks that people leave out, and signs that stand between letters and are none.
fn is_dropped(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn several(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// One letter for those that readers do not tell apart, Latin digits for all others, one apostrophe.
fn one_for(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ø' => 'o',
        'ħ' => 'h',
        'ς' => 'σ',
        'ґ' => 'г',
        '’' | '‘' | 'ʼ' | 'ʹ' | '`' | '´' | '＇' => '\'',
        'ٱ' => 'ا',
        'ى' | 'ی' | 'ے' => 'ي',
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' => 'ه',
        'ک' => 'ك',
        'ں' => 'ن',
        _ => latin_digit(letter),
    }
}

/// Decimal digits of other scripts, by the first of each ten.
fn latin_digit(letter: char) -> char {
    const ZEROS: [char; 12] = ['٠', '۰', '०', '০', '੦', '૦', '௦', '๐', '໐', '༠', '၀', '០'];
    let found = ZEROS.iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(*zero)).filter(|value| *value < 10)?;
        char::from_digit(value, 10)
    });
    found.unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_leave_out_makes_no_difference() {
        for (written, typed) in [
            ("Città", "citta"),
            ("Straße", "strasse"),
            ("đơn xin", "don xin"),
            ("أُسْرَة", "اسره"),
            ("إقامة", "اقامه"),
            ("їжак й Ґанок", "іжак и ганок"),
            ("об’єднання", "об'єднання"),
            ("ﬁne", "fine"),
            ("ＣＩＥ", "cie"),
            ("İstanbul", "istanbul"),
        ] {
            assert_eq!(fold(written), fold(typed), "{written}");
        }
    }

    #[test]
    fn the_vowels_of_indic_scripts_are_letters() {
        assert_ne!(fold("নবায়ন"), fold("নবযন"));
        assert_eq!(fold("\u{9df}"), fold("\u{9af}\u{9bc}"), "composed or not");
        assert_eq!(fold("බලපත්\u{200d}රය"), fold("බලපත්රය"));
    }

    #[test]
    fn digits_of_any_script_are_the_same() {
        assert_eq!(fold("٣٠ ۳۰ ৩০"), "30 30 30");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
