//! The form of procedures and of operators' notes about them.

use super::field::{Field, Type, may, must};
use super::meta::VALIDITY;
use crate::source::kind::Kind;

const REQUIREMENT: Type = Type::Record(&[
    must("id", Type::Slug).says("non si vede: serve ai testi"),
    may("when", Type::Condition).says("solo se"),
]);

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
    must("id", Type::Slug).says("non si vede: serve ai testi; cambialo qui e nei testi insieme"),
    must("actor", ACTOR).says("chi lo fa"),
    may("office_type", Type::Id(&[Kind::OfficeType]))
        .says("dove si fa: serve questo, o «url», o «channel» con home, post, phone, email"),
    may("channel", Type::List(&CHANNEL)).says("come si fa"),
    may("url", Type::Url).says("la pagina dove si fa"),
    may("identity", Type::Choice(&["none", "spid_or_cie", "assisted"]))
        .says("con quale identità digitale"),
    may("documents", Type::List(&DOCUMENT_REQUEST)).says("che cosa portare"),
    may("fees", Type::List(&FEE_REQUEST)).says("quanto costa: serve questo o «free: true»"),
    may("free", Type::Bool).says("se è gratis, al posto di «fees»"),
    may("deadlines", Type::List(&Type::Id(&[Kind::Deadline]))).says("i termini del passo"),
    may("law_duration", Type::Span).says("quanto può durare per legge"),
    may("usual_duration", Type::SpanRange).says("quanto dura di solito"),
    may("depends_on", Type::List(&Type::Slug)).says("i passi che vengono prima"),
    may("when", Type::Condition).says("solo se"),
    may("optional", Type::Bool).says("se si può saltare"),
]);

const NORM: Type = Type::Record(&[
    must("cite", Type::Text).says("come si cita, per esempio «art. 5 c. 4 TUI»"),
    may("urn", Type::Text).says("l'indirizzo in Normattiva"),
]);

/// A procedure.
pub(crate) const PROCEDURE: &[Field] = &[
    must("group", Type::Slug).says("il gruppo nell'elenco, come nelle altre procedure"),
    may("life_events", Type::List(&Type::Slug)).says("i momenti della vita in cui serve"),
    must("eligibility", Type::List(&REQUIREMENT)).says("i requisiti; se non ce ne sono, []"),
    may("eligibility_tree", Type::Id(&[Kind::Tree])).says("l'albero che aiuta a capire"),
    must("steps", Type::List(&STEP)).says("i passi, in ordine"),
    may("deadlines", Type::List(&Type::Id(&[Kind::Deadline])))
        .says("i termini di tutta la procedura"),
    may("result_validity", Type::Span).says("quanto vale quello che si ottiene"),
    may("mistakes", Type::List(&Type::Slug)).says("gli errori da evitare"),
    may("rights", Type::List(&Type::Slug)).says("i diritti mentre si aspetta"),
    may("appeal", Type::Id(&[Kind::Deadline])).says("il termine per il ricorso"),
    must("norms", Type::List(&NORM)).says("le leggi; se non ce ne sono, []"),
    may("official_url", Type::Url).says("la pagina ufficiale"),
    may("related", Type::List(&Type::Id(&[Kind::Procedure]))).says("procedure vicine"),
    may("related_services", Type::List(&Type::Id(&[Kind::Service]))).says("servizi vicini"),
    must("human_contact", Type::Id(&[Kind::Contact])).says("con chi si può parlare"),
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
