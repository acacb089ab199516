//! What content is.
//!
//! These types are the **wire form**: what a phone reads out of a pack. They are tolerant: a field that is not known is
//! ignored, a field that is absent takes its default, a variant that is not known becomes `Unknown` (or the safest known
//! one) and the item asks the reader to update. The form in which editors write is another one, strict and with
//! conveniences ("60 days", "16.00"); it lives in the content tool (`content/tool/src/source`), which compiles it into
//! these types. This module knows nobody: no SQL, no language, no network.
//!
//! # Where the 19 keys of the fact base go
//!
//! The fact base describes each procedure with 19 keys. Each has its place, so that all of its procedures fit:
//!
//! | key | place |
//! | --- | --- |
//! | `id` | [`Meta::id`] |
//! | `title_it` | Italian [`Words`], key `title` |
//! | `group` | [`Procedure::group`] |
//! | `for_who` | words, key `who_for` |
//! | `eligibility` | [`Procedure::eligibility`] ([`Requirement::when`] as data, words under `eligibility.<id>`), and [`Procedure::eligibility_tree`] |
//! | `steps` | [`Procedure::steps`]: `office` is [`Step::office_type`], `do` is words under `step.<id>.do` |
//! | `documents` | [`Document`] items, asked for by [`Step::documents`] |
//! | `costs` | [`Fee`] items, asked for by [`Step::fees`], or [`Step::free`] |
//! | `deadlines` | [`Deadline`] items, named by [`Step::deadlines`] and [`Procedure::deadlines`] |
//! | `duration` | [`Deadline`] of kind [`DeadlineKind::WaitNorm`]: `legal` is [`Deadline::span`], `practice` is [`Deadline::usual`]; for a single step [`Step::law_duration`] and [`Step::usual_duration`] |
//! | `validity` | [`Procedure::result_validity`] and words under `result`; of a paper [`Document::validity`] |
//! | `legal_basis` | [`Procedure::norms`] |
//! | `portal` | [`Procedure::official_url`], [`Step::url`], or a [`Contact`] |
//! | `mistakes` | [`Procedure::mistakes`], words under `mistake.<slug>` |
//! | `conflicts` | [`Meta::marks`] of kind [`MarkKind::Conflict`] |
//! | `volatile` | [`Meta::marks`] of kind [`MarkKind::Volatile`] |
//! | `unsourced` | [`Meta::marks`] of kind [`MarkKind::Unsourced`] |
//! | `sources` | [`Meta::sources`] |
//! | `confidence` | [`Meta::confidence`] |

mod condition;
mod deadline;
mod document;
mod fee;
mod knowledge;
mod meta;
mod office;
mod pack;
mod procedure;
mod territory;
mod time;
mod tree;
mod words;

pub use condition::{Condition, Expression};
pub use deadline::{Deadline, DeadlineKind, LegalForce, Offset, Side};
pub use document::{CountsFrom, Document, DocumentRequest, Issuer, Legalised, PerPerson, Validity};
pub use fee::{DatedAmount, Exemption, Fee, FeeKind};
pub use knowledge::{NoteKind, Notice, OperatorNote, Phrase, Severity, Term};
pub use meta::{Audience, Confidence, Mark, MarkKind, Meta, Risk, Source};
pub use office::{
    Address, Appointment, Contact, ContactKind, HoursException, Office, OfficeType, OpeningHours,
    Organisation, OrganisationKind, Service, SpokenBy, SpokenLanguage, Weekday,
};
pub use pack::{Catalog, FactsRange, PackHeader, Record, SCHEMA, Schema};
pub use procedure::{Actor, Channel, FeeRequest, Identity, Norm, Procedure, Requirement, Step};
pub use territory::{Holiday, Municipality, Overlay, Territory};
pub use time::{Duration, DurationRange, Unit};
pub use tree::{Branch, Node, QuestionKind, Tree, TreePurpose, Verdict};
pub use words::{TranslationKind, UiStrings, Words};
