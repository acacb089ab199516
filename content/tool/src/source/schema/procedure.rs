//! The form of procedures and of operators' notes about them.

use super::field::{Field, Type, may, must};
use super::meta::VALIDITY;
use crate::source::kind::Kind;

const REQUIREMENT: Type = Type::Record(&[must("id", Type::Slug), may("when", Type::Condition)]);

const DOCUMENT_REQUEST: Type = Type::Record(&[
    must("document", Type::Id(&[Kind::Document])),
    may("copies", Type::Integer),
    may("original", Type::Bool),
    may("translated", Type::Bool),
    may("legalised", Type::Choice(&["none", "apostille", "consulate", "either"])),
    may("per_person", Type::Choice(&["applicant", "each_family_member"])),
    may("when", Type::Condition),
    may("validity", Type::List(&VALIDITY)),
]);

const FEE_REQUEST: Type = Type::Record(&[
    must("fee", Type::Id(&[Kind::Fee])),
    may("times", Type::Integer),
    may("choice", Type::Slug),
    may("when", Type::Condition),
]);

const ACTOR: Type =
    Type::Choice(&["me", "office", "employer", "school", "family", "third_party", "wait"]);

const CHANNEL: Type =
    Type::Choice(&["desk", "appointment", "post", "online", "phone", "email", "pec", "home"]);

const STEP: Type = Type::Record(&[
    must("id", Type::Slug),
    must("actor", ACTOR),
    may("office_type", Type::Id(&[Kind::OfficeType])),
    may("channel", Type::List(&CHANNEL)),
    may("url", Type::Url),
    may("identity", Type::Choice(&["none", "spid_or_cie", "assisted"])),
    may("documents", Type::List(&DOCUMENT_REQUEST)),
    may("fees", Type::List(&FEE_REQUEST)),
    may("free", Type::Bool),
    may("deadlines", Type::List(&Type::Id(&[Kind::Deadline]))),
    may("law_duration", Type::Span),
    may("usual_duration", Type::SpanRange),
    may("depends_on", Type::List(&Type::Slug)),
    may("when", Type::Condition),
    may("optional", Type::Bool),
]);

const NORM: Type = Type::Record(&[must("cite", Type::Text), may("urn", Type::Text)]);

/// A procedure.
pub(crate) const PROCEDURE: &[Field] = &[
    must("group", Type::Slug),
    may("life_events", Type::List(&Type::Slug)),
    must("eligibility", Type::List(&REQUIREMENT)),
    may("eligibility_tree", Type::Id(&[Kind::Tree])),
    must("steps", Type::List(&STEP)),
    may("deadlines", Type::List(&Type::Id(&[Kind::Deadline]))),
    may("result_validity", Type::Span),
    may("mistakes", Type::List(&Type::Slug)),
    may("rights", Type::List(&Type::Slug)),
    may("appeal", Type::Id(&[Kind::Deadline])),
    must("norms", Type::List(&NORM)),
    may("official_url", Type::Url),
    may("related", Type::List(&Type::Id(&[Kind::Procedure]))),
    may("related_services", Type::List(&Type::Id(&[Kind::Service]))),
    must("human_contact", Type::Id(&[Kind::Contact])),
];

/// A note for operators. Its procedure is the name of its file.
pub(crate) const OPERATOR_NOTE: &[Field] = &[
    must("id", Type::Slug),
    may("step", Type::Slug),
    must("note_kind", Type::Choice(&["norm", "practice", "answer", "criticality"])),
    must("text_it", Type::Text),
    must("author_role", Type::Slug),
    must("written_on", Type::Date),
];
