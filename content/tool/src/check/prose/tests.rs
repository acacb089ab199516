//! Figures of every language, and what is said of them.
#![allow(clippy::unwrap_used)]

use cittadini_core::model::{Duration, DurationRange, Unit};
use jiff::civil::date;

use super::*;
use crate::check::tests::{after, rules};
use crate::finding::Severity;
use crate::sample;

fn read(lang: &str, text: &str) -> Vec<Figure> {
    let known = |digits: &str| ["112", "1522", "800290290", "0235005568"].contains(&digits);
    figures(&Vocabulary::new(languages::listed(lang)), text, &known)
}

fn one(lang: &str, text: &str) -> What {
    let found = read(lang, text);
    assert_eq!(found.len(), 1, "{lang}: {text}: {found:?}");
    found.into_iter().next().unwrap().what
}

fn nothing(lang: &str, text: &str) {
    let found: Vec<Figure> = read(lang, text).into_iter().filter(|it| !it.aside).collect();
    assert_eq!(found, [], "{lang}: {text}");
}

#[test]
fn money_is_read_in_every_language_and_spelling() {
    for (lang, text) in [
        ("it", "Paga 16 euro."),
        ("it", "Paga 16,00 € alla posta."),
        ("it", "Paga €16."),
        ("it", "Costa EUR 16.00 per foglio."),
        ("it-simple", "Paga 16€."),
        ("en", "Pay 16 euros."),
        ("fr", "Paye 16 euros."),
        ("es", "Paga 16 euros."),
        ("ar", "ادفع 16 يورو."),
        ("ar", "ادفع ١٦ يورو."),
        ("ar", "ادفع ١٦٫٠٠ يورو."),
        ("zh-Hans", "支付16欧元。"),
        ("fil", "Magbayad ng 16 euro."),
        ("uk", "Сплатіть 16 євро."),
        ("sq", "Paguaj 16 euro."),
        ("si", "යූරෝ 16 ගෙවන්න."),
        ("ur", "۱۶ یورو ادا کریں۔"),
        ("bn", "১৬ ইউরো দিন।"),
        ("xx", "16 €"),
    ] {
        assert_eq!(one(lang, text), What::Money(1_600), "{lang}: {text}");
    }
    assert_eq!(one("it", "Costa 1.250,50 euro"), What::Money(125_050));
    assert_eq!(one("en", "It costs 1,250.50 euros"), What::Money(125_050));
    let both = read("it", "Da 20 a 23 euro, secondo il Comune.");
    let both: Vec<&What> = both.iter().map(|figure| &figure.what).collect();
    assert_eq!(both, [&What::Money(2_000), &What::Money(2_300)]);
}

#[test]
fn spans_are_read_in_every_language_and_spelling() {
    let sixty = What::Span(Duration { n: 60, unit: Unit::Days });
    for (lang, text) in [
        ("it", "Hai 60 giorni di tempo."),
        ("it", "Hai sessanta giorni."),
        ("en", "You have 60 days."),
        ("en", "There is a 60-day term."),
        ("fr", "Tu as 60 jours."),
        ("es", "Tienes 60 días."),
        ("ar", "لديك 60 يومًا."),
        ("ar", "لديك ٦٠ يوما."),
        ("zh-Hans", "您有60天。"),
        ("zh-Hans", "您有六十天。"),
        ("fil", "Mayroon kang 60 na araw."),
        ("uk", "У вас є 60 днів."),
        ("sq", "Ke 60 ditë."),
        ("si", "ඔබට දින 60 ක් ඇත."),
        ("ur", "آپ کے پاس ۶۰ دن ہیں۔"),
        ("bn", "৬০ দিনের মধ্যে।"),
    ] {
        assert_eq!(one(lang, text), sixty, "{lang}: {text}");
    }
    for (lang, text, n, unit) in [
        ("it", "entro otto giorni lavorativi", 8, Unit::WorkingDays),
        ("en", "within eight working days", 8, Unit::WorkingDays),
        ("ar", "خلال 8 أيام عمل", 8, Unit::WorkingDays),
        ("zh-Hans", "8个工作日内", 8, Unit::WorkingDays),
        ("uk", "8 робочих днів", 8, Unit::WorkingDays),
        ("ar", "بعد شهرين", 2, Unit::Months),
        ("ar", "ستة أشهر", 6, Unit::Months),
        ("zh-Hans", "十二个月", 12, Unit::Months),
        ("uk", "п’ять років", 5, Unit::Years),
        ("bn", "ছয় মাস", 6, Unit::Months),
        ("fil", "anim na buwan", 6, Unit::Months),
        ("it", "48 ore", 48, Unit::Hours),
    ] {
        assert_eq!(one(lang, text), What::Span(Duration { n, unit }), "{lang}: {text}");
    }
    let range = What::Range(DurationRange { min: 4, max: 12, unit: Unit::Months });
    assert_eq!(one("it", "Aspetti da 4 a 12 mesi."), range);
    assert_eq!(one("en", "You wait 4-12 months."), range);
}

#[test]
fn days_are_read_in_every_order() {
    for (lang, text) in [
        ("it", "Dal 2026-11-21 è così."),
        ("it", "Dal 21/11/2026 è così."),
        ("it", "Dal 21.11.2026 è così."),
        ("it", "Dal 21 novembre 2026 è così."),
        ("en", "Since 21 November 2026."),
        ("en", "Since November 21, 2026."),
        ("es", "Desde el 21 de noviembre de 2026."),
        ("ar", "منذ 21 نوفمبر 2026."),
        ("ar", "منذ ٢١ نوفمبر ٢٠٢٦."),
        ("zh-Hans", "从2026年11月21日起。"),
        ("uk", "З 21 листопада 2026 року."),
        ("bn", "২১ নভেম্বর ২০২৬ থেকে।"),
        ("si", "2026 නොවැම්බර් 21 සිට."),
    ] {
        assert_eq!(one(lang, text), What::Day(date(2026, 11, 21)), "{lang}: {text}");
    }
    assert_eq!(one("it", "Dal 1° gennaio 2027."), What::Day(date(2027, 1, 1)));
    nothing("it", "La legge del 21 novembre 2026 dice così.");
    nothing("it", "Il 30 febbraio 2026 e il 31/31/2026 non esistono.");
}

#[test]
fn telephone_numbers_are_read_with_and_without_gaps() {
    for text in ["Chiama 800 290 290.", "Numero verde 800.290.290", "È gratis: 800-290290"] {
        assert_eq!(one("it", text), What::Number("800290290".into()), "{text}");
    }
    assert_eq!(one("it", "Telefona al +39 02 35005568."), What::Number("0235005568".into()));
    for text in ["Chiama il 112 subito.", "Il 112 è gratis.", "In pericolo: 112."] {
        assert_eq!(one("it", text), What::Number("112".into()), "{text}");
    }
    assert_eq!(one("ar", "اتصل بـ ١١٢ فورا."), What::Number("112".into()));
    // Not in the facts, yet plainly to be called.
    for text in ["Cell. 333 1234567", "Tel. 02 1234 5678", "Chiama il 118."] {
        assert!(matches!(one("it", text), What::Number(_)), "{text}");
    }
}

#[test]
fn other_numbers_are_left_alone() {
    for text in [
        "Vedi l'art. 112 del TUI.",
        "La legge 112 del 1998.",
        "Il DPR 112/1998 e la nota 1522.",
        "Servono 14 metri quadrati per le prime 4 persone e 112 metri in tutto.",
        "Compila il modulo AA4/8 e il 730, firma nel campo 29.",
        "La misura è 35 per 45 millimetri.",
        "Il codice è 04. Hai il permesso UE? Il codice è 03.",
        "Il numero K10 e il livello B1.",
        "Per chi ha meno di 3 anni.",
        "Per chi ha più di 65 anni.",
        "Da 6 a 16 anni la scuola è un obbligo. Ci vai a 16 anni.",
        "Il reddito degli ultimi 3 anni.",
        "Abiti in Via Roma 112, 20021 Bollate.",
        "Il codice ISTAT è 015027, il CAP 20021.",
        "Una volta ogni anno, due volte al mese.",
        "Servono 1.500 persone.",
    ] {
        // Ranges and spans that no fact has are read and say nothing; ages and telephone numbers must not be.
        let found = read("it", text);
        let harmful: Vec<&Figure> = found
            .iter()
            .filter(|figure| !figure.aside && !matches!(figure.what, What::Range(_)))
            .collect();
        assert!(harmful.is_empty(), "{text}: {harmful:?}");
    }
    nothing("en", "For children under 3 years of age.");
    nothing("zh-Hans", "年满18岁");
}

#[test]
fn ten_years_of_residence_are_no_age() {
    let span = What::Span(Duration { n: 10, unit: Unit::Years });
    for text in ["Hai la residenza da almeno 10 anni.", "Hai 10 anni di residenza."] {
        let found = read("it", text);
        assert_eq!(found.first().map(|it| (&it.what, it.aside)), Some((&span, false)), "{text}");
    }
}

const WORDS: &str = "text/it/p-uno.yaml";
const SENTENCE: &str = "Puoi lavorare.";

fn said(sentence: &str) -> Vec<(Severity, &'static str)> {
    rules(&after(WORDS, SENTENCE, sentence))
}

#[test]
fn a_fact_in_prose_is_an_error_and_what_may_grow_old_a_warning() {
    use Severity::{Error, Warning};
    assert_eq!(said("Paghi 16,00 euro."), [(Error, "amount-in-prose")]);
    assert_eq!(said("Paghi 116 euro."), [(Error, "amount-in-prose")]);
    assert_eq!(said("Paghi 35 euro."), [(Warning, "amount-in-prose")]);
    assert_eq!(said("Hai 60 giorni di tempo."), [(Error, "term-in-prose")]);
    assert_eq!(said("Hai sessanta giorni di tempo."), [(Warning, "term-in-prose")]);
    assert_eq!(said("Hai 61 giorni di tempo."), []);
    // How long the office may take by law (8 working days).
    assert_eq!(said("Aspetti 8 giorni."), [(Warning, "term-in-prose")]);
    assert_eq!(said("Vale fino al 31 dicembre 2027."), [(Error, "date-in-prose")]);
    assert_eq!(said("L'importo cambia il 31/12/2026."), [(Error, "date-in-prose")]);
    assert_eq!(said("Letto il 21 novembre 2026."), [(Warning, "date-in-prose")]);
    assert_eq!(said("Chiama il 112."), [(Error, "number-in-prose")]);
    assert_eq!(said("Chiama il 118."), [(Warning, "number-in-prose")]);
    assert_eq!(said("Paga sul conto 67422402."), [(Error, "number-in-prose")]);
}

#[test]
fn the_fees_and_deadlines_to_write_are_named() {
    let found = after(WORDS, SENTENCE, "Paghi 16 euro entro 60 giorni.");
    let fixes: Vec<&str> = found.iter().map(|finding| finding.fix_it.as_str()).collect();
    assert!(fixes.iter().any(|fix| fix.contains("{fee:f-uno}")), "{fixes:?}");
    assert!(fixes.iter().any(|fix| fix.contains("{deadline:t-uno}")), "{fixes:?}");
    assert!(found.iter().all(|finding| finding.line == 8 && finding.file == WORDS));
}

#[test]
fn a_placeholder_that_the_translator_resolved_by_hand_is_found_there() {
    let dir = sample::folder();
    let words = std::fs::read_to_string(dir.path().join(WORDS)).unwrap();
    let english = words.replace("{fee:f-uno}", "{fee:f-uno} (16 euros)");
    sample::write(dir.path(), "text/en/p-uno.yaml", &english);
    let found = crate::check::tests::findings(dir.path());
    let prose = |finding: &&crate::finding::Finding| finding.rule == "amount-in-prose";
    let files: Vec<&str> = found.iter().filter(prose).map(|it| it.file.as_str()).collect();
    assert_eq!(files, ["text/en/p-uno.yaml"]);
}

#[test]
fn what_is_an_age_in_italian_is_one_in_every_translation() {
    let dir = sample::folder();
    let text = |span| format!("title: \"Prima della scadenza\"\nconsequence: \"{span}\"\n");
    sample::change(dir.path(), "facts/deadlines/t-uno.yaml", "span: 60 days", "span: 3 years");
    sample::write(dir.path(), "text/it/t-uno.yaml", &text("Per chi ha meno di 3 anni."));
    sample::write(dir.path(), "text/fr/t-uno.yaml", &text("Pour qui a moins de 3 ans."));
    let found = crate::check::tests::findings(dir.path());
    assert!(found.iter().all(|finding| finding.rule != "term-in-prose"), "{found:#?}");
}
