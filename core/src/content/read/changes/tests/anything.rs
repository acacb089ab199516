//! Lines as a newer release, or damage, may bring them.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Phone, with};
use crate::screens::Changes;

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
        kind in prop::sample::select(super::super::KINDS.to_vec()),
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
        kind in prop::sample::select(super::super::KINDS.to_vec()), seed in any::<u32>(), wild in item(),
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
