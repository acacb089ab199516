//! What every item carries, and the spans of validity and hours that several kinds share.

use super::field::{Field, Type, may, must};

const SOURCE_FIELDS: &[Field] = &[
    may("norm", Type::Text),
    may("url", Type::Url),
    may("title", Type::Text),
    must("read_on", Type::Date),
];

/// Where a fact was read.
pub(crate) const SOURCE: Type = Type::Record(SOURCE_FIELDS);

const MARK: Type = Type::Record(&[
    must("field", Type::Text),
    must("kind", Type::Choice(&["unsourced", "volatile", "conflict"])),
    may("note", Type::Text),
]);

/// What every item carries.
pub(crate) const META: &[Field] = &[
    must("owner", Type::Slug),
    must("risk", RISK),
    must("confidence", CONFIDENCE),
    must("sources", Type::List(&SOURCE)),
    must("verified_on", Type::Date),
    must("verified_by", Type::Slug),
    must("verify_by", Type::Date),
    may("marks", Type::List(&MARK)),
    may("audience", Type::List(&AUDIENCE)),
    may("valid_from", Type::Date),
    may("valid_until", Type::Date),
    may("replaced_by", Type::Id(&[])),
];

/// What a municipality may say itself; what it leaves out is as in its territory.
pub(crate) const MUNICIPALITY_META: &[Field] = &[
    may("owner", Type::Slug),
    may("risk", RISK),
    may("confidence", CONFIDENCE),
    may("sources", Type::List(&SOURCE)),
    may("verified_on", Type::Date),
    may("verified_by", Type::Slug),
    may("verify_by", Type::Date),
    may("marks", Type::List(&MARK)),
];

const RISK: Type = Type::Choice(&["low", "medium", "high"]);
const CONFIDENCE: Type = Type::Choice(&["high", "medium", "low"]);
const AUDIENCE: Type = Type::Choice(&["person", "operator", "employer"]);

/// For how long a paper may be handed in.
pub(super) const VALIDITY: Type = Type::Record(&[
    may("issuer", Type::Choice(&["home", "consulate", "italian_office"])),
    must("span", Type::Span),
    may("counts_from", Type::Choice(&["issue", "translation", "legalisation"])),
]);

/// A span of opening.
pub(super) const HOURS: Type = Type::Record(&[
    must("days", Type::Days),
    must("time", Type::Times),
    may("by_appointment", Type::Bool),
    may("service", Type::Text),
]);
