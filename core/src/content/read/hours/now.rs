//! What an office is at a moment, in words.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan as _, Zoned};

use super::super::Reading;
use super::super::offices::clock;
use super::super::runs::SLOTS;
use crate::dates::hours::{Admission, Closure, Status, asked_moment, with_offset};
use crate::dates::italy;
use crate::l10n::{Message, messages};
use crate::screens::{HoursNow, HoursStatus, Text};

/// Below so many minutes it is said how long it is until an office opens or closes.
const SOON_MINUTES: i64 = 24 * 60;

/// How the end of a day is written.
pub(super) const END_OF_DAY: &str = "24:00";

/// The moment that a screen speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// When.
    pub(super) at: Timestamp,
    /// Whether it is the present one: only then «tomorrow» and «in two hours» mean something to a reader.
    is_now: bool,
}

impl Moment {
    /// The present one.
    pub(super) fn present(at: Timestamp) -> Self {
        Self { at, is_now: true }
    }

    /// One that was asked for. `None` when it is none.
    pub(super) fn asked(text: &str) -> Option<Self> {
        Some(Self { at: asked_moment(text)?, is_now: false })
    }
}

/// What an opening does at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Opens,
    Closes,
}

/// When something happens, in words; the day stands in the place of [`SLOTS`]`[0]`, if it has to be named.
struct When {
    words: String,
    day: Option<Date>,
}

/// What a sentence about an opening depends on.
type Said = (Event, Timestamp, bool, Option<String>);

/// Puts statuses into words. Many offices close at the same hour: their sentence is made once.
pub(super) struct Speaker<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    pub(super) moment: Option<Moment>,
    said: RefCell<BTreeMap<Said, Text>>,
}

impl<'r, 'a> Speaker<'r, 'a> {
    /// Without a moment nobody knows what is open: the device's clock is wrong.
    pub(super) fn new(reading: &'r Reading<'a>, moment: Option<Moment>) -> Self {
        Self { reading, moment, said: RefCell::default() }
    }

    /// A status in words.
    pub(super) fn now(&self, status: Status<'_>) -> HoursNow {
        let say = |message: &Message| self.reading.say(message);
        let text = match (status, self.moment) {
            (_, None) => say(&messages::banner_clock()),
            (Status::Unknown, _) => say(&messages::hours_unknown()),
            (Status::ClosedToPublic, _) => say(&messages::opening_closed_to_public()),
            (Status::Open { until, admission }, Some(moment)) => {
                self.opening(moment, Event::Closes, admission, until)
            }
            (Status::Closed { next: Some(next), .. }, Some(moment)) => {
                self.opening(moment, Event::Opens, next.admission, next.at)
            }
            (Status::Closed { next: None, .. }, _) => say(&messages::opening_closed_for_long()),
        };
        let (because, opens, closes) = match status {
            Status::Open { until, .. } => (None, None, Some(until)),
            Status::Closed { next, because } => (because, next.map(|next| next.at), None),
            Status::Unknown | Status::ClosedToPublic => (None, None, None),
        };
        HoursNow {
            status: slug(status),
            text,
            because: because.and_then(|closure| self.reading.because(closure)),
            opens: opens.map(with_offset),
            closes: closes.map(with_offset),
        }
    }

    /// When a language is spoken: until when, or when next.
    pub(super) fn spoken_when(&self, status: Status<'_>) -> Option<Text> {
        let moment = self.moment?;
        match status {
            Status::Open { until, .. } => {
                let (end, today) = (in_italy(until), in_italy(moment.at).date());
                let time = if end.date() > today { END_OF_DAY.into() } else { clock(end.time()) };
                Some(self.reading.say(&messages::spoken_now(time)))
            }
            Status::Closed { next: Some(next), .. } => {
                let When { words, day } = self.when(moment, Event::Opens, next.at);
                Some(self.reading.dated(&messages::spoken_next(words), day))
            }
            _ => None,
        }
    }

    fn opening(&self, moment: Moment, event: Event, who: Admission<'_>, at: Timestamp) -> Text {
        let key = (event, at, who.by_appointment, who.service.map(str::to_owned));
        if let Some(said) = self.said.borrow().get(&key) {
            return said.clone();
        }
        let When { words, day } = self.when(moment, event, at);
        let service = who.service.unwrap_or_default();
        let message = match event {
            Event::Opens => messages::opening_closed(how(who), service, words),
            Event::Closes => messages::opening_open(how(who), service, words),
        };
        let text = self.reading.dated(&message, day);
        self.said.borrow_mut().insert(key, text.clone());
        text
    }

    /// When something happens, as seen from a moment.
    fn when(&self, moment: Moment, event: Event, at: Timestamp) -> When {
        let (day, time) = day_and_time(event, at);
        let today = in_italy(moment.at).date();
        let tomorrow = today.tomorrow().ok().filter(|_| moment.is_now);
        let (message, day) = if day == today {
            (messages::when_today(time), None)
        } else if Some(day) == tomorrow {
            (messages::when_tomorrow(time), None)
        } else {
            let weekday = self.reading.weekday_name(day);
            (messages::when_day(SLOTS[0], time, weekday), Some(day))
        };
        let words = self.reading.plain_words(&message);
        let words = match self.wait(moment, event, at) {
            Some(wait) => self.reading.plain_words(&messages::when_soon(wait, words)),
            None => words,
        };
        When { words, day }
    }

    /// How long it is until then, if that is soon. In real time, whatever the clocks do in between; cautious by less than a
    /// minute: nobody finds a door closed that was said to be open.
    fn wait(&self, moment: Moment, event: Event, at: Timestamp) -> Option<String> {
        let seconds = at.duration_since(moment.at).as_secs();
        let minutes = match event {
            Event::Opens => seconds.saturating_add(59) / 60,
            Event::Closes => seconds / 60,
        };
        if !moment.is_now || minutes >= SOON_MINUTES {
            return None;
        }
        let say = |message: &Message| self.reading.plain_words(message);
        let (hours, minutes) =
            (u32::try_from(minutes / 60).ok()?, u32::try_from(minutes % 60).ok()?);
        Some(match (hours, minutes) {
            (0, 0) => say(&messages::wait_moment()),
            (0, _) => say(&messages::wait(say(&messages::wait_minutes(minutes)))),
            (_, 0) => say(&messages::wait(say(&messages::wait_hours(hours)))),
            _ => say(&messages::wait_both(
                say(&messages::wait_hours(hours)),
                say(&messages::wait_minutes(minutes)),
            )),
        })
    }
}

impl Reading<'_> {
    /// Why an office is closed. `None` where the week says no more than that it is.
    pub(super) fn because(&self, closure: Closure<'_>) -> Option<Text> {
        match closure {
            Closure::Exception(exception) => Some(match &exception.reason {
                Some(reason) => self.literal(reason),
                None => self.say(&messages::closed_exception()),
            }),
            Closure::Holiday(holiday) => {
                Some(self.say(&messages::closed_holiday(holiday.name_it.as_str())))
            }
            Closure::PatronSaint => Some(self.say(&messages::closed_patron_saint())),
            Closure::Weekly => None,
        }
    }

    /// The name of the day of the week of a day.
    pub(super) fn weekday_name(&self, day: Date) -> String {
        self.plain_words(&messages::weekday(u32::from(weekday_number(day))))
    }

    /// A message in which a day stands in the place of [`SLOTS`]`[0]`, or none.
    pub(super) fn dated(&self, message: &Message, day: Option<Date>) -> Text {
        match day {
            Some(day) => self.say_with_date(message, day),
            None => self.say(message),
        }
    }
}

/// A day of the week, 1 for Monday to 7 for Sunday.
pub(super) fn weekday_number(day: Date) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

fn in_italy(moment: Timestamp) -> Zoned {
    moment.to_zoned(italy())
}

/// Who closes at midnight closes at the end of a day, not at the beginning of the next.
fn day_and_time(event: Event, at: Timestamp) -> (Date, String) {
    let then = in_italy(at);
    let ends_a_day = event == Event::Closes && then.time() == Time::midnight();
    match then.date().checked_sub(1.day()) {
        Ok(ended) if ends_a_day => (ended, END_OF_DAY.to_owned()),
        _ => (then.date(), clock(then.time())),
    }
}

fn slug(status: Status<'_>) -> HoursStatus {
    match status {
        Status::Open { admission: Admission { by_appointment: true, .. }, .. } => {
            HoursStatus::OpenByAppointment
        }
        Status::Open { admission: Admission { service: Some(_), .. }, .. } => {
            HoursStatus::OpenForService
        }
        Status::Open { .. } => HoursStatus::Open,
        Status::Closed { .. } => HoursStatus::Closed,
        Status::ClosedToPublic => HoursStatus::ClosedToPublic,
        Status::Unknown => HoursStatus::Unknown,
    }
}

fn how(who: Admission<'_>) -> &'static str {
    match (who.by_appointment, who.service) {
        (true, Some(_)) => "both",
        (true, None) => "appointment",
        (false, Some(_)) => "service",
        (false, None) => "everybody",
    }
}
