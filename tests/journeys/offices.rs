//! Offices are resolved for the reader's municipality; what is unknown says whom to ask.

use std::collections::BTreeSet;

use cittadini_core::personal::Settings;
use cittadini_tests::{Phone, Workshop, day, sync};

fn phone_at(municipality: Option<&str>) -> (Workshop, Phone, cittadini_core::Core) {
    let workshop = Workshop::invented();
    workshop.publish(day(0));
    let server = workshop.serve();
    let phone = Phone::new(&workshop, &server.url()).reading("it", municipality);
    let core = phone.open(day(0));
    sync(&core).unwrap();
    (workshop, phone, core)
}

#[test]
fn a_step_leads_to_the_office_of_the_reader_s_municipality() {
    let (_workshop, _phone, core) = phone_at(Some("Montefinto"));
    let step = core.procedure("permesso-di-prova").unwrap().steps[1].clone();
    assert_eq!(step.offices[0].name_it, "Sportello di Montefinto");
    assert_eq!(step.choose_municipality, None);
}

#[test]
fn without_a_municipality_a_step_says_that_one_must_be_chosen() {
    let (_workshop, _phone, core) = phone_at(None);
    let step = core.procedure("permesso-di-prova").unwrap().steps[1].clone();
    assert!(step.offices.is_empty() && step.choose_municipality.is_some());
}

#[test]
fn an_office_shows_its_week_monday_first() {
    let (_workshop, _phone, core) = phone_at(Some("Valprova"));
    let office = core.office("ufficio-prove-valprova").unwrap().office;
    let week: Vec<(u8, String)> = office
        .hours
        .iter()
        .map(|day| {
            let spans: Vec<String> = day.spans.iter().map(|span| span.plain()).collect();
            (day.weekday, spans.join(" "))
        })
        .collect();
    assert_eq!(week[0], (1, "09:00-12:30".into()));
    assert_eq!(week[2], (3, "09:00-12:30 14:00-17:00, su appuntamento".into()));
    assert_eq!(week[6], (7, "chiuso".into()));
    let names: Vec<String> = office.hours.iter().map(|day| day.day.plain()).collect();
    assert_eq!((names[0].as_str(), names[6].as_str()), ("lunedì", "domenica"));
    assert_eq!(office.unknown, None);
}

#[test]
fn every_day_of_the_week_has_its_own_name() {
    let (_workshop, mut phone, core) = phone_at(Some("Valprova"));
    drop(core);
    for (language, monday, sunday) in
        [("it", "lunedì", "domenica"), ("en", "Monday", "Sunday"), ("ar", "الاثنين", "الأحد")]
    {
        phone = phone.reading(language, Some("Valprova"));
        let core = phone.open(day(0));
        let office = core.office("ufficio-prove-valprova").unwrap().office;
        let names: Vec<String> = office.hours.iter().map(|day| day.day.plain()).collect();
        assert_eq!((names[0].as_str(), names[6].as_str()), (monday, sunday));
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 7, "{names:?}");
    }
}

#[test]
fn what_is_unknown_says_whom_to_ask_and_invents_nothing() {
    let (_workshop, _phone, core) = phone_at(Some("Montefinto"));
    let office = core.offices().unwrap().offices.remove(0);
    assert_eq!((office.address, office.phone), (None, None));
    assert!(office.hours.is_empty() && office.hours_unknown.is_some());
    assert_eq!(
        office.unknown.unwrap().plain(),
        "Non sappiamo: indirizzo, telefono, orari. Chiedi a: Comune di Valprova - Ufficio prove."
    );
    assert_eq!(office.ask.as_deref(), Some("ufficio-prove-valprova"));
}

#[test]
fn an_overlay_changes_one_field_for_one_municipality() {
    let (_workshop, _phone, core) = phone_at(Some("Montefinto"));
    let url = core.procedure("permesso-di-prova").unwrap().official_url;
    assert_eq!(url.as_deref(), Some("https://example.org/montefinto"));
    drop(core);
    let (_workshop, _phone, core) = phone_at(Some("Valprova"));
    let url = core.procedure("permesso-di-prova").unwrap().official_url;
    assert_eq!(url.as_deref(), Some("https://example.org/permesso-di-prova"));
}

#[test]
fn a_municipality_that_does_not_exist_is_refused_with_those_that_do() {
    let (_workshop, _phone, core) = phone_at(None);
    let wrong = Settings { municipality: Some("Atlantide".into()), ..Settings::default() };
    let error = core.set_settings(&wrong).unwrap_err().to_string();
    assert!(error.contains("Valprova") && error.contains("Montefinto"), "{error}");
    let right = Settings { municipality: Some("valprova".into()), ..Settings::default() };
    core.set_settings(&right).unwrap();
}
