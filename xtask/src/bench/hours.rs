//! How long it takes to find the offices that are open now among a thousand, as many as a region has: the screen, from a
//! database that arrived by a sync, at moments of a whole week, in three languages.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use cittadini::draft::Draft;
use cittadini::serve::Server;
use cittadini_core::SyncMode;
use cittadini_core::personal::Settings;
use cittadini_core::ports::Clock;
use cittadini_core::screens::OfficeFilter;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::folder;
use crate::phone::Phone;
use crate::release::{Place, check_and_build};
use crate::terminal::Outcome;

use super::figures::Figures;
use super::random::Random;
use super::reader::percentile;

/// How many offices there are.
const OFFICES: usize = 1000;

/// Moments of a whole week.
const MOMENTS: usize = 348;

/// How far apart they are.
const APART_SECONDS: i64 = 29 * 60;

/// The languages of the readers.
const LANGUAGES: [&str; 3] = ["it", "ar", "en"];

/// Measures.
pub(super) fn measure(folder: &Path) -> Outcome<Figures> {
    let folder = folder.join("offices");
    std::fs::create_dir_all(&folder)?;
    let place = Place::at(&folder);
    let mut draft = check_and_build(&folder::content())?.draft;
    add_offices(&mut draft)?;
    place.make_keys(&draft.territory)?;
    place.publish(&draft)?;
    let server = Server::start(&place.repository(), 0)?;
    let phone = Phone::new(&folder.join("phone"), &place.root())?;
    phone.sync(&server, SyncMode::All)?;
    read(&phone)
}

/// A clock that the bench sets.
struct MovingClock(AtomicI64);

impl Clock for MovingClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::Relaxed)).unwrap_or_default()
    }
}

fn read(phone: &Phone) -> Outcome<Figures> {
    let start = Timestamp::now().as_second();
    let clock = Arc::new(MovingClock(start.into()));
    let core = phone.open_with_clock(Arc::clone(&clock) as Arc<dyn Clock>)?;
    let (mut times, mut most, mut total) = (Vec::new(), 0, 0);
    for moment in 0..MOMENTS {
        clock.0.store(start + i64::try_from(moment)? * APART_SECONDS, Ordering::Relaxed);
        for language in LANGUAGES {
            let languages = vec![language.to_owned()];
            core.set_settings(&Settings { languages, ..Settings::default() })?;
            // The words of a language are made ready once.
            core.labels()?;
            let start = Instant::now();
            let found = core.open_now(&OfficeFilter::default())?.offices.len();
            times.push(start.elapsed());
            (most, total) = (most.max(found), total + found);
        }
    }
    let mut figures = Figures::default();
    figures.set("open_now_p50_ms", percentile(&mut times, 50));
    figures.set("open_now_p99_ms", percentile(&mut times, 99));
    figures.set("open_now_most_offices", most as f64);
    figures.set("open_now_mean_offices", (total / times.len()) as f64);
    Ok(figures)
}

fn add_offices(draft: &mut Draft) -> Outcome {
    let facts = draft.packs.iter_mut().find(|pack| pack.name == "facts").ok_or("no facts")?;
    let line = facts.records.iter().find(|line| line.contains("\"kind\":\"office\""));
    let real: Value = serde_json::from_str(line.ok_or("the content has no office")?)?;
    let mut random = Random::from("offices");
    for number in 0..OFFICES {
        facts.records.push(office(&real, number, &mut random).to_string());
    }
    facts.records.sort_by_key(|line| {
        let record: Value = serde_json::from_str(line).unwrap_or_default();
        record.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
    });
    Ok(())
}

const WORKDAYS: [&str; 5] = ["monday", "tuesday", "wednesday", "thursday", "friday"];

/// An office with everything that one may have.
fn office(real: &Value, number: usize, random: &mut Random) -> Value {
    let some: Vec<&str> = WORKDAYS.into_iter().filter(|_| random.below(2) == 0).collect();
    let afternoon = WORKDAYS.into_iter().nth(random.below(5));
    let saturday: Vec<&str> = ["saturday"].into_iter().filter(|_| random.below(3) == 0).collect();
    let (open, close) = (time(7 + random.below(4), random), time(11 + random.below(3), random));
    let own = json!({
        "id": format!("ufficio-di-misura-{number:04}"),
        "name_it": format!("Comune di Misura - Ufficio {number}"),
        "address": {"street": format!("Via della Misura {number}"), "postcode": "00000", "town": "Misura"},
        "phone": format!("000 {number:06}"),
        "email": format!("ufficio{number}@example.org"),
        "pec": format!("ufficio{number}@pec.example.org"),
        "url": format!("https://example.org/uffici/{number}"),
        "hours": [
            {"days": some, "open": open, "close": close, "by_appointment": false},
            {"days": [afternoon], "open": "14:30:00", "close": "17:30:00", "by_appointment": random.below(2) == 0},
            {"days": saturday, "open": "09:00:00", "close": "11:30:00", "by_appointment": false, "service": "Carte d'identità"},
        ],
        "exceptions": [
            {"from": "2027-08-09", "to": "2027-08-22", "reason": "Chiusura estiva"},
            {"from": "2027-12-24", "to": "2027-12-24", "hours": [{"days": ["friday"], "open": "09:00:00", "close": "11:00:00", "by_appointment": false}]},
        ],
        "languages": [
            {"language": "en", "by": "staff"},
            {"language": "ar", "by": "mediator", "hours": [{"days": [afternoon], "open": "15:00:00", "close": "17:00:00", "by_appointment": false}]},
        ],
        "appointment": {"walk_in": true, "phone": "000 111112"},
    });
    let mut office = real.clone();
    if let (Some(office), Value::Object(own)) = (office.as_object_mut(), own) {
        office.extend(own);
    }
    office
}

/// A time at a quarter of an hour.
fn time(hour: usize, random: &mut Random) -> String {
    format!("{hour:02}:{:02}:00", 15 * random.below(4))
}
