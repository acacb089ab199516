//! Organisations, offices, and where they can be reached.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::Meta;

/// What kind of body it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// A municipality.
    Municipality,
    /// A consortium of municipalities.
    Consortium,
    /// The police headquarters of a province.
    Questura,
    /// The government's office in a province.
    Prefettura,
    /// A health authority.
    Health,
    /// A school.
    School,
    /// A ministry or agency of the State.
    State,
    /// The post office.
    Post,
    /// A foreign State's representation, or an Italian one abroad.
    Consulate,
    /// A union, an association, a *patronato*, a parish.
    ThirdSector,
    /// Any other.
    #[default]
    #[serde(other)]
    Other,
}

/// A body that runs offices.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Organisation {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// Its Italian name.
    pub name_it: String,
    /// What kind of body.
    pub organisation_kind: OrganisationKind,
    /// Ids of contacts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<String>,
}

/// A type of office that steps name. Text keys: `title`, `what` (what one does there).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfficeType {
    /// What every item carries. The id is what steps name: `questura-immigrazione`, `anagrafe` …
    #[serde(flatten)]
    pub meta: Meta,
    /// The Italian name, as it stands on the door.
    pub name_it: String,
    /// Whether each municipality has its own or the reader's own choice counts (a consulate, an employer): then no
    /// territory resolves it.
    pub anywhere: bool,
}

/// A postal address in Italy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Street and number.
    pub street: String,
    /// *CAP*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// The town.
    pub town: String,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A span of opening that repeats every week. Times are in Europe/Rome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    /// On these days.
    pub days: Vec<Weekday>,
    /// From.
    pub open: Time,
    /// To.
    pub close: Time,
    /// Only with an appointment.
    #[serde(default)]
    pub by_appointment: bool,
    /// Only for this service, in Italian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
}

/// Days on which the weekly hours do not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursException {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The hours that hold instead; none means closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<OpeningHours>,
    /// Why, in Italian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How a language is spoken at an office.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpokenBy {
    /// By the staff.
    #[default]
    Staff,
    /// By a mediator.
    Mediator,
    /// By an interpreter on the telephone.
    Phone,
    /// A way that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// A language spoken at an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpokenLanguage {
    /// The BCP 47 tag.
    pub language: String,
    /// When; empty means at all hours of opening.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<OpeningHours>,
    /// By whom.
    #[serde(default)]
    pub by: SpokenBy,
}

/// How one gets an appointment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Appointment {
    /// Whether one may come without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub walk_in: Option<bool>,
    /// Where it is booked on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where it is booked by telephone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// An office: a place, or where none is known, a body that can be asked. What is absent is unknown, and shown as such.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Office {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// The organisation that runs it.
    pub organisation: String,
    /// The types of office it is.
    pub office_types: Vec<String>,
    /// The Italian name.
    pub name_it: String,
    /// Where it is. Absent: unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Its public telephone. Absent: unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Weekly hours. Absent: unknown. Empty: closed to the public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Vec<OpeningHours>>,
    /// Days on which they do not hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<HoursException>,
    /// Languages spoken there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<SpokenLanguage>,
    /// How one gets an appointment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Appointment>,
    /// E-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Certified e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pec: Option<String>,
    /// Web page, or a page that finds the nearest one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Further contacts, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<String>,
    /// ISTAT codes of the municipalities it serves; empty means the whole territory.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<String>,
    /// Whether it can be entered without steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_free: Option<bool>,
    /// The office to ask when something here is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<String>,
}

/// How a contact is reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// A telephone.
    Phone,
    /// A telephone that helps many.
    Hotline,
    /// E-mail.
    Email,
    /// Certified e-mail.
    Pec,
    /// A web page.
    Web,
    /// A way that a newer release speaks of.
    #[default]
    #[serde(other)]
    Unknown,
}

/// A way to reach somebody. Text keys: `title`, `what` (optional).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// How.
    pub contact_kind: ContactKind,
    /// The number or address.
    pub value: String,
    /// BCP 47 tags of the languages spoken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Whether the call costs nothing.
    pub free: bool,
    /// Whether it is for emergencies.
    pub emergency: bool,
    /// Whether one need not give a name.
    pub anonymous: bool,
}

/// Something an organisation offers. Text keys: `title`, `what`, `for_whom`, `how` (optional).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Service {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// The organisation that offers it.
    pub organisation: String,
    /// The offices that offer it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<String>,
    /// The fee, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<String>,
    /// Whether it costs nothing.
    pub free: bool,
    /// BCP 47 tags of the languages spoken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Procedures it helps with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_procedures: Vec<String>,
}
