//! What a form is made of: fields and the types of their values.

use crate::source::kind::Kind;

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
    /// What somebody answers to a question of a tree: one value, or a list of them; becomes one text.
    Answer,
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
    /// What goes in, for editors, in Italian; empty where the name and the type say it all.
    pub(crate) says: &'static str,
}

impl Field {
    /// The same field, with a word on what goes in.
    pub(super) const fn says(self, says: &'static str) -> Self {
        Self { says, ..self }
    }
}

/// A field that must be there.
pub(crate) const fn must(name: &'static str, ty: Type) -> Field {
    Field { name, ty, required: true, unknown: false, says: "" }
}

/// A field that may be left out.
pub(super) const fn may(name: &'static str, ty: Type) -> Field {
    Field { name, ty, required: false, unknown: false, says: "" }
}

/// A field that must be there, if only to say that nobody knows.
pub(super) const fn or_unknown(name: &'static str, ty: Type) -> Field {
    Field { name, ty, required: true, unknown: true, says: "" }
}
