//! Who comes back sees at once what changed for her, and nothing else.

use cittadini::serve::Server;
use cittadini_core::Core;
use cittadini_core::screens::{Change, ChangeDetail, ChangedItem, Changes, Direction, Run, Since};
use cittadini_tests::{Phone, Workshop, day, sync};
use serde_json::json;

const FEE: &str = "facts/fees/f-bollo-di-prova.yaml";

/// A team that has published once, and its server.
fn published() -> (Workshop, Server) {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    (workshop, server)
}

/// A phone that has synced, read in a language and a municipality.
fn synced(
    workshop: &Workshop,
    server: &Server,
    language: &str,
    home: Option<&str>,
) -> (Phone, Core) {
    let phone = Phone::new(workshop, &server.url()).reading(language, home);
    let core = phone.open(day(0));
    sync(&core).unwrap();
    (phone, core)
}

fn ids(screen: &Changes) -> Vec<&str> {
    screen.items.iter().map(|item| item.id.as_str()).collect()
}

fn only(core: &Core) -> ChangedItem {
    let mut items = core.changes(None).unwrap().items;
    assert_eq!(items.len(), 1, "{items:#?}");
    items.remove(0)
}

fn money(detail: &ChangeDetail) -> (Vec<Run>, Vec<Run>) {
    let runs = |text: &Option<cittadini_core::screens::Text>| {
        text.as_ref().map(|text| text.runs.clone()).unwrap_or_default()
    };
    (runs(&detail.before), runs(&detail.after))
}

#[test]
fn a_changed_fee_is_told_in_the_reader_s_language_with_its_procedure() {
    let (workshop, server) = published();
    for (language, name, direction) in
        [("ar", "المبلغ", Direction::Rtl), ("it", "Importo", Direction::Ltr)]
    {
        let (_phone, core) = synced(&workshop, &server, language, None);
        let from = workshop.publish(day(0)).release;
        let (old, new) = if language == "ar" { ("16.00", "17.00") } else { ("17.00", "16.00") };
        workshop.edit(FEE, old, new);
        let to = workshop.publish(day(1)).release;
        assert_eq!(sync(&core).unwrap().records_written, 1);

        let screen = core.changes(None).unwrap();
        assert_eq!((screen.from_release, screen.to_release), (Some(from), Some(to)));
        assert_eq!(screen.to_day.as_deref(), Some("2026-11-24"));
        let item = only(&core);
        assert_eq!((item.kind.as_str(), item.how), ("fee", Change::Changed));
        assert_eq!((item.title.language.as_str(), item.title.direction), (language, direction));
        assert_eq!(item.procedures.len(), 1);
        assert_eq!(item.procedures[0].id, "permesso-di-prova");
        assert_eq!(item.procedures[0].title.language, language);
        assert!(item.freshness.is_some());
        let detail = &item.details[0];
        assert_eq!((detail.kind.as_str(), detail.text.plain().as_str()), ("amount", name));
        let cents = |cents: u64| vec![Run::Money { cents }];
        let expected = if language == "ar" { (1_600, 1_700) } else { (1_700, 1_600) };
        assert_eq!(money(detail), (cents(expected.0), cents(expected.1)));
    }
}

#[test]
fn a_first_install_and_a_seed_have_nothing_to_compare_with() {
    let (workshop, server) = published();
    let (_phone, core) = synced(&workshop, &server, "it", None);
    let screen = core.changes(None).unwrap();
    assert_eq!((screen.items.len(), screen.from_release, screen.to_release), (0, None, Some(1)));

    let mut phone = Phone::new(&workshop, "http://127.0.0.1:1").reading("ar", None);
    phone.config.seed = Some(workshop.seed());
    assert_eq!(phone.open(day(0)).changes(None).unwrap().items, []);
    phone.config.seed = None;
    let empty = Phone::new(&workshop, "http://127.0.0.1:1").open(day(0));
    assert_eq!(empty.changes(None).unwrap().to_release, None);
}

#[test]
fn what_was_changed_and_changed_back_is_no_news() {
    let (workshop, server) = published();
    let (_phone, core) = synced(&workshop, &server, "it", None);
    for (number, old, new) in [(2, "16.00", "17.00"), (3, "17.00", "16.00")] {
        workshop.edit(FEE, old, new);
        assert_eq!(workshop.publish(day(1)).release, number);
        sync(&core).unwrap();
    }
    assert_eq!(core.changes(None).unwrap().items, []);
    let since = |number| core.changes(Some(&Since::Release { number })).unwrap();
    assert_eq!(ids(&since(3)), ["f-bollo-di-prova"], "who read release 2 saw 17 euros");
    assert_eq!((since(3).from_release, since(4).from_release), (Some(2), None));
    assert_eq!(since(4).items, []);
}

#[test]
fn a_phone_that_skipped_releases_compares_with_what_it_had() {
    let (workshop, server) = published();
    let (_phone, core) = synced(&workshop, &server, "it", None);
    for (old, new) in [("16.00", "17.00"), ("17.00", "18.50")] {
        workshop.edit(FEE, old, new);
        workshop.publish(day(1));
    }
    sync(&core).unwrap();
    let screen = core.changes(None).unwrap();
    assert_eq!((screen.from_release, screen.to_release), (Some(1), Some(3)));
    let item = only(&core);
    let expected = (vec![Run::Money { cents: 1_600 }], vec![Run::Money { cents: 1_850 }]);
    assert_eq!(money(&item.details[0]), expected);
}

#[test]
fn a_day_asks_for_what_has_arrived_since_and_not_for_what_was_made_since() {
    let (workshop, server) = published();
    let (phone, core) = synced(&workshop, &server, "it", None);
    workshop.edit(FEE, "16.00", "17.00");
    workshop.publish(day(1));
    drop(core);
    // Made on the 24th, fetched on the 28th: who looked on the 26th has not seen it.
    let core = phone.open(day(5));
    sync(&core).unwrap();
    let since = |iso: &str| core.changes(Some(&Since::Day { iso: iso.into() })).unwrap();
    assert_eq!(ids(&since("2026-11-26")), ["f-bollo-di-prova"]);
    assert_eq!(since("2026-11-29").items, []);
}

#[test]
fn an_office_is_news_where_it_is_in_charge_and_nowhere_else() {
    let (workshop, server) = published();
    let (_valprova, here) = synced(&workshop, &server, "ar", Some("Valprova"));
    let (_montefinto, elsewhere) = synced(&workshop, &server, "ar", Some("Montefinto"));
    workshop.edit(
        "territories/terra-di-prova/offices/ufficio-prove-valprova.yaml",
        "{days: [wed], time: 14:00-17:00, by_appointment: true}",
        "{days: [wed], time: 15:00-18:00, by_appointment: true}",
    );
    workshop.publish(day(1));
    sync(&here).unwrap();
    sync(&elsewhere).unwrap();
    assert_eq!(elsewhere.changes(None).unwrap().items, []);
    let item = only(&here);
    assert_eq!(item.title.plain(), "Comune di Valprova - Ufficio prove");
    assert_eq!(item.procedures[0].id, "permesso-di-prova");
    let detail = &item.details[0];
    assert_eq!(detail.text.plain(), "مواعيد العمل يوم الأربعاء");
    let after = detail.after.as_ref().unwrap();
    assert!(after.plain().contains("15:00") && after.direction == Direction::Rtl);
}

#[test]
fn an_overlay_of_one_municipality_is_no_news_in_another() {
    let (workshop, server) = published();
    let (_valprova, elsewhere) = synced(&workshop, &server, "it", Some("Valprova"));
    let (_montefinto, here) = synced(&workshop, &server, "it", Some("Montefinto"));
    let overlay = "territories/terra-di-prova/overlays/999002.yaml";
    workshop.edit(
        overlay,
        "value: \"https://example.org/montefinto\"",
        "value: \"https://example.org/nuova\"",
    );
    workshop.publish(day(1));
    sync(&here).unwrap();
    sync(&elsewhere).unwrap();
    assert_eq!(elsewhere.changes(None).unwrap().items, []);
    let item = only(&here);
    assert_eq!(item.id, "permesso-di-prova");
    assert_eq!(item.details[0].kind, "official_url");
}

#[test]
fn a_revised_sentence_names_its_step_and_a_better_translation_is_no_news() {
    let (workshop, server) = published();
    let (_phone, core) = synced(&workshop, &server, "ar", None);
    let translation = workshop.read("text/ar/permesso-di-prova.yaml");
    let better = translation.replacen("step.preparare.do: \"", "step.preparare.do: \"أولا، ", 1);
    assert_ne!(better, translation);
    workshop.write("text/ar/permesso-di-prova.yaml", &better);
    workshop.publish(day(1));
    sync(&core).unwrap();
    assert_eq!(core.changes(None).unwrap().items, []);

    workshop.edit(
        "text/it/permesso-di-prova.yaml",
        "Prendi il foglio blu.",
        "Scarica il foglio blu.",
    );
    workshop.publish(day(2));
    sync(&core).unwrap();
    let item = only(&core);
    assert_eq!(item.id, "permesso-di-prova");
    let [detail] = item.details.as_slice() else { panic!("{:#?}", item.details) };
    assert_eq!((detail.kind.as_str(), detail.text.language.as_str()), ("instructions", "ar"));
    let step = core.procedure("permesso-di-prova").unwrap().steps[0].title.clone();
    assert_eq!(detail.part, Some(step));
}

#[test]
fn an_item_that_was_only_verified_again_is_no_news() {
    let (workshop, server) = published();
    let (_phone, core) = synced(&workshop, &server, "it", None);
    workshop.edit(FEE, "verified_on: 2026-11-01", "verified_on: 2026-11-20");
    workshop.publish(day(1));
    assert_eq!(sync(&core).unwrap().records_written, 1);
    let screen = core.changes(None).unwrap();
    assert_eq!((screen.items.len(), screen.to_release), (0, Some(2)));
}

#[test]
fn a_procedure_comes_with_its_title_and_goes_with_the_one_it_had() {
    let workshop = Workshop::invented();
    for folder in ["facts/procedures", "text/it", "text/ar"] {
        let text = workshop.read(&format!("{folder}/permesso-di-prova.yaml"));
        let text = text.replace("Permesso di prova", "Secondo permesso");
        workshop.write(&format!("{folder}/secondo-permesso.yaml"), &text);
    }
    workshop.publish(day(0));
    let server = workshop.serve();
    let (_phone, core) = synced(&workshop, &server, "ar", None);
    for folder in ["facts/procedures", "text/it", "text/ar"] {
        workshop.remove(&format!("{folder}/secondo-permesso.yaml"));
    }
    workshop.publish(day(1));
    sync(&core).unwrap();
    let item = only(&core);
    assert_eq!((item.id.as_str(), item.how), ("secondo-permesso", Change::Removed));
    assert_eq!(
        (item.title.plain().as_str(), item.title.language.as_str()),
        ("Secondo permesso", "it")
    );
    assert!(item.title.fallback && item.freshness.is_none() && item.details.is_empty());
}

#[test]
fn a_paper_that_is_no_longer_asked_for_is_named_with_its_step() {
    let (workshop, server) = published();
    let (_phone, core) = synced(&workshop, &server, "it", None);
    workshop.edit(
        "facts/procedures/permesso-di-prova.yaml",
        "    documents:\n      - {document: foglio-blu, original: true}\n",
        "",
    );
    workshop.publish(day(1));
    sync(&core).unwrap();
    let item = only(&core);
    let detail = &item.details[0];
    assert_eq!(detail.kind, "document_removed");
    assert_eq!(detail.part.as_ref().unwrap().plain(), "Consegna il foglio");
    assert_eq!(detail.text.plain(), "Per questo passo non serve più");
    let title = core.procedure("permesso-di-prova").unwrap().steps[0].documents[0].title.clone();
    assert_eq!((detail.before.clone(), detail.after.clone()), (Some(title), None));
}

#[test]
fn a_notice_that_begins_to_hold_here_is_new() {
    let (workshop, server) = published();
    let (_phone, core) = synced(&workshop, &server, "it", Some("Valprova"));
    let closed = "territories/terra-di-prova/notices/n-ufficio-chiuso.yaml";
    workshop.edit(closed, "municipalities: [\"999002\"]", "municipalities: [\"999001\"]");
    workshop.publish(day(1));
    sync(&core).unwrap();
    let item = only(&core);
    assert_eq!((item.kind.as_str(), item.how), ("notice", Change::Added));
}

#[test]
fn a_kind_of_a_newer_release_breaks_no_screen() {
    let (workshop, server) = published();
    let (_phone, core) = synced(&workshop, &server, "it", None);
    for minutes in [3, 4] {
        workshop.publish_changed(day(minutes), |records| {
            records.push(json!({"id": "zz-video", "kind": "video", "minutes": minutes}));
            for fee in records.iter_mut().filter(|record| record["id"] == "f-bollo-di-prova") {
                fee["amounts"][0]["cents"] = json!(1_600 + minutes);
            }
        });
        sync(&core).unwrap();
    }
    assert_eq!(ids(&core.changes(None).unwrap()), ["f-bollo-di-prova"]);
}

#[test]
fn a_database_that_was_rebuilt_has_forgotten_and_shows_nothing() {
    let (workshop, server) = published();
    let (phone, core) = synced(&workshop, &server, "it", None);
    workshop.edit(FEE, "16.00", "17.00");
    workshop.publish(day(1));
    sync(&core).unwrap();
    assert_eq!(core.changes(None).unwrap().items.len(), 1);
    core.close().unwrap();
    std::fs::remove_file(phone.data().join("content.db")).unwrap();
    let core = phone.open(day(1));
    assert!(!core.home().unwrap().empty);
    let screen = core.changes(None).unwrap();
    assert_eq!((screen.items.len(), screen.from_release), (0, None));
}

#[test]
fn after_many_releases_a_season_is_remembered_and_no_more() {
    let (workshop, server) = published();
    let (phone, core) = synced(&workshop, &server, "it", None);
    drop(core);
    let mut amount = "16.00".to_owned();
    for release in 1..=20 {
        let next = format!("16.{:02}", release + 10);
        workshop.edit(FEE, &amount, &next);
        amount = next;
        let today = day(release * 7);
        workshop.publish(today);
        sync(&phone.open(today)).unwrap();
    }
    let core = phone.open(day(140));
    let screen = core.changes(None).unwrap();
    // Twelve weeks fit into 90 days: the oldest release that is remembered is that of week 8.
    assert_eq!((screen.from_release, screen.to_release), (Some(8), Some(21)));
    let item = only(&core);
    let expected = (vec![Run::Money { cents: 1_617 }], vec![Run::Money { cents: 1_630 }]);
    assert_eq!(money(&item.details[0]), expected);
}
