//! Procedures and their steps.

use serde::{Deserialize, Serialize};

use super::{Condition, DocumentRequest, Duration, DurationRange, Meta};

/// Who acts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The reader.
    #[default]
    Me,
    /// The office.
    Office,
    /// The employer.
    Employer,
    /// The school.
    School,
    /// A member of the family, here or abroad.
    Family,
    /// Somebody else: a landlord, a translator, a lawyer.
    ThirdParty,
    /// Nobody: time passes.
    Wait,
    /// An actor that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// How a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// At a counter.
    Desk,
    /// At a counter, with an appointment.
    Appointment,
    /// By post.
    Post,
    /// On a web site.
    Online,
    /// By telephone.
    Phone,
    /// By e-mail.
    Email,
    /// By certified e-mail (*PEC*).
    Pec,
    /// At home: nothing is handed in.
    Home,
    /// A channel that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// What a web service asks for before it lets one in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// Nothing.
    #[default]
    None,
    /// SPID or CIE.
    SpidOrCie,
    /// Somebody who is enabled does it for the reader (*patronato*, desk).
    Assisted,
    /// A means that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// A fee that a step asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeeRequest {
    /// The fee's id.
    pub fee: String,
    /// How many times it is paid.
    pub times: u32,
    /// Only if this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Of all fees with the same choice only one is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
}

impl Default for FeeRequest {
    fn default() -> Self {
        Self { fee: String::new(), times: 1, when: None, choice: None }
    }
}

/// One action. Text keys in the procedure's text: `step.<id>.title`, `step.<id>.do`, and optionally `step.<id>.receive`,
/// `step.<id>.if_refused`, `step.<id>.optional`, `step.<id>.document.<document>`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// The slug of the step within its procedure.
    pub id: String,
    /// Who acts.
    pub actor: Actor,
    /// The type of office that does it; the territory knows which office that is for each municipality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office_type: Option<String>,
    /// How it is done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub channel: Vec<Channel>,
    /// Where it is done on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What the web service asks for.
    pub identity: Identity,
    /// The papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRequest>,
    /// The fees.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<FeeRequest>,
    /// Whether the step costs nothing.
    pub free: bool,
    /// Ids of the terms that bind this step.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<String>,
    /// How long the law gives the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law_duration: Option<Duration>,
    /// How long it usually takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_duration: Option<DurationRange>,
    /// Steps that must be done before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// The step is only for those for whom this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Whether it may be left out.
    pub optional: bool,
}

impl Step {
    /// Whether a newer release says something here that this core cannot read.
    pub fn needs_update(&self) -> bool {
        self.actor == Actor::Unknown
            || self.identity == Identity::Unknown
            || self.channel.contains(&Channel::Unknown)
            || matches!(self.when, Some(Condition::Unknown(_)))
    }
}

/// A norm that a procedure rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Norm {
    /// As it is cited in Italian ("art. 5 c. 4 TUI").
    pub cite: String,
    /// Its URN, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urn: Option<String>,
}

/// A procedure. Text keys: `title`, `short`, `who_for`, `result`, `eligibility.<slug>`, `mistake.<slug>`,
/// `right.<slug>`, `scam` (optional), `appeal` (optional), and those of its steps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Procedure {
    /// What every item carries.
    #[serde(flatten)]
    pub meta: Meta,
    /// The group it is filed under: `ingresso_soggiorno`, `famiglia`, `cittadinanza`, …
    pub group: String,
    /// Events of life that lead to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub life_events: Vec<String>,
    /// The requirements, each with its words under `eligibility.<id>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eligibility: Vec<Requirement>,
    /// The tree that asks about them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eligibility_tree: Option<String>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// Terms that bind the procedure as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<String>,
    /// How long what one receives stays valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result_validity: Option<Duration>,
    /// Mistakes people make; the words stand under `mistake.<slug>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<String>,
    /// Rights one has while waiting; the words stand under `right.<slug>`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<String>,
    /// The term of appeal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeal: Option<String>,
    /// The norms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub norms: Vec<Norm>,
    /// The official page or web service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official_url: Option<String>,
    /// Procedures that often come before or after.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Services that help: welfare, schools, legal aid.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_services: Vec<String>,
    /// A human contact that holds everywhere (a contact's id).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub human_contact: Option<String>,
}

/// A requirement of a procedure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Requirement {
    /// Its slug within the procedure.
    pub id: String,
    /// What is checked, if it can be computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}
