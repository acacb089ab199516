//! Offices, resolved for the reader's municipality, with their week.

use std::rc::Rc;

use jiff::civil::Time;

use super::Reading;
use crate::l10n::{Message, messages, name_of};
use crate::model::{
    Address, Appointment, Municipality, Office, OpeningHours, SpokenBy, SpokenLanguage, Weekday,
};
use crate::order;
use crate::screens::{DayHours, OfficeScreen, OfficeView, Offices, Text};
use crate::{Error, Result};

/// Monday first.
pub(super) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

impl Reading<'_> {
    /// The offices that serve the reader's municipality; all of them when she has not chosen one.
    pub fn offices(&self) -> Result<Offices> {
        let mut offices = self.all::<Office>("office")?;
        if let Some(municipality) = &self.municipality {
            let serving = order::set(municipality.offices.values().flatten());
            offices.retain(|office| serving.contains(&office.meta.id));
        }
        order::sort_by(&mut offices, |a, b| a.name_it.cmp(&b.name_it));
        Ok(Offices {
            header: self.header()?,
            municipality: self.municipality.as_ref().map(|found| found.name_it.clone()),
            offices: offices
                .iter()
                .map(|office| self.office_view(office))
                .collect::<Result<_>>()?,
        })
    }

    /// One office.
    pub fn office(&self, id: &str) -> Result<OfficeScreen> {
        let office = self
            .item::<Office>("office", id)?
            .ok_or_else(|| Error::InvalidInput(format!("there is no office «{id}»")))?;
        let mut what = Vec::new();
        for office_type in &office.office_types {
            what.extend(self.text(office_type, "what")?);
        }
        let mut contacts = Vec::new();
        for contact in &office.contacts {
            contacts.extend(self.contact(contact)?);
        }
        Ok(OfficeScreen {
            header: self.header()?,
            office: self.office_view(&office)?,
            what,
            contacts,
            sources: self.sources(&office.meta),
        })
    }

    /// The offices of a type in the reader's municipality, the first being the one to go to. Steps and sentences name the
    /// same few again and again, so they are remembered.
    pub(super) fn offices_of_type(&self, office_type: &str) -> Result<Rc<[OfficeView]>> {
        if let Some(known) = self.offices.borrow().get(office_type) {
            return Ok(Rc::clone(known));
        }
        let ids = self
            .municipality
            .iter()
            .filter_map(|municipality: &Municipality| municipality.offices.get(office_type))
            .flatten();
        let mut offices = Vec::new();
        for id in ids {
            if let Some(office) = self.item::<Office>("office", id)? {
                offices.push(self.office_view(&office)?);
            }
        }
        let offices: Rc<[OfficeView]> = offices.into();
        self.offices.borrow_mut().insert(office_type.to_owned(), Rc::clone(&offices));
        Ok(offices)
    }

    /// An office as a shell draws it.
    pub(super) fn office_view(&self, office: &Office) -> Result<OfficeView> {
        let mut types = Vec::new();
        for office_type in &office.office_types {
            types.push(self.required(office_type, "title")?);
        }
        let ask = self.whom_to_ask(office)?;
        Ok(OfficeView {
            id: office.meta.id.clone(),
            name_it: office.name_it.clone(),
            types,
            address: office.address.as_ref().map(address_line),
            phone: office.phone.clone(),
            hours: office.hours.as_deref().map(|hours| self.week(hours)).unwrap_or_default(),
            hours_unknown: office.hours.is_none().then(|| self.say(&messages::hours_unknown())),
            unknown: self.unknown_fields(office, ask.as_ref()),
            ask: ask.map(|office| office.meta.id),
            languages: office.languages.iter().map(|spoken| self.spoken(spoken)).collect(),
            appointment: office
                .appointment
                .as_ref()
                .map(|appointment| self.appointment(appointment))
                .unwrap_or_default(),
            email: office.email.clone(),
            pec: office.pec.clone(),
            url: office.url.clone(),
            step_free: office.step_free,
            freshness: self.freshness(&office.meta),
        })
    }

    /// The office to ask about what is unknown: its own, or the territory's; never itself.
    fn whom_to_ask(&self, office: &Office) -> Result<Option<Office>> {
        let own = office.ask.clone();
        let territory = self.territory.as_ref().map(|territory| territory.ask.clone());
        for id in own.into_iter().chain(territory) {
            if id != office.meta.id
                && let Some(found) = self.item::<Office>("office", &id)?
            {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn unknown_fields(&self, office: &Office, ask: Option<&Office>) -> Option<Text> {
        let fields = [
            (office.address.is_none(), messages::field_address()),
            (office.phone.is_none(), messages::field_phone()),
            (office.hours.is_none(), messages::field_hours()),
        ];
        let fields = fields
            .iter()
            .filter(|(unknown, _)| *unknown)
            .map(|(_, message)| self.plain_words(message));
        let fields = self.joined(fields)?;
        Some(self.say(&match ask {
            Some(office) => messages::unknown_ask(fields, office.name_it.as_str()),
            None => messages::unknown_no_ask(fields),
        }))
    }

    /// The weekly hours, a line a day. Holidays and exceptions are another call's business.
    pub(super) fn week(&self, hours: &[OpeningHours]) -> Vec<DayHours> {
        (1_u8..)
            .zip(WEEK)
            .map(|(number, day)| {
                let mut today: Vec<&OpeningHours> =
                    hours.iter().filter(|span| span.days.contains(&day)).collect();
                order::sort_by_key(&mut today, |span| span.open);
                let mut spans: Vec<Text> =
                    today.iter().map(|span| self.say(&span_message(span))).collect();
                if spans.is_empty() {
                    spans.push(self.say(&messages::hours_closed()));
                }
                DayHours {
                    weekday: number,
                    day: self.say(&messages::weekday(u32::from(number))),
                    spans,
                }
            })
            .collect()
    }

    pub(super) fn spoken(&self, spoken: &SpokenLanguage) -> Text {
        let language = name_of(&spoken.language);
        self.say(&match spoken.by {
            SpokenBy::Mediator => messages::spoken_mediator(language),
            SpokenBy::Phone => messages::spoken_phone(language),
            SpokenBy::Staff | SpokenBy::Unknown => messages::spoken_staff(language),
        })
    }

    pub(super) fn appointment(&self, appointment: &Appointment) -> Vec<Text> {
        let walk_in = appointment
            .walk_in
            .map(|walk_in| if walk_in { messages::walk_in_yes() } else { messages::walk_in_no() });
        let url = appointment.url.as_deref().map(messages::appointment_url);
        let phone = appointment.phone.as_deref().map(messages::appointment_phone);
        [walk_in, url, phone].iter().flatten().map(|message| self.say(message)).collect()
    }
}

/// A day of the week, 1 for Monday to 7 for Sunday.
pub(super) fn day_number(day: Weekday) -> u8 {
    (1..).zip(WEEK).find(|(_, known)| *known == day).map_or(7, |(number, _)| number)
}

/// An address on one line.
pub(super) fn address_line(address: &Address) -> String {
    let town = [address.postcode.as_deref().unwrap_or_default(), &address.town];
    format!("{}, {}", address.street, town.join(" ").trim())
}

/// A span of opening without its days.
pub(super) fn span_message(span: &OpeningHours) -> Message {
    range_message(&clock(span.open), &clock(span.close), span.by_appointment)
}

/// A range of times, and whether it wants an appointment.
pub(super) fn range_message(open: &str, close: &str, by_appointment: bool) -> Message {
    match by_appointment {
        true => messages::hours_by_appointment(close, open),
        false => messages::hours_span(close, open),
    }
}

/// A time as a clock shows it: `09:00`.
pub(super) fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
