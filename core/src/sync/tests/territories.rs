//! Territories side by side: added from a poster, chosen, removed, and never mixed.

use std::sync::Barrier;

use super::poster::{ADIGE, Wall, open, other, poster, put_facts, shipped};
use super::repository::{BASE, Server};
use super::web::Web;
use crate::personal::Settings;
use crate::ports::{Request, Response, Transport, TransportError};
use crate::screens::{BannerKind, InboxState};
use crate::territories::{grouped, of_root};
use crate::{ApiError, Config, Core, SyncMode};

fn banners(core: &Core) -> Vec<BannerKind> {
    let header = core.home().unwrap().header;
    header.banners.into_iter().map(|banner| banner.kind).collect()
}

fn words(text: &crate::screens::Text) -> String {
    format!("{:?}", text.runs)
}

fn municipality(core: &Core) -> Option<String> {
    core.settings().unwrap().municipality
}

fn live_in(core: &Core, name: &str) -> Result<(), ApiError> {
    core.set_settings(&Settings { municipality: Some(name.into()), ..core.settings().unwrap() })
}

#[test]
fn an_offer_is_what_the_poster_prints_and_touches_nothing() {
    let wall = Wall::new();
    let offer = wall.core.territory_offer(&wall.qr()).unwrap();
    assert_eq!((offer.id.as_str(), offer.name.as_str()), ("adige", "Adige Nord"));
    assert_eq!((offer.host.as_str(), offer.repository.as_str()), ("contenuti.example", ADIGE));
    assert_eq!(offer.fingerprint, grouped(&of_root(&wall.adige.root())));
    wall.nothing_is_left();
}

#[test]
fn an_added_territory_is_read_only_once_it_is_chosen_and_outlives_a_restart() {
    let mut wall = Wall::new();
    let report = wall.add().unwrap();
    assert_eq!((report.problem, report.applied.len()), (None, 2));
    assert_eq!(wall.known(), ["adda", "adige"]);
    assert!(!banners(&wall.core).contains(&BannerKind::AddedTerritory));
    wall.core.choose_territory("adige").unwrap();
    for _ in 0..2 {
        let home = wall.core.home().unwrap();
        assert_eq!(home.territory.as_deref(), Some("Adige Nord"));
        let banner = home.header.banners.first().unwrap();
        assert_eq!(banner.kind, BannerKind::AddedTerritory);
        let said = words(&banner.text);
        assert!(said.contains("Adige Nord") && said.contains("contenuti.example"), "{said}");
        let listed = wall.core.territories().unwrap().territories;
        let listed: Vec<_> =
            listed.iter().map(|one| (&*one.id, one.came_with_app, one.current)).collect();
        assert_eq!(listed, [("adda", true, false), ("adige", false, true)]);
        wall.restart();
    }
    assert!(wall.sync().unwrap().up_to_date);
    wall.core.choose_territory("adda").unwrap();
    assert!(!banners(&wall.core).contains(&BannerKind::AddedTerritory));
    assert!(matches!(wall.core.choose_territory("mincio"), Err(ApiError::InvalidInput { .. })));
}

#[test]
fn each_territory_keeps_the_municipality_that_was_chosen_in_it() {
    let mut wall = Wall::new();
    put_facts(&mut wall.own, 2, "Adda");
    wall.own.release();
    wall.sync().unwrap();
    live_in(&wall.core, "Trento").unwrap();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    assert_eq!(municipality(&wall.core), None);
    assert!(wall.core.home().unwrap().header.municipality.is_none());
    live_in(&wall.core, "1").unwrap();
    wall.restart();
    assert_eq!(municipality(&wall.core).as_deref(), Some("1"));
    wall.core.choose_territory("adda").unwrap();
    assert_eq!(municipality(&wall.core).as_deref(), Some("Trento"));
    wall.core.choose_territory("adige").unwrap();
    wall.core.remove_territory("adige").unwrap();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    assert_eq!(municipality(&wall.core), None, "it was removed");
}

#[test]
fn a_removed_territory_leaves_the_app_s_own_and_nothing_on_the_disk() {
    let mut wall = Wall::new();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    wall.core.remove_territory("adige").unwrap();
    wall.nothing_is_left();
    assert_eq!(wall.core.home().unwrap().header.banners.len(), 1, "the development keys alone");
    for id in ["adige", "adda"] {
        let refused = wall.core.remove_territory(id);
        assert!(matches!(refused, Err(ApiError::InvalidInput { .. })), "{id}");
    }
    wall.restart();
    wall.nothing_is_left();
    wall.add().unwrap();
    assert_eq!(wall.known(), ["adda", "adige"]);
}

#[test]
fn what_was_half_added_or_half_removed_is_gone_at_the_next_opening() {
    let mut wall = Wall::new();
    wall.add().unwrap();
    std::fs::remove_file(wall.folder.path().join("added/adige/territory.json")).unwrap();
    wall.restart();
    wall.nothing_is_left();
    assert!(wall.add().is_ok());
}

#[test]
fn a_damaged_trust_database_of_an_added_territory_starts_from_the_root_of_its_poster() {
    let mut wall = Wall::new();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    wall.core.close().unwrap();
    std::fs::write(wall.folder.path().join("added/adige/trust.db"), [b'x'; 9000]).unwrap();
    wall.core = open(wall.folder.path(), &[shipped(&wall.own, BASE)]).unwrap();
    assert_eq!(wall.core.home().unwrap().territory.as_deref(), Some("Adige Nord"));
    assert_eq!(wall.sync().unwrap().problem, None);
}

#[test]
fn the_poster_stays_right_when_the_keys_were_rotated_since() {
    let mut wall = Wall::new();
    let qr = wall.qr();
    wall.adige.rotate(super::repository::key(8));
    wall.adige.release();
    let report = wall.core.add_territory(&qr, &wall.web()).unwrap();
    assert_eq!(report.problem, None);
}

#[test]
fn an_inbox_of_an_added_territory_is_not_used_until_the_reader_agreed_to_that_very_address() {
    let mut wall = Wall::new();
    let inbox = |wall: &Wall| wall.core.inbox().unwrap();
    let state = |wall: &Wall| {
        let all = wall.core.territories().unwrap().territories;
        all.iter().find(|one| one.id == "adige").unwrap().inbox
    };
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    assert_eq!((inbox(&wall), state(&wall)), (None, InboxState::None));
    assert!(wall.core.agree_to_inbox("adige", true).is_err(), "there is none");
    let publish = |wall: &mut Wall, inbox| {
        wall.adige.inbox = Some(inbox);
        wall.adige.put_again_catalog();
        wall.adige.release();
        assert_eq!(wall.sync().unwrap().problem, None);
    };
    publish(&mut wall, "https://contenuti.example/posta");
    assert_eq!((inbox(&wall), state(&wall)), (None, InboxState::Ask));
    wall.core.agree_to_inbox("adige", true).unwrap();
    assert_eq!(state(&wall), InboxState::Agreed);
    assert_eq!(inbox(&wall).as_deref(), Some("https://contenuti.example/posta"));
    wall.restart();
    assert_eq!(state(&wall), InboxState::Agreed);
    wall.core.agree_to_inbox("adige", false).unwrap();
    assert_eq!((inbox(&wall), state(&wall)), (None, InboxState::Ask));
    wall.core.agree_to_inbox("adige", true).unwrap();
    publish(&mut wall, "https://altrove.example/posta");
    assert_eq!((inbox(&wall), state(&wall)), (None, InboxState::Ask));
    assert!(wall.core.agree_to_inbox("adda", true).is_err(), "it came with the app");
}

#[test]
fn an_inbox_of_the_app_s_own_territory_needs_no_word() {
    let mut wall = Wall::new();
    wall.own.inbox = Some("https://example.invalid/posta");
    wall.own.put_again_catalog();
    wall.own.release();
    wall.sync().unwrap();
    assert_eq!(wall.core.inbox().unwrap().as_deref(), Some("https://example.invalid/posta"));
}

/// Never floors of a root that a poster brought under the name of a territory that the app brings.
#[test]
fn an_app_that_brings_the_territory_wins_over_the_one_that_was_added() {
    let mut wall = Wall::new();
    wall.add().unwrap();
    wall.core.choose_territory("adige").unwrap();
    let genuine = other("adige", "Adige Nord", 9);
    wall.restart_with(&[shipped(&wall.own, BASE), shipped(&genuine, ADIGE)]);
    let home = wall.core.home().unwrap();
    assert!(home.empty && wall.core.territories().unwrap().territories[1].came_with_app);
    assert!(!banners(&wall.core).contains(&BannerKind::AddedTerritory));
    wall.adige = genuine;
    assert_eq!(wall.sync().unwrap().problem, None);
    assert!(!wall.core.home().unwrap().empty);
    assert!(!wall.folder.path().join("added/adige").exists());
    assert!(wall.core.remove_territory("adige").is_err());
}

#[test]
fn several_territories_of_the_app_have_databases_of_their_own() {
    let mut wall = Wall::new();
    let list = [shipped(&wall.own, BASE), shipped(&wall.adige, ADIGE)];
    wall.restart_with(&list);
    assert_eq!(wall.known(), ["adda", "adige"]);
    wall.core.choose_territory("adige").unwrap();
    assert!(wall.core.home().unwrap().empty);
    wall.sync().unwrap();
    assert_eq!(wall.core.home().unwrap().territory.as_deref(), Some("Adige Nord"));
    wall.restart_with(&list);
    assert_eq!(wall.core.home().unwrap().territory.as_deref(), Some("Adige Nord"));
    assert!(!banners(&wall.core).contains(&BannerKind::AddedTerritory));
    wall.core.choose_territory("adda").unwrap();
    assert!(wall.core.home().unwrap().territory.is_none(), "its facts name none");
}

#[test]
fn the_addresses_that_the_app_brings_are_asked_in_turn() {
    let mut wall = Wall::new();
    let mut own = shipped(&wall.own, "https://gone.invalid/adda");
    own.repository.push(BASE.into());
    wall.restart_with(&[own]);
    assert_eq!(wall.sync().unwrap().problem, None);
}

#[test]
fn a_damaged_list_is_an_error_of_open_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        data_dir: folder.path().into(),
        territories: Some(b"{\"territories\":".to_vec()),
        ..Config::default()
    };
    let clock = std::sync::Arc::new(crate::ports::SystemClock);
    let refused = Core::open(config, clock).map(drop).unwrap_err();
    assert!(
        matches!(&refused, ApiError::InvalidInput { reason } if reason.contains("territories.json"))
    );
}

#[test]
fn before_the_own_territory_is_known_nothing_is_added() {
    let wall = Wall::new();
    let folder = tempfile::tempdir().unwrap();
    let core = super::phone::core_at(folder.path(), &wall.own).unwrap();
    let refused = core.add_territory(&poster(&wall.adige, ADIGE), &wall.web());
    assert!(matches!(refused, Err(ApiError::InvalidInput { .. })), "{refused:?}");
    core.sync(&wall.web(), SyncMode::All).unwrap();
    core.add_territory(&poster(&wall.adige, ADIGE), &wall.web()).unwrap();
}

/// Tries out what a transport must not do, while a territory is being added.
struct Meddling<'a>(&'a Wall, Web<'a>);

impl Transport for Meddling<'_> {
    fn get(&self, request: &Request) -> Result<Response, TransportError> {
        let Self(wall, web) = self;
        assert!(wall.core.remove_territory("adige").is_err());
        assert!(wall.core.add_territory(&wall.qr(), web).is_err());
        assert_eq!(wall.known(), ["adda"]);
        wall.core.choose_territory("adda").unwrap();
        web.get(request)
    }
}

#[test]
fn a_transport_that_calls_back_waits_for_nobody() {
    let wall = Wall::new();
    wall.core.add_territory(&wall.qr(), &Meddling(&wall, wall.web())).unwrap();
    assert_eq!(wall.known(), ["adda", "adige"]);
}

#[test]
fn territories_are_switched_and_removed_while_screens_are_read() {
    let wall = Wall::new();
    wall.add().unwrap();
    let begin = Barrier::new(3);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                begin.wait();
                for _ in 0..60 {
                    let home = wall.core.home().unwrap();
                    let added = home
                        .header
                        .banners
                        .iter()
                        .any(|one| one.kind == BannerKind::AddedTerritory);
                    assert_eq!(
                        added,
                        home.territory.is_some(),
                        "a banner of one over the content of the other"
                    );
                    wall.core.territories().unwrap();
                }
            });
        }
        begin.wait();
        for _ in 0..10 {
            wall.core.choose_territory("adige").unwrap();
            wall.core.choose_territory("adda").unwrap();
            wall.core.choose_territory("adige").unwrap();
            wall.core.remove_territory("adige").unwrap();
            wall.add().unwrap();
        }
    });
    wall.core.close().unwrap();
}

#[test]
fn an_interruption_leaves_nothing() {
    struct Interrupting<'a>(&'a Wall, Server<'a>, u32, std::sync::atomic::AtomicU32);
    impl Transport for Interrupting<'_> {
        fn get(&self, request: &Request) -> Result<Response, TransportError> {
            use std::sync::atomic::Ordering;
            if self.3.fetch_add(1, Ordering::SeqCst) == self.2 {
                self.0.core.interrupt();
            }
            let url = request.url.replace(ADIGE, BASE);
            self.1.get(&Request { url, ..request.clone() })
        }
    }
    let wall = Wall::new();
    let added = (0..20).find(|request| {
        let web = Interrupting(&wall, Server::honest(&wall.adige), *request, 0.into());
        match wall.core.add_territory(&wall.qr(), &web) {
            Ok(_) => true,
            Err(error) => {
                assert_eq!(error, ApiError::Interrupted);
                wall.nothing_is_left();
                false
            }
        }
    });
    assert!(added.is_some_and(|requests| requests > 5), "{added:?}");
}
