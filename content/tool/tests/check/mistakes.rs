//! Mistakes of many kinds, made at once in a copy of the real content: each is named with its file and line.

use super::desk::{Desk, Named};

/// What an editor did, and what the command must say of it.
struct Mistake {
    what: &'static str,
    edit: Edit,
    severity: Severity,
    rule: &'static str,
    /// Where it is named, when that is not where the edit begins.
    named: Option<(&'static str, Line)>,
}

enum Edit {
    /// In a file, this was replaced by that.
    Replace(&'static str, &'static str, &'static str),
    /// A file was written, or written anew.
    Write(&'static str, &'static [u8]),
    /// A file was copied to another name.
    Copy(&'static str, &'static str),
}

enum Line {
    /// This line.
    At(usize),
    /// The first line that reads so after all edits.
    Of(&'static str),
    /// So many lines below the beginning of the edit.
    Below(usize),
}

#[derive(Clone, Copy)]
enum Severity {
    Error,
    Warning,
}

impl Severity {
    fn word(self, lang: &str) -> &'static str {
        match (self, lang) {
            (Self::Error, "it") => "errore",
            (Self::Error, _) => "error",
            (Self::Warning, "it") => "avviso",
            (Self::Warning, _) => "warning",
        }
    }
}

fn error(what: &'static str, rule: &'static str, edit: Edit) -> Mistake {
    Mistake { what, edit, severity: Severity::Error, rule, named: None }
}

fn warning(what: &'static str, rule: &'static str, edit: Edit) -> Mistake {
    Mistake { severity: Severity::Warning, ..error(what, rule, edit) }
}

impl Mistake {
    fn named(self, file: &'static str, line: Line) -> Self {
        Self { named: Some((file, line)), ..self }
    }

    fn below(self, lines: usize) -> Self {
        Self { named: Some(("", Line::Below(lines))), ..self }
    }

    /// Makes the mistake; returns the file and the line of the edit.
    fn make(&self, desk: &Desk) -> (&'static str, usize) {
        match self.edit {
            Edit::Replace(file, from, to) => (file, desk.edit(file, from, to)),
            Edit::Write(file, bytes) => {
                desk.write(file, bytes);
                (file, 1)
            }
            Edit::Copy(from, to) => {
                desk.write(to, desk.read(from));
                (to, 1)
            }
        }
    }

    /// Where the command must name it.
    fn place(&self, desk: &Desk, edited: (&'static str, usize)) -> (&'static str, usize) {
        match &self.named {
            None => edited,
            Some((_, Line::Below(lines))) => (edited.0, edited.1 + lines),
            Some((file, Line::At(line))) => (file, *line),
            Some((file, Line::Of(text))) => {
                let whole = desk.read(file);
                let line = whole.lines().position(|line| line.contains(text));
                (file, line.unwrap_or_else(|| panic!("{file} does not hold «{text}»")) + 1)
            }
        }
    }
}

const TREE: &str = "owner: redazione
risk: low
confidence: medium
sources:
  - {norm: \"L. 91/1992\", read_on: 2026-11-21}
verified_on: 2026-11-21
verified_by: redazione
verify_by: 2027-01-20
purpose: triage
start: prima
nodes:
  prima: {node: question, question_kind: single, fact: age_group, options: [piccolo, grande], next: [{when: {eq: [age_group, piccolo]}, go: seconda}, {go: fine}]}
  seconda: {node: question, question_kind: yesno, fact: alone, next: [{when: {eq: [alone, true]}, go: prima}, {go: fine}]}
  terza: {node: question, question_kind: yesno, fact: other, next: [{when: {eq: [othr, true]}, go: fine}]}
  fine: {node: outcome, verdict: ask_desk, contacts: [spazio-immigrazione-web]}
";

const TREE_WORDS: &str = "title: \"Prova\"
prima.text: \"Quanti anni hai?\"
prima.option.piccolo: \"Pochi\"
prima.option.grande: \"Tanti\"
seconda.text: \"Vivi da solo?\"
terza.text: \"Altro?\"
fine.text: \"Chiedi allo sportello.\"
";

const RENEWAL: &str = "facts/procedures/rinnovo-permesso.yaml";
const RENEWAL_WORDS: &str = "text/it/rinnovo-permesso.yaml";

/// What does not fit the form.
fn of_form() -> Vec<Mistake> {
    use Edit::{Copy, Replace, Write};
    vec![
        error(
            "a misspelt field",
            "unknown-field",
            Replace("facts/contacts/emergenza-112.yaml", "emergency:", "emergenci:"),
        ),
        error(
            "a word that is none of the list",
            "not-allowed",
            Replace(
                "facts/contacts/antiviolenza-1522.yaml",
                "contact_kind: hotline",
                "contact_kind: hotlin",
            ),
        ),
        error(
            "a day that does not exist",
            "not-a-date",
            Replace(
                "facts/deadlines/d-attesa-rinnovo.yaml",
                "verified_on: 2026-11-21",
                "verified_on: 2026-11-31",
            ),
        ),
        error(
            "an item without an owner",
            "missing-field",
            Replace("facts/fees/f-cie-duplicato.yaml", "owner: redazione\n", ""),
        )
        .named("facts/fees/f-cie-duplicato.yaml", Line::At(1)),
        error(
            "an amount with a comma",
            "not-an-amount",
            Replace("facts/fees/f-contributo-breve.yaml", "amount: 40.00", "amount: \"40,00\""),
        ),
        error(
            "a document that does not exist",
            "dangling-id",
            Replace(RENEWAL, "document: passaporto", "document: pasaporto"),
        ),
        error(
            "one id in two folders",
            "duplicate-id",
            Copy("facts/terms/t-isee.yaml", "facts/phrases/t-isee.yaml"),
        ),
        error(
            "a file name with spaces",
            "not-an-id",
            Copy("facts/terms/t-visto.yaml", "facts/terms/t visto copia.yaml"),
        ),
        error(
            "a file in Latin-1",
            "not-utf8",
            Write("text/it/t-k10.yaml", b"name: \"K10\"\ndefinition: \"\xc8 un numero.\"\n"),
        )
        .below(1),
        error(
            "an indent with Tab",
            "tab",
            Replace("facts/office-types/scuola.yaml", "sources:\n  -", "sources:\n\t-"),
        )
        .below(1),
        error(
            "a field that stands twice",
            "duplicate-key",
            Replace("facts/office-types/tabaccheria.yaml", "risk:", "owner: altri\nrisk:"),
        ),
    ]
}

/// What fits the form and leads the reader nowhere.
fn of_meaning() -> Vec<Mistake> {
    use Edit::{Copy, Replace, Write};
    vec![
        error("an item without a source",
            "no-sources",
            Replace(
                "facts/documents/fototessere.yaml",
                "sources:\n  - {url: \"https://www.poliziadistato.it/articolo/225\", title: \"Polizia di Stato, permesso di soggiorno (5 gennaio 2024)\", read_on: 2026-11-21}\n",
                "sources: []\n",
            ),
        ),
        error("a step that does not say what it costs", "no-cost", Replace("facts/procedures/codice-fiscale.yaml", "    office_type: questura-immigrazione\n    documents:\n      - {document: passaporto, original: true}\n    free: true\n", "    office_type: questura-immigrazione\n    documents:\n      - {document: passaporto, original: true}\n")).named("facts/procedures/codice-fiscale.yaml", Line::Of("- id: codice-questura")),
        error("a step without office, place or channel", "no-place", Replace("facts/procedures/iscrizione-ssn.yaml", "- id: scegliere-medico\n    actor: me\n    office_type: asst-scelta-revoca\n", "- id: scegliere-medico\n    actor: me\n")),
        error("a step that waits for a later one", "depends-on", Replace("facts/procedures/residenza-iscrizione.yaml", "depends_on: [preparare-documenti]", "depends_on: [controllo]")),
        error("a fee that ends before it begins", "ends-before-it-begins", Replace("facts/fees/f-visto-famiglia.yaml", "{amount: 116.00}", "{amount: 116.00, valid_from: 2026-12-01, valid_until: 2026-01-01}")),
        error("a type of office that one municipality lacks", "office-not-resolved", Replace("territories/comuni-insieme/territory.yaml", "      ufficio-tecnico: [ufficio-tecnico-cesate]\n", "")).named("territories/comuni-insieme/territory.yaml", Line::Of("name_it: \"Cesate\"")),
        error("a check too far in the future", "verify-by-too-far", Replace("facts/documents/fototessere.yaml", "verify_by: 2027-05-20", "verify_by: 2029-05-20")),
        warning("a check that is overdue",
            "to-verify",
            Replace(
                "facts/contacts/antitratta-800290290.yaml",
                "verified_on: 2026-11-21\nverified_by: redazione\nverify_by: 2027-02-19",
                "verified_on: 2026-08-21\nverified_by: redazione\nverify_by: 2026-11-19",
            ),
        )
        .below(2),
        error("a tree that goes round in a circle", "circle", Write("facts/trees/albero-di-prova.yaml", TREE.as_bytes())).named("facts/trees/albero-di-prova.yaml", Line::Of("  prima:")),
        error("a way without an end", "no-way-out", Write("text/it/albero-di-prova.yaml", TREE_WORDS.as_bytes())).named("facts/trees/albero-di-prova.yaml", Line::Of("  terza:")),
        error("a condition about what nobody asked", "fact-never-asked", Copy("text/it/albero-di-prova.yaml", "text/it/albero-di-prova.yaml")).named("facts/trees/albero-di-prova.yaml", Line::Of("  terza:")),
        error("an outcome with a web page and no person", "outcome-without-contact", Copy("text/it/albero-di-prova.yaml", "text/it/albero-di-prova.yaml")).named("facts/trees/albero-di-prova.yaml", Line::Of("  fine:")),
        error("an overlay of a step that does not exist", "overlay-field", Write("territories/comuni-insieme/overlays/015027.yaml", b"- {item: rinnovo-permesso, field: \"steps.volare.url\", value: \"https://www.example.it/\", reason: \"prova\", source: {norm: \"prova\", read_on: 2026-11-21}}\n")),
    ]
}

/// What stands in the words.
fn of_words() -> Vec<Mistake> {
    use Edit::Replace;
    vec![
        error(
            "an amount in a sentence",
            "amount-in-prose",
            Replace(RENEWAL_WORDS, "{fee:f-marca-da-bollo}", "16,00 euro"),
        ),
        error(
            "a span in a sentence",
            "term-in-prose",
            Replace(
                "text/it/cittadinanza-residenza.yaml",
                "{deadline:d-residenza-non-ue}",
                "10 anni",
            ),
        ),
        error(
            "a number to call in a sentence",
            "number-in-prose",
            Replace("text/it/antiviolenza-1522.yaml", "Chiama se", "Chiama il 112 se"),
        ),
        error(
            "a placeholder that a translation lost",
            "placeholders-differ",
            Replace("text/ar/primo-permesso-posta.yaml", "{deadline:d-primo-permesso-entro}", ""),
        ),
        error(
            "an Italian sentence in English",
            "not-translated",
            Replace(
                "text/en/t-apostille.yaml",
                "It is a stamp on a foreign certificate.",
                "È il timbro messo sopra un certificato straniero.",
            ),
        ),
        error(
            "a text in the wrong script",
            "not-translated",
            Replace("text/ar/t-visto.yaml", "name: \"", "name: \"Visto\"\naltro: \""),
        ),
        error(
            "a key that is misspelt",
            "unknown-text",
            Replace("text/it/fototessere.yaml", "looks_like:", "look_like:"),
        ),
        error(
            "a text that a translation lacks",
            "missing-text",
            Replace("text/en/scuola.yaml", "what:", "# what:"),
        )
        .named("text/en/scuola.yaml", Line::At(1)),
        error(
            "strong words that nobody closed",
            "malformed-markup",
            Replace("text/it/primo-permesso-posta.yaml", "**aperta**", "**aperta"),
        ),
        error(
            "HTML",
            "html",
            Replace("text/en/t-isee.yaml", "definition: \"", "definition: \"<b>Important</b> "),
        ),
        warning(
            "a sentence that nobody understands",
            "hard-to-read",
            Replace(
                "text/it/iscrizione-ssn.yaml",
                "step.scegliere-medico.do: \"",
                "step.scegliere-medico.do: \"L'amministrazione competente procederà successivamente all'acquisizione della documentazione integrativa eventualmente necessaria alla prosecuzione dell'istruttoria, ",
            ),
        ),
        warning(
            "an original that changed after its translation",
            "stale-translation",
            Replace("text/it/f-traduzioni.yaml", "title: \"", "title: \"Tutte le "),
        )
        .named("text/en/f-traduzioni.yaml", Line::At(1)),
    ]
}

fn all() -> Vec<Mistake> {
    of_form().into_iter().chain(of_meaning()).chain(of_words()).collect()
}

#[test]
fn the_real_content_passes() {
    let said = Desk::real().check("it");
    let errors: Vec<&Named> = said.named.iter().filter(|it| it.severity == "errore").collect();
    assert_eq!((said.code, errors), (Some(0), vec![]));
}

#[test]
fn every_one_of_many_mistakes_is_named_with_its_file_and_line_in_both_languages() {
    let desk = Desk::real();
    let mistakes = all();
    assert!(mistakes.len() >= 20);
    let edited: Vec<_> = mistakes.iter().map(|mistake| mistake.make(&desk)).collect();
    for lang in ["it", "en"] {
        let said = desk.check(lang);
        assert_eq!(said.code, Some(1));
        for (mistake, edited) in mistakes.iter().zip(&edited) {
            let (file, line) = mistake.place(&desk, *edited);
            let found = said.named.iter().find(|named| {
                (named.file.as_str(), named.line) == (file, line) && named.rule == mistake.rule
            });
            let Some(found) = found else {
                let there = said.of(file);
                panic!(
                    "{}: {file}:{line} {} is not named; there is {there:#?}",
                    mistake.what, mistake.rule
                )
            };
            assert_eq!(found.severity, mistake.severity.word(lang), "{}", mistake.what);
            assert!(found.fix.starts_with('→') && found.message.len() > 10, "{found:?}");
        }
    }
}

#[test]
fn the_messages_are_sentences() {
    let desk = Desk::real();
    for mistake in all() {
        mistake.make(&desk);
    }
    let (italian, english) = (desk.check("it"), desk.check("en"));
    let places = |named: &[Named]| -> Vec<(String, usize, usize, String)> {
        named.iter().map(|it| (it.file.clone(), it.line, it.column, it.rule.clone())).collect()
    };
    assert_eq!(places(&italian.named), places(&english.named));
    for (it, en) in italian.named.iter().zip(&english.named) {
        assert!(it.message != en.message && it.fix != en.fix, "{it:?}\n{en:?}");
        for text in [&it.message, &it.fix, &en.message, &en.fix] {
            let ends = ['.', '»', '”', '?', '…'].iter().any(|end| text.ends_with(*end));
            assert!(ends || it.rule.starts_with("not-a"), "{}: {text}", it.rule);
        }
    }
}
