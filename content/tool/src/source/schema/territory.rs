//! The form of territories, their municipalities and offices, of overlays, and of the state of translations.

use super::field::{Field, Type, may, must, or_unknown};
use super::meta::{HOURS, SOURCE};
use crate::source::kind::Kind;

const OFFICES_BY_TYPE: Type =
    Type::MapOf(&Type::Id(&[Kind::OfficeType]), &Type::List(&Type::Id(&[Kind::Office])));

/// One field that holds differently in a place.
pub(crate) const OVERLAY: Type = Type::Record(&[
    must("item", Type::Id(&[])),
    must("field", Type::Text),
    must("value", Type::OverlayValue),
    must("reason", Type::Text),
    must("source", SOURCE),
]);

/// The name of the field of `territory.yaml` that lists the municipalities. They become items of their own.
pub(crate) const MUNICIPALITIES: &str = "municipalities";

/// A territory. Its municipalities are read one by one, by their own form.
pub(crate) const TERRITORY: &[Field] = &[
    must("name_it", Type::Text).says("il nome del territorio"),
    must("ask", Type::Id(&[Kind::Office])).says("a chi chiedere quando non si sa di meglio"),
    may("offices", OFFICES_BY_TYPE)
        .says("quale ufficio fa che cosa, per tutti i comuni: {tipo: [ufficio]}"),
    may("overlays", Type::List(&OVERLAY)).says("che cosa qui è diverso"),
];

/// A municipality, without what it has from its territory.
pub(crate) const MUNICIPALITY: &[Field] = &[
    must("istat", Type::Istat).says("il codice ISTAT, tra virgolette"),
    must("name_it", Type::Text).says("il nome del comune"),
    or_unknown("patron_saint", Type::MonthDay).says("il giorno del santo patrono"),
    may("offices", OFFICES_BY_TYPE).says("gli uffici solo di questo comune: {tipo: [ufficio]}"),
];

const ADDRESS: Type = Type::Record(&[
    must("street", Type::Text).says("via e numero"),
    may("postcode", Type::Text).says("CAP"),
    must("town", Type::Text).says("comune"),
]);

const EXCEPTION: Type = Type::Record(&[
    must("from", Type::Date),
    must("to", Type::Date),
    may("hours", Type::List(&HOURS)),
    may("reason", Type::Text),
]);

const SPOKEN: Type = Type::Record(&[
    must("language", Type::Language),
    may("hours", Type::List(&HOURS)),
    may("by", Type::Choice(&["staff", "mediator", "phone"])),
]);

const APPOINTMENT: Type =
    Type::Record(&[may("walk_in", Type::Bool), may("url", Type::Url), may("phone", Type::Text)]);

/// An office.
pub(crate) const OFFICE: &[Field] = &[
    must("organisation", Type::Id(&[Kind::Organisation])).says("di chi è"),
    must("office_types", Type::List(&Type::Id(&[Kind::OfficeType]))).says("che cosa fa"),
    must("name_it", Type::Text).says("come si chiama"),
    or_unknown("address", ADDRESS).says("dov'è"),
    or_unknown("phone", Type::Text).says("il numero, tra virgolette"),
    or_unknown("hours", Type::List(&HOURS)).says("quando è aperto"),
    may("exceptions", Type::List(&EXCEPTION)).says("giorni con un altro orario"),
    may("languages", Type::List(&SPOKEN)).says("lingue parlate"),
    may("appointment", APPOINTMENT).says("come si prende appuntamento"),
    may("email", Type::Email),
    may("pec", Type::Email),
    may("url", Type::Url),
    may("contacts", Type::List(&Type::Id(&[Kind::Contact]))).says("altri contatti"),
    may("serves", Type::List(&Type::Istat)).says("i comuni che serve"),
    may("step_free", Type::Bool).says("senza gradini"),
    may("ask", Type::Id(&[Kind::Office])).says("a chi chiedere quello che non si sa"),
];

/// How one translation came about, in `state/<lang>.yaml`.
pub(crate) const STATE: Type = Type::Record(&[
    must("source", Type::Text),
    must("kind", Type::Choice(&["machine", "human", "reviewed"])),
    must("by", Type::Slug),
    must("on", Type::Date),
]);
