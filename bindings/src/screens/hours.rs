//! When offices are open: one office with its next days, and the offices that are open at a moment.

use cittadini_core::screens::{
    DayHours, Freshness, Header, HoursClosure, HoursDay, HoursNow, HoursScreen, HoursStatus,
    LanguageHours, OfficeFilter, OfficeView, OpenNow, OpenOffice, SpokenNow, Text,
};

/// What an office is at a moment.
#[uniffi::remote(Enum)]
pub enum HoursStatus {
    /// Open for everybody.
    Open,
    /// Open for those who come for one service.
    OpenForService,
    /// Open for those who have an appointment.
    OpenByAppointment,
    /// Closed now.
    Closed,
    /// Receives nobody, ever.
    ClosedToPublic,
    /// Nobody knows its hours. That is not closed: it may be open.
    Unknown,
}

/// What an office is at a moment, in words, and what comes next.
#[uniffi::remote(Record)]
pub struct HoursNow {
    /// The status.
    pub status: HoursStatus,
    /// The status in words: `Aperto. Chiude alle 12:30, fra 45 minuti.`
    pub text: Text,
    /// Why it is closed all day: the holiday, the patron saint, the reason of an exception.
    pub because: Option<Text>,
    /// When it opens next, ISO 8601 with the offset of Italy. Only when it is closed.
    pub opens: Option<String>,
    /// When it closes, ISO 8601 with the offset of Italy. Only when it is open.
    pub closes: Option<String>,
}

/// One day of an office.
#[uniffi::remote(Record)]
pub struct HoursDay {
    /// The day, ISO 8601.
    pub date: String,
    /// The day of the week, 1 for Monday to 7 for Sunday.
    pub weekday: u8,
    /// The day in words: `mercoledì`, and its date.
    pub day: Text,
    /// Whether somebody may come in at some time of the day.
    pub open: bool,
    /// The spans, from midnight to midnight, each with what it is limited to; or that it is closed, or not known.
    pub spans: Vec<Text>,
    /// Why it is closed: the holiday, the patron saint, the reason of an exception.
    pub closed_because: Option<Text>,
}

/// Days to come on which the weekly hours do not hold.
#[uniffi::remote(Record)]
pub struct HoursClosure {
    /// The first day, ISO 8601.
    pub from: String,
    /// The last day, ISO 8601.
    pub to: String,
    /// `Chiuso dal … al …`, or that there are other hours.
    pub text: Text,
    /// Why, in Italian.
    pub reason: Option<Text>,
    /// The hours that hold instead, the days that have any. Empty: closed.
    pub hours: Vec<DayHours>,
}

/// A language that is spoken at an office, and when.
#[uniffi::remote(Record)]
pub struct LanguageHours {
    /// The BCP 47 tag.
    pub language: String,
    /// The language and by whom: `العربية: c'è un mediatore`.
    pub text: Text,
    /// Whether somebody speaks it there now.
    pub now: bool,
    /// Until when today, or when next. Absent when nobody knows.
    pub when: Option<Text>,
    /// When in an ordinary week, the days that have any hours. Empty when the office's hours are unknown.
    pub hours: Vec<DayHours>,
    /// When somebody speaks it next, ISO 8601 with the offset of Italy. Absent while somebody does.
    pub next: Option<String>,
}

/// When an office is open.
#[uniffi::remote(Record)]
pub struct HoursScreen {
    /// What stands above every screen.
    pub header: Header,
    /// The office: what is unknown and whom to ask, how one gets an appointment, how fresh it is.
    pub office: OfficeView,
    /// What it is now.
    pub now: HoursNow,
    /// The next 14 days, today first. Empty when nobody knows the hours of any of them.
    pub days: Vec<HoursDay>,
    /// The days to come on which the weekly hours do not hold, the nearest first.
    pub closures: Vec<HoursClosure>,
    /// Who speaks which language when.
    pub languages: Vec<LanguageHours>,
    /// What this cannot know: the patron saint of another town.
    pub notes: Vec<Text>,
}

/// Which offices are wanted.
#[uniffi::remote(Record)]
pub struct OfficeFilter {
    /// At which moment: RFC 3339, a date and a time of Italy (`2026-11-23T17:30`), or a day, which stands for its noon.
    /// Absent: now.
    pub at: Option<String>,
    /// Only those that are open then. On, unless it is said otherwise.
    pub open: bool,
    /// Only those that are open after 17:00 on some day of an ordinary week.
    pub evening: bool,
    /// Only those that are open on Saturdays of an ordinary week.
    pub saturday: bool,
    /// Only those where this language is spoken, a BCP 47 tag: at that moment if `open`, else at any time.
    pub language: Option<String>,
    /// Only those of this type, by its id.
    pub office_type: Option<String>,
}

/// A language that is spoken at an office.
#[uniffi::remote(Record)]
pub struct SpokenNow {
    /// The BCP 47 tag.
    pub language: String,
    /// The language and by whom.
    pub text: Text,
    /// Whether somebody speaks it there at that moment.
    pub now: bool,
}

/// An office in a list of those that are open.
#[uniffi::remote(Record)]
pub struct OpenOffice {
    /// Its id.
    pub id: String,
    /// Its Italian name, as it stands on the door.
    pub name_it: String,
    /// What kinds of office it is, in the reader's language.
    pub types: Vec<Text>,
    /// What it is at that moment.
    pub now: HoursNow,
    /// The hours of an ordinary week that the filter asked for: those of the evening, those of Saturday.
    pub fitting: Vec<DayHours>,
    /// Its telephone. Absent: unknown.
    pub phone: Option<String>,
    /// Its address on one line. Absent: unknown.
    pub address: Option<String>,
    /// Languages spoken.
    pub languages: Vec<SpokenNow>,
    /// Its freshness.
    pub freshness: Freshness,
}

/// The offices that are open, or that the filter asks for.
#[uniffi::remote(Record)]
pub struct OpenNow {
    /// What stands above every screen.
    pub header: Header,
    /// The municipality's name; absent when none is chosen and all offices are looked at.
    pub municipality: Option<String>,
    /// The moment, ISO 8601 with the offset of Italy. Absent when the device's clock is wrong and none was asked for: then
    /// nobody knows what is open.
    pub at: Option<String>,
    /// The offices: open ones first, those that close last before the others; then by when they open; unknown hours last.
    pub offices: Vec<OpenOffice>,
    /// Says that there are none.
    pub none: Option<Text>,
    /// How many offices that the filter could mean have unknown hours. They may be open.
    pub unknown: u32,
    /// Says so. Always shown: nobody must believe that they are closed.
    pub unknown_text: Option<Text>,
}
