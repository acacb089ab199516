//! What every item carries, and the spans of validity and hours that several kinds share.

use super::field::{Field, Type, may, must};

const SOURCE_FIELDS: &[Field] = &[
    may("norm", Type::Text).says("al posto di «url»: la norma, come si cita"),
    may("url", Type::Url).says("la pagina"),
    may("title", Type::Text).says("che cos'è, in italiano"),
    must("read_on", Type::Date).says("il giorno in cui l'hai letta"),
];

/// Where a fact was read.
pub(crate) const SOURCE: Type = Type::Record(SOURCE_FIELDS);

const MARK: Type = Type::Record(&[
    must("field", Type::Text).says("il campo di cui si dubita"),
    must("kind", Type::Choice(&["unsourced", "volatile", "conflict"])),
    may("note", Type::Text).says("perché, in breve"),
]);

/// What every item carries.
pub(crate) const META: &[Field] = &[
    must("owner", Type::Slug).says("il ruolo che ne risponde"),
    must("risk", RISK).says("quanto costa un errore a chi legge"),
    must("confidence", CONFIDENCE).says("quanto sono sicure le fonti"),
    must("sources", Type::List(&SOURCE))
        .says("dove l'hai letto: una norma (norm) o una pagina (url)"),
    must("verified_on", Type::Date).says("quando è stata verificata"),
    must("verified_by", Type::Slug)
        .says("il ruolo che l'ha verificata, mai il nome di una persona"),
    must("verify_by", Type::Date)
        .says("quando va riverificata: high 90 giorni, medium 180, low 365, con «marks» 60"),
    may("marks", Type::List(&MARK)).says("riserve su singoli campi"),
    may("audience", Type::List(&AUDIENCE)).says("per chi è; senza, per tutti"),
    may("valid_from", Type::Date).says("da quando vale"),
    may("valid_until", Type::Date).says("fino a quando vale"),
    may("replaced_by", Type::Id(&[])).says("che cosa la sostituisce"),
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
