//! What is told of two versions of an item, kind by kind.

use serde_json::{Value, json};

use super::{Phone, details, fee, list, procedure, told, with};
use crate::screens::Change;

#[test]
fn a_fee_is_told_by_what_is_paid_today_and_by_what_will_be_paid() {
    let old = fee(json!([{"cents": 1600}]));
    assert_eq!(
        told(old.clone(), fee(json!([{"cents": 1700}]))),
        list([("amount", "16,00 €", "17,00 €")])
    );
    let later = json!([{"cents": 1600, "valid_until": "2026-12-31"}, {"cents": 1800, "valid_from": "2027-01-01"}]);
    let phone = Phone::reading("it");
    let items = phone.changed(&old, &fee(later.clone())).items();
    assert_eq!(items[0].details[0].text.plain(), "Importo dal 2027-01-01");
    assert_eq!(told(old.clone(), fee(later.clone())), list([("amount", "16,00 €", "18,00 €")]));
    assert_eq!(told(fee(later), old.clone()), list([("amount", "18,00 €", "16,00 €")]));
    let past = json!([{"cents": 1400, "valid_until": "2013-06-25"}, {"cents": 1600, "valid_from": "2013-06-26"}]);
    assert_eq!(told(old.clone(), fee(past)), list([]));
    assert_eq!(
        told(old.clone(), fee(json!([{}]))),
        list([("amount", "16,00 €", "importo non noto: chiedi all'ufficio")])
    );
}

#[test]
fn how_and_to_whom_a_fee_is_paid_is_told() {
    let old = with(
        &fee(json!([])),
        json!({"pay_how": ["tabaccheria"], "account": "1", "exempt": [{"id": "minori"}]}),
    );
    let new = with(&fee(json!([])), json!({"pay_how": ["tabaccheria", "pagopa"], "account": "2"}));
    assert_eq!(
        told(old, new),
        list([
            ("pay_how", "in tabaccheria", "in tabaccheria, con pagoPA"),
            ("account", "1", "2"),
            ("exempt_removed", "minori", ""),
        ])
    );
}

#[test]
fn what_an_item_says_about_itself_is_no_news() {
    let new = json!({"owner": "altri", "verified_on": "2026-11-09", "verify_by": "2027-11-09", "risk": "low",
                     "sources": [{"norm": "L. 1"}], "marks": [{"field": "amounts", "kind": "volatile"}]});
    let old = fee(json!([{"cents": 1600}]));
    assert_eq!(told(old.clone(), with(&old, new)), list([]));
}

#[test]
fn days_of_validity_are_told_of_every_kind() {
    let old = json!({"id": "p", "kind": "procedure", "valid_until": "2026-12-31"});
    let new = json!({"id": "p", "kind": "procedure", "valid_until": "2027-03-31"});
    assert_eq!(told(old, new), list([("valid_until", "2026-12-31", "2027-03-31")]));
}

#[test]
fn hours_are_told_for_the_days_that_have_others() {
    let all = json!(["monday", "tuesday", "wednesday", "thursday", "friday"]);
    let office =
        |hours: Value| json!({"id": "o", "kind": "office", "name_it": "Anagrafe", "hours": hours});
    let morning = json!({"days": all, "open": "09:00:00", "close": "12:30:00"});
    let old = office(json!([morning]));
    let new =
        office(json!([morning, {"days": ["wednesday"], "open": "14:00:00", "close": "17:00:00"}]));
    let phone = Phone::reading("it");
    let items = phone.changed(&old, &new).items();
    assert_eq!(items[0].title.plain(), "Anagrafe");
    assert_eq!(items[0].details[0].text.plain(), "Orari di mercoledì");
    assert_eq!(
        told(old.clone(), new),
        list([("hours", "09:00-12:30", "09:00-12:30, 14:00-17:00")])
    );
    let unknown = json!({"id": "o", "kind": "office", "name_it": "Anagrafe"});
    assert_eq!(
        told(unknown, old.clone()),
        list([("hours", "Orari non noti", "09:00-12:30"), ("hours", "Orari non noti", "chiuso"),])
    );
    let limited = with(&morning, json!({"service": "certificati"}));
    assert_eq!(told(old, office(json!([limited]))), list([("hours", "", "")]));
}

#[test]
fn closures_to_come_are_told_and_those_that_are_over_are_not() {
    let office = |days: Value| json!({"id": "o", "kind": "office", "name_it": "Anagrafe", "exceptions": days});
    let over = json!({"from": "2026-08-10", "to": "2026-08-14"});
    let closed = json!({"from": "2026-12-24", "to": "2026-12-31"});
    let short = with(
        &closed,
        json!({"hours": [{"days": ["tuesday"], "open": "09:00:00", "close": "10:00:00"}]}),
    );
    assert_eq!(told(office(json!([])), office(json!([over]))), list([]));
    assert_eq!(
        told(office(json!([over])), office(json!([closed]))),
        list([("exception", "orari di sempre", "chiuso")])
    );
    assert_eq!(
        told(office(json!([closed])), office(json!([short]))),
        list([("exception", "chiuso", "martedì 09:00-10:00")])
    );
    assert_eq!(
        told(office(json!([closed])), office(json!([]))),
        list([("exception", "chiuso", "orari di sempre")])
    );
}

#[test]
fn how_an_office_is_reached_is_told_and_what_is_unknown_says_so() {
    let old = json!({"id": "o", "kind": "office", "name_it": "Anagrafe", "phone": "02 1",
        "address": {"street": "Via Uno 1", "town": "Alfa"}, "appointment": {"walk_in": true}});
    let new = json!({"id": "o", "kind": "office", "name_it": "Anagrafe", "email": "a@example.org", "step_free": true,
        "address": {"street": "Via Due 2", "town": "Alfa"}, "appointment": {"walk_in": false},
        "languages": [{"language": "ar", "by": "mediator"}]});
    assert_eq!(
        told(old, new),
        list([
            ("address", "Via Uno 1, Alfa", "Via Due 2, Alfa"),
            ("phone", "02 1", "non noto"),
            ("email", "non indicato", "a@example.org"),
            ("languages", "non indicato", "العربية: c'è un mediatore"),
            ("appointment", "Puoi andare senza appuntamento.", "Serve un appuntamento."),
            ("step_free", "", ""),
        ])
    );
}

#[test]
fn a_term_is_told_by_its_span() {
    let term = |n: u32, force: &str| {
        json!({"id": "d", "kind": "deadline", "anchor": "permit_expiry", "side": "before",
            "span": {"n": n, "unit": "days"}, "legal_force": force})
    };
    assert_eq!(
        told(term(60, "ordinary"), term(90, "peremptory")),
        list([
            (
                "when",
                "60 giorni prima della scadenza del permesso",
                "90 giorni prima della scadenza del permesso"
            ),
            ("peremptory", "", ""),
        ])
    );
}

#[test]
fn a_paper_is_told_by_how_long_it_is_valid() {
    let paper = |n: u32| {
        json!({"id": "c", "kind": "document", "name_it": "Certificato",
            "validity": [{"span": {"n": n, "unit": "months"}}]})
    };
    assert_eq!(
        told(paper(6), paper(3)),
        list([("validity", "Vale 6 mesi dal rilascio", "Vale 3 mesi dal rilascio")])
    );
}

#[test]
fn a_procedure_names_its_steps_and_their_papers_in_the_reader_s_language() {
    let phone = Phone::reading("ar");
    phone
        .says("it", "p", json!({"title": "Rinnovo", "step.a.title": "Prepara"}))
        .says("ar", "p", json!({"title": "تجديد", "step.a.title": "حضّر"}))
        .says("it", "foto", json!({"title": "Foto"}))
        .holds("facts", &json!({"id": "foto", "kind": "document", "name_it": "Foto"}))
        .had(
            "text-it",
            "p",
            "words",
            Some(&json!({"id": "p", "kind": "words", "values":
            {"title": "Rinnovo", "step.a.title": "Prepara", "step.b.title": "Aspetta"}})),
        );
    phone.had(
        "text-it",
        "copia",
        "words",
        Some(&json!({"id": "copia", "kind": "words",
        "values": {"title": "Copia"}})),
    );
    let old = procedure(json!([
        {"id": "a", "documents": [{"document": "copia"}], "free": true},
        {"id": "b", "free": true},
    ]));
    let new = procedure(
        json!([{"id": "a", "documents": [{"document": "foto", "copies": 2}], "free": true}]),
    );
    let items = phone.changed(&old, &new).items();
    assert_eq!((items[0].title.plain().as_str(), items[0].how), ("تجديد", Change::Changed));
    let part = |kind: &str, part: Option<&str>, before: &str, after: &str| {
        (kind.to_owned(), part.map(str::to_owned), before.to_owned(), after.to_owned())
    };
    assert_eq!(
        details(&items[0]),
        [
            part("step_removed", None, "Aspetta", ""),
            part("document_removed", Some("حضّر"), "Copia", ""),
            part("document_added", Some("حضّر"), "", "Foto"),
        ]
    );
    let removed = items[0].details[0].before.clone().unwrap();
    assert!(removed.language == "it" && removed.fallback);
}

#[test]
fn what_is_asked_of_a_paper_and_how_often_a_fee_is_paid_is_told() {
    let phone = Phone::reading("it");
    phone.holds("facts", &json!({"id": "foto", "kind": "document", "name_it": "Foto"}));
    phone.says("it", "foto", json!({"title": "Foto"})).says("it", "f", json!({"title": "Bollo"}));
    let step = |copies: u32, times: u32, free: bool| {
        procedure(json!([{"id": "a", "channel": ["desk"], "free": free,
            "documents": [{"document": "foto", "copies": copies}],
            "fees": [{"fee": "f", "times": times}]}]))
    };
    let items = phone.changed(&step(1, 1, false), &step(2, 2, true)).items();
    let told: Vec<_> =
        items[0].details.iter().map(|detail| (detail.kind.as_str(), detail.text.plain())).collect();
    let words = |words: &str| words.to_owned();
    assert_eq!(
        told,
        [("document", words("Foto")), ("fee", words("Bollo")), ("free", words("Adesso è gratis."))]
    );
}

#[test]
fn a_revised_sentence_names_its_step_and_a_new_requirement_its_words() {
    let phone = Phone::reading("it");
    let old = json!({"id": "p", "kind": "words", "values": {"title": "Rinnovo", "mistake.tardi": "Tardi",
        "step.a.title": "Prepara", "step.a.do": "Prendi il modulo."}});
    phone
        .says(
            "it",
            "p",
            json!({"title": "Rinnovo", "step.a.title": "Prepara", "mistake.tardi": "Troppo tardi",
            "step.a.do": "Scarica il modulo.", "eligibility.adulto": "Hai 18 anni."}),
        )
        .had("text-it", "p", "words", Some(&old));
    let before = procedure(json!([{"id": "a", "free": true}]));
    let now = with(&before, json!({"eligibility": [{"id": "adulto"}]}));
    let items = phone.changed(&before, &now).items();
    let part = |part: &str| Some(part.to_owned());
    assert_eq!(
        details(&items[0]),
        [
            ("requirement_added".to_owned(), None, String::new(), "Hai 18 anni.".to_owned()),
            ("instructions".to_owned(), part("Prepara"), String::new(), String::new()),
            ("mistakes".to_owned(), None, String::new(), String::new()),
        ]
    );
}

#[test]
fn a_step_that_only_moved_is_told_as_another_order() {
    let steps = |ids: [&str; 2]| procedure(json!(ids.map(|id| json!({"id": id, "free": true}))));
    assert_eq!(told(steps(["a", "b"]), steps(["b", "a"])), list([("step_order", "", "")]));
}
