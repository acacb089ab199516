//! How two versions of an office differ: how to reach it and when it is open.

use jiff::civil::Date;

use super::super::Reading;
use super::super::contacts::left_to_right;
use super::super::offices::{WEEK, address_line, day_number, span_message};
use super::super::runs::SLOTS;
use super::Told;
use super::details::Details;
use super::links::Links;
use super::what::What;
use crate::Result;
use crate::l10n::messages;
use crate::model::{HoursException, Meta, Municipality, Office, Weekday};
use crate::order;
use crate::screens::{DayHours, Run, Text};

impl Told for Office {
    const KIND: &'static str = "office";
    const STANDS_ALONE: bool = true;

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn name_it(&self) -> Option<&str> {
        Some(&self.name_it)
    }

    fn is_shown(&self, _: &Reading<'_>, here: Option<&Municipality>) -> bool {
        here.is_none_or(|here| here.offices.values().flatten().any(|id| *id == self.meta.id))
    }

    fn belongs_to(&self, _: Option<&Self>, to: &Links, here: Option<&Municipality>) -> bool {
        let mut types = to.steps.iter().filter_map(|step| step.office_type.as_ref());
        types.any(|slug| match here {
            Some(here) => here.offices.get(slug).is_some_and(|ids| ids.contains(&self.meta.id)),
            None => self.office_types.contains(slug),
        })
    }

    fn tell(&self, before: &Self, details: &mut Details<'_, '_>) -> Result<()> {
        let name = |office: &Self| details.literal(Some(&office.name_it));
        let (was, is) = (name(before), name(self));
        details.value(What::Name, was, is);
        reach(before, self, details);
        week(before, self, details);
        exceptions(before, self, details);
        languages_and_appointments(before, self, details);
        details.if_differs(What::Revised, &before.office_types, &self.office_types);
        if before.step_free != self.step_free
            && let Some(free) = self.step_free
        {
            details.sentence(if free { What::StepFree } else { What::StepNotFree });
        }
        Ok(())
    }
}

/// The address and the ways to write and call.
fn reach(before: &Office, after: &Office, details: &mut Details<'_, '_>) {
    let address =
        |office: &Office| details.literal(office.address.as_ref().map(address_line).as_ref());
    let (was, is) = (address(before), address(after));
    details.known(What::Address, was, is);
    let phone =
        |office: &Office| office.phone.clone().map(|number| left_to_right(Run::Phone { number }));
    details.known(What::Phone, phone(before), phone(after));
    let mail = |mail: &Option<String>| {
        mail.clone()
            .map(|mail| left_to_right(Run::Link { url: format!("mailto:{mail}"), text: mail }))
    };
    details.value(What::Email, mail(&before.email), mail(&after.email));
    details.value(What::Pec, mail(&before.pec), mail(&after.pec));
    let url = |office: &Office| details.link(office.url.as_ref());
    let (was, is) = (url(before), url(after));
    details.value(What::Url, was, is);
}

/// The hours of the days that have others; days that follow each other and change alike stand together.
fn week(before: &Office, after: &Office, details: &mut Details<'_, '_>) {
    if before.hours == after.hours {
        return;
    }
    let reading = details.reading;
    let days = |office: &Office| office.hours.as_deref().map(|hours| reading.week(hours));
    let (was, is) = (days(before), days(after));
    let said = |week: &Option<Vec<DayHours>>, day: usize| match week {
        Some(week) => week.get(day).and_then(|day| reading.listed(plain(&day.spans))),
        None => Some(reading.say(&messages::hours_unknown())),
    };
    let mut groups: Vec<(&Weekday, &Weekday, Option<Text>, Option<Text>)> = Vec::new();
    for (number, day) in WEEK.iter().enumerate() {
        let (was, is) = (said(&was, number), said(&is, number));
        match groups.last_mut() {
            Some((_, last, before, after)) if (&was, &is) == (before, after) => *last = day,
            _ => groups.push((day, day, was, is)),
        }
    }
    for (first, last, was, is) in groups.into_iter().filter(|(_, _, was, is)| was != is) {
        let text = reading.say(&match (day_name(reading, first), day_name(reading, last)) {
            (day, _) if first == last => messages::change_hours(day),
            (first, last) => messages::change_hours_days(first, last),
        });
        details.add(What::Hours, text, was, is);
    }
    if !details.has(What::Hours) {
        // What a span is limited to is no part of the week in words.
        details.sentence(What::Hours);
    }
}

fn day_name(reading: &Reading<'_>, day: &Weekday) -> String {
    reading.plain_words(&messages::weekday(u32::from(day_number(*day))))
}

fn plain(texts: &[Text]) -> impl Iterator<Item = String> {
    texts.iter().map(Text::plain)
}

/// Days on which the weekly hours do not hold, unless they are over.
fn exceptions(before: &Office, after: &Office, details: &mut Details<'_, '_>) {
    let today = details.reading.today;
    let all = before.exceptions.iter().chain(&after.exceptions);
    let to_come = all.filter(|exception| exception.to >= today);
    let days = order::set(to_come.map(|exception| (exception.from, exception.to)));
    for (from, to) in days {
        let on = |office: &Office| {
            let found = office.exceptions.iter().find(|own| (own.from, own.to) == (from, to));
            exception_hours(found, details)
        };
        let (was, is) = (on(before), on(after));
        if was != is {
            let text = days_text(details.reading, from, to);
            details.add(What::Exception, text, Some(was), Some(is));
        }
    }
}

fn days_text(reading: &Reading<'_>, from: Date, to: Date) -> Text {
    if from == to {
        return reading.say_with_date(&messages::change_on_day(SLOTS[0]), from);
    }
    let language = reading.first_language();
    let days = [from, to].map(|day| Run::Date { iso: day.to_string() });
    let message = messages::change_on_days(SLOTS[0], SLOTS[1]);
    reading.runs_text(reading.woven(&message, language, &days), language)
}

/// What holds on such days: other hours, none, or without an exception those of every week.
fn exception_hours(exception: Option<&HoursException>, details: &Details<'_, '_>) -> Text {
    let reading = details.reading;
    let Some(exception) = exception else { return reading.say(&messages::change_usual_hours()) };
    let spans = exception.hours.iter().flat_map(|hours| -> Vec<String> {
        let span = reading.plain_words(&span_message(hours));
        match exception.from == exception.to {
            true => vec![span],
            false => hours.days.iter().map(|day| on_day(reading, day, &span)).collect(),
        }
    });
    reading.listed(spans).unwrap_or_else(|| reading.say(&messages::hours_closed()))
}

fn on_day(reading: &Reading<'_>, day: &Weekday, span: &str) -> String {
    reading.plain_words(&messages::change_day_hours(day_name(reading, day), span))
}

fn languages_and_appointments(before: &Office, after: &Office, details: &mut Details<'_, '_>) {
    let reading = details.reading;
    let spoken = |office: &Office| -> Vec<Text> {
        office.languages.iter().map(|spoken| reading.spoken(spoken)).collect()
    };
    let (was, is) = (spoken(before), spoken(after));
    details.value(What::Languages, reading.listed(plain(&was)), reading.listed(plain(&is)));
    let appointment = |office: &Office| -> Vec<Text> {
        office.appointment.as_ref().map(|how| reading.appointment(how)).unwrap_or_default()
    };
    details.instead(What::Appointment, &appointment(before), &appointment(after));
}
