//! The form of terms, phrases, question trees and notices.

use super::field::{Field, Type, may, must};
use crate::source::kind::Kind;

/// A word of the offices.
pub(crate) const TERM: &[Field] = &[
    must("name_it", Type::Text),
    may("aka", Type::List(&Type::Text)),
    may("acronym", Type::Text),
    may("not_to_confuse_with", Type::List(&Type::Id(&[Kind::Term]))),
    may("keep_italian", Type::Bool),
];

/// A sentence for the counter.
pub(crate) const PHRASE: &[Field] =
    &[must("situation", Type::Slug), may("replies", Type::List(&Type::Slug))];

const BRANCH: Type = Type::Record(&[may("when", Type::Condition), must("go", Type::Slug)]);

const QUESTION: &[Field] = &[
    must("question_kind", Type::Choice(&["single", "multi", "date", "number", "yesno"])),
    must("fact", Type::Slug),
    may("options", Type::List(&Type::Slug)),
    may("skip_allowed", Type::Bool),
    may("sensitive", Type::Bool),
    must("next", Type::List(&BRANCH)),
];

const OUTCOME: &[Field] = &[
    must("verdict", Type::Choice(&["likely_yes", "likely_no", "urgent", "ask_desk"])),
    may("procedures", Type::List(&Type::Id(&[Kind::Procedure]))),
    may("services", Type::List(&Type::Id(&[Kind::Service]))),
    may("contacts", Type::List(&Type::Id(&[Kind::Contact]))),
    may("office_types", Type::List(&Type::Id(&[Kind::OfficeType]))),
];

const NODE: Type = Type::Tagged("node", &[("question", QUESTION), ("outcome", OUTCOME)]);

/// A tree of questions.
pub(crate) const TREE: &[Field] = &[
    must("purpose", Type::Choice(&["eligibility", "triage", "which_procedure"])),
    must("start", Type::Slug),
    must("nodes", Type::MapOf(&Type::Slug, &NODE)),
];

const TREE_CASE: Type = Type::Record(&[
    must("why", Type::Text),
    must("answers", Type::MapOf(&Type::Slug, &Type::Answer)),
    may("today", Type::Date),
    must("outcome", Type::Slug),
]);

const DATE_CASE: Type = Type::Record(&[
    must("why", Type::Text),
    may("span", Type::Span),
    may("side", Type::Choice(&["after", "before"])),
    may("suspended_in_august", Type::Bool),
    may("deadline", Type::Id(&[Kind::Deadline])),
    may("document", Type::Id(&[Kind::Document])),
    may("issuer", Type::Choice(&["home", "consulate", "italian_office"])),
    may("patron_saint", Type::MonthDay),
    must("from", Type::Date),
    may("due", Type::Date),
    may("not_before", Type::Date),
    may("best_from", Type::Date),
    may("ask_after", Type::Date),
    may("valid_until", Type::Date),
    must("article", Type::Text),
]);

const SEARCH_CASE: Type = Type::Record(&[
    must("query", Type::Text),
    must("procedure", Type::Id(&[Kind::Procedure])),
    must("why", Type::Text),
]);

/// A table of what people type, in one language, and of the procedure that must be found.
pub(crate) const SEARCH_CASES: &[Field] = &[must("cases", Type::List(&SEARCH_CASE))];

/// A table of cases for dates.
pub(crate) const DATE_CASES: &[Field] = &[must("cases", Type::List(&DATE_CASE))];

/// A table of cases for a tree.
pub(crate) const TREE_CASES: &[Field] = &[must("cases", Type::List(&TREE_CASE))];

/// A notice.
pub(crate) const NOTICE: &[Field] = &[
    must("severity", Type::Choice(&["info", "change", "urgent"])),
    must("publish_from", Type::Date),
    must("expires_on", Type::Date),
    may("affects", Type::List(&Type::Id(&[Kind::Procedure, Kind::Office]))),
    may("municipalities", Type::List(&Type::Istat)),
];
