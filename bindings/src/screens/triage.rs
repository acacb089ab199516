//! Question trees: the next question, or what the answers come to.

use cittadini_core::screens::{
    ContactView, Freshness, Header, OfficeView, ProcedureCard, ServiceView, SourceView, TermView,
    Text, TranslationLabel, TreeCard, Trees, TriageContact, TriageOption, TriageOutcome,
    TriageQuestion, TriageScreen, TriageTrace,
};

use cittadini_core::triage::TriageAnswer;

/// An answer of the reader, as text.
#[uniffi::remote(Record)]
pub struct TriageAnswer {
    /// The id of the question.
    pub question: String,
    /// The id of the chosen option; several with commas between them where several may be chosen; `yes` or `no`; a day,
    /// `2026-11-23`; a whole number. Empty or `skip`: the question was skipped.
    pub value: String,
}

/// A tree in a list.
#[uniffi::remote(Record)]
pub struct TreeCard {
    /// Its id.
    pub id: String,
    /// What it finds out.
    pub title: Text,
    /// What it is for: `triage`, `eligibility`, `which_procedure`; `unknown` where a newer release says something else.
    pub purpose: String,
    /// Its freshness.
    pub freshness: Freshness,
    /// How its translation is labelled.
    pub translation: Option<TranslationLabel>,
}

/// All trees.
#[uniffi::remote(Record)]
pub struct Trees {
    /// What stands above every screen.
    pub header: Header,
    /// The trees; those that find out what somebody needs come first.
    pub trees: Vec<TreeCard>,
}

/// An answer that may be chosen.
#[uniffi::remote(Record)]
pub struct TriageOption {
    /// What is handed in as the answer.
    pub id: String,
    /// The answer in words.
    pub text: Text,
}

/// The question to ask now.
#[uniffi::remote(Record)]
pub struct TriageQuestion {
    /// Its id.
    pub id: String,
    /// The question.
    pub text: Text,
    /// What helps to answer it.
    pub help: Option<Text>,
    /// How it is answered: `single`, `multi`, `yesno` by the options; `date` by a day, `2026-11-23`; `number` by a whole number.
    pub kind: String,
    /// The answers there are. Empty for a day and a number.
    pub options: Vec<TriageOption>,
    /// Whether the answer is nobody else's business: do not leave it on a screen that others see.
    pub sensitive: bool,
    /// Which question it is, from 1.
    pub number: u32,
    /// How many questions there are at most, those that were asked included.
    pub at_most: u32,
    /// Both in words.
    pub progress: Text,
    /// What skips the question. Every question may be skipped: with the answer `skip`.
    pub skip: Text,
}

/// Somebody to talk to.
#[uniffi::remote(Record)]
pub struct TriageContact {
    /// The office to go to.
    pub office: Option<OfficeView>,
    /// The number or address to reach.
    pub contact: Option<ContactView>,
    /// Asks for the municipality, where none is chosen and another office may be nearer.
    pub choose_municipality: Option<Text>,
}

/// What the answers come to.
#[uniffi::remote(Record)]
pub struct TriageOutcome {
    /// Its id in the tree. Absent where the tree could not be followed to an end.
    pub id: Option<String>,
    /// `likely_yes`, `likely_no`, `urgent`, `ask_desk`.
    pub verdict: String,
    /// The same in words.
    pub verdict_text: Text,
    /// Says that an office decides, where the verdict might be taken for a decision.
    pub caution: Option<Text>,
    /// What to do.
    pub text: Text,
    /// The procedures it leads to.
    pub procedures: Vec<ProcedureCard>,
    /// The services it leads to.
    pub services: Vec<ServiceView>,
    /// Somebody to talk to. Never absent once anything is installed.
    pub contact: Option<TriageContact>,
    /// Further contacts.
    pub contacts: Vec<ContactView>,
    /// Further offices of the reader's municipality.
    pub offices: Vec<OfficeView>,
    /// Says that this app is too old to follow the tree to its end.
    pub needs_update: Option<Text>,
}

/// A question that was asked, and what was answered.
#[uniffi::remote(Record)]
pub struct TriageTrace {
    /// The id of the question.
    pub question: String,
    /// The question.
    pub text: Text,
    /// The answers in words; of a skipped question, that it was skipped.
    pub answers: Vec<Text>,
    /// Whether it was skipped.
    pub skipped: bool,
}

/// A step through a tree: a question or an outcome, never both. Nothing of it is stored.
#[uniffi::remote(Record)]
pub struct TriageScreen {
    /// What stands above every screen.
    pub header: Header,
    /// The tree's id.
    pub tree: String,
    /// What it finds out.
    pub title: Text,
    /// Its freshness.
    pub freshness: Freshness,
    /// How its translation is labelled.
    pub translation: Option<TranslationLabel>,
    /// The question to ask now.
    pub question: Option<TriageQuestion>,
    /// What the answers come to.
    pub outcome: Option<TriageOutcome>,
    /// Why: the questions on the way here, in order.
    pub trace: Vec<TriageTrace>,
    /// The terms that its sentences link.
    pub terms: Vec<TermView>,
    /// Where the tree was read.
    pub sources: Vec<SourceView>,
}
