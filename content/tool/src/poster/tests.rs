use cittadini_core::model::Catalog;
use proptest::prelude::*;

use super::*;

const URL: &str = "https://contenuti.example.org/terra-di-prova/";

fn identity(name: &str) -> Identity {
    let catalog = Catalog {
        territory: "terra-di-prova".into(),
        name_it: name.into(),
        languages: ["it", "en", "ar", "fr"].map(String::from).to_vec(),
        municipalities: vec!["Valprova".into(), "Montefinto".into()],
        ..Catalog::default()
    };
    Identity { catalog, root: b"a root".to_vec(), root_version: 3, development: false }
}

/// What a camera makes of the drawing.
fn scanned(page: &str) -> String {
    let (_, after) = page.split_once("viewBox=\"0 0 ").unwrap();
    let side: usize = after.split(' ').next().unwrap().parse().unwrap();
    let (_, path) = after.split_once("<path d=\"").unwrap();
    let path = path.split('"').next().unwrap();
    let mut dark = std::collections::BTreeSet::new();
    for module in path.split('M').filter(|module| !module.is_empty()) {
        let (x, rest) = module.split_once(' ').unwrap();
        let y = rest.split('h').next().unwrap();
        dark.insert((x.parse::<usize>().unwrap(), y.parse::<usize>().unwrap()));
    }
    const MODULE: usize = 5;
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(side * MODULE, side * MODULE, |x, y| {
            if dark.contains(&(x / MODULE, y / MODULE)) { 0 } else { 255 }
        });
    let codes = picture.detect_grids();
    codes.first().expect("a code").decode().expect("a text").1
}

#[test]
fn a_camera_reads_the_code_and_the_core_reads_the_offer() {
    let identity = identity("Forlì d'Adda");
    let page = poster(&identity, URL).unwrap();
    let read = Invitation::parse(&scanned(&page)).unwrap();
    assert_eq!(read, invitation(&identity, URL).unwrap());
    assert_eq!((read.name.as_str(), read.host.as_str()), ("Forlì d'Adda", "contenuti.example.org"));
    assert_eq!(read.root_version, 3);
}

#[test]
fn the_page_shows_what_the_phone_will_show_and_asks_nothing_of_anybody() {
    let identity = identity("Terra di prova");
    let page = poster(&identity, URL).unwrap();
    let offered = invitation(&identity, URL).unwrap();
    for group in offered.grouped().split(' ') {
        assert!(page.contains(group), "{group}");
    }
    for word in [
        "Terra di prova",
        "contenuti.example.org",
        "confronta",
        "compare name",
        "dir=\"rtl\"",
        "Valprova",
    ] {
        assert!(page.contains(word), "{word}");
    }
    for word in ["<script", "src=", "href=", "url(", "@import", "PROVA: chiavi"] {
        assert!(!page.contains(word), "{word}");
    }
    assert_eq!(page, poster(&identity, URL).unwrap());
}

#[test]
fn a_poster_of_development_keys_says_so_in_big_letters() {
    let page = poster(&Identity { development: true, ..identity("Terra di prova") }, URL).unwrap();
    assert!(page.contains("class=\"trial\""));
}

#[test]
fn what_no_phone_would_take_is_not_printed() {
    for url in ["http://example.org", "https://example.org/?a", "example.org"] {
        assert!(poster(&identity("Terra di prova"), url).is_err(), "{url}");
    }
    for name in ["\u{410}dda", "Adda <b>", "A"] {
        assert!(poster(&identity(name), URL).is_err(), "{name}");
    }
    let far = format!("https://{}example.org/{}", "a.".repeat(100), "b/".repeat(300));
    assert!(poster(&identity("Terra di prova"), &far).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_poster_is_read_by_a_camera(name in "[A-Z][a-zàèéìòù ']{2,60}[a-z]", path in "[a-z/-]{0,60}") {
        let url = format!("https://example.org/{path}");
        if let Ok(page) = poster(&identity(&name), &url) {
            prop_assert_eq!(&Invitation::parse(&scanned(&page)).unwrap().name, &name);
        }
    }
}
