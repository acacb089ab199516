//! Notices hold from a day to a day, and where they are for.

use cittadini_tests::{Phone, Workshop, day, sync};

fn shown(municipality: Option<&str>, at: i64) -> Vec<String> {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading("ar", municipality);
    sync(&phone.open(day(0))).unwrap();
    let screen = phone.open(day(at)).notices().unwrap();
    assert!(screen.notices.iter().all(|notice| notice.title.language == "ar"));
    screen.notices.into_iter().map(|notice| notice.id).collect()
}

#[test]
fn the_gravest_notice_stands_first_and_an_expired_one_nowhere() {
    assert_eq!(shown(Some("Montefinto"), 0), ["n-ufficio-chiuso", "n-nuova-sede"]);
}

#[test]
fn a_notice_is_shown_only_where_it_is_for() {
    assert_eq!(shown(Some("Valprova"), 0), ["n-nuova-sede"]);
    assert_eq!(shown(None, 0).len(), 2);
}

#[test]
fn a_notice_goes_by_itself_without_a_new_release() {
    assert_eq!(shown(Some("Montefinto"), 12), ["n-ufficio-chiuso", "n-nuova-sede"]);
    assert_eq!(shown(Some("Montefinto"), 13), ["n-nuova-sede"]);
    assert!(shown(Some("Montefinto"), 39).is_empty());
}
