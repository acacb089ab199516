//! Whether a translation in Latin letters was left in Italian, whole or in part.

use whatlang::{Detector, Lang};

use super::names::normal;

/// With fewer letters the detector guesses. Measured on the real English and Italian words: from here on it is never
/// wrong, below 25 it is wrong once in ten.
const ENOUGH_LETTERS: usize = 40;

/// From here on a text copies the Italian one: a true translation shares names and a few small words with it.
const COPIED: f64 = 0.6;

/// With fewer words the share says nothing.
const ENOUGH_WORDS: usize = 4;

/// What of a translation is Italian, if anything: the whole, or one sentence of it. `text` comes without names,
/// quotations and what the phone puts in.
pub(super) fn left(lang: &str, text: &str, original: Option<&str>) -> Option<String> {
    let detector = Detector::with_allowlist(beside_italian(lang));
    let is_italian = |text: &str| detector.detect_lang(text) == Some(Lang::Ita);
    let surely_italian = |text: &&str| {
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        let found = || detector.detect(text).filter(|found| found.lang() == Lang::Ita);
        letters >= ENOUGH_LETTERS && found().is_some_and(|found| found.is_reliable())
    };
    let share = original.map_or(0.0, |original| share(text, original));
    // Of a text without a single word of its own nobody needs to guess the language.
    if share >= 1.0 || share >= COPIED && is_italian(text) {
        return Some(text.trim().to_owned());
    }
    let whole = std::iter::once(text);
    let sentences = text.split_inclusive(['.', '!', '?', ';']);
    sentences.chain(whole).find(surely_italian).map(|text| text.trim().to_owned())
}

/// Italian and the language that it might be taken for: the fewer there are to choose from, the surer the choice. A
/// language that the detector does not know is told from Italian by being like several others.
fn beside_italian(lang: &str) -> Vec<Lang> {
    let known = match lang.split('-').next().unwrap_or_default() {
        "en" => Lang::Eng,
        "fr" => Lang::Fra,
        "es" => Lang::Spa,
        "pt" => Lang::Por,
        "ro" => Lang::Ron,
        "de" => Lang::Deu,
        "fil" | "tl" => Lang::Tgl,
        "tr" => Lang::Tur,
        "pl" => Lang::Pol,
        _ => return vec![Lang::Ita, Lang::Eng, Lang::Ron, Lang::Hrv, Lang::Tur, Lang::Tgl],
    };
    // English beside them, so that what was left in English is not taken for Italian.
    vec![Lang::Ita, known, Lang::Eng]
}

/// The share of the words of a text that stand in another one, too. None for a text of a few words.
fn share(text: &str, original: &str) -> f64 {
    let (text, original) = (normal(text), normal(original));
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() < ENOUGH_WORDS {
        return 0.0;
    }
    let shared = words.iter().filter(|word| original.split(' ').any(|other| other == **word));
    shared.count() as f64 / words.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGINAL: &str = "Vai alla posta con il kit. Porta la busta aperta e il passaporto.";

    #[test]
    fn italian_with_small_changes_is_found_in_every_language_of_latin_letters() {
        let copied = "Vai alla posta con il tuo kit. Porta la busta aperta e passaporto.";
        for lang in ["en", "fr", "es", "sq", "fil"] {
            assert!(left(lang, copied, Some(ORIGINAL)).is_some(), "{lang}");
            assert!(left(lang, "Porta la busta aperta", Some(ORIGINAL)).is_some(), "{lang}");
        }
    }

    #[test]
    fn one_italian_sentence_in_a_translation_is_named() {
        let text = "Go to the post office with the kit. Porta la busta aperta e anche il passaporto originale.";
        let found = left("en", text, None);
        assert_eq!(
            found.as_deref(),
            Some("Porta la busta aperta e anche il passaporto originale.")
        );
    }

    #[test]
    fn a_translation_is_not_taken_for_italian() {
        for (lang, text) in [
            ("en", "Go to the post office with the kit. Bring the open envelope and the passport."),
            ("fr", "Va à la poste avec le kit. Apporte l'enveloppe ouverte et le passeport."),
            ("es", "Ve a Correos con el kit. Lleva el sobre abierto y el pasaporte."),
            ("es", "Una persona del Municipio viene a ver la casa. Trae la carta de la casa."),
            ("sq", "Shko në postë me kit. Merr zarfin e hapur dhe pasaportën."),
            ("fil", "Pumunta sa post office dala ang kit. Dalhin ang bukas na sobre at pasaporte."),
        ] {
            assert_eq!(left(lang, text, Some(ORIGINAL)), None, "{lang}");
        }
        let house = "Una persona del Comune viene a vedere la casa.";
        assert_eq!(left("es", "Una persona del Municipio viene a ver la casa.", Some(house)), None);
    }
}
