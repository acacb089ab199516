//! Which items are told, to whom, and since when.

use serde_json::{Value, json};

use super::super::what::What;
use super::{Phone, details, fee, list, procedure, told, with};
use crate::content::read::Reading;
use crate::screens::{Change, Since};

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
fn an_item_that_is_retired_names_its_successor_and_is_news_no_more() {
    let item = |fields: Value| with(&json!({"id": "p", "kind": "procedure"}), fields);
    let retired = item(json!({"replaced_by": "q"}));
    assert_eq!(told(item(json!({})), retired.clone()), list([("replaced_by", "", "q")]));
    let edited = item(json!({"replaced_by": "q", "official_url": "https://a.example"}));
    assert_eq!(told(retired, edited), list([]));
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
