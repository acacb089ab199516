//! A small invented content folder for tests: every kind with every field, two languages, no mistake.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::Path;

use tempfile::TempDir;

const META: &str = r#"
owner: redazione
risk: low
confidence: medium
sources:
  - {norm: "L. 1/2026 art. 1", title: "Legge", read_on: 2026-11-01}
  - {url: "https://www.example.it/a", read_on: 2026-11-02}
verified_on: 2026-11-21
verified_by: redazione
verify_by: 2027-01-15
marks: [{field: x, kind: volatile, note: "cambia"}]
audience: [person, operator]
valid_from: 2026-01-01
valid_until: 2027-12-31
replaced_by: p-due
"#;

/// Items with all their fields, without what every item carries.
const FACTS: [(&str, &str); 15] = [
    ("facts/procedures/p-uno.yaml", include_str!("../tests-data/p-uno.yaml")),
    (
        "facts/procedures/p-due.yaml",
        "group: altro\neligibility: []\nsteps:\n  - {id: x, actor: wait, free: true}\nnorms: []\nhuman_contact: c-uno\n",
    ),
    (
        "facts/documents/d-uno.yaml",
        "name_it: \"Permesso\"\naka: [pds]\nissuer_office_type: anagrafe\nform_url: \"https://www.example.it/m\"\nvalidity: [{issuer: consulate, span: 3 months, counts_from: translation}, {span: 1 year}]\n",
    ),
    (
        "facts/fees/f-uno.yaml",
        "fee_kind: stamp\namounts:\n  - {amount: 16.00, valid_from: 2013-06-26, valid_until: 2026-12-31}\n  - {amount: 77.00-116.00, valid_from: 2027-01-01, valid_until: 2027-12-31}\n  - {amount: unknown, valid_from: 2028-01-01}\npay_how: [tabaccheria, pagopa]\npayee: \"Stato\"\naccount: \"67422402\"\nreason_it: \"Bollo\"\nexempt: [{id: minori, when: {lt: [age, 18]}}, {id: altri}]\n",
    ),
    (
        "facts/deadlines/t-uno.yaml",
        "deadline_kind: do_within\nanchor: permit_expiry\nside: before\nspan: 60 days\nnot_before: {span: 90 days, side: before}\nbest_from: {span: 60 days, side: before}\nsuspended_in_august: true\nusual: 4-12 months\nlegal_force: peremptory\n",
    ),
    (
        "facts/terms/bollo.yaml",
        "name_it: \"Marca da bollo\"\naka: [bollo]\nacronym: MB\nnot_to_confuse_with: [bollo]\nkeep_italian: true\n",
    ),
    (
        "facts/trees/albero.yaml",
        "purpose: eligibility\nstart: q\nnodes:\n  q: {node: question, question_kind: single, fact: years, options: [uno, due], skip_allowed: true, sensitive: true, next: [{when: {eq: [years, uno]}, go: si}, {go: no}]}\n  si: {node: outcome, verdict: likely_yes, procedures: [p-uno], services: [s-uno], contacts: [c-uno], office_types: [anagrafe]}\n  no: {node: outcome, verdict: ask_desk, contacts: [c-uno]}\n",
    ),
    (
        "facts/services/s-uno.yaml",
        "organisation: ente\noffices: [anagrafe-alfa]\nfee: f-uno\nlanguages: [it, ar]\nrelated_procedures: [p-uno]\n",
    ),
    (
        "facts/contacts/c-uno.yaml",
        "contact_kind: hotline\nvalue: \"112\"\nlanguages: [it]\nfree: true\nemergency: true\nanonymous: true\n",
    ),
    ("facts/office-types/anagrafe.yaml", "name_it: \"Ufficio anagrafe\"\n"),
    ("facts/office-types/consolato.yaml", "name_it: \"Consolato\"\nanywhere: true\n"),
    (
        "facts/organisations/ente.yaml",
        "name_it: \"Comune di Alfa\"\norganisation_kind: municipality\ncontacts: [c-uno]\n",
    ),
    ("facts/holidays/lunedi.yaml", "name_it: \"Lunedì di prova\"\nafter_easter: 50\n"),
    ("facts/holidays/festa.yaml", "name_it: \"Festa di prova\"\nday: 09-20\n"),
    ("facts/phrases/frase.yaml", "situation: anagrafe\nreplies: [si, no]\n"),
];

const PLACES: [(&str, &str); 3] = [
    (
        "territories/valle/offices/anagrafe-alfa.yaml",
        "organisation: ente\noffice_types: [anagrafe]\nname_it: \"Anagrafe di Alfa\"\naddress: {street: \"Via Uno 1\", postcode: \"20021\", town: \"Alfa\"}\nphone: \"02 000\"\nhours:\n  - {days: mon-fri, time: 09:00-12:30, by_appointment: true, service: \"certificati\"}\n  - {days: [mon, wed], time: 14:00-16:00}\nexceptions: [{from: 2026-12-24, to: 2026-12-26, hours: [{days: thu, time: 09:00-10:00}], reason: \"Natale\"}]\nlanguages: [{language: ar, hours: [{days: mon, time: 09:00-10:00}], by: mediator}]\nappointment: {walk_in: true, url: \"https://www.example.it/p\", phone: \"02 001\"}\nemail: a@example.it\npec: b@example.it\nurl: \"https://www.example.it/o\"\ncontacts: [c-uno]\nserves: [\"015001\"]\nstep_free: true\nask: anagrafe-alfa\n",
    ),
    (
        "territories/valle/notices/avviso.yaml",
        "severity: change\npublish_from: 2026-11-01\nexpires_on: 2026-12-31\naffects: [p-uno, anagrafe-alfa]\nmunicipalities: [\"015001\"]\n",
    ),
    (
        "territories/valle/territory.yaml",
        "name_it: \"Valle\"\nask: anagrafe-alfa\noffices: {anagrafe: [anagrafe-alfa]}\noverlays:\n  - {item: p-uno, field: official_url, value: \"https://www.example.it/v\", reason: \"sito proprio\", source: {norm: \"delibera\", url: \"https://www.example.it/d\", title: \"Delibera\", read_on: 2026-11-01}}\nmunicipalities:\n  - {istat: \"015001\", name_it: \"Alfa\", patron_saint: 12-07}\n  - {istat: \"015002\", name_it: \"Beta\", patron_saint: unknown, offices: {anagrafe: [anagrafe-alfa]}, owner: sportello, verified_on: 2026-11-20, verified_by: sportello, verify_by: 2026-12-20}\n",
    ),
];

const OTHERS: [(&str, &str); 5] = [
    (
        "tests/trees/albero.yaml",
        "cases:\n  - {why: \"Da un anno\", answers: {q: uno}, today: 2026-11-23, outcome: si}\n  - {why: \"Non risponde\", answers: {}, outcome: no}\n",
    ),
    (
        "territories/valle/overlays/015001.yaml",
        "- {item: p-uno, field: \"steps.spedire.law_duration\", value: 30 days, reason: \"convenzione\", source: {url: \"https://www.example.it/c\", read_on: 2026-11-01}}\n- {item: anagrafe-alfa, field: phone, value: unknown, reason: \"cambiato\", source: {norm: \"avviso\", read_on: 2026-11-01}}\n",
    ),
    ("ui/ar.ftl", "ciao = أهلا\n"),
    ("ui/it.ftl", "ciao = Ciao\n"),
    ("README.md", "per chi scrive\n"),
];

const ITALIAN: [(&str, &str); 11] = [
    (
        "p-uno",
        "title: \"Rinnovo\"\nshort: \"Rinnovare il [[term:bollo|bollo]].\"\nwho_for: \"Per chi ha un permesso.\"\nresult: \"Ricevi **il permesso** nuovo.\"\neligibility.valido: \"Il permesso è valido.\"\neligibility.altro: \"Hai altro.\"\nmistake.aspettare: \"Non aspettare.\"\nright.lavorare: \"Puoi lavorare.\"\nstep.preparare.title: \"Prepara\"\nstep.preparare.do: \"Prepara i fogli.\"\nstep.spedire.title: \"Spedisci\"\nstep.spedire.do: \"Paga {fee:f-uno} entro {deadline:t-uno} a {office:anagrafe}; chiama {contact:c-uno}.\"\nstep.spedire.document.d-uno: \"Porta la copia.\"\n",
    ),
    (
        "p-due",
        "title: \"Altro\"\nshort: \"Altro.\"\nwho_for: \"Per tutti.\"\nresult: \"Nulla.\"\nstep.x.title: \"Aspetta\"\nstep.x.do: \"Aspetta.\"\n",
    ),
    ("d-uno", "title: \"Permesso di soggiorno\"\n"),
    (
        "f-uno",
        "title: \"Marca da bollo\"\nexempt.minori: \"I minori\"\nexempt.altri: \"Gli altri\"\n",
    ),
    ("t-uno", "title: \"Prima della scadenza\"\n"),
    (
        "bollo",
        "name: \"Marca da bollo\"\ndefinition: \"Una tassa che si paga in tabaccheria.\"\nsay: \"mar-ca da bol-lo\"\n",
    ),
    (
        "albero",
        "title: \"Posso?\"\nq.text: \"Da quanti anni?\"\nq.option.uno: \"Uno\"\nq.option.due: \"Due\"\nsi.text: \"Forse sì.\"\nno.text: \"Chiedi.\"\n",
    ),
    ("s-uno", "title: \"Sportello\"\nwhat: \"Aiuta.\"\nfor_whom: \"Per tutti.\"\n"),
    ("c-uno", "title: \"Emergenze\"\n"),
    ("frase", "say: \"Vorrei un certificato\"\nreply.si: \"Sì\"\nreply.no: \"No\"\n"),
    ("avviso", "title: \"Chiuso\"\nbody: \"L'ufficio è chiuso.\"\n"),
];

const MORE_ITALIAN: [(&str, &str); 2] = [
    ("anagrafe", "title: \"Anagrafe\"\nwhat: \"Qui ti iscrivi.\"\n"),
    ("consolato", "title: \"Consolato\"\nwhat: \"Qui rinnovi il passaporto.\"\n"),
];

const NOTE: &str = "id: nota\nstep: spedire\nnote_kind: practice\ntext_it: \"Si fa così.\"\nauthor_role: sportello\nwritten_on: 2026-11-21\n";

/// Writes the sample into a new folder.
pub(crate) fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    for (file, own) in FACTS.iter().chain(&PLACES) {
        let successor = if file.contains("p-due") { "p-uno" } else { "p-due" };
        let meta = META.replace("replaced_by: p-due", &format!("replaced_by: {successor}"));
        write(root, file, &format!("{own}{meta}"));
    }
    for (file, text) in OTHERS {
        write(root, file, text);
    }
    for (id, text) in ITALIAN.iter().chain(&MORE_ITALIAN) {
        write(root, &format!("text/it/{id}.yaml"), text);
    }
    write(root, "text/ar/c-uno.yaml", "title: \"طوارئ\"\n");
    let note: String =
        format!("{NOTE}{META}").trim().lines().map(|line| format!("  {line}\n")).collect();
    write(root, "operators/p-uno.yaml", &note.replacen("  id", "- id", 1));
    dir
}

/// Writes a file of the folder.
pub(crate) fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// Replaces a text in a file of the folder, which must hold it.
pub(crate) fn change(root: &Path, file: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(root.join(file)).unwrap();
    assert!(text.contains(from), "{file} does not hold «{from}»");
    write(root, file, &text.replacen(from, to, 1));
}
