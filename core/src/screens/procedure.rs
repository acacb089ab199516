//! A procedure with its steps, papers, fees and terms; and the glossary.

use serde::{Deserialize, Serialize};

use super::{ContactView, Freshness, Header, OfficeView, Text, TranslationLabel, TreeCard};

/// Where something was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceView {
    /// The norm or the title of the page, in Italian.
    pub title: String,
    /// The address.
    pub url: Option<String>,
    /// The day it was read, ISO 8601.
    pub read_on: Option<String>,
}

/// A property of a paper, in words: "original", "2 copies", "translated".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badge {
    /// A slug for a pictogram: `original`, `copies`, `translated`, `legalised`, `each_family_member`, `conditional`,
    /// `validity`.
    pub kind: String,
    /// The words.
    pub text: Text,
}

/// A paper that a step asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentView {
    /// The document's id.
    pub id: String,
    /// Its title in the reader's language.
    pub title: Text,
    /// Its official Italian name.
    pub name_it: String,
    /// Its properties.
    pub badges: Vec<Badge>,
    /// A note for this step.
    pub note: Option<Text>,
    /// What it looks like.
    pub looks_like: Option<Text>,
    /// How to get it.
    pub how_to_get: Option<Text>,
    /// Where its form can be had.
    pub form_url: Option<String>,
    /// Its freshness.
    pub freshness: Freshness,
}

/// A fee that a step asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeView {
    /// The fee's id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// The amount in words: an amount, a range, or "not known".
    pub amount: Text,
    /// The amount, or the lower bound, in euro cents. Absent: not known today.
    pub cents: Option<u64>,
    /// The upper bound in euro cents.
    pub max_cents: Option<u64>,
    /// How many times it is paid.
    pub times: u32,
    /// Of all fees with the same choice only one is paid.
    pub choice: Option<String>,
    /// Whether it is paid only under a condition.
    pub conditional: bool,
    /// Who does not pay.
    pub exempt: Vec<Text>,
    /// How it is paid.
    pub how: Option<Text>,
    /// Ways to pay.
    pub pay_how: Vec<Text>,
    /// Who receives the money, in Italian.
    pub payee: Option<String>,
    /// The account.
    pub account: Option<String>,
    /// The reason for payment, in Italian.
    pub reason_it: Option<String>,
    /// Its freshness.
    pub freshness: Freshness,
}

/// What a procedure costs in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostTotal {
    /// At least, in euro cents.
    pub min_cents: u64,
    /// At most, in euro cents, as far as amounts are known.
    pub max_cents: u64,
    /// How many fees have no known amount: the total is then incomplete.
    pub unknown: u32,
    /// Whether some readers need not pay one of the fees; the fee says who.
    pub exemptions: bool,
    /// The total in words.
    pub text: Text,
}

/// A term of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineView {
    /// The deadline's id.
    pub id: String,
    /// What must be done, or awaited.
    pub title: Text,
    /// What kind: `do_within`, `not_before`, `renew_window`, `validity`, `wait_norm`, `appeal`.
    pub kind: String,
    /// How long and counted from when, in words. Absent: not known.
    pub when: Option<Text>,
    /// How long it usually takes.
    pub usual: Option<Text>,
    /// What happens when it passes.
    pub consequence: Option<Text>,
    /// Whether a right is lost when it passes.
    pub peremptory: bool,
    /// Its freshness.
    pub freshness: Freshness,
}

/// One action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    /// Its number, from 1.
    pub number: u32,
    /// Its slug within the procedure.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// What to do.
    pub action: Text,
    /// Who acts.
    pub actor: Text,
    /// The kind of office, in the reader's language.
    pub office_type: Option<Text>,
    /// The offices of the reader's municipality, the first being the one to go to.
    pub offices: Vec<OfficeView>,
    /// Says that the reader must choose a municipality to see the office.
    pub choose_municipality: Option<Text>,
    /// How it is done.
    pub channels: Vec<Text>,
    /// Where on the web.
    pub url: Option<String>,
    /// What the web service asks for.
    pub identity: Option<Text>,
    /// The papers.
    pub documents: Vec<DocumentView>,
    /// The fees.
    pub fees: Vec<FeeView>,
    /// Says that it costs nothing.
    pub free: Option<Text>,
    /// The terms.
    pub deadlines: Vec<DeadlineView>,
    /// How long the law gives the office.
    pub law_duration: Option<Text>,
    /// How long it usually takes.
    pub usual_duration: Option<Text>,
    /// What one receives.
    pub receive: Option<Text>,
    /// What to do if they say no.
    pub if_refused: Option<Text>,
    /// For whom it may be left out.
    pub optional: Option<Text>,
    /// Says that the step is only for some readers: what it is about tells for whom.
    pub conditional: Option<Text>,
    /// Says that this app is too old for the step.
    pub needs_update: Option<Text>,
}

/// A procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcedureScreen {
    /// What stands above every screen.
    pub header: Header,
    /// Its id.
    pub id: String,
    /// Its title in the reader's language.
    pub title: Text,
    /// Its official Italian title.
    pub title_it: Text,
    /// How its translation is labelled.
    pub translation: Option<TranslationLabel>,
    /// Its freshness.
    pub freshness: Freshness,
    /// What it is, in a sentence.
    pub short: Option<Text>,
    /// For whom it is.
    pub who_for: Option<Text>,
    /// What one gets.
    pub result: Option<Text>,
    /// The requirements.
    pub eligibility: Vec<Text>,
    /// The questions that find out whether it is for the reader.
    pub tree: Option<TreeCard>,
    /// The steps, in order.
    pub steps: Vec<StepView>,
    /// What it costs in all.
    pub total: CostTotal,
    /// Terms that bind the whole.
    pub deadlines: Vec<DeadlineView>,
    /// Mistakes people make.
    pub mistakes: Vec<Text>,
    /// Rights while waiting.
    pub rights: Vec<Text>,
    /// How to appeal.
    pub appeal: Option<Text>,
    /// How people are cheated here.
    pub scam: Option<Text>,
    /// The norms, in Italian.
    pub norms: Vec<String>,
    /// The official page.
    pub official_url: Option<String>,
    /// A person to talk to.
    pub contact: Option<ContactView>,
    /// Words that the glossary explains, as they occur in the steps.
    pub terms: Vec<TermView>,
    /// The successor, when the procedure is retired.
    pub replaced_by: Option<String>,
    /// Where this was read.
    pub sources: Vec<SourceView>,
    /// Says that this app is too old for a part of the procedure.
    pub needs_update: Option<Text>,
}

/// A word of the offices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermView {
    /// Its id.
    pub id: String,
    /// The Italian word.
    pub name_it: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// The word in the reader's language.
    pub name: Text,
    /// What it means.
    pub definition: Text,
    /// How it is spoken.
    pub say: Option<Text>,
    /// An example.
    pub example: Option<Text>,
}

/// The glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What stands above every screen.
    pub header: Header,
    /// The terms, by their Italian word.
    pub terms: Vec<TermView>,
}
