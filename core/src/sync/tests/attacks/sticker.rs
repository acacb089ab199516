//! A sticker over the poster: a code that claims what is known, that names another root, that leads elsewhere.

use super::super::phone::today;
use super::super::poster::{ADIGE, Wall, other, poster, put_facts};
use super::super::repository::{BASE, Fault, Repository, Server, key, pack_of};
use super::super::web::Web;
use crate::screens::BannerKind;
use crate::sync::SyncReport;
use crate::territories::{Invitation, of_root};
use crate::{ApiError, SyncMode};

const STICKER: &str = "https://altrove.example/adige";

/// What was tried is refused with the right error, nothing has changed, and the true poster works.
fn is_withstood(
    wall: &Wall,
    attack: &Result<SyncReport, ApiError>,
    expected: fn(&ApiError) -> bool,
) {
    let error = attack.as_ref().unwrap_err();
    assert!(expected(error), "{error:?}");
    wall.nothing_is_left();
    assert!(wall.sync().unwrap().up_to_date, "the own territory has lost something");
    wall.add().unwrap();
    assert_eq!(wall.known(), ["adda", "adige"]);
    wall.core.remove_territory("adige").unwrap();
}

fn invalid(error: &ApiError) -> bool {
    matches!(error, ApiError::InvalidInput { .. })
}

fn untrusted(error: &ApiError) -> bool {
    matches!(error, ApiError::Untrusted { .. })
}

fn offline(error: &ApiError) -> bool {
    matches!(error, ApiError::Offline { .. })
}

/// A code leads to a repository, whatever it says of it.
fn attack(wall: &Wall, hostile: &Repository, qr: &str) -> Result<SyncReport, ApiError> {
    wall.core.add_territory(qr, &Web::of(vec![(STICKER, Server::honest(hostile))]))
}

fn claims(repository: &Repository, id: &str, name: &str) -> String {
    Invitation::new(STICKER, id, name, 1, &of_root(&repository.root())).unwrap().link()
}

#[test]
fn a_code_that_claims_a_known_id_is_refused_whatever_else_it_says() {
    let wall = Wall::new();
    let hostile = other("adda", "Altra Valle", 7);
    is_withstood(&wall, &attack(&wall, &hostile, &poster(&hostile, STICKER)), invalid);
    // Not even the true root of the known one: a code only adds.
    let same = poster(&wall.own, BASE);
    is_withstood(&wall, &wall.core.add_territory(&same, &wall.web()), invalid);
}

#[test]
fn a_code_that_claims_a_known_name_in_any_spelling_is_refused() {
    let wall = Wall::new();
    for name in ["Adda", "ADDA", "Ad-da", "Àddà", "A d d a", "Adda.", "Lodi", "l0di"] {
        let hostile = other("altra", name, 7);
        is_withstood(&wall, &attack(&wall, &hostile, &claims(&hostile, "altra", name)), invalid);
    }
}

#[test]
fn a_code_with_another_fingerprint_brings_nothing() {
    let wall = Wall::new();
    let hostile = other("adige", "Adige Nord", 9);
    // The true poster, and a server that has another root of the same number.
    let forged =
        wall.core.add_territory(&wall.qr(), &Web::of(vec![(ADIGE, Server::honest(&hostile))]));
    is_withstood(&wall, &forged, untrusted);
    // A root that is signed, of that very repository, and not the one of that number.
    let mut later = other("adige", "Adige Nord", 7);
    later.rotate(key(8));
    let second = later.files["metadata/2.root.json"].clone();
    let qr = Invitation::new(STICKER, "adige", "Adige Nord", 1, &of_root(&second)).unwrap().link();
    later.files.insert("metadata/1.root.json".into(), second);
    is_withstood(&wall, &attack(&wall, &later, &qr), untrusted);
    // The fingerprint of something that no key has signed.
    let mut unsigned = other("adige", "Adige Nord", 7);
    let root = String::from_utf8(unsigned.root()).unwrap();
    let root = root.replacen("ed25519", "ed25518", 1).into_bytes();
    let qr = Invitation::new(STICKER, "adige", "Adige Nord", 1, &of_root(&root)).unwrap().link();
    unsigned.files.insert("metadata/1.root.json".into(), root);
    is_withstood(&wall, &attack(&wall, &unsigned, &qr), untrusted);
}

#[test]
fn a_repository_that_calls_itself_otherwise_than_its_poster_is_not_added() {
    let wall = Wall::new();
    for (id, name) in [("adige", "Adda"), ("adda", "Adige Nord"), ("adige", "Adige nord")] {
        let hostile = other(id, name, 7);
        is_withstood(
            &wall,
            &attack(&wall, &hostile, &claims(&hostile, "adige", "Adige Nord")),
            untrusted,
        );
    }
    // The catalogue says what the poster says, and the packs are of the known territory.
    let mut hostile = Repository::of("adige", "Adige Nord", today(), key(7));
    hostile.put("facts", 1, pack_of("adda", "facts", 1, None, &[("a", "b")]));
    hostile.release();
    is_withstood(&wall, &attack(&wall, &hostile, &poster(&hostile, STICKER)), untrusted);
}

#[test]
fn a_code_that_leads_elsewhere_or_nowhere_brings_nothing() {
    let wall = Wall::new();
    let redirect = wall.add_while("metadata/1.root.json", Fault::Status(302));
    is_withstood(&wall, &redirect, offline);
    for path in ["metadata/1.root.json", "metadata/timestamp.json", "metadata/1.facts.json"] {
        is_withstood(&wall, &wall.add_while(path, Fault::NoConnection), offline);
        is_withstood(&wall, &wall.add_while(path, Fault::Body(b"<html>".to_vec())), offline);
        is_withstood(&wall, &wall.add_while(path, Fault::Endless), untrusted);
        is_withstood(&wall, &wall.add_while(path, Fault::Body(b"{}".to_vec())), untrusted);
    }
    is_withstood(&wall, &wall.add_while("metadata/1.root.json", Fault::Cut(7)), offline);
    let facts = wall.adige.path_of("facts", ".pack");
    is_withstood(&wall, &wall.add_while(&facts, Fault::Status(404)), offline);
}

#[test]
fn a_second_sticker_on_an_added_territory_changes_nothing() {
    let wall = Wall::new();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    let hostile = other("adige", "Altra Valle", 9);
    for qr in [poster(&hostile, STICKER), claims(&hostile, "altra", "ADIGE-NORD"), wall.qr()] {
        let refused = attack(&wall, &hostile, &qr).unwrap_err();
        assert!(invalid(&refused), "{refused}");
        assert!(wall.core.territory_offer(&qr).is_err());
    }
    let listed = wall.core.territories().unwrap().territories;
    assert_eq!((listed.len(), listed[1].host.as_str()), (2, "contenuti.example"));
    assert!(wall.sync().unwrap().up_to_date);
}

#[test]
fn an_added_territory_cannot_rename_itself_into_a_known_one() {
    let mut wall = Wall::new();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    let before = wall.core.home().unwrap();
    wall.adige.name = "Adda";
    put_facts(&mut wall.adige, 2, "Adda");
    wall.adige.put_again_catalog();
    wall.adige.release();
    let renamed = wall.sync().unwrap_err();
    assert!(untrusted(&renamed), "{renamed}");
    assert_eq!(wall.core.home().unwrap(), before);
    // The facts alone say another name: the one of the poster is shown.
    wall.adige.name = "Adige Nord";
    wall.adige.put_again_catalog();
    wall.adige.release();
    assert_eq!(wall.sync().unwrap().problem, None);
    assert_eq!(wall.core.home().unwrap().territory.as_deref(), Some("Adige Nord"));
}

/// The words of a language travel in packs, and an added territory signs its own.
#[test]
fn an_added_territory_cannot_word_the_banner_about_itself() {
    let mut wall = Wall::new();
    let ui = r#"banner-added-territory = Tutto bene
banner-development = Tutto bene"#;
    let line = serde_json::json!({"id": "ui", "kind": "ui", "ftl": ui});
    let header = serde_json::json!({"territory": "adige", "pack": "text-fr", "seq": 1, "schema": "1.0", "facts": {"min": 1}});
    wall.adige.put("text-fr", 1, format!("{header}\n{line}\n").into_bytes());
    wall.adige.put_again_catalog();
    wall.adige.release();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    let settings = crate::personal::Settings { languages: vec!["fr".into()], ..Default::default() };
    wall.core.set_settings(&settings).unwrap();
    let header = wall.core.home().unwrap().header;
    assert_eq!(header.language, "fr");
    let said =
        |kind| format!("{:?}", header.banners.iter().find(|one| one.kind == kind).unwrap().text);
    assert!(said(BannerKind::AddedTerritory).contains("contenuti.example"), "{header:?}");
    assert!(said(BannerKind::Development).contains("Tutto bene"), "the other words are its own");
}

/// A new lineage comes with an app and never with what a server sends.
#[test]
fn a_root_that_does_not_follow_never_starts_an_added_territory_anew() {
    let mut wall = Wall::new();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    let first = wall.core.home().unwrap();
    let mut hostile = other("adige", "Adige Nord", 9);
    hostile.root_key = key(11);
    let root = hostile.next_root(key(10), &[&key(11)]);
    hostile.files.insert("metadata/2.root.json".into(), root);
    put_facts(&mut hostile, 5, "Adige Nord");
    hostile.release();
    let web = Web::of(vec![(ADIGE, Server::honest(&hostile))]);
    assert!(wall.core.sync(&web, SyncMode::All).is_err());
    wall.restart();
    assert!(wall.core.sync(&web, SyncMode::All).is_err());
    assert_eq!(wall.core.home().unwrap(), first);
    assert!(wall.sync().unwrap().up_to_date);
}
