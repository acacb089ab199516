//! Opening hours of an invented town, from the editor's file to the screen, at moments that the clock is set to.

use cittadini_core::screens::{HoursScreen, HoursStatus, OfficeFilter, OpenNow, Text};
use cittadini_core::{ApiError, Core};
use cittadini_tests::{Phone, Workshop, day, sync};
use jiff::Timestamp;
use serde_json::{Value, json};

const META: &str = "owner: redazione\nrisk: low\nconfidence: high\nsources: [{norm: \"Regolamento inventato\", read_on: 2026-11-01}]\nverified_on: 2026-11-01\nverified_by: redazione\nverify_by: 2027-11-01\norganisation: comune-di-valprova\noffice_types: [ufficio-prove]\n";

/// The desk of `tests/content`: Monday to Friday, Wednesday afternoon by appointment, away from 24 to 31 December.
const DESK: &str = "ufficio-prove-valprova";

const OFFICES: [(&str, &str); 3] = [
    (
        "sportello-serale",
        "name_it: \"Sportello serale\"\naddress: {street: \"Via Due 2\", postcode: \"00000\", town: \"Valprova\"}\nphone: \"000 222222\"\nhours:\n  - {days: [thu], time: 14:00-18:30}\n  - {days: [sat], time: 09:00-12:00, service: \"Carte d'identità\"}\nexceptions:\n  - {from: 2027-08-09, to: 2027-08-22, reason: \"Chiusura estiva\"}\n  - {from: 2027-08-26, to: 2027-08-26, hours: [{days: thu, time: 15:00-16:00}]}\nlanguages:\n  - {language: zh-Hans, hours: [{days: thu, time: 16:00-19:00}], by: staff}\n",
    ),
    (
        "questura-di-cittaltra",
        "name_it: \"Questura di Cittaltra\"\naddress: {street: \"Via Tre 3\", postcode: \"00000\", town: \"Cittaltra\"}\nphone: unknown\nhours:\n  - {days: mon-fri, time: 08:00-13:00}\n",
    ),
    (
        "rifugio",
        "name_it: \"Rifugio della notte\"\naddress: {street: \"Via Quattro 4\", postcode: \"00000\", town: \"Valprova\"}\nphone: unknown\nhours:\n  - {days: [sat], time: 22:00-23:00}\n",
    ),
];

struct Town {
    _workshop: Workshop,
    phone: Phone,
}

impl Town {
    fn read_in(language: &str) -> Self {
        Self::read_at(language, Some("Valprova"))
    }

    fn read_at(language: &str, municipality: Option<&str>) -> Self {
        Self::changed(language, municipality, |_| ())
    }

    fn changed(
        language: &str,
        municipality: Option<&str>,
        change: impl FnOnce(&mut Vec<Value>),
    ) -> Self {
        let workshop = Workshop::invented();
        let territory = "territories/terra-di-prova/territory.yaml";
        workshop.edit(
            territory,
            "{ufficio-prove: [ufficio-prove-valprova]}",
            "{ufficio-prove: [ufficio-prove-valprova, sportello-serale, questura-di-cittaltra, rifugio, ufficio-prove-montefinto]}",
        );
        workshop.edit(territory, "patron_saint: 08-16", "patron_saint: 12-07");
        for (id, own) in OFFICES {
            let file = format!("territories/terra-di-prova/offices/{id}.yaml");
            workshop.write(&file, &format!("{META}{own}"));
        }
        workshop.publish_changed(day(0), |records| {
            // Hours past midnight: editors cannot write them yet, phones read them.
            let refuge = records.iter_mut().find(|record| record["id"] == "rifugio").unwrap();
            refuge["hours"][0]["close"] = json!("06:00:00");
            change(records);
        });
        let server = workshop.serve();
        let phone = Phone::new(&workshop, &server.url()).reading(language, municipality);
        sync(&phone.open(day(0))).unwrap();
        Self { _workshop: workshop, phone }
    }

    /// The app at a moment of Italy's clock.
    fn at(&self, moment: &str) -> Core {
        self.phone.open(cittadini_core::dates::hours::asked_moment(moment).unwrap())
    }

    fn hours(&self, office: &str, moment: &str) -> HoursScreen {
        self.at(moment).hours(office).unwrap()
    }

    /// What an office is at a moment, in words.
    fn says(&self, office: &str, moment: &str) -> String {
        let now = self.hours(office, moment).now;
        let because = now.because.map(|because| format!(" [{}]", because.plain()));
        format!("{}{}", now.text.plain(), because.unwrap_or_default())
    }

    fn open_now(&self, moment: &str, filter: &OfficeFilter) -> OpenNow {
        self.at(moment).open_now(filter).unwrap()
    }

    /// The ids of the offices that a filter finds.
    fn found(&self, moment: &str, filter: &OfficeFilter) -> Vec<String> {
        self.open_now(moment, filter).offices.into_iter().map(|office| office.id).collect()
    }
}

fn plain(texts: &[Text]) -> Vec<String> {
    texts.iter().map(Text::plain).collect()
}

fn all() -> OfficeFilter {
    OfficeFilter { open: false, ..OfficeFilter::default() }
}

#[test]
fn an_office_says_whether_it_is_open_and_when_that_changes() {
    let town = Town::read_in("it");
    for (moment, words) in [
        ("2026-11-24T08:00", "Chiuso. Apre alle 09:00, fra 1 ora."),
        ("2026-11-24T11:45", "Aperto. Chiude alle 12:30, fra 45 minuti."),
        ("2026-11-24T12:29:30", "Aperto. Chiude alle 12:30, fra meno di un minuto."),
        ("2026-11-24T12:30", "Chiuso. Apre domani alle 09:00, fra 20 ore e 30 minuti."),
        (
            "2026-11-25T13:00",
            "Chiuso. Apre alle 14:00, fra 1 ora, solo per chi ha un appuntamento.",
        ),
        (
            "2026-11-25T14:30",
            "Aperto solo per chi ha un appuntamento. Chiude alle 17:00, fra 2 ore e 30 minuti.",
        ),
        ("2026-11-27T13:00", "Chiuso. Apre lunedì 2026-11-30 alle 09:00."),
    ] {
        assert_eq!(town.says(DESK, moment), words, "{moment}");
    }
    let now = town.hours(DESK, "2026-11-25T14:30").now;
    assert_eq!(now.status, HoursStatus::OpenByAppointment);
    assert_eq!((now.closes.as_deref(), now.opens), (Some("2026-11-25T17:00:00+01:00"), None));
    let saturday = town.hours("sportello-serale", "2026-11-28T10:00").now;
    assert_eq!(saturday.status, HoursStatus::OpenForService);
    assert_eq!(
        saturday.text.plain(),
        "Aperto solo per: Carte d'identità. Chiude alle 12:00, fra 2 ore."
    );
}

#[test]
fn holidays_the_patron_saint_and_exceptions_close_and_say_why() {
    let town = Town::read_in("it");
    for (moment, words) in [
        (
            "2026-12-07T10:00",
            "Chiuso. Apre mercoledì 2026-12-09 alle 09:00. [Festa del santo patrono]",
        ),
        ("2026-12-28T10:00", "Chiuso. Apre lunedì 2027-01-04 alle 09:00. [Ferie]"),
        (
            "2027-03-29T10:00",
            "Chiuso. Apre domani alle 09:00, fra 23 ore. [Giorno di festa: Lunedì dell'Angelo]",
        ),
        (
            "2027-10-04T10:00",
            "Chiuso. Apre domani alle 09:00, fra 23 ore. [Giorno di festa: San Francesco d'Assisi]",
        ),
    ] {
        assert_eq!(town.says(DESK, moment), words, "{moment}");
    }
}

/// Whoever has an appointment at the Questura on the day of her own town's saint must not believe that it is closed.
#[test]
fn the_patron_saint_of_one_town_closes_no_office_of_another() {
    let town = Town::read_in("it");
    let questura = town.hours("questura-di-cittaltra", "2026-12-07T10:00");
    assert_eq!(questura.now.status, HoursStatus::Open);
    let note = "Il giorno del santo patrono della sua città l'ufficio può essere chiuso.";
    assert_eq!(plain(&questura.notes), [note]);
    assert!(town.hours(DESK, "2026-12-07T10:00").notes.is_empty());
    let elsewhere = Town::read_at("it", Some("Montefinto"));
    let refuge = elsewhere.hours("ufficio-prove-montefinto", "2026-12-07T10:00");
    assert!(refuge.notes.is_empty(), "whose hours are unknown needs no such note");
    assert_eq!(plain(&Town::read_at("it", None).hours(DESK, "2026-12-07T10:00").notes), [note]);
}

#[test]
fn a_patron_saint_that_nobody_knows_is_told() {
    let town = Town::changed("it", Some("Montefinto"), |records| {
        let hours = records.iter().find(|record| record["id"] == DESK).unwrap()["hours"].clone();
        let desk = records.iter_mut().find(|record| record["id"] == "ufficio-prove-montefinto");
        desk.unwrap()["hours"] = hours;
    });
    let screen = town.hours("ufficio-prove-montefinto", "2026-12-07T10:00");
    assert_eq!(screen.now.status, HoursStatus::Open);
    assert_eq!(
        plain(&screen.notes),
        [
            "Non sappiamo quando è la festa del patrono di Montefinto: quel giorno l'ufficio può essere chiuso."
        ]
    );
}

#[test]
fn the_next_fourteen_days_say_when_it_is_open_and_why_not() {
    let town = Town::read_in("it");
    let days = town.hours(DESK, "2026-12-02T10:00").days;
    assert_eq!(days.len(), 14);
    let told: Vec<String> = days
        .iter()
        .map(|day| {
            let why = day.closed_because.as_ref().map(|why| format!(" ({})", why.plain()));
            format!(
                "{}: {}{}",
                day.day.plain(),
                plain(&day.spans).join(" "),
                why.unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(told[0], "mercoledì 2026-12-02: 09:00-12:30 14:00-17:00, su appuntamento");
    assert_eq!(told[3], "sabato 2026-12-05: chiuso");
    assert_eq!(told[5], "lunedì 2026-12-07: chiuso (Festa del santo patrono)");
    assert_eq!(told[6], "martedì 2026-12-08: chiuso (Giorno di festa: Immacolata Concezione)");
    let weekdays: Vec<u8> = days.iter().map(|day| day.weekday).collect();
    assert_eq!(weekdays, [3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7, 1, 2]);
    assert!(days[0].open && !days[3].open);
}

#[test]
fn the_august_closure_is_announced_and_gone_when_it_is_over() {
    let town = Town::read_in("it");
    let before = town.hours("sportello-serale", "2027-08-05T15:00").closures;
    let told: Vec<String> = before.iter().map(|closure| closure.text.plain()).collect();
    assert_eq!(told, ["Chiuso dal 2027-08-09 al 2027-08-22", "Orari del 2027-08-26"]);
    assert_eq!(before[0].reason.as_ref().unwrap().plain(), "Chiusura estiva");
    assert_eq!(plain(&before[1].hours[0].spans), ["15:00-16:00"]);
    assert_eq!(
        town.says("sportello-serale", "2027-08-12T15:00"),
        "Chiuso. Apre giovedì 2027-08-26 alle 15:00. [Chiusura estiva]"
    );
    assert!(town.hours("sportello-serale", "2027-08-27T10:00").closures.is_empty());
}

#[test]
fn the_nights_on_which_the_hour_changes_count_real_hours() {
    let town = Town::read_in("it");
    assert_eq!(
        town.says("rifugio", "2027-03-27T23:00"),
        "Aperto. Chiude domani alle 06:00, fra 6 ore."
    );
    assert_eq!(
        town.says("rifugio", "2027-10-30T23:00"),
        "Aperto. Chiude domani alle 06:00, fra 8 ore."
    );
    assert_eq!(
        town.says("rifugio", "2026-11-28T23:00"),
        "Aperto. Chiude domani alle 06:00, fra 7 ore."
    );
    // Half past two comes twice in October.
    let closes = |moment: &str| town.hours("rifugio", moment).now.closes.unwrap();
    assert_eq!(closes("2027-10-31T00:30:00Z"), "2027-10-31T06:00:00+01:00");
    assert_eq!(closes("2027-10-31T01:30:00Z"), "2027-10-31T06:00:00+01:00");
    assert_eq!(
        town.says("rifugio", "2027-10-31T01:30:00Z"),
        "Aperto. Chiude alle 06:00, fra 3 ore e 30 minuti."
    );
    let days = town.hours("rifugio", "2026-11-28T12:00").days;
    assert_eq!(
        (plain(&days[0].spans), plain(&days[1].spans)),
        (vec!["22:00-24:00".into()], vec!["00:00-06:00".into()])
    );
}

#[test]
fn the_offices_that_are_open_now_come_first_and_unknown_ones_are_told() {
    let town = Town::read_in("it");
    let open = town.open_now("2026-11-26T12:00", &OfficeFilter::default());
    let ids: Vec<&str> = open.offices.iter().map(|office| office.id.as_str()).collect();
    assert_eq!(ids, ["questura-di-cittaltra", DESK], "the one that closes last is first");
    assert_eq!(open.at.as_deref(), Some("2026-11-26T12:00:00+01:00"));
    assert_eq!((open.unknown, open.none), (1, None));
    assert_eq!(
        open.unknown_text.unwrap().plain(),
        "Di 1 ufficio non conosciamo gli orari: può essere aperto. Prima di andare chiedi."
    );
    assert_eq!(
        town.found("2026-11-26T12:00", &all()),
        ["questura-di-cittaltra", DESK, "sportello-serale", "rifugio", "ufficio-prove-montefinto"]
    );
    let night = town.open_now("2026-11-26T03:00", &OfficeFilter::default());
    assert_eq!(night.none.unwrap().plain(), "Nessun ufficio trovato.");
    assert!(night.unknown_text.is_some());
}

#[test]
fn who_works_finds_the_offices_of_the_evening_and_of_saturday() {
    let town = Town::read_in("it");
    let evening = OfficeFilter { evening: true, ..all() };
    assert_eq!(town.found("2026-11-24T10:00", &evening), ["sportello-serale", "rifugio"]);
    let saturday = OfficeFilter { saturday: true, ..all() };
    let found = town.open_now("2026-11-24T10:00", &saturday);
    let ids: Vec<&str> = found.offices.iter().map(|office| office.id.as_str()).collect();
    assert_eq!(ids, ["sportello-serale", "rifugio"]);
    let fitting = &found.offices[0].fitting;
    assert_eq!((fitting.len(), fitting[0].day.plain().as_str()), (1, "sabato"));
    assert_eq!(plain(&fitting[0].spans), ["09:00-12:00, solo per: Carte d'identità"]);
    assert_eq!(found.unknown, 1, "an office with unknown hours may have a Saturday");
    // On an ordinary week: that it is closed in August changes nothing.
    assert_eq!(town.found("2027-08-12T10:00", &evening), ["rifugio", "sportello-serale"]);
    let now = OfficeFilter { evening: true, ..OfficeFilter::default() };
    assert_eq!(town.found("2026-11-26T18:29", &now), ["sportello-serale"]);
    assert!(town.found("2026-11-26T18:30", &now).is_empty());
}

#[test]
fn who_speaks_a_language_is_found_at_the_hours_at_which_it_is_spoken() {
    let town = Town::read_in("it");
    let chinese = |open| OfficeFilter { open, language: Some("zh".into()), ..all() };
    assert!(
        town.found("2026-11-26T15:00", &chinese(true)).is_empty(),
        "open, but she comes at four"
    );
    assert_eq!(town.found("2026-11-26T16:00", &chinese(true)), ["sportello-serale"]);
    assert_eq!(town.found("2026-11-26T15:00", &chinese(false)), ["sportello-serale"]);
    let language = |moment| town.hours("sportello-serale", moment).languages.remove(0);
    let before = language("2026-11-26T15:00");
    assert!(!before.now);
    assert_eq!(before.when.unwrap().plain(), "La prossima volta: alle 16:00, fra 1 ora");
    assert_eq!(before.next.as_deref(), Some("2026-11-26T16:00:00+01:00"));
    assert_eq!(plain(&before.hours[0].spans), ["16:00-18:30"], "she leaves when the office closes");
    let then = language("2026-11-26T16:30");
    assert!(then.now && then.next.is_none());
    assert_eq!(then.when.unwrap().plain(), "Adesso, fino alle 18:30");
    let mediator = town.hours(DESK, "2026-11-26T10:00").languages.remove(0);
    assert!(mediator.now, "no hours of its own: whenever it is open");
    let list = town.open_now("2026-11-26T15:00", &all());
    let evening = list.offices.iter().find(|office| office.id == "sportello-serale").unwrap();
    assert!(!evening.languages[0].now && evening.languages[0].text.plain().contains("简体中文"));
}

#[test]
fn another_moment_can_be_asked_about_and_nonsense_is_refused() {
    let town = Town::read_in("it");
    let core = town.at("2026-11-24T08:00");
    let at = |text: &str| {
        core.open_now(&OfficeFilter { at: Some(text.into()), ..OfficeFilter::default() })
    };
    let thursday = at("2026-11-26T17:30").unwrap();
    assert_eq!(thursday.offices[0].id, "sportello-serale");
    assert_eq!(thursday.offices[0].now.text.plain(), "Aperto. Chiude alle 18:30.");
    assert_eq!(at("2026-11-26").unwrap().at.as_deref(), Some("2026-11-26T12:00:00+01:00"));
    let closed = OfficeFilter { at: Some("2026-11-25T20:00".into()), ..all() };
    let desk = core
        .open_now(&closed)
        .unwrap()
        .offices
        .into_iter()
        .find(|office| office.id == DESK)
        .unwrap();
    assert_eq!(
        desk.now.text.plain(),
        "Chiuso. Apre giovedì 2026-11-26 alle 09:00.",
        "no «tomorrow» of another day"
    );
    assert!(matches!(at("domani sera"), Err(ApiError::InvalidInput { .. })));
    assert!(matches!(core.hours("non-esiste"), Err(ApiError::InvalidInput { .. })));
}

#[test]
fn unknown_hours_are_never_said_to_be_closed() {
    let town = Town::read_in("it");
    let screen = town.hours("ufficio-prove-montefinto", "2026-12-25T10:00");
    assert_eq!(screen.now.status, HoursStatus::Unknown);
    assert_eq!(screen.now.text.plain(), "Orari non noti");
    assert!(screen.days.is_empty() && screen.now.opens.is_none());
    assert!(screen.office.unknown.unwrap().plain().contains("Chiedi a"));
}

/// A clock that stands before the content was made cannot say what is open.
#[test]
fn with_a_clock_that_is_wrong_nothing_is_said_to_be_open_or_closed() {
    let town = Town::read_in("it");
    let wrong: Timestamp = "2020-01-07T10:00:00Z".parse().unwrap();
    let core = town.phone.open(wrong);
    let screen = core.hours(DESK).unwrap();
    assert_eq!(screen.now.status, HoursStatus::Unknown);
    assert_eq!(
        screen.now.text.plain(),
        "L'orologio del telefono segna una data passata. Controlla data e ora."
    );
    assert!(!screen.languages[0].now);
    let list = core.open_now(&OfficeFilter::default()).unwrap();
    assert_eq!((list.at, list.offices.len(), list.unknown), (None, 5, 1));
    assert!(list.offices.iter().all(|office| office.now.status == HoursStatus::Unknown));
}

#[test]
fn hours_are_told_in_arabic_and_english() {
    let town = Town::read_in("ar");
    assert_eq!(town.says(DESK, "2026-11-24T10:30"), "مفتوح. يغلق الساعة 12:30، بعد ساعتين.");
    assert_eq!(
        town.says(DESK, "2026-11-24T09:15"),
        "مفتوح. يغلق الساعة 12:30، بعد 3 ساعات و15 دقيقة."
    );
    assert_eq!(town.says(DESK, "2026-11-24T12:28"), "مفتوح. يغلق الساعة 12:30، بعد دقيقتين.");
    let screen = town.hours(DESK, "2026-12-07T10:00");
    assert_eq!(screen.now.because.unwrap().language, "ar");
    assert_eq!(screen.days[0].day.language, "ar");
    let open = town.open_now("2026-11-24T10:30", &OfficeFilter::default());
    assert_eq!(
        open.unknown_text.unwrap().plain(),
        "لا نعرف مواعيد مكتب واحد: قد يكون مفتوحا. اسأل قبل أن تذهب."
    );
    drop(town);
    let town = Town::read_in("en");
    assert_eq!(town.says(DESK, "2026-11-24T10:30"), "Open. Closes at 12:30, in 2 hours.");
    assert_eq!(town.says(DESK, "2026-11-27T13:00"), "Closed. Opens on Monday 2026-11-30 at 09:00.");
}
