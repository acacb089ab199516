//! From the editors' files to a reader offline, in two languages.

use cittadini_core::screens::{BannerKind, Direction, Run, Translation};
use cittadini_tests::{Phone, Workshop, day, sync};

#[test]
fn what_editors_write_is_read_offline_in_two_languages() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading("ar", Some("Valprova"));
    let core = phone.open(day(0));
    assert!(core.home().unwrap().empty);

    let report = sync(&core).unwrap();
    assert_eq!(report.problem, None);
    assert!(report.applied.iter().any(|pack| pack.pack == "text-ar"));
    server.stop();
    core.close().unwrap();
    drop(core);

    let core = phone.open(day(0));
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert_eq!((screen.title.language.as_str(), screen.title.direction), ("ar", Direction::Rtl));
    assert_eq!(screen.title.translation, Translation::Machine);
    assert_eq!(screen.title_it.plain(), "Permesso di prova");
    assert!(screen.translation.is_some_and(|label| !label.dismissible));
    assert_eq!(screen.steps.len(), 2);
}

#[test]
fn the_seed_opens_with_no_network_and_says_that_it_is_not_confirmed() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let mut phone = Phone::new(&workshop, "http://127.0.0.1:1").reading("ar", None);
    phone.config.seed = Some(workshop.seed());
    // An app that was installed long ago still shows its content, with its age.
    let core = phone.open(day(4_000));
    let home = core.home().unwrap();
    assert!(!home.empty);
    assert_eq!(home.languages.len(), 2);
    let banners: Vec<BannerKind> = home.header.banners.iter().map(|banner| banner.kind).collect();
    assert!(banners.contains(&BannerKind::NotConfirmed), "{banners:?}");
    assert!(banners.contains(&BannerKind::NotCheckedStrong), "{banners:?}");
}

#[test]
fn a_damaged_seed_is_an_error_or_a_screen_that_is_not_empty() {
    const BLOCK: usize = 512;
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let whole = std::fs::read(workshop.seed()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let seed = folder.path().join("damaged.tar");
    let mut untrusted = 0;
    for place in (BLOCK / 2..whole.len()).step_by(BLOCK) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        std::fs::write(&seed, bytes).unwrap();
        let mut phone = Phone::new(&workshop, "http://127.0.0.1:1");
        phone.config.seed = Some(seed.clone());
        match phone.try_open(day(0)) {
            Ok(core) => assert!(!core.home().unwrap().empty, "byte {place}"),
            Err(cittadini_core::ApiError::Untrusted { .. }) => untrusted += 1,
            Err(error) => panic!("byte {place}: {error}"),
        }
    }
    assert!(untrusted > 0);
}

#[test]
fn an_empty_folder_without_a_root_opens_and_is_empty() {
    let workshop = Workshop::invented();
    let mut phone = Phone::new(&workshop, "http://127.0.0.1:1");
    phone.config.root = None;
    let core = phone.open(day(0));
    let home = core.home().unwrap();
    assert!(home.empty && home.groups.is_empty());
    assert_eq!(home.header.banners[0].kind, BannerKind::Empty);
    assert!(matches!(sync(&core), Err(cittadini_core::ApiError::InvalidInput { .. })));
}

#[test]
fn a_folder_that_has_a_root_needs_none() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let mut phone = Phone::new(&workshop, &server.url());
    sync(&phone.open(day(0))).unwrap();
    phone.config.root = None;
    let core = phone.open(day(1));
    assert!(!core.home().unwrap().empty);
    assert!(sync(&core).unwrap().up_to_date);
}

#[test]
fn development_keys_are_named_on_every_screen() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    sync(&core).unwrap();
    let headers = [
        core.home().unwrap().header,
        core.procedures().unwrap().header,
        core.procedure("permesso-di-prova").unwrap().header,
        core.offices().unwrap().header,
        core.office("ufficio-prove-valprova").unwrap().header,
        core.terms().unwrap().header,
        core.freshness().unwrap().header,
    ];
    for header in headers {
        assert_eq!(header.banners.first().map(|banner| banner.kind), Some(BannerKind::Development));
    }
}

#[test]
fn a_language_that_is_missing_falls_back_and_says_so() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).reading("uk", None).open(day(0));
    sync(&core).unwrap();
    let screen = core.procedure("permesso-di-prova").unwrap();
    assert_eq!(screen.title.language, "it");
    assert!(screen.title.fallback);
    assert!(screen.translation.is_some());
}

#[test]
fn a_change_of_the_italian_makes_its_translation_stale() {
    let workshop = Workshop::invented();
    cittadini::translated::record_translations(
        &workshop.content(),
        "ar",
        &[],
        cittadini_core::model::TranslationKind::Reviewed,
        "mediazione",
        jiff::civil::date(2026, 11, 20),
    )
    .unwrap();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).reading("ar", None).open(day(0));
    sync(&core).unwrap();
    let before = core.procedure("permesso-di-prova").unwrap();
    assert_eq!((before.title.translation, before.title.stale), (Translation::Reviewed, false));
    assert!(before.translation.is_none());

    workshop.edit("text/it/permesso-di-prova.yaml", "Ricevi una carta.", "Ricevi una carta blu.");
    workshop.publish(day(1));
    sync(&core).unwrap();
    let after = core.procedure("permesso-di-prova").unwrap();
    assert!(after.title.stale);
    assert!(after.translation.is_some_and(|label| label.stale));
    assert!(!core.procedure("permesso-di-prova").unwrap().title.runs.is_empty());
}

#[test]
fn a_term_in_a_sentence_is_a_run_that_the_glossary_explains() {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).open(day(0));
    sync(&core).unwrap();
    let screen = core.procedure("permesso-di-prova").unwrap();
    let linked = screen.steps[0]
        .action
        .runs
        .iter()
        .any(|run| matches!(run, Run::Term { id, .. } if id == "t-bollo"));
    assert!(linked);
    assert_eq!(screen.terms.len(), 1);
    assert_eq!(core.terms().unwrap().terms[0].name_it, "Marca di prova");
}

#[test]
fn the_frame_speaks_before_there_is_content_and_in_arabic_once_its_pack_is_here() {
    let workshop = Workshop::real();
    workshop.publish(day(0));
    let server = workshop.serve();
    let core = Phone::new(&workshop, &server.url()).reading("ar", None).open(day(0));
    assert_eq!(core.labels().unwrap().headings.steps.plain(), "Passi");
    sync(&core).unwrap();
    let steps = core.labels().unwrap().headings.steps;
    assert_eq!((steps.plain().as_str(), steps.language.as_str()), ("الخطوات", "ar"));
}
