//! A second territory on a phone, over a socket: added from its poster, and attacks on the way to it.

use std::path::Path;

use cittadini::poster::invitation;
use cittadini::repository::Identity;
use cittadini_core::screens::BannerKind;
use cittadini_core::sync::HttpTransport;
use cittadini_core::{ApiError, Core};
use cittadini_tests::hostile::{Hostile, whole};
use cittadini_tests::{Phone, Workshop, day, sync};

/// The text of the code on the poster of what lies in a folder.
fn qr(repository: &Path, url: &str) -> String {
    let identity = Identity::of(repository).expect("a release");
    invitation(&identity, url).expect("a poster").link()
}

fn add(core: &Core, qr: &str) -> Result<(), ApiError> {
    core.add_territory(qr, &HttpTransport::new().expect("a transport")).map(drop)
}

fn known(core: &Core) -> Vec<String> {
    let all = core.territories().expect("a list").territories;
    all.into_iter().map(|territory| territory.id).collect()
}

/// A phone of the real content, in front of the poster of the invented one.
struct Street {
    _own: Workshop,
    other: Workshop,
    server: Hostile,
    core: Core,
}

impl Street {
    fn new() -> Self {
        let (own, other) = (Workshop::real(), Workshop::invented());
        own.publish(day(0));
        other.publish(day(0));
        let home = own.serve();
        let core = Phone::new(&own, &home.url()).open(day(0));
        assert_eq!(sync(&core).unwrap().problem, None);
        let server = Hostile::serve(&other.repository());
        Self { _own: own, other, server, core }
    }

    fn qr(&self) -> String {
        qr(&self.other.repository(), &self.server.url())
    }

    fn withstands(&self, attack: Result<(), ApiError>, expected: fn(&ApiError) -> bool) {
        let error = attack.unwrap_err();
        assert!(expected(&error), "{error:?}");
        assert_eq!(known(&self.core), ["comuni-insieme"]);
        self.server.repents();
        add(&self.core, &self.qr()).unwrap();
        assert_eq!(known(&self.core), ["comuni-insieme", "terra-di-prova"]);
        self.core.remove_territory("terra-di-prova").unwrap();
    }
}

fn offline(error: &ApiError) -> bool {
    matches!(error, ApiError::Offline { .. })
}

fn untrusted(error: &ApiError) -> bool {
    matches!(error, ApiError::Untrusted { .. })
}

fn invalid(error: &ApiError) -> bool {
    matches!(error, ApiError::InvalidInput { .. })
}

#[test]
fn a_territory_from_a_poster_is_read_and_every_screen_says_where_it_is_from() {
    let street = Street::new();
    let before = street.core.home().unwrap();
    add(&street.core, &street.qr()).unwrap();
    assert_eq!(street.core.home().unwrap(), before);
    street.core.choose_territory("terra-di-prova").unwrap();
    let core = &street.core;
    let procedure = core.procedures().unwrap().groups[0].procedures[0].id.clone();
    let office = core.offices().unwrap().offices[0].id.clone();
    let headers = [
        core.home().unwrap().header,
        core.procedures().unwrap().header,
        core.procedure(&procedure).unwrap().header,
        core.offices().unwrap().header,
        core.office(&office).unwrap().header,
        core.terms().unwrap().header,
        core.notices().unwrap().header,
        core.changes(None).unwrap().header,
        core.freshness().unwrap().header,
    ];
    for header in headers {
        let banner = &header.banners[0];
        assert_eq!(banner.kind, BannerKind::AddedTerritory);
        assert!(format!("{:?}", banner.text).contains("127.0.0.1"), "{banner:?}");
    }
    assert!(sync(core).unwrap().up_to_date);
    core.choose_territory("comuni-insieme").unwrap();
    assert_eq!(core.home().unwrap(), before);
}

#[test]
fn a_server_that_sends_another_root_or_leads_elsewhere_adds_nothing() {
    let street = Street::new();
    let forged = std::fs::read(street.other.repository().join("metadata/1.root.json")).unwrap();
    let forged = [forged, b"\n".to_vec()].concat();
    street
        .server
        .does(move |asked| asked.path.contains("root.json").then(|| whole("200 OK", "", &forged)));
    street.withstands(add(&street.core, &street.qr()), untrusted);
    let elsewhere = Hostile::serve(&street.other.repository());
    let url = elsewhere.url();
    street.server.does(move |asked| {
        let location = format!("Location: {url}/{}\r\n", asked.path);
        Some(whole("302 Found", &location, b""))
    });
    street.withstands(add(&street.core, &street.qr()), offline);
    assert!(elsewhere.was_asked().is_empty());
}

#[test]
fn a_sticker_with_the_known_id_or_name_asks_nobody() {
    let street = Street::new();
    street.server.was_asked();
    let genuine = street.qr();
    let stickers = [
        genuine.replace("territory=terra-di-prova", "territory=comuni-insieme"),
        genuine.replace("name=Terra%20di%20prova", "name=COMUNI-INSIEME"),
        genuine.replace("name=Terra%20di%20prova", "name=Bollate"),
    ];
    for sticker in stickers {
        assert_ne!(sticker, genuine);
        let attack = add(&street.core, &sticker);
        assert!(street.server.was_asked().is_empty());
        street.withstands(attack, invalid);
        street.server.was_asked();
    }
}
