//! What the facts say that a sentence may have copied: amounts, spans, days, numbers.

use std::collections::{BTreeMap, BTreeSet};

use cittadini_core::content::markup::{self, Piece};
use cittadini_core::model::{
    ContactKind, Duration, DurationRange, Office, Overlay, Procedure, Record, Unit,
};
use jiff::civil::Date;
use serde_json::Value as Json;

use crate::source::compile::Item;
use crate::source::load::Content;

use super::phones::comparable;

/// Who has a telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Holder {
    Contact(String),
    Office(String),
    /// No telephone number, but one that a slip of payment bears.
    Account(String),
}

/// What all facts say.
#[derive(Debug, Default)]
pub(super) struct Facts<'c> {
    /// The fees that cost so many cents, now, earlier or later.
    pub(super) fees: BTreeMap<u64, BTreeSet<&'c str>>,
    pub(super) numbers: BTreeMap<String, Holder>,
    /// Addresses of the web and of mail, without what may be left out in writing, with their contact.
    pub(super) addresses: BTreeMap<String, &'c str>,
}

impl<'c> Facts<'c> {
    /// Reads them from all items.
    pub(super) fn of(content: &'c Content) -> Self {
        let mut facts = Self::default();
        for item in content.items.values() {
            match &item.record {
                Record::Fee(fee) => {
                    for amount in &fee.amounts {
                        facts.costs(&item.id, amount.cents.into_iter().chain(amount.max_cents));
                    }
                    let holder = Holder::Account(item.id.clone());
                    facts.number(fee.account.as_deref(), holder);
                }
                Record::Contact(contact) => match contact.contact_kind {
                    ContactKind::Phone | ContactKind::Hotline => {
                        facts.number(Some(&contact.value), Holder::Contact(item.id.clone()));
                    }
                    _ => {
                        facts.addresses.insert(bare(&contact.value).to_owned(), &item.id);
                    }
                },
                Record::Office(office) => facts.office(&item.id, office),
                Record::Municipality(place) => facts.overlays(&place.overlays),
                Record::Territory(place) => facts.overlays(&place.overlays),
                _ => {}
            }
        }
        facts
    }

    fn costs(&mut self, fee: &'c str, cents: impl IntoIterator<Item = u64>) {
        for cents in cents.into_iter().filter(|cents| *cents > 0) {
            self.fees.entry(cents).or_default().insert(fee);
        }
    }

    fn office(&mut self, id: &str, office: &Office) {
        let by_appointment = office.appointment.as_ref().and_then(|it| it.phone.as_deref());
        for phone in [office.phone.as_deref(), by_appointment] {
            self.number(phone, Holder::Office(id.to_owned()));
        }
    }

    /// A contact before an office before an account: a contact can be written into a sentence.
    fn number(&mut self, number: Option<&str>, holder: Holder) {
        let digits = number.map(comparable).filter(|digits| digits.len() > 2);
        let Some(digits) = digits else { return };
        if matches!(holder, Holder::Contact(_)) {
            self.numbers.insert(digits, holder);
        } else {
            self.numbers.entry(digits).or_insert(holder);
        }
    }

    /// An overlay may give a fee another amount.
    fn overlays(&mut self, overlays: &'c [Overlay]) {
        for overlay in overlays {
            let amounts = overlay.value.as_array().into_iter().flatten();
            let cents =
                amounts.flat_map(|amount| ["cents", "max_cents"].map(|key| amount.get(key)));
            self.costs(&overlay.item, cents.flatten().filter_map(Json::as_u64));
        }
    }
}

/// An address as people write it: without its scheme and its last stroke.
fn bare(address: &str) -> &str {
    let host = address.trim_start_matches("https://").trim_start_matches("http://");
    host.trim_start_matches("www.").trim_end_matches('/')
}

/// What the phone shows beside the words of one item.
#[derive(Debug, Default)]
pub(super) struct Own<'c> {
    pub(super) fees: BTreeSet<&'c str>,
    deadlines: Vec<(&'c str, Duration)>,
    shown: Vec<DurationRange>,
    pub(super) days: Vec<(Date, String)>,
}

impl<'c> Own<'c> {
    /// Reads it from the item, if that can be read, and from what its Italian words name.
    pub(super) fn of(content: &'c Content, id: &'c str) -> Self {
        let mut own = Self::default();
        own.named(content, id);
        if let Some(item) = content.items.get(id) {
            own.item(content, item);
        }
        for fee in own.fees.clone() {
            own.days.extend(content.items.get(fee).into_iter().flat_map(amount_days));
        }
        own
    }

    fn item(&mut self, content: &'c Content, item: &'c Item) {
        match &item.record {
            Record::Procedure(procedure) => self.procedure(content, procedure),
            Record::Service(service) => self.fees.extend(service.fee.as_deref()),
            Record::Deadline(_) => self.deadline(content, &item.id),
            Record::Document(_) => self.document(content, &item.id),
            Record::Fee(_) => {
                self.fees.insert(&item.id);
            }
            _ => {}
        }
        collect_days(&item.json, "", &mut self.days);
    }

    fn procedure(&mut self, content: &'c Content, procedure: &'c Procedure) {
        for id in procedure.deadlines.iter().chain(&procedure.appeal) {
            self.deadline(content, id);
        }
        self.shown.extend(procedure.result_validity.map(exactly));
        for step in &procedure.steps {
            self.fees.extend(step.fees.iter().map(|request| request.fee.as_str()));
            step.deadlines.iter().for_each(|id| self.deadline(content, id));
            self.shown.extend(step.law_duration.map(exactly));
            self.shown.extend(step.usual_duration);
            for request in &step.documents {
                self.shown.extend(request.validity.iter().map(|validity| exactly(validity.span)));
                self.document(content, &request.document);
            }
        }
    }

    fn deadline(&mut self, content: &'c Content, id: &str) {
        let Some((id, item)) = content.items.get_key_value(id) else { return };
        let Record::Deadline(deadline) = &item.record else { return };
        self.deadlines.extend(deadline.span.map(|span| (id.as_str(), span)));
        self.shown.extend(deadline.usual);
    }

    fn document(&mut self, content: &'c Content, id: &str) {
        let Some(Record::Document(document)) = content.items.get(id).map(|item| &item.record)
        else {
            return;
        };
        self.shown.extend(document.validity.iter().map(|validity| exactly(validity.span)));
    }

    /// Fees and deadlines that the words name without the item itself using them.
    fn named(&mut self, content: &'c Content, id: &str) {
        let words = content.words.get("it").and_then(|words| words.get(id));
        for sentence in words.into_iter().flat_map(|words| words.values.values()) {
            for piece in markup::parse(&sentence.text).unwrap_or_default() {
                match piece {
                    Piece::Deadline(id) => self.deadline(content, &id),
                    Piece::Fee(id) => {
                        self.fees
                            .extend(content.items.get_key_value(&id).map(|(id, _)| id.as_str()));
                    }
                    _ => {}
                }
            }
        }
    }

    /// The deadlines, each once, that last so long.
    pub(super) fn deadlines_of(&self, span: Duration) -> BTreeSet<&'c str> {
        let same = |other: &Duration| other.n == span.n && alike(other.unit, span.unit);
        self.deadlines.iter().filter(|(_, other)| same(other)).map(|(id, _)| *id).collect()
    }

    /// Whether the phone shows this span without any sentence.
    pub(super) fn shows(&self, range: DurationRange) -> bool {
        self.shown.iter().any(|other| {
            (other.min, other.max) == (range.min, range.max) && alike(other.unit, range.unit)
        })
    }
}

/// A span as a range without width.
pub(super) fn exactly(span: Duration) -> DurationRange {
    DurationRange { min: span.n, max: span.n, unit: span.unit }
}

/// Whether two units may have been meant for each other: who copies «8 working days» often writes «8 days».
fn alike(one: Unit, other: Unit) -> bool {
    let days = |unit| matches!(unit, Unit::Days | Unit::WorkingDays);
    one == other || days(one) && days(other)
}

/// All days in an item, each with the path of its field.
fn collect_days(json: &Json, path: &str, days: &mut Vec<(Date, String)>) {
    let deeper = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match json {
        Json::String(text) if text.len() == 10 => {
            days.extend(text.parse().ok().map(|day: Date| (day, path.to_owned())));
        }
        Json::Object(fields) => {
            fields.iter().for_each(|(key, value)| collect_days(value, &deeper(key), days));
        }
        Json::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                collect_days(value, &deeper(&at.to_string()), days);
            }
        }
        _ => {}
    }
}

/// The days on which the amounts of a fee begin and end.
fn amount_days(fee: &Item) -> Vec<(Date, String)> {
    let mut days = Vec::new();
    collect_days(fee.json.get("amounts").unwrap_or(&Json::Null), &fee.id, &mut days);
    days
}
