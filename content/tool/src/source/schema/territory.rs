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
    must("name_it", Type::Text),
    must("ask", Type::Id(&[Kind::Office])),
    may("offices", OFFICES_BY_TYPE),
    may("overlays", Type::List(&OVERLAY)),
];

/// A municipality, without what it has from its territory.
pub(crate) const MUNICIPALITY: &[Field] = &[
    must("istat", Type::Istat),
    must("name_it", Type::Text),
    or_unknown("patron_saint", Type::MonthDay),
    may("offices", OFFICES_BY_TYPE),
];

const ADDRESS: Type = Type::Record(&[
    must("street", Type::Text),
    may("postcode", Type::Text),
    must("town", Type::Text),
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
    must("organisation", Type::Id(&[Kind::Organisation])),
    must("office_types", Type::List(&Type::Id(&[Kind::OfficeType]))),
    must("name_it", Type::Text),
    or_unknown("address", ADDRESS),
    or_unknown("phone", Type::Text),
    or_unknown("hours", Type::List(&HOURS)),
    may("exceptions", Type::List(&EXCEPTION)),
    may("languages", Type::List(&SPOKEN)),
    may("appointment", APPOINTMENT),
    may("email", Type::Email),
    may("pec", Type::Email),
    may("url", Type::Url),
    may("contacts", Type::List(&Type::Id(&[Kind::Contact]))),
    may("serves", Type::List(&Type::Istat)),
    may("step_free", Type::Bool),
    may("ask", Type::Id(&[Kind::Office])),
];

/// How one translation came about, in `state/<lang>.yaml`.
pub(crate) const STATE: Type = Type::Record(&[
    must("source", Type::Text),
    must("kind", Type::Choice(&["machine", "human", "reviewed"])),
    must("by", Type::Slug),
    must("on", Type::Date),
]);
