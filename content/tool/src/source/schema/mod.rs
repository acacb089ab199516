//! The editors' form as data: which fields each kind has, of which type, and which may be left out.
//!
//! `content/README.md` says the same in words. That the compiled form fits the model's types is proved by a test with a
//! full example of every kind.

mod facts;
mod knowledge;
mod meta;
mod procedure;
mod territory;

pub(crate) use facts::*;
pub(crate) use knowledge::*;
pub(crate) use meta::*;
pub(crate) use procedure::*;
pub(crate) use territory::*;

use super::kind::Kind;

/// What may be written as a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Type {
    /// A text that is not empty.
    Text,
    /// Small letters, digits, hyphens and underscores.
    Slug,
    /// The id of an item of one of these kinds; none means any kind.
    Id(&'static [Kind]),
    /// `2026-11-21`.
    Date,
    /// `12-07`.
    MonthDay,
    /// `16.00` or `77.00-116.00`; becomes the fields `cents` and `max_cents`.
    Amount,
    /// `60 days`.
    Span,
    /// `4-12 months`.
    SpanRange,
    /// `mon-fri`, or a list of such.
    Days,
    /// `09:00-12:30`; becomes the fields `open` and `close`.
    Times,
    /// `true` or `false`.
    Bool,
    /// A whole number that is not negative.
    Integer,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// An address of the web.
    Url,
    /// An e-mail address.
    Email,
    /// A BCP 47 tag.
    Language,
    /// The six digits of a municipality.
    Istat,
    /// `{eq: [fact, value]}` and the like.
    Condition,
    /// The value of an overlay, whose type is that of the field it replaces.
    OverlayValue,
    /// A list.
    List(&'static Type),
    /// A map with these fields.
    Record(&'static [Field]),
    /// A map whose field of this name says which of the forms it has.
    Tagged(&'static str, &'static [(&'static str, &'static [Field])]),
    /// A map from keys of one type to values of another.
    MapOf(&'static Type, &'static Type),
}

/// A field of a record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    /// Whether the word `unknown` may stand for the value.
    pub(crate) unknown: bool,
}

/// A field that must be there.
const fn must(name: &'static str, ty: Type) -> Field {
    Field { name, ty, required: true, unknown: false }
}

/// A field that may be left out.
const fn may(name: &'static str, ty: Type) -> Field {
    Field { name, ty, required: false, unknown: false }
}

/// A field that must be there, if only to say that nobody knows.
const fn or_unknown(name: &'static str, ty: Type) -> Field {
    Field { name, ty, required: true, unknown: true }
}

/// The form of a kind: what every item carries, and its own fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    pub(crate) meta: &'static [Field],
    pub(crate) own: &'static [Field],
}

impl Form {
    /// All fields.
    pub(crate) fn fields(self) -> impl Iterator<Item = &'static Field> + Clone {
        self.own.iter().chain(self.meta)
    }
}

/// The form of an item of a kind.
pub(crate) fn form(kind: Kind) -> Form {
    let own = match kind {
        Kind::Procedure => PROCEDURE,
        Kind::Document => DOCUMENT,
        Kind::Fee => FEE,
        Kind::Deadline => DEADLINE,
        Kind::Term => TERM,
        Kind::Tree => TREE,
        Kind::Service => SERVICE,
        Kind::Contact => CONTACT,
        Kind::OfficeType => OFFICE_TYPE,
        Kind::Organisation => ORGANISATION,
        Kind::Phrase => PHRASE,
        Kind::Territory => TERRITORY,
        Kind::Municipality => return Form { meta: MUNICIPALITY_META, own: MUNICIPALITY },
        Kind::Office => OFFICE,
        Kind::Notice => NOTICE,
        Kind::OperatorNote => OPERATOR_NOTE,
    };
    Form { meta: META, own }
}

/// The field that an overlay names: `official_url`, or `steps.<step>.<field>`.
pub(crate) fn overlaid(kind: Kind, path: &str) -> Option<Field> {
    let mut parts = path.split('.');
    let first = parts.next()?;
    let mut field = *form(kind).own.iter().find(|field| field.name == first)?;
    while parts.next().is_some() {
        let Type::List(Type::Record(fields)) = field.ty else { return None };
        fields.iter().find(|inner| inner.name == "id")?;
        let name = parts.next()?;
        field = **fields.iter().find(|inner| inner.name == name).as_ref()?;
    }
    (field.name != "id").then_some(field)
}
