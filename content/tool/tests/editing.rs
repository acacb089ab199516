//! What an editor does with the command: begins an item, a language, a territory, fills it in, looks at it, publishes it.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use desk::{Desk, files, json};
use serde_json::Value;

mod desk;

/// The day on which everybody works and reads.
const DAY: &str = "2026-11-23";

/// Replaces texts in a file, each of which it must hold.
fn fill(desk: &Desk, file: &str, changes: &[(&str, &str)]) {
    let path = desk.path("content").join(file);
    let mut text = fs::read_to_string(&path).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{file} does not hold «{from}»:\n{text}");
        text = text.replace(from, to);
    }
    fs::write(path, text).unwrap();
}

/// What every item carries, filled in.
const META: [(&str, &str); 3] = [
    ("confidence: ", "confidence: low "),
    ("url: \"\"  ", "url: \"https://example.org/fonte\"  "),
    ("read_on: ", "read_on: 2026-11-20 "),
];

fn fill_procedure(desk: &Desk, id: &str) {
    let facts = format!("facts/procedures/{id}.yaml");
    fill(desk, &facts, &META);
    fill(
        desk,
        &facts,
        &[
            ("group: ", "group: famiglia "),
            ("actor: ", "actor: me "),
            ("# channel: []", "channel: [home]"),
            ("# free: ", "free: true "),
            ("cite: \"\"", "cite: \"art. 2 del regolamento inventato\""),
            ("human_contact: ", "human_contact: telefono-di-prova "),
        ],
    );
    let words = format!("text/it/{id}.yaml");
    fill(desk, &words, &[(": \"\"", ": \"Porta il foglio.\"")]);
    fill(
        desk,
        &words,
        &[("title: \"Porta il foglio.\"\nshort", "title: \"Carta di prova\"\nshort")],
    );
}

fn missing(report: &Value) -> Vec<String> {
    let found = report["missing"].as_array().unwrap();
    found.iter().map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

/// Publishes the content for a territory; returns how a reader is asked about it.
fn reader(desk: &Desk, territory: &str) -> String {
    let place = format!("--content content --territory {territory}");
    desk.ok(&format!("keys init --keys k-{territory} --development {place} --clock {DAY}"));
    desk.ok(&format!(
        "publish --dev --keys k-{territory} --to r-{territory} {place} --clock {DAY}"
    ));
    desk.ok(&format!("seed --repository r-{territory} --to {territory}.tar"));
    format!(
        "reader --data d-{territory} --root k-{territory}/root.json --seed {territory}.tar --clock {DAY} --json"
    )
}

#[test]
fn a_procedure_that_was_begun_says_what_is_missing_and_filled_in_reaches_a_phone() {
    let desk = Desk::new();
    let line = format!("new procedure carta-di-prova --step preparare,portare --today {DAY}");
    let report = json(&desk.ok(&format!("{line} --json")));
    let written = ["facts/procedures/carta-di-prova.yaml", "text/it/carta-di-prova.yaml"];
    assert_eq!(report["written"], serde_json::json!(written));
    let said = missing(&report);
    assert!(said.contains(&"Il campo «human_contact» è vuoto.".to_owned()), "{said:?}");
    assert!(said.contains(&"Il testo «step.portare.do» è vuoto.".to_owned()), "{said:?}");
    for finding in report["missing"].as_array().unwrap() {
        assert!(written.contains(&finding["file"].as_str().unwrap()), "{finding}");
        assert!(finding["line"].is_u64() && finding["fix"].is_string(), "{finding}");
    }
    assert_eq!(desk.code("check"), Some(1));

    fill_procedure(&desk, "carta-di-prova");
    let checked = json(&desk.ok(&format!("check --json --today {DAY}")));
    assert_eq!(checked["errors"], 0);
    let reader = reader(&desk, "terra-di-prova");
    let screen = json(&desk.ok(&format!("{reader} procedure carta-di-prova")));
    assert_eq!(screen["title"]["runs"][0]["text"], "Carta di prova");
    assert_eq!(screen["steps"].as_array().unwrap().len(), 2);
    assert_eq!(screen["freshness"]["verify_by"], "2027-02-21");
    let shown = desk.ok(&format!("show carta-di-prova --clock {DAY}"));
    assert!(shown.contains("Carta di prova") && shown.contains("Porta il foglio."), "{shown}");
}

#[test]
fn an_office_that_was_begun_is_all_unknown_and_filled_in_reaches_a_phone() {
    let desk = Desk::new();
    let refused = desk.run("new office sportello-nuovo");
    assert_eq!(refused.status.code(), Some(8));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("--organisation") && said.contains("comune-di-valprova"), "{said}");
    let refused =
        desk.run("new office sportello-nuovo --organisation comune-di-valprova --lang en");
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("--type") && said.contains("ufficio-prove"), "{said}");
    let line = format!(
        "new office sportello-nuovo --organisation comune-di-valprova --type ufficio-prove --name Sportello --today {DAY}"
    );
    let wrong = desk.run(&line.replace("comune-di-valprova", "comune-di-valprov"));
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert!(said.contains("Volevi dire «comune-di-valprova»?"), "{said}");

    let said = desk.ok(&line);
    assert!(said.contains("Che cosa manca ancora"), "{said}");
    assert!(said.contains("ufficio-prove: [sportello-nuovo]"), "{said}");
    let file = "territories/terra-di-prova/offices/sportello-nuovo.yaml";
    assert!(said.contains(&format!("{file}:6:1")), "{said}");
    fill(&desk, file, &META);
    desk.ok(&format!("check --today {DAY}"));
    let shown = desk.ok(&format!("show sportello-nuovo --clock {DAY}"));
    assert!(shown.contains("Non sappiamo: indirizzo, telefono, orari"), "{shown}");
    let reader = reader(&desk, "terra-di-prova");
    let screen = json(&desk.ok(&format!("{reader} office sportello-nuovo")));
    assert_eq!(screen["office"]["name_it"], "Sportello");
    assert_eq!(screen["office"]["phone"], Value::Null);
    assert_eq!(screen["office"]["ask"], "ufficio-prove-valprova");
}

#[test]
fn a_territory_that_was_begun_says_which_offices_it_lacks_and_filled_in_reaches_a_phone() {
    let desk = Desk::new();
    let line = format!(
        "new territory valle-nuova --name Vallenuova --municipality 999101=Altura 999102=Bassura --today {DAY} --json"
    );
    let report = json(&desk.ok(&line));
    let office = "territories/valle-nuova/offices/sportello-valle-nuova.yaml";
    let territory = "territories/valle-nuova/territory.yaml";
    assert_eq!(report["written"], serde_json::json!([territory, office]));
    assert_eq!(report["unresolved"], serde_json::json!(["ufficio-prove"]));
    assert!(missing(&report).contains(&"Il campo «organisation» è vuoto.".to_owned()));

    for file in [territory, office] {
        fill(&desk, file, &META);
    }
    fill(
        &desk,
        office,
        &[
            ("organisation: ", "organisation: comune-di-valprova "),
            ("office_types: ", "office_types: [ufficio-prove] "),
            ("name_it: \"\"", "name_it: \"Sportello di Vallenuova\""),
        ],
    );
    let place = format!("--territory valle-nuova --today {DAY}");
    let unresolved = desk.run(&format!("check --json {place}"));
    let found = json(&String::from_utf8(unresolved.stdout).unwrap());
    let rules = found["findings"].as_array().unwrap().iter().map(|finding| &finding["rule"]);
    assert!(rules.into_iter().any(|rule| rule == "office-not-resolved"), "{found}");
    let offices = "offices: {ufficio-prove: [sportello-valle-nuova]}\nask: ";
    fill(&desk, territory, &[("ask: ", offices)]);
    desk.ok(&format!("check {place}"));
    let reader = reader(&desk, "valle-nuova");
    let home = json(&desk.ok(&format!("{reader} home")));
    assert_eq!(home["territory"], "Vallenuova");
    assert_eq!(home["municipalities"][1]["name"], "Bassura");
    let offices = json(&desk.ok(&format!("{reader} offices --municipality Altura")));
    assert_eq!(offices["offices"][0]["name_it"], "Sportello di Vallenuova");
}

/// A territory with a desk, filled in as far as `check` wants it.
fn new_territory(desk: &Desk) {
    desk.ok(&format!(
        "new territory valle-nuova --name Vallenuova --municipality 999101=Altura --today {DAY}"
    ));
    let office = "territories/valle-nuova/offices/sportello-valle-nuova.yaml";
    let territory = "territories/valle-nuova/territory.yaml";
    fill(desk, territory, &META);
    fill(desk, office, &META);
    fill(
        desk,
        office,
        &[
            ("organisation: ", "organisation: comune-di-valprova "),
            ("office_types: ", "office_types: [ufficio-prove] "),
            ("name_it: \"\"", "name_it: \"Sportello di Vallenuova\""),
        ],
    );
    let offices = "offices: {ufficio-prove: [sportello-valle-nuova]}\nask: ";
    fill(desk, territory, &[("ask: ", offices)]);
    desk.ok(&format!("check --territory valle-nuova --today {DAY}"));
}

/// Whether every screen of a phone says that its territory did not come with the app.
fn says_so_everywhere(desk: &Desk, phone: &str) -> bool {
    let screens = [
        "home",
        "procedures",
        "procedure permesso-di-prova",
        "offices",
        "terms",
        "notices",
        "changes",
        "freshness",
    ];
    let said = screens.map(|screen| {
        let screen = json(&desk.ok(&format!("{phone} {screen}")));
        let banner = &screen["header"]["banners"][0];
        let text = banner["text"]["runs"][0]["text"].as_str().unwrap_or_default();
        banner["kind"] == "added_territory"
            && text.contains("Vallenuova")
            && text.contains("127.0.0.1")
    });
    assert!(said.iter().all(|all| *all == said[0]), "{said:?}");
    said[0]
}

/// From nothing to a phone that reads it: a new territory, its first release, its poster, and the code on it.
#[test]
fn a_new_territory_comes_from_its_poster_to_a_phone_of_another_one() {
    let desk = Desk::new();
    new_territory(&desk);
    reader(&desk, "terra-di-prova");
    reader(&desk, "valle-nuova");
    let serve = |name: &str| cittadini::serve::Server::start(&desk.path(name), 0).unwrap();
    let (own, new) = (serve("r-terra-di-prova"), serve("r-valle-nuova"));

    let list = format!("territories r-terra-di-prova={} --to territories.json", own.url());
    assert_eq!(desk.code(&list), Some(1), "development keys");
    assert_eq!(json(&desk.ok(&format!("{list} --dev --json")))["territories"][0], "terra-di-prova");
    let twice =
        format!("territories r-terra-di-prova={0} r-valle-nuova={0} --dev --to two", own.url());
    desk.ok(&twice);
    let poster = format!("poster --repository r-valle-nuova --url {} --to poster.html", new.url());
    assert_eq!(desk.code(&poster), Some(1), "development keys");
    let printed = json(&desk.ok(&format!("{poster} --dev --json")));
    let qr = printed["qr"].as_str().unwrap();
    assert!(fs::read_to_string(desk.path("poster.html")).unwrap().contains("Vallenuova"));

    let phone = format!("reader --data phone --territories territories.json --clock {DAY} --json");
    desk.ok(&format!("{phone} sync"));
    let offer = json(&desk.ok(&format!("{phone} territory-offer {qr}")));
    assert_eq!(offer["fingerprint"], printed["fingerprint"]);
    assert_eq!(desk.code(&format!("{phone} add-territory {qr}")), Some(8), "nobody can be asked");
    let report = json(&desk.ok(&format!("{phone} add-territory {qr} --yes")));
    assert_eq!(report["problem"], Value::Null);
    assert!(!says_so_everywhere(&desk, &phone));
    let all = json(&desk.ok(&format!("{phone} choose-territory valle-nuova")));
    assert_eq!(all["territories"][1]["current"], true);
    assert!(says_so_everywhere(&desk, &phone));
    // Its address is known to the phone alone.
    desk.ok(&format!("reader --data phone --clock {DAY} --json sync"));
    let again = desk.run(&format!("{phone} add-territory {qr} --yes"));
    assert_eq!(again.status.code(), Some(8));
    assert!(desk.code(&format!("{phone} agree-to-inbox valle-nuova")) == Some(8), "it has none");
    let left = json(&desk.ok(&format!("{phone} remove-territory valle-nuova")));
    assert_eq!(left["territories"].as_array().unwrap().len(), 1);
    assert!(!says_so_everywhere(&desk, &phone));
    assert!(!desk.path("phone/added/valle-nuova").exists());
}

fn tags(home: &Value) -> Vec<&str> {
    home["languages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["tag"].as_str().unwrap())
        .collect()
}

#[test]
fn a_language_that_was_begun_reaches_phones_with_its_first_translation_and_never_looks_finished() {
    let desk = Desk::new();
    let report = json(&desk.ok("new language FR --json"));
    assert_eq!(report["written"], serde_json::json!(["text/fr/README.md", "ui/fr.ftl"]));
    assert_eq!(report["to_translate"][0]["what"], "emergency");
    assert_eq!(report["missing"][0]["rule"], "untranslated");
    let fix = report["missing"][0]["fix"].as_str().unwrap();
    assert!(fix.contains("non viene pubblicata"), "{fix}");
    let said = desk.ok("new language zh-hans");
    assert!(
        said.contains("--language zh-Hans") && said.contains("1. numeri di emergenza"),
        "{said}"
    );

    desk.ok("check");
    let reader = reader(&desk, "terra-di-prova");
    let home = json(&desk.ok(&format!("{reader} home --language fr")));
    assert_eq!(tags(&home), ["ar", "it"]);

    let words = desk.path("content/text/fr/telefono-di-prova.yaml");
    fs::write(words, "title: \"Numéro inventé\"\nwhat: \"Un numéro qui n'existe pas.\"\n").unwrap();
    fill(&desk, "ui/fr.ftl", &[("# free = Gratis", "free = Gratuit")]);
    desk.ok("translated --language fr --kind human --by traduzioni");
    desk.ok("check");
    let place = "--content content --territory terra-di-prova";
    desk.ok(&format!(
        "publish --dev --keys k-terra-di-prova --to r-terra-di-prova {place} --clock {DAY}"
    ));
    desk.ok("seed --repository r-terra-di-prova --to fr.tar");
    let reader = reader.replace("d-terra", "d-fr").replace("terra-di-prova.tar", "fr.tar");
    let home = json(&desk.ok(&format!("{reader} home --language fr")));
    assert_eq!(tags(&home), ["ar", "fr", "it"]);
    let title = &home["emergency"][0]["title"];
    assert_eq!(
        (&title["runs"][0]["text"], &title["language"]),
        (&"Numéro inventé".into(), &"fr".into())
    );
    let screen = json(&desk.ok(&format!("{reader} procedure permesso-di-prova --language fr")));
    assert_eq!(screen["steps"][0]["free"]["runs"][0]["text"], "Gratuit");
    let title = &screen["title"];
    assert_eq!((&title["language"], &title["fallback"]), (&"it".into(), &true.into()));
    assert!(!screen["translation"].is_null(), "{screen}");
}

#[test]
fn what_is_refused_leaves_everything_as_it_was() {
    let desk = Desk::new();
    let before = files(&desk.path("content"));
    for (line, sentence) in [
        ("new procedure permesso-di-prova", "facts/procedures/permesso-di-prova.yaml"),
        ("new procedure t-bollo", "facts/terms/t-bollo.yaml"),
        ("new procedure n-vecchio", "anche ritirata"),
        ("new procedure Carta", "lettere minuscole"),
        ("new procedure carta --owner Maria", "mai il nome di una persona"),
        ("new procedure carta --step uno,uno", "passo"),
        ("new procedure carta --content keys", "non è una cartella di contenuti"),
        ("new office a --territory altrove --organisation x --type y", "terra-di-prova"),
        ("new language it", "sigla"),
        ("new language francese", "sigla"),
        ("new language ar", "c'è già"),
        ("new territory terra-di-prova --name T --municipality 999103=A", "c'è già"),
        ("new territory altra --name T --municipality 999001=Valprova", "comune-999001"),
        ("new territory altra --name T --municipality Valprova", "ISTAT"),
    ] {
        let output = desk.run(line);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(8), "{line}: {said}");
        assert!(said.contains(sentence), "{line}: {said}");
        assert!(output.stdout.is_empty(), "{line}");
    }
    // No folder can be made where a file stands.
    fs::write(desk.path("content/text/de"), "").unwrap();
    fs::remove_dir_all(desk.path("content/text/ar")).unwrap();
    fs::write(desk.path("content/text/ar"), "").unwrap();
    fs::remove_dir_all(desk.path("content/text/it")).unwrap();
    fs::write(desk.path("content/text/it"), "").unwrap();
    let broken = files(&desk.path("content"));
    let output = desk.run("new procedure carta --json");
    assert_eq!(output.status.code(), Some(1));
    let error = json(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(error["error"]["kind"], "Io");
    assert_eq!(files(&desk.path("content")), broken);
    assert!(before.len() > broken.len());
}

#[test]
fn what_is_shown_is_what_a_reader_of_the_release_sees() {
    let desk = Desk::new();
    let reader = reader(&desk, "terra-di-prova");
    let without_clock = |mut screen: Value| {
        screen["header"]["content_of"].take();
        screen
    };
    for choice in [
        "--language it",
        "--language ar --municipality Montefinto",
        "--language ar,en --municipality 999001 --audience operator",
    ] {
        for (verb, id) in [
            ("procedure permesso-di-prova", "permesso-di-prova"),
            ("office ufficio-prove-valprova", "ufficio-prove-valprova"),
            ("office ufficio-prove-montefinto", "ufficio-prove-montefinto"),
            ("home", "terra-di-prova"),
            ("terms", "t-bollo"),
        ] {
            let read = json(&desk.ok(&format!("{reader} {verb} {choice}")));
            let shown = json(&desk.ok(&format!("show {id} --json --clock {DAY} {choice}")));
            assert_eq!(without_clock(shown), without_clock(read), "{id} {choice}");
        }
    }
    let read = json(&desk.ok(&format!("{reader} offices --municipality Montefinto")));
    let shown = json(&desk.ok(&format!("show comune-999002 --json --clock {DAY}")));
    assert_eq!(without_clock(shown), without_clock(read));
}

#[test]
fn an_item_is_shown_in_arabic_as_a_phone_shows_it() {
    let desk = Desk::new();
    let show =
        format!("show permesso-di-prova --language ar,it --municipality Valprova --clock {DAY}");
    let screen = json(&desk.ok(&format!("{show} --json")));
    assert_eq!(
        (&screen["title"]["language"], &screen["title"]["direction"]),
        (&"ar".into(), &"rtl".into())
    );
    let title = screen["title"]["runs"][0]["text"].as_str().unwrap();
    let page = desk.ok(&show);
    assert!(page.contains(title), "{page}");
    assert!(page.contains("البلدية: Valprova"), "the reader's own words are Arabic, too: {page}");
}

#[test]
fn what_has_no_screen_is_shown_where_it_is_used() {
    let desk = Desk::new();
    let show = |id: &str| json(&desk.ok(&format!("show {id} --json --clock {DAY}")));
    let steps = |id: &str| -> Vec<String> {
        let shown = show(id);
        assert_eq!(shown["uses"][0]["procedure"], "permesso-di-prova", "{shown}");
        let steps = shown["uses"][0]["steps"].as_array().unwrap();
        steps.iter().map(|step| step["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(steps("foglio-blu"), ["preparare", "consegnare"]);
    assert_eq!(steps("f-ignoto"), ["consegnare"]);
    assert_eq!(steps("d-prima-della-scadenza"), ["consegnare"]);
    assert_eq!(steps("ufficio-prove"), ["consegnare"]);
    assert_eq!(show("d-attesa")["uses"][0]["deadlines"][0]["id"], "d-attesa");
    assert_eq!(show("telefono-di-prova")["contact"]["emergency"], true);
    assert_eq!(show("n-nuova-sede")["notices"].as_array().unwrap().len(), 1);
    let page = desk.ok(&format!("show foglio-blu --language ar --clock {DAY}"));
    assert!(page.contains("☐"), "{page}");
}

#[test]
fn what_no_screen_shows_is_said_and_is_no_failure() {
    let desk = Desk::new();
    let said = desk.ok("show comune-di-valprova");
    assert!(said.contains("non mostra ancora gli enti"), "{said}");
    let shown = json(&desk.ok("show comune-di-valprova --json --lang en"));
    assert_eq!((&shown["shown"], &shown["kind"]), (&false.into(), &"organisation".into()));
    let said = desk.ok(&format!("show n-vecchio --clock {DAY}"));
    assert!(said.contains("dal 2026-10-01 al 2026-11-01"), "{said}");
    let said = desk.ok(&format!("show n-ufficio-chiuso --municipality Valprova --clock {DAY}"));
    assert!(said.contains("adesso non mostra"), "{said}");
}

#[test]
fn an_id_that_does_not_exist_is_exit_8_with_the_nearest() {
    let desk = Desk::new();
    let output = desk.run("show permeso-di-prova");
    assert_eq!(output.status.code(), Some(8));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("Volevi dire «permesso-di-prova»?"), "{said}");
    assert_eq!(desk.code("show zzzzzzzzzzzzzzzzzzzzzzzzzz"), Some(8));
    assert_eq!(desk.code("show permesso-di-prova --municipality Atlantide"), Some(8));
}

#[test]
fn errors_elsewhere_do_not_hide_an_item_and_its_own_are_shown_instead_of_it() {
    let desk = Desk::new();
    // A fee of the procedure, and the Arabic words of one of its documents.
    desk.break_two_files();
    let office = desk.run("show ufficio-prove-valprova");
    assert_eq!(office.status.code(), Some(0));
    let said = String::from_utf8(office.stderr).unwrap();
    assert!(said.contains("altri file"), "{said}");
    let term = desk.run("show t-bollo --language ar --json");
    assert_eq!(term.status.code(), Some(0));

    let output = desk.run("show permesso-di-prova --json");
    assert_eq!(output.status.code(), Some(1));
    let report = json(&String::from_utf8(output.stdout).unwrap());
    let file = |at: usize| report["findings"][at]["file"].clone();
    assert_eq!((&report["errors"], file(0)), (&1.into(), "facts/fees/f-breve.yaml".into()));
    let output = desk.run("show permesso-di-prova --language ar");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("text/ar/foglio-blu.yaml:1:"), "{text}");
}

#[test]
fn a_paper_is_shown_in_the_procedures_that_are_sound() {
    let desk = Desk::new();
    desk.ok(&format!("new procedure carta-di-prova --today {DAY}"));
    fill_procedure(&desk, "carta-di-prova");
    let documents = [("# documents: []", "documents: [{document: foglio-blu}]")];
    fill(&desk, "facts/procedures/carta-di-prova.yaml", &documents);
    let uses = |words: &str| -> Vec<Value> {
        let shown = json(&desk.ok(&format!("show foglio-blu --json --clock {DAY} {words}")));
        let uses = shown["uses"].as_array().unwrap();
        uses.iter().map(|found| found["procedure"].clone()).collect()
    };
    assert_eq!(uses(""), ["carta-di-prova", "permesso-di-prova"]);
    fill(&desk, "facts/fees/f-ignoto.yaml", &[("fee_kind", "fee_sort")]);
    assert_eq!(uses(""), ["carta-di-prova"]);
    fill(&desk, "facts/documents/foglio-blu.yaml", &[("name_it", "name")]);
    assert_eq!(desk.code("show foglio-blu"), Some(1));
}

#[test]
fn showing_leaves_nothing_behind() {
    let desk = Desk::new();
    desk.published();
    let before = files(&desk.path("."));
    desk.ok("show permesso-di-prova");
    desk.code("show permeso");
    assert_eq!(files(&desk.path(".")), before);
}
