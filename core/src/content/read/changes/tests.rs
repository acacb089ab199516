//! Two versions of an item, and what a reader is told of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use jiff::Timestamp;
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};

use super::what::What;
use crate::content::read::{ReadContext, Reading, ReleaseState};
use crate::content::{change_log, store};
use crate::l10n::L10n;
use crate::model::Audience;
use crate::screens::{Change, ChangedItem, Changes, Since};

const ARABIC: &str = include_str!("../../../../../content/ui/ar.ftl");

/// A phone whose content is 17 days into 2026-11, with one release in its log.
struct Phone {
    db: Connection,
    context: ReadContext,
}

impl Phone {
    fn reading(language: &str) -> Self {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(store::TABLES).unwrap();
        db.execute_batch(change_log::TABLES).unwrap();
        db.execute_batch(
            "INSERT INTO arrival VALUES (2, '2026-11-10', '2026-11-12', 1, '2026-11-01')",
        )
        .unwrap();
        let chain = vec![language.to_owned()];
        let l10n = L10n::new(&chain, |tag| (tag == "ar").then(|| ARABIC.to_owned())).unwrap();
        let context = ReadContext {
            chain,
            l10n: l10n.into(),
            municipality: None,
            audience: Audience::Person,
            now: "2026-11-17T09:00:00Z".parse::<Timestamp>().unwrap(),
            release: ReleaseState::default(),
            settings_lost: false,
        };
        Self { db, context }
    }

    fn holds(&self, pack: &str, item: &Value) -> &Self {
        let (id, kind) = (item["id"].as_str().unwrap(), item["kind"].as_str().unwrap());
        self.db
            .execute(
                "INSERT INTO record VALUES (?1, ?2, ?3, ?4)",
                (pack, id, kind, item.to_string()),
            )
            .unwrap();
        self
    }

    fn says(&self, language: &str, id: &str, values: Value) -> &Self {
        let words = json!({"id": id, "kind": "words", "translation": "original", "values": values});
        self.holds(&format!("text-{language}"), &words)
    }

    /// What release 2 replaced.
    fn had(&self, pack: &str, id: &str, kind: &str, old: Option<&Value>) -> &Self {
        self.db
            .execute(
                "INSERT INTO change VALUES (?1, ?2, 2, ?3, ?4)",
                (pack, id, kind, old.map(Value::to_string)),
            )
            .unwrap();
        self
    }

    /// An item that was another before.
    fn changed(&self, old: &Value, new: &Value) -> &Self {
        let id = new["id"].as_str().unwrap();
        self.holds("facts", new).had("facts", id, new["kind"].as_str().unwrap(), Some(old))
    }

    fn since(&self, since: Option<Since>) -> Changes {
        Reading::new(&self.db, &self.context).unwrap().changes(since.as_ref()).unwrap()
    }

    fn items(&self) -> Vec<ChangedItem> {
        self.since(None).items
    }
}

/// The details of an item: kind, part, before, now.
fn details(item: &ChangedItem) -> Vec<(String, Option<String>, String, String)> {
    let plain = |text: &Option<crate::screens::Text>| {
        text.as_ref().map_or_else(String::new, crate::screens::Text::plain)
    };
    let tell = |detail: &crate::screens::ChangeDetail| {
        let part = detail.part.as_ref().map(crate::screens::Text::plain);
        (detail.kind.clone(), part, plain(&detail.before), plain(&detail.after))
    };
    item.details.iter().map(tell).collect()
}

/// What an Italian reader is told of two versions of an item.
fn told(old: Value, new: Value) -> Vec<(String, String, String)> {
    let phone = Phone::reading("it");
    let items = phone.changed(&old, &new).items();
    let told = items.first().map(details).unwrap_or_default();
    told.into_iter().map(|(kind, _, before, after)| (kind, before, after)).collect()
}

fn with(item: &Value, fields: Value) -> Value {
    let mut item = item.clone();
    for (field, value) in fields.as_object().unwrap() {
        item[field] = value.clone();
    }
    item
}

fn list<const N: usize>(told: [(&str, &str, &str); N]) -> Vec<(String, String, String)> {
    told.map(|(kind, before, after)| (kind.into(), before.into(), after.into())).to_vec()
}

fn fee(amounts: Value) -> Value {
    json!({"id": "f", "kind": "fee", "amounts": amounts})
}

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

fn procedure(steps: Value) -> Value {
    json!({"id": "p", "kind": "procedure", "steps": steps})
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

fn municipality(offices: Value, overlays: Value) -> Value {
    json!({"id": "comune-1", "kind": "municipality", "istat": "1", "name_it": "Alfa", "offices": offices,
        "overlays": overlays})
}

#[test]
fn another_office_in_charge_is_told_with_the_procedures_that_lead_there() {
    let mut phone = Phone::reading("it");
    phone.context.municipality = Some("Alfa".into());
    phone
        .holds("facts", &json!({"id": "nuovo", "kind": "office", "name_it": "Sportello nuovo"}))
        .holds("facts", &json!({"id": "vecchio", "kind": "office", "name_it": "Sportello vecchio"}))
        .holds("facts", &procedure(json!([{"id": "a", "office_type": "anagrafe"}])))
        .says("it", "anagrafe", json!({"title": "Ufficio anagrafe"}))
        .says("it", "p", json!({"title": "Residenza"}));
    phone.changed(
        &municipality(json!({"anagrafe": ["vecchio"], "asl": ["x"]}), json!([])),
        &municipality(json!({"anagrafe": ["nuovo"], "asl": ["x"]}), json!([])),
    );
    let items = phone.items();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].procedures[0].title.plain(), "Residenza");
    assert_eq!(
        details(&items[0]),
        [(
            "office".to_owned(),
            Some("Ufficio anagrafe".to_owned()),
            "Sportello vecchio".to_owned(),
            "Sportello nuovo".to_owned()
        )]
    );
}

#[test]
fn an_overlay_of_the_reader_s_municipality_is_a_change_of_the_item() {
    let overlay = |url: &str| json!([{"item": "p", "field": "official_url", "value": url, "reason": "r", "source": {}}]);
    let mut phone = Phone::reading("it");
    phone.holds("facts", &procedure(json!([]))).changed(
        &municipality(json!({}), overlay("https://a.example")),
        &municipality(json!({}), overlay("https://b.example")),
    );
    assert!(phone.items().is_empty(), "another municipality's overlays are no news");
    phone.context.municipality = Some("1".into());
    let items = phone.items();
    assert_eq!((items.len(), items[0].id.as_str()), (1, "p"));
    assert_eq!(
        details(&items[0]),
        [(
            "official_url".to_owned(),
            None,
            "https://a.example".to_owned(),
            "https://b.example".to_owned()
        )]
    );
}

#[test]
fn what_was_not_for_the_reader_is_new_to_her_and_what_is_not_for_her_is_no_news() {
    let item = |audience: &str| json!({"id": "p", "kind": "procedure", "audience": [audience]});
    for (old, new, how) in [
        ("operator", "person", Some(Change::Added)),
        ("person", "operator", Some(Change::Removed)),
        ("operator", "employer", None),
    ] {
        let phone = Phone::reading("it");
        let items = phone.changed(&item(old), &item(new)).items();
        assert_eq!(items.first().map(|item| item.how), how, "{old} {new}");
    }
}

#[test]
fn a_fee_that_is_new_is_told_by_the_step_that_asks_for_it() {
    let phone = Phone::reading("it");
    phone.holds("facts", &fee(json!([]))).had("facts", "f", "fee", None);
    assert!(phone.items().is_empty());
}

#[test]
fn what_this_core_cannot_read_breaks_nothing() {
    let good = json!({"id": "p", "kind": "procedure", "steps": []});
    let bad = json!({"id": "p", "kind": "procedure", "steps": "many"});
    assert_eq!(told(bad.clone(), good.clone()), list([("revised", "", "")]));
    assert_eq!(told(good.clone(), bad.clone()), list([]));
    assert_eq!(told(bad.clone(), with(&bad, json!({"group": "x"}))), list([]));
    let video = json!({"id": "v", "kind": "video", "minutes": 3});
    assert_eq!(told(video.clone(), with(&video, json!({"minutes": 4}))), list([]));
}

#[test]
fn procedures_come_first_and_then_titles_in_their_order() {
    let phone = Phone::reading("it");
    for (id, kind, title) in
        [("c", "contact", "Zeta"), ("d", "contact", "Alfa"), ("p", "procedure", "Omega")]
    {
        phone.holds("facts", &json!({"id": id, "kind": kind})).had("facts", id, kind, None);
        phone.says("it", id, json!({"title": title}));
    }
    let titles: Vec<String> = phone.items().iter().map(|item| item.title.plain()).collect();
    assert_eq!(titles, ["Omega", "Alfa", "Zeta"]);
}

#[test]
fn the_screen_says_what_is_compared_with_what() {
    let phone = Phone::reading("it");
    phone.changed(&fee(json!([{"cents": 1}])), &fee(json!([{"cents": 2}])));
    phone
        .db
        .execute_batch("INSERT INTO pack VALUES ('facts', 't', 9, 'x', '{}', 2, '2026-11-10')")
        .unwrap();
    for (since, count) in [
        (None, 1),
        (Some(Since::Release { number: 2 }), 1),
        (Some(Since::Release { number: 3 }), 0),
        (Some(Since::Release { number: u64::MAX }), 0),
        (Some(Since::Day { iso: "2026-11-12".into() }), 1),
        (Some(Since::Day { iso: "2026-11-13".into() }), 0),
    ] {
        let screen = phone.since(since.clone());
        assert_eq!(screen.items.len(), count, "{since:?}");
        assert_eq!((screen.to_release, screen.to_day.as_deref()), (Some(2), Some("2026-11-10")));
        let from = (count > 0).then_some(1);
        assert_eq!(screen.from_release, from);
    }
    let reading = Reading::new(&phone.db, &phone.context).unwrap();
    let wrong = Since::Day { iso: "ieri".into() };
    assert!(matches!(reading.changes(Some(&wrong)), Err(crate::Error::InvalidInput(_))));
}

#[test]
fn every_kind_of_detail_has_words_of_its_own_in_every_language() {
    for language in ["it", "en", "ar"] {
        let phone = Phone::reading(language);
        let say = |what: What| phone.context.l10n.say(&what.message());
        let mut said = std::collections::BTreeSet::new();
        for what in What::ALL {
            assert_eq!(say(*what).language, language);
            assert!(said.insert(say(*what).text), "{language}: {}", what.slug());
        }
    }
}

/// Values as a newer release, or damage, may bring them: some right, some almost, some wild.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        "\\PC{0,6}".prop_map(Value::from),
        prop::sample::select(vec![
            "p",
            "f",
            "a",
            "2026-11-17",
            "9999-12-31",
            "-009999-01-01",
            "09:00:00",
            "monday",
            "days",
            "fee:",
            "it",
            "{fee:f}",
            "**x",
            "person",
            "peremptory",
            "before",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let fields = prop::sample::select(vec![
            "id",
            "cents",
            "max_cents",
            "valid_from",
            "valid_until",
            "fee",
            "times",
            "document",
            "copies",
            "validity",
            "span",
            "n",
            "unit",
            "days",
            "open",
            "close",
            "from",
            "to",
            "hours",
            "street",
            "town",
            "language",
            "by",
            "walk_in",
            "when",
            "title",
            "step.a.do",
            "fees",
            "documents",
            "deadlines",
            "a",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(fields.prop_map(str::to_owned), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn item() -> impl Strategy<Value = serde_json::Map<String, Value>> {
    let fields = prop::sample::select(vec![
        "amounts",
        "pay_how",
        "exempt",
        "steps",
        "eligibility",
        "deadlines",
        "human_contact",
        "result_validity",
        "mistakes",
        "norms",
        "validity",
        "issuer_office_type",
        "form_url",
        "span",
        "side",
        "anchor",
        "usual",
        "legal_force",
        "address",
        "phone",
        "hours",
        "exceptions",
        "languages",
        "appointment",
        "email",
        "name_it",
        "offices",
        "overlays",
        "publish_from",
        "expires_on",
        "municipalities",
        "value",
        "contact_kind",
        "audience",
        "replaced_by",
        "valid_from",
        "valid_until",
        "office_types",
        "step_free",
        "istat",
        "values",
        "verify_by",
    ]);
    prop::collection::btree_map(fields.prop_map(str::to_owned), anything(), 0..10)
        .prop_map(|map| map.into_iter().collect())
}

/// An hour of the day, an amount, a span: what a good line has, so that two readable versions meet.
fn good(kind: &str, seed: u32) -> Value {
    let n = seed % 7;
    match kind {
        "fee" => json!({"amounts": [{"cents": n}, {"cents": u64::MAX, "valid_from": "2027-01-01"}],
            "exempt": [{"id": format!("e{n}")}]}),
        "procedure" => {
            json!({"steps": [{"id": format!("s{}", n % 3), "fees": [{"fee": "f", "times": u32::MAX - n}],
            "documents": [{"document": "x", "copies": u32::MAX}], "law_duration": {"n": u32::MAX, "unit": "eons"}},
            {"id": "s1"}, {"id": "s1"}], "eligibility": [{"id": format!("r{n}")}], "deadlines": ["d", "d"]})
        }
        "office" => {
            json!({"hours": [{"days": ["monday", "monday"], "open": "23:00:00", "close": "01:00:00"}],
            "exceptions": [{"from": "9999-12-31", "to": "9999-12-31"}, {"from": "2027-01-02", "to": "2026-12-01"}],
            "languages": [{"language": format!("l{n}")}]})
        }
        "municipality" => {
            json!({"istat": "1", "name_it": "Alfa", "offices": {"a": [format!("o{n}")], "b": []},
            "overlays": [{"item": "x", "field": format!("steps.s{n}.url"), "value": n, "reason": "", "source": {}}]})
        }
        "notice" => {
            json!({"publish_from": "2026-11-01", "expires_on": format!("2026-12-0{}", n + 1)})
        }
        _ => {
            json!({"span": {"n": n, "unit": "days"}, "value": format!("{n}"), "validity": [{"span": {"n": n, "unit": "years"}}]})
        }
    }
}

fn line(kind: &str, id: &str, seed: u32, wild: serde_json::Map<String, Value>) -> Value {
    let mut line = with(&good(kind, seed), Value::Object(wild));
    line["id"] = json!(id);
    line["kind"] = json!(kind);
    line
}

proptest! {
    #[test]
    fn no_two_versions_of_an_item_break_the_screen(
        kind in prop::sample::select(super::KINDS.to_vec()),
        seeds in (any::<u32>(), any::<u32>()),
        wild in (item(), item(), item(), item()),
        at_home in any::<bool>(),
        gone in any::<bool>(),
    ) {
        let id = if kind == "municipality" { "comune-1" } else { "x" };
        let mut phone = Phone::reading("ar");
        phone.context.municipality = at_home.then(|| "1".to_owned());
        let (old, new) = (line(kind, id, seeds.0, wild.0), line(kind, id, seeds.1, wild.1));
        if kind != "municipality" {
            phone.changed(&line("municipality", "comune-1", seeds.1, Default::default()),
                &line("municipality", "comune-1", seeds.0, wild.2.clone()));
        }
        if gone {
            phone.had("facts", id, kind, Some(&old));
        } else {
            phone.changed(&old, &new);
        }
        phone.holds("text-it", &line("words", id, 0, wild.2)).had("text-it", id, "words", Some(&line("words", id, 1, wild.3)));
        let screen = phone.since(None);
        let json = serde_json::to_string(&screen).unwrap();
        prop_assert_eq!(serde_json::from_str::<Changes>(&json).unwrap(), screen);
    }

    #[test]
    fn the_same_version_twice_is_no_news(
        kind in prop::sample::select(super::KINDS.to_vec()), seed in any::<u32>(), wild in item(),
    ) {
        let mut wild = wild;
        // What would make it another municipality's, or another reader's.
        wild.remove("overlays");
        let phone = Phone::reading("it");
        let new = line(kind, "x", seed, wild);
        let old = with(&new, json!({"verified_on": "2026-11-01", "owner": "altri"}));
        prop_assert!(phone.changed(&old, &new).items().is_empty());
    }
}
