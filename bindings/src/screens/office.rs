//! Offices and contacts.

use cittadini_core::screens::{
    ContactView, DayHours, Freshness, Header, OfficeScreen, OfficeView, Offices, SourceView, Text,
};

/// The hours of one day of the week.
#[uniffi::remote(Record)]
pub struct DayHours {
    /// The day, 1 for Monday to 7 for Sunday.
    pub weekday: u8,
    /// The day in words.
    pub day: Text,
    /// The spans, `09:00-12:30`, each with what it is limited to. Empty: closed.
    pub spans: Vec<Text>,
}

/// A way to reach somebody.
#[uniffi::remote(Record)]
pub struct ContactView {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// What it is for.
    pub what: Option<Text>,
    /// The number or address, ready to be tapped.
    pub value: Text,
    /// Whether the call costs nothing.
    pub free: bool,
    /// Whether it is for emergencies.
    pub emergency: bool,
    /// Its freshness.
    pub freshness: Freshness,
}

/// An office, resolved for the reader's municipality.
#[uniffi::remote(Record)]
pub struct OfficeView {
    /// Its id.
    pub id: String,
    /// Its Italian name, as it stands on the door.
    pub name_it: String,
    /// What kinds of office it is, in the reader's language.
    pub types: Vec<Text>,
    /// Its address on one line. Absent: unknown.
    pub address: Option<String>,
    /// Its telephone. Absent: unknown.
    pub phone: Option<String>,
    /// The week, Monday first. Empty when the hours are unknown.
    pub hours: Vec<DayHours>,
    /// Says that the weekly hours are not known.
    pub hours_unknown: Option<Text>,
    /// Says which fields are not known and whom to ask.
    pub unknown: Option<Text>,
    /// Where to ask: an office's id.
    pub ask: Option<String>,
    /// Languages spoken, each with by whom.
    pub languages: Vec<Text>,
    /// How one gets an appointment.
    pub appointment: Vec<Text>,
    /// E-mail.
    pub email: Option<String>,
    /// Certified e-mail.
    pub pec: Option<String>,
    /// Web page.
    pub url: Option<String>,
    /// Whether it can be entered without steps.
    pub step_free: Option<bool>,
    /// Its freshness.
    pub freshness: Freshness,
}

/// The offices of a municipality.
#[uniffi::remote(Record)]
pub struct Offices {
    /// What stands above every screen.
    pub header: Header,
    /// The municipality's name; absent when none is chosen and all offices are listed.
    pub municipality: Option<String>,
    /// The offices.
    pub offices: Vec<OfficeView>,
}

/// One office.
#[uniffi::remote(Record)]
pub struct OfficeScreen {
    /// What stands above every screen.
    pub header: Header,
    /// The office.
    pub office: OfficeView,
    /// What one does there.
    pub what: Vec<Text>,
    /// Further contacts.
    pub contacts: Vec<ContactView>,
    /// Where this was read.
    pub sources: Vec<SourceView>,
}
