//! The form of papers, fees, terms of time, and of what can be reached.

use super::field::{Field, Type, may, must, or_unknown};
use super::meta::VALIDITY;
use crate::source::kind::Kind;

/// A paper.
pub(crate) const DOCUMENT: &[Field] = &[
    must("name_it", Type::Text),
    may("aka", Type::List(&Type::Text)),
    may("issuer_office_type", Type::Id(&[Kind::OfficeType])),
    may("form_url", Type::Url),
    may("validity", Type::List(&VALIDITY)),
];

const AMOUNT: Type = Type::Record(&[
    or_unknown("amount", Type::Amount),
    may("valid_from", Type::Date),
    may("valid_until", Type::Date),
]);

const EXEMPTION: Type = Type::Record(&[must("id", Type::Slug), may("when", Type::Condition)]);

/// A fee.
pub(crate) const FEE: &[Field] = &[
    must(
        "fee_kind",
        Type::Choice(&["stamp", "contribution", "post", "card", "certificate", "visa", "other"]),
    ),
    must("amounts", Type::List(&AMOUNT)),
    may("pay_how", Type::List(&PAY_HOW)),
    may("payee", Type::Text),
    may("account", Type::Text),
    may("reason_it", Type::Text),
    may("exempt", Type::List(&EXEMPTION)),
];

const PAY_HOW: Type = Type::Choice(&["tabaccheria", "bollettino", "pagopa", "contanti", "carta"]);

const OFFSET: Type =
    Type::Record(&[must("span", Type::Span), may("side", Type::Choice(&["after", "before"]))]);

/// A term of time.
pub(crate) const DEADLINE: &[Field] = &[
    must(
        "deadline_kind",
        Type::Choice(&[
            "do_within",
            "not_before",
            "renew_window",
            "validity",
            "wait_norm",
            "appeal",
        ]),
    ),
    must("anchor", Type::Slug),
    may("side", Type::Choice(&["after", "before"])),
    or_unknown("span", Type::Span),
    may("not_before", OFFSET).says("prima di quando è troppo presto"),
    may("best_from", OFFSET).says("da quando è meglio farlo"),
    may("suspended_in_august", Type::Bool).says("true solo se la legge ferma il termine in agosto"),
    may("usual", Type::SpanRange),
    must("legal_force", Type::Choice(&["peremptory", "ordinary", "practice"])),
];

/// A holiday that the core does not know, or that holds otherwise than it knows.
pub(crate) const HOLIDAY: &[Field] = &[
    must("name_it", Type::Text).says("il nome della festa"),
    may("day", Type::MonthDay).says("il giorno, mese-giorno: 10-04"),
    may("after_easter", Type::Integer).says("per una festa mobile: quanti giorni dopo Pasqua"),
];

/// A type of office.
pub(crate) const OFFICE_TYPE: &[Field] =
    &[must("name_it", Type::Text), may("anywhere", Type::Bool)];

/// A body that runs offices.
pub(crate) const ORGANISATION: &[Field] = &[
    must("name_it", Type::Text),
    must(
        "organisation_kind",
        Type::Choice(&[
            "municipality",
            "consortium",
            "questura",
            "prefettura",
            "health",
            "school",
            "state",
            "post",
            "consulate",
            "third_sector",
            "other",
        ]),
    ),
    may("contacts", Type::List(&Type::Id(&[Kind::Contact]))),
];

/// A way to reach somebody.
pub(crate) const CONTACT: &[Field] = &[
    must("contact_kind", Type::Choice(&["phone", "hotline", "email", "pec", "web"])),
    must("value", Type::Text),
    may("languages", Type::List(&Type::Language)),
    may("free", Type::Bool),
    may("emergency", Type::Bool),
    may("anonymous", Type::Bool),
];

/// Something an organisation offers.
pub(crate) const SERVICE: &[Field] = &[
    must("organisation", Type::Id(&[Kind::Organisation])),
    may("offices", Type::List(&Type::Id(&[Kind::Office]))),
    may("fee", Type::Id(&[Kind::Fee])),
    may("free", Type::Bool),
    may("languages", Type::List(&Type::Language)),
    may("related_procedures", Type::List(&Type::Id(&[Kind::Procedure]))),
];
