//! The editors' form as data: which fields each kind has, of which type, and which may be left out.
//!
//! `content/README.md` says the same in words. That the compiled form fits the model's types is proved by a test with a
//! full example of every kind.

mod describe;
mod facts;
mod field;
mod knowledge;
mod meta;
mod procedure;
mod territory;
mod vocabulary;

pub(crate) use facts::*;
pub(crate) use field::{Field, Type, must};
pub(crate) use knowledge::*;
pub(crate) use meta::*;
pub(crate) use procedure::*;
pub(crate) use territory::*;
pub(crate) use vocabulary::*;

use super::kind::Kind;

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
        Kind::Holiday => HOLIDAY,
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
